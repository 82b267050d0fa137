import * as z from 'zod/mini'
import { parse } from '../parse.js'
import { sha256, text } from '../text-schema.js'
import type { KeptKey, KeyStore } from './key-store.js'

/** What stands for a `?` of a statement. */
export type SqlValue = string | number | null

/** A database, or a pool of connections to one: each statement is a transaction of its own. */
export interface SqlDatabase {
  /** The rows that a statement answers, each an object by column. */
  read(sql: string, values: SqlValue[]): Promise<readonly unknown[]> | readonly unknown[]
  /** Runs a statement that answers no rows. */
  write(sql: string, values: SqlValue[]): unknown
}

/** How a database is spoken to. */
export interface SqlKeyStoreOptions {
  /** It wants `$1` for a value in place of `?`, as PostgreSQL does. */
  readonly numbered?: boolean
}

/** Makes the table that `sqlKeyStore` uses, where there is none: for SQLite, PostgreSQL and MySQL. */
export const keyTable = `CREATE TABLE IF NOT EXISTS os_intervention_keys (
  name CHAR(64) NOT NULL PRIMARY KEY,
  digest CHAR(64) NOT NULL,
  holder VARCHAR(64) NOT NULL,
  state VARCHAR(8) NOT NULL,
  at_ms BIGINT NOT NULL,
  outcome TEXT
)`

/** Whole numbers of 64 bits come as text from some databases. */
const milliseconds = z.pipe(
  z.union([z.int(), z.string().check(z.regex(/^\d{1,15}$/)), z.bigint()]),
  z.transform(Number),
)

const row = z.object({
  name: sha256,
  digest: sha256,
  holder: text(64),
  state: z.enum(['held', 'done', 'unknown']),
  at_ms: milliseconds,
  outcome: z.nullable(text(20_000)),
})

const columns = 'name, digest, holder, state, at_ms, outcome'

/** Another took and dropped a key between two statements of ours; more often in a row than this it isn't that. */
const mostTries = 5

/**
 * Remembers in a table of a database, made by `keyTable`, that all processes share.
 *
 * It takes nothing but that its `name` is unique and an `UPDATE` sees what was committed before it: read from where you
 * write, not from a replica.
 */
export function sqlKeyStore(database: SqlDatabase, { numbered = false }: SqlKeyStoreOptions = {}): KeyStore {
  const spoken = (sql: string) => {
    let count = 0
    return numbered ? sql.replace(/\?/g, () => `$${(count += 1)}`) : sql
  }
  const write = async (sql: string, ...values: SqlValue[]) => {
    await database.write(spoken(sql), values)
  }

  async function keptUnder(name: string): Promise<KeptKey | undefined> {
    const sql = `SELECT ${columns} FROM os_intervention_keys WHERE name = ?`
    const [first] = await database.read(spoken(sql), [name])
    if (first === undefined) return undefined
    const found = parse(row, first)
    if (!found.ok) throw new TypeError(`os_intervention_keys: ${JSON.stringify(found.error)}`)
    const { at_ms: at, ...others } = found.value
    return { ...others, at }
  }

  return {
    async take(key) {
      for (let tries = 1; ; tries += 1) {
        const before = await keptUnder(key.name)
        if (before) return before
        try {
          await write(
            `INSERT INTO os_intervention_keys (${columns}) VALUES (?, ?, ?, ?, ?, ?)`,
            ...[key.name, key.digest, key.holder, key.state, key.at, key.outcome],
          )
          return key
        } catch (error) {
          // Another was quicker, or it is broken: the next look tells.
          if (tries === mostTries) throw error
        }
      }
    },
    async replace(before, key) {
      await write(
        `UPDATE os_intervention_keys SET digest = ?, holder = ?, state = ?, at_ms = ?, outcome = ?
          WHERE name = ? AND holder = ? AND state = ? AND at_ms = ?`,
        ...[key.digest, key.holder, key.state, key.at, key.outcome],
        ...[before.name, before.holder, before.state, before.at],
      )
      // How many rows a statement has changed, each driver tells in its own way.
      const now = await keptUnder(key.name)
      return now?.holder === key.holder && now.state === key.state && now.at === key.at
    },
    async drop({ name, holder }) {
      await write('DELETE FROM os_intervention_keys WHERE name = ? AND holder = ?', name, holder)
    },
    async forget(before) {
      await write('DELETE FROM os_intervention_keys WHERE at_ms < ?', before)
    },
  }
}
