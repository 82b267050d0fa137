import { html, nothing, type TemplateResult } from 'lit'
import type { Action } from '../../../src/index.js'
import { faultText } from '../../shared/by-hand.js'
import { notice } from '../../shared/notice.js'
import type { TrackerView } from '../tracker-view.js'

/** What became of something that the customer did, where it isn't simply done: not sent, not known, or not all kept. */
export function actNotice({ words, acts }: TrackerView, action: Action): TemplateResult | typeof nothing {
  const state = acts.of(action)
  const again = html`<button
    type="button"
    @click=${() => {
      void acts.again()
    }}
  >
    ${words.say('form.tryAgain')}
  </button>`
  switch (state?.at) {
    case undefined:
    case 'sending':
      return nothing
    case 'failed':
      return notice(
        'danger',
        words.say('tracker.notSent.title'),
        faultText(state.code, words),
        state.code === 'conflict' || state.code === 'invalid' || state.code === 'forbidden'
          ? undefined
          : again,
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
        words.say('tracker.unstored.text', {
          fields: words.list(state.fields.map(key => words.wording(undefined, `field.${key}.label`))),
        }),
      )
  }
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
    ${isMine ? words.say('form.sending') : label}
  </button>`
}
