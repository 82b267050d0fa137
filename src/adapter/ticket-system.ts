import type { FieldKey } from '../request/field.js'
import type { Filing } from '../request/filing.js'
import type { Entry, Fact, FileRef, Intervention } from '../tracking/intervention.js'
import type { Standing } from '../tracking/standing.js'
import type { Call, Capabilities, Context, InterventionAdapter, Message, Page } from './adapter.js'
import type { Known } from './known.js'
import type { RequestPart } from './ticket-part.js'

/** What a ticket's history says. */
export interface TicketHistory {
  readonly request: RequestPart
  readonly entries: readonly Entry[]
  readonly standing: Standing
  /** What each reply's key stands for. */
  readonly replies: ReadonlyMap<string, string>
  /** Entries that something later made something else of, with the `seq` of the last entry before that. */
  readonly revised?: ReadonlyMap<string, number>
}

/** A ticket as its customer may see it. */
export interface SeenTicket {
  readonly history: TicketHistory
  readonly intervention: Intervention
}

/** What is sent under one key: the same key with another digest is something else. */
export interface Keyed {
  readonly key: string
  readonly digest: string
}

/** A message that was checked as far as that takes no ticket. */
export interface Sending extends Keyed {
  readonly message: Message
}

/** A message that the ticket is in a state for, and what it puts on it. */
export interface Saying extends Sending {
  readonly facts: readonly Fact[]
}

/**
 * What is a ticket system's own, for one of its customers; `ticketAdapter` does the rest.
 *
 * The methods reject with an `AdapterFault`: `not-found` for what isn't theirs, or wasn't filed here.
 */
export interface TicketSystem<S extends SeenTicket> {
  readonly capabilities: Capabilities
  readonly context: (call?: Call) => Promise<Context>
  see(id: string, known: Known, call?: Call): Promise<S>
  /** What is filed under a key, or nothing. */
  foundUnder(key: string, known: Known, call?: Call): Promise<S | null>
  list(
    query: Parameters<InterventionAdapter['list']>[0],
    known: Known,
    call?: Call,
  ): Promise<Page<Intervention>>
  /** Makes a ticket, and answers what is filed under the key then. */
  create(filing: Filing, keyed: Keyed, known: Known): Promise<S>
  /** Keeps what is missing of a request that was filed before, where a server ended in the midst of it. */
  complete?(seen: S, sent: Filing): Promise<void>
  /** What was accepted of a request and not kept; of one that was just made, by the request as it was sent. */
  lostOfRequest(seen: S, sent?: Filing): readonly FieldKey[] | Promise<readonly FieldKey[]>
  /** Says it; comes to what was accepted and not kept. */
  say(seen: S, saying: Saying, known: Known): Promise<readonly FieldKey[]>
  /** The same of what was said before, where the ticket tells. */
  lostOfReply?(seen: S, sending: Sending): readonly FieldKey[]
  /** The bytes of a file that this customer may see. */
  open(file: FileRef, known: () => Promise<Known>, call?: Call): Promise<Blob>
}
