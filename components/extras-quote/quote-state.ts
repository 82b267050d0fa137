import type { Offer } from './offer.js'

/**
 * What the provider says to an estimate: nothing, as it can't · it is asked about the VAT ID, then about the price · it
 * stands by the offer · its answer doesn't add up · it doesn't answer · what it stood by is over.
 */
export type ProviderWord = 'none' | 'checking' | 'asked' | 'given' | 'broken' | 'unavailable' | 'expired'

/** How it stands with the price. */
export type QuoteState =
  | { readonly at: 'nothing-chosen' }
  | { readonly at: 'loading' }
  /** What a price takes couldn't be loaded. */
  | { readonly at: 'failed' }
  | { readonly at: 'priced'; readonly offer: Offer; readonly word: ProviderWord }

/** The customer's word on exactly one offer. */
export interface Approval {
  readonly offer: Offer
  /** SHA-256 of the offer's quote. */
  readonly digest: string
}
