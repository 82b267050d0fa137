import Database from 'libsql'
import { record, recordOrNone, records, text, textOrNone, whole, wholeOrNone } from '../record.js'
import type { Fields } from '../record.js'
import { SCHEMA } from './schema.js'

/** One thing that happened, its fact as JSON text. Times in epoch milliseconds throughout. */
export interface StoredEntry {
  readonly seq: number
  readonly rev: number
  readonly at: number
  readonly party: string
  readonly fact: string
}

/** A file of a ticket. */
export interface StoredFile {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly body: Uint8Array<ArrayBuffer>
}

/** A request about to become a ticket. */
export interface NewTicket {
  /** Whose tickets it belongs to: the key is theirs alone. */
  readonly account: string
  /** Who sent it. */
  readonly person: string
  readonly key: string
  /** Of all that was sent: the same key with another digest is another request. */
  readonly digest: string
  readonly phase: string
  readonly stage: string
  readonly serverKind: string
  readonly server: string
  /** The structured part of the request, JSON. */
  readonly facts: string
  /** The sealed login details, JSON. */
  readonly sealed: string | undefined
  readonly openedAt: number
  readonly firstResponseBy: number | undefined
  /** In the order in which they happened, all at `openedAt`. */
  readonly entries: readonly { readonly party: string; readonly fact: string }[]
  readonly files: readonly StoredFile[]
}

/** A ticket as it stands. */
export interface StoredTicket extends Omit<NewTicket, 'entries' | 'files'> {
  readonly number: number
  readonly version: number
  readonly changedAt: number
  readonly access:
    { readonly event: string; readonly at: number; readonly role: string | undefined } | undefined
}

/** A price that is stood by until `validUntil`; `quote` is JSON, as its digest was made of it. */
export interface NewQuote {
  readonly account: string
  readonly person: string
  readonly madeAt: number
  readonly validUntil: number
  readonly digest: string
  readonly quote: string
}

/** Part of a list, newest first, and how many there are in all. */
export interface Listing {
  readonly tickets: readonly StoredTicket[]
  readonly total: number
}

/** Whose tickets, which of them, and how many at once. */
export interface ListQuery {
  /** All accounts' where missing: the engineers' view. */
  readonly account?: string
  /** Leave out the done and the declined. */
  readonly open?: boolean
  /** Only numbers below this one. */
  readonly before?: number
  readonly limit: number
}

/** The demo's memory: all SQL is behind these few functions. */
export interface Store {
  /** Keeps a ticket with everything that belongs to it, once per account and key; `conflict`: the key named another request. */
  file(ticket: NewTicket): StoredTicket | 'conflict'
  find(account: string, key: string): StoredTicket | undefined
  list(query: ListQuery): Listing
  ticket(number: number): StoredTicket | undefined
  /** Oldest first. */
  entries(ticket: number, afterSeq: number, limit: number): readonly StoredEntry[]
  openFile(id: string): { readonly ticket: number; readonly file: StoredFile } | undefined
  /** Writes down that the sealed text was handed out to be opened, and by whom. */
  recordOpened(ticket: number, role: string, at: number): StoredTicket | undefined
  /** Keeps a quote, and tells its number; those that lapsed a week before go, and no number comes twice. */
  keepQuote(quote: NewQuote): number
  /** A quote by its number, as long as it is kept. */
  quote(number: number): NewQuote | undefined
  signIn(token: string, person: string, endsAt: number): void
  signedIn(token: string, now: number): string | undefined
  signOut(token: string): void
  close(): void
}

/** How long a quote is kept after it has lapsed: a form that stood open meanwhile still names it; milliseconds. */
const KEPT_AFTER = 7 * 86_400_000

/** Opens the database file, made where there is none. Every acknowledged write is on the disk, not only in memory. */
export function openStore(path: string): Store {
  const db = new Database(path)
  for (const setting of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'foreign_keys = ON',
    'secure_delete = ON',
  ])
    db.pragma(setting)
  db.pragma('busy_timeout = 5000')
  db.exec(SCHEMA)

  const byKey = db.prepare('SELECT * FROM tickets WHERE account = ? AND key = ?')
  const byNumber = db.prepare('SELECT * FROM tickets WHERE number = ?')
  const addTicket = db.prepare(`
    INSERT INTO tickets (account, person, key, digest, version, phase, stage, server_kind, server, facts, sealed,
      access_event, access_at, opened_at, changed_at, first_response_by)
    VALUES (?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (account, key) DO NOTHING`)
  const addEntry = db.prepare(`
    INSERT INTO entries (ticket, seq, rev, at, party, fact)
    VALUES (?, (SELECT coalesce(max(seq), 0) + 1 FROM entries WHERE ticket = ?), 1, ?, ?, ?)`)
  const addFile = db.prepare('INSERT INTO files (id, ticket, name, type, body) VALUES (?, ?, ?, ?, ?)')

  const find = (account: string, key: string) => ticketOf(byKey.get(account, key))

  // The key is looked at by the insert itself, under its unique constraint: no look before the leap that a second
  // process could fall between.
  const file = db.transaction((given: NewTicket): StoredTicket | 'conflict' => {
    const { account, key, openedAt } = given
    const { changes } = addTicket.run(
      ...[account, given.person, key, given.digest, given.phase, given.stage, given.serverKind, given.server],
      ...[given.facts, given.sealed ?? null, given.sealed === undefined ? null : 'sealed'],
      ...[given.sealed === undefined ? null : openedAt, openedAt, openedAt, given.firstResponseBy ?? null],
    )
    const kept = find(account, key)
    if (kept === undefined) throw new Error('a ticket that was kept is not there')
    if (changes === 0) return kept.digest === given.digest ? kept : 'conflict'
    for (const { party, fact } of given.entries) addEntry.run(kept.number, kept.number, openedAt, party, fact)
    for (const { id, name, type, body } of given.files)
      addFile.run(id, kept.number, name, type, Buffer.from(body))
    return kept
  })

  const recordOpened = db.transaction(
    (number: number, role: string, at: number): StoredTicket | undefined => {
      if (ticketOf(byNumber.get(number))?.sealed === undefined) return undefined
      addEntry.run(number, number, at, 'engineer', JSON.stringify({ kind: 'access', event: 'opened', role }))
      db.prepare(
        `UPDATE tickets SET version = version + 1, changed_at = ?, access_event = 'opened', access_at = ?, access_role = ?
       WHERE number = ?`,
      ).run(at, at, role, number)
      return ticketOf(byNumber.get(number))
    },
  )

  return {
    file: given => file.immediate(given),
    find,
    list(query) {
      const account = query.account ?? null
      const open = query.open === true ? 1 : 0
      const which = `(? IS NULL OR account = ?) AND (? = 0 OR phase NOT IN ('done', 'declined'))`
      const of = [account, account, open]
      const before = query.before ?? Number.MAX_SAFE_INTEGER
      const tickets = db
        .prepare(`SELECT * FROM tickets WHERE ${which} AND number < ? ORDER BY number DESC LIMIT ?`)
        .all(...of, before, query.limit)
      const total = recordOrNone(
        db.prepare(`SELECT count(*) AS total FROM tickets WHERE ${which}`).get(...of),
      )
      return {
        tickets: records(tickets).map(readTicket),
        total: total === undefined ? 0 : whole(total, 'total'),
      }
    },
    ticket: number => ticketOf(byNumber.get(number)),
    entries: (ticket, afterSeq, limit) =>
      records(
        db
          .prepare('SELECT * FROM entries WHERE ticket = ? AND seq > ? ORDER BY seq LIMIT ?')
          .all(ticket, afterSeq, limit),
      ).map(readEntry),
    openFile(id) {
      const row = recordOrNone(db.prepare('SELECT * FROM files WHERE id = ?').get(id))
      if (row === undefined) return undefined
      const file = { id, name: text(row, 'name'), type: text(row, 'type'), body: bytes(row['body']) }
      return { ticket: whole(row, 'ticket'), file }
    },
    recordOpened: (number, role, at) => recordOpened.immediate(number, role, at),
    keepQuote({ account, person, madeAt, validUntil, digest, quote }) {
      db.prepare('DELETE FROM quotes WHERE valid_until < ?').run(madeAt - KEPT_AFTER)
      const row = db
        .prepare(
          `INSERT INTO quotes (account, person, made_at, valid_until, digest, quote) VALUES (?, ?, ?, ?, ?, ?)
           RETURNING number`,
        )
        .get(account, person, madeAt, validUntil, digest, quote)
      return whole(record(row), 'number')
    },
    quote(number) {
      const row = recordOrNone(db.prepare('SELECT * FROM quotes WHERE number = ?').get(number))
      return row && readQuote(row)
    },
    signIn(token, person, endsAt) {
      db.prepare('INSERT INTO sessions (token, person, ends_at) VALUES (?, ?, ?)').run(token, person, endsAt)
    },
    signedIn(token, now) {
      const row = recordOrNone(
        db.prepare('SELECT person FROM sessions WHERE token = ? AND ends_at > ?').get(token, now),
      )
      return row === undefined ? undefined : text(row, 'person')
    },
    signOut(token) {
      db.prepare('DELETE FROM sessions WHERE token = ?').run(token)
    },
    close() {
      db.pragma('wal_checkpoint(TRUNCATE)')
      db.close()
    },
  }
}

function ticketOf(answer: unknown): StoredTicket | undefined {
  const row = recordOrNone(answer)
  return row === undefined ? undefined : readTicket(row)
}

function readTicket(row: Fields): StoredTicket {
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
    openedAt: whole(row, 'opened_at'),
    changedAt: whole(row, 'changed_at'),
    firstResponseBy: wholeOrNone(row, 'first_response_by'),
    access:
      event === undefined
        ? undefined
        : { event, at: whole(row, 'access_at'), role: textOrNone(row, 'access_role') },
  }
}

function readQuote(row: Fields): NewQuote {
  return {
    account: text(row, 'account'),
    person: text(row, 'person'),
    madeAt: whole(row, 'made_at'),
    validUntil: whole(row, 'valid_until'),
    digest: text(row, 'digest'),
    quote: text(row, 'quote'),
  }
}

function readEntry(row: Fields): StoredEntry {
  return {
    seq: whole(row, 'seq'),
    rev: whole(row, 'rev'),
    at: whole(row, 'at'),
    party: text(row, 'party'),
    fact: text(row, 'fact'),
  }
}

/** libsql gives a `Buffer` from one call and an `ArrayBuffer` from another. */
function bytes(value: unknown): Uint8Array<ArrayBuffer> {
  if (value instanceof ArrayBuffer || value instanceof Uint8Array) return new Uint8Array(value)
  throw new TypeError('no bytes')
}
