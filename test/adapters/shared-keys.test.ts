import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import Database from 'libsql'
import { sampleFor } from '../../src/adapter/conformance-filing.js'
import { AdapterFault, memoryKeyStore, type KeyStore } from '../../src/bridge.js'
import { restAdapter, type InterventionAdapter } from '../../src/index.js'
import { memoryAdapter, testAccount, type MemoryOptions } from '../../src/testing.js'
import { bridgeFor, PORTAL, restOn } from '../support/wired.js'
import { keysIn } from './hosts/key-database.js'
import { lookingFirst } from './hosts/looking-first.js'

const folder = mkdtempSync(join(tmpdir(), 'os-intervention-shared-'))
const ending: (() => void)[] = []
after(() => {
  for (const end of ending) end()
  rmSync(folder, { recursive: true, force: true })
})

let files = 0

function freshFile(): string {
  return join(folder, `${(files += 1)}.db`)
}

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
  const path = freshFile()
  const stores = [keysIn(path), keysIn(path)] as const
  ending.push(...stores.map(({ close }) => close))
  return [...stores]
}

/** So many calls at once, in turn of either bridge. */
function atOnce<T>(
  count: number,
  bridges: readonly InterventionAdapter[],
  call: (on: InterventionAdapter) => Promise<T>,
) {
  return Promise.all(Array.from({ length: count }, (_, index) => call(bridges[index % bridges.length]!)))
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

describe('two processes with their keys in one file', () => {
  /** The ticket system, over HTTP: `made` is held up until `go` says so. */
  async function ticketSystem() {
    const memory = memoryAdapter()
    const made: string[] = []
    let go: () => void = () => undefined
    const free = new Promise<void>(resolve => (go = resolve))
    const answer = bridgeFor(memory, testAccount.id)
    const listener = getRequestListener(
      async request => {
        const { pathname } = new URL(request.url)
        if (!pathname.startsWith('/made/')) return answer(request)
        made.push(pathname.slice(6))
        await free
        return new Response(null, { status: 204 })
      },
      { overrideGlobalObjects: false },
    )
    const server = createServer((incoming, outgoing) => void listener(incoming, outgoing))
    await once(server.listen(0, '127.0.0.1'), 'listening')
    ending.push(() => server.close().closeAllConnections())
    const address = server.address()
    assert.ok(typeof address === 'object' && address)
    return { memory, made, go, url: `http://127.0.0.1:${address.port}` }
  }

  async function started(file: string, system: string) {
    const program = new URL('hosts/one-process.ts', import.meta.url).pathname
    const running = spawn(process.execPath, ['--import=tsx', program, file, system], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    ending.push(() => running.kill('SIGKILL'))
    const [port] = await once(running.stdout, 'data')
    const adapter = restAdapter({
      endpoint: `http://127.0.0.1:${String(port).trim()}/api`,
      authorize(request) {
        request.headers.set('origin', PORTAL)
        return request
      },
    })
    return { adapter, running }
  }

  it('make one ticket of fifty requests at once', async () => {
    const { memory, made, go, url } = await ticketSystem()
    const file = freshFile()
    const [one, other] = await Promise.all([started(file, url), started(file, url)])
    const { key, filing } = await sampleFor(memory)
    const filed = atOnce(50, [one.adapter, other.adapter], on => on.submit(filing, { key }))
    await pause(500)
    go()
    assert.deepEqual(
      new Set((await filed).map(({ intervention }) => intervention.number)),
      new Set(['10001']),
    )
    assert.deepEqual(made, [key])
  })

  it('make one ticket though the first is killed in the midst', async () => {
    const { memory, made, go, url } = await ticketSystem()
    const file = freshFile()
    const [one, other] = await Promise.all([started(file, url), started(file, url)])
    const { key, filing } = await sampleFor(memory)
    const lost = assert.rejects(one.adapter.submit(filing, { key }), { code: 'unavailable', uncertain: true })
    while (made.length === 0) await pause(10)
    one.running.kill('SIGKILL')
    await lost
    const second = other.adapter.submit(filing, { key })
    await pause(1_000)
    assert.deepEqual(made, [key])
    // A minute goes by.
    const database = new Database(file, { timeout: 5_000 })
    database.prepare('UPDATE os_intervention_keys SET at_ms = at_ms - 60000').run()
    database.close()
    go()
    assert.equal((await second).intervention.number, '10001')
    assert.equal(memory.staff.tickets.length, 1)
  })
})
