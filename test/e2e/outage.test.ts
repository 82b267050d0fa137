import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { signIn } from '../server/customer.js'
import { authorize, goOn, openForm, pickServer, sendIt, tellProblem } from './customer-visit.js'
import { openStage } from './stage.js'
import type { Stage, Visit } from './stage.js'

const PASSWORD = 'Pchnąć w tę łódź jeża'

describe('a request during an outage', () => {
  let stage: Stage

  before(async () => {
    stage = await openStage()
  })
  after(() => stage.close())

  /** A customer in front of the check page. */
  async function readyToSend(): Promise<Visit> {
    const visit = await stage.visit('/portal/')
    const { keys } = visit
    await openForm(visit, 'Anna Kowalska')
    await pickServer(visit)
    await goOn(visit, /^Krok 2/)
    await tellProblem(visit, [/^Przywrócenie działania usługi SSH/])
    await goOn(visit, /^Krok 3/)
    await keys.pick('Mam konto administratora', 'Mam konto administratora')
    await keys.to('Nazwa użytkownika')
    await keys.type('root')
    await keys.to('Hasło')
    await keys.type(PASSWORD)
    await goOn(visit, /^Krok 4/)
    await authorize(visit)
    await goOn(visit, /^Krok 5/)
    return visit
  }

  async function tickets(): Promise<readonly string[]> {
    const { adapter } = await signIn(stage.demo().url, 'anna')
    return (await adapter.list({ limit: 100 })).items.map(({ number }) => number)
  }

  it('is said not to be sent while the backend is down, and becomes one ticket once it is back', async () => {
    const visit = await readyToSend()
    const { page, keys } = visit
    await stage.stop('SIGKILL')
    await sendIt(visit)
    await page.getByText('Zgłoszenie nie zostało wysłane').first().waitFor()
    await stage.start()
    assert.deepEqual(await tickets(), [])
    await keys.to('Spróbuj ponownie')
    await keys.press('Enter')
    await page.getByRole('heading', { name: /Zgłoszenie nr \d+$/ }).waitFor()
    assert.equal((await tickets()).length, 1)
    assert.deepEqual(visit.reports, [])
    await page.context().close()
  })

  it('is found again when its answer was lost, though the backend was killed in between', async () => {
    const before = await tickets()
    const visit = await readyToSend()
    const { page, keys } = visit
    await page.route('**/api/interventions', async route => {
      if (route.request().method() !== 'POST') return route.fallback()
      // The backend gets it and answers; the customer never hears of it.
      await route.fetch()
      return route.abort('connectionreset')
    })
    await sendIt(visit)
    await page.getByText('Jeszcze nie wiadomo, czy zgłoszenie dotarło').first().waitFor()
    await stage.stop('SIGKILL')
    await stage.start()
    await page.unroute('**/api/interventions')
    const heading = page.getByRole('heading', { name: /Zgłoszenie nr \d+$/ })
    const check = page.getByRole('button', { name: 'Sprawdź ponownie' })
    // It looks by itself for a while; on a busy machine the backend may be back later than that.
    await heading.or(check).waitFor()
    if (await check.isVisible()) {
      await keys.to('Sprawdź ponownie')
      await keys.press('Enter')
    }
    await heading.waitFor()
    const now = await tickets()
    assert.equal(now.length, before.length + 1)
    assert.ok((await heading.innerText()).endsWith(now[0] ?? '-'))
    assert.deepEqual(visit.reports, [])
    await page.context().close()
  })

  it('stands on the desk and in the portal as before, after the backend was stopped and started', async () => {
    const [newest = ''] = await tickets()
    const desk = await stage.visit(`/desk/#${newest}`)
    await desk.page.getByRole('heading', { name: `Request ${newest}` }).waitFor()
    const shown = await desk.page.locator('main').innerText()
    await stage.stop('SIGTERM')
    await stage.start()
    await desk.page.reload()
    await desk.page.getByRole('heading', { name: `Request ${newest}` }).waitFor()
    assert.equal(await desk.page.locator('main').innerText(), shown)
    assert.match(await desk.page.locator('.verdict').innerText(), /^Record intact:/)
  })
})
