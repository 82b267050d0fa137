import type { ReactiveControllerHost } from 'lit'
import type { Quote, QuoteStanding } from '../../src/index.js'
import type * as pricing from '../extras-quote/pricing.js'

/** Whether a price that the engineer raised can be agreed to: it adds up, and its digest is that of this very price. */
export type QuoteCheck = 'checking' | 'sound' | 'broken' | 'failed'

/** Checks the prices that engineers raise on a ticket; what that takes is loaded when there is one. */
export class RaisedQuotes {
  /** Decisions and views, once they are loaded. */
  pricing: typeof pricing | undefined

  readonly #host: ReactiveControllerHost
  readonly #checks = new WeakMap<Quote, QuoteCheck>()

  constructor(host: ReactiveControllerHost) {
    this.#host = host
  }

  /** How it stands with a price; checked once. */
  check({ quote, digest }: Pick<QuoteStanding, 'quote' | 'digest'>): QuoteCheck {
    const known = this.#checks.get(quote)
    if (known) return known
    this.#checks.set(quote, 'checking')
    void this.#run(quote, digest)
    return 'checking'
  }

  async #run(quote: Quote, digest: string): Promise<void> {
    try {
      this.pricing ??= await import('../extras-quote/pricing.js')
      const isSound = await this.pricing.isSoundQuote(quote, digest)
      this.#checks.set(quote, isSound ? 'sound' : 'broken')
    } catch {
      this.#checks.set(quote, 'failed')
    }
    this.#host.requestUpdate()
  }
}
