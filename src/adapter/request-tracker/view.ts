import type { Action, Intervention } from '../../tracking/intervention.js'
import type { Call } from '../adapter.js'
import { AdapterFault } from '../fault.js'
import type { Known } from '../known.js'
import type { TicketHistory } from '../ticket-system.js'
import { interventionOf, offeredTo, settledMs } from '../ticket-view.js'
import { rtClient, type RtClient } from './client.js'
import { historyOf } from './history.js'
import { cancelledStatus, resumedStatus, type RequestTrackerCustomer } from './options.js'
import type { Shared } from './shared.js'
import { mayMoveTo, readTicket, type RtHistory } from './ticket-read.js'

/** A ticket as its customer may see it. */
export interface Seen {
  readonly read: RtHistory
  readonly history: TicketHistory
  readonly intervention: Intervention
}

/** One customer's view of the Request Tracker. */
export interface View {
  readonly shared: Shared
  readonly user: string
  readonly client: RtClient
  /** @throws {AdapterFault} `not-found` for what isn't theirs, or wasn't filed here. */
  see(id: string, known: Known, call?: Call): Promise<Seen>
  /** The same of what is remembered, where RT's list tells that nothing has changed. */
  seeListed(
    item: { readonly id: number; readonly LastUpdated: string },
    known: Known,
    call?: Call,
  ): Promise<Seen>
}

/** The view of this customer. */
export function viewOf(shared: Shared, { user, token }: RequestTrackerCustomer): View {
  const { options, views, now } = shared
  const { fields, statuses } = options
  const client = rtClient(options, token)
  const reader = { client, user, signingSecret: options.signingSecret }

  async function seen(read: RtHistory, { context, policy }: Known): Promise<Seen> {
    const history = await historyOf(read, { user, policy, fields, ...(statuses && { statuses }) })
    if (history?.request.owner !== user) throw new AdapterFault('not-found')
    const { ticket, version, transactions } = read
    const id = String(ticket.id)
    const actions = offeredTo(context.account, history, policy).filter(mayDo(read))
    const openedAt = ticket.Created
    const changedAt = transactions.at(-1)?.Created ?? openedAt
    const told = { id, number: id, version, openedAt, changedAt, now: now(), actions }
    return { read, history, intervention: interventionOf(told, history, policy) }
  }

  /** What RT lets its user do, and there is a place to write down. */
  function mayDo({ ticket }: RtHistory): (action: Action) => boolean {
    const mayReply = ticket._hyperlinks.some(({ ref }) => ref === 'correspond')
    return action => {
      if (action === 'check-off') return fields.checkedOff !== undefined
      if (action === 'reopen') return mayReply && mayMoveTo(ticket, resumedStatus)
      if (action === 'cancel') return mayReply && mayMoveTo(ticket, cancelledStatus)
      return mayReply
    }
  }

  async function see(id: string, known: Known, call?: Call): Promise<Seen> {
    const key = JSON.stringify([user, id])
    const before = views.get(key)
    const read = (await readTicket(reader, id, before, call)) ?? before
    if (!read) throw new AdapterFault('not-found')
    views.set(key, read)
    return seen(read, known)
  }

  return {
    shared,
    user,
    client,
    see,
    async seeListed({ id, LastUpdated }, known, call) {
      const before = views.get(JSON.stringify([user, String(id)]))
      const isSettled =
        before?.ticket.LastUpdated === LastUpdated && before.readAt - Date.parse(LastUpdated) >= settledMs
      return isSettled ? seen(before, known) : see(String(id), known, call)
    },
  }
}
