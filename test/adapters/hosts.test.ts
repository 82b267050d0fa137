import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { connect } from 'node:net'
import { after, describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import type { Express } from 'express'
import { getRequestListener } from '@hono/node-server'
import { sampleFor } from '../../src/adapter/conformance-filing.js'
import { restAdapter, type InterventionAdapter } from '../../src/index.js'
import { hostSamples, sampleFolder } from '../support/readme.js'
import { PORTAL } from '../support/wired.js'
import { workerd } from './hosts/workerd.js'

/** A host as a browser reaches it. */
interface Host {
  readonly base: string
  readonly send: (request: Request) => Promise<Response>
  readonly close: () => Promise<void> | void
  /** Cuts off who sends too much, perhaps before they have read why. */
  readonly cutsOff?: true
}

type Answer = (request: Request) => Promise<Response>

const folder = sampleFolder()
after(() => folder.remove())

/** The sample of the README's hosts that holds this text. */
function sample(text: string): string {
  const found = hostSamples.find(({ code }) => code.includes(text))
  assert.ok(found, `no host has ${text}`)
  return found.code
}

let runs = 0

/** Runs a sample on a system of its own. */
async function run(code: string): Promise<Readonly<Record<string, unknown>>> {
  const name = `host-${(runs += 1)}`
  const own = `${new URL('hosts/handle.ts', import.meta.url).href}?${name}`
  return (await folder.run(name, code, { './handle.js': own })) as Readonly<Record<string, unknown>>
}

async function reached(server: Server): Promise<Host> {
  if (!server.listening) await once(server, 'listening')
  const address = server.address()
  assert.ok(typeof address === 'object' && address)
  return {
    base: `http://127.0.0.1:${address.port}`,
    send: request => fetch(request),
    close() {
      server.close().closeAllConnections()
    },
  }
}

const hosts: Readonly<Record<string, () => Promise<Host>>> = {
  'node’s own server': async () => {
    const code = sample('createServer(').replace('listen(3000)', "listen(0, '127.0.0.1')")
    const { server } = (await run(code)) as { server: Server }
    return reached(server)
  },
  Express: async () => {
    const { app } = (await run(sample('express()'))) as { app: Express }
    return reached(app.listen(0, '127.0.0.1'))
  },
  Hono: async () => {
    const { app } = (await run(sample('new Hono()'))) as { app: { fetch: Answer } }
    const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false })
    return reached(
      createServer((incoming, outgoing) => void listener(incoming, outgoing)).listen(0, '127.0.0.1'),
    )
  },
  'a worker’s function': async () => {
    const { default: worker } = (await run(sample('export default'))) as {
      default: { fetch: Answer }
    }
    return { base: PORTAL, send: request => worker.fetch(request), close: () => undefined }
  },
  workerd: async () => {
    const own = new URL('hosts/handle-in-a-worker.ts', import.meta.url).pathname
    const { base, close } = await workerd(
      folder.write('workerd', sample('export default'), { './handle.js': own }),
    )
    return { base, send: request => fetch(request), close, cutsOff: true }
  },
}

function customerOf({ base, send }: Host, origin = PORTAL): InterventionAdapter {
  return restAdapter({
    endpoint: `${base}/api/intervention`,
    fetch: send,
    authorize(request) {
      request.headers.set('origin', origin)
      return request
    },
  })
}

async function numberAt({ base, send }: Host, path: string): Promise<unknown> {
  return (await send(new Request(`${base}/api/intervention/${path}`))).json()
}

/** Waits until the host tells this of itself. */
async function until(host: Host, path: string, expected: (told: number) => boolean): Promise<void> {
  const end = Date.now() + 5_000
  for (let told = Number.NaN; !expected(told); told = Number(await numberAt(host, path))) {
    assert.ok(Date.now() < end, `${path} is ${told} after five seconds`)
    await pause(20)
  }
}

const untilWatching = (host: Host, count: number) => until(host, 'watching', told => told === count)

/** A browser that asks for the stream and then reads nothing, until it is told to. */
async function sleepingReader({ base }: Host) {
  const { hostname, port } = new URL(base)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  socket.write(`GET /api/intervention/interventions/10001/events HTTP/1.1\r\nhost: ${hostname}\r\n\r\n`)
  return {
    /** All that comes until this text has, in characters of one byte. */
    async read(last: string): Promise<string> {
      const chunks: string[] = []
      socket.setEncoding('latin1')
      for await (const chunk of socket as AsyncIterable<string>) {
        chunks.push(chunk)
        if (chunks.slice(-2).join('').includes(last)) break
      }
      return chunks.join('')
    },
  }
}

/** A body that nobody has measured. */
function endless(
  chunk: Uint8Array,
  most: number,
): { readonly body: ReadableStream<Uint8Array>; read: number } {
  const given = {
    read: 0,
    body: new ReadableStream<Uint8Array>({
      pull(controller) {
        given.read += chunk.byteLength
        if (given.read > most) controller.close()
        else controller.enqueue(chunk)
      },
    }),
  }
  return given
}

for (const [name, start] of Object.entries(hosts))
  describe(`on ${name} the bridge`, () => {
    const started = start()
    after(async () => (await started).close())

    it('files a request once, though it comes twice at a time, and none of another origin', async () => {
      const host = await started
      const own = customerOf(host)
      const { key, filing } = await sampleFor(own, [new File(['łódź'], 'dziennik.log')])
      const other = customerOf(host, 'https://portal.example:8443')
      await assert.rejects(other.submit(filing, { key }), { code: 'forbidden' })
      const both = await Promise.all([own.submit(filing, { key }), own.submit(filing, { key })])
      assert.deepEqual(
        both.map(({ intervention }) => intervention.number),
        ['10001', '10001'],
      )
      assert.equal((await own.list({})).items.length, 1)
    })

    it('opens a stream of events, and listens no more once its browser has hung up', async () => {
      const host = await started
      const leaving = new AbortController()
      const url = `${host.base}/api/intervention/interventions/10001/events`
      const answer = await host.send(new Request(url, { signal: leaving.signal }))
      assert.equal(answer.headers.get('content-type'), 'text/event-stream')
      const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
      let heard = ''
      while (!heard.includes('data: changed')) heard += (await reader.read()).value ?? ''
      assert.equal(await numberAt(host, 'watching'), 1)
      leaving.abort()
      await untilWatching(host, 0)
    })

    it('finishes a request whose browser hangs up meanwhile', async () => {
      const host = await started
      const own = customerOf(host)
      const { key, filing } = await sampleFor(own)
      const before = Number(await numberAt(host, 'begun'))
      const leaving = new AbortController()
      const refused = assert.rejects(own.submit(filing, { key, signal: leaving.signal }), {
        name: 'AbortError',
      })
      await until(host, 'begun', told => told === before + 1)
      leaving.abort()
      await refused
      await pause(700)
      assert.equal((await own.find?.(key))?.intervention.number, '10002')
    })

    it('refuses a body that is too big', async () => {
      const host = await started
      const big = endless(new Uint8Array(1_000_000), 40_000_000)
      const headers = {
        origin: PORTAL,
        'os-intervention-csrf': '1',
        'idempotency-key': 'too-big-for-anybody',
        'content-type': 'multipart/form-data; boundary=x',
      }
      const init = { method: 'POST', headers, body: big.body, duplex: 'half' } as RequestInit
      const request = new Request(`${host.base}/api/intervention/interventions`, init)
      const answer = await host.send(request).catch((error: unknown) => {
        if (!host.cutsOff) throw error
      })
      if (answer) assert.deepEqual([answer.status, await answer.json()], [413, { code: 'too-large' }])
      assert.equal(await customerOf(host).find?.('too-big-for-anybody'), null)
    })
  })

for (const name of ['node’s own server', 'Express', 'Hono'])
  it(`on ${name} a reader who sleeps through 30 MB of changes is kept none but the last`, async () => {
    const host = await hosts[name]!()
    try {
      const own = customerOf(host)
      const { key, filing } = await sampleFor(own)
      await own.submit(filing, { key })
      const reader = await sleepingReader(host)
      await untilWatching(host, 1)
      assert.equal(await numberAt(host, 'telling?times=30000'), 30_000)
      const heard = await reader.read(`30000\ndata: changed`)
      // What the system's own buffers held; without a bound it would be all of it.
      assert.ok(heard.length < 15_000_000, `${heard.length} bytes were kept`)
      await untilWatching(host, 0)
    } finally {
      await host.close()
    }
  })

it('a worker is told to wait for what it answers', async () => {
  const { default: worker } = (await run(sample('export default'))) as {
    default: { fetch: (request: Request, env: object, context: object) => Promise<Response> }
  }
  const waited: Promise<Response>[] = []
  const context = { waitUntil: (answer: Promise<Response>) => void waited.push(answer) }
  const answer = worker.fetch(new Request(`${PORTAL}/api/intervention/context`), {}, context)
  assert.deepEqual(waited, [answer])
  assert.equal((await answer).status, 200)
})
