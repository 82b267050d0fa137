import { html, nothing, type TemplateResult } from 'lit'
import type { Words } from '../../../locales/index.js'
import type { Action, FieldKey } from '../../../src/index.js'
import { announce } from '../../shared/announcer.js'
import { faultText } from '../../shared/by-hand.js'
import { notice } from '../../shared/notice.js'
import { progress } from '../../shared/progress.js'
import type { Acts } from '../acts.controller.js'
import type { TrackerView } from '../tracker-view.js'

/** What becomes of something that the customer does, where it isn't simply done: under way, not sent, not known, or not all kept. */
export function actNotice(view: TrackerView, action: Action): TemplateResult | typeof nothing {
  const state = view.acts.of(action)
  if (!state) return nothing
  const content = noticeOf(view, state)
  // The focus stays here when the button that it was on goes.
  return content === nothing ? nothing : html`<div class="outcome" tabindex="-1">${content}</div>`
}

type Tried = NonNullable<ReturnType<Acts['of']>>

function noticeOf({ words, acts }: TrackerView, state: Tried): TemplateResult | typeof nothing {
  const again = html`<button
    type="button"
    @click=${() => {
      void acts.again()
    }}
  >
    ${words.say('form.tryAgain')}
  </button>`
  const fields = (keys: readonly FieldKey[]): string =>
    words.list(keys.map(key => words.wording(undefined, `field.${key}.label`)))
  switch (state.at) {
    case 'sending':
      return state.underway
        ? progress(words, state.underway, words.say('tracker.sending'), ({ currentTarget }) => {
            const outcome = currentTarget instanceof Element ? currentTarget.closest('.outcome') : null
            if (outcome instanceof HTMLElement) outcome.focus()
            announce(words.say('outcome.notSent.cancelled'))
          })
        : nothing
    case 'cancelled':
      return notice(
        'warning',
        words.say('tracker.notSent.title'),
        words.say('outcome.notSent.cancelled'),
        again,
      )
    case 'failed':
      return notice(
        'danger',
        words.say('tracker.notSent.title'),
        refusalOf(state, words, fields) ?? faultText(state.code, words),
        ['conflict', 'invalid', 'forbidden', 'too-large'].includes(state.code) ? undefined : again,
      )
    case 'unknown':
      return notice(
        'warning',
        words.say('tracker.unknown.title'),
        words.say(state.isSafe ? 'tracker.unknown.again' : 'tracker.unknown.text'),
        state.isSafe ? again : undefined,
      )
    case 'unstored':
      return notice(
        'warning',
        words.say('tracker.unstored.title'),
        words.say('tracker.unstored.text', { fields: fields(state.fields) }),
      )
  }
}

/** What exactly the ticket system didn't take, where it has said so. */
function refusalOf(
  { code, fields }: Extract<Tried, { at: 'failed' }>,
  words: Words,
  named: (keys: readonly FieldKey[]) => string,
): string | undefined {
  if (fields.length === 0 || (code !== 'too-large' && code !== 'invalid')) return undefined
  return words.say(code === 'too-large' ? 'issue.too-large' : 'issue.refused', { field: named(fields) })
}

/** A button that does one thing on the ticket; while something is under way it says so, and keeps its place. */
export function actButton(
  { words, acts }: TrackerView,
  action: Action,
  label: string,
  press: () => void,
  { look = '', id }: { readonly look?: 'primary' | 'plain' | ''; readonly id?: string } = {},
): TemplateResult {
  const isMine = acts.of(action)?.at === 'sending'
  return html`<button
    id=${id ?? action}
    type="button"
    class=${look}
    aria-disabled=${acts.isBusy ? 'true' : 'false'}
    @click=${() => {
      if (!acts.isBusy) press()
    }}
  >
    ${isMine ? words.say('tracker.sending') : label}
  </button>`
}
