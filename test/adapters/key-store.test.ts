import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import Database from 'libsql'
import {
  keyTable,
  memoryKeyStore,
  sqlKeyStore,
  type KeptKey,
  type KeyStore,
  type SqlValue,
} from '../../src/bridge.js'

const folder = mkdtempSync(join(tmpdir(), 'os-intervention-keys-'))
const open: { close(): void }[] = []
after(() => {
  for (const database of open) database.close()
  rmSync(folder, { recursive: true, force: true })
})

let files = 0

/** As many connections to one new database as there would be processes; each answers a turn of the loop later. */
function connections(count: number): readonly KeyStore[] {
  const path = join(folder, `${(files += 1)}.db`)
  return Array.from({ length: count }, () => {
    const database = new Database(path, { timeout: 5_000 })
    open.push(database)
    database.exec(keyTable)
    const later = () => new Promise(resolve => setTimeout(resolve, Math.random() * 3))
    return sqlKeyStore({
      async read(sql: string, values: SqlValue[]) {
        await later()
        return database.prepare(sql).all(...values)
      },
      async write(sql: string, values: SqlValue[]) {
        await later()
        database.prepare(sql).run(...values)
      },
    })
  })
}

function key(over: Partial<KeptKey> = {}): KeptKey {
  const name = 'a'.repeat(64)
  return { name, digest: 'd'.repeat(64), holder: 'one', state: 'held', at: 1_000, outcome: null, ...over }
}

const kinds: readonly (readonly [string, () => readonly KeyStore[]])[] = [
  ['in memory', () => [memoryKeyStore()]],
  ['in a database', () => connections(1)],
  ['in a database that two processes have open', () => connections(2)],
]

for (const [where, stores] of kinds)
  describe(`keys kept ${where}`, () => {
    /** The first process, and the last, which may be the same. */
    function both() {
      const made = stores()
      return { one: made[0]!, other: made.at(-1)! }
    }

    it('are taken once, and tell whoever comes later what is kept', async () => {
      const { one, other } = both()
      assert.deepEqual(await one.take(key()), key())
      assert.deepEqual(await other.take(key({ holder: 'two', digest: 'e'.repeat(64) })), key())
      const another = key({ name: 'b'.repeat(64), holder: 'two' })
      assert.deepEqual(await other.take(another), another)
    })

    it('are taken by one of fifty who come at once', async () => {
      const made = stores()
      const taken = await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          made[index % made.length]!.take(key({ holder: `${index}` })),
        ),
      )
      assert.equal(new Set(taken.map(({ holder }) => holder)).size, 1)
    })

    it('are replaced by whoever knows what is kept, and by nobody else', async () => {
      const { one, other } = both()
      await one.take(key())
      const renewed = key({ at: 2_000 })
      assert.equal(await one.replace(key(), renewed), true)
      for (const wrong of [key(), key({ at: 2_000, holder: 'two' }), key({ at: 2_000, state: 'unknown' })])
        assert.equal(await other.replace(wrong, key({ holder: 'two', at: 3_000 })), false)
      assert.deepEqual(await other.take(key({ holder: 'two' })), renewed)
      const done = key({ at: 2_500, state: 'done', outcome: '{"unstored":[]}' })
      assert.equal(await one.replace(renewed, done), true)
      assert.deepEqual(await other.take(key({ holder: 'two' })), done)
      assert.equal(await one.replace(key({ name: 'c'.repeat(64) }), key({ name: 'c'.repeat(64) })), false)
    })

    it('are replaced by one of fifty who find one that is over', async () => {
      const made = stores()
      await made[0]!.take(key())
      const replaced = await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          made[index % made.length]!.replace(key(), key({ holder: `next ${index}`, at: 9_000 })),
        ),
      )
      assert.equal(replaced.filter(Boolean).length, 1)
    })

    it('are dropped by their holder alone', async () => {
      const { one, other } = both()
      await one.take(key())
      await other.drop(key({ holder: 'two' }))
      assert.deepEqual(await other.take(key({ holder: 'two' })), key())
      await one.drop(key())
      const next = key({ holder: 'two' })
      assert.deepEqual(await other.take(next), next)
    })

    it('are forgotten when they are old', async () => {
      const { one, other } = both()
      await one.take(key())
      await one.forget(1_000)
      assert.deepEqual(await other.take(key({ holder: 'two' })), key())
      await one.forget(1_001)
      assert.equal((await other.take(key({ holder: 'two' }))).holder, 'two')
    })
  })

describe('keys kept in a database', () => {
  it('are asked for in the way of PostgreSQL where that is said, with numbers that come as text', async () => {
    const asked: string[] = []
    const store = sqlKeyStore(
      {
        read(sql) {
          asked.push(sql)
          const { at, ...kept } = key()
          return [{ ...kept, at_ms: String(at) }]
        },
        write: sql => void asked.push(sql),
      },
      { numbered: true },
    )
    assert.deepEqual(await store.take(key()), key())
    await store.drop(key())
    assert.deepEqual(asked, [
      'SELECT name, digest, holder, state, at_ms, outcome FROM os_intervention_keys WHERE name = $1',
      'DELETE FROM os_intervention_keys WHERE name = $1 AND holder = $2',
    ])
  })

  it('are not made up where the database is broken, or answers something else', async () => {
    const broken = sqlKeyStore({
      read: () => [],
      write() {
        throw new Error('disk full')
      },
    })
    await assert.rejects(broken.take(key()), { message: 'disk full' })
    const odd = sqlKeyStore({ read: () => [{ name: 'x' }], write: () => undefined })
    await assert.rejects(odd.take(key()), TypeError)
  })
})
