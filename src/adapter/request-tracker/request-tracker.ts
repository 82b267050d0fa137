import type { Intervention } from '../../tracking/intervention.js'
import type { Call, InterventionAdapter, Page } from '../adapter.js'
import { bytesIn } from '../base64.js'
import { AdapterFault } from '../fault.js'
import type { Known } from '../known.js'
import { ticketAdapter, type TicketAdapter } from '../ticket-adapter.js'
import type { TicketSystem } from '../ticket-system.js'
import { isOpen, seenAmong } from '../ticket-view.js'
import * as answers from './answers.js'
import { capabilitiesWith } from './capabilities.js'
import { answered } from './client.js'
import type { RequestTrackerCustomer, RequestTrackerOptions } from './options.js'
import { say } from './reply.js'
import { sharedBy } from './shared.js'
import { create, foundUnder, lostOfRequest, quoted } from './submit.js'
import { viewOf, type Seen, type View } from './view.js'

/** RT answers so many questions of one page at once and stays quick for others. */
const atOnce = 3

/** The most tickets that RT tells at once. */
const longestList = 100

/** What this adapter has of the methods that an adapter may have. */
export interface RequestTrackerAdapter extends TicketAdapter {
  watch: NonNullable<InterventionAdapter['watch']>
}

/**
 * Request Tracker 5 as a backend: for servers, by its REST 2.0 and the customer's own token. One for a whole RT; what it
 * returns makes an adapter for each customer, to stand behind `bridge`.
 *
 * The customer is the requestor of all that they file. Facts stand in the ticket twice: in words and fields for people,
 * and as JSON in a part of what was written. RT answers "done" whatever it leaves out; so each write is read back, and
 * what is missing is told as `unstored`. What is internal in RT never reaches an entry. It has neither prices nor VAT
 * IDs: there is no `quote` and no `checkVatId`, and a request that names a quote by its id is refused.
 */
export function requestTrackerAdapter(
  options: RequestTrackerOptions,
): (customer: RequestTrackerCustomer) => RequestTrackerAdapter {
  const shared = sharedBy(options)
  const pace = Math.max(options.pollEveryMs ?? 15_000, 1_000)
  const capabilities = capabilitiesWith(pace)

  return customer => {
    const view = viewOf(shared, customer)
    const { client } = view
    const system: TicketSystem<Seen> = {
      capabilities,
      context: customer.context,
      see: async (id, known, call) => view.see(id, known, call),
      foundUnder: async (key, known, call) => foundUnder(view, key, known, call),
      list: async (query, known, call) => list(view, query, known, call),
      create: async (filing, keyed, known) => create(view, filing, keyed, known),
      lostOfRequest: async (seen, sent) => lostOfRequest(view, seen, sent),
      say: async (seen, saying, known) => say(view, seen, saying, known),
      async open({ id, type }, _, call) {
        if (!/^\d{1,15}$/.test(id)) throw new AdapterFault('not-found')
        const part = await answered(client.ask(`attachment/${id}`, answers.partWithContent, {}, call))
        return new Blob([bytesIn(part.Content ?? '')], { type: type || (part.ContentType ?? '') })
      },
    }
    return {
      ...ticketAdapter(system, shared.writes),
      watch(id, changed, { signal }) {
        if (!/^\d{1,15}$/.test(id)) return
        const versionOf = async (unless: string | undefined, call: Call) =>
          (await client.ask(`ticket/${id}`, answers.ticket, { unless }, call))?.version ?? null
        shared.writes.watch.watch(customer.user, id, { versionOf, pace }, changed, signal)
      },
    }
  }
}

async function list(
  view: View,
  { open = false, cursor, limit = 20 }: Parameters<InterventionAdapter['list']>[0],
  known: Known,
  call?: Call,
): Promise<Page<Intervention>> {
  const { queue, fields } = view.shared.options
  if (cursor !== undefined && !/^\d{1,15}$/.test(cursor)) throw new AdapterFault('not-found')
  const most = Math.min(limit, longestList)
  const conditions = [
    `Queue = '${quoted(queue)}'`,
    "Requestor.id = '__CurrentUser__'",
    `CF.{${fields.requestKey}} IS NOT NULL`,
    ...(open ? ["Status = '__Active__'"] : []),
    ...(cursor === undefined ? [] : [`id < ${cursor}`]),
  ]
  const query = {
    query: conditions.join(' AND '),
    fields: 'LastUpdated',
    orderby: 'id',
    order: 'DESC',
    per_page: String(most),
  }
  const { items } = await answered(view.client.ask('tickets', answers.ticketPage, { query }, call))
  const found = await seenAmong(items, atOnce, async item => view.seeListed(item, known, call))
  const last = items.at(-1)
  return {
    items: open ? found.filter(isOpen) : found,
    ...(last && items.length === most && { cursor: String(last.id) }),
  }
}
