import { actionsOf } from '../../tracking/actions.js'
import type { Action, Intervention } from '../../tracking/intervention.js'
import type { Call } from '../adapter.js'
import { AdapterFault } from '../fault.js'
import { knownBy, type Known } from '../known.js'
import type { ListedTicket } from './answers.js'
import * as answers from './answers.js'
import { historyOf, type TicketHistory } from './history.js'
import type { WhmcsCustomer } from './options.js'
import type { Shared } from './shared.js'
import { readTicket, type WhmcsHistory } from './ticket-read.js'

/** A ticket as its customer may see it. */
export interface Seen {
  readonly read: WhmcsHistory
  readonly history: TicketHistory
  readonly intervention: Intervention
}

/** One client's view of the WHMCS. */
export interface View {
  readonly shared: Shared
  readonly clientId: number
  known(call?: Call): Promise<Known>
  /** @throws {AdapterFault} `not-found` for what isn't theirs, or wasn't filed here. */
  see(id: string, known: Known, call?: Call): Promise<Seen>
  /** The same of what is remembered, where the list tells that nothing has changed; nothing for what `see` doesn't find. */
  seeListed(item: ListedTicket, known: Known, call?: Call): Promise<Seen | undefined>
  /** All of the client's tickets, the newest first: WHMCS doesn't say in what order it tells them. */
  tickets(call?: Call): Promise<readonly ListedTicket[]>
}

/** The most tickets that are asked for at once, and the most that a client has. */
const [pageSize, mostTickets] = [100, 5_000]

/** Times are in whole seconds: what was read soon after a reply may lack another one of that second. */
const settledMs = 2_000

/** Only the owner of an account authorizes. */
const ownersOnly: readonly Action[] = ['reopen', 'narrow-authorization']

/** The view of this client. */
export function viewOf(shared: Shared, { clientId, context }: WhmcsCustomer): View {
  const { options, client, now } = shared

  function seen(read: WhmcsHistory, { context: { account }, policy }: Known): Seen {
    const history = historyOf(read, policy, options)
    if (!history) throw new AdapterFault('not-found')
    const { standing, request } = history
    const { current } = standing.access
    const openedAt = read.writings[0]?.at ?? 0
    const intervention: Intervention = {
      id: String(read.id),
      number: read.number,
      version: read.version,
      phase: standing.phase,
      ...(standing.stage !== null && { stage: standing.stage }),
      server: request.filing.server,
      openedAt,
      changedAt: read.writings.at(-1)?.at ?? openedAt,
      now: now(),
      actions: actionsOf(standing, policy).filter(
        action => account.owner !== false || !ownersOnly.includes(action),
      ),
      ...(current && { access: current }),
      promise: { firstResponseBy: openedAt + policy.times.firstResponse.withinMinutes * 60_000 },
    }
    return { read, history, intervention }
  }

  async function see(id: string, known: Known, call?: Call): Promise<Seen> {
    return seen(await readTicket(shared, clientId, id, call), known)
  }

  return {
    shared,
    clientId,
    known: async call => knownBy(context, call),
    see,
    async seeListed({ id, status, lastreply }, known, call) {
      const key = JSON.stringify([clientId, id])
      const before = shared.tickets.get(key)
      const isSame =
        before?.lastReply === lastreply &&
        before.read.status === status &&
        before.at - (before.read.writings.at(-1)?.at ?? 0) >= settledMs
      try {
        if (isSame) return seen(before.read, known)
        const at = now()
        const read = await readTicket(shared, clientId, String(id), call)
        shared.tickets.set(key, { read, lastReply: lastreply, at })
        return seen(read, known)
      } catch (error) {
        if (error instanceof AdapterFault && error.code === 'not-found') return undefined
        throw error
      }
    },
    async tickets(call) {
      const found = new Map<number, ListedTicket>()
      for (let start = 0; start < mostTickets; start += pageSize) {
        const asked = {
          clientid: String(clientId),
          limitstart: String(start),
          limitnum: String(pageSize),
          // A ticket stays the customer's when it is handed to another department.
          ignore_dept_assignments: 'true',
        }
        const { tickets } = await client.ask('GetTickets', answers.ticketPage, asked, call)
        for (const one of tickets) if (one.userid === clientId) found.set(one.id, one)
        if (tickets.length < pageSize) break
      }
      return [...found.values()].sort((one, other) => other.id - one.id)
    },
  }
}
