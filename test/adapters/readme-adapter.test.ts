import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { after, describe, it } from 'node:test'
import { Hono } from 'hono'
import { getRequestListener } from '@hono/node-server'
import { sampleFor } from '../../src/adapter/conformance-filing.js'
import type { KeyStore } from '../../src/bridge.js'
import {
  AdapterFault,
  faultCodeOf,
  guardedAdapter,
  orderLines,
  quoteExtras,
  receiptOf,
  restAdapter,
  signAuthorization,
  type Context,
  type FaultCode,
  type InterventionAdapter,
} from '../../src/index.js'
import {
  memoryAdapter,
  testAccount,
  testAdapter,
  testRecipient,
  type ConformanceSubject,
} from '../../src/testing.js'
import { hostSamples, sampleFolder, samples } from '../support/readme.js'
import { authorization, filed, filingOf } from '../support/whole.js'
import { bridgeFor, restOn } from '../support/wired.js'
import { lookingFirst } from './hosts/looking-first.js'

const taken = new Set<string>()

/** The one sample that holds this text. */
function sample(text: string): string {
  const [found, ...more] = samples.filter(({ code }) => code.includes(text))
  assert.ok(
    found && more.length === 0,
    `the README has ${more.length + (found ? 1 : 0)} samples with ${text}`,
  )
  taken.add(found.code)
  return found.code
}

const json = (text: string): unknown => JSON.parse(sample(text).replaceAll('age1…', testRecipient.recipient))

const folder = sampleFolder()
const servers: Server[] = []
const pageFetch = globalThis.fetch
after(() => {
  globalThis.fetch = pageFetch
  for (const server of servers) server.close().closeAllConnections()
  folder.remove()
})

function listening(listener: ReturnType<typeof getRequestListener>): Server {
  return createServer((incoming, outgoing) => void listener(incoming, outgoing)).listen(0, '127.0.0.1')
}

async function portOf(server: Server): Promise<string> {
  servers.push(server)
  if (!server.listening) await once(server, 'listening')
  const address = server.address()
  return typeof address === 'object' && address ? String(address.port) : ''
}

const statuses: Readonly<Partial<Record<FaultCode, 404 | 409 | 413 | 422>>> = {
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  invalid: 422,
}

/** A provider's own API, as the README's adapter takes it to be: its tickets live in memory. */
function clientArea() {
  const system = memoryAdapter({
    capabilities: { files: null, locking: false, sealed: { in: 'message', erasable: false } },
  })
  const app = new Hono().basePath('/client/api')
  app.onError((error, c) => c.text('', statuses[faultCodeOf(error)] ?? 500))
  app.get('/me', async c => c.json(await system.context()))
  app.post('/tickets', async c => {
    if (c.req.header('content-type') !== 'application/json') return c.text('', 415)
    return c.json(await system.submit(await c.req.json(), { key: c.req.header('idempotency-key') ?? '' }))
  })
  app.get('/tickets', async c => {
    const { open, cursor, limit } = c.req.query()
    const query = {
      ...(open !== undefined && { open: open === 'true' }),
      ...(cursor !== undefined && { cursor }),
      ...(limit !== undefined && { limit: Number(limit) }),
    }
    return c.json(await system.list(query))
  })
  app.get('/tickets/by-key', async c => c.json(await system.find(c.req.query('key') ?? '')))
  app.get('/tickets/:id', async c => c.json(await system.get(c.req.param('id'), c.req.query('known'))))
  app.get('/tickets/:id/entries', async c =>
    c.json(await system.entries(c.req.param('id'), c.req.query('after'))),
  )
  app.get('/files/:id', c => c.text('', 404))
  return app
}

/** The README's adapter in a page that this app has served. */
async function inPageOf({ fetch: answer }: Pick<Hono, 'fetch'>): Promise<InterventionAdapter> {
  const port = await portOf(listening(getRequestListener(answer)))
  const page = `http://127.0.0.1:${port}/`
  globalThis.fetch = (to, init) => pageFetch(typeof to === 'string' ? new URL(to, page) : to, init)
  const exported = await folder.run('adapter', sample('export const adapter'))
  assert.ok(hasAdapter(exported))
  return exported.adapter
}

function hasAdapter(module: unknown): module is { readonly adapter: InterventionAdapter } {
  return typeof module === 'object' && module !== null && 'adapter' in module
}

function member(module: unknown, name: string): unknown {
  return Reflect.get(Object(module), name)
}

describe('the README’s adapter in a page is', () => {
  testAdapter(async () => ({ adapter: await inPageOf(clientArea()) }), { describe, it })
})

describe('the README’s adapter in a page', () => {
  const failures: readonly (readonly [number, FaultCode, boolean])[] = [
    [401, 'unauthenticated', false],
    [403, 'forbidden', false],
    [404, 'not-found', false],
    [409, 'conflict', false],
    [413, 'too-large', false],
    [422, 'invalid', false],
    [429, 'rate-limited', false],
    [418, 'unavailable', false],
    [500, 'unavailable', true],
    [503, 'unavailable', true],
  ]
  for (const [status, code, uncertain] of failures)
    it(`understands ${status} as ${code}${uncertain ? ', and after a write as one that may have arrived' : ''}`, async () => {
      const adapter = await inPageOf({ fetch: () => new Response('', { status }) })
      const { key, filing } = await sampleFor(memoryAdapter())
      const thrown = (error: unknown) => error
      const write: unknown = await adapter.submit(filing, { key }).catch(thrown)
      const question: unknown = await adapter.list({}).catch(thrown)
      assert.ok(write instanceof AdapterFault && question instanceof AdapterFault)
      assert.deepEqual([write.code, write.uncertain], [code, uncertain])
      assert.deepEqual([question.code, question.uncertain], [code, false])
    })

  it('has another way to fail where there is nothing to import', async () => {
    const adapter = guardedAdapter({
      ...memoryAdapter(),
      context: () => folder.run('failing', sample('throw Object.assign')) as never,
    })
    await assert.rejects(adapter.context(), AdapterFault)
    await assert.rejects(adapter.context(), { code: 'unauthenticated' })
  })
})

describe('the README’s bridge', () => {
  it('takes a request on node’s own server, from the origin that it names alone', async () => {
    const memory = memoryAdapter()
    Object.assign(globalThis, { signedIn: async () => ({ id: testAccount.id }), ticketsOf: () => memory })
    await folder.run('handle', sample('export const handle'))
    const mount = sample('createServer(').replace('listen(3000)', "listen(0, '127.0.0.1')")
    const exported = await folder.run('mount', mount, { './handle.js': folder.addressOf('handle') })
    const server = member(exported, 'server')
    const port = await portOf(server as Server)
    const from = (origin: string) =>
      restAdapter({
        endpoint: `http://127.0.0.1:${port}/api/intervention`,
        authorize(request) {
          request.headers.set('origin', origin)
          return request
        },
      })
    const own = from('https://portal.example')
    const { key, filing } = await sampleFor(own)
    const other = from('https://portal.example:8443').submit(filing, { key })
    await assert.rejects(other, { code: 'forbidden' })
    assert.equal((await own.submit(filing, { key })).intervention.number, '10001')
  })
})

describe('the README’s answers', () => {
  const answers: InterventionAdapter = {
    ...memoryAdapter(),
    context: async () => json('"account"') as never,
    submit: async () => json('"intervention"') as never,
  }

  it('are a context and a ticket that the form understands', async () => {
    const { key, filing } = await sampleFor(guardedAdapter(answers))
    const { intervention } = await guardedAdapter(answers).submit(filing, { key })
    assert.equal(intervention.number, '4711')
  })

  it('name keys that can be sealed to', async () => {
    const recipients = json('"escrow-2026"') as never
    const context = async () => ({ ...(await answers.context()), recipients })
    assert.equal((await guardedAdapter({ ...answers, context }).context()).recipients.length, 2)
  })
})

describe('the README’s further samples', () => {
  it('make a policy of a provider’s own', async () => {
    const { policy } = (await folder.run('policy', sample('...introserv'))) as { policy: { id: string } }
    assert.equal(policy.id, 'example-host')
  })

  it('lay own wording over ours', async () => {
    const { say } = (await folder.run('say', sample('form.messages ='))) as { say: (form: object) => void }
    const form = {}
    say(form)
    assert.deepEqual(form, { messages: { pl: { form: { send: 'Wyślij do nas' } } } })
  })

  it('set prices and the tax on them', async () => {
    const { money } = (await folder.run('money', sample("'prices' | 'tax'"))) as {
      money: Required<Pick<Context, 'prices' | 'tax'>>
    }
    const base = memoryAdapter({ context: money })
    const { prices, tax } = await guardedAdapter(base).context()
    assert.deepEqual({ prices, tax }, money)
    const lines = orderLines(prices, [
      { extra: 'performance-tuning' },
      { extra: 'malware-removal', quantity: '4' },
    ])
    const order = { lines, customer: { country: 'PL', kind: 'consumer' }, date: '2026-11-26' } as const
    const quote = quoteExtras(order, tax)
    assert.deepEqual(quote.kind === 'total' && quote.gross, { amount: '305.78', currency: 'EUR' })
  })

  it('ask Request Tracker as its customer', async () => {
    const { ticketsIn } = (await folder.run('tickets', sample('requestTrackerAdapter'))) as {
      ticketsIn: (
        secrets: object,
        customerOf: (user: string) => object,
      ) => (user: string) => InterventionAdapter
    }
    const asked: Request[] = []
    globalThis.fetch = async request => {
      asked.push(request as Request)
      return Response.json({ items: [] })
    }
    const context = () => memoryAdapter().context()
    const ticketsOf = ticketsIn({ serviceToken: '1-9-service', signingSecret: 'x' }, user => ({
      user,
      token: '1-7-anna',
      context,
    }))
    assert.deepEqual(await ticketsOf('anna').list({}), { items: [] })
    globalThis.fetch = pageFetch
    const [first] = asked
    assert.match(first?.url ?? '', /^https:\/\/rt\.example\/REST\/2\.0\/tickets\?/)
    assert.equal(first?.headers.get('authorization'), 'token 1-7-anna')
  })

  it('ask Redmine as its customer', async () => {
    const { ticketsIn } = (await folder.run('redmine', sample('redmineAdapter'))) as {
      ticketsIn: (
        secrets: object,
        customerOf: (account: string) => object,
      ) => (account: string) => InterventionAdapter
    }
    const asked: Request[] = []
    globalThis.fetch = async request => {
      asked.push(request as Request)
      return Response.json({ issues: [] })
    }
    const context = () => memoryAdapter().context()
    const secrets = { serviceKey: 'the service’s', signingSecret: 'x' }
    const ticketsOf = ticketsIn(secrets, () => ({ user: 7, key: 'anna-s', context }))
    assert.deepEqual(await ticketsOf('anna').list({}), { items: [] })
    globalThis.fetch = pageFetch
    const [first] = asked
    assert.match(
      first?.url ?? '',
      /^https:\/\/redmine\.example\/issues\.json\?project_id=technical-problems&/,
    )
    assert.equal(first?.headers.get('x-redmine-api-key'), 'anna-s')
  })

  it('ask WHMCS for the tickets of its client', async () => {
    const { ticketsIn } = (await folder.run('whmcs', sample('whmcsAdapter'))) as {
      ticketsIn: (
        secrets: { readonly secret: string; readonly signingSecret: string },
        customerOf: (account: string) => object,
      ) => (account: string) => InterventionAdapter
    }
    const asked: Request[] = []
    globalThis.fetch = async request => {
      asked.push(request as Request)
      return Response.json({ result: 'success', totalresults: '0', tickets: [] })
    }
    const context = () => memoryAdapter().context()
    const ticketsOf = ticketsIn({ secret: 'F1CKGXRIpylM', signingSecret: 'x' }, () => ({
      clientId: 7,
      context,
    }))
    assert.deepEqual(await ticketsOf('anna').list({}), { items: [] })
    globalThis.fetch = pageFetch
    const [first] = asked
    assert.equal(first?.url, 'https://billing.example/includes/api.php')
    const form = new URLSearchParams(await first.text())
    assert.deepEqual([form.get('action'), form.get('clientid')], ['GetTickets', '7'])
  })

  it('share the keys of writes in a database', async () => {
    const code = sample('sqlKeyStore').replace('keys.db', ':memory:')
    const { keys } = (await folder.run('keys', code)) as { keys: KeyStore }
    const memory = memoryAdapter()
    const { key, filing } = await sampleFor(memory)
    const made: string[] = []
    const bridges = [1, 2].map(() => {
      const system = lookingFirst(memory, async () => void made.push(key))
      return restOn(bridgeFor(system, testAccount.id, { keys }))
    })
    await Promise.all(bridges.map(bridge => bridge.submit(filing, { key })))
    assert.deepEqual(made, [key])
  })

  it('run the kit', async () => {
    const { check } = (await folder.run('check', sample('memoryAdapter, testAdapter'))) as {
      check: (runner: object) => void
    }
    const names: string[] = []
    check({ describe: (_: string, body: () => void) => body(), it: (name: string) => names.push(name) })
    assert.ok(names.length > 10)
  })

  it('hand the kit a stranger and a support team', async () => {
    const code = sample('export const subject = (): ConformanceSubject')
    const { subject } = (await folder.run('subject', code)) as { subject: () => ConformanceSubject }
    const { adapter, staff } = subject()
    const { key, filing } = await sampleFor(adapter)
    const { id } = (await adapter.submit(filing, { key })).intervention
    await staff?.ask(id, 'Which disk?')
    const asked = (await adapter.entries(id)).items.at(-1)
    await staff?.mend?.(asked?.id ?? '', 'Which of the disks?')
    const [mended] = (await adapter.entries(id)).items.slice(-1)
    assert.ok(mended?.fact.kind === 'question')
    assert.deepEqual([mended.rev, mended.fact.text], [1, 'Which of the disks?'])
  })

  it('tell whether a receipt is intact', async () => {
    const { isIntact } = (await folder.run('receipt', sample('checkReceiptFile'))) as {
      isIntact: (file: File) => Promise<boolean>
    }
    const signed = await signAuthorization(authorization.record)
    const filing = { ...filingOf({ kind: 'none' }), authorization: signed }
    const receipt = await receiptOf(filing, filed, { language: 'en', tasks: [], extras: [] })
    const file = (value: object) => new File([JSON.stringify(value)], 'receipt.json')
    assert.equal(await isIntact(file(receipt)), true)
    assert.equal(await isIntact(file({ ...receipt, problem: 'another' })), false)
  })

  it('are all tried here, but for the hosts', () => {
    const hosts = hostSamples.map(({ code }) => code)
    assert.deepEqual(
      samples.filter(({ code }) => !taken.has(code) && !hosts.includes(code)),
      [],
    )
  })
})
