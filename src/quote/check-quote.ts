import { millionths, moneyOf, netOf, vatOf, type Minor } from './money.js'
import type { Treatment } from './codes.js'
import type { Money, Quote, QuoteLine, Taxed, VatRow } from './quote.js'

/** What doesn't add up in a quote. */
export type QuoteFlaw =
  /** Amounts in different currencies, or with decimals that the currency hasn't. */
  | 'currency'
  /** A line is not quantity × unit price, or nothing where the price is something, or dearer than its own cap. */
  | 'line'
  /** The net amount is not the sum of the lines, or of what the VAT is for. */
  | 'net'
  /** The VAT of a rate is not the rate of its sum, or VAT is charged without one. */
  | 'vat-row'
  /** The VAT is not the sum over the rates. */
  | 'vat'
  /** The gross amount is not net + VAT. */
  | 'gross'
  /** The one rate is not that of the rows. */
  | 'rate'
  /** The kind says otherwise than the lines: a total with a line on request, or with a tax unknown. */
  | 'kind'

/**
 * Does a quote add up? Nothing if so, else what doesn't, each once. For a quote from the provider's server, whose word
 * stands as long as it adds up: whether prices, rates and treatment are the right ones is not asked here.
 */
export function checkQuote(quote: Quote): readonly QuoteFlaw[] {
  const flaws = new Set<QuoteFlaw>()
  if (!isOneCurrency(quote)) return ['currency']
  if (!isKindOf(quote)) flaws.add('kind')
  if (!quote.lines.every(isLine)) flaws.add('line')
  if (quote.kind === 'on-request') return [...flaws]
  const ofLines = sumOf(quote.lines.flatMap(({ net }) => net ?? []))
  if (minorOf(quote.net) !== ofLines) flaws.add('net')
  for (const taxed of [taxedOf(quote), quote.alternative])
    if (taxed) for (const flaw of flawsOf(taxed, ofLines)) flaws.add(flaw)
  return [...flaws]
}

function isKindOf(quote: Quote): boolean {
  const onRequest = quote.lines.filter(({ net }) => !net).length
  switch (quote.kind) {
    case 'on-request':
      return onRequest === quote.lines.length
    case 'partial': {
      const given = [quote.vat, quote.gross, quote.vatRows].filter(one => one !== undefined).length
      return onRequest > 0 && onRequest < quote.lines.length && (given === 0 || given === 3)
    }
    default:
      return onRequest === 0
  }
}

/** The amounts of a quote if their tax is known. */
export function taxedOf(quote: Quote): Taxed | undefined {
  if (quote.kind === 'total') return quote
  if (quote.kind !== 'partial') return undefined
  const { net, vat, gross, rate, vatRows } = quote
  if (!vat || !gross || !vatRows) return undefined
  return { net, vat, gross, vatRows, ...(rate !== undefined && { rate }) }
}

function flawsOf({ net, vat, gross, rate, vatRows }: Taxed, ofLines: Minor): readonly QuoteFlaw[] {
  const flaws: QuoteFlaw[] = []
  const taxable = sumOf(vatRows.map(row => row.taxable))
  if (minorOf(net) !== ofLines || taxable !== ofLines) flaws.push('net')
  if (!vatRows.every(isRow)) flaws.push('vat-row')
  if (sumOf(vatRows.map(row => row.vat)) !== minorOf(vat)) flaws.push('vat')
  if (minorOf(net) + minorOf(vat) !== minorOf(gross)) flaws.push('gross')
  const rates = new Set(vatRows.flatMap(row => row.rate ?? []))
  if (rate !== undefined && (rates.size !== 1 || !rates.has(rate))) flaws.push('rate')
  return flaws
}

function isLine({ quantity, unitNet, net, cap, netAtMost }: QuoteLine): boolean {
  if (unitNet === 'on-request') return !net && !netAtMost
  if (!net || minorOf(net) !== netOf(quantity, unitNet)) return false
  if (minorOf(net) === 0n && millionths(unitNet.amount) > 0n) return false
  if (cap === undefined) return !netAtMost
  if (millionths(quantity) > millionths(cap)) return false
  return !netAtMost || minorOf(netAtMost) === netOf(cap, unitNet)
}

const withoutVat: readonly Treatment[] = ['reverse-charge', 'outside-scope', 'seller-not-registered']

function isRow({ treatment, rate, taxable, vat }: VatRow): boolean {
  if (withoutVat.includes(treatment)) return rate === undefined && minorOf(vat) === 0n
  if (treatment === 'unknown' || rate === undefined) return false
  // A rate has at most three decimals: it is whole per 100,000.
  return minorOf(vat) === vatOf(minorOf(taxable), millionths(rate) / 1_000n)
}

function isOneCurrency(quote: Quote): boolean {
  const amounts: readonly (Money | undefined)[] =
    quote.kind === 'on-request'
      ? []
      : [quote.net, ...amountsOf(taxedOf(quote)), ...amountsOf(quote.alternative)]
  const ofLines = quote.lines.flatMap(({ net, netAtMost }) => [net, netAtMost])
  const all = [...amounts, ...ofLines].flatMap(money => money ?? [])
  const units = quote.lines.flatMap(({ unitNet }) => (unitNet === 'on-request' ? [] : unitNet))
  const [first] = [...all, ...units]
  return (
    [...all, ...units].every(({ currency }) => currency === first?.currency) &&
    all.every(money => moneyOf(minorOf(money), money.currency).amount === money.amount)
  )
}

function amountsOf(taxed: Taxed | undefined): readonly Money[] {
  if (!taxed) return []
  const { net, vat, gross, vatRows } = taxed
  return [net, vat, gross, ...vatRows.flatMap(row => [row.taxable, row.vat])]
}

function sumOf(amounts: readonly Money[]): Minor {
  return amounts.reduce((sum, money) => sum + minorOf(money), 0n)
}

function minorOf({ amount, currency }: Money): Minor {
  return netOf('1', { amount, currency })
}
