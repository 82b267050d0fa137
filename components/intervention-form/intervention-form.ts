import { LitElement, html, type PropertyValues, type TemplateResult } from 'lit'
import { property } from 'lit/decorators.js'
import type { MessagesOverride } from '../../locales/index.js'
import {
  faultCodeOf,
  fileLimits,
  stepOf,
  type FaultCode,
  type FieldKey,
  type FlowState,
  type InterventionAdapter,
  type ServicePolicy,
} from '../../src/index.js'
import { announce } from '../shared/announcer.js'
import { Attachments } from '../shared/attachments.controller.js'
import { Customer } from '../shared/customer.js'
import { ConnectedAdapter } from '../shared/connected-adapter.js'
import { Localize } from '../shared/localize.js'
import { policyFor } from '../shared/policy.js'
import { SteadyPress } from '../shared/steady-press.js'
import { version, warn } from '../shared/warn.js'
import { announcement } from './announcement.js'
import { surroundingsOf, type RequestSurroundings } from './composition.js'
import { focusFirst, focusOnceThere, wayBackFrom } from './focus.js'
import { formBody } from './form-body.js'
import { eventsAfter, focusAfter, type FocusTarget } from './consequences.js'
import { endedBody } from './ended-body.js'
import { AuthRequiredEvent } from './intervention-form.events.js'
import { styles } from './styles.js'
import type { Keepers } from './draft-store.js'
import { Judgement } from './judgement.controller.js'
import { QuoteApprovedEvent } from '../extras-quote/extras-quote.events.js'
import { LaterSteps } from './later-steps.js'
import { RequestPrice } from './request-price.js'
import { RequestController } from './request.controller.js'
import { SecretFields } from '../shared/secret-fields.controller.js'
import { SentController } from './sent.controller.js'
import { actionsOf, viewOf } from './view-of.js'
import { loading, noSealing, notLoaded } from './waiting.js'

/**
 * Takes a customer from a broken server to a ticket at the provider's support: with access sealed and work authorized.
 *
 * Content placed inside is the fallback, the way to file the request by hand: it is shown where the form can't be.
 *
 * @element os-intervention-form
 * @slot - The fallback: how to file the request by hand.
 * @fires {RequestFiledEvent} os-request-filed - The provider took the request.
 * @fires {RequestFailedEvent} os-request-failed - The request was not sent, or nobody can tell yet.
 * @fires {StepChangedEvent} os-step-changed - Another step is shown.
 * @fires {IssuesShownEvent} os-issues-shown - Fields are to be corrected.
 * @fires {QuoteApprovedEvent} os-quote-approved - The customer has agreed to exactly one price of additional services.
 * @fires {AuthRequiredEvent} os-auth-required - The client area's session has ended.
 * @cssprop [--os-accent] - The colour of what can be pressed and of what is chosen.
 * @cssprop [--os-font=inherit] - The font family; the page's own by default.
 * @cssprop [--os-radius=0.5rem] - How round corners are.
 * @cssprop [--os-density=1] - Factor for all distances.
 * @cssprop [--os-surface] - The background.
 * @cssprop [--os-text] - The colour of text.
 */
export class OsInterventionForm extends LitElement {
  static override styles = styles

  /** The version of the package, by which two copies on a page tell each other apart. */
  static readonly version: string = version

  /** Where the provider's server answers: the base URL of the REST protocol. */
  @property() endpoint = ''

  /** The language to speak, BCP 47; without it the nearest `lang` counts, else English. */
  @property() locale = ''

  /** The only keys to seal to, `age1…`, separated by blanks: a server that names others is refused. */
  @property({ attribute: 'pinned-recipients' }) pinnedRecipients: string | null = null

  /** Lets the browser's password manager fill in and keep the login details; otherwise it is asked to leave them alone. */
  @property({ type: Boolean, attribute: 'password-manager' }) passwordManager = false

  /** `off`: a request on its way is not kept on this device, and is not found again after a reload. */
  @property() outbox = ''

  /** `off`: a draft is not kept on this device, and nothing that was typed is found again after a reload. */
  @property() drafts = ''

  /** The ticket system, where it isn't reached through `endpoint`. */
  @property({ attribute: false }) adapter: InterventionAdapter | undefined

  /** What the provider's service includes, asks and promises; goes before the one that the adapter names. */
  @property({ attribute: false }) policy: ServicePolicy | undefined

  /** The provider's own wording, merged over ours. */
  @property({ attribute: false }) messages: MessagesOverride | undefined

  readonly #localize = new Localize(this)
  readonly #press = new SteadyPress(this)
  readonly #connected = new ConnectedAdapter()
  readonly #secrets: SecretFields = new SecretFields(this, {
    words: () => this.#localize.words,
    username: () => this.#request.draft?.username ?? '',
    email: () => this.#request.facts?.context.account.email,
    managed: () => this.passwordManager,
  })
  readonly #judgement: Judgement = new Judgement(this, {
    draft: () => this.#request.draft,
    facts: () => this.#request.facts,
    words: () => this.#localize.words,
    isBusy: () => Boolean(this.shadowRoot?.activeElement?.matches('.chip')),
  })
  readonly #later: LaterSteps = new LaterSteps(this, () => ({
    words: this.#localize.words,
    policy: this.#request.facts?.policy,
  }))
  readonly #keepers: Keepers = {
    later: this.#later,
    secrets: this.#secrets,
    judgement: this.#judgement,
    attachments: new Attachments(this, {
      words: () => this.#localize.words,
      limits: () => fileLimits(this.#adapter()?.capabilities),
      finder: () => this.#judgement.finder(),
    }),
  }
  readonly #request = new RequestController(this, this.#keepers, () => this.#surroundings(), {
    changed: (before, now) => {
      this.#onChange(before, now)
    },
    focus: target => {
      this.#focusNext = target
      this.requestUpdate()
    },
  })
  readonly #price: RequestPrice = new RequestPrice({
    words: () => this.#localize.words,
    adapter: () => this.#adapter(),
    request: () => this.#request,
    onChange: () => {
      this.requestUpdate()
    },
    onApproved: ({ offer, digest }) => {
      this.#focusNext = 'quote-approved'
      /** @internal */
      this.dispatchEvent(new QuoteApprovedEvent(offer.kind === 'binding' ? offer.id : undefined, digest))
    },
    onFault: code => this.#onFault(code),
  })
  readonly #sent = new SentController(this)
  readonly #context = new Customer(this, {
    adapter: () => this.#adapter(),
    onComplete: context => {
      this.#request.know(context, policyFor(this.policy, context.policy))
    },
    onError: error => {
      // The fields leave the page with the step that they are in, and no wipe would find them there.
      if (this.#request.state.at === 'draft') this.#secrets.wipe()
      this.#onFault(faultCodeOf(error))
    },
  })
  #focusNext: FocusTarget | undefined
  #wayBack: FocusTarget | undefined

  /** Shows the step of a field and puts the focus there. */
  focusField(key: FieldKey): void {
    const { state } = this.#request
    if (state.at === 'draft' && state.step !== stepOf(key)) this.#request.go(stepOf(key), true)
    void focusOnceThere(this, key, stepOf(key) === 'server' ? undefined : this.#later.settle())
  }

  /** Forgets all that was typed: for the page's log-out. */
  clear(): void {
    this.#request.clear()
    this.#price.ask()
    void this.#context.run()
  }

  protected override async scheduleUpdate(): Promise<void> {
    await this.#press.released
    await this.#localize.ready
    await super.scheduleUpdate()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#wayBack = wayBackFrom(this.shadowRoot?.activeElement)
    const { facts } = this.#request
    if (changed.has('policy') && facts) {
      this.#request.know(facts.context, policyFor(this.policy, facts.context.policy))
      this.#judgement.heed()
    }
  }

  protected override render(): TemplateResult {
    const adapter = this.#adapter()
    if (!adapter) warn('no-adapter')
    if (!adapter || !this.#localize.canSpeak) return html`<slot></slot>`
    const { words } = this.#localize
    return html`<div lang=${words.language}>
      ${this.#context.render({
        initial: () => loading(words),
        pending: () => (this.#request.draft ? this.#body() : loading(words)),
        error: error =>
          this.#request.state.at === 'draft'
            ? notLoaded(words, faultCodeOf(error), () => {
                void this.#context.run()
              })
            : this.#body(),
        complete: context =>
          context && !adapter.capabilities.sealed
            ? noSealing(words, policyFor(this.policy, context.policy))
            : this.#body(),
      })}
    </div>`
  }

  protected override updated(): void {
    const wanted = this.#focusNext ?? (this.shadowRoot?.activeElement ? undefined : this.#wayBack)
    this.#focusNext = undefined
    if (wanted) focusFirst(this.renderRoot, wanted)
    if (this.#request.draft) this.#later.begin()
  }

  #body(): TemplateResult {
    const { words } = this.#localize
    const request = this.#request
    const { state } = request
    this.#price.ask()
    const view = viewOf(request, this.#keepers, this.#price, words, () => {
      this.requestUpdate()
    })
    if (!view) return loading(words)
    if (state.at === 'accepted' || state.at === 'elsewhere') {
      const again = () => {
        request.again()
      }
      return endedBody(view, state, this.#sent, this.renderRoot, again, this.#adapter())
    }
    return formBody(
      view,
      state,
      actionsOf(request, key => {
        this.focusField(key)
      }),
    )
  }

  #adapter(): InterventionAdapter | undefined {
    return this.#connected.of(this.adapter, this.endpoint, this.ownerDocument.baseURI)
  }

  #surroundings(): RequestSurroundings | undefined {
    const adapter = this.#adapter()
    const known = { price: this.#price, askAgain: () => this.#context.ask() }
    return adapter && surroundingsOf(this, { ...known, adapter }, this.#localize.words, this.#later)
  }

  #onChange(before: FlowState, now: FlowState): void {
    this.#sent.said = undefined
    const sentence = announcement(before, now, this.#localize.words)
    if (sentence !== undefined) announce(sentence)
    this.#focusNext = focusAfter(before, now) ?? this.#focusNext
    if (this.#focusNext) this.#secrets.hide()
    for (const event of eventsAfter(before, now, this.#request.facts)) {
      /** @internal */
      this.dispatchEvent(event)
    }
  }

  #onFault(code: FaultCode): void {
    if (code !== 'unauthenticated') return
    /** @internal */
    this.dispatchEvent(new AuthRequiredEvent())
  }
}
