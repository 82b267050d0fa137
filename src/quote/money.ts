import type { Decimal, Money } from './quote.js'

/** An amount in the currency's smallest unit: cents, grosze. Whole and exact. */
export type Minor = bigint

/** At most 18 digits before the dot and 6 after it; never negative: a quote gives nothing back. */
const decimalForm = /^(?:0|[1-9]\d{0,17})(?:\.\d{1,6})?$/

// ISO 4217 (list one), what has not two decimals.
const withoutDecimals = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
const withThree = 'BHD IQD JOD KWD LYD OMR TND'

/** How many decimals a currency has, ISO 4217: mostly 2. */
export function currencyDecimals(currency: string): 0 | 2 | 3 {
  if (withoutDecimals.includes(currency)) return 0
  return withThree.includes(currency) ? 3 : 2
}

/**
 * The one place where money is rounded: a fraction to the nearest whole number, a half away from zero.
 *
 * Commercial rounding, as EN 16931 and tax offices count; the denominator is above zero.
 */
export function roundedQuotient(numerator: bigint, denominator: bigint): bigint {
  const size = numerator < 0n ? -numerator : numerator
  const rounded = size / denominator + ((size % denominator) * 2n >= denominator ? 1n : 0n)
  return numerator < 0n ? -rounded : rounded
}

/**
 * A decimal number as millionths, exactly.
 *
 * @throws {RangeError} for what is no `Decimal`; the message doesn't repeat it.
 */
export function millionths(decimal: Decimal): bigint {
  if (!decimalForm.test(decimal)) throw new RangeError('not a decimal number')
  const [whole = '', fraction = ''] = decimal.split('.')
  return BigInt(whole + fraction.padEnd(6, '0'))
}

/** A whole number of `10 ** -decimals` as text: `(32519n, 2)` is `"325.19"`. */
export function decimalOf(value: bigint, decimals: number): Decimal {
  const digits = value.toString().padStart(decimals + 1, '0')
  const at = digits.length - decimals
  return decimals === 0 ? digits : `${digits.slice(0, at)}.${digits.slice(at)}`
}

/** An amount for the wire, with as many decimals as its currency has. */
export function moneyOf(minor: Minor, currency: string): Money {
  return { amount: decimalOf(minor, currencyDecimals(currency)), currency }
}

/** Quantity × unit price in the currency's smallest unit, rounded once. */
export function netOf(quantity: Decimal, { amount, currency }: Money): Minor {
  const minorPerOne = 10n ** BigInt(currencyDecimals(currency))
  return roundedQuotient(millionths(quantity) * millionths(amount) * minorPerOne, 1_000_000_000_000n)
}

/** VAT on a sum: EN 16931, BR-CO-17. The rate is an integer per 100,000. */
export function vatOf(taxable: Minor, per100k: bigint): Minor {
  return roundedQuotient(taxable * per100k, 100_000n)
}

/** A rate per 100,000 as per cent: 25 500 is `"25.5"`. */
export function percent(per100k: number): Decimal {
  return decimalOf(BigInt(per100k), 3).replace(/\.?0+$/, '')
}
