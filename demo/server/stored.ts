import { recordOrNone, text, textOrNone, whole, wholeOrNone } from '../record.js'
import type { Fields } from '../record.js'

/** One thing that happened, its fact as JSON text. Times in epoch milliseconds throughout. */
export interface StoredEntry {
  readonly seq: number
  readonly rev: number
  readonly at: number
  readonly party: string
  readonly fact: string
}

/** Something that is about to be written down, its fact as JSON text. */
export type NewEntry = Pick<StoredEntry, 'party' | 'fact'>

/** A file of a ticket. */
export interface StoredFile {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly body: Uint8Array<ArrayBuffer>
}

/** Where a ticket stands, as its entries have it. */
export interface TicketState {
  readonly phase: string
  readonly stage: string
  readonly access:
    { readonly event: string; readonly at: number; readonly role: string | undefined } | undefined
  readonly nextUpdateBy: number | undefined
  /** What the account's owner may do now, JSON. */
  readonly actions: string
  /** Has the first response been given, or did the request end without? None is due then. */
  readonly isAnswered: boolean
}

/** A request about to become a ticket. */
export interface NewTicket extends TicketState {
  /** Whose tickets it belongs to: the key is theirs alone. */
  readonly account: string
  /** Who sent it. */
  readonly person: string
  readonly key: string
  /** Of all that was sent: the same key with another digest is another request. */
  readonly digest: string
  readonly serverKind: string
  readonly server: string
  /** The structured part of the request, JSON. */
  readonly facts: string
  /** The sealed login details, JSON. */
  readonly sealed: string | undefined
  readonly openedAt: number
  readonly firstResponseBy: number | undefined
  /** In the order in which they happened, all at `openedAt`. */
  readonly entries: readonly NewEntry[]
  readonly files: readonly StoredFile[]
}

/** A ticket as it stands. */
export interface StoredTicket extends Omit<NewTicket, 'entries' | 'files' | 'isAnswered'> {
  readonly number: number
  readonly version: number
  readonly changedAt: number
}

/** What is written on a ticket at once. */
export interface Addition {
  readonly at: number
  /** In the order in which they happened, all at `at`. */
  readonly entries: readonly NewEntry[]
  readonly files: readonly StoredFile[]
  /** Where the ticket stands after them. */
  readonly state: TicketState
  /** What lies sealed after them, JSON; `undefined`: nothing, and what lay there is erased. */
  readonly sealed: string | undefined
}

/** That a reply was carried out: once per account and key. */
export interface StoredReply {
  readonly account: string
  readonly key: string
  readonly ticket: number
  /** Of all that was sent: the same key with another digest is another reply. */
  readonly digest: string
}

/** A price that is stood by until `validUntil`; `quote` is JSON, as its digest was made of it, and so is `customer`: for whom. */
export interface NewQuote {
  readonly account: string
  readonly person: string
  readonly madeAt: number
  readonly validUntil: number
  readonly digest: string
  readonly quote: string
  readonly customer: string
}

/** A row of `tickets`, where there is one. */
export function ticketOf(answer: unknown): StoredTicket | undefined {
  const row = recordOrNone(answer)
  return row === undefined ? undefined : readTicket(row)
}

/** A row of `tickets`. */
export function readTicket(row: Fields): StoredTicket {
  const event = textOrNone(row, 'access_event')
  return {
    number: whole(row, 'number'),
    account: text(row, 'account'),
    person: text(row, 'person'),
    key: text(row, 'key'),
    digest: text(row, 'digest'),
    version: whole(row, 'version'),
    phase: text(row, 'phase'),
    stage: text(row, 'stage'),
    serverKind: text(row, 'server_kind'),
    server: text(row, 'server'),
    facts: text(row, 'facts'),
    sealed: textOrNone(row, 'sealed'),
    nextUpdateBy: wholeOrNone(row, 'next_update_by'),
    actions: text(row, 'actions'),
    openedAt: whole(row, 'opened_at'),
    changedAt: whole(row, 'changed_at'),
    firstResponseBy: wholeOrNone(row, 'first_response_by'),
    access:
      event === undefined
        ? undefined
        : { event, at: whole(row, 'access_at'), role: textOrNone(row, 'access_role') },
  }
}

/** A row of `quotes`. */
export function readQuote(row: Fields): NewQuote {
  return {
    account: text(row, 'account'),
    person: text(row, 'person'),
    madeAt: whole(row, 'made_at'),
    validUntil: whole(row, 'valid_until'),
    digest: text(row, 'digest'),
    quote: text(row, 'quote'),
    customer: text(row, 'customer'),
  }
}

/** A row of `replies`. */
export function readReply(row: Fields): StoredReply {
  return {
    account: text(row, 'account'),
    key: text(row, 'key'),
    ticket: whole(row, 'ticket'),
    digest: text(row, 'digest'),
  }
}

/** A row of `entries`. */
export function readEntry(row: Fields): StoredEntry {
  return {
    seq: whole(row, 'seq'),
    rev: whole(row, 'rev'),
    at: whole(row, 'at'),
    party: text(row, 'party'),
    fact: text(row, 'fact'),
  }
}

/** libsql gives a `Buffer` from one call and an `ArrayBuffer` from another. */
export function bytes(value: unknown): Uint8Array<ArrayBuffer> {
  if (value instanceof ArrayBuffer || value instanceof Uint8Array) return new Uint8Array(value)
  throw new TypeError('no bytes')
}
