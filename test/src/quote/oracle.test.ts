import { expect } from 'chai'
import {
  checkQuote,
  introservVatTable,
  quoteExtras,
  type Quote,
  type QuoteCustomer,
  type QuoteOrder,
  type TaxPolicy,
  type Treatment,
} from '../../../src/index.js'
import { otherCalculation } from '../../support/other-calculation.js'
import { changes, oddLines, states } from '../../support/vat-examples.js'

// Treatment and rate stand here by the decision table of the law; the money is counted by another library.

const today = '2026-11-26'
const rateOf = new Map(states.map(([state, rate]) => [state, rate]))
const sellers: readonly TaxPolicy[] = ['PL', 'DE', 'US'].map(seller => ({
  seller,
  table: 'dated',
  oss: true,
}))

let turn = 0
/** The next odd line: every case has another. */
function odd() {
  const [quantity, price, currency] = oddLines[turn++ % oddLines.length]!
  return { quantity, price, currency }
}

type Odd = ReturnType<typeof odd>

function orderOf(lines: readonly Odd[], customer: QuoteCustomer, date: string): QuoteOrder {
  return {
    lines: lines.map(({ quantity, price, currency }, at) => ({
      extra: `extra-${at}`,
      quantity,
      unitNet: { amount: price, currency },
    })),
    customer,
    date,
  }
}

/** The quote is a total, to the smallest unit what the other library says, and adds up. */
function expectTotal(quote: Quote, lines: readonly Odd[], treatment: Treatment, rate: string | undefined) {
  if (quote.kind !== 'total') throw new Error(`no total: ${quote.kind}, ${quote.reasons.join()}`)
  const { net, vat, gross } = quote
  const other = otherCalculation(
    lines.map(line => ({ ...line, ...(rate !== undefined && { rate }) })),
    lines[0]!.currency,
  )
  expect({ net, vat, gross }).to.deep.equal(other)
  expect([quote.treatment, quote.rate]).to.deep.equal([treatment, rate])
  expect(checkQuote(quote)).to.deep.equal([])
}

/** By the law: who is taxed how, and at which rate, for an electronic service. */
function law(seller: string, state: string, customer: string): [Treatment, string | undefined] {
  if (seller === state) return ['domestic', rateOf.get(state)]
  if (customer === 'business, valid') return ['reverse-charge', undefined]
  const treatment =
    customer === 'business, unavailable' ? 'reverse-charge-pending' : 'eu-consumer-destination'
  return [treatment, rateOf.get(state)]
}

const customers: readonly [string, (country: string, value: string) => QuoteCustomer][] = [
  ['consumer', country => ({ country, kind: 'consumer' })],
  ['business, valid', (country, value) => ({ country, kind: 'business', vatId: { value, status: 'valid' } })],
  [
    'business, invalid',
    (country, value) => ({ country, kind: 'business', vatId: { value, status: 'invalid' } }),
  ],
  [
    'business, unavailable',
    (country, value) => ({ country, kind: 'business', vatId: { value, status: 'unavailable' } }),
  ],
]

describe('to the cent, in 27 states, by another library', () => {
  for (const tax of sellers)
    for (const [state, , vatId] of states)
      for (const [who, customerOf] of customers) {
        const line = odd()
        const what = `${line.quantity} × ${line.price} ${line.currency}`
        it(`${tax.seller} → ${state}, ${who}: ${what}`, () => {
          const quote = quoteExtras(orderOf([line], customerOf(state, vatId), today), tax)
          const [treatment, rate] = law(tax.seller, state, who)
          expectTotal(quote, [line], treatment, rate)
          if (quote.kind !== 'total') throw new Error('no total')
          // Two outcomes while a VAT ID is not confirmed, and only then.
          if (treatment !== 'reverse-charge-pending') expect(quote).not.to.have.property('alternative')
          else {
            const { net, vat, gross } = quote.alternative!
            expect({ net, vat, gross }).to.deep.equal(otherCalculation([line], line.currency))
            expect(quote.alternative!.treatment).to.equal('reverse-charge')
          }
        })
      }
})

describe('to the cent, where a consumer is taxed at the seller’s rate', () => {
  for (const seller of ['PL', 'DE'])
    for (const [state] of states)
      for (const [why, more] of [
        ['below the threshold', { oss: false }],
        ['by people', { oss: true, supplyKind: { 'extra-0': 'general', 'extra-1': 'general' } }],
      ] as const) {
        const first = odd()
        const lines = [first, { ...odd(), currency: first.currency }]
        it(`${seller} → ${state}, ${why}`, () => {
          const tax: TaxPolicy = { seller, table: 'dated', ...more }
          const quote = quoteExtras(orderOf(lines, { country: state, kind: 'consumer' }, today), tax)
          const treatment = seller === state ? 'domestic' : 'eu-consumer-seller-rate'
          expectTotal(quote, lines, treatment, rateOf.get(seller))
        })
      }
})

describe('to the cent, on both sides of each change of a rate', () => {
  for (const [state, lastDay, old, firstDay, now] of changes)
    for (const [date, rate] of [
      [lastDay, old],
      [firstDay, now],
    ] as const) {
      const line = odd()
      it(`${state} on ${date}: ${rate} %`, () => {
        const order = orderOf([line], { country: state, kind: 'consumer' }, date)
        const quote = quoteExtras(order, { seller: 'PL', table: 'dated', oss: true })
        expectTotal(quote, [line], 'eu-consumer-destination', rate)
        // A seller at home is taxed by the same days.
        expectTotal(quoteExtras(order, { seller: state, table: 'dated' }), [line], 'domestic', rate)
      })
    }
})

describe('to the cent, by the provider’s own table', () => {
  const printed = new Map(rateOf).set('EE', '22').set('FI', '24').set('RO', '19').set('SK', '20')
  for (const [state] of states.filter(([name]) => name !== 'SI')) {
    const line = odd()
    it(`${state}: ${printed.get(state)!} %, whatever the date`, () => {
      const order = orderOf([line], { country: state, kind: 'consumer' }, '2026-11-26')
      const quote = quoteExtras(order, { seller: 'US', table: introservVatTable })
      expectTotal(quote, [line], 'eu-consumer-destination', printed.get(state))
    })
  }
})

describe('to the cent, with both kinds of supply in one order', () => {
  for (const [state, rate] of states.filter(([name]) => name !== 'PL')) {
    const first = odd()
    const second = { ...odd(), currency: first.currency }
    it(`PL → ${state}: one row at ${rate} %, one at 23 %`, () => {
      const tax: TaxPolicy = { seller: 'PL', table: 'dated', oss: true, supplyKind: { 'extra-1': 'general' } }
      const order = orderOf([first, second], { country: state, kind: 'consumer' }, today)
      const quote = quoteExtras(order, tax)
      if (quote.kind !== 'total') throw new Error('no total')
      // Two states' tax is never one sum, not even at one rate.
      const theirs = otherCalculation([{ ...first, rate }], first.currency)
      const ours = otherCalculation([{ ...second, rate: '23' }], first.currency)
      expect(quote.treatment).to.equal('mixed')
      expect(quote.vatRows.map(row => [row.country, row.taxable, row.vat])).to.have.deep.members([
        [state, theirs.net, theirs.vat],
        ['PL', ours.net, ours.vat],
      ])
      expect(checkQuote(quote)).to.deep.equal([])
    })
  }
})
