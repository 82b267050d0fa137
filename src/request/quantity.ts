import type { Draft } from './draft.js'
import { not, ok, type Result } from '../result.js'
import type { Decimal, Price, PriceList } from '../quote/quote.js'

/**
 * A quantity as it is typed, with a dot or a comma: above zero and below a hundred thousand, at most six decimals. An
 * order takes more, so that the last started unit still fits it.
 */
const typed = /^0*(\d{1,5})(?:[.,](\d{1,6}))?$/

/** How much of an extra is wanted, from what was typed; nothing where nothing was: then the provider's estimate counts. */
export function parseQuantity(text: string): Result<Decimal | undefined, 'quantity-malformed'> {
  const trimmed = text.trim()
  if (trimmed === '') return ok(undefined)
  const [, whole, fraction = ''] = typed.exec(trimmed) ?? []
  if (whole === undefined || /^0*$/.test(whole + fraction)) return not('quantity-malformed')
  return ok(fraction === '' ? whole : `${whole}.${fraction}`)
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
