import assert from 'node:assert/strict'
import { after, afterEach, before, describe, it } from 'node:test'
import { signIn } from '../server/customer.js'
import { authorize, goOn, openForm, pickServer, sendIt, tellProblem } from './customer-visit.js'
import { openStage } from './stage.js'
import type { Stage, Visit } from './stage.js'

const RESET = /^Reset hasła/
const NETWORK = /^Przywrócenie konfiguracji zapory/
const CONSENT = /^Zgadzam się, aby inżynierowie użyli trybu ratunkowego/

describe('a customer who can’t log in', () => {
  let stage: Stage
  let visit: Visit

  before(async () => {
    stage = await openStage()
  })
  after(() => stage.close())
  afterEach(async () => {
    assert.deepEqual(visit.reports, [])
    assert.deepEqual(visit.complaints, [])
    await visit.page.context().close()
  })

  /** As far as the access step, with these tasks. */
  async function toAccess(tasks: readonly RegExp[]): Promise<void> {
    visit = await stage.visit('/portal/')
    await openForm(visit, 'Anna Kowalska')
    await pickServer(visit)
    await goOn(visit, /^Krok 2/)
    await tellProblem(visit, tasks)
    await visit.keys.to('Dalej')
    await goOn(visit, /^Krok 3/)
  }

  const orders: readonly (readonly [string, readonly RegExp[]])[] = [
    ['a password reset alone', [RESET]],
    ['a password reset with other work', [RESET, NETWORK]],
  ]
  for (const [what, tasks] of orders) {
    it(`sends ${what}, with a consent of its own`, async () => {
      await toAccess(tasks)
      const { page, keys } = visit
      await keys.pick('Mam konto administratora', 'Nie mogę się zalogować')
      await keys.to('Dalej')
      await keys.press('Enter')
      await page.getByRole('group', { name: 'Popraw te pola' }).waitFor()
      await keys.to(CONSENT)
      await keys.press('Space')
      await goOn(visit, /^Krok 4/)
      await authorize(visit)
      await goOn(visit, /^Krok 5/)
      await sendIt(visit)
      const heading = page.getByRole('heading', { name: /Zgłoszenie nr \d+$/ })
      await heading.waitFor()
      const number = /\d+$/.exec(await heading.innerText())?.[0] ?? ''

      const { adapter } = await signIn(stage.demo().url, 'anna')
      const { items } = await adapter.entries(number)
      const fact = items.map(entry => entry.fact).find(({ kind }) => kind === 'authorization')
      assert.ok(fact?.kind === 'authorization')
      const { record } = fact.record
      assert.deepEqual(record.withoutCredentials, { console: true, reboot: true, mounting: true })
      assert.match(record.statement.text, /nie przekazuję danych logowania/)
      assert.equal((await adapter.get(number))?.access, undefined)
      const desk = await stage.visit(`/desk/#${number}`)
      await desk.page.getByText('No sealed login details came').waitFor()
      assert.match(await desk.page.locator('.verdict').innerText(), /^Record intact:/)
      await desk.page.context().close()
    })
  }

  it('is offered no way without login details for any other work', async () => {
    await toAccess([NETWORK])
    const { page, keys, writes } = visit
    assert.equal(await page.getByRole('radio', { name: 'Nie mogę się zalogować' }).count(), 0)
    await keys.to('Dalej')
    await keys.press('Enter')
    const summary = page.getByRole('group', { name: 'Popraw te pola' })
    await summary.waitFor()
    assert.match(await summary.innerText(), /Wybierz, jak inżynier może się zalogować/)
    assert.deepEqual(writes, ['/portal/session'])
  })

  it('is told so clearly who takes the password reset back again, and nothing is sent', async () => {
    await toAccess([RESET])
    const { page, keys, writes } = visit
    await keys.pick('Mam konto administratora', 'Nie mogę się zalogować')
    await keys.to(CONSENT)
    await keys.press('Space')
    await keys.to('Wstecz')
    await keys.press('Enter')
    await page.getByRole('heading', { name: /^Krok 2/ }).waitFor()
    await keys.to(RESET)
    await keys.press('Space')
    await keys.to(NETWORK)
    await keys.press('Space')
    await goOn(visit, /^Krok 3/)
    await keys.to('Dalej')
    await keys.press('Enter')
    const summary = page.getByRole('group', { name: 'Popraw te pola' })
    await summary.waitFor()
    assert.match(await summary.innerText(), /nie da się wykonać bez danych logowania/)
    assert.equal(await page.getByRole('heading', { name: /^Krok 3 z 5/ }).count(), 1)
    assert.deepEqual(writes, ['/portal/session'])
  })
})

describe('whoever is not known to own the account', () => {
  let stage: Stage

  before(async () => {
    stage = await openStage()
  })
  after(() => stage.close())

  /** As far as the authorization, with a problem told. */
  async function toAuthorization(name: string, service: string): Promise<Visit> {
    const visit = await stage.visit('/portal/')
    await openForm(visit, name)
    await visit.keys.to(service)
    await visit.keys.press('Space')
    await goOn(visit, /^Krok 2/)
    await tellProblem(visit, [RESET])
    await goOn(visit, /^Krok 3/)
    await visit.keys.pick('Mam konto administratora', 'Nie mogę się zalogować')
    await visit.keys.to(CONSENT)
    await visit.keys.press('Space')
    await goOn(visit, /^Krok 4/)
    return visit
  }

  it('keeps what was typed and sends nothing, where somebody else is the owner', async () => {
    const { page, keys, writes, reports } = await toAuthorization('Peter Brandt', 'web-gdansk-1')
    await page.getByText('Upoważnienia może udzielić tylko właściciel konta').first().waitFor()
    assert.equal(await page.getByRole('button', { name: /^(Dalej|Wyślij zgłoszenie)$/ }).count(), 0)
    for (const step of [3, 2]) {
      await keys.to('Wstecz')
      await keys.press('Enter')
      await page.getByRole('heading', { name: new RegExp(`^Krok ${String(step)}`) }).waitFor()
    }
    assert.match(await page.getByLabel('Na czym polega problem?').inputValue(), /^Po aktualizacji jądra/)
    assert.ok(await page.getByRole('checkbox', { name: RESET }).isChecked())
    assert.deepEqual(writes, ['/portal/session'])
    assert.deepEqual(reports, [])
    const { adapter } = await signIn(stage.demo().url, 'peter')
    assert.deepEqual((await adapter.list({})).items, [])
  })

  it('declares it, where the client area can’t tell, and the desk is told so', async () => {
    const visit = await toAuthorization('Maria Lopez', 'reservas')
    const { page, keys } = visit
    await authorize(visit)
    await keys.to('Dalej')
    await keys.press('Enter')
    const summary = page.getByRole('group', { name: 'Popraw te pola' })
    await summary.waitFor()
    assert.match(await summary.innerText(), /Oświadcz, że to konto należy do Ciebie/)
    await keys.to('Oświadczam, że to konto należy do mnie.')
    await keys.press('Space')
    // The statement says more now, so what was ticked under the former one no longer holds.
    await keys.to('Udzielam upoważnienia o powyższej treści.')
    if (!(await page.getByRole('checkbox', { name: /^Udzielam upoważnienia/ }).isChecked()))
      await keys.press('Space')
    await goOn(visit, /^Krok 5/)
    await sendIt(visit)
    await page.getByRole('heading', { name: /Zgłoszenie nr \d+$/ }).waitFor()
    const desk = await stage.visit('/desk/')
    await desk.page.getByRole('link', { name: /Maria Lopez/ }).click()
    await desk.page.getByText('owner declared').waitFor()
    assert.deepEqual([...visit.reports, ...visit.complaints, ...desk.reports, ...desk.complaints], [])
  })
})
