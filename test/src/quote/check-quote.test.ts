import { expect } from 'chai'
import {
  checkQuote,
  quoteDifferences,
  quoteExtras,
  sameQuote,
  type Quote,
  type QuoteCustomer,
  type QuoteDifference,
  type QuoteFlaw,
  type TaxPolicy,
} from '../../../src/index.js'
import { quote as schema } from '../../../src/quote/schema.js'
import { changed } from '../../support/paths.js'

const tax: TaxPolicy = { seller: 'PL', table: 'dated', oss: true, supplyKind: { by: 'general' } }
const eur = (amount: string) => ({ amount, currency: 'EUR' })
const germany: QuoteCustomer = {
  country: 'DE',
  kind: 'business',
  vatId: { value: 'DE123456789', status: 'unavailable' },
}
const quoteFor = (customer: QuoteCustomer, ...more: readonly 'on-request'[]): Quote =>
  quoteExtras(
    {
      lines: [
        { extra: 'on', quantity: '3', unitNet: eur('33.335'), unit: 'hour', cap: '4' },
        { extra: 'by', quantity: '1', unitNet: eur('50') },
        ...more.map(unitNet => ({ extra: 'by', quantity: '1', unitNet })),
      ],
      customer,
      date: '2026-11-26',
    },
    tax,
  )

const total = quoteFor(germany)
const partial = quoteFor(germany, 'on-request')

/** The quote with something else at a path, as a server might send it. */
const altered = (quote: Quote, changes: Readonly<Record<string, unknown>>): Quote =>
  schema.parse(
    Object.entries(changes).reduce<unknown>((one, [path, value]) => changed(one, path, () => value), quote),
  )

describe('the arithmetic of a quote from the server', () => {
  it('stands in what we counted ourselves', () => {
    expect(checkQuote(total)).to.deep.equal([])
    expect(checkQuote(partial)).to.deep.equal([])
    expect(checkQuote(quoteFor({ country: '', kind: 'consumer' }))).to.deep.equal([])
  })

  it('stands whatever the rates and prices, as long as they add up', () => {
    const dearer = altered(total, {
      'vatRows.0.rate': '20',
      'vatRows.0.vat.amount': '20.00',
      'vat.amount': '31.50',
      'gross.amount': '181.51',
    })
    expect(checkQuote(dearer)).to.deep.equal([])
    expect(quoteDifferences(total, dearer)).to.have.members(['vat', 'gross', 'rate'])
  })

  const wrong: readonly [string, Quote, Readonly<Record<string, unknown>>, readonly QuoteFlaw[]][] = [
    ['a cent more', total, { 'gross.amount': '180.52' }, ['gross']],
    ['VAT that is not the sum', total, { 'vat.amount': '30.51', 'gross.amount': '180.52' }, ['vat']],
    ['VAT of a rate', total, { 'vatRows.0.vat.amount': '19.01' }, ['vat-row', 'vat']],
    ['VAT without a rate', total, { 'vatRows.0.rate': undefined }, ['vat-row']],
    ['a rate under reverse charge', total, { 'vatRows.0.treatment': 'reverse-charge' }, ['vat-row']],
    ['an unknown tax in a total', total, { 'vatRows.0.treatment': 'unknown' }, ['vat-row']],
    [
      'a part of the sum untaxed',
      total,
      { 'vatRows.0.taxable.amount': '50.00', 'vatRows.0.vat.amount': '9.50' },
      ['net', 'vat'],
    ],
    ['a line that is not quantity × price', total, { 'lines.0.quantity': '2' }, ['line']],
    [
      'nothing to pay for what has a price',
      total,
      {
        'lines.1.quantity': '0.000001',
        'lines.1.net.amount': '0.00',
        'net.amount': '100.01',
        'vatRows.1.taxable.amount': '0.00',
        'vatRows.1.vat.amount': '0.00',
        'vat.amount': '19.00',
        'gross.amount': '119.01',
        alternative: undefined,
      },
      ['line'],
    ],
    [
      'a line dearer than its cap',
      total,
      { 'lines.0.cap': '2', 'lines.0.netAtMost.amount': '66.67' },
      ['line'],
    ],
    ['a wrong price at the cap', total, { 'lines.0.netAtMost.amount': '99.99' }, ['line']],
    [
      'a net that is not the sum of the lines',
      total,
      { 'net.amount': '150.00', 'gross.amount': '180.50' },
      ['net'],
    ],
    ['one rate where there are two', total, { rate: '19' }, ['rate']],
    ['a wrong sum once confirmed', total, { 'alternative.gross.amount': '150.00' }, ['gross']],
    ['VAT once confirmed', total, { 'alternative.vatRows.0.vat.amount': '1.00' }, ['vat-row', 'vat']],
    ['another currency', total, { 'gross.currency': 'PLN' }, ['currency']],
    ['too many decimals', total, { 'gross.amount': '180.510' }, ['currency']],
    [
      'a total with a line on request',
      total,
      { 'lines.1.net': undefined, 'lines.1.unitNet': 'on-request' },
      ['kind', 'net'],
    ],
    [
      'a part with all lines priced',
      partial,
      { 'lines.2.unitNet': eur('0'), 'lines.2.net': eur('0.00') },
      ['kind'],
    ],
    ['a part with a VAT and no gross', partial, { gross: undefined }, ['kind']],
    ['a price on a line on request', partial, { 'lines.2.net': eur('0.00') }, ['kind', 'line']],
  ]
  for (const [what, quote, changes, flaws] of wrong)
    it(`does not stand with ${what}`, () => {
      expect(checkQuote(altered(quote, changes))).to.have.members(flaws)
    })
})

describe('a change against our estimate', () => {
  it('is none for the same, in whatever order and with zeros or reasons more', () => {
    expect(sameQuote(total, quoteFor(germany))).to.equal(true)
    const [first, second] = total.lines
    const theirs = altered(total, {
      lines: [second, { ...first, quantity: '3.0', unitNet: eur('33.3350') }],
      reasons: ['override'],
      'vatRows.0.basis': { kind: 'override' },
    })
    expect(quoteDifferences(total, theirs)).to.deep.equal([])
  })

  const cases: readonly [string, Quote, readonly QuoteDifference[]][] = [
    [
      'another country',
      quoteFor({ country: 'FI', kind: 'consumer' }),
      ['vat', 'gross', 'rate', 'treatment', 'once-confirmed'],
    ],
    [
      'a confirmed VAT ID',
      quoteFor({ ...germany, vatId: { value: 'DE123456789', status: 'valid' } }),
      ['vat', 'gross', 'rate', 'treatment', 'once-confirmed'],
    ],
    [
      'no country',
      quoteFor({ country: '', kind: 'consumer' }),
      ['kind', 'vat', 'gross', 'rate', 'treatment', 'once-confirmed'],
    ],
    ['a line more', partial, ['kind', 'lines']],
    ['a higher cap', altered(total, { 'lines.0.cap': '9' }), ['lines']],
  ]
  for (const [what, other, differences] of cases)
    it(`is seen for ${what}`, () => {
      const found = quoteDifferences(total, other)
      expect([...found]).to.have.members([...differences])
      expect(sameQuote(total, other)).to.equal(false)
    })
})
