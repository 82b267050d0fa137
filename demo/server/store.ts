import Database from 'libsql'
import { record, recordOrNone, records, text, whole } from '../record.js'
import { openChanges } from './changes.js'
import type { Heard } from './changes.js'
import { SCHEMA, SCHEMA_VERSION } from './schema.js'
import { queueIn } from './store-queue.js'
import type { Listing, QueueQuery } from './store-queue.js'
import { bytes, readEntry, readQuote, readReply, readTicket, ticketOf } from './stored.js'
import type {
  Addition,
  NewEntry,
  NewQuote,
  NewTicket,
  StoredEntry,
  StoredFile,
  StoredReply,
  StoredTicket,
  TicketState,
} from './stored.js'

/** Whose tickets, which of them, and how many at once. */
export interface ListQuery {
  readonly account: string
  /** Leave out the done and the declined. */
  readonly open?: boolean
  /** Only numbers below this one. */
  readonly before?: number
  readonly limit: number
}

/** The demo's memory: all SQL is behind these few functions. */
export interface Store {
  /**
   * Keeps a ticket with everything that belongs to it, once per account and key; `conflict`: the key named another
   * request, `too-many`: the account has `mostOpen` open already.
   */
  file(ticket: NewTicket, mostOpen?: number): StoredTicket | 'conflict' | 'too-many'
  find(account: string, key: string): StoredTicket | undefined
  /** Newest first. */
  list(query: ListQuery): Listing
  /** The engineers' view, in the order of the work. */
  queue(query: QueueQuery): Listing
  ticket(number: number): StoredTicket | undefined
  /** Oldest first. */
  entries(ticket: number, afterSeq: number, limit: number): readonly StoredEntry[]
  openFile(id: string): { readonly ticket: number; readonly file: StoredFile } | undefined
  /**
   * What `work` reads and writes here, in one transaction: nobody comes in between, and what it throws undoes it all.
   * Whoever watches is told after it; what it erased is nowhere in the file by then. Not within itself.
   */
  atOnce<T>(work: () => T): T
  /** Writes on a ticket, which has a new version then. Only within `atOnce`. */
  add(ticket: number, addition: Addition): StoredTicket
  reply(account: string, key: string): StoredReply | undefined
  /** Only within `atOnce`. */
  keepReply(reply: StoredReply): void
  /** Tells of every change of a ticket until the signal is aborted. */
  watch(ticket: number, heard: Heard, signal: AbortSignal): void
  /** Keeps a quote, and tells its number; those that lapsed a week before go, and no number comes twice. */
  keepQuote(quote: NewQuote): number
  /** A quote by its number, as long as it is kept. */
  quote(number: number): NewQuote | undefined
  /** An account's quote by its digest: of several the one that stands longest. */
  quoteWith(account: string, digest: string): NewQuote | undefined
  signIn(token: string, person: string, endsAt: number): void
  signedIn(token: string, now: number): string | undefined
  signOut(token: string): void
  close(): void
}

/** How long a quote is kept after it has lapsed: a form that stood open meanwhile still names it; milliseconds. */
const KEPT_AFTER = 7 * 86_400_000

/**
 * Opens the database file, made where there is none. Every acknowledged write is on the disk, not only in memory; what was
 * erased is nowhere in the file, though it was left by a process that was killed.
 *
 * @throws Error with a sentence for people where the file is of an older demo.
 */
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
  const { hasTables, version } = made(db)
  if (hasTables && version !== SCHEMA_VERSION) {
    db.close()
    throw new Error(`${path} is of an older demo. Delete it, or name another folder in OS_DEMO_DATA.`)
  }
  db.exec(SCHEMA)
  db.exec(`PRAGMA user_version = ${String(SCHEMA_VERSION)}`)
  // Who was killed between erasing and emptying the log has left there what was erased.
  db.pragma('wal_checkpoint(TRUNCATE)')

  const byKey = db.prepare('SELECT * FROM tickets WHERE account = ? AND key = ?')
  const byNumber = db.prepare('SELECT * FROM tickets WHERE number = ?')
  const addTicket = db.prepare(`
    INSERT INTO tickets (account, person, key, digest, version, server_kind, server, facts, opened_at, first_response_by,
      changed_at, phase, stage, access_event, access_at, access_role, next_update_by, actions, sealed)
    VALUES (?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (account, key) DO NOTHING`)
  const changeTicket = db.prepare(`
    UPDATE tickets SET version = version + 1, changed_at = ?, phase = ?, stage = ?, access_event = ?, access_at = ?,
      access_role = ?, next_update_by = ?, actions = ?, sealed = ?,
      first_response_by = CASE WHEN ? THEN NULL ELSE first_response_by END
    WHERE number = ?`)
  const addEntry = db.prepare(`
    INSERT INTO entries (ticket, seq, rev, at, party, fact)
    VALUES (?, (SELECT coalesce(max(seq), 0) + 1 FROM entries WHERE ticket = ?), 1, ?, ?, ?)`)
  const addFile = db.prepare('INSERT INTO files (id, ticket, name, type, body) VALUES (?, ?, ?, ?, ?)')

  const find = (account: string, key: string) => ticketOf(byKey.get(account, key))

  const counted = db.prepare(
    `SELECT count(*) AS open FROM tickets WHERE account = ? AND phase NOT IN ('done', 'declined')`,
  )
  const openOf = (account: string) => whole(record(counted.get(account)), 'open')

  const addFiles = (ticket: number, files: readonly StoredFile[]) => {
    for (const { id, name, type, body } of files) addFile.run(id, ticket, name, type, Buffer.from(body))
  }
  const addEntries = (ticket: number, at: number, entries: readonly NewEntry[]) => {
    for (const { party, fact } of entries) addEntry.run(ticket, ticket, at, party, fact)
  }

  // The key is looked at by the insert itself, under its unique constraint: no look before the leap that a second
  // process could fall between.
  const file = db.transaction(
    (given: NewTicket, mostOpen: number): StoredTicket | 'conflict' | 'too-many' => {
      const { account, key, openedAt } = given
      if (openOf(account) >= mostOpen && find(account, key) === undefined) return 'too-many'
      const { changes } = addTicket.run(
        ...[account, given.person, key, given.digest, given.serverKind, given.server, given.facts],
        ...[openedAt, given.firstResponseBy ?? null, ...written(openedAt, given)],
      )
      const kept = find(account, key)
      if (kept === undefined) throw new Error('a ticket that was kept is not there')
      if (changes === 0) return kept.digest === given.digest ? kept : 'conflict'
      addEntries(kept.number, openedAt, given.entries)
      addFiles(kept.number, given.files)
      return kept
    },
  )

  const news = openChanges()
  let told: StoredTicket[] = []
  let erased: number[] = []

  const add = (number: number, { at, entries, files, state, sealed }: Addition): StoredTicket => {
    if ((ticketOf(byNumber.get(number))?.sealed ?? sealed) !== sealed) erased.push(number)
    changeTicket.run(...written(at, { ...state, sealed }), state.isAnswered ? 1 : 0, number)
    addEntries(number, at, entries)
    addFiles(number, files)
    const changed = ticketOf(byNumber.get(number))
    if (changed === undefined) throw new Error('a ticket that was changed is not there')
    told.push(changed)
    return changed
  }

  const atOnce = <T>(work: () => T): T => {
    told = []
    erased = []
    const done = db.transaction(work).immediate()
    // What was erased still stands in the log that was written before it.
    if (erased.length > 0) db.pragma('wal_checkpoint(TRUNCATE)')
    for (const { number, version } of told) news.tell(number, version)
    return done
  }

  return {
    file: (given, mostOpen = Infinity) => file.immediate(given, mostOpen),
    find,
    queue: queueIn(db),
    list(query) {
      const open = query.open === true ? 1 : 0
      const which = `account = ? AND (? = 0 OR phase NOT IN ('done', 'declined'))`
      const of = [query.account, open]
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
    atOnce,
    add,
    reply(account, key) {
      const row = recordOrNone(
        db.prepare('SELECT * FROM replies WHERE account = ? AND key = ?').get(account, key),
      )
      return row && readReply(row)
    },
    keepReply({ account, key, ticket, digest }) {
      db.prepare('INSERT INTO replies (account, key, ticket, digest) VALUES (?, ?, ?, ?)').run(
        ...[account, key, ticket, digest],
      )
    },
    watch: (ticket, heard, signal) => news.listen(ticket, heard, signal),
    keepQuote({ account, person, madeAt, validUntil, digest, quote, customer }) {
      db.prepare('DELETE FROM quotes WHERE valid_until < ?').run(madeAt - KEPT_AFTER)
      const row = db
        .prepare(
          `INSERT INTO quotes (account, person, made_at, valid_until, digest, quote, customer)
           VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING number`,
        )
        .get(account, person, madeAt, validUntil, digest, quote, customer)
      return whole(record(row), 'number')
    },
    quote(number) {
      const row = recordOrNone(db.prepare('SELECT * FROM quotes WHERE number = ?').get(number))
      return row && readQuote(row)
    },
    quoteWith(account, digest) {
      const row = recordOrNone(
        db
          .prepare('SELECT * FROM quotes WHERE account = ? AND digest = ? ORDER BY valid_until DESC LIMIT 1')
          .get(account, digest),
      )
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

/** When a ticket was changed, its state and its sealed text, in the order of their columns. */
function written(
  at: number,
  {
    phase,
    stage,
    access,
    nextUpdateBy,
    actions,
    sealed,
  }: Omit<TicketState, 'isAnswered'> & Pick<NewTicket, 'sealed'>,
): (string | number | null)[] {
  return [
    ...[at, phase, stage],
    ...[access?.event ?? null, access?.at ?? null, access?.role ?? null],
    ...[nextUpdateBy ?? null, actions, sealed ?? null],
  ]
}

/** What a file was made by: nothing yet, or tables of some version. */
function made(db: Database.Database): { readonly hasTables: boolean; readonly version: number } {
  const found = record(db.prepare('SELECT count(*) AS tables FROM sqlite_master').get())
  const { user_version: version } = record(db.prepare('PRAGMA user_version').get())
  return { hasTables: whole(found, 'tables') > 0, version: typeof version === 'number' ? version : 0 }
}
