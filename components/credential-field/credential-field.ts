import { LitElement, html, type PropertyValues, type TemplateResult } from 'lit'
import { property } from 'lit/decorators.js'
import type { MessagesOverride } from '../../locales/index.js'
import type { InterventionAdapter, LoginAnswers, ServicePolicy } from '../../src/index.js'
import { announce } from '../shared/announcer.js'
import { AuthRequiredEvent } from '../shared/auth-required.event.js'
import { baseStyles } from '../shared/base.styles.js'
import { ConnectedAdapter, pinnedIn } from '../shared/connected-adapter.js'
import { controlStyles } from '../shared/control.styles.js'
import { Localize } from '../shared/localize.js'
import { givenPolicy } from '../shared/policy.js'
import { SecretFields } from '../shared/secret-fields.controller.js'
import { SteadyPress } from '../shared/steady-press.js'
import { tokens } from '../shared/tokens.styles.js'
import { warn } from '../shared/warn.js'
import { credentialStyles } from './credential-field.styles.js'
import { credentialView } from './credential-view.js'
import { Sealing, type SealState } from './sealing.controller.js'
import { anchorOf, problemOf, questionOf } from './validity.js'

/**
 * Takes login details in a provider's own form; what the form sends is the sealed text, never the plain one.
 *
 * Seals while the customer pauses and when the field is left; until then the value is empty and the field not valid.
 * Content placed inside is the fallback, the way to hand over login details otherwise: it is shown where the field
 * can't be.
 *
 * @element os-credential-field
 * @slot - The fallback: how to hand over login details otherwise.
 * @fires {Event} change - There is another sealed text, or none any more; carries nothing.
 * @fires {AuthRequiredEvent} os-auth-required - The client area's session has ended.
 * @cssprop [--os-accent] - The colour of what can be pressed and of what is chosen.
 * @cssprop [--os-font=inherit] - The font family; the page's own by default.
 * @cssprop [--os-radius=0.5rem] - How round corners are.
 * @cssprop [--os-density=1] - Factor for all distances.
 * @cssprop [--os-surface] - The background.
 * @cssprop [--os-text] - The colour of text.
 */
export class OsCredentialField extends LitElement {
  static readonly formAssociated = true
  static override styles = [tokens, baseStyles, controlStyles, credentialStyles]

  /** The name under which the form sends the sealed text. */
  @property({ reflect: true }) name = ''

  /** May the form not be sent without login details? */
  @property({ type: Boolean, reflect: true }) required = false

  /** Can nothing be typed, and is nothing sent? */
  @property({ type: Boolean, reflect: true }) disabled = false

  /** The server that the login details are for, as your tickets name it; sealed in, for the engineer to compare. */
  @property() server = ''

  /** Where the provider's server answers: the base URL of the REST protocol. */
  @property() endpoint = ''

  /** The language to speak, BCP 47; without it the nearest `lang` counts, else English. */
  @property() locale = ''

  /** The only keys to seal to, `age1…`, separated by blanks: a server that names others is refused. */
  @property({ attribute: 'pinned-recipients' }) pinnedRecipients: string | null = null

  /** Lets the browser's password manager fill in and keep the login details; otherwise it is asked to leave them alone. */
  @property({ type: Boolean, attribute: 'password-manager' }) passwordManager = false

  /** The ticket system, where it isn't reached through `endpoint`; only its `context` is asked for. */
  @property({ attribute: false }) adapter: InterventionAdapter | undefined

  /** Whose way by hand is told where nothing can be sealed and there is no fallback; goes before the adapter's. */
  @property({ attribute: false }) policy: ServicePolicy | undefined

  /** The provider's own wording, merged over ours. */
  @property({ attribute: false }) messages: MessagesOverride | undefined

  readonly #internals = this.attachInternals()
  readonly #localize = new Localize(this)
  readonly #press = new SteadyPress(this)
  readonly #connected = new ConnectedAdapter()
  readonly #secrets: SecretFields = new SecretFields(this, {
    words: () => this.#localize.words,
    username: () => this.#sealing.answers.username,
    email: () => this.#sealing.email,
    managed: () => this.passwordManager,
    onEdit: () => {
      this.#edit()
    },
  })
  readonly #sealing: Sealing = new Sealing(this.#secrets, {
    adapter: () => this.#adapter(),
    server: () => this.server,
    pinned: () => pinnedIn(this.pinnedRecipients),
    onState: state => {
      this.#onState(state)
    },
    onEmail: () => this.#secrets.onEmail(),
    onOtherAccount: () => {
      this.clear()
    },
  })
  #form: HTMLFormElement | undefined
  #showsErrors = false
  /** Has the customer left the field since the last edit? */
  #hasLeft = false
  /** The value that the page was last told of. */
  #told = ''

  constructor() {
    super()
    this.addEventListener('invalid', () => {
      this.#showsErrors = true
      this.requestUpdate()
    })
  }

  /** The sealed text, an armored age file; empty until it is sealed. */
  get value(): string {
    return this.#sealing.armored
  }

  /** How it stands with the field, as with a native one. */
  get validity(): ValidityState {
    return this.#internals.validity
  }

  /** What the customer is told when the field is not valid; empty when it is. */
  get validationMessage(): string {
    return this.#internals.validationMessage
  }

  /** Is the field valid? If it isn't, it shows why. */
  checkValidity(): boolean {
    return this.#internals.checkValidity()
  }

  /** Is the field valid? If it isn't, it shows why and takes the focus. */
  reportValidity(): boolean {
    return this.#internals.reportValidity()
  }

  /**
   * The sealed text of what is typed now, for pages without a form of their own.
   *
   * @throws CredentialFault with a `code` where something is missing or nothing could be sealed; an `AbortError` where
   * the field was cleared meanwhile.
   */
  sealed(): Promise<string> {
    return this.#sealing.sealed()
  }

  /** Forgets all that was typed, and what was sealed. */
  clear(): void {
    this.#told = ''
    this.#showsErrors = false
    this.#secrets.reset()
    this.#sealing.clear()
  }

  /** Puts the focus on what is to be corrected, else on the first control. */
  override focus(options?: FocusOptions): void {
    this.#anchor()?.focus(options)
  }

  /** @internal */
  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.#form?.removeEventListener('submit', this.#onSubmit)
    this.#form = form ?? undefined
    this.#form?.addEventListener('submit', this.#onSubmit)
  }

  /** @internal */
  formDisabledCallback(): void {
    this.requestUpdate()
  }

  /** @internal */
  formResetCallback(): void {
    this.clear()
  }

  protected override async scheduleUpdate(): Promise<void> {
    await this.#press.released
    await this.#localize.ready
    await super.scheduleUpdate()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const sealedFor = ['adapter', 'endpoint', 'server', 'pinnedRecipients'] as const
    if (this.hasUpdated && sealedFor.some(key => changed.has(key))) this.#edit()
  }

  protected override render(): TemplateResult {
    const adapter = this.#adapter()
    if (!adapter) warn('no-adapter')
    if (!adapter || !this.#localize.canSpeak) return html`<slot></slot>`
    const { words } = this.#localize
    const { answers, state } = this.#sealing
    const edit = (changes: Partial<LoginAnswers>): void => {
      this.#edit(changes)
    }
    return credentialView({
      words,
      draft: answers,
      secrets: this.#secrets,
      state,
      isTyped: this.#secrets.stateOf(answers.credentialKind) === 'given',
      policy: givenPolicy(this.policy, this.#sealing.policy),
      ask: key => questionOf(key, this.#sealing, words, this.required, this.#showsErrors),
      choose: edit,
      type: edit,
      onFocus: () => {
        this.#sealing.prepare()
      },
      onLeave: () => {
        this.#hasLeft = true
        void this.#sealing.seal().then(() => {
          this.#tell()
        })
      },
      typeAnew: () => {
        this.#secrets.reset()
        this.#edit()
        void this.updateComplete.then(() => {
          this.focus()
        })
      },
      tryAgain: () => {
        void this.#sealing.seal()
      },
    })
  }

  protected override updated(): void {
    // By itself, or by a fieldset around it: its own attribute is there only now.
    this.shadowRoot?.querySelector('fieldset')?.toggleAttribute('disabled', this.matches(':disabled'))
    this.#reflect()
  }

  #adapter(): InterventionAdapter | undefined {
    return this.#connected.of(this.adapter, this.endpoint, this.ownerDocument.baseURI)
  }

  #edit(changes?: Partial<LoginAnswers>): void {
    this.#hasLeft = !this.matches(':focus-within')
    this.#sealing.edit(changes)
  }

  #onState(state: SealState): void {
    this.#reflect()
    this.requestUpdate()
    if (state.at === 'sealed' || state.at === 'failed') this.#tell()
    if (state.at === 'failed' && state.reason.kind === 'fault' && state.reason.code === 'unauthenticated')
      /** @internal */
      this.dispatchEvent(new AuthRequiredEvent())
  }

  /** Tells the page and the customer what came of it, once the customer has left the field. */
  #tell(): void {
    const { state } = this.#sealing
    if (!this.#hasLeft || (state.at !== 'failed' && this.value === this.#told)) return
    if (state.at !== 'open')
      announce(this.#localize.words.say(state.at === 'failed' ? 'credential.failed' : 'credential.sealed'))
    if (this.value === this.#told) return
    this.#told = this.value
    /** @internal */
    this.dispatchEvent(new Event('change', { bubbles: true }))
  }

  /** Hands the value and its validity on to the form. Nothing of it is kept for a later visit. */
  #reflect(): void {
    const problem = problemOf(this.#sealing, this.required, this.#localize.words)
    this.#internals.setFormValue(this.value || null, null)
    if (problem) this.#internals.setValidity(problem.flags, problem.message, this.#anchor())
    else this.#internals.setValidity({})
  }

  #anchor(): HTMLElement | undefined {
    return anchorOf(this.shadowRoot, this.#sealing)
  }

  readonly #onSubmit = (): void => {
    // Once it is sealed, the plain text has done its work.
    if (this.value !== '') this.#secrets.wipe()
  }
}
