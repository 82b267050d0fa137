import type { Words } from '../../locales/index.js'
import { faultCodeOf, type FaultCode, type InterventionAdapter, type VatIdStatus } from '../../src/index.js'
import { announce } from '../shared/announcer.js'
import { isAborted } from '../shared/is-aborted.js'
import { warn, warnOfTable } from '../shared/warn.js'
import type { Offer, PriceRequest } from './offer.js'
import type * as pricing from './pricing.js'
import { Provider } from './provider.js'
import type { Approval, QuoteState } from './quote-state.js'
import { isPast, taxPoint } from './tax-point.js'

/** Where the prices come from, and whom they are told. */
export interface QuoteSurroundings {
  readonly words: () => Words
  readonly adapter: () => InterventionAdapter | undefined
  /** How far the server's clock is ahead of this machine's, milliseconds. */
  readonly clockAhead: () => number
  /** There is something else to draw. */
  readonly onChange: () => void
  readonly onApproved: (approval: Approval) => void
  readonly onFault?: (code: FaultCode) => void
  /** Does an approval end with the offer now? So it does where it is handed on later, until it is. */
  readonly lapses?: () => boolean
}

/** The longest time that a timer can wait; milliseconds. */
const longestTimer = 2_147_483_647

/**
 * Asks for a price again whenever what is priced has changed; an answer to an earlier question never becomes the price.
 *
 * An approval is of one offer: it falls with any other.
 */
export class QuoteController {
  state: QuoteState = { at: 'loading' }
  approval: Approval | undefined
  /** Has an approval fallen, because the price has changed? */
  fell = false
  /** Decisions and views, once they are loaded. */
  pricing: typeof pricing | undefined

  readonly #surroundings: QuoteSurroundings
  #request: PriceRequest | undefined
  #adapter: InterventionAdapter | undefined
  #asked = ''
  #running = new AbortController()
  #provider = new Provider(undefined)
  #expiry: ReturnType<typeof setTimeout> | undefined
  /** What was last told of the price; `undefined` before the first. */
  #told: string | undefined

  constructor(surroundings: QuoteSurroundings) {
    this.#surroundings = surroundings
  }

  /** Prices a request, unless that is done or under way; what stood open for too long is priced anew. */
  ask(request: PriceRequest): void {
    const adapter = this.#surroundings.adapter()
    const asked = JSON.stringify(request)
    if (adapter === this.#adapter && asked === this.#asked && !this.#isStale()) {
      // No timer wakes a machine that sleeps.
      this.#lapse()
      return
    }
    if (adapter !== this.#adapter) this.#provider = new Provider(adapter)
    this.#adapter = adapter
    this.#asked = asked
    this.#request = request
    this.#start()
  }

  /** Asks once more for the same: the provider didn't answer, or no longer stands by its quote. What comes of it is told. */
  again(): void {
    if (this.#told !== undefined) this.#told = ''
    this.#start()
  }

  /** The customer agrees to this offer; counts only while it is the one that is shown. */
  async approve(offer: Offer): Promise<void> {
    const { pricing } = this
    if (!pricing?.isApprovable(offer) || !this.#stands(offer)) return
    try {
      const digest = await pricing.quoteDigest(offer.quote)
      if (!this.#stands(offer) || this.approval?.offer === offer) return
      this.approval = { offer, digest }
      this.fell = false
      const { words, onApproved, onChange } = this.#surroundings
      announce(words().say('quote.approved.title'))
      onChange()
      onApproved(this.approval)
    } catch {
      // Digests need a secure context; without one nothing is approved.
      warn('insecure-quote')
    }
  }

  /** Forgets everything: another customer is here, or the page says so. */
  clear(): void {
    this.#running.abort()
    clearTimeout(this.#expiry)
    this.#provider = new Provider(this.#adapter)
    this.#request = undefined
    this.#asked = ''
    this.approval = undefined
    this.fell = false
    this.#told = undefined
    this.state = { at: 'loading' }
    this.#surroundings.onChange()
  }

  #start(): void {
    if (!this.#request) return
    this.#running.abort()
    this.#running = new AbortController()
    void this.#run(this.#request, this.#running.signal)
  }

  async #run(request: PriceRequest, signal: AbortSignal): Promise<void> {
    if (request.chosen.length === 0) {
      this.#settle({ at: 'nothing-chosen' })
      return
    }
    if (!this.pricing) this.#set({ at: 'loading' })
    try {
      // Nothing is waited for once it is here: the first estimate stands in the very next drawing.
      this.pricing ??= await import('./pricing.js')
    } catch {
      if (!isAborted(signal)) this.#settle({ at: 'failed' })
      return
    }
    if (!isAborted(signal)) await this.#price(this.pricing, request, signal)
  }

  async #price(own: typeof pricing, request: PriceRequest, signal: AbortSignal): Promise<void> {
    const { tax } = request
    const date = taxPoint(this.#surroundings.clockAhead())
    const order = own.orderFor(request, date, 'unchecked')
    if (!order) {
      warn('bad-lines')
      this.#settle({ at: 'nothing-chosen' })
      return
    }
    if (request.prices) this.#warnOfTax(own, request, date)
    const unchecked = own.estimateOf(order, tax)
    const vatId = own.vatIdToCheck(order, unchecked.quote)
    const answer = this.#statusOf(vatId, unchecked, signal)
    const status = answer instanceof Promise ? await answer : answer
    if (isAborted(signal)) return
    const asked = (status && own.orderFor(request, date, status)) ?? order
    const estimate = asked === order ? unchecked : own.estimateOf(asked, tax)
    const provider = this.#provider
    if (!provider.quotes) {
      this.#settle({ at: 'priced', offer: estimate, word: 'none' })
      return
    }
    this.#set({ at: 'priced', offer: estimate, word: 'asked' })
    try {
      const binding = await provider.quote(asked, signal)
      const offer = binding && (await own.bindingOffer(binding, estimate))
      if (isAborted(signal)) return
      if (!offer) this.#settle({ at: 'priced', offer: estimate, word: binding ? 'broken' : 'none' })
      else this.#settle({ at: 'priced', offer, word: this.#isOver(offer) ? 'expired' : 'given' })
    } catch (error) {
      if (isAborted(signal)) return
      this.#surroundings.onFault?.(faultCodeOf(error))
      this.#settle({ at: 'priced', offer: estimate, word: 'unavailable' })
    }
  }

  /** The authority's word on a VAT ID, at once where it is known; nothing where it isn't asked. */
  #statusOf(
    vatId: string | undefined,
    estimate: Offer,
    signal: AbortSignal,
  ): VatIdStatus | Promise<VatIdStatus | undefined> | undefined {
    const provider = this.#provider
    const isNeeded = estimate.quote.kind !== 'on-request' || provider.quotes
    if (vatId === undefined || !provider.checksVatIds || !isNeeded) return undefined
    const known = provider.known(vatId)
    if (known) return known
    this.#set({ at: 'priced', offer: estimate, word: 'checking' })
    return provider.checkVatId(vatId, signal).catch((error: unknown) => {
      if (!isAborted(signal)) this.#surroundings.onFault?.(faultCodeOf(error))
      return 'unavailable' as const
    })
  }

  #stands(offer: Offer): boolean {
    const { state } = this
    if (state.at !== 'priced' || state.offer !== offer || this.#isOver(offer)) return false
    return !['checking', 'asked', 'expired'].includes(state.word)
  }

  /** The price as it stays for now: told, where it is another one than before. */
  #settle(state: QuoteState): void {
    this.#set(state)
    const { words } = this.#surroundings
    const sentence = state.at === 'priced' ? this.#sentence(state) : ''
    if (this.#told !== undefined && sentence !== '' && sentence !== this.#told)
      announce(this.fell ? `${sentence} ${words().say('quote.fell.text')}` : sentence)
    this.#told = sentence
    clearTimeout(this.#expiry)
    if (state.at === 'priced' && state.offer.kind === 'binding' && state.word === 'given')
      this.#await(state.offer.validUntil)
  }

  #sentence({ offer, word }: Extract<QuoteState, { at: 'priced' }>): string {
    const words = this.#surroundings.words()
    const { customer } = this.#request ?? {}
    if (!this.pricing || !customer) return ''
    const price = this.pricing.quoteSentence(words, offer.quote, customer.kind)
    const isOdd = word === 'broken' || word === 'unavailable' || word === 'expired'
    return isOdd ? `${price} ${words.say(`quote.${word}.title`)}.` : price
  }

  #await(until: number): void {
    const rest = Math.max(0, until - this.#now())
    this.#expiry = setTimeout(
      () => {
        if (until <= this.#now()) this.#lapse()
        else this.#await(until)
      },
      Math.min(rest, longestTimer),
    )
  }

  /** May the price change under the customer's word on it? */
  get #isOpen(): boolean {
    return this.#surroundings.lapses?.() ?? !this.approval
  }

  /** When the provider no longer stands by an offer that nobody has taken, that is said. */
  #lapse(): void {
    const { state } = this
    if (this.#isOpen && state.at === 'priced' && state.word === 'given' && this.#isOver(state.offer))
      this.#settle({ ...state, word: 'expired' })
  }

  #isStale(): boolean {
    const { state } = this
    if (!this.#isOpen || state.at !== 'priced' || state.offer.kind !== 'estimate') return false
    return isPast(state.offer.quote.date, taxPoint(this.#surroundings.clockAhead()))
  }

  #set(state: QuoteState): void {
    this.state = state
    const stands = state.at === 'priced' && state.offer === this.approval?.offer && state.word !== 'expired'
    if (this.approval && !stands) {
      this.approval = undefined
      this.fell = true
    }
    this.#surroundings.onChange()
  }

  #isOver(offer: Offer): boolean {
    return offer.kind === 'binding' && offer.validUntil <= this.#now()
  }

  /** By the server's clock. */
  #now(): number {
    return Date.now() + this.#surroundings.clockAhead()
  }

  #warnOfTax({ vatTableDifferences }: typeof pricing, { tax }: PriceRequest, date: string): void {
    if (!tax) warn('no-seller')
    else if (tax.table !== 'dated') {
      const named = vatTableDifferences(tax.table, date).filter(({ country }) => !tax.overrides?.[country])
      if (named.length > 0) warnOfTable(named.map(({ country }) => country))
    }
  }
}
