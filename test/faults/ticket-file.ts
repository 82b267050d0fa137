import Database from 'libsql'
import { record, recordOrNone, records, text, textOrNone, whole } from '../../demo/record.js'

/** A ticket as it lies in the file. */
export interface Lying {
  readonly number: string
  readonly key: string
  readonly version: number
}

/** The tickets in the demo's file, read past all code of the demo's. */
export function ticketsIn(path: string): readonly Lying[] {
  return reading(path, all =>
    all('SELECT number, key, version FROM tickets ORDER BY number').map(row => ({
      number: String(whole(row, 'number')),
      key: text(row, 'key'),
      version: whole(row, 'version'),
    })),
  )
}

/** The keys of the replies in the demo's file. */
export function repliesIn(path: string): readonly string[] {
  return reading(path, all => all('SELECT key FROM replies ORDER BY rowid').map(row => text(row, 'key')))
}

/** The sealed texts in the demo's file, the newest ticket's last. */
export function sealedIn(path: string): string[] {
  return reading(path, all =>
    all('SELECT sealed FROM tickets WHERE sealed IS NOT NULL ORDER BY number').map(row =>
      text(row, 'sealed'),
    ),
  )
}

/**
 * What is half in the demo's file, in words; none: everything is whole.
 *
 * A ticket is whole with its key, its request as the first entry, one authorization as the second, its entries without a
 * gap, its files, and its sealed text where it came with one and nobody has withdrawn it.
 */
export function halvesIn(path: string): readonly string[] {
  return reading(path, all => {
    const halves: string[] = []
    const [check] = all('PRAGMA integrity_check')
    if (check?.['integrity_check'] !== 'ok') halves.push('the file itself is broken')
    if (all('PRAGMA foreign_key_check').length > 0) halves.push('something belongs to no ticket')
    const files = new Map(all('SELECT id, ticket FROM files').map(row => [text(row, 'id'), row['ticket']]))
    for (const ticket of all('SELECT * FROM tickets')) {
      const number = whole(ticket, 'number')
      const entries = all(
        `SELECT seq, party, fact FROM entries WHERE ticket = ${String(number)} ORDER BY seq`,
      )
      const facts = entries.map(row => record(JSON.parse(text(row, 'fact'))))
      const kinds = facts.map(({ kind, event }) => (kind === 'access' ? `access ${String(event)}` : kind))
      const say = (half: string) => halves.push(`ticket ${String(number)}: ${half}`)
      if (!/^.{16,}$/.test(text(ticket, 'key')) || text(ticket, 'digest').length !== 64) say('no key')
      if (kinds[0] !== 'message' || entries[0]?.['party'] !== 'customer') say('no request')
      if (kinds.filter(kind => kind === 'authorization').length !== 1) say('not one authorization')
      if (entries.some(({ seq }, index) => seq !== index + 1)) say('a gap in its entries')
      const isSealed =
        recordOrNone(record(JSON.parse(text(ticket, 'facts')))['access'])?.['kind'] === 'account'
      const isErased = kinds.includes('access destroyed')
      if (isSealed !== kinds.includes('access sealed')) say('its access is not told')
      if ((textOrNone(ticket, 'sealed') !== undefined) !== (isSealed && !isErased)) say('its sealed text')
      const named = facts.flatMap(fact => (Array.isArray(fact['files']) ? records(fact['files']) : []))
      for (const file of named) {
        if (files.get(text(file, 'id')) !== number) say('a file that is named is not there')
        files.delete(text(file, 'id'))
      }
    }
    if (files.size > 0) halves.push('a file that nobody names')
    return halves
  })
}

function reading<T>(path: string, read: (all: (sql: string) => ReturnType<typeof records>) => T): T {
  const file = new Database(path)
  try {
    return read(sql => records(file.prepare(sql).all()))
  } finally {
    file.close()
  }
}
