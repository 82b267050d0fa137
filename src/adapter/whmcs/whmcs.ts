import type { Intervention } from '../../tracking/intervention.js'
import type { Call, InterventionAdapter, Page } from '../adapter.js'
import { AdapterFault } from '../fault.js'
import type { Known } from '../known.js'
import { ticketAdapter, type TicketAdapter } from '../ticket-adapter.js'
import type { TicketSystem } from '../ticket-system.js'
import { isOpen } from '../ticket-view.js'
import { capabilitiesOf } from './capabilities.js'
import type { WhmcsCustomer, WhmcsOptions } from './options.js'
import { lostOfReply, say } from './reply.js'
import { sharedBy } from './shared.js'
import { create, foundUnder, lostOfRequest } from './submit.js'
import { bytesOf } from './ticket-read.js'
import { viewOf, type Seen, type View } from './view.js'

/** What this adapter has of the methods that an adapter may have. */
export type WhmcsAdapter = TicketAdapter

/**
 * WHMCS as a backend: for servers, by its API and an admin's credentials. One for a whole WHMCS; what it returns makes an
 * adapter for each client, to stand behind `bridge`.
 *
 * WHMCS asks nobody who they are: that a ticket is this client's is looked at here, before anything else of it. The
 * engineers' notes are never read. Facts stand in the ticket twice: in words for people, and as JSON in a file of what was
 * written; sealed login details below the words. Each write is read back, and what is missing is told as `unstored`. There
 * is no `watch`, no `quote` and no `checkVatId`, and a request that names a quote by its id is refused.
 */
export function whmcsAdapter(options: WhmcsOptions): (customer: WhmcsCustomer) => WhmcsAdapter {
  const shared = sharedBy(options)
  const capabilities = capabilitiesOf(options)

  return customer => {
    // Tickets of nobody's have the number 0.
    if (!Number.isSafeInteger(customer.clientId) || customer.clientId < 1)
      throw new TypeError('a client of WHMCS has a number above 0')
    const view = viewOf(shared, customer)
    const system: TicketSystem<Seen> = {
      capabilities,
      context: customer.context,
      see: async (id, known, call) => view.see(id, known, call),
      foundUnder: async (key, known, call) => foundUnder(view, key, known, call),
      list: async (query, known, call) => list(view, query, known, call),
      create: async (filing, keyed, known) => create(view, filing, keyed, known),
      lostOfRequest,
      say: async (seen, saying, known) => say(view, seen, saying, known),
      lostOfReply,
      open: async ({ id }, known, call) => open(view, id, known, call),
    }
    return ticketAdapter(system, shared.writes)
  }
}

async function list(
  view: View,
  { open = false, cursor, limit = 20 }: Parameters<InterventionAdapter['list']>[0],
  known: Known,
  call?: Call,
): Promise<Page<Intervention>> {
  if (cursor !== undefined && !/^\d{1,15}$/.test(cursor)) throw new AdapterFault('not-found')
  const all = await view.tickets(call)
  const items: Intervention[] = []
  let last: number | undefined
  for (const item of all.filter(({ id }) => cursor === undefined || id < Number(cursor))) {
    if (items.length === limit) break
    last = item.id
    const seen = await view.seeListed(item, known, call)
    if (seen && (!open || isOpen(seen.intervention))) items.push(seen.intervention)
  }
  const hasMore = last !== undefined && last !== all.at(-1)?.id
  return { items, ...(hasMore && { cursor: String(last) }) }
}

/** A file of the customer's own history, and no other: by its number alone WHMCS hands out any. */
async function open(view: View, id: string, known: () => Promise<Known>, call?: Call): Promise<Blob> {
  const [, ticket = '', reply, index] = /^(\d{1,15})-(\d{1,15})-(\d{1,3})$/.exec(id) ?? []
  const { read } = await view.see(ticket, await known(), call)
  const file = read.writings.flatMap(({ files }) => files).find(one => one.id === id)
  if (!file) throw new AdapterFault('not-found')
  const bytes = await bytesOf(view.shared, read.id, Number(reply), Number(index), call)
  return new Blob([bytes], { type: file.type })
}
