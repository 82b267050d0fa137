import { parse } from '../parse.js'
import type { ParseIssue } from '../parse-issue.js'
import type { Result } from '../result.js'
import type { QuoteOrder } from './quote.js'
import { quoteOrder } from './schema.js'

/**
 * Checks an order: 1–100 lines in one currency, quantities above zero and up to 1,000, whole where there is a price, prices
 * below a thousand million, a date of the calendar. The copy holds what its type names and nothing else.
 */
export function parseQuoteOrder(value: unknown): Result<QuoteOrder, readonly ParseIssue[]> {
  return parse(quoteOrder, value)
}
