import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import Database from 'libsql'
import { sampleFor } from '../../src/adapter/conformance-filing.js'
import { restAdapter } from '../../src/index.js'
import { memoryAdapter, testAccount } from '../../src/testing.js'
import { bridgeFor, PORTAL } from '../support/wired.js'
import { atOnce } from './hosts/at-once.js'
import { keyFiles } from './hosts/key-files.js'

const { fresh, ending } = keyFiles()

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
    const file = fresh()
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
    const file = fresh()
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
