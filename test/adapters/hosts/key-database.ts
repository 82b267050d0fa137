import Database from 'libsql'
import { keyTable, sqlKeyStore, type KeyStore } from '../../../src/bridge.js'

/** The keys in this file, as one process of several has it open. */
export function keysIn(path: string): KeyStore & { readonly close: () => void } {
  const database = new Database(path, { timeout: 5_000 })
  database.exec(keyTable)
  const store = sqlKeyStore({
    read: (sql, values) => database.prepare(sql).all(...values),
    write: (sql, values) => database.prepare(sql).run(...values),
  })
  return { ...store, close: () => database.close() }
}
