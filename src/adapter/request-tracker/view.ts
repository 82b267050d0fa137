import type { Intervention } from '../../tracking/intervention.js'
import type { Call } from '../adapter.js'
import { AdapterFault } from '../fault.js'
import { knownBy, type Known } from '../known.js'
import { rtClient, type RtClient } from './client.js'
import { historyOf, type TicketHistory } from './history.js'
import { interventionOf } from './intervention.js'
import type { RequestTrackerCustomer } from './options.js'
import type { Shared } from './shared.js'
import { readTicket, type RtHistory } from './ticket-read.js'

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
  known(call?: Call): Promise<Known>
  /** @throws {AdapterFault} `not-found` for what isn't theirs, or wasn't filed here. */
  see(id: string, known: Known, call?: Call): Promise<Seen>
  /** The same of what is remembered, where RT's list tells that nothing has changed. */
  seeListed(
    item: { readonly id: number; readonly LastUpdated: string },
    known: Known,
    call?: Call,
  ): Promise<Seen>
}

/** RT's times are in whole seconds: what was read in the second of a change may lack the next one. */
const settledMs = 2_000

/** The view of this customer. */
export function viewOf(shared: Shared, { user, token, context }: RequestTrackerCustomer): View {
  const { options, views, now } = shared
  const client = rtClient(options, token)
  const reader = { client, user, signingSecret: options.signingSecret }

  async function seen(read: RtHistory, { context, policy }: Known): Promise<Seen> {
    const { fields, statuses } = options
    const history = await historyOf(read, { user, policy, fields, ...(statuses && { statuses }) })
    if (!history) throw new AdapterFault('not-found')
    const terms = { account: context.account, policy, fields }
    return { read, history, intervention: interventionOf(read, history, terms, now()) }
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
    known: async call => knownBy(context, call),
    see,
    async seeListed({ id, LastUpdated }, known, call) {
      const before = views.get(JSON.stringify([user, String(id)]))
      const isSettled =
        before?.ticket.LastUpdated === LastUpdated && before.readAt - Date.parse(LastUpdated) >= settledMs
      return isSettled ? seen(before, known) : see(String(id), known, call)
    },
  }
}
