import type { TemplateResult } from 'lit'
import type { FlowState } from '../../src/index.js'
import type { FormView } from './form-view.js'
import type { SentController } from './sent.controller.js'
import { onItsWay } from './waiting.js'

/** The form at its end: the provider took the request, or had it already from another place. */
export function endedBody(
  view: FormView,
  state: Extract<FlowState, { at: 'accepted' | 'elsewhere' }>,
  sent: SentController,
  root: ParentNode,
  again: () => void,
): TemplateResult {
  const { parts } = view.later
  if (!parts) return onItsWay(view.words, view.later)
  return state.at === 'accepted'
    ? parts.sentBody(view, state, sent, root, again)
    : parts.elsewhereBody(state, view.words, again)
}
