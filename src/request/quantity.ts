import type { Draft } from './draft.js'
import { upToThousand } from '../quote/schema.js'
import { not, ok, type Result } from '../result.js'
import type { Decimal, Price, PriceList } from '../quote/quote.js'

/** A quantity as it is typed, with a dot or a comma, at most six decimals. */
const typed = /^0*(\d{1,4})(?:[.,](\d{1,6}))?$/

/** Why that is no quantity: no time above zero and up to 1,000 units, or no whole number of pieces from 1 to 1,000. */
export type QuantityProblem = 'quantity-malformed' | 'quantity-not-whole'

/**
 * How much of an extra is wanted, from what was typed; nothing where nothing was: then the provider's estimate counts.
 *
 * @param kind - Of its price: what has a fixed one is sold in whole pieces.
 */
export function parseQuantity(
  text: string,
  kind: 'fixed' | 'per-unit',
): Result<Decimal | undefined, QuantityProblem> {
  const trimmed = text.trim()
  if (trimmed === '') return ok(undefined)
  const [, whole, fraction = ''] = typed.exec(trimmed) ?? []
  const problem = kind === 'fixed' ? 'quantity-not-whole' : 'quantity-malformed'
  if (whole === undefined || /^0*$/.test(whole + fraction)) return not(problem)
  if (kind === 'fixed' && /[1-9]/.test(fraction)) return not(problem)
  const quantity = fraction === '' ? whole : `${whole}.${fraction}`
  return upToThousand.test(quantity) ? ok(quantity) : not(problem)
}

/** How much of an extra is wanted, as typed; empty where nothing was. */
export function typedQuantity({ quantities }: Pick<Draft, 'quantities'>, extra: string): string {
  return Object.hasOwn(quantities, extra) ? (quantities[extra] ?? '') : ''
}

/** The price of an extra where one is named, and so a quantity is asked; nothing where it is on request. */
export function namedPrice(
  prices: PriceList | undefined,
  extra: string,
): Exclude<Price, { kind: 'on-request' }> | undefined {
  const price = prices && Object.hasOwn(prices.prices, extra) ? prices.prices[extra] : undefined
  return price && price.kind !== 'on-request' ? price : undefined
}
