import type { Intervention } from '../../tracking/intervention.js'
import type { Call } from '../adapter.js'
import { AdapterFault } from '../fault.js'
import type { Known } from '../known.js'
import { interventionOf, offeredTo, seenOrNothing, settledMs } from '../ticket-view.js'
import type { ListedTicket } from './answers.js'
import * as answers from './answers.js'
import { historyOf, type WhmcsTicketHistory } from './history.js'
import type { WhmcsCustomer } from './options.js'
import type { Shared } from './shared.js'
import { readTicket, type WhmcsHistory } from './ticket-read.js'

/** A ticket as its customer may see it. */
export interface Seen {
  readonly read: WhmcsHistory
  readonly history: WhmcsTicketHistory
  readonly intervention: Intervention
}

/** One client's view of the WHMCS. */
export interface View {
  readonly shared: Shared
  readonly clientId: number
  /** @throws {AdapterFault} `not-found` for what isn't theirs, or wasn't filed here. */
  see(id: string, known: Known, call?: Call): Promise<Seen>
  /** The same of what is remembered, where the list tells that nothing has changed; nothing for what `see` doesn't find. */
  seeListed(item: ListedTicket, known: Known, call?: Call): Promise<Seen | undefined>
  /** All of the client's tickets, the newest first: WHMCS doesn't say in what order it tells them. */
  tickets(call?: Call): Promise<readonly ListedTicket[]>
}

/** The most tickets that are asked for at once, and the most that a client has. */
const [pageSize, mostTickets] = [100, 5_000]

/** The view of this client. */
export function viewOf(shared: Shared, { clientId }: WhmcsCustomer): View {
  const { options, client, now } = shared

  function seen(read: WhmcsHistory, { context: { account }, policy }: Known): Seen {
    const history = historyOf(read, policy, options)
    if (history?.request.owner !== String(clientId)) throw new AdapterFault('not-found')
    const openedAt = read.writings[0]?.at ?? 0
    const told = {
      id: String(read.id),
      number: read.number,
      version: read.version,
      openedAt,
      changedAt: read.writings.at(-1)?.at ?? openedAt,
      now: now(),
      actions: offeredTo(account, history, policy),
    }
    return { read, history, intervention: interventionOf(told, history, policy) }
  }

  async function see(id: string, known: Known, call?: Call): Promise<Seen> {
    return seen(await readTicket(shared, clientId, id, call), known)
  }

  return {
    shared,
    clientId,
    see,
    async seeListed({ id, status, lastreply }, known, call) {
      const key = JSON.stringify([clientId, id])
      const before = shared.tickets.get(key)
      const isSame =
        before?.lastReply === lastreply &&
        before.read.status === status &&
        before.at - (before.read.writings.at(-1)?.at ?? 0) >= settledMs
      return seenOrNothing(async () => {
        if (isSame) return seen(before.read, known)
        const at = now()
        const read = await readTicket(shared, clientId, String(id), call)
        shared.tickets.set(key, { read, lastReply: lastreply, at })
        return seen(read, known)
      })
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
