import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { customers } from '../../demo/server/customers.js'
import { storeAdapter } from '../../demo/server/store-adapter.js'
import { openStore } from '../../demo/server/store.js'
import { nordhost } from '../../demo/policy.js'
import { records, text, whole } from '../../demo/record.js'
import { bridgeFor } from '../support/wired.js'

/** A ticket that is there, whoever was told of it. */
export interface Ticket {
  readonly number: string
  readonly key: string
}

/** The demo's own ticket system behind the bridge, in this process, on a file of its own. */
export interface Backend {
  /** Answers one request; `canFind`: whether the system behind has an answer to look-ups by key. */
  answer(request: Request, canFind: boolean): Promise<Response>
  /** All that it holds in memory is gone, whatever was going on in it fails, and it begins anew on its file. */
  kill(): void
  /** The tickets that have come since the last call of `mark`: read from the file, past all code of the backend's. */
  tickets(): readonly Ticket[]
  mark(): void
  close(): void
}

const [anna] = customers
const keys = { recipients: [], sshKey: 'ssh-ed25519 AAAA test' }

/** A new one, with no tickets. */
export function openBackend(): Backend {
  // What is killed here is no machine: where there is a disk in memory, the file lies there.
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'nordhost-'))
  const path = join(folder, 'faults.db')
  let running = start(path)
  const file = new Database(path, { readonly: true })
  const since = file.prepare('SELECT number, key FROM tickets WHERE number > ? ORDER BY number')
  const last = file.prepare('SELECT coalesce(max(number), 0) AS number FROM tickets')
  let marked = 0
  return {
    answer: (request, canFind) => (canFind ? running.whole : running.withoutFind)(request),
    kill() {
      running.store.close()
      running = start(path)
    },
    tickets: () =>
      records(since.all(marked)).map(row => ({
        number: String(whole(row, 'number')),
        key: text(row, 'key'),
      })),
    mark() {
      marked = whole(records([last.get()])[0] ?? {}, 'number')
    },
    close() {
      file.close()
      running.store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function start(path: string) {
  if (!anna) throw new Error('the demo has no customers')
  const store = openStore(path)
  const system = storeAdapter(store, anna, keys, nordhost)
  const { find: _, ...withoutFind } = system
  return {
    store,
    whole: bridgeFor(system, anna.account.id),
    withoutFind: bridgeFor(withoutFind, anna.account.id),
  }
}
