import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { wordsFor } from '../../locales/index.js'
import { introserv } from '../../src/index.js'
import { openStage } from './stage.js'
import type { Stage } from './stage.js'
import { signInAs } from './walk.js'

const extras = ['application-troubleshooting', 'malware-removal'] as const

/** 78.00 € for an estimated hour of looking at the application, 149.00 € for the malware, in each country's VAT. */
const prices = {
  // A company in the provider's country: 23 % of 227.00 €.
  home: { net: '227.00', gross: '279.21' },
  // Without a confirmed ID: an engineer's work at the seller's 23 %, an automated one at Germany's 19 %.
  germany: { net: '227.00', gross: '273.25' },
  reverse: { gross: '227.00' },
} as const

describe('two additional services', () => {
  let stage: Stage

  before(async () => {
    stage = await openStage()
  })
  after(() => stage.close())

  for (const language of ['pl', 'en'] as const) {
    it(`are priced by country and VAT ID, approved, sent, and seen on the desk: ${language}`, async () => {
      const { page, keys } = await stage.visit('/portal/new', {
        locale: language,
        before: async other => signInAs(other, stage.demo().url, 'anna'),
      })
      const words = wordsFor(language)
      const { say } = words
      const money = (amount: string) => words.money({ amount, currency: 'EUR' })
      const arrive = (step: 'problem' | 'access' | 'authorization' | 'check' | 'sent') =>
        page.getByRole('heading', { name: say(`step.${step}`) }).waitFor()
      const quote = page.getByRole('region', { name: say('quote.title') })
      const total = (amount: string) => quote.getByRole('row', { name: new RegExp(escaped(money(amount))) })
      const vatId = async (id: string) => {
        await keys.to(new RegExp(`^${escaped(say('field.vatId.label'))}`))
        await page.keyboard.press('Control+a')
        await keys.type(id)
        await keys.press('Tab')
      }

      await keys.to('web-gdansk-1')
      await keys.press('Space')
      await keys.press('Enter')
      await arrive('problem')
      await keys.to(say('field.problem.label'))
      await keys.type('Sklep pokazuje 500, a serwer wysyła spam.')
      await keys.to(say('field.action.label'))
      await keys.type('Usunąć i naprawić.')
      await keys.to(new RegExp(`^${escaped(say('field.extras.fold'))}`))
      await keys.press('Enter')
      for (const extra of extras) {
        await keys.to(words.wording(undefined, `extra.${extra}.title`))
        await keys.press('Space')
      }

      await total(prices.home.gross).waitFor()
      await quote.getByText(money(prices.home.net)).first().waitFor()
      await keys.to(new RegExp(`^${escaped(say('quote.details.title'))}`))
      await keys.press('Enter')
      await keys.to(say('field.country.label'))
      await keys.type(words.country('DE'))
      await total(prices.germany.gross).waitFor()

      await vatId('DE000000200')
      await quote.getByText(say('quote.reason.vat-id-invalid')).first().waitFor()
      await total(prices.germany.gross).waitFor()
      await page.keyboard.press('Shift+Tab')
      await vatId('DE000000300')
      await quote
        .getByText(
          say('quote.either', {
            now: money(prices.germany.gross),
            then: `${money(prices.reverse.gross)} (${say('quote.untaxed.reverse-charge')})`,
          }),
        )
        .waitFor()
      await page.keyboard.press('Shift+Tab')
      await vatId('DE000000100')
      await quote.getByText(say('quote.untaxed.reverse-charge')).first().waitFor()
      await quote.getByText(say('quote.totalUntaxed')).waitFor()

      await keys.to(say('quote.approve.binding'))
      await keys.press('Enter')
      await quote.getByText(say('quote.approved.title')).waitFor()
      const shownId = /Q-\d+/.exec(await quote.innerText())?.[0] ?? ''
      await keys.to(say('form.continue'))
      await keys.press('Enter')
      await arrive('access')
      await keys.to(say('access.account.title'))
      await keys.press('Space')
      await keys.to(say('field.username.label'))
      await keys.type('root')
      await keys.to(say('field.password.label'))
      await keys.type('żółw')
      await keys.press('Enter')
      await arrive('authorization')
      for (const { id } of introserv.duties) {
        await keys.to(words.wording(undefined, `duty.${id}`))
        await keys.press('Space')
      }
      await keys.to(say('field.authorization.label'))
      await keys.press('Space')
      await keys.press('Enter')
      await arrive('check')
      await page.locator('os-intervention-form').getByText(say('quote.approved.title')).waitFor()
      await keys.to(say('form.send'))
      await keys.press('Enter')
      await arrive('sent')
      const number =
        /\d{5}/.exec(await page.getByRole('heading', { name: /\d{5}/ }).first().innerText())?.[0] ?? ''

      const desk = await stage.visit(`/desk/#${number}`)
      const price = desk.page.getByRole('region', { name: 'Price of the additional services' })
      await price.getByText('Price approved').waitFor()
      const seen = await price.innerText()
      for (const told of [
        shownId,
        '€227.00',
        'reverse-charge',
        'Germany',
        'DE000000100 (valid)',
        'the digest fits',
      ])
        assert.ok(seen.includes(told), `${told} in:\n${seen}`)
      const ticket = await desk.page.getByRole('region', { name: 'Text', exact: true }).innerText()
      assert.match(ticket, new RegExp(`binding quote ${shownId}`))
      assert.match(ticket, /Price approved by the customer: .*UTC/)
      await desk.page.context().close()
      await page.context().close()
    })
  }
})

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s/g, '\\s')
}
