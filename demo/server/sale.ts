import type { PriceList, TaxPolicy } from '../../src/index.js'

/** What a provider asks for its extras, how it is taxed, and whom it asks about VAT IDs. */
export interface Sale {
  readonly prices: PriceList
  readonly tax: TaxPolicy
  readonly checkVatId: (id: string) => Promise<'valid' | 'invalid' | 'unavailable'>
}

/** Nordhost's. Prices and settings are invented, as the company is. */
export const nordhostSale: Sale = {
  prices: {
    currency: 'EUR',
    prices: {
      'application-troubleshooting': {
        kind: 'per-unit',
        net: '19.50',
        unit: '15-minutes',
        estimateMinutes: 50,
        capMinutes: 180,
      },
      'malware-removal': { kind: 'fixed', net: '149.00' },
      'data-recovery': { kind: 'on-request' },
      'performance-tuning': { kind: 'per-unit', net: '78.00', unit: 'hour', estimateMinutes: 90 },
    },
  },
  tax: {
    seller: 'PL',
    table: 'dated',
    oss: true,
    // Two are scripts that an engineer only starts; two are the engineer's own work.
    supplyKind: {
      'application-troubleshooting': 'general',
      'malware-removal': 'electronic',
      'data-recovery': 'general',
      'performance-tuning': 'electronic',
    },
  },
  checkVatId,
}

/**
 * Stands in for VIES, and asks nobody: as in its test service a number that ends in 100 is valid and one that ends in 200
 * is not; about every other one, 300 among them, no authority could be asked.
 */
function checkVatId(id: string): Promise<'valid' | 'invalid' | 'unavailable'> {
  if (id.endsWith('100')) return Promise.resolve('valid')
  return Promise.resolve(id.endsWith('200') ? 'invalid' : 'unavailable')
}
