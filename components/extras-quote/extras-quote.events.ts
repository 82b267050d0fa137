/** The customer has agreed to exactly one quote: its digest, and the provider's id for it where it is a binding one. */
export class QuoteApprovedEvent extends Event {
  /** Missing where what was approved is an estimate. */
  readonly id: string | undefined
  /** SHA-256 of the quote as canonical JSON, 64 hex digits: what `quoteDigest` of the core gives. */
  readonly digest: string

  constructor(id: string | undefined, digest: string) {
    super('os-quote-approved', { bubbles: true, composed: true })
    this.id = id
    this.digest = digest
  }

  /** The same fields, for inline scripts that expect them here. */
  get detail(): { readonly id: string | undefined; readonly digest: string } {
    const { id, digest } = this
    return Object.freeze({ id, digest })
  }
}

declare global {
  interface HTMLElementEventMap {
    'os-quote-approved': QuoteApprovedEvent
  }
}
