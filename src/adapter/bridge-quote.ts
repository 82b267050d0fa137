import { checkQuote } from '../quote/check-quote.js'
import { quoteDigest } from '../quote/quote-digest.js'
import type { BindingQuote } from '../quote/quote.js'
import { AdapterFault } from './fault.js'

/**
 * A quote that adds up and has its own digest.
 *
 * The browser checks it again, but there nobody of the provider's sees the mistake. Only its kind goes into the cause.
 *
 * @throws {AdapterFault} `unavailable` for any other.
 */
export async function soundQuote(binding: BindingQuote): Promise<BindingQuote> {
  const flaws = checkQuote(binding.quote)
  if (flaws.length > 0) throw unsound(flaws.join(', '))
  if ((await quoteDigest(binding.quote)) !== binding.digest) throw unsound('digest')
  return binding
}

function unsound(what: string): AdapterFault {
  return new AdapterFault('unavailable', { cause: new TypeError(`unsound quote: ${what}`) })
}
