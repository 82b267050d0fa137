import type Database from 'libsql'
import { records, whole } from '../record.js'
import { readTicket } from './stored.js'
import type { StoredTicket } from './stored.js'

/** Part of a list, and how many there are in all. */
export interface Listing {
  readonly tickets: readonly StoredTicket[]
  readonly total: number
}

/** Which tickets the engineers look for. */
export interface QueueQuery {
  /** Stands in the number, the server or the phase; all of them where it is empty. */
  readonly sought: string
  /** Who are called so, by what the sign-in calls them. */
  readonly people: readonly string[]
  readonly limit: number
}

const IS_ENDED = `phase IN ('done', 'declined')`
/** What is owed next: the first response, or else the update that was promised. */
const DUE = `CASE WHEN ${IS_ENDED} THEN NULL ELSE coalesce(first_response_by, next_update_by) END`
const FOUND = `(? = '' OR instr(number, ?) > 0 OR instr(lower(server), ?) > 0 OR instr(phase, ?) > 0
  OR person IN (SELECT value FROM json_each(?)))`

/**
 * All accounts' tickets in the order in which they are worked off: the open ones by what is due first, those to which
 * nothing is owed after them, and the ended ones last, the newest first. However many one customer sends, what is due
 * before theirs stays before it.
 */
export function queueIn(db: Database.Database): (query: QueueQuery) => Listing {
  const count = db.prepare(`SELECT count(*) AS total FROM tickets WHERE ${FOUND}`)
  const page = db.prepare(`
    SELECT * FROM tickets WHERE ${FOUND}
    ORDER BY ${IS_ENDED}, ${DUE} IS NULL, ${DUE}, CASE WHEN ${IS_ENDED} THEN -number ELSE number END LIMIT ?`)
  return ({ sought, people, limit }) => {
    const wanted = sought.trim().toLowerCase()
    const which = [wanted, wanted, wanted, wanted, JSON.stringify(people)]
    const [counted] = records([count.get(...which)])
    return {
      tickets: records(page.all(...which, limit)).map(readTicket),
      total: counted ? whole(counted, 'total') : 0,
    }
  }
}
