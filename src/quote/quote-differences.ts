import { taxedOf } from './check-quote.js'
import type { Money, Quote, QuoteLine } from './quote.js'

/** In what two quotes differ for the person who pays. */
export type QuoteDifference =
  'kind' | 'lines' | 'currency' | 'net' | 'vat' | 'gross' | 'rate' | 'treatment' | 'once-confirmed'

/**
 * In what the provider's quote differs from our estimate, and so what has to be shown and approved anew: the extras with
 * their quantities and prices in whatever order, the amounts, the rate, the treatment, and what it costs once the VAT ID
 * is confirmed. Not its reasons, nor where a rate was read.
 */
export function quoteDifferences(one: Quote, other: Quote): readonly QuoteDifference[] {
  const [mine, theirs] = [factsOf(one), factsOf(other)]
  return keys.filter(key => mine[key] !== theirs[key])
}

/** Would the person who pays notice no difference? Approval holds for exactly one quote all the same: see `quoteDigest`. */
export function sameQuote(one: Quote, other: Quote): boolean {
  return quoteDifferences(one, other).length === 0
}

const keys = [
  'kind',
  'lines',
  'currency',
  'net',
  'vat',
  'gross',
  'rate',
  'treatment',
  'once-confirmed',
] as const satisfies readonly QuoteDifference[]

function factsOf(quote: Quote): Readonly<Record<QuoteDifference, string | undefined>> {
  const net = quote.kind === 'on-request' ? undefined : quote.net
  const taxed = taxedOf(quote)
  const confirmed = quote.kind === 'on-request' ? undefined : quote.alternative
  return {
    kind: quote.kind,
    lines: quote.lines.map(textOf).sort().join('\n'),
    currency: net?.currency,
    net: net?.amount,
    vat: taxed?.vat.amount,
    gross: taxed?.gross.amount,
    rate: taxed?.vatRows
      .map(({ rate = '' }) => rate)
      .sort()
      .join(),
    treatment: quote.treatment,
    'once-confirmed': confirmed && [confirmed.treatment, confirmed.gross.amount].join(),
  }
}

function textOf({ extra, quantity, unit, cap, unitNet, net, netAtMost }: QuoteLine): string {
  const price = unitNet === 'on-request' ? unitNet : amount(unitNet)
  return JSON.stringify([
    extra,
    plain(quantity),
    unit,
    cap && plain(cap),
    price,
    amount(net),
    amount(netAtMost),
  ])
}

function amount(money: Money | undefined): string | undefined {
  return money && plain(money.amount)
}

/** `1.50` and `1.5` are one number. */
function plain(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0{1,6}$/, '') : decimal
}
