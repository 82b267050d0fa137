import { expect } from 'chai'
import {
  quoteDigest,
  quoteExtras,
  orderLines,
  type PriceList,
  type QuoteOrder,
  type TaxPolicy,
} from '../../../src/index.js'
import { providerQuote } from '../../../src/quote/provider-quote.js'

const prices: PriceList = {
  currency: 'EUR',
  prices: {
    tuning: { kind: 'per-unit', net: '80', unit: 'hour' },
    malware: { kind: 'fixed', net: '149.00' },
    recovery: { kind: 'on-request' },
  },
}
const tax: TaxPolicy = { seller: 'PL', table: 'dated', oss: true, supplyKind: { malware: 'general' } }
const now = Date.UTC(2026, 10, 26, 23, 59)

function order(extra: string, quantity?: string, over: Partial<QuoteOrder> = {}): QuoteOrder {
  return {
    lines: orderLines(prices, [{ extra, ...(quantity !== undefined && { quantity }) }]),
    customer: { country: 'DE', kind: 'business', vatId: { value: 'de 136695976', status: 'unchecked' } },
    date: '2026-11-26',
    ...over,
  }
}

describe('a provider’s own price for an order', () => {
  it('is the very estimate of an honest page, with its digest', async () => {
    for (const sent of [order('tuning', '2'), order('malware'), order('tuning'), order('recovery', '3')]) {
      const { quote, digest } = await providerQuote(sent, { prices, tax, now })
      expect(quote).to.deep.equal(quoteExtras(sent, tax))
      expect(digest).to.equal(await quoteDigest(quote))
    }
  })

  it('believes no price, no unit, no cap and no day of the order', async () => {
    const honest = await providerQuote(order('tuning', '2'), { prices, tax, now })
    const unitNet = { amount: '0.01', currency: 'PLN' }
    const lines = [{ extra: 'tuning', quantity: '2', unitNet, cap: '2' }]
    const forged = await providerQuote(order('tuning', '2', { lines, date: '2011-01-01' }), {
      prices,
      tax,
      now,
    })
    expect(forged).to.deep.equal(honest)
    expect(honest.quote.date).to.equal('2026-11-26')
  })

  it('is never for a part of a piece, whatever the order calls it', async () => {
    const unitNet = { amount: '149.00', currency: 'EUR' }
    for (const more of [{}, { unit: 'hour' as const }]) {
      const lines = [{ extra: 'malware', quantity: '0.000001', unitNet, ...more }]
      const { quote } = await providerQuote(order('malware', '1', { lines }), { prices, tax, now })
      expect(quote).to.deep.nested.include({ 'lines[0].quantity': '1', 'net.amount': '149.00' })
    }
  })

  it('believes the authority alone on a VAT ID', async () => {
    const claimed = order('malware')
    const { vatId: _, ...customer } = claimed.customer
    const valid = {
      ...claimed,
      customer: { ...customer, vatId: { value: 'DE136695976', status: 'valid' as const } },
    }
    expect((await providerQuote(valid, { prices, tax, now })).quote.treatment).to.equal(
      'reverse-charge-pending',
    )
    const asked: string[] = []
    for (const [word, treatment] of [
      ['valid', 'reverse-charge'],
      ['unavailable', 'reverse-charge-pending'],
    ] as const) {
      const checkVatId = (id: string) => {
        asked.push(id)
        return Promise.resolve(word)
      }
      const { quote } = await providerQuote(claimed, { prices, tax, now, checkVatId })
      expect(quote.treatment).to.equal(treatment)
    }
    expect(asked).to.deep.equal(['DE136695976', 'DE136695976'])
  })

  it('asks no authority where its word changes nothing', async () => {
    const checkVatId = () => Promise.reject(new Error('asked'))
    const { customer } = order('malware')
    const home = order('malware', '1', { customer: { ...customer, country: 'PL' } })
    const { quote } = await providerQuote(home, { prices, tax, now, checkVatId })
    expect(quote.kind).to.equal('total')
  })

  it('is on request for what has no price', async () => {
    const unitNet = { amount: '1.00', currency: 'EUR' }
    for (const extra of ['unknown', 'constructor', '__proto__', 'recovery']) {
      const sent = order('malware', '1', { lines: [{ extra, quantity: '1', unitNet }] })
      expect((await providerQuote(sent, { prices, tax, now })).quote.kind).to.equal('on-request')
    }
    const without = await providerQuote(order('malware'), { tax, now })
    expect(without.quote.kind).to.equal('on-request')
  })
})
