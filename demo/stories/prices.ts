import {
  quoteDigest,
  quoteExtras,
  type BindingQuote,
  type PriceList,
  type QuoteOrder,
  type TaxPolicy,
} from '../../src/index.js'

/** Believable prices of a believable host. */
export const storyPrices: PriceList = {
  currency: 'EUR',
  prices: {
    'application-troubleshooting': {
      kind: 'per-unit',
      net: '90.00',
      unit: 'hour',
      estimateMinutes: 130,
      capMinutes: 300,
    },
    'performance-tuning': { kind: 'fixed', net: '149.00' },
    'malware-removal': { kind: 'per-unit', net: '24.90', unit: '15-minutes', estimateMinutes: 90 },
    'data-recovery': { kind: 'on-request' },
  },
}

const aDay = 86_400_000

/** What an honest provider answers. */
export async function bindingFor(order: QuoteOrder, tax: TaxPolicy): Promise<BindingQuote> {
  const quote = quoteExtras(order, tax)
  return { quote, id: 'Q-2026-0417', validUntil: Date.now() + 7 * aDay, digest: await quoteDigest(quote) }
}
