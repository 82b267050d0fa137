import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { describe, it } from 'node:test'
import { getRequestListener } from '@hono/node-server'
import type { Account } from '../../src/adapter/adapter.js'
import { sampleFor } from '../../src/adapter/conformance-filing.js'
import { AdapterFault } from '../../src/adapter/fault.js'
import { restAdapter } from '../../src/adapter/rest.js'
import { bridge } from '../../src/bridge.js'
import { memoryAdapter, testAccount, testAdapter } from '../../src/testing.js'
import { staffOf, stranger } from '../support/kit.js'
import { PORTAL } from '../support/wired.js'

async function listening(server: Server): Promise<string> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return `http://127.0.0.1:${address.port}`
}

/** A customer's browser, as far as headers go. */
function customerOf(base: string, { id }: Account, timeoutMs = 30_000) {
  return restAdapter({
    endpoint: `${base}/api`,
    timeoutMs,
    authorize(request) {
      request.headers.set('origin', PORTAL)
      request.headers.set('cookie', `customer=${id}`)
      return request
    },
  })
}

/** A provider's server with two customers, on a port of this machine. */
async function provider() {
  const prices = { currency: 'EUR', prices: { 'malware-removal': { kind: 'fixed', net: '149.00' } } } as const
  const tax = { seller: 'PL', table: 'dated', oss: true } as const
  const memory = memoryAdapter({ context: { prices, tax }, quotes: true, vatIds: { DE136695976: 'valid' } })
  const accounts = [testAccount, stranger]
  const answer = bridge(({ account }) => memory.as(accounts.find(({ id }) => id === account) ?? stranger), {
    session: request => ({ account: request.headers.get('cookie')?.split('=')[1] ?? '' }),
    origins: [PORTAL],
    basePath: '/api',
  })
  const listener = getRequestListener(answer)
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing))
  return { memory, server, base: await listening(server) }
}

function deferred<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined
  const promise = new Promise<T>(settle => (resolve = settle))
  return { promise, resolve }
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise(resolve => server.close(() => resolve()))
}

describe('REST and the bridge over HTTP are', () => {
  const make = async () => {
    const { memory, base, server } = await provider()
    return {
      adapter: customerOf(base, testAccount),
      stranger: customerOf(base, stranger),
      staff: staffOf(memory),
      close: () => close(server),
    }
  }
  testAdapter(make, { describe, it })
})

describe('over HTTP', () => {
  it('a request whose answer is lost is found by its key, and sent again makes no second ticket', async () => {
    const { memory, base, server } = await provider()
    const whole = customerOf(base, testAccount)
    const { key, filing } = await sampleFor(whole, [
      new File(['łódź'], 'dziennik.log', { type: 'text/plain' }),
    ])
    // Something in between takes the request to the server and hangs up on its answer.
    const between = createServer((incoming, outgoing) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('end', () => {
        const headers = Object.fromEntries(
          Object.entries(incoming.headers).filter(
            ([name]) => !['host', 'connection', 'content-length'].includes(name),
          ),
        )
        void fetch(`${base}${incoming.url ?? ''}`, {
          method: 'POST',
          headers: Object.entries(headers).map(([name, value]) => [name, String(value)] as [string, string]),
          body: Buffer.concat(chunks),
        }).then(() => outgoing.destroy())
      })
    })
    const lossy = customerOf(await listening(between), testAccount)
    const fault: unknown = await lossy.submit(filing, { key }).catch((error: unknown) => error)
    assert.ok(fault instanceof AdapterFault)
    assert.deepEqual([fault.code, fault.uncertain], ['unavailable', true])
    assert.equal(memory.staff.tickets.length, 1)
    const found = await whole.find?.(key)
    assert.equal(found?.intervention.number, '10001')
    assert.equal((await whole.submit(filing, { key })).intervention.number, '10001')
    assert.equal(memory.staff.tickets.length, 1)
    await close(between)
    await close(server)
  })

  it('a change is told though the stream was cut meanwhile, and no version twice', async () => {
    const { memory, base, server } = await provider()
    const customer = customerOf(base, testAccount)
    const { key, filing } = await sampleFor(customer)
    const { id } = (await customer.submit(filing, { key })).intervention
    const lastIds: unknown[] = []
    server.prependListener('request', ({ url, headers }) => {
      if (url?.endsWith('/events')) lastIds.push(headers['last-event-id'])
    })
    const control = new AbortController()
    const told: string[] = []
    const stepped = new EventTarget()
    const step = () => once(stepped, 'told', { signal: AbortSignal.timeout(20_000) })
    customer.watch?.(
      id,
      version => {
        told.push(version)
        stepped.dispatchEvent(new Event('told'))
      },
      control,
    )
    await step()
    server.closeAllConnections()
    memory.staff.say(id, { kind: 'question', text: 'Which disk?', format: 'text', files: [] })
    await step()
    assert.deepEqual(told, ['1', '2'])
    assert.deepEqual(lastIds, [undefined, '1'])
    control.abort()
    await close(server)
  })

  it('a browser that goes away is listened for no more', async () => {
    const { promise: watched, resolve } = deferred<AbortSignal>()
    const memory = memoryAdapter()
    const { key, filing } = await sampleFor(memory)
    const { id } = (await memory.submit(filing, { key })).intervention
    const watching = {
      ...memory,
      watch(...[id, changed, call]: Parameters<typeof memory.watch>) {
        memory.watch(id, changed, call)
        resolve(call.signal)
      },
    }
    const answer = bridge(watching, {
      session: () => ({ account: testAccount.id }),
      origins: [PORTAL],
      basePath: '/api',
    })
    const listener = getRequestListener(answer)
    const server = createServer((incoming, outgoing) => void listener(incoming, outgoing))
    const control = new AbortController()
    const customer = customerOf(await listening(server), testAccount)
    const { promise: told, resolve: tell } = deferred<string>()
    customer.watch?.(id, tell, control)
    assert.equal(await told, '1')
    const signal = await watched
    control.abort()
    if (!signal.aborted) await once(signal, 'abort')
    await close(server)
  })

  it('a price and a word on a VAT ID come as they were given, and the VAT ID stands in no address', async () => {
    const { memory, server, base } = await provider()
    const addresses: string[] = []
    server.prependListener('request', ({ url }) => addresses.push(url ?? ''))
    const customer = customerOf(base, testAccount)
    assert.equal(await customer.checkVatId?.('DE136695976'), 'valid')
    const buyer = {
      country: 'DE',
      kind: 'business',
      vatId: { value: 'DE 136 695 976', status: 'valid' },
    } as const
    const binding = await customer.quote?.({
      lines: [{ extra: 'malware-removal', quantity: '1', unitNet: { amount: '149.00', currency: 'EUR' } }],
      customer: buyer,
      date: '2026-11-26',
    })
    assert.deepEqual(memory.staff.quotes, [{ account: testAccount.id, binding, customer: buyer }])
    assert.equal(binding?.quote.treatment, 'reverse-charge')
    assert.deepEqual(addresses, ['/api/vat-checks', '/api/quotes'])
    await close(server)
  })

  it('R7: a login page behind a redirect is never followed', async () => {
    let followed = false
    const server = createServer((request, response) => {
      if (request.url === '/login') followed = true
      response.writeHead(302, { location: '/login' }).end()
    })
    const adapter = customerOf(await listening(server), testAccount)
    const fault: unknown = await adapter.context().catch((error: unknown) => error)
    assert.ok(fault instanceof AdapterFault)
    assert.deepEqual([fault.code, followed], ['unauthenticated', false])
    await close(server)
  })

  it('a server that is not there is unavailable', async () => {
    const fault: unknown = await customerOf('http://127.0.0.1:9', testAccount)
      .list({})
      .catch((error: unknown) => error)
    assert.ok(fault instanceof AdapterFault)
    assert.equal(fault.code, 'unavailable')
  })

  it('a server that takes the request and never answers is given up on', async () => {
    const server = createServer(request => request.resume())
    const adapter = customerOf(await listening(server), testAccount, 50)
    const fault: unknown = await adapter.list({}).catch((error: unknown) => error)
    assert.ok(fault instanceof AdapterFault)
    assert.deepEqual([fault.code, fault.uncertain], ['unavailable', false])
    await close(server)
  })
})
