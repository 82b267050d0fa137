import { html, type TemplateResult } from 'lit'
import type { FlowState, InterventionAdapter } from '../../src/index.js'
import { notice } from '../shared/notice.js'
import { elsewhereBody } from './elsewhere.js'
import type { FormView } from './form-view.js'
import type { Accepted, SentController } from './sent.controller.js'
import { sentOtherwise } from './sent-otherwise.js'
import { onItsWay } from './waiting.js'

/** The form at its end: the provider took the request, or had it already from another place. */
export function endedBody(
  view: FormView,
  state: Extract<FlowState, { at: 'accepted' | 'elsewhere' }>,
  sent: SentController,
  root: ParentNode,
  again: () => void,
  adapter: InterventionAdapter | undefined,
): TemplateResult {
  const { words, later } = view
  if (state.at === 'elsewhere') return elsewhereBody(state, words, again)
  return later.parts?.sentBody(view, state, sent, root, again, adapter) ?? sentInShort(view, state)
}

/** The number waits for no code: the device forgets the request once the customer is told, and nobody tells it again. */
function sentInShort(view: FormView, accepted: Accepted): TemplateResult {
  const { number } = accepted.filed.intervention
  return html`<div class="step">
    <h2 id="step-heading" tabindex="-1">${view.words.say('step.sent')}</h2>
    ${notice('success', view.words.say('outcome.sent', { number }))} ${sentOtherwise(view.words, accepted)}
    ${onItsWay(view)}
  </div>`
}
