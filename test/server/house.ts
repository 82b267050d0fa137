import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { nordhost } from '../../demo/policy.js'
import { customers } from '../../demo/server/customers.js'
import { deskApi } from '../../demo/server/desk-api.js'
import { openKeys } from '../../demo/server/keys.js'
import { nordhostSale } from '../../demo/server/sale.js'
import { storeAdapter } from '../../demo/server/store-adapter.js'
import { openStore } from '../../demo/server/store.js'
import type { Store } from '../../demo/server/store.js'
import { signAuthorization } from '../../src/index.js'
import type {
  Authorization,
  AuthorizationRecord,
  Entry,
  Fact,
  Filing,
  Intervention,
  InterventionAdapter,
  Message,
} from '../../src/index.js'
import { filingFor, newKey, sealedFor } from './customer.js'
import type { Person } from './customer.js'
import { dataFolder } from './demo-process.js'

/** What the desk's API answered. */
export interface DeskAnswer {
  readonly status: number
  readonly body: unknown
}

/** The demo's provider in this process: its customers, its desk and its file, without a web server in between. */
export interface House {
  readonly store: Store
  readonly as: (person: Person) => InterventionAdapter
  /** Files a request; with a password its login details come sealed. */
  file(person: Person, changes?: Partial<Filing>, password?: string): Promise<Intervention>
  /** Says something under a key of its own. */
  say(person: Person, id: string, message: Message): Promise<void>
  now(person: Person, id: string): Promise<Intervention>
  facts(person: Person, id: string): Promise<readonly (readonly [Entry['by'], Fact])[]>
  /** The authorization of a request with another word here and there. */
  authorization(id: string, changes: Partial<AuthorizationRecord>): Promise<Authorization>
  /** Reads `/requests…` of the desk's API. */
  read(path: string): Promise<unknown>
  /** Posts to the desk's API. */
  desk(path: string, body: unknown): Promise<DeskAnswer>
  /** An engineer says this, at the version that stands. */
  engineer(id: string, ...facts: readonly unknown[]): Promise<DeskAnswer>
  /** Takes it, verifies, chooses a method and begins. */
  begin(id: string): Promise<void>
  /** All that lies in the files of the database, its log too. */
  bytes(): string
  close(): void
}

/** Opens one on a folder of its own. */
export async function openHouse(): Promise<House> {
  const folder = dataFolder()
  const file = join(folder.path, 'nordhost.db')
  const store = openStore(file)
  const keys = await openKeys(folder.path, nordhost.provider.name)
  const api: Hono = deskApi({ store, keys, policy: nordhost, sale: nordhostSale })
  const as = (person: Person) => {
    const customer = customers.find(one => one.person === person) ?? assert.fail('nobody')
    return storeAdapter(store, customer, keys, nordhost, nordhostSale)
  }
  const desk = async (path: string, body: unknown): Promise<DeskAnswer> => {
    const answer = await api.request(`/requests/${path}`, {
      method: 'POST',
      headers: { 'x-nordhost-desk': '1', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const read: unknown = await answer.json()
    return { status: answer.status, body: read }
  }
  const read = async (path: string): Promise<unknown> =>
    (await api.request(`/requests${path}`, { headers: { 'x-nordhost-desk': '1' } })).json()
  const engineer = (id: string, ...facts: readonly unknown[]) =>
    desk(`${id}/facts`, { version: store.ticket(Number(id))?.version, facts })
  const facts = async (person: Person, id: string) =>
    (await as(person).entries(id)).items.map(({ by, fact }) => [by, fact] as const)
  return {
    ...{ store, as, desk, read, engineer, facts },
    async file(person, changes = {}, password) {
      const key = newKey()
      const adapter = as(person)
      const sealed = password === undefined ? undefined : await sealedFor(adapter, key, password)
      const filing = await filingFor(person, key, {
        ...(sealed && { access: { kind: 'account', sealed } }),
        ...changes,
      })
      return (await adapter.submit(filing, { key })).intervention
    },
    async say(person, id, message) {
      await as(person).reply(id, message, { key: newKey() })
    },
    now: async (person, id) => (await as(person).get(id)) ?? assert.fail('nothing there'),
    async authorization(id, changes) {
      const first = (await facts('anna', id)).find(([, fact]) => fact.kind === 'authorization')?.[1]
      assert.ok(first?.kind === 'authorization')
      return signAuthorization({ ...first.record.record, serverTime: Date.now(), ...changes })
    },
    async begin(id) {
      for (const fact of [
        { kind: 'stage', stage: 'verification' },
        { kind: 'stage', stage: 'assessment' },
        { kind: 'method', method: 'rescue', reason: 'It boots no more.' },
        { kind: 'stage', stage: 'in-progress' },
      ])
        assert.deepEqual((await engineer(id, fact)).status, 200)
    },
    bytes: () =>
      [file, `${file}-wal`, `${file}-shm`]
        .map(name => {
          try {
            return readFileSync(name, 'latin1')
          } catch {
            return ''
          }
        })
        .join(''),
    close() {
      store.close()
      folder.remove()
    },
  }
}
