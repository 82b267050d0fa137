import type { ServicePolicy } from '../../policy/policy.js'
import { actionsOf } from '../../tracking/actions.js'
import type { Action, Intervention } from '../../tracking/intervention.js'
import type { Account } from '../adapter.js'
import type { TicketHistory } from './history.js'
import { cancelledStatus, resumedStatus, type RequestTrackerFields } from './options.js'
import type { RtHistory } from './ticket-read.js'

/** What a ticket offers depends on. */
export interface OfferTerms {
  readonly account: Account
  readonly policy: ServicePolicy
  readonly fields: RequestTrackerFields
}

/** Only the owner of an account authorizes. */
const ownersOnly: readonly Action[] = ['reopen', 'narrow-authorization']

/** What this person may do: what the ticket is in a state for, RT lets its user do, and there is a place to write down. */
export function actionsIn(
  { ticket }: RtHistory,
  { standing }: TicketHistory,
  { account, policy, fields }: OfferTerms,
): readonly Action[] {
  const mayMoveTo = (status: string) =>
    ticket._hyperlinks.some(({ ref, to }) => ref === 'lifecycle' && to === status)
  const mayReply = ticket._hyperlinks.some(({ ref }) => ref === 'correspond')
  return actionsOf(standing, policy).filter(action => {
    if (account.owner === false && ownersOnly.includes(action)) return false
    if (action === 'check-off') return fields.checkedOff !== undefined
    if (action === 'reopen') return mayReply && mayMoveTo(resumedStatus)
    if (action === 'cancel') return mayReply && mayMoveTo(cancelledStatus)
    return mayReply
  })
}

/** The ticket as it stands. */
export function interventionOf(
  read: RtHistory,
  history: TicketHistory,
  terms: OfferTerms,
  now: number,
): Intervention {
  const { ticket, version, transactions } = read
  const { request, standing } = history
  const { current } = standing.access
  const { nextUpdate } = standing
  const id = String(ticket.id)
  return {
    id,
    number: id,
    version,
    phase: standing.phase,
    ...(standing.stage !== null && { stage: standing.stage }),
    server: request.filing.server,
    openedAt: ticket.Created,
    changedAt: transactions.at(-1)?.Created ?? ticket.Created,
    now,
    actions: actionsIn(read, history, terms),
    ...(current && { access: current }),
    promise: {
      firstResponseBy: ticket.Created + terms.policy.times.firstResponse.withinMinutes * 60_000,
      ...(nextUpdate.kind === 'promised' && { nextUpdateBy: nextUpdate.by }),
    },
  }
}
