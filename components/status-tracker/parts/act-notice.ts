import { html, nothing, type TemplateResult } from 'lit'
import type { Words } from '../../../locales/index.js'
import type { Action } from '../../../src/index.js'
import { notice } from '../../shared/notice.js'
import { progress } from '../../shared/progress.js'
import type { Tried } from '../act-state.js'
import type { TrackerView } from '../tracker-view.js'
import { troubleWords } from '../trouble-words.js'

/** What becomes of something that the customer does, where it isn't simply done: under way, not sent, not known, or not all kept. */
export function actNotice(view: TrackerView, action: Action): TemplateResult | typeof nothing {
  const state = view.acts.of(action)
  if (!state) return nothing
  const content = noticeOf(view, state)
  // The focus stays here when the button that it was on goes.
  return content === nothing ? nothing : html`<div class="outcome" tabindex="-1">${content}</div>`
}

function noticeOf(view: TrackerView, state: Tried): TemplateResult | typeof nothing {
  const { words, acts } = view
  if (state.at === 'sending')
    return state.underway
      ? progress(words, state.underway, words.say('tracker.sending'), ({ currentTarget }) => {
          const outcome = currentTarget instanceof Element ? currentTarget.closest('.outcome') : null
          if (outcome instanceof HTMLElement) outcome.focus()
        })
      : nothing
  const { title, text } = troubleWords(words, state)
  return notice(
    state.at === 'failed' ? 'danger' : 'warning',
    title,
    text,
    state.at === 'unstored' ? missingWay(view, state) : againWay(acts, state, words),
  )
}

/** Of two ways to send the same one would be in doubt: where there is a button for it, that is the way. */
function againWay(acts: TrackerView['acts'], { action }: Tried, words: Words): TemplateResult | undefined {
  if (action !== 'check-off' || !acts.repeats(action)) return undefined
  return way(words.say('form.tryAgain'), () => {
    void acts.again()
  })
}

/** What wasn't kept goes as a message, login details only sealed anew. */
function missingWay(
  { words, acts, may, renewal }: TrackerView,
  { fields, message: { text = '', files = [] } }: Extract<Tried, { at: 'unstored' }>,
): TemplateResult | undefined {
  if (fields.includes('access'))
    return may('renew-credentials')
      ? way(words.say('tracker.unstored.login'), () => {
          renewal.open()
        })
      : undefined
  if (!may('reply') || (text === '' && files.length === 0)) return undefined
  return way(words.say('sent.missing.send'), () => {
    void acts.do('reply', { text, ...(files.length > 0 && { files }) })
  })
}

function way(label: string, press: () => void): TemplateResult {
  return html`<button type="button" @click=${press}>${label}</button>`
}

/** A button that does one thing on the ticket; while something is under way it says so, and keeps its place. */
export function actButton(
  { words, acts }: TrackerView,
  action: Action,
  label: string,
  press: () => void,
  {
    look = '',
    id,
    again,
  }: {
    readonly look?: 'primary' | 'plain' | ''
    readonly id?: string
    /** Sends the same once more; where the button's own name tells which of two it is, it keeps it. */
    readonly again?: (() => unknown) | 'never'
  } = {},
): TemplateResult {
  const repeats = again !== 'never' && acts.repeats(action)
  const isMine = acts.of(action)?.at === 'sending'
  return html`<button
    id=${id ?? action}
    type="button"
    class=${look}
    aria-disabled=${acts.isBusy ? 'true' : 'false'}
    @click=${() => {
      if (acts.isBusy) return
      if (repeats) void (again ?? acts.again.bind(acts))()
      else press()
    }}
  >
    ${isMine ? words.say('tracker.sending') : repeats ? words.say('form.tryAgain') : label}
  </button>`
}
