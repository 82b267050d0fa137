import type { InterventionAdapter } from './adapter.js'
import { entriesAfter } from './entry-pages.js'
import { knownBy } from './known.js'
import { safeBlob } from './safe-blob.js'
import type { SeenTicket, TicketSystem } from './ticket-system.js'
import { find, reply, submit, type TicketWrites } from './ticket-writes.js'
import { untilAborted } from './until-aborted.js'

/** What every ticket system's adapter has of the methods that an adapter may have. */
export interface TicketAdapter extends InterventionAdapter {
  find: NonNullable<InterventionAdapter['find']>
}

/** An adapter for one customer of a ticket system; `writes` are those of all its customers in this process. */
export function ticketAdapter<S extends SeenTicket>(
  system: TicketSystem<S>,
  writes: TicketWrites,
): TicketAdapter {
  return {
    capabilities: system.capabilities,
    async context(call) {
      const told = await untilAborted(call?.signal, () => system.context(call))
      call?.signal?.throwIfAborted()
      return told
    },
    submit: async (filing, { key, signal }) =>
      untilAborted(signal, () => submit(system, writes, filing, key, signal ? { signal } : {})),
    find: async (key, call) => untilAborted(call?.signal, () => find(system, key, call)),
    list: async (query, call) =>
      untilAborted(call?.signal, async () => system.list(query, await knownBy(system.context, call), call)),
    get: async (id, known, call) =>
      untilAborted(call?.signal, async () => {
        const { intervention } = await system.see(id, await knownBy(system.context, call), call)
        return intervention.version === known ? null : intervention
      }),
    entries: async (id, after, call) =>
      untilAborted(call?.signal, async () => {
        const { history } = await system.see(id, await knownBy(system.context, call), call)
        return entriesAfter(history, after)
      }),
    reply: async (id, message, write) =>
      untilAborted(write.signal, () => reply(system, writes, id, message, write)),
    open: async (file, call) =>
      untilAborted(call?.signal, async () =>
        safeBlob(await system.open(file, () => knownBy(system.context, call), call)),
      ),
  }
}
