import { checkQuote } from './check-quote.js'
import { quoteDigest } from './quote-digest.js'
import type { Quote } from './quote.js'

/** Does a quote add up, and is this its digest? Needs a secure context. */
export async function isSoundQuote(quote: Quote, digest: string): Promise<boolean> {
  return checkQuote(quote).length === 0 && (await quoteDigest(quote)) === digest
}
