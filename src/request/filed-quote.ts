import type { Quote, QuoteCustomer } from '../quote/quote.js'

/** The price of the extras as the customer saw it last, and the customer's word on exactly that. */
export interface FiledQuote {
  readonly quote: Quote
  /** For whom was priced. */
  readonly customer: QuoteCustomer
  /** SHA-256 of the quote as canonical JSON, 64 lower-case hex digits: what the approval is tied to. */
  readonly digest: string
  /** The provider's name for the quote; missing where it is an estimate. */
  readonly id?: string
  /** Epoch milliseconds by the server's clock; missing where it is an estimate. */
  readonly validUntil?: number
  /** When the customer approved it, epoch milliseconds by the server's clock; missing while nobody did. */
  readonly approvedAt?: number
}
