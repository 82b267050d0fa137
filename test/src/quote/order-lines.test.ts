import { expect } from 'chai'
import {
  orderLines,
  parseQuoteOrder,
  postcodeMatters,
  quoteExtras,
  startedUnits,
  type ChosenExtra,
  type PriceList,
} from '../../../src/index.js'

const prices: PriceList = {
  currency: 'PLN',
  prices: {
    fixed: { kind: 'fixed', net: '199.99' },
    hours: { kind: 'per-unit', net: '180', unit: 'hour', estimateMinutes: 61, capMinutes: 240 },
    quarters: { kind: 'per-unit', net: '45.50', unit: '15-minutes', estimateMinutes: 46 },
    capped: { kind: 'per-unit', net: '100', unit: 'hour', capMinutes: 90 },
    mistaken: { kind: 'per-unit', net: '100', unit: 'hour', estimateMinutes: 600, capMinutes: 90 },
    open: { kind: 'per-unit', net: '100', unit: 'hour' },
    asked: { kind: 'on-request' },
  },
}

const line = (chosen: ChosenExtra) => orderLines(prices, [chosen])[0]!
const pln = (amount: string) => ({ amount, currency: 'PLN' })

describe('started units of time', () => {
  for (const [minutes, unit, expected] of [
    [1, '15-minutes', '1'],
    [15, '15-minutes', '1'],
    [16, '15-minutes', '2'],
    [60, 'hour', '1'],
    [61, 'hour', '2'],
    [240, 'hour', '4'],
    [262_800, '15-minutes', '17520'],
  ] as const)
    it(`${minutes} minutes are ${expected} × ${unit}`, () => {
      expect(startedUnits(minutes, unit)).to.equal(expected)
    })
})

describe('a line for', () => {
  it('a fixed price is one piece, or as many as are wanted', () => {
    expect(line({ extra: 'fixed' })).to.deep.equal({ extra: 'fixed', quantity: '1', unitNet: pln('199.99') })
    expect(line({ extra: 'fixed', quantity: '2' })).to.include({ quantity: '2' })
  })

  it('a part of a piece is the whole piece: the least that is sold is one', () => {
    const wished = ['0.000001', '0.5', '1.000001', '2.5'].map(
      quantity => line({ extra: 'fixed', quantity }).quantity,
    )
    expect(wished).to.deep.equal(['1', '1', '2', '3'])
  })

  it('work by time is the estimate, each started unit counted, with its cap', () => {
    expect(line({ extra: 'hours' })).to.deep.equal({
      extra: 'hours',
      quantity: '2',
      unitNet: pln('180'),
      unit: 'hour',
      cap: '4',
    })
    expect(line({ extra: 'quarters' })).to.deep.equal({
      extra: 'quarters',
      quantity: '4',
      unitNet: pln('45.50'),
      unit: '15-minutes',
    })
  })

  it('a wish for time counts started units, and never more than the cap', () => {
    const wished = ['0.1', '1', '1.000001', '2.5', '4', '4.1', '999999'].map(
      quantity => line({ extra: 'hours', quantity }).quantity,
    )
    expect(wished).to.deep.equal(['1', '1', '2', '3', '4', '4', '4'])
  })

  it('a cap without an estimate is the cap, and so is an estimate beyond it', () => {
    expect(line({ extra: 'capped' })).to.include({ quantity: '2', cap: '2' })
    expect(line({ extra: 'mistaken' })).to.include({ quantity: '2', cap: '2' })
  })

  it('time that nobody knows is on request', () => {
    expect(line({ extra: 'open' })).to.deep.equal({
      extra: 'open',
      quantity: '1',
      unitNet: 'on-request',
      unit: 'hour',
    })
    expect(line({ extra: 'open', quantity: '1.5' })).to.deep.include({ quantity: '2', unitNet: pln('100') })
  })

  it('what has no price is on request', () => {
    for (const extra of ['asked', 'unheard-of', 'constructor', '__proto__'])
      expect(line({ extra })).to.deep.equal({ extra, quantity: '1', unitNet: 'on-request' })
    expect(orderLines(undefined, [{ extra: 'fixed' }])[0]).to.include({ unitNet: 'on-request' })
  })

  it('a quantity that is no number is refused', () => {
    expect(() => line({ extra: 'hours', quantity: '-1' })).to.throw(RangeError)
  })
})

describe('an order from a price list', () => {
  const quoted = (...extras: readonly string[]) =>
    quoteExtras(
      {
        lines: orderLines(
          prices,
          extras.map(extra => ({ extra })),
        ),
        customer: { country: 'PL', kind: 'consumer' },
        date: '2026-11-26',
      },
      { seller: 'PL', table: 'dated', supplyKind: {} },
    )

  it('has a total, an estimate where time is in it, and what it costs at most', () => {
    const quote = quoted('fixed', 'hours')
    expect(quote).to.deep.nested.include({
      kind: 'total',
      'net.amount': '559.99',
      'vat.amount': '128.80',
      'gross.amount': '688.79',
      'lines[1].net.amount': '360.00',
      'lines[1].netAtMost.amount': '720.00',
    })
    expect(quote.reasons).to.include('estimated-time')
  })

  it('shows the known part as such, with its tax', () => {
    const quote = quoted('fixed', 'asked', 'open')
    expect(quote).to.deep.nested.include({
      kind: 'partial',
      'net.amount': '199.99',
      'gross.amount': '245.99',
    })
    expect(quote.reasons).to.include.members(['price-on-request', 'time-unknown'])
    expect(quote.lines.map(({ net }) => net?.amount)).to.deep.equal(['199.99', undefined, undefined])
  })

  it('has no amount at all where all is on request', () => {
    const quote = quoted('asked')
    expect(quote).to.include({ kind: 'on-request', treatment: 'domestic' })
    expect(quote).not.to.have.any.keys('net', 'vat', 'gross', 'vatRows', 'rate')
    expect(quoted()).to.include({ kind: 'on-request', treatment: 'unknown' })
  })
})

describe('an order from outside', () => {
  const order = {
    lines: [{ extra: 'x', quantity: '1', unitNet: { amount: '1', currency: 'EUR' } }],
    customer: { country: '', kind: 'consumer' },
    date: '2026-11-26',
  }

  it('is let in as its type says, and without what nobody named', () => {
    expect(parseQuoteOrder({ ...order, more: 1 })).to.deep.equal({ ok: true, value: order })
  })

  for (const [quantity, unitNet, is] of [
    ['1000', { amount: '1', currency: 'EUR' }, true],
    ['1001', { amount: '1', currency: 'EUR' }, false],
    ['0.000001', { amount: '1', currency: 'EUR' }, false],
    ['2.5', 'on-request', true],
    ['1000.1', 'on-request', false],
  ] as const)
    it(`${is ? 'may' : 'may not'} ask for ${quantity} of what ${unitNet === 'on-request' ? 'is on request' : 'has a price'}`, () => {
      const lines = [{ extra: 'x', quantity, unitNet }]
      expect(parseQuoteOrder({ ...order, lines }).ok).to.equal(is)
    })

  it('says where it is wrong, never what stood there', () => {
    const parsed = parseQuoteOrder({ ...order, lines: [{ ...order.lines[0], quantity: '-4711' }] })
    expect(parsed).to.deep.include({ ok: false })
    expect(JSON.stringify(parsed)).to.include('quantity').and.not.to.include('4711')
  })
})

describe('the postcode', () => {
  it('is worth asking for where the tax depends on it', () => {
    expect(['ES', 'PT', 'FI', 'FR', 'IT', 'DE', 'AT', 'GR'].every(postcodeMatters)).to.equal(true)
    expect(['PL', 'US', '', 'constructor'].some(postcodeMatters)).to.equal(false)
  })
})
