import { LitElement, html, type PropertyValues, type TemplateResult } from 'lit'
import { property } from 'lit/decorators.js'
import type { MessagesOverride } from '../../locales/index.js'
import {
  faultCodeOf,
  type Action,
  type Context,
  type FaultCode,
  type InterventionAdapter,
  type ServicePolicy,
} from '../../src/index.js'
import { announce, hush } from '../shared/announcer.js'
import { AuthRequiredEvent } from '../shared/auth-required.event.js'
import { Customer } from '../shared/customer.js'
import { ConnectedAdapter, pinnedIn } from '../shared/connected-adapter.js'
import { Localize } from '../shared/localize.js'
import { policyFor } from '../shared/policy.js'
import { SteadyPress } from '../shared/steady-press.js'
import { warn } from '../shared/warn.js'
import { notLoaded } from './not-loaded.js'
import { Doings } from './doings.js'
import { FocusLead } from './focus-lead.js'
import { connectionSentence, newsSentence } from './news.js'
import { Notifier } from './notifier.js'
import { keptScope } from './reply-keeping.js'
import { saveFile } from './save-file.js'
import { ShownEntries } from './shown-entries.js'
import { AccessWithdrawnEvent, ReplySentEvent, StageChangedEvent } from './status-tracker.events.js'
import { styles } from './styles.js'
import { TicketController, type News } from './ticket.controller.js'
import { trackerBody } from './tracker-body.js'
import type { TrackerView } from './tracker-view.js'
import { troubleSentence } from './trouble-words.js'

/**
 * Watches one request come back: where it stands, what is asked of the customer, and everything that can be said on it.
 *
 * Content placed inside is the fallback: it is shown where the request can't be.
 *
 * @element os-status-tracker
 * @slot - The fallback: how to find the request otherwise.
 * @fires {StageChangedEvent} os-stage-changed - The request is in another stage, as the server confirmed.
 * @fires {ReplySentEvent} os-reply-sent - The provider took what the customer wrote.
 * @fires {AccessWithdrawnEvent} os-access-withdrawn - The customer has withdrawn access, and the provider confirmed it.
 * @fires {AuthRequiredEvent} os-auth-required - The client area's session has ended.
 * @cssprop [--os-accent] - The colour of what can be pressed and of what is chosen.
 * @cssprop [--os-font=inherit] - The font family; the page's own by default.
 * @cssprop [--os-radius=0.5rem] - How round corners are.
 * @cssprop [--os-density=1] - Factor for all distances.
 * @cssprop [--os-surface] - The background.
 * @cssprop [--os-text] - The colour of text.
 */
export class OsStatusTracker extends LitElement {
  static override styles = styles

  /** Where the provider's server answers: the base URL of the REST protocol. */
  @property() endpoint = ''

  /** The language to speak, BCP 47; without it the nearest `lang` counts, else English. */
  @property() locale = ''

  /** Which request: the id that `os-request-filed` and `os-intervention-picked` tell. */
  @property() intervention = ''

  /** The only keys to seal new login details to, `age1…`, separated by blanks. */
  @property({ attribute: 'pinned-recipients' }) pinnedRecipients: string | null = null

  /** `off`: an answer that is being written is not kept on this device, and not found again after a reload. */
  @property() drafts = ''

  /** `off`: an answer on its way is not kept on this device, and nobody looks after it after a reload. */
  @property() outbox = ''

  /** The ticket system, where it isn't reached through `endpoint`. */
  @property({ attribute: false }) adapter: InterventionAdapter | undefined

  /** What the provider's service includes, asks and promises; goes before the one that the adapter names. */
  @property({ attribute: false }) policy: ServicePolicy | undefined

  /** The provider's own wording, merged over ours. */
  @property({ attribute: false }) messages: MessagesOverride | undefined

  readonly #localize = new Localize(this)
  readonly #press = new SteadyPress(this)
  readonly #connected = new ConnectedAdapter()
  readonly #notifier = new Notifier(this)
  readonly #focus = new FocusLead(this)
  readonly #ticket = new TicketController(this, {
    policy: () => this.#known && policyFor(this.policy, this.#known.policy),
    onNews: news => {
      this.#onNews(news)
    },
    onFault: code => {
      this.#onFault(code)
    },
    onConnection: fault => {
      announce(connectionSentence(this.#localize.words, fault, this.#ticket.ticket))
    },
    onHeard: () => {
      this.#doings.acts.settle()
    },
  })
  readonly #doings: Doings = new Doings(this, {
    words: () => this.#localize.words,
    adapter: () => this.#adapter(),
    ticket: () => this.#ticket.ticket,
    entries: () => this.#ticket.ticket?.entries ?? [],
    id: () => this.intervention,
    scope: () => this.#known && keptScope(this.#known, policyFor(this.policy, this.#known.policy)),
    pinned: () => pinnedIn(this.pinnedRecipients),
    focus: this.#focus,
    onDone: action => {
      this.#onDone(action)
    },
    onFault: code => {
      this.#onFault(code)
      // Refused as things stand: then they stand otherwise than what is shown.
      if (code === 'forbidden' || code === 'conflict') void this.#ticket.refresh()
    },
    onTrouble: state => {
      announce(troubleSentence(this.#localize.words, state))
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
  #known: Context | undefined
  readonly #shown = new ShownEntries()

  /** Forgets the request and all that was typed: for the page's log-out. */
  clear(): void {
    hush()
    this.#doings.logOut()
    this.#forget()
    this.#known = undefined
    void this.#context.run()
  }

  protected override async scheduleUpdate(): Promise<void> {
    await this.#press.released
    await this.#localize.ready
    await super.scheduleUpdate()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('intervention') && changed.get('intervention') !== undefined) this.#forget()
  }

  protected override render(): TemplateResult {
    const adapter = this.#adapter()
    if (!adapter) warn('no-adapter')
    if (!adapter || this.intervention === '' || !this.#localize.canSpeak) return html`<slot></slot>`
    const { words } = this.#localize
    const loading = () => html`<p tabindex="-1">${words.say('tracker.loading')}</p>`
    return html`<div lang=${words.language}>
      ${this.#context.render({
        initial: loading,
        pending: () => (this.#known ? this.#body(this.#known) : loading()),
        error: error => this.#notLoaded(faultCodeOf(error)),
        complete: context => (context ? this.#body(context) : loading()),
      })}
    </div>`
  }

  #body(context: Context): TemplateResult {
    const { words } = this.#localize
    this.#ticket.follow(this.#adapter(), this.intervention)
    const { ticket, fault } = this.#ticket
    if (!ticket)
      return fault ? this.#notLoaded(fault) : html`<p tabindex="-1">${words.say('tracker.loading')}</p>`
    return trackerBody(this.#view(context, ticket), this.#notifier)
  }

  #view(context: Context, ticket: NonNullable<TicketController['ticket']>): TrackerView {
    const isOwner = context.account.owner !== false
    const { phases = [], sealed } = this.#adapter()?.capabilities ?? {}
    return {
      phases,
      isErasable: sealed?.erasable === true,
      ...ticket,
      words: this.#localize.words,
      policy: policyFor(this.policy, context.policy),
      context,
      now: Date.now() + ticket.clockAhead,
      fault: this.#ticket.fault,
      ...this.#doings.shown,
      shown: this.#shown.of(ticket.entries, Boolean(this.shadowRoot?.activeElement?.closest('.entries'))),
      may: action =>
        ticket.intervention.actions.includes(action) &&
        (isOwner || !['reopen', 'narrow-authorization'].includes(action)),
      showEarlier: () => {
        this.#shown.unfold()
        this.requestUpdate()
      },
      refresh: () => {
        void this.#ticket.refresh()
      },
      open: file => {
        void saveFile(file, this.#adapter(), this.#localize.words, code => {
          this.#onFault(code)
        })
      },
      redraw: () => {
        this.requestUpdate()
      },
    }
  }

  #notLoaded(code: FaultCode): TemplateResult {
    return notLoaded(this.#localize.words, code, () => {
      if (this.#known) void this.#ticket.refresh()
      else void this.#context.run()
    })
  }

  #know(context: Context): void {
    if (this.#known && this.#known.account.id !== context.account.id) {
      hush()
      this.#forget()
    }
    this.#known = context
  }

  #forget(): void {
    this.#ticket.forget()
    this.#doings.clear()
    this.#shown.reset()
  }

  #onNews(news: News): void {
    const { words } = this.#localize
    const { id, number, phase, stage } = news.ticket.intervention
    const sentence = newsSentence(news, words)
    if (sentence !== undefined) {
      announce(sentence)
      this.#notifier.tell(words.say('tracker.ticket', { number }), sentence)
    }
    if (!news.isMoved) return
    /** @internal */
    this.dispatchEvent(new StageChangedEvent(id, phase, stage))
  }

  #onDone(action: Action): void {
    // Nobody is there any more to be told; whoever shows the ticket next sees it there.
    if (!this.isConnected) return
    const { words } = this.#localize
    announce(words.say(`tracker.done.${action}`))
    if (action === 'reply') {
      /** @internal */
      this.dispatchEvent(new ReplySentEvent(this.intervention))
    }
    if (action === 'withdraw-access') {
      /** @internal */
      this.dispatchEvent(new AccessWithdrawnEvent(this.intervention))
    }
    void this.#ticket.refresh()
  }

  #onFault(code: FaultCode): void {
    if (code !== 'unauthenticated') return
    /** @internal */
    this.dispatchEvent(new AuthRequiredEvent())
  }

  #adapter(): InterventionAdapter | undefined {
    return this.#connected.of(this.adapter, this.endpoint, this.ownerDocument.baseURI)
  }
}
