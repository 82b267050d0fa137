import { html } from 'lit'
import type { TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { Summary } from './desk-data.js'
import { clock } from './times.js'
import { visible } from './visible.js'

/** What the list shows, and what can be done in it. */
export interface List {
  readonly requests: readonly Summary[] | 'unreachable'
  /** How many there are, of which these are the first. */
  readonly total: number
  /** The number of the request that is open. */
  readonly current: number | undefined
  readonly sought: string
  readonly find: (sought: string) => void
  readonly more: () => void
  /** Opens the first that is found, once the backend has looked. */
  readonly openFirst: () => void
  /** The request that is open already was pressed again. */
  readonly again: () => void
}

/** The requests in which stands what is sought, in the order of the work. */
export function listView(list: List): TemplateResult {
  const { requests, total, sought, find, more, openFirst } = list
  if (requests === 'unreachable')
    return html`<p class="pad" role="alert">The backend can't be reached. Trying again.</p>`
  return html`
    <label class="find pad">
      Find <kbd aria-hidden="true">/</kbd>
      <input
        id="find"
        type="search"
        autocomplete="off"
        aria-keyshortcuts="/"
        .value=${sought}
        @input=${(event: Event) => {
          if (event.target instanceof HTMLInputElement) find(event.target.value)
        }}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key === 'Enter') openFirst()
        }}
      />
    </label>
    ${requests.length === 0 ? html`<p class="pad">${sought.trim() === '' ? 'No requests yet.' : 'None found.'}</p>` : ''}
    <ol>
      ${repeat(
        requests,
        // A new request at the top must not push the focus on to another one.
        one => one.number,
        one => html`<li>${line(one, list)}</li>`,
      )}
    </ol>
    ${
      total > requests.length
        ? html`<p class="pad">
            ${requests.length} of ${total} are shown.
            <button type="button" @click=${more}>Show more</button>
          </p>`
        : ''
    }
  `
}

function line(one: Summary, { current, again }: List): TemplateResult {
  const { number, server, person, phase, openedAt, access } = one
  return html`
    <a
      href="#${String(number)}"
      aria-current=${number === current ? 'true' : 'false'}
      @click=${() => {
        if (number === current) again()
      }}
    >
      <span class="between"><strong>${String(number)}</strong> <time>${clock(openedAt)}</time></span>
      <span class="between"
        ><code>${visible(server.value)}</code> <small>${access?.event ?? 'no login'}</small></span
      >
      <small>${person} · ${phase}</small>
      ${due(one)}
    </a>
  `
}

function due({ phase, firstResponseBy }: Summary): TemplateResult | string {
  if (phase !== 'received' || firstResponseBy === undefined) return ''
  const isLate = firstResponseBy < Date.now()
  return html`<small class=${isLate ? 'late' : 'due'}>
    ${isLate ? 'late, due' : 'answer by'} ${clock(firstResponseBy)}
  </small>`
}
