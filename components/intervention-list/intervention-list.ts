import { LitElement, html, type PropertyValues, type TemplateResult } from 'lit'
import { property } from 'lit/decorators.js'
import type { MessagesOverride } from '../../locales/index.js'
import type { InterventionAdapter, ServicePolicy } from '../../src/index.js'
import { announce } from '../shared/announcer.js'
import { AuthRequiredEvent } from '../shared/auth-required.event.js'
import { baseStyles } from '../shared/base.styles.js'
import { ConnectedAdapter } from '../shared/connected-adapter.js'
import { controlStyles } from '../shared/control.styles.js'
import { Localize } from '../shared/localize.js'
import { givenPolicy } from '../shared/policy.js'
import { SteadyPress } from '../shared/steady-press.js'
import { tokens } from '../shared/tokens.styles.js'
import { warn } from '../shared/warn.js'
import { InterventionPickedEvent } from './intervention-list.events.js'
import { listStyles } from './intervention-list.styles.js'
import { ListController, type ListNews } from './list.controller.js'
import { listView } from './list-view.js'

/** How many requests a page holds where the page doesn't say. */
const usualPage = 20

/**
 * Lists the customer's requests with their state: first those that wait for the customer, then the others, newest first.
 *
 * Reads the list again by itself while the page is looked at. Content placed inside is the fallback: it is shown where
 * the list can't be.
 *
 * @element os-intervention-list
 * @slot - The fallback: where the customer finds the requests otherwise.
 * @slot empty - How to make the first request, shown where there is none; without it the provider's menu is named.
 * @fires {InterventionPickedEvent} os-intervention-picked - The customer picked a request: show it.
 * @fires {AuthRequiredEvent} os-auth-required - The client area's session has ended.
 * @cssprop [--os-accent] - The colour of what can be pressed and of what is chosen.
 * @cssprop [--os-font=inherit] - The font family; the page's own by default.
 * @cssprop [--os-radius=0.5rem] - How round corners are.
 * @cssprop [--os-density=1] - Factor for all distances.
 * @cssprop [--os-surface] - The background.
 * @cssprop [--os-text] - The colour of text.
 */
export class OsInterventionList extends LitElement {
  static override styles = [tokens, baseStyles, controlStyles, listStyles]

  /** Where the provider's server answers: the base URL of the REST protocol. */
  @property() endpoint = ''

  /** The language to speak, BCP 47; without it the nearest `lang` counts, else English. */
  @property() locale = ''

  /** How many requests are shown at first, and how many more at each press: 1–500, else 20. */
  @property({ attribute: 'page-size', type: Number }) pageSize = usualPage

  /** The ticket system, where it isn't reached through `endpoint`; only `context` and `list` are asked. */
  @property({ attribute: false }) adapter: InterventionAdapter | undefined

  /** Whose menu is named where there is no request yet; goes before the one that the adapter names. */
  @property({ attribute: false }) policy: ServicePolicy | undefined

  /** The provider's own wording, merged over ours. */
  @property({ attribute: false }) messages: MessagesOverride | undefined

  readonly #localize = new Localize(this)
  readonly #press = new SteadyPress(this)
  readonly #connected = new ConnectedAdapter()
  readonly #list = new ListController(this, {
    pageSize: () =>
      Number.isInteger(this.pageSize) && this.pageSize >= 1 && this.pageSize <= 500
        ? this.pageSize
        : usualPage,
    onNews: news => {
      this.#onNews(news)
    },
    onTrouble: ({ with: what }) => {
      if (what !== 'refresh') announce(this.#localize.words.say(`list.trouble.${what}`))
    },
    onSessionEnd: () => {
      if (!this.isConnected) return
      /** @internal */
      this.dispatchEvent(new AuthRequiredEvent())
    },
  })
  /** Where the focus was before a drawing: on a request, on something else in here, or not in here. */
  #focused: { readonly id: string | undefined } | undefined
  /** What has come by the last press for more. */
  #came: readonly string[] = []

  /** Reads the list anew, as much as is shown: for a page that knows that something has changed. */
  async refresh(): Promise<void> {
    await this.#list.refresh()
  }

  /** Forgets the customer's requests, and reads those of whoever is signed in now: for the page's log-out. */
  clear(): void {
    this.#list.clear()
  }

  protected override async scheduleUpdate(): Promise<void> {
    await this.#press.released
    await this.#localize.ready
    await super.scheduleUpdate()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('adapter') || changed.has('endpoint')) this.#list.use(this.#adapter())
    const active = this.shadowRoot?.activeElement
    this.#focused = active ? { id: idOf(active) } : undefined
  }

  protected override render(): TemplateResult {
    const adapter = this.#adapter()
    if (!adapter) warn('no-adapter')
    if (!adapter || !this.#localize.canSpeak) return html`<slot></slot>`
    const { onlyOpen, state, context } = this.#list
    return listView(
      {
        words: this.#localize.words,
        policy: givenPolicy(this.policy, context?.policy),
        onlyOpen,
        pick: id => {
          /** @internal */
          this.dispatchEvent(new InterventionPickedEvent(id))
        },
        more: () => {
          this.#list.more()
        },
        again: () => {
          this.#list.again()
        },
        choose: only => {
          this.#list.choose(only)
        },
      },
      state,
    )
  }

  protected override updated(): void {
    const came = this.#came
    this.#came = []
    const active = this.shadowRoot?.activeElement
    // Whoever asked for more goes on with the first of it; whoever has gone elsewhere since is not called back.
    if (came.length > 0 && this.#focused && (!active || active.id === 'more')) this.#firstOf(came)?.focus()
    else if (this.#focused && !active) this.#again(this.#focused.id)?.focus()
  }

  /** The same request where it is now; what is gone leaves the focus at the top of the list, not of the page. */
  #again(id: string | undefined): HTMLElement | null {
    return (
      this.#rows().find(one => id !== undefined && idOf(one) === id) ??
      this.renderRoot.querySelector<HTMLElement>('#list-heading')
    )
  }

  /** Further down goes before what moved up because it waits: the way on is downwards. */
  #firstOf(ids: readonly string[]): HTMLElement | undefined {
    const came = new Set<string | undefined>(ids)
    const rows = this.#rows().filter(one => came.has(idOf(one)))
    return rows.find(one => !one.matches('.turn')) ?? rows[0]
  }

  #rows(): readonly HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.request')]
  }

  #onNews({ of, came, count, turns }: ListNews): void {
    if (of === 'more') this.#came = came
    if (!this.isConnected) return
    const { words } = this.#localize
    const parts = [
      ...(of === 'more' ? [words.say('list.came', { count: came.length })] : []),
      ...(of === 'choice'
        ? [count > 0 ? words.say('list.count', { count }) : words.say('list.noneOpen')]
        : []),
      ...(turns > 0 && of !== 'choice' ? [words.say('list.waiting', { count: turns })] : []),
    ]
    if (parts.length > 0) announce(parts.map(part => `${part}.`).join(' '))
  }

  #adapter(): InterventionAdapter | undefined {
    return this.#connected.of(this.adapter, this.endpoint, this.ownerDocument.baseURI)
  }
}

function idOf(element: Element): string | undefined {
  return element instanceof HTMLElement ? element.dataset['id'] : undefined
}
