import { digestOf } from '../authorization/digest.js'
import type { Quote } from './quote.js'

/**
 * What an approval is tied to: the SHA-256 of exactly this quote as canonical JSON (RFC 8785), 64 lower-case hex digits.
 *
 * Any change in it, one reason more included, is another digest and has to be approved anew. Needs a secure context.
 */
export async function quoteDigest(quote: Quote): Promise<string> {
  return digestOf(quote)
}
