import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { signIn } from '../server/customer.js'
import { openStage } from './stage.js'
import type { Stage } from './stage.js'
import { signInAs, walkOf } from './walk.js'
import type { Walk } from './walk.js'

/** Longer than any save waits for, and than a busy machine takes to load what looks for secrets first. */
const SAVED = 3_000

describe('R6, R9, R10: what a customer has written, over real reloads and in two tabs', () => {
  let stage: Stage

  before(async () => {
    stage = await openStage()
  })
  after(() => stage.close())

  /** A signed-in customer in front of an empty form, with storage of their own. */
  async function atForm(): Promise<{ readonly page: Page; readonly walk: Walk }> {
    const { page } = await stage.visit('/portal/', {
      before: one => signInAs(one, stage.demo().url, 'anna'),
    })
    await page.goto(`${stage.demo().url}/portal/new`)
    const walk = walkOf(page, 'pl')
    await walk.at('server')
    return { page, walk }
  }

  async function tickets(): Promise<readonly { readonly id: string; readonly number: string }[]> {
    const { adapter } = await signIn(stage.demo().url, 'anna')
    return (await adapter.list({ limit: 100 })).items
  }

  it('is there again in the form after a reload', async () => {
    const { page, walk } = await atForm()
    await walk.to('problem')
    await walk.write('problem', 'Zażółć gęślą jaźń')
    await page.waitForTimeout(SAVED)
    await page.reload()
    await page.getByText(walk.say('draft.title'), { exact: true }).waitFor()
    await walk.on()
    const field = page.getByLabel(walk.say('field.problem.label'), { exact: true })
    assert.equal(await field.inputValue(), 'Zażółć gęślą jaźń')
    await page.context().close()
  })

  it('is sent once, without another press, when the page is reloaded while the backend answers 503', async () => {
    const known = await tickets()
    const { page, walk } = await atForm()
    await walk.to('check')
    let refused = 0
    await page.route('**/api/interventions', async route => {
      if (route.request().method() !== 'POST') return route.fallback()
      refused += 1
      return route.fulfill({ status: 503, body: '' })
    })
    const answer = page.waitForResponse(response => response.status() === 503)
    await walk.send()
    await answer
    await page.unroute('**/api/interventions')
    await page.reload()
    const number = await walk.sent()
    const now = await tickets()
    assert.ok(refused > 0)
    assert.equal(now.length, known.length + 1)
    assert.ok(now.some(one => one.number === number))
    await page.context().close()
  })

  it('is one request in two tabs: the other one says that it is sent, with its number', async () => {
    const known = await tickets()
    const { page, walk } = await atForm()
    await walk.to('check')
    await page.waitForTimeout(SAVED)
    const other = await page.context().newPage()
    await other.goto(`${stage.demo().url}/portal/new`)
    await other.getByText(walk.say('draft.title'), { exact: true }).waitFor()
    await walk.send()
    const number = await walk.sent()
    await other.getByText(walk.say('elsewhere.sent', { number })).first().waitFor()
    assert.equal((await tickets()).length, known.length + 1)
    await page.context().close()
  })

  it('is there again in the tracker after a reload, and gone once it is sent', async () => {
    const [ticket] = await tickets()
    assert.ok(ticket)
    const { page, walk } = await atForm()
    const open = async (): Promise<void> => {
      await page.goto(`${stage.demo().url}/portal/ticket?id=${ticket.id}`)
      await page.locator('#reply').waitFor()
    }
    await open()
    await page.locator('#reply').fill('Czy coś już wiadomo?')
    await page.waitForTimeout(SAVED)
    await page.reload()
    await page.getByText(walk.say('tracker.reply.back.title'), { exact: true }).waitFor()
    assert.equal(await page.locator('#reply').inputValue(), 'Czy coś już wiadomo?')
    await page.locator('#reply-send').click()
    await page.locator('.entries').getByText('Czy coś już wiadomo?').waitFor()
    await open()
    await page.waitForTimeout(SAVED)
    assert.equal(await page.locator('#reply').inputValue(), '')
    await page.context().close()
  })

  it('goes once, where its answer was lost and the page was reloaded', async () => {
    const [ticket] = await tickets()
    assert.ok(ticket)
    const { page } = await atForm()
    await page.goto(`${stage.demo().url}/portal/ticket?id=${ticket.id}`)
    await page.locator('#reply').fill('Serwer znów nie odpowiada.')
    const keys: (string | undefined)[] = []
    page.on('request', request => {
      if (request.url().endsWith('/replies')) keys.push(request.headers()['idempotency-key'])
    })
    let isTaken = false
    await page.route(`**/api/interventions/${ticket.id}/replies`, async route => {
      if (isTaken) return route.fallback()
      // The backend gets it and answers; the page goes before it hears of that.
      await route.fetch()
      isTaken = true
    })
    await page.locator('#reply-send').click()
    while (!isTaken) await page.waitForTimeout(50)
    await page.reload()
    await page.locator('.entries').getByText('Serwer znów nie odpowiada.').first().waitFor()
    for (let tries = 0; keys.length < 2 && tries < 100; tries++) await page.waitForTimeout(100)
    await page.waitForFunction(() => {
      const field = document.querySelector('os-status-tracker')?.shadowRoot?.querySelector('#reply')
      return field instanceof HTMLTextAreaElement && field.value === ''
    })
    assert.equal(await page.locator('.entries').getByText('Serwer znów nie odpowiada.').count(), 1)
    assert.equal(keys.length, 2)
    assert.equal(new Set(keys).size, 1)
    assert.notEqual(keys[0], undefined)
    await page.context().close()
  })
})
