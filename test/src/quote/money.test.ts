import { expect } from 'chai'
import * as currencies from 'dinero.js/currencies'
import fc from 'fast-check'
import {
  checkQuote,
  currencyDecimals,
  quoteDigest,
  quoteDifferences,
  quoteExtras,
  type OrderLine,
  type QuoteOrder,
  type TaxPolicy,
} from '../../../src/index.js'
import { decimalOf, millionths, percent, roundedQuotient } from '../../../src/quote/money.js'
import { quote as schema } from '../../../src/quote/schema.js'
import { otherCalculation } from '../../support/other-calculation.js'
import { states } from '../../support/vat-examples.js'

const dated: TaxPolicy = {
  seller: 'PL',
  table: 'dated',
  oss: true,
  supplyKind: { by: 'general', on: 'electronic' },
}

describe('rounding', () => {
  const cases: readonly [bigint, bigint, bigint][] = [
    [5n, 10n, 1n],
    [-5n, 10n, -1n],
    [15n, 10n, 2n],
    [25n, 10n, 3n],
    [-25n, 10n, -3n],
    [4n, 10n, 0n],
    [-4n, 10n, 0n],
    [0n, 10n, 0n],
    [1n, 3n, 0n],
    [2n, 3n, 1n],
    [10n ** 40n + 5n, 10n, 10n ** 39n + 1n],
  ]
  for (const [numerator, denominator, expected] of cases)
    it(`${numerator} / ${denominator} is ${expected}`, () => {
      expect(roundedQuotient(numerator, denominator)).to.equal(expected)
    })
})

describe('a decimal number', () => {
  it('is read exactly, and written as it was', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 24n - 1n }), value => {
        expect(millionths(decimalOf(value, 6))).to.equal(value)
      }),
    )
  })

  for (const odd of [
    '',
    '-1',
    '+1',
    '1e3',
    '1,5',
    ' 1',
    '1 ',
    '.5',
    '5.',
    '00',
    '01',
    'NaN',
    'Infinity',
    '0x1',
    '1_000',
    '٣',
    '1.1234567',
    '1'.repeat(19),
    '1\n',
  ])
    it(`${JSON.stringify(odd)} is none, and the refusal does not repeat it`, () => {
      expect(() => millionths(odd)).to.throw(RangeError, /^not a decimal number$/)
    })

  it('a rate is written without zeros at its end', () => {
    expect([0, 500, 8_000, 20_000, 25_500, 25_505, 100_000].map(percent)).to.deep.equal([
      '0',
      '0.5',
      '8',
      '20',
      '25.5',
      '25.505',
      '100',
    ])
  })
})

describe('a currency', () => {
  it('has as many decimals as ISO 4217 says', () => {
    // What ISO counts in other units than decimals, or lists as a fund.
    const known = Object.values(currencies).filter(({ base, exponent }) => base === 10 && exponent !== 4)
    expect(known.length).to.be.greaterThan(140)
    for (const { code, exponent } of known)
      expect([code, currencyDecimals(code)]).to.deep.equal([code, exponent])
  })
})

const decimals = (most: number) =>
  fc
    .tuple(
      fc.integer({ min: 0, max: most }),
      fc.integer({ min: 0, max: 999_999 }),
      fc.integer({ min: 0, max: 6 }),
    )
    .map(([whole, fraction, length]) => {
      const digits = String(fraction).padStart(6, '0').slice(0, length)
      return length === 0 ? String(whole) : `${whole}.${digits}`
    })

const orders = fc
  .record({
    currency: fc.constantFrom('EUR', 'PLN', 'JPY', 'KWD', 'HUF'),
    country: fc.constantFrom(...states.map(([state]) => state), 'US', ''),
    lines: fc.array(
      fc.record({
        extra: fc.constantFrom('by', 'on', 'unset'),
        quantity: decimals(999_999).map(text => (/^[1-9]/.test(text) ? text : '1')),
        // Nothing that has a price comes to nothing: at least one of the smallest unit, or free.
        price: fc.option(
          decimals(999_999_999).map(text => (/^[1-9]/.test(text) ? text : '0')),
          { freq: 8 },
        ),
      }),
      { minLength: 1, maxLength: 12 },
    ),
  })
  .map(({ currency, country, lines }): QuoteOrder => ({
    lines: lines.map(({ extra, quantity, price }): OrderLine => ({
      extra,
      quantity,
      unitNet: price === null ? 'on-request' : { amount: price, currency },
    })),
    customer: { country, kind: 'consumer' },
    date: '2026-11-26',
  }))

describe('whatever is ordered', () => {
  it('net + VAT is gross, each rate’s VAT is of its sum, and a gross only where all is known', () => {
    fc.assert(
      fc.property(orders, order => {
        const quote = quoteExtras(order, dated)
        expect(checkQuote(quote)).to.deep.equal([])
        expect(schema.parse(quote), 'on the wire').to.deep.equal(quote)
        const unknown = order.lines.filter(({ unitNet }) => unitNet === 'on-request').length
        expect(quote.kind === 'on-request').to.equal(unknown === order.lines.length)
        if (quote.kind === 'total') expect([unknown, quote.treatment === 'unknown']).to.deep.equal([0, false])
        if (quote.treatment === 'unknown') expect(quote).not.to.have.property('gross')
      }),
      { numRuns: 500 },
    )
  })

  it('the other library counts the same, beyond what a float can hold', () => {
    fc.assert(
      fc.property(orders, order => {
        const lines = order.lines.filter(({ unitNet }) => unitNet !== 'on-request')
        fc.pre(lines.length > 0)
        const quote = quoteExtras(
          { ...order, lines, customer: { country: 'FI', kind: 'consumer' } },
          { ...dated, supplyKind: {} },
        )
        if (quote.kind !== 'total') throw new Error('no total')
        const { net, vat, gross } = quote
        const currency = net.currency
        const same = lines.map(({ quantity, unitNet }) => ({
          quantity,
          price: unitNet === 'on-request' ? '' : unitNet.amount,
          rate: '25.5',
        }))
        expect({ net, vat, gross }).to.deep.equal(otherCalculation(same, currency))
      }),
      { numRuns: 300 },
    )
  })

  it('the order of the lines changes nothing', () => {
    fc.assert(
      fc.property(orders, fc.infiniteStream(fc.nat()), (order, numbers) => {
        const shuffled = order.lines
          .map(line => ({ line, at: numbers.next().value as number }))
          .sort((one, other) => one.at - other.at)
          .map(({ line }) => line)
        const [quote, other] = [order, { ...order, lines: shuffled }].map(one => quoteExtras(one, dated))
        expect(quoteDifferences(quote!, other!)).to.deep.equal([])
        expect({ ...other, lines: [] }).to.deep.equal({ ...quote, lines: [] })
      }),
    )
  })

  it('the longest order that is let in still has an amount', () => {
    const line: OrderLine = {
      extra: 'on',
      quantity: '999999.999999',
      unitNet: { amount: '999999999.999999', currency: 'KWD' },
    }
    const quote = quoteExtras(
      {
        lines: Array.from({ length: 100 }, () => line),
        customer: { country: 'HU', kind: 'consumer' },
        date: '2026-11-26',
      },
      dated,
    )
    if (quote.kind !== 'total') throw new Error('no total')
    expect(quote.gross.amount).to.match(/^\d{18}\.\d{3}$/)
    expect(checkQuote(quote)).to.deep.equal([])
    expect(schema.parse(quote)).to.deep.equal(quote)
  })

  it('two currencies, or what is no number, are refused', () => {
    const of =
      (...lines: readonly OrderLine[]) =>
      () =>
        quoteExtras({ lines, customer: { country: 'PL', kind: 'consumer' }, date: '2026-11-26' }, dated)
    const unitNet = { amount: '1', currency: 'EUR' }
    expect(
      of(
        { extra: 'x', quantity: '1', unitNet },
        { extra: 'x', quantity: '1', unitNet: { ...unitNet, currency: 'PLN' } },
      ),
    ).to.throw(RangeError)
    expect(of({ extra: 'x', quantity: '-1', unitNet })).to.throw(RangeError)
    expect(of({ extra: 'x', quantity: '1', unitNet: { ...unitNet, amount: '-1' } })).to.throw(RangeError)
    expect(of({ extra: 'x', quantity: 'many', unitNet: 'on-request' })).to.throw(RangeError)
  })
})

describe('a digest', () => {
  it('is of exactly one quote', async () => {
    const order: QuoteOrder = {
      lines: [{ extra: 'on', quantity: '1', unitNet: { amount: '10', currency: 'EUR' } }],
      customer: { country: 'FI', kind: 'consumer' },
      date: '2026-11-26',
    }
    const quote = quoteExtras(order, dated)
    const digest = await quoteDigest(quote)
    expect(digest).to.match(/^[0-9a-f]{64}$/)
    expect(await quoteDigest(JSON.parse(JSON.stringify(quote)))).to.equal(digest)
    expect(await quoteDigest(quoteExtras(order, dated))).to.equal(digest)
    const others = [
      quoteExtras({ ...order, date: '2026-11-27' }, dated),
      quoteExtras({ ...order, customer: { country: 'SE', kind: 'consumer' } }, dated),
      quoteExtras({ ...order, lines: [{ ...order.lines[0]!, quantity: '2' }] }, dated),
      { ...quote, reasons: [] },
    ]
    for (const other of others) expect(await quoteDigest(other)).not.to.equal(digest)
  })
})
