import type { Intervention } from '../../tracking/intervention.js'
import type { Call, InterventionAdapter, Page } from '../adapter.js'
import { entriesAfter } from '../entry-pages.js'
import { AdapterFault } from '../fault.js'
import { safeBlob } from '../safe-blob.js'
import { untilAborted } from '../until-aborted.js'
import { capabilitiesOf } from './capabilities.js'
import type { WhmcsCustomer, WhmcsOptions } from './options.js'
import { reply } from './reply.js'
import { sharedBy } from './shared.js'
import { find, submit } from './submit.js'
import { bytesOf } from './ticket-read.js'
import { viewOf, type View } from './view.js'

/** What this adapter has of the methods that an adapter may have. */
export interface WhmcsAdapter extends InterventionAdapter {
  find: NonNullable<InterventionAdapter['find']>
}

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
          return entriesAfter({ entries: history.entries, revised: new Map() }, after)
        }),
      reply: async (id, message, write) =>
        untilAborted(write.signal, () => reply(view, id, message, write, capabilities)),
      open: async (file, call) => untilAborted(call?.signal, () => open(view, file.id, call)),
    }
  }
}

async function list(
  view: View,
  { open = false, cursor, limit = 20 }: Parameters<InterventionAdapter['list']>[0],
  call?: Call,
): Promise<Page<Intervention>> {
  if (cursor !== undefined && !/^\d{1,15}$/.test(cursor)) throw new AdapterFault('not-found')
  const known = await view.known(call)
  const all = await view.tickets(call)
  const items: Intervention[] = []
  let last: number | undefined
  for (const item of all.filter(({ id }) => cursor === undefined || id < Number(cursor))) {
    if (items.length === limit) break
    last = item.id
    const seen = await view.seeListed(item, known, call)
    const phase = seen?.intervention.phase
    if (seen && !(open && (phase === 'done' || phase === 'declined'))) items.push(seen.intervention)
  }
  const hasMore = last !== undefined && last !== all.at(-1)?.id
  return { items, ...(hasMore && { cursor: String(last) }) }
}

/** A file of the customer's own history, and no other: by its number alone WHMCS hands out any. */
async function open(view: View, id: string, call?: Call): Promise<Blob> {
  const [, ticket = '', reply, index] = /^(\d{1,15})-(\d{1,15})-(\d{1,3})$/.exec(id) ?? []
  const { read } = await view.see(ticket, await view.known(call), call)
  const file = read.writings.flatMap(({ files }) => files).find(one => one.id === id)
  if (!file) throw new AdapterFault('not-found')
  const bytes = await bytesOf(view.shared, read.id, Number(reply), Number(index), call)
  return safeBlob(new Blob([bytes], { type: file.type }))
}
