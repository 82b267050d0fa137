import type { FieldKey } from '../request/field.js'
import type { FiledQuote } from '../request/filed-quote.js'
import { checkQuote } from './check-quote.js'
import { quoteDigest } from './quote-digest.js'

/**
 * What is wrong with the price that came with a request: an approval of a quote that doesn't add up, that is of other
 * extras, or that its digest isn't of. Empty where it is in order; whether a named quote is one that the provider made, and
 * still stands by, its backend knows.
 */
export async function filedQuoteIssues(
  { quote, digest }: FiledQuote,
  extras: readonly string[],
): Promise<readonly FieldKey[]> {
  const priced = quote.lines.map(({ extra }) => extra)
  const isOfThese =
    new Set(priced).size === priced.length &&
    priced.length === extras.length &&
    priced.every(extra => extras.includes(extra))
  const isWhole = checkQuote(quote).length === 0 && (await quoteDigest(quote)) === digest
  return isOfThese && isWhole ? [] : ['quoteApproval']
}
