import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { filingFor, newKey, sealedFor, signIn } from '../server/customer.js'
import { openStage } from './stage.js'
import type { Stage, Visit } from './stage.js'
import { signInAs, walkOf } from './walk.js'

/** What a careless page does, and the directive that stops it. */
const sins: readonly (readonly [directive: RegExp, commit: () => void])[] = [
  [
    /^style-src-attr /,
    () => {
      document.body.setAttribute('style', 'color: red')
    },
  ],
  [
    /^style-src-elem /,
    () => {
      document.head.append(
        Object.assign(document.createElement('style'), { textContent: 'p { color: red }' }),
      )
    },
  ],
  [
    /^img-src /,
    () => {
      document.body.append(
        Object.assign(document.createElement('img'), { src: 'data:image/gif;base64,R0lGODlh' }),
      )
    },
  ],
  [
    /^require-trusted-types-for /,
    () => {
      try {
        document.createElement('p').innerHTML = '<b>markup made from text</b>'
      } catch {
        // That it is stopped is the point.
      }
    },
  ],
  [
    /^connect-src /,
    () => {
      navigator.sendBeacon('https://elsewhere.example/')
    },
  ],
  [
    /^script-src-elem /,
    () => {
      const link = { rel: 'modulepreload', href: 'https://elsewhere.example/x.js' }
      document.head.append(Object.assign(document.createElement('link'), link))
    },
  ],
]

describe('the strict policy', () => {
  let stage: Stage
  let number = ''

  before(async () => {
    stage = await openStage()
    const { adapter } = await signIn(stage.demo().url, 'anna')
    const key = newKey()
    const access = { kind: 'account', sealed: await sealedFor(adapter, key, 'Zażółć') } as const
    number = (await adapter.submit(await filingFor('anna', key, { access }), { key })).intervention.number
  })
  after(() => stage.close())

  async function open(path: string, language: 'en' | 'pl'): Promise<Visit> {
    const signsIn = async (page: Page) => signInAs(page, stage.demo().url, 'anna')
    return stage.visit(path, { locale: language, before: signsIn })
  }

  /** Whatever a page complains of, but that a request failed which was made to fail. */
  const complaintsOf = ({ complaints }: Visit) =>
    complaints.filter(one => !one.startsWith('error: Failed to load resource'))

  for (const path of ['/portal/new', '/desk/', '/embed/', '/another/']) {
    it(`S1: is in force, and what it stops is heard of: ${path}`, async () => {
      const { page, reports } = await open(path, 'en')
      await page.waitForLoadState('networkidle')
      assert.deepEqual(reports, [])
      for (const [, commit] of sins) await page.evaluate(commit)
      const unheard = () => sins.filter(([directive]) => !reports.some(report => directive.test(report)))
      // Each question to the page lets a report through, if there is one.
      for (let turn = 0; turn < 100 && unheard().length > 0; turn++) await page.evaluate('0')
      assert.deepEqual(
        unheard().map(([directive]) => directive.source),
        [],
        reports.join('\n'),
      )
      await page.context().close()
    })
  }

  const journeys = [
    ['/portal/new', 'en', 'pl'],
    ['/embed/', 'pl', 'en'],
  ] as const
  for (const [path, language, other] of journeys) {
    it(`S1: is never broken on the way to a ticket, whatever goes wrong: ${path} in ${language}`, async () => {
      const visit = await open(path, language)
      const { page, reports } = visit
      const walk = walkOf(page, language)
      const { say } = walk
      const speak = async (to: 'en' | 'pl') => {
        await page.evaluate(lang => (document.documentElement.lang = lang), to)
        await page.getByText(walkOf(page, to).say('errorSummary.title')).waitFor()
      }
      const wrong = async () => {
        await walk.on()
        await page.getByText(say('errorSummary.title')).waitFor()
        await speak(other)
        await speak(language)
        await walk.unfold()
      }
      await page.evaluate(lang => (document.documentElement.lang = lang), language)
      await walk.at('server')
      await wrong()
      await walk.to('problem')
      await wrong()
      await walk.write('problem', 'Nothing answers.')
      await walk.write('action', 'Mend it.')
      await walk.on()
      await walk.at('access')
      await wrong()
      for (const way of ['ssh-key', 'account'] as const) {
        await walk.choose('radio', say(`access.${way}.title`))
        await wrong()
      }
      for (const kind of ['private-key', 'password'] as const)
        await walk.choose('radio', say(`access.${kind}`))
      await walk.write('username', 'root')
      await walk.write('password', 'correct horse')
      for (const act of ['show', 'hide'] as const)
        await page.getByRole('button', { name: say(`reveal.password.${act}`) }).click()
      await walk.on()
      await walk.at('authorization')
      await wrong()
      await walk.authorize()
      await walk.on()
      await walk.at('check')

      await page.route('**/api/context', route => route.abort('connectionrefused'))
      await walk.send()
      await page.getByText(say('outcome.notSent.title')).first().waitFor()
      await page.unroute('**/api/context')
      await page.route('**/api/interventions', route => route.abort('connectionreset'))
      await page.getByRole('button', { name: say('form.tryAgain') }).click()
      await page.getByText(say('outcome.unknown.title')).first().waitFor()
      await page.evaluate(lang => (document.documentElement.lang = lang), other)
      await page.getByText(walkOf(page, other).say('outcome.unknown.title')).first().waitFor()
      await page.unroute('**/api/interventions')
      // It looks by itself for a while: a press is only needed after that.
      const check = page.getByRole('button', { name: walkOf(page, other).say('outcome.unknown.check') })
      const sent = page.getByRole('heading', { name: walkOf(page, other).say('step.sent') })
      await sent.or(check).first().waitFor()
      if (await check.isVisible()) await check.click()
      await walkOf(page, other).sent()
      await page.evaluate(lang => (document.documentElement.lang = lang), language)
      await walk.sent()
      await page.getByRole('button', { name: say('sent.new') }).click()
      await walk.at('server')
      assert.deepEqual(reports, [])
      assert.deepEqual(complaintsOf(visit), [])
      await page.context().close()
    })
  }

  it('S1: is never broken at the desk', async () => {
    const visit = await open(`/desk/#${number}`, 'en')
    const { page, reports } = visit
    await page.getByRole('heading', { name: `Request ${number}` }).waitFor()
    await page.route('**/desk/api/key', route => route.abort('connectionrefused'))
    const opening = page.getByRole('button', { name: 'Open the login details' })
    await opening.click()
    await page.getByText("The backend can't be reached").waitFor()
    await page.unroute('**/desk/api/key')
    await page.getByRole('button', { name: 'Back' }).click()
    await opening.click()
    await page.locator('[data-secret=password]').waitFor()
    await page.getByRole('button', { name: 'Hide the login details' }).click()
    await opening.waitFor()
    assert.deepEqual(reports, [])
    assert.deepEqual(complaintsOf(visit), [])
    await page.context().close()
  })
})
