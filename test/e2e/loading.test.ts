import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, beforeEach, describe, it } from 'node:test'
import type { Page, Route } from 'playwright-core'
import { PAGE_POLICY } from '../../demo/server/headers.js'
import { ROOT } from '../support/run.js'
import { openStage } from './stage.js'
import type { Stage, Visit } from './stage.js'
import { signInAs, walkOf } from './walk.js'

const PAGE = (lang: string) => `<!doctype html><html lang="${lang}"><title>Help</title>
  <script type="module" src="/site/os-intervention.js"></script>
  <main><os-intervention-form endpoint="/api" drafts="off"><p>The way by hand</p></os-intervention-form></main>`

describe('what is loaded, and when', () => {
  let stage: Stage
  let visit: Visit
  let lang = 'en'
  /** What the network doesn't bring. */
  let lost: RegExp | undefined
  /** What it brings never. */
  let stalled: RegExp | undefined
  let fetched: string[] = []

  async function serve(route: Route): Promise<void> {
    const { pathname } = new URL(route.request().url())
    if (pathname === '/site/')
      return route.fulfill({
        contentType: 'text/html; charset=utf-8',
        headers: { 'content-security-policy': PAGE_POLICY },
        body: PAGE(lang),
      })
    const name = pathname.slice('/site/'.length)
    fetched.push(name)
    const file = join(ROOT, 'dist', name)
    if (lost?.test(name)) return route.abort()
    if (stalled?.test(name)) return undefined
    if (!existsSync(file)) return route.fulfill({ status: 404 })
    return route.fulfill({ contentType: 'text/javascript', body: readFileSync(file, 'utf8') })
  }

  before(async () => {
    stage = await openStage()
    visit = await stage.visit('/desk/', {
      locale: 'en',
      before: async page => {
        await signInAs(page, stage.demo().url, 'anna')
        await page.route('**/site/**', serve)
      },
    })
  })
  after(() => stage.close())
  beforeEach(() => {
    lang = 'en'
    lost = undefined
    stalled = undefined
    fetched = []
  })

  async function open(): Promise<{ readonly page: Page; warnings(): readonly string[] }> {
    const { page, complaints } = visit
    const first = complaints.length
    await page.goto(`${stage.demo().url}/site/`)
    return { page, warnings: () => complaints.slice(first).filter(one => one.startsWith('warning')) }
  }

  const speaks = (page: Page, language: string) =>
    page.evaluate(spoken => {
      document.documentElement.lang = spoken
    }, language)

  it('brings the language that is spoken, and the element that stands in the page', async () => {
    const { page } = await open()
    await walkOf(page, 'en').at('server')
    const named = (start: string) => fetched.filter(name => name.startsWith(`os-intervention/${start}`))
    assert.equal(named('en-').length, 1)
    assert.equal(named('pl-').length, 0, 'nobody reads Polish here')
    assert.equal(named('intervention-form-').length, 1)
    const [other] = named('status-tracker-')
    const isLater = other === undefined || fetched.indexOf(other) > fetched.indexOf(named('en-')[0] ?? '')
    assert.ok(isLater, 'what nobody sees here waits')
    await speaks(page, 'pl')
    await walkOf(page, 'pl').at('server')
    assert.equal(named('pl-').length, 1)
  })

  it('brings the other elements when nobody waits, also into a shadow root', async () => {
    const { page } = await open()
    await page.evaluate(() => {
      const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' })
      root.append(document.createElement('os-intervention-list'))
    })
    await page.waitForFunction(() => customElements.get('os-intervention-list') !== undefined)
    await page.waitForFunction(() => customElements.get('os-status-tracker') !== undefined)
  })

  it('goes on in the language that is there where another can’t be loaded, and warns once', async () => {
    const { page, warnings } = await open()
    const walk = walkOf(page, 'en')
    await walk.to('problem')
    await walk.write('problem', 'Nothing answers.')
    lost = /\/pl-/
    await speaks(page, 'pl')
    await page.waitForFunction(() => document.documentElement.lang === 'pl')
    for (let turn = 0; turn < 200 && warnings().length === 0; turn++) await page.waitForTimeout(50)
    assert.equal(warnings().length, 1)
    assert.match(warnings()[0] ?? '', /words of a language could not be loaded/)
    await walk.at('problem')
    await walk.write('action', 'Make it answer.')
    lost = undefined
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await walkOf(page, 'pl').at('problem')
    const field = page.getByLabel(walkOf(page, 'pl').say('field.problem.label'), { exact: true })
    assert.equal(await field.inputValue(), 'Nothing answers.')
    assert.equal(warnings().length, 1)
  })

  it('leaves the way by hand where no language can be loaded', async () => {
    lost = /\/(?:en|pl)-/
    const { page } = await open()
    await page.waitForFunction(() => customElements.get('os-intervention-form') !== undefined)
    await page.waitForTimeout(1_500)
    assert.ok(await page.getByText('The way by hand').isVisible())
  })

  it('tells plainly that a step can’t be loaded, and tries again by a press, with nothing lost', async () => {
    lost = /\/later-/
    const { page } = await open()
    const walk = walkOf(page, 'en')
    await walk.to('problem')
    await page.getByText(walk.say('form.stepFailed.text')).waitFor()
    await page.getByRole('heading', { name: walk.say('byHand.title') }).waitFor()
    lost = undefined
    await page.getByRole('button', { name: walk.say('form.tryAgain') }).click()
    await walk.write('problem', 'Nothing answers.')
    await walk.write('action', 'Make it answer.')
    await walk.on()
    await walk.at('access')
    await walk.choose('radio', walk.say('access.account.title'))
    await walk.write('username', 'root')
    await walk.write('password', 'correct horse')
    await walk.on()
    await walk.authorize()
    await walk.on()
    await walk.at('check')
    await page.getByText('Make it answer.').waitFor()
    await walk.send()
    assert.match(await walk.sent(), /\d/)
  })

  it('tells what became of a request that was on its way, where nothing but the first step can be loaded', async () => {
    const { page } = await open()
    const walk = walkOf(page, 'en')
    await walk.to('check')
    let isThere = false
    await page.route('**/api/interventions', async route => {
      if (route.request().method() !== 'POST') return route.fallback()
      // The backend gets it and answers; the page is left before it hears of it.
      await route.fetch()
      isThere = true
    })
    await walk.send()
    for (let turn = 0; turn < 200 && !isThere; turn++) await page.waitForTimeout(50)
    await page.unroute('**/api/interventions')
    lost = /\/later-/
    await page.route('**/api/interventions?key=*', route => route.fulfill({ status: 403 }))
    await open()
    await page.getByText(walk.say('outcome.unknown.title')).first().waitFor()
    await page.getByRole('heading', { name: walk.say('byHand.title') }).waitFor()
    await page.unroute('**/api/interventions?key=*')
    await page.route('**/api/interventions?key=*', async route => {
      const response = await route.fetch()
      const filed: object = await response.json()
      await route.fulfill({ response, json: { ...filed, unstored: ['errors'] } })
    })
    await page.getByRole('button', { name: walk.say('outcome.unknown.check') }).click()
    await page
      .getByText(/Request sent, ticket \S*\d/)
      .first()
      .waitFor()
    await page.getByText(walk.say('sent.unstoredTitle')).waitFor()
    lost = undefined
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await page.getByRole('button', { name: walk.say('sent.copyNumber') }).waitFor()
  })

  it('sends a request though the code that keeps it on the device never comes', async () => {
    stalled = /\/kept-/
    const { page } = await open()
    const walk = walkOf(page, 'en')
    await walk.to('check')
    await walk.send()
    assert.match(await walk.sent(), /\d/)
    assert.ok(fetched.some(name => stalled?.test(name)))
  })

  it('says that nothing was sent where the words that the engineers read never come', async () => {
    await visit.page.clock.install()
    lang = 'pl'
    stalled = /\/en-/
    const { page } = await open()
    const walk = walkOf(page, 'pl')
    await walk.to('check')
    await walk.send()
    await page.getByText(walk.say('form.sealing')).first().waitFor()
    const told = page.getByText(walk.say('outcome.notSent.title')).first()
    // The client area is asked before: when the file is, nobody can tell.
    for (let turn = 0; turn < 20 && !(await told.isVisible()); turn += 1) {
      await page.waitForTimeout(200)
      await page.clock.fastForward(31_000)
    }
    await told.waitFor()
    assert.ok(fetched.some(name => stalled?.test(name)))
  })
})
