import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Words } from '../../locales/index.js'
import { customerTurn, type FaultCode, type Intervention, type ServicePolicy } from '../../src/index.js'
import { menuPath } from '../shared/by-hand.js'
import { notice } from '../shared/notice.js'
import type { ListState, ListTrouble } from './list-state.js'
import { row, type RowView } from './row.js'

/** What a list is drawn from, and what can be done in it. */
export interface ListView {
  readonly words: Words
  /** Whose menu leads to the first request; `undefined` where nobody named one. */
  readonly policy: ServicePolicy | undefined
  readonly onlyOpen: boolean
  readonly pick: (id: string) => void
  readonly more: () => void
  readonly again: () => void
  readonly choose: (onlyOpen: boolean) => void
}

type Listed = Extract<ListState, { at: 'listed' }>

/** The customer's requests, under one heading. */
export function listView(view: ListView, state: ListState): TemplateResult {
  const { words } = view
  return html`<section
    class="list"
    lang=${words.language}
    aria-labelledby="list-heading"
    aria-busy=${state.at === 'loading' ? 'true' : 'false'}
  >
    <div class="head">
      <h2 id="list-heading" tabindex="-1">${words.say('list.heading')}</h2>
      ${state.at === 'listed' && hasChoice(view, state) ? choice(view) : nothing}
    </div>
    ${body(view, state)}
  </section>`
}

function body(view: ListView, state: ListState): TemplateResult {
  switch (state.at) {
    case 'loading':
      return loading(view.words)
    case 'failed':
      return failed(view, state.code)
    case 'listed':
      return hasChoice(view, state)
        ? listed(view, state)
        : html`${troubleLine(view.words, state)} ${empty(view)}`
  }
}

/** Is there anything to choose from? While another choice is read, nobody knows. */
function hasChoice({ onlyOpen }: ListView, state: Listed): boolean {
  return !isEmpty(state) || onlyOpen || state.wish === 'choice'
}

/** Without any request, as far as to its end. */
function isEmpty({ listing: { items, cursor } }: Listed): boolean {
  return items.length === 0 && cursor === null
}

/** Where the rows will be, in their place and without a movement. */
function loading(words: Words): TemplateResult {
  return html`<p class="hint">${words.say('list.loading')}</p>
    <div class="skeleton" aria-hidden="true">
      <div></div>
      <div></div>
      <div></div>
    </div>`
}

function failed({ words, again }: ListView, code: FaultCode): TemplateResult {
  const retry = html`<button type="button" @click=${again}>${words.say('form.tryAgain')}</button>`
  return html`${notice(
      'danger',
      words.say('list.failed'),
      why(words, code),
      code === 'unsupported' ? undefined : retry,
    )}<slot></slot>`
}

/** What this is for, and how to make the first request: the page's own way, else the provider's menu. */
function empty({ words, policy }: ListView): TemplateResult {
  return html`<div class="stack tight">
    <p class="strong">${words.say('list.none')}</p>
    <p>${words.say('list.noneText')}</p>
    <slot name="empty"
      >${policy ? html`<p>${words.say('list.noneHow', { path: menuPath(words, policy.provider) })}</p>` : nothing}</slot
    >
  </div>`
}

function listed(view: ListView, state: Listed): TemplateResult {
  const { words } = view
  const { items, cursor } = state.listing
  const waiting = items.filter(item => customerTurn(item) !== null)
  const others = items.filter(item => customerTurn(item) === null)
  const rows = { words, now: state.now, pick: view.pick }
  return html`${troubleLine(words, state)}
  ${
    waiting.length > 0
      ? html`<h3 id="waiting-heading">${words.say('list.waiting', { count: waiting.length })}</h3>
          ${rowsOf(rows, waiting, 'waiting-heading')}`
      : nothing
  }
  ${waiting.length === 0 && others.length > 0 && cursor === null ? html`<p>${words.say('list.noneWaiting')}</p>` : nothing}
  ${waiting.length > 0 && others.length > 0 ? html`<h3 id="others-heading">${words.say('list.others')}</h3>` : nothing}
  ${others.length > 0 ? rowsOf(rows, others, waiting.length > 0 ? 'others-heading' : 'list-heading') : nothing}
  ${isEmpty(state) ? html`<p>${words.say('list.noneOpen')}</p>` : nothing} ${foot(view, state)}`
}

function rowsOf(view: RowView, items: readonly Intervention[], labelledBy: string): TemplateResult {
  return html`<ul class="rows" aria-labelledby=${labelledBy}>
    ${repeat(
      items,
      ({ id }) => id,
      item => row(view, item),
    )}
  </ul>`
}

function choice({ words, onlyOpen, choose }: ListView): TemplateResult {
  return html`<label class="only-open">
    <input
      type="checkbox"
      id="only-open"
      .checked=${live(onlyOpen)}
      @change=${({ currentTarget }: Event) => {
        if (currentTarget instanceof HTMLInputElement) choose(currentTarget.checked)
      }}
    />
    ${words.say('list.onlyOpen')}
  </label>`
}

/** Where a reading failed: since when the list stands as it does. */
function troubleLine(words: Words, { trouble, readAt, now }: Listed): TemplateResult | typeof nothing {
  if (trouble?.with !== 'refresh' && trouble?.with !== 'choice') return nothing
  const what = words.say(`list.trouble.${trouble.with}`, { time: words.clock(readAt, now) })
  const goesOn = trouble.with === 'refresh' && trouble.code !== 'unauthenticated'
  return notice('info', what, goesOn ? words.say('list.byItself') : why(words, trouble.code))
}

/** How many are in sight, and the way to the rest. */
function foot(
  { words, more }: ListView,
  { listing, wish, trouble }: Listed,
): TemplateResult | typeof nothing {
  const { items, cursor, total } = listing
  if (cursor === null) return nothing
  const isBusy = wish === 'more'
  return html`<div class="foot">
    ${trouble?.with === 'more' ? notice('info', words.say('list.trouble.more'), why(words, trouble.code)) : nothing}
    ${
      total !== null && total > items.length
        ? html`<p class="hint">${words.say('list.shown', { shown: items.length, total })}</p>`
        : nothing
    }
    <button type="button" id="more" aria-disabled=${isBusy ? 'true' : 'false'} @click=${more}>
      ${words.say(isBusy ? 'list.loadingMore' : 'list.more')}
    </button>
  </div>`
}

/** Why nothing could be read, and what to do: a fault's sentence speaks of sending. */
function why(words: Words, code: ListTrouble['code']): string {
  switch (code) {
    case 'unauthenticated':
    case 'unsupported':
      return words.say(`list.why.${code}`)
    case 'forbidden':
    case 'rate-limited':
      return words.say(`fault.${code}`)
    case 'invalid':
    case 'not-found':
    case 'conflict':
    case 'too-large':
    case 'unavailable':
      return words.say('fault.unavailable')
  }
}
