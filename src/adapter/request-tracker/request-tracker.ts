import type { Intervention } from '../../tracking/intervention.js'
import type { Call, InterventionAdapter, Page } from '../adapter.js'
import { entriesAfter } from '../entry-pages.js'
import { AdapterFault } from '../fault.js'
import { safeBlob } from '../safe-blob.js'
import { untilAborted } from '../until-aborted.js'
import * as answers from './answers.js'
import { bytesIn } from '../base64.js'
import { capabilitiesWith } from './capabilities.js'
import { answered } from './client.js'
import type { RequestTrackerCustomer, RequestTrackerOptions } from './options.js'
import { reply } from './reply.js'
import { sharedBy } from './shared.js'
import { find, quoted, submit } from './submit.js'
import type { Known } from '../known.js'
import { viewOf, type View } from './view.js'
import { watchTicket } from './watch.js'

/** RT answers so many questions of one page at once and stays quick for others. */
const atOnce = 3

/** The most tickets that RT tells at once. */
const longestList = 100

/** What this adapter has of the methods that an adapter may have. */
export interface RequestTrackerAdapter extends InterventionAdapter {
  find: NonNullable<InterventionAdapter['find']>
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
    return {
      capabilities,
      async context(call) {
        const told = await untilAborted(call?.signal, () => customer.context(call))
        call?.signal?.throwIfAborted()
        return told
      },
      submit: async (filing, { key, signal }) =>
        untilAborted(signal, () => submit(view, filing, key, capabilities, signal ? { signal } : {})),
      find: async (key, call) => untilAborted(call?.signal, () => find(view, key, call)),
      list: async (query, call) => untilAborted(call?.signal, () => list(view, query, call)),
      get: async (id, known, call) =>
        untilAborted(call?.signal, async () => {
          const { intervention } = await view.see(id, await view.known(call), call)
          return intervention.version === known ? null : intervention
        }),
      entries: async (id, after, call) =>
        untilAborted(call?.signal, async () => {
          const { history } = await view.see(id, await view.known(call), call)
          return entriesAfter(history, after)
        }),
      reply: async (id, message, write) =>
        untilAborted(write.signal, () => reply(view, id, message, write, capabilities)),
      open: async ({ id, type }, call) =>
        untilAborted(call?.signal, async () => {
          if (!/^\d{1,15}$/.test(id)) throw new AdapterFault('not-found')
          const part = await answered(client.ask(`attachment/${id}`, answers.partWithContent, {}, call))
          return safeBlob(new Blob([bytesIn(part.Content ?? '')], { type: type || (part.ContentType ?? '') }))
        }),
      watch(id, changed, { signal }) {
        void watchTicket(view, id, changed, signal, pace)
      },
    }
  }
}

async function list(
  view: View,
  { open = false, cursor, limit = 20 }: Parameters<InterventionAdapter['list']>[0],
  call?: Call,
): Promise<Page<Intervention>> {
  const { queue, fields } = view.shared.options
  if (cursor !== undefined && !/^\d{1,15}$/.test(cursor)) throw new AdapterFault('not-found')
  const known = await view.known(call)
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
  const found: Intervention[] = []
  for (let at = 0; at < items.length; at += atOnce)
    found.push(...(await seenAmong(view, items.slice(at, at + atOnce), known, call)))
  const last = items.at(-1)
  return {
    items: found.filter(({ phase }) => !open || (phase !== 'done' && phase !== 'declined')),
    ...(last && items.length === most && { cursor: String(last.id) }),
  }
}

/** What was not filed here, or was taken from its customer in between, is passed over. */
async function seenAmong(
  view: View,
  items: readonly { readonly id: number; readonly LastUpdated: string }[],
  known: Known,
  call: Call | undefined,
): Promise<readonly Intervention[]> {
  const seen = await Promise.all(
    items.map(async item => {
      try {
        return [(await view.seeListed(item, known, call)).intervention]
      } catch (error) {
        if (error instanceof AdapterFault && error.code === 'not-found') return []
        throw error
      }
    }),
  )
  return seen.flat()
}
