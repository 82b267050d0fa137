import type { Entry, Fact } from '../tracking/intervention.js'
import { AdapterFault } from './fault.js'
import type { MemoryQuote } from './memory-quote.js'
import { afterFacts, type MemoryRules } from './memory-reply.js'
import type { MemoryStore } from './memory-store.js'
import { withRevision, type MemoryTicket } from './memory-ticket.js'

/** The support team's end of a memory adapter: what was stored, for a test to look at, and what engineers say. */
export interface MemoryStaff {
  readonly tickets: readonly MemoryTicket[]
  readonly quotes: readonly MemoryQuote[]
  /**
   * Puts a fact on a ticket as an engineer, or whoever else is named, and what the system does about it by itself: once
   * the work has ended, or access was withdrawn, the login details are destroyed, or kept where they can't be.
   *
   * Its entry comes back. Nobody checks whether the fact makes sense.
   *
   * @throws {AdapterFault} `not-found`.
   */
  say(id: string, fact: Fact, by?: Entry['by']): Entry
  /**
   * Puts another fact in the place of an entry's; customers are told it again, with a higher `rev`.
   *
   * @throws {AdapterFault} `not-found`.
   */
  revise(entryId: string, fact: Fact): Entry
}

/** Staff of the whole system, whoever is signed in. */
export function memoryStaff(store: MemoryStore, rules: MemoryRules, now: () => number): MemoryStaff {
  function ticketWhere(is: (ticket: MemoryTicket) => boolean): MemoryTicket {
    const ticket = store.tickets.find(is)
    if (!ticket) throw new AdapterFault('not-found')
    return ticket
  }

  function kept(ticket: MemoryTicket, seq: number): Entry {
    store.replace(ticket)
    const entry = ticket.entries[seq - 1]
    if (!entry) throw new AdapterFault('not-found')
    return structuredClone(entry)
  }

  return {
    get tickets() {
      return [...store.tickets]
    },
    get quotes() {
      return [...store.quotes]
    },
    say(id, fact, by = 'engineer') {
      const ticket = ticketWhere(({ intervention }) => intervention.id === id)
      return kept(afterFacts(ticket, by, [fact], now(), rules), ticket.entries.length + 1)
    },
    revise(entryId, fact) {
      const ticket = ticketWhere(({ entries }) => entries.some(({ id }) => id === entryId))
      const seq = ticket.entries.findIndex(({ id }) => id === entryId) + 1
      return kept(withRevision(ticket, entryId, fact, now(), rules.policy), seq)
    },
  }
}
