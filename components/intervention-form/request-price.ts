import type { TemplateResult } from 'lit'
import type { Words } from '../../locales/index.js'
import {
  namedPrice,
  parseQuantity,
  taxPolicyOf,
  typedQuantity,
  type Buyer,
  type ChosenExtra,
  type Draft,
  type Facts,
  type FaultCode,
  type FiledQuote,
  type InterventionAdapter,
} from '../../src/index.js'
import { customerFrom, isUnknown } from '../extras-quote/customer.js'
import type { Offer } from '../extras-quote/offer.js'
import { QuoteController } from '../extras-quote/quote.controller.js'
import type { Approval, QuoteState } from '../extras-quote/quote-state.js'
import type { RequestController } from './request.controller.js'

/** What the price is of, and whom it is told. */
export interface Priced {
  readonly words: () => Words
  readonly adapter: () => InterventionAdapter | undefined
  readonly request: () => Pick<RequestController, 'draft' | 'facts' | 'state' | 'store'>
  readonly onChange: () => void
  readonly onApproved: (approval: Approval) => void
  readonly onFault: (code: FaultCode) => void
}

/** The price of a request's extras: asked for whenever one of them changes, and what of it goes with the request. */
export class RequestPrice {
  /** Has an approval fallen out of the customer's sight? */
  isLapsed = false

  readonly #priced: Priced
  readonly #quote: QuoteController
  #beginning = 0
  #approvedAt = 0
  #wasApproved = false

  constructor(priced: Priced) {
    this.#priced = priced
    this.#quote = new QuoteController({
      words: priced.words,
      adapter: priced.adapter,
      clockAhead: () => priced.request().store.clockAhead,
      lapses: () => ['draft', 'sealing'].includes(priced.request().state.at),
      onChange: () => {
        this.#notice()
      },
      onApproved: approval => {
        this.#approvedAt = this.#now()
        this.isLapsed = false
        priced.onApproved(approval)
      },
      onFault: priced.onFault,
    })
  }

  /** How it stands; nothing where there is no price to show: nothing is chosen, or nothing has a price or could have one. */
  get state(): QuoteState | undefined {
    const { state } = this.#quote
    const { draft, facts } = this.#priced.request()
    const mayHave = draft?.extras.some(extra => namedPrice(facts?.context.prices, extra))
    return (mayHave || this.isNamed) && state.at !== 'nothing-chosen' ? state : undefined
  }

  /** Is there an amount, and so something to agree to? */
  get isNamed(): boolean {
    const { state } = this.#quote
    return state.at === 'priced' && state.offer.quote.kind !== 'on-request'
  }

  /** The customer's word on the price that is shown. */
  get approval(): Approval | undefined {
    return this.#quote.approval
  }

  /** The price as one sentence; nothing while there is none. */
  get sentence(): string | undefined {
    const { state } = this
    const kind = this.#customer()?.kind
    if (state?.at !== 'priced' || !kind) return undefined
    return this.#quote.pricing?.quoteSentence(this.#priced.words(), state.offer.quote, kind)
  }

  /** Prices what the draft has chosen, unless that is done or under way. */
  ask(): void {
    const { draft, facts, state, store } = this.#priced.request()
    const { beginning } = store
    if (beginning !== this.#beginning) {
      this.#beginning = beginning
      this.isLapsed = false
      this.#quote.clear()
    }
    const customer = this.#customer()
    if (!draft || !facts || !customer || state.at === 'accepted') return
    const { context, policy } = facts
    this.#quote.ask({
      // A provider that lists no price for any of them is not asked for one: support names it in the ticket.
      chosen: isListed(draft, facts) ? draft.extras.map(extra => chosen(extra, draft, facts)) : [],
      customer,
      prices: context.prices,
      tax: taxPolicyOf(policy, context.tax),
    })
  }

  /** Has the provider named the price itself, and stands by it? */
  get isBinding(): boolean {
    return this.state?.at === 'priced' && this.state.offer.kind === 'binding'
  }

  /** Asks once more for the same: the provider didn't answer, or no longer stands by its quote. */
  again(): void {
    this.isLapsed = false
    this.#quote.again()
  }

  /** The customer has seen that an approval fell, and goes on: no price stops anybody. */
  acknowledge(): void {
    this.isLapsed = false
  }

  /** Draws the price; nothing while there is none, or what draws it isn't loaded. `edit` takes what is said about the buyer. */
  draw(edit: (changes: Partial<Buyer>) => void): TemplateResult | undefined {
    const { pricing, approval, fell } = this.#quote
    const { state } = this
    const { facts } = this.#priced.request()
    const customer = this.#customer()
    if (state?.at !== 'priced' || !facts || !customer) return undefined
    const { account } = facts.context
    const view = {
      ...{ words: this.#priced.words(), policy: facts.policy, customer, approval, fell, edit },
      isPart: true,
      open: isUnknown({ given: nothingGiven, account }),
      approve: (offer: Offer) => {
        void this.#quote.approve(offer)
      },
      askAgain: () => {
        this.again()
      },
    }
    return pricing?.quotePart(view, state)
  }

  /** What goes with the request: the price as it was seen, and the word on it; nothing where all of it is on request. */
  async filed(): Promise<FiledQuote | undefined> {
    const { state } = this
    const { pricing, approval } = this.#quote
    if (state?.at !== 'priced' || !this.isNamed || !pricing) return undefined
    const { offer } = state
    const isApproved = approval?.offer === offer
    return {
      quote: offer.quote,
      customer: offer.customer,
      digest: isApproved ? approval.digest : await pricing.quoteDigest(offer.quote),
      ...(offer.kind === 'binding' ? { id: offer.id, validUntil: offer.validUntil } : {}),
      ...(isApproved ? { approvedAt: this.#approvedAt } : {}),
    }
  }

  #notice(): void {
    const { approval, fell } = this.#quote
    const { state } = this.#priced.request()
    const isInSight = state.at === 'draft' && state.step === 'problem'
    if (approval) this.isLapsed = false
    else if (this.#wasApproved && fell && !isInSight) this.isLapsed = true
    this.#wasApproved = approval !== undefined
    this.#priced.onChange()
  }

  #customer() {
    const { draft, facts } = this.#priced.request()
    return (
      draft &&
      facts &&
      customerFrom({ edits: draft.buyer, given: nothingGiven, account: facts.context.account })
    )
  }

  #now(): number {
    return Date.now() + this.#priced.request().store.clockAhead
  }
}

/** The form has no attributes for what the client area doesn't know. */
const nothingGiven = { country: '', postcode: '', kind: '', vatId: '' }

/** What can't be read as a quantity is none: its own field says so. */
function chosen(extra: string, draft: Draft, { context }: Facts): ChosenExtra {
  const price = namedPrice(context.prices, extra)
  const quantity = price && parseQuantity(typedQuantity(draft, extra), price.kind)
  return quantity?.ok && quantity.value !== undefined ? { extra, quantity: quantity.value } : { extra }
}

function isListed({ extras }: Draft, { context }: Facts): boolean {
  return extras.some(extra => namedPrice(context.prices, extra))
}
