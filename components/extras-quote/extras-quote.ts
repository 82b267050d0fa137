import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { property } from 'lit/decorators.js'
import type { MessagesOverride } from '../../locales/index.js'
import {
  faultCodeOf,
  taxPolicyOf,
  type ChosenExtra,
  type Context,
  type FaultCode,
  type InterventionAdapter,
  type ServicePolicy,
} from '../../src/index.js'
import { AuthRequiredEvent } from '../shared/auth-required.event.js'
import { baseStyles } from '../shared/base.styles.js'
import { faultText } from '../shared/by-hand.js'
import { Customer } from '../shared/customer.js'
import { ConnectedAdapter } from '../shared/connected-adapter.js'
import { controlStyles } from '../shared/control.styles.js'
import { foldStyles } from '../shared/fold.styles.js'
import { unfoldWrong } from '../shared/fold.js'
import { Localize } from '../shared/localize.js'
import { notice } from '../shared/notice.js'
import { givenPolicy } from '../shared/policy.js'
import { SteadyPress } from '../shared/steady-press.js'
import { tokens } from '../shared/tokens.styles.js'
import { warn } from '../shared/warn.js'
import { chosenFrom, customerFrom, isUnknown, type CustomerSources } from './customer.js'
import { QuoteApprovedEvent } from './extras-quote.events.js'
import { quoteStyles } from './extras-quote.styles.js'
import type { CustomerAnswers } from './offer.js'
import { QuoteController } from './quote.controller.js'

/**
 * Shows what additional services cost, VAT included where it is known, and takes the customer's approval of exactly that.
 *
 * An estimate by the price list of the adapter's context, or the provider's own quote where the adapter has `quote`.
 * Content placed inside is the fallback: it is shown where the price can't be.
 *
 * @element os-extras-quote
 * @slot - The fallback: how to learn the price otherwise.
 * @fires {QuoteApprovedEvent} os-quote-approved - The customer has agreed to exactly one quote.
 * @fires {AuthRequiredEvent} os-auth-required - The client area's session has ended.
 * @cssprop [--os-accent] - The colour of what can be pressed and of what is chosen.
 * @cssprop [--os-font=inherit] - The font family; the page's own by default.
 * @cssprop [--os-radius=0.5rem] - How round corners are.
 * @cssprop [--os-density=1] - Factor for all distances.
 * @cssprop [--os-surface] - The background.
 * @cssprop [--os-text] - The colour of text.
 */
export class OsExtrasQuote extends LitElement {
  static override styles = [tokens, baseStyles, controlStyles, foldStyles, quoteStyles]

  /** Where the provider's server answers: the base URL of the REST protocol. */
  @property() endpoint = ''

  /** The language to speak, BCP 47; without it the nearest `lang` counts, else English. */
  @property() locale = ''

  /** Where the customer is, ISO 3166-1 alpha-2; goes before the country that the client area knows. */
  @property() country = ''

  /** The customer's postcode, for countries that have areas with a VAT of their own. */
  @property() postcode = ''

  /** What the customer buys as, `consumer` or `business`; goes before what the client area knows. */
  @property({ attribute: 'customer-kind' }) customerKind = ''

  /** The customer's VAT ID; goes before the one that the client area knows. */
  @property({ attribute: 'vat-id' }) vatId = ''

  /** The extras that the customer wants, each with a `quantity` (a decimal as text) where it isn't one piece. */
  @property({ attribute: false }) lines: readonly ChosenExtra[] = []

  /** The provider's backend, where it isn't reached through `endpoint`; `context`, `quote` and `checkVatId` are asked. */
  @property({ attribute: false }) adapter: InterventionAdapter | undefined

  /** Whose extras these are, for their labels and the VAT table; goes before the one that the adapter names. */
  @property({ attribute: false }) policy: ServicePolicy | undefined

  /** The provider's own wording, merged over ours. */
  @property({ attribute: false }) messages: MessagesOverride | undefined

  readonly #localize = new Localize(this)
  readonly #press = new SteadyPress(this)
  readonly #connected = new ConnectedAdapter()
  readonly #quote = new QuoteController({
    words: () => this.#localize.words,
    adapter: () => this.#adapter(),
    clockAhead: () => this.#clockAhead,
    onChange: () => {
      this.requestUpdate()
    },
    onFault: code => {
      this.#onFault(code)
    },
    onApproved: ({ offer, digest }) => {
      /** @internal */
      this.dispatchEvent(new QuoteApprovedEvent(offer.kind === 'binding' ? offer.id : undefined, digest))
    },
  })
  readonly #context = new Customer(this, {
    adapter: () => this.#adapter(),
    onComplete: context => {
      this.#know(context)
    },
    onError: error => {
      this.#onFault(faultCodeOf(error))
    },
  })
  #edits: Partial<CustomerAnswers> = {}
  #account: string | undefined
  #clockAhead = 0
  #hadFocus = false

  /** Forgets what the customer has changed and approved: for the page's log-out. */
  clear(): void {
    this.#edits = {}
    this.#account = undefined
    this.#quote.clear()
    void this.#context.run()
  }

  protected override async scheduleUpdate(): Promise<void> {
    await this.#press.released
    await this.#localize.ready
    await super.scheduleUpdate()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#hadFocus = Boolean(this.shadowRoot?.activeElement)
    // The page's newer word goes before the customer's older one.
    const { country, postcode, kind, vatId } = this.#edits
    this.#edits = {
      ...(!changed.has('country') && country !== undefined && { country }),
      ...(!changed.has('postcode') && postcode !== undefined && { postcode }),
      ...(!changed.has('customerKind') && kind && { kind }),
      ...(!changed.has('vatId') && vatId !== undefined && { vatId }),
    }
  }

  protected override render(): TemplateResult {
    const adapter = this.#adapter()
    if (!adapter) warn('no-adapter')
    if (!adapter || !this.#localize.canSpeak) return html`<slot></slot>`
    const { words } = this.#localize
    const loading = () => html`<p tabindex="-1">${words.say('quote.loading')}</p>`
    return html`<div class="quote" lang=${words.language}>
      ${this.#context.render({
        initial: loading,
        pending: loading,
        error: error => this.#notLoaded(faultCodeOf(error)),
        complete: context => (context ? this.#priced(context) : loading()),
      })}
    </div>`
  }

  protected override updated(): void {
    unfoldWrong(this.renderRoot)
    // What was pressed may be gone: the focus goes to what came of it, and never back to the top of the page.
    if (this.#hadFocus && this.shadowRoot?.activeElement === null) this.#afterPress()?.focus()
  }

  #afterPress(): HTMLElement | null {
    return (
      this.renderRoot.querySelector<HTMLElement>('#quote-approved') ??
      this.renderRoot.querySelector<HTMLElement>('[tabindex="-1"]')
    )
  }

  #priced(context: Context): TemplateResult | typeof nothing {
    const { words } = this.#localize
    const policy = givenPolicy(this.policy, context.policy)
    const sources = this.#sources(context)
    const customer = customerFrom(sources)
    this.#quote.ask({
      chosen: this.#chosen(),
      customer,
      prices: context.prices,
      tax: policy ? taxPolicyOf(policy, context.tax) : context.tax,
    })
    const { state, pricing, approval, fell } = this.#quote
    switch (state.at) {
      case 'nothing-chosen':
        return html`<p>${words.say('quote.none')}</p>`
      case 'loading':
        return html`<p tabindex="-1">${words.say('quote.loading')}</p>`
      case 'failed':
        return html`${notice(
            'danger',
            words.say('quote.noPrice'),
            undefined,
            this.#againButton(() => {
              this.#quote.again()
            }),
          )}<slot></slot>`
      case 'priced':
        return (
          pricing?.quotePart(
            {
              words,
              policy,
              customer,
              open: isUnknown(sources),
              approval,
              fell,
              edit: changes => {
                this.#edits = { ...this.#edits, ...changes }
                this.requestUpdate()
              },
              approve: offer => {
                void this.#quote.approve(offer)
              },
              askAgain: () => {
                this.#quote.again()
              },
            },
            state,
          ) ?? nothing
        )
    }
  }

  #notLoaded(code: FaultCode): TemplateResult {
    const { words } = this.#localize
    return html`${notice(
        'danger',
        words.say('quote.loadFailed'),
        faultText(code, words),
        this.#againButton(() => {
          void this.#context.run()
        }),
      )}<slot></slot>`
  }

  #againButton(again: () => void): TemplateResult {
    return html`<button type="button" @click=${again}>${this.#localize.words.say('form.tryAgain')}</button>`
  }

  #sources({ account }: Context): CustomerSources {
    const { country, postcode, customerKind: kind, vatId } = this
    return { edits: this.#edits, given: { country, postcode, kind, vatId }, account }
  }

  #chosen(): readonly ChosenExtra[] {
    const chosen = chosenFrom(this.lines)
    if (!chosen) warn('bad-lines')
    return chosen ?? []
  }

  #know({ account, now }: Context): void {
    this.#clockAhead = now - Date.now()
    if (this.#account !== undefined && this.#account !== account.id) {
      this.#edits = {}
      this.#quote.clear()
    }
    this.#account = account.id
  }

  #adapter(): InterventionAdapter | undefined {
    return this.#connected.of(this.adapter, this.endpoint, this.ownerDocument.baseURI)
  }

  #onFault(code: FaultCode): void {
    if (code !== 'unauthenticated') return
    /** @internal */
    this.dispatchEvent(new AuthRequiredEvent())
  }
}
