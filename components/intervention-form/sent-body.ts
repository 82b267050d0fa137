import type { TemplateResult } from 'lit'
import { firstResponseBy, type InterventionAdapter } from '../../src/index.js'
import type { FormView } from './form-view.js'
import { missingPart } from './parts/missing.js'
import { sentPart } from './parts/sent.js'
import { removalPart } from './parts/temporary-account.js'
import type { Accepted, SentController } from './sent.controller.js'

/** The page of a request that the provider took, with all that the customer can take along from it. */
export function sentBody(
  { words, draft, facts }: FormView,
  accepted: Accepted,
  sent: SentController,
  root: ParentNode,
  again: () => void,
  adapter: InterventionAdapter | undefined,
): TemplateResult {
  const { policy } = facts
  const { intervention } = accepted.filed
  return sentPart(words, accepted, policy, firstResponseBy(intervention, policy.times), sent.said, {
    missing: missingPart(words, accepted, sent, adapter),
    removal: removalPart(words, draft.temporaryAccount),
    copyNumber: () => {
      void sent.copyNumber(intervention.number, words, root.querySelector('#ticket-number'))
    },
    takeReceipt: way => {
      void sent.takeReceipt(way, accepted, words, policy)
    },
    again,
  })
}
