import { expect } from 'chai'
import fc from 'fast-check'
import {
  emptyDraft,
  introserv,
  namedPrice,
  orderLines,
  parseQuantity,
  parseQuoteOrder,
  quoteExtras,
  typedQuantity,
  type PriceList,
} from '../../../src/index.js'
import { context } from '../../support/examples.js'

const prices: PriceList = {
  currency: 'EUR',
  prices: {
    piece: { kind: 'fixed', net: '149.00' },
    hours: { kind: 'per-unit', net: '90', unit: 'hour' },
    asked: { kind: 'on-request' },
  },
}

describe('a quantity', () => {
  for (const [typed, read] of [
    ['1', '1'],
    ['2', '2'],
    ['1.5', '1.5'],
    ['1,5', '1.5'],
    [' 1,5 ', '1.5'],
    ['\u00a03\t', '3'],
    ['0,5', '0.5'],
    ['007', '7'],
    ['00.250', '0.250'],
    ['0.000001', '0.000001'],
    ['999.999999', '999.999999'],
    ['1000', '1000'],
    ['1000.000', '1000.000'],
  ] as const)
    it(`of time may be typed as ${JSON.stringify(typed)}`, () => {
      expect(parseQuantity(typed, 'per-unit')).to.deep.equal({ ok: true, value: read })
    })

  for (const [typed, read] of [
    ['1', '1'],
    [' 007 ', '7'],
    ['2,0', '2.0'],
    ['1000', '1000'],
  ] as const)
    it(`of pieces may be typed as ${JSON.stringify(typed)}`, () => {
      expect(parseQuantity(typed, 'fixed')).to.deep.equal({ ok: true, value: read })
    })

  for (const typed of ['0', '0.000001', '0,5', '1,5', '1000,000001', '1001', '99999', 'abc'])
    it(`of pieces is not ${JSON.stringify(typed)}`, () => {
      expect(parseQuantity(typed, 'fixed')).to.deep.equal({ ok: false, error: 'quantity-not-whole' })
    })

  for (const nothing of ['', ' ', '\t\n'])
    it(`needs not be typed at all: ${JSON.stringify(nothing)}`, () => {
      for (const kind of ['fixed', 'per-unit'] as const)
        expect(parseQuantity(nothing, kind)).to.deep.equal({ ok: true, value: undefined })
    })

  for (const typed of [
    'abc',
    '0',
    '0,0',
    '000000000000',
    '-1',
    '+1',
    '1e3',
    '0x10',
    '1000.000001',
    '1001',
    '100000',
    '0.0000001',
    '1.2.3',
    '1,000.5',
    '1 000',
    '1.',
    ',5',
    '1 h',
    '½',
    '١',
    '１',
    'NaN',
    'Infinity',
    '1\n2',
  ])
    it(`of time is not ${JSON.stringify(typed)}`, () => {
      expect(parseQuantity(typed, 'per-unit')).to.deep.equal({ ok: false, error: 'quantity-malformed' })
    })

  it('that is read is one that can be ordered, whoever types what', () => {
    const characters = fc.constantFrom(...'0123456789.,- eE+\u00a0')
    const typed = fc.oneof(
      fc.array(characters, { maxLength: 15 }).map(all => all.join('')),
      fc.tuple(fc.nat(1_200), fc.constantFrom('.', ','), fc.nat(999_999)).map(all => all.join('')),
      fc.tuple(fc.constant('999,'), fc.nat(999_999)).map(all => all.join('')),
      fc.string(),
    )
    let orderable = 0
    fc.assert(
      fc.property(typed, fc.constantFrom('piece', 'hours'), (text, extra) => {
        const quantity = parseQuantity(text, extra === 'piece' ? 'fixed' : 'per-unit')
        if (!quantity.ok || quantity.value === undefined) return
        const lines = orderLines(prices, [{ extra, quantity: quantity.value }])
        const order = { lines, customer: { country: 'PL', kind: 'consumer' }, date: '2026-11-26' }
        const parsed = parseQuoteOrder(order)
        expect(parsed.ok, text).to.equal(true)
        if (parsed.ok) expect(quoteExtras(parsed.value, undefined).kind).to.equal('tax-unknown')
        orderable += 1
      }),
      { seed: 26, numRuns: 2_000 },
    )
    expect(orderable).to.be.greaterThan(200)
  })

  it('stands as it was typed, and is nothing where nothing was', () => {
    const draft = { ...emptyDraft(context(), introserv), quantities: { hours: ' 1,5' } }
    expect(typedQuantity(draft, 'hours')).to.equal(' 1,5')
    expect(typedQuantity(draft, 'piece')).to.equal('')
    expect(typedQuantity(draft, 'toString')).to.equal('')
  })
})

describe('a price is named', () => {
  for (const [extra, kind] of [
    ['piece', 'fixed'],
    ['hours', 'per-unit'],
    ['asked', undefined],
    ['coffee', undefined],
    ['constructor', undefined],
  ] as const)
    it(`${kind ? 'for' : 'not for'} ${extra}`, () => {
      expect(namedPrice(prices, extra)?.kind).to.equal(kind)
    })

  it('not where there are no prices', () => {
    expect(namedPrice(undefined, 'piece')).to.equal(undefined)
  })
})
