import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sampleFor } from '../../src/adapter/conformance-filing.js'
import { AdapterFault, memoryKeyStore, type KeyStore } from '../../src/bridge.js'
import type { InterventionAdapter } from '../../src/index.js'
import { memoryAdapter, testAccount, type MemoryOptions } from '../../src/testing.js'
import { bridgeFor, restOn } from '../support/wired.js'
import { atOnce } from './hosts/at-once.js'
import { keyFiles } from './hosts/key-files.js'
import { keysIn } from './hosts/key-database.js'
import { lookingFirst } from './hosts/looking-first.js'
import { customersOf } from './whmcs/customers.js'
import { whmcsStandIn } from './whmcs/stand-in.js'

const { fresh, ending } = keyFiles()

/** Two bridges as two processes have them, before one ticket system that looks first; `made`: the tickets and messages. */
function twoBridges(stores: readonly (KeyStore | undefined)[], options: MemoryOptions = {}) {
  const memory = memoryAdapter(options)
  const made: string[] = []
  const system = lookingFirst(memory, async key => {
    await pause(5)
    made.push(key)
  })
  const [one, other] = stores.map(keys => restOn(bridgeFor(system, testAccount.id, keys ? { keys } : {})))
  return { memory, made, one: one!, other: other! }
}

function inOneFile(): [KeyStore, KeyStore] {
  const path = fresh()
  const stores = [keysIn(path), keysIn(path)] as const
  ending.push(...stores.map(({ close }) => close))
  return [...stores]
}

const inMemory = memoryKeyStore()

for (const [where, stores, options] of [
  ['a database', inOneFile, {}],
  ['memory', () => [inMemory, inMemory] as [KeyStore, KeyStore], {}],
  [
    'a database, before a system that isn’t safe',
    inOneFile,
    { capabilities: { retries: { submit: 'unsafe', reply: 'unsafe' } } },
  ],
] as const satisfies [string, () => [KeyStore, KeyStore], MemoryOptions][])
  describe(`two bridges with their keys in ${where}`, () => {
    it('make one ticket of fifty requests at once', async () => {
      const { made, memory, one, other } = twoBridges(stores(), options)
      const { key, filing } = await sampleFor(memory, [new File(['łódź'], 'dziennik.log')])
      const filed = await atOnce(50, [one, other], on => on.submit(filing, { key }))
      assert.deepEqual(made, [key])
      assert.deepEqual(new Set(filed.map(({ intervention }) => intervention.number)), new Set(['10001']))
      assert.equal((await other.submit(filing, { key })).intervention.number, '10001')
      assert.deepEqual(made, [key])
    })

    it('make twenty tickets of twenty requests that each come three times', async () => {
      const { made, memory, one, other } = twoBridges(stores(), options)
      const samples = await Promise.all(Array.from({ length: 20 }, () => sampleFor(memory)))
      const filed = await Promise.all(
        samples.map(({ key, filing }) => atOnce(3, [one, other], on => on.submit(filing, { key }))),
      )
      assert.deepEqual(made.toSorted(), samples.map(({ key }) => key).toSorted())
      for (const each of filed) assert.equal(new Set(each.map(({ intervention }) => intervention.id)).size, 1)
    })

    it('put one message on a ticket of fifty at once', async () => {
      const { made, memory, one, other } = twoBridges(stores(), options)
      const { key, filing } = await sampleFor(memory)
      const { id } = (await memory.submit(filing, { key })).intervention
      await atOnce(50, [one, other], on => on.reply(id, { text: 'Still down' }, { key: 'a-reply-of-mine' }))
      assert.deepEqual(made, ['a-reply-of-mine'])
    })

    it('refuse another request under the same key, at once and later', async () => {
      const { made, memory, one, other } = twoBridges(stores(), options)
      const { key, filing } = await sampleFor(memory)
      const first = one.submit(filing, { key })
      while (made.length === 0) await pause(1)
      const different = { ...filing, problem: 'Another one' }
      await assert.rejects(other.submit(different, { key }), { code: 'conflict' })
      await first
      await assert.rejects(other.submit(different, { key }), { code: 'conflict' })
      assert.deepEqual(made, [key])
    })
  })

it('without common keys two bridges make two tickets of one request', async () => {
  const { made, memory, one, other } = twoBridges([undefined, undefined])
  const { key, filing } = await sampleFor(memory)
  await atOnce(2, [one, other], on => on.submit(filing, { key }))
  assert.equal(made.length, 2)
})

it('a request whose answer got lost is found where it can’t be sent again', async () => {
  const memory = memoryAdapter({ capabilities: { retries: { submit: 'unsafe', reply: 'unsafe' } } })
  let sent = 0
  const losing: InterventionAdapter = {
    ...memory,
    async submit(filing, write) {
      sent += 1
      await memory.submit(filing, write)
      throw new AdapterFault('unavailable', { uncertain: true })
    },
  }
  const bridge = restOn(bridgeFor(losing, testAccount.id, { keys: memoryKeyStore() }))
  const { key, filing } = await sampleFor(memory)
  await assert.rejects(bridge.submit(filing, { key }), { code: 'unavailable', uncertain: true })
  assert.equal((await bridge.submit(filing, { key })).intervention.number, '10001')
  assert.equal(sent, 1)
})

it('a bridge whose keys can’t be reached files nothing, and tells its host why', async () => {
  const causes: unknown[] = []
  const keys = { ...memoryKeyStore(), take: () => Promise.reject(new Error('no route')) }
  const memory = memoryAdapter()
  const bridge = restOn(
    bridgeFor(memory, testAccount.id, { keys, onError: ({ cause }) => void causes.push(cause) }),
  )
  const { key, filing } = await sampleFor(memory)
  await assert.rejects(bridge.submit(filing, { key }), { code: 'unavailable', uncertain: false })
  assert.deepEqual(causes.map(String), ['Error: no route'])
  assert.equal(memory.staff.tickets.length, 0)
})

describe('two servers before a WHMCS, which knows no keys,', () => {
  async function servers(stores: readonly (KeyStore | undefined)[]) {
    const standIn = await whmcsStandIn()
    ending.push(() => standIn.close())
    const adapters = stores.map(() => customersOf(standIn).adapter)
    const bridges = stores.map((keys, index) =>
      restOn(bridgeFor(adapters[index]!, testAccount.id, keys ? { keys } : {})),
    )
    return { standIn, bridges, ...(await sampleFor(adapters[0]!)) }
  }

  it('make two tickets of one request without common keys', async () => {
    const { standIn, bridges, key, filing } = await servers([undefined, undefined])
    await atOnce(50, bridges, on => on.submit(filing, { key }))
    assert.equal(standIn.tickets.length, 2)
  })

  it('make one with them, and one reply', async () => {
    const { standIn, bridges, key, filing } = await servers(inOneFile())
    const filed = await atOnce(50, bridges, on => on.submit(filing, { key }))
    const [id = '', ...others] = new Set(filed.map(({ intervention }) => intervention.id))
    assert.deepEqual([standIn.tickets.length, others], [1, []])
    await atOnce(50, bridges, on => on.reply(id, { text: 'Still down.' }, { key: 'a-reply-of-mine' }))
    assert.equal(standIn.asked.filter(({ action }) => action === 'AddTicketReply').length, 1)
  })
})
