import type { FieldKey } from './field.js'
import type { FiledQuote } from './filed-quote.js'
import { isSoundQuote } from '../quote/is-sound-quote.js'
import { orderLines } from '../quote/order-lines.js'
import { parseQuoteOrder } from '../quote/parse-order.js'
import { wanted, type QuoteTerms } from '../quote/provider-quote.js'
import { quoteDigest } from '../quote/quote-digest.js'
import { quoteExtras } from '../quote/quote-extras.js'
import type { BindingQuote, QuoteCustomer } from '../quote/quote.js'

/** How far the day of an estimate may be from the server's: forms stay open, and days end elsewhere at other times. */
const longest = 2 * 86_400_000

/**
 * What is wrong with the price that came with a request; empty where it is in order.
 *
 * It has to add up, be of these extras, and be what its digest was made of. An estimate has to be what the provider's own
 * prices and taxes come to on its day: only the word on a VAT ID is the browser's. Whether a quote that is named is one
 * that the provider made, and stands by, its backend knows.
 */
export async function filedQuoteIssues(
  filed: FiledQuote,
  extras: readonly string[],
  terms: Pick<QuoteTerms, 'prices' | 'tax' | 'now'>,
): Promise<readonly FieldKey[]> {
  const { quote, digest, id } = filed
  const priced = quote.lines.map(({ extra }) => extra)
  const isOfThese =
    new Set(priced).size === priced.length &&
    priced.length === extras.length &&
    priced.every(extra => extras.includes(extra))
  const isRight =
    isOfThese && (await isSoundQuote(quote, digest)) && (id !== undefined || (await isEstimate(filed, terms)))
  return isRight ? [] : ['quoteApproval']
}

async function isEstimate(
  { quote, customer, digest }: FiledQuote,
  { prices, tax, now }: Pick<QuoteTerms, 'prices' | 'tax' | 'now'>,
): Promise<boolean> {
  const { date } = quote
  if (Math.abs(Date.parse(date) - now) > longest) return false
  const order = parseQuoteOrder({ lines: orderLines(prices, quote.lines.map(wanted)), customer, date })
  return order.ok && (await quoteDigest(quoteExtras(order.value, tax))) === digest
}

/** What a backend keeps of a quote that it gave a name: the price, until when, and for whom. */
export type KeptQuote = Pick<BindingQuote, 'digest' | 'validUntil'> & { readonly customer: QuoteCustomer }

/**
 * Is this filed quote, which the customer's browser names, the one that the backend keeps under that name, for the same
 * buyer, and was it not over when it was approved? Whose it is, the backend looks at by itself.
 */
export function isKeptQuote(
  { digest, validUntil, customer, approvedAt = 0 }: FiledQuote,
  kept: KeptQuote | undefined,
): boolean {
  return (
    kept?.digest === digest &&
    kept.validUntil === validUntil &&
    isSameBuyer(customer, kept.customer) &&
    approvedAt <= kept.validUntil
  )
}

/** The browser may know less of a VAT ID than the provider, but confirms none. */
function isSameBuyer(filed: QuoteCustomer, kept: QuoteCustomer): boolean {
  const isConfirmed = filed.vatId?.status === 'valid'
  return (
    filed.country === kept.country &&
    filed.postcode === kept.postcode &&
    filed.kind === kept.kind &&
    filed.vatId?.value === kept.vatId?.value &&
    (!isConfirmed || kept.vatId?.status === 'valid')
  )
}
