import { html, nothing, type TemplateResult } from 'lit'
import { ifDefined } from 'lit/directives/if-defined.js'
import type { Words } from '../../locales/index.js'
import type { FlowState, ServicePolicy } from '../../src/index.js'
import { byHand, isForGood, reasonText } from '../shared/by-hand.js'
import { notice } from '../shared/notice.js'
import { progress } from '../shared/progress.js'
import type { Underway } from '../shared/underway.js'

/** What can be done about a request that isn't through. */
export interface OutcomeActions {
  readonly send: () => void
  readonly look: () => void
  readonly edit: () => void
}

/** How it stands with the sending, in words that are never mixed: not sent, not known, under way. */
export function outcome(
  state: FlowState,
  words: Words,
  policy: ServicePolicy,
  actions: OutcomeActions,
  underway?: Underway,
): TemplateResult | typeof nothing {
  switch (state.at) {
    case 'sealing':
      return notice('info', words.say('form.sealing'))
    case 'sending':
      return underway
        ? progress(words, underway, words.say('form.sending'))
        : notice('info', words.say('form.sending'))
    case 'not-sent':
      return notice(
        'danger',
        words.say('outcome.notSent.title'),
        html`<p>${reasonText(state.reason, words)}</p>
          <p>${words.say('outcome.notSent.text')}</p>
          ${isForGood(state.reason) ? byHand(words, policy) : nothing}`,
        html`<div class="row">
          ${button(words.say('form.tryAgain'), actions.send)} ${button(words.say('form.edit'), actions.edit)}
        </div>`,
      )
    case 'unknown':
      return notice(
        'warning',
        words.say('outcome.unknown.title'),
        html`<p>${words.say('outcome.unknown.text')}</p>
          ${state.code ? html`<p>${words.say(`fault.${state.code}`)}</p>` : nothing}`,
        button(words.say('outcome.unknown.check'), actions.look, state.checking),
      )
    default:
      return nothing
  }
}

/** What a screen reader is told when the state changes; nothing where the focus tells it. */
export function announcement(state: FlowState, words: Words): string | undefined {
  switch (state.at) {
    case 'sealing':
      return words.say('form.sealing')
    case 'sending':
      return words.say('form.sending')
    case 'not-sent':
      return words.say('outcome.notSent.title')
    case 'unknown':
      return state.checking ? undefined : words.say('outcome.unknown.title')
    case 'accepted':
      return words.say('outcome.sent', { number: state.filed.intervention.number })
    case 'draft':
      return undefined
  }
}

function button(label: string, onClick: () => void, busy = false): TemplateResult {
  return html`<button type="button" aria-disabled=${ifDefined(busy ? 'true' : undefined)} @click=${onClick}>
    ${label}
  </button>`
}
