import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { authorize, goOn, openForm, pickServer, sendIt } from './customer-visit.js'
import { openStage } from './stage.js'
import type { Stage, Visit } from './stage.js'
import { signInAs, walkOf } from './walk.js'

const SECRET = 'Zima-2024!kot'

describe('a request whose words the form reads', () => {
  let stage: Stage
  let customer: Visit

  before(async () => {
    stage = await openStage()
    customer = await stage.visit('/portal/')
  })
  after(() => stage.close())

  it('takes a task from the words, and the password out of them, by the keyboard alone', async () => {
    const { page, keys } = customer
    await openForm(customer, 'Anna Kowalska')
    await pickServer(customer)
    await goOn(customer, /^Krok 2/)
    await keys.to('Na czym polega problem?')
    await keys.type(`po zmianie regul w firewallu nie ma polaczenia z serwerem, haslo roota to ${SECRET}`)
    await page.getByText('To wygląda na hasło.').waitFor()
    await page.getByRole('button', { name: /^Przywrócenie konfiguracji zapory/ }).waitFor()
    await keys.to(/^Przenieś do chronionego pola/)
    await keys.press('Enter')
    await keys.to(/^Przywrócenie konfiguracji zapory/)
    await keys.press('Space')
    await keys.to('Jakiego działania oczekujesz?')
    await keys.type('Proszę odblokować dostęp.')
    await keys.to('Komunikaty o błędach i objawy')
    await keys.to(/^Przywrócenie konfiguracji zapory/)
    assert.ok(await page.getByRole('checkbox', { name: /^Przywrócenie konfiguracji zapory/ }).isChecked())
    await goOn(customer, /^Krok 3/)
    await keys.to('Nazwa użytkownika')
    await keys.type('root')
    await goOn(customer, /^Krok 4/)
    await authorize(customer)
    await goOn(customer, /^Krok 5/)
    await sendIt(customer)
    await page.getByRole('heading', { name: /Zgłoszenie nr \d+$/ }).waitFor()
  })

  it('left the page with the password in no piece of it, and the desk opens it as it was typed', async () => {
    const sent = stage.sent()
    assert.ok(sent.includes('haslo roota to •••') && sent.includes('network-recovery'))
    assert.ok(!sent.includes(SECRET.slice(0, 6)))
    const { page } = await stage.visit('/desk/')
    await page.getByRole('link').filter({ hasText: /\d{5}/ }).first().click()
    await page.getByRole('button', { name: 'Open the login details' }).click()
    const shown = page.locator('[data-secret=password]')
    await shown.waitFor()
    assert.equal(await shown.innerText(), SECRET)
  })

  it('keeps the policy of the page', () => {
    assert.deepEqual(customer.reports, [])
    assert.deepEqual(customer.complaints, [])
  })

  it('goes its way without suggestions where what reads the words can’t be loaded', async () => {
    const { page, complaints } = await stage.visit('/portal/new', {
      locale: 'en',
      before: async page => {
        await signInAs(page, stage.demo().url, 'anna')
        await page.route(/judgement/, route => route.abort())
      },
    })
    const walk = walkOf(page, 'en')
    const failed = page.waitForEvent('requestfailed', request => request.url().includes('judgement'))
    await walk.to('problem')
    await walk.write('problem', 'Since I changed the firewall rules the server can’t be reached.')
    await failed
    await walk.write('action', 'Open SSH again.')
    await walk.on()
    await walk.at('access')
    assert.equal(await page.locator('os-intervention-form .chip').count(), 0)
    assert.deepEqual(
      complaints.filter(one => one.startsWith('uncaught')),
      [],
    )
  })
})
