import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Page, Route } from 'playwright-core'
import { PAGE_POLICY } from '../../demo/server/headers.js'
import { ROOT } from '../support/run.js'
import { openStage } from './stage.js'
import type { Stage, Visit } from './stage.js'
import { signInAs, walkOf } from './walk.js'

const LIT = createRequire(createRequire(import.meta.url).resolve('lit')).resolve('lit-html')
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))

const FORM = `<os-intervention-form endpoint="/api"><p>The way by hand</p></os-intervention-form>`
const FALLBACK = 'The way by hand'

/** Policies by what they say of Trusted Types. */
const policies = {
  none: '',
  strict: PAGE_POLICY,
  duplicates: `${PAGE_POLICY} 'allow-duplicates'`,
  nobody: PAGE_POLICY.replace('trusted-types lit-html', "trusted-types 'none'"),
  unnamed: PAGE_POLICY.replace('; trusted-types lit-html', ''),
} as const

/** What a page complained of since it was loaded. */
interface Loaded {
  readonly page: Page
  reports(): readonly string[]
  complaints(beginning?: string): readonly string[]
}

/** What a site of somebody's own serves: its page, our files below any folder, somebody else's Lit, an older copy. */
async function serve(route: Route, html: string, policy: string): Promise<void> {
  const { pathname } = new URL(route.request().url())
  if (pathname === '/site/') {
    const headers = policy === '' ? {} : { 'content-security-policy': policy }
    return route.fulfill({ contentType: 'text/html; charset=utf-8', headers, body: html })
  }
  const [, name = ''] = /(os-intervention.*)$/.exec(pathname) ?? []
  const file = pathname.endsWith('/lit.js') ? LIT : join(ROOT, 'dist', name)
  if (!existsSync(file)) return route.fulfill({ status: 404 })
  const text = readFileSync(file, 'utf8')
  const body = pathname.includes('/old/') ? text.replaceAll(version, '0.0.9') : text
  return route.fulfill({ contentType: 'text/javascript', body })
}

describe('the script tag on a page of somebody’s own', () => {
  let stage: Stage
  let visit: Visit
  let html = ''
  let policy: keyof typeof policies = 'none'

  before(async () => {
    stage = await openStage()
    visit = await stage.visit('/desk/', {
      locale: 'en',
      before: async page => {
        await signInAs(page, stage.demo().url, 'anna')
        await page.route('**/site/**', route => serve(route, html, policies[policy]))
      },
    })
  })
  after(() => stage.close())

  /** Loads a page of this markup, under this policy. */
  async function site(markup: string, under: keyof typeof policies): Promise<Loaded> {
    html = markup
    policy = under
    const { page, reports, complaints } = visit
    const [firstReport, firstComplaint] = [reports.length, complaints.length]
    await page.goto(`${stage.demo().url}/site/`)
    return {
      page,
      reports: () => reports.slice(firstReport),
      complaints: (beginning = '') =>
        complaints.slice(firstComplaint).filter(one => one.startsWith(beginning)),
    }
  }

  /** Waits for the warnings of a page; each question to it lets what it has said through. */
  async function warned({ page, complaints }: Loaded): Promise<readonly string[]> {
    await page.waitForLoadState('networkidle')
    for (let turn = 0; turn < 100 && complaints('warning').length === 0; turn++) await page.evaluate('0')
    return complaints('warning')
  }

  async function stillByHand(loaded: Loaded): Promise<void> {
    const [warning = '', ...more] = await warned(loaded)
    assert.match(warning, /has to list lit-html \(and 'allow-duplicates'/)
    assert.deepEqual(more, [])
    assert.ok(await loaded.page.getByText(FALLBACK).isVisible())
    assert.deepEqual(loaded.complaints('uncaught'), [])
  }

  const tags: readonly (readonly [what: string, tag: string])[] = [
    ['as a module', '<script type="module" src="/site/deep/er/os-intervention.js"></script>'],
    ['without a word of modules', '<script src="deep/er/os-intervention.js"></script>'],
    ['in one file', '<script type="module" src="/site/x/os-intervention.full.js"></script>'],
    ['in one file, without a word of modules', '<script src="x/os-intervention.full.js"></script>'],
  ]
  for (const [what, tag] of tags) {
    it(`puts the form there: ${what}`, async () => {
      // No doctype, no head, no language: a page as old as they come.
      const { page, reports, complaints } = await site(
        `<title>Help</title><p>Help</p>${tag}${FORM}`,
        'strict',
      )
      await walkOf(page, 'en').at('server')
      assert.ok(!(await page.getByText(FALLBACK).isVisible()))
      assert.deepEqual([...reports(), ...complaints()], [])
      const names = await page.evaluate('Object.keys(globalThis).filter(name => name.length < 3)')
      assert.deepEqual(names, [])
    })

    it(`S2: leaves the way by hand where Lit may not start, and warns once: ${what}`, async () => {
      await stillByHand(await site(`<!doctype html><title>Help</title>${tag}${FORM}`, 'nobody'))
    })
  }

  const copies = (first: string, second: string) =>
    `<!doctype html><html lang="en"><title>Help</title>` +
    `<script type="module" src="/site/${first}"></script><script type="module" src="/site/${second}"></script>` +
    `<main>${FORM}</main>`
  const small = 'os-intervention.js'
  const whole = 'os-intervention.full.js'
  for (const [first, second, under] of [
    [`a/${small}`, `b/${small}`, 'none'],
    [`a/${small}`, `b/${small}`, 'strict'],
    [`a/${small}`, `b/${whole}`, 'duplicates'],
    [`a/${small}`, `b/${whole}`, 'strict'],
    [`a/${whole}`, `b/${whole}`, 'strict'],
  ] as const) {
    it(`R17: is there twice without a word: ${first} and ${second}, policy ${under}`, async () => {
      const { page, reports, complaints } = await site(copies(first, second), under)
      await walkOf(page, 'en').at('server')
      await page.waitForLoadState('networkidle')
      assert.equal(reports().length, under === 'strict' ? 1 : 0, reports().join('\n'))
      assert.deepEqual(complaints('warning'), [])
      assert.deepEqual(complaints('uncaught'), [])
    })
  }

  for (const [first, second, under] of [
    [`old/${whole}`, `new/${whole}`, 'strict'],
    [`new/${whole}`, `old/${whole}`, 'none'],
    [`old/${small}`, `new/${whole}`, 'strict'],
  ] as const) {
    it(`R17: is told apart from another version: ${first} before ${second}, policy ${under}`, async () => {
      const loaded = await site(copies(first, second), under)
      const { page, complaints } = loaded
      await walkOf(page, 'en').at('server')
      const warnings = await warned(loaded)
      const stays = await page.evaluate(() =>
        String(Reflect.get(customElements.get('os-intervention-form') ?? {}, 'version')),
      )
      const other = stays === version ? '0.0.9' : version
      assert.deepEqual(warnings, [
        `warning: os-intervention: two versions are on this page, ${stays} stays and ${other} is not used.`,
      ])
      assert.deepEqual(complaints('uncaught'), [])
    })
  }

  it('R17: is imported ten times, from ten addresses, without a word', async () => {
    const markup = `<!doctype html><html lang="en"><title>Help</title><main>${FORM}</main>`
    const { page, complaints } = await site(markup, 'duplicates')
    await page.evaluate(async () => {
      for (let copy = 0; copy < 10; copy += 1) await import(`/site/${String(copy)}/os-intervention.js`)
    })
    const walk = walkOf(page, 'en')
    await walk.to('check')
    await walk.send()
    assert.match(await walk.sent(), /\d/)
    await page.waitForLoadState('networkidle')
    assert.deepEqual([...complaints('warning'), ...complaints('uncaught')], [])
  })

  const foreignLit = [
    ['strict', 'before', false],
    ['duplicates', 'before', true],
    ['unnamed', 'before', true],
    ['nobody', 'before', false],
    ['strict', 'after', true],
    ['duplicates', 'after', true],
    ['unnamed', 'after', true],
    ['nobody', 'after', false],
  ] as const
  for (const [under, order, works] of foreignLit) {
    it(`S2: is never blank beside another Lit that came ${order}: policy ${under}`, async () => {
      const loadLit = `import('/site/lit.js').catch(() => undefined)`
      const loaded = await site(`<!doctype html><title>Help</title>${FORM}`, under)
      const { page, complaints } = loaded
      if (order === 'before') await page.evaluate(loadLit)
      await page.evaluate(`import('/site/x/os-intervention.js')`)
      if (works) await walkOf(page, 'en').at('server')
      else await stillByHand(loaded)
      if (order === 'after') await page.evaluate(loadLit)
      assert.equal(await page.getByText(FALLBACK).isVisible(), !works)
      assert.equal(complaints('warning').length, works ? 0 : 1)
    })
  }

  it('serves two forms on one page, each for itself', async () => {
    const tag = '<script type="module" src="/site/a/os-intervention.js"></script>'
    const markup = `<!doctype html><html lang="en"><title>Help</title>${tag}${FORM}${FORM}`
    const { page, reports, complaints } = await site(markup, 'strict')
    const forms = page.locator('os-intervention-form')
    const one = walkOf(forms.nth(0), 'en')
    const other = walkOf(forms.nth(1), 'en')
    await one.to('problem')
    await other.to('check', 'the one’s password')
    await one.at('problem')
    await other.send()
    const numbers = [await other.sent()]
    await one.write('problem', 'Another one.')
    await one.write('action', 'Mend it, too.')
    await one.on()
    await one.at('access')
    await one.choose('radio', one.say('access.account.title'))
    await one.write('username', 'root')
    await one.write('password', 'the other’s password')
    await one.on()
    await one.authorize()
    await one.on()
    await one.at('check')
    await one.send()
    numbers.push(await one.sent())
    assert.equal(new Set(numbers).size, 2, numbers.join())
    const region = page.locator('body > [role=status]')
    assert.equal(await region.count(), 1)
    await region.getByText(numbers[1] ?? '').waitFor({ state: 'attached' })
    assert.deepEqual([...reports(), ...complaints()], [])
  })
})
