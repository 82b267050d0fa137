import type { MemoryQuote } from './memory-quote.js'
import type { MemoryTicket } from './memory-ticket.js'

/** What all customers' views of a memory adapter share. */
export interface MemoryStore {
  /** The oldest first. */
  readonly tickets: MemoryTicket[]
  readonly quotes: MemoryQuote[]
  /** What each reply's key stands for. */
  readonly replies: {
    get(account: string, key: string): string | undefined
    set(account: string, key: string, digest: string): void
  }
  /** Keeps a ticket in the place of what it was before, and tells whoever watches it. */
  replace(ticket: MemoryTicket): void
  /** Tells of a ticket's versions: of the present one, and then of each. */
  watch(ticket: MemoryTicket, changed: (version: string) => void, signal: AbortSignal): void
}

/** Nothing yet. */
export function memoryStore(): MemoryStore {
  const tickets: MemoryTicket[] = []
  const digests = new Map<string, string>()
  const watchers = new Set<(ticket: MemoryTicket) => void>()

  return {
    tickets,
    quotes: [],
    replies: {
      get: (account, key) => digests.get(JSON.stringify([account, key])),
      set: (account, key, digest) => void digests.set(JSON.stringify([account, key]), digest),
    },
    replace(ticket) {
      const { id, version } = ticket.intervention
      const index = tickets.findIndex(({ intervention }) => intervention.id === id)
      const before = tickets[index]
      tickets[index] = ticket
      if (before?.intervention.version !== version) for (const tell of watchers) tell(ticket)
    },
    watch({ intervention }, changed, signal) {
      if (signal.aborted) return
      // Never before its caller goes on: a listener may well ask for the ticket at once.
      const tell = (told: MemoryTicket['intervention']) =>
        queueMicrotask(() => {
          if (!signal.aborted) changed(told.version)
        })
      const watcher = ({ intervention: told }: MemoryTicket) => {
        if (told.id === intervention.id) tell(told)
      }
      watchers.add(watcher)
      signal.addEventListener('abort', () => watchers.delete(watcher), { once: true })
      tell(intervention)
    },
  }
}
