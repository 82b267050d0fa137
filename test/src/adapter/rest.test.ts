import { expect } from 'chai'
import type { Call, InterventionAdapter } from '../../../src/adapter/adapter.js'
import { sampleFor } from '../../../src/adapter/conformance-filing.js'
import { AdapterFault, type FaultCode } from '../../../src/adapter/fault.js'
import { conservative } from '../../../src/adapter/guard.js'
import { memoryAdapter } from '../../../src/adapter/memory.js'
import { restAdapter, type RestOptions } from '../../../src/index.js'
import * as whole from '../../support/whole.js'

const BASE = 'https://portal.example/new/request'
const { policy: _, ...context } = whole.context

function restWith(
  answer: (request: Request, count: number) => Response | Promise<Response>,
  options: Partial<RestOptions> = {},
): InterventionAdapter {
  let count = 0
  return restAdapter({
    endpoint: '/api',
    base: BASE,
    fetch: async request => answer(request, (count += 1)),
    ...options,
  })
}

function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  })
}

function page(body: string, status = 200): Response {
  return new Response(body, { status, headers: { 'content-type': 'text/html; charset=utf-8' } })
}

/** As a browser shows a redirect that it didn't follow. */
const opaqueRedirect = () =>
  Object.defineProperties(new Response(null), {
    type: { value: 'opaqueredirect' },
    status: { value: 0 },
    ok: { value: false },
  })

async function rejectionOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    value => {
      throw new Error(`came to ${JSON.stringify(value)}`)
    },
    (error: unknown) => error,
  )
}

async function faultOf(promise: Promise<unknown>): Promise<AdapterFault> {
  const fault = await rejectionOf(promise)
  expect(fault).to.be.instanceOf(AdapterFault)
  return fault as AdapterFault
}

const sample = sampleFor(memoryAdapter(), [new File(['łódź\r\n\0'], 'dziennik.log', { type: 'text/plain' })])

describe('the REST adapter', () => {
  const routes: readonly [string, (adapter: InterventionAdapter) => Promise<unknown>, string, unknown][] = [
    ['lists', adapter => adapter.list({}), '/api/interventions?', { items: [] }],
    [
      'lists a part',
      adapter => adapter.list({ open: true, cursor: 'a b&c', limit: 5 }),
      '/api/interventions?open=true&cursor=a+b%26c&limit=5',
      { items: [] },
    ],
    ['finds', adapter => adapter.find!('0123456789'), '/api/interventions?key=0123456789', null],
    ['gets', adapter => adapter.get('7'), '/api/interventions/7', whole.intervention],
    [
      'gets by an odd id',
      adapter => adapter.get('ą?#&'),
      '/api/interventions/%C4%85%3F%23%26',
      whole.intervention,
    ],
    [
      'tells the history',
      adapter => adapter.entries('7', 'e1'),
      '/api/interventions/7/entries?after=e1',
      { items: [] },
    ],
  ]
  for (const [what, call, path, answer] of routes) {
    it(`${what} at ${path}`, async () => {
      let seen: Request | undefined
      const result = await call(restWith(request => ((seen = request), json(answer))))
      expect(result).to.deep.equal(answer)
      expect(`${seen?.method} ${seen?.url}`).to.equal(`GET https://portal.example${path}`)
    })
  }

  it('S15: tells its protocol, sends cookies to its own origin only, follows nothing and keeps nothing', async () => {
    let seen: Request | undefined
    await restWith(request => ((seen = request), json({ items: [] }))).list({})
    expect(seen?.headers.get('os-intervention-protocol')).to.equal('1')
    expect(seen?.headers.get('os-intervention-csrf')).to.equal('1')
    expect([seen?.credentials, seen?.redirect, seen?.cache]).to.deep.equal([
      'same-origin',
      'manual',
      'no-store',
    ])
  })

  it('sends a request as data and files, with its key', async () => {
    const { key, filing } = await sample
    let seen: Request | undefined
    const adapter = restWith(request => ((seen = request.clone()), json(whole.filed, 201)))
    expect(await adapter.submit(filing, { key, ifVersion: 'a "b' })).to.deep.equal(whole.filed)
    expect(`${seen?.method} ${seen?.url}`).to.equal('POST https://portal.example/api/interventions')
    expect(seen?.headers.get('idempotency-key')).to.equal(key)
    expect(seen?.headers.get('if-match')).to.equal('"a%20%22b"')
    const form = await seen!.formData()
    expect([...form.keys()]).to.deep.equal(['json', 'file'])
    const { files, ...data } = filing
    expect(JSON.parse(await (form.get('json') as File).text())).to.deep.equal(data)
    const file = form.get('file') as File
    expect([file.name, file.type]).to.deep.equal(['dziennik.log', 'text/plain'])
    expect(await file.arrayBuffer()).to.deep.equal(await files![0]!.arrayBuffer())
  })

  it('sends the same bytes of data on every try', async () => {
    const { key, filing } = await sample
    const bodies: string[] = []
    const adapter = restWith(async request => {
      bodies.push(await ((await request.formData()).get('json') as File).text())
      return json(whole.filed, 201)
    })
    await adapter.submit(filing, { key })
    await adapter.submit(structuredClone({ ...filing, files: [] }), { key })
    expect(bodies[1]).to.equal(bodies[0])
  })

  it('S15: takes no endpoint that could leak what is sent', () => {
    const refused: readonly [string, Partial<RestOptions>][] = [
      ['another origin', { endpoint: 'https://evil.example/api' }],
      ['another origin without a scheme', { endpoint: '//evil.example/api' }],
      ['another port', { endpoint: 'https://portal.example:8443/api' }],
      ['another scheme', { endpoint: 'http://portal.example/api' }],
      ['a script', { endpoint: 'javascript:alert(1)' }],
      ['a data URL', { endpoint: 'data:application/json,{}', crossOrigin: true }],
      ['login details', { endpoint: 'https://root:pw@portal.example/api' }],
      ['a query', { endpoint: '/api?token=1' }],
      ['a fragment', { endpoint: '/api#x' }],
      ['no URL', { endpoint: 'https://' }],
    ]
    for (const [what, options] of refused)
      expect(() => restWith(() => json({}), options), what).to.throw(TypeError)
    // What the message says could end up in a log.
    expect(() => restWith(() => json({}), { endpoint: 'https://root:hunter2@portal.example/' })).not.to.throw(
      'hunter2',
    )
  })

  const endpoints: readonly [string, Partial<RestOptions>, string][] = [
    ['a path', { endpoint: '/api/' }, 'https://portal.example/api/interventions?'],
    ['the root', { endpoint: '/' }, 'https://portal.example/interventions?'],
    ['a relative one', { endpoint: 'api' }, 'https://portal.example/new/api/interventions?'],
    [
      'the same origin in full',
      { endpoint: 'https://portal.example/x' },
      'https://portal.example/x/interventions?',
    ],
    [
      'another origin, if allowed',
      { endpoint: 'https://api.example/x', crossOrigin: true },
      'https://api.example/x/interventions?',
    ],
  ]
  for (const [what, options, url] of endpoints) {
    it(`takes ${what} for its endpoint`, async () => {
      let seen = ''
      await restWith(request => ((seen = request.url), json({ items: [] })), options).list({})
      expect(seen).to.equal(url)
    })
  }

  it('knows the page’s own origin where nothing else is said', () => {
    const elsewhere = () => restAdapter({ endpoint: 'https://evil.example/api' })
    expect(elsewhere).to.throw(TypeError)
    expect(() => restAdapter({ endpoint: '/api' })).not.to.throw()
  })

  it('asks nothing for an id that would leave its path', async () => {
    let asked = 0
    const adapter = restWith(() => ((asked += 1), json({ items: [] })))
    for (const id of ['', '.', '..', 'a/b', 'a\\b', '\0', '\ud800', 'x'.repeat(201)]) {
      expect((await faultOf(adapter.get(id))).code).to.equal('not-found')
      expect((await faultOf(adapter.entries(id))).code).to.equal('not-found')
      expect((await faultOf(adapter.open({ id, name: 'x', type: '', bytes: 1 }))).code).to.equal('not-found')
    }
    expect(asked).to.equal(0)
  })

  it('sends nothing under a key that is none', async () => {
    const { filing } = await sample
    let asked = 0
    const fault = await faultOf(restWith(() => ((asked += 1), json({}))).submit(filing, { key: 'a\r\nb: c' }))
    expect([fault.code, fault.uncertain, asked]).to.deep.equal(['invalid', false, 0])
  })

  const told = (code: FaultCode, more: object = {}) => ({ code, ...more })
  const closedDoor = () => new Response('', { status: 503, headers: { 'retry-after': '60' } })
  const failures: readonly [string, () => Response, FaultCode, boolean][] = [
    ['400', () => page('', 400), 'invalid', false],
    ['401', () => page('', 401), 'unauthenticated', false],
    ['403', () => page('', 403), 'forbidden', false],
    ['404', () => page('', 404), 'not-found', false],
    ['409', () => page('', 409), 'conflict', false],
    ['412', () => page('', 412), 'conflict', false],
    ['413', () => page('', 413), 'too-large', false],
    ['419', () => page('', 419), 'unauthenticated', false],
    ['422', () => page('', 422), 'invalid', false],
    ['429', () => page('', 429), 'rate-limited', false],
    ['418, which nobody expects', () => page('', 418), 'unavailable', false],
    ['500 of something in between', () => page('', 500), 'unavailable', true],
    ['501', () => page('', 501), 'unsupported', false],
    ['502', () => page('', 502), 'unavailable', true],
    ['503, as a proxy says it whose backend has hung up', () => page('', 503), 'unavailable', true],
    ['503 of a door that is closed', closedDoor, 'unavailable', false],
    ['504', () => page('', 504), 'unavailable', true],
    ['a code of ours', () => json(told('forbidden'), 403), 'forbidden', false],
    ['503 of ours', () => json(told('unavailable'), 503), 'unavailable', false],
    [
      '503 of ours that is not sure',
      () => json(told('unavailable', { uncertain: true }), 503),
      'unavailable',
      true,
    ],
    ['a code that is none', () => json(told('constructor' as FaultCode), 409), 'conflict', false],
    [
      'a body that lies about its type',
      () => new Response('<b>', { status: 409, headers: { 'content-type': 'application/json' } }),
      'conflict',
      false,
    ],
    ['a redirect that a browser hides', opaqueRedirect, 'unauthenticated', false],
    [
      'a redirect to a login page',
      () => new Response(null, { status: 302, headers: { location: '/sign-in?next=1' } }),
      'unauthenticated',
      false,
    ],
    [
      'a redirect elsewhere',
      () => new Response(null, { status: 307, headers: { location: 'http://wifi.example/' } }),
      'unavailable',
      false,
    ],
    [
      'a login page with 200',
      () => page('<form><input name=u><input\n type="password" name=p></form>'),
      'unauthenticated',
      false,
    ],
    ['a captive portal with 200', () => page('<h1>Welcome to our Wi-Fi</h1>'), 'unavailable', true],
    ['an empty answer with 200', () => new Response(null), 'unavailable', true],
    ['a text with 200', () => new Response('ok'), 'unavailable', true],
    [
      'broken JSON with 200',
      () => new Response('{"items":[', { headers: { 'content-type': 'application/json' } }),
      'unavailable',
      true,
    ],
    ['JSON of another kind with 200', () => json({ hello: 'world' }), 'unavailable', true],
    [
      'another protocol',
      () => json({ items: [] }, 200, { 'os-intervention-protocol': '2' }),
      'unsupported',
      false,
    ],
    [
      'an answer that breaks off',
      () =>
        new Response(
          new ReadableStream({
            pull(controller) {
              controller.error(new TypeError('reset'))
            },
          }),
          { headers: { 'content-type': 'application/json' } },
        ),
      'unavailable',
      true,
    ],
  ]
  for (const [what, answer, code, uncertain] of failures) {
    it(`R5, R7: takes ${what} for "${code}"${uncertain ? ', and does not know whether a write arrived' : ''}`, async () => {
      const { key, filing } = await sample
      const question = await faultOf(restWith(answer).list({}))
      const write = await faultOf(restWith(answer).submit(filing, { key }))
      const isOurs = what.includes('ours')
      expect([question.code, question.uncertain]).to.deep.equal([code, isOurs && uncertain])
      expect([write.code, write.uncertain]).to.deep.equal([code, uncertain])
    })
  }

  it('R2: says of a connection that broke that a write may have arrived', async () => {
    const { key, filing } = await sample
    const broken = restWith(() => Promise.reject(new TypeError('Failed to fetch')))
    const write = await faultOf(broken.submit(filing, { key }))
    expect([write.code, write.uncertain]).to.deep.equal(['unavailable', true])
    expect((await faultOf(broken.list({}))).uncertain).to.equal(false)
  })

  it('gives up on a server that never answers, and does not know whether a write arrived', async () => {
    const { key, filing } = await sample
    const silent = restWith(() => new Promise(() => undefined), { timeoutMs: 5 })
    const write = await faultOf(silent.submit(filing, { key }))
    expect([write.code, write.uncertain]).to.deep.equal(['unavailable', true])
    expect((await faultOf(silent.list({}))).code).to.equal('unavailable')
  })

  it('rejects with the reason of whoever aborts, and aborts the request', async () => {
    const reason = { why: 'moved on' }
    const control = new AbortController()
    let signal: AbortSignal | undefined
    const silent = restWith(request => {
      signal = request.signal
      return new Promise(() => undefined)
    })
    const waiting = rejectionOf(silent.list({}, { signal: control.signal }))
    control.abort(reason)
    expect(await waiting).to.equal(reason)
    expect(signal?.aborted).to.equal(true)
  })

  it('reads the fields and the wait that a fault tells', async () => {
    const body = { code: 'invalid', fields: ['server', 'port'], retryAfterMs: 2_500 }
    const fault = await faultOf(restWith(() => json(body, 422, { 'retry-after': '3' })).list({}))
    expect({ ...fault }).to.deep.include({ code: 'invalid', fields: ['server', 'port'], retryAfterMs: 2_500 })
  })

  it('waits as long as a server without our protocol says', async () => {
    const busy = () => new Response('busy', { status: 503, headers: { 'retry-after': '120' } })
    expect((await faultOf(restWith(busy).list({}))).retryAfterMs).to.equal(120_000)
  })

  it('S13: shows nothing of what a server says in its errors', async () => {
    const fault = await faultOf(restWith(() => json({ code: 'invalid', message: 'hunter2' }, 422)).list({}))
    expect(`${fault.message} ${fault.stack} ${JSON.stringify(fault)} ${String(fault.cause)}`).not.to.include(
      'hunter2',
    )
  })

  it('answers null for what is unchanged, by status or by version', async () => {
    const asked: (string | null)[] = []
    const same = restWith((request, count) => {
      asked.push(request.headers.get('if-none-match'))
      return count === 1 ? new Response(null, { status: 304 }) : json(whole.intervention)
    })
    expect(await same.get('7', 'a b"c')).to.equal(null)
    expect(await same.get('7', 'a b"c')).to.equal(null)
    expect(await same.get('7', 'other')).to.deep.equal(whole.intervention)
    expect(await same.get('7')).to.deep.equal(whole.intervention)
    expect(asked).to.deep.equal(['"a%20b%22c"', '"a%20b%22c"', '"other"', null])
  })

  it('does not take 304 for an answer where no version was told', async () => {
    const odd = restWith(() => new Response(null, { status: 304 }))
    expect((await faultOf(odd.get('7'))).code).to.equal('unavailable')
  })

  it('promises nothing before the context is known, and then what the server can do', async () => {
    const adapter = restWith(request => json(request.url.endsWith('/context') ? context : whole.capabilities))
    expect(adapter.capabilities).to.equal(conservative)
    expect(await adapter.context()).to.deep.equal(context)
    expect(adapter.capabilities).to.deep.equal(whole.capabilities)
  })

  it('asks for the context and the capabilities side by side', async () => {
    const asked: string[] = []
    let answer: () => void = () => undefined
    const both = new Promise<void>(resolve => (answer = resolve))
    const adapter = restWith(async request => {
      asked.push(new URL(request.url).pathname)
      if (asked.length === 2) answer()
      await both
      return json(request.url.endsWith('/context') ? context : whole.capabilities)
    })
    await adapter.context()
    expect(asked).to.have.members(['/api/context', '/api/capabilities'])
  })

  it('S15: lets the page put its token on every request', async () => {
    let seen: Request | undefined
    const adapter = restWith(request => ((seen = request), json({ items: [] })), {
      async authorize(request) {
        request.headers.set('x-csrf-token', 't0k3n')
        return request
      },
    })
    await adapter.list({})
    expect(seen?.headers.get('x-csrf-token')).to.equal('t0k3n')
  })

  const stale: readonly [string, () => Response][] = [
    ['401', () => json({ code: 'unauthenticated' }, 401)],
    ['419', () => page('', 419)],
    ['a redirect', opaqueRedirect],
    ['a framework’s own 403', () => page('<h1>CSRF</h1>', 403)],
  ]
  for (const [what, answer] of stale) {
    it(`R8: renews once after ${what}, and sends the same request again`, async () => {
      const { key, filing } = await sample
      let renewed = 0
      const keys: (string | null)[] = []
      const renewing = restWith(
        (request, count) => {
          keys.push(request.headers.get('idempotency-key'))
          return count === 1 ? answer() : json(whole.filed, 201)
        },
        { renew: async () => ((renewed += 1), true) },
      )
      expect(await renewing.submit(filing, { key })).to.deep.equal(whole.filed)
      expect([renewed, ...keys]).to.deep.equal([1, key, key])

      let tries = 0
      renewed = 0
      const failing = restWith(() => ((tries += 1), answer()), { renew: async () => ((renewed += 1), true) })
      await faultOf(failing.list({}))
      expect([renewed, tries]).to.deep.equal([1, 2])
    })
  }

  it('R8: sends nothing again where the page could not renew, or must not', async () => {
    for (const renew of [async () => false, () => Promise.reject(new Error('closed'))]) {
      let tries = 0
      const fault = await faultOf(restWith(() => ((tries += 1), page('', 401)), { renew }).list({}))
      expect([fault.code, fault.uncertain, tries]).to.deep.equal(['unauthenticated', false, 1])
    }
    let asked = 0
    const refused = restWith(() => json({ code: 'forbidden' }, 403), {
      renew: async () => ((asked += 1), true),
    })
    expect((await faultOf(refused.list({}))).code).to.equal('forbidden')
    expect(asked).to.equal(0)
  })

  it('opens a file under the type that its entry tells, if that is harmless', async () => {
    const bytes = new Uint8Array([0, 255, 13, 10])
    const adapter = restWith(() => new Response(bytes, { headers: { 'content-disposition': 'attachment' } }))
    const text = await adapter.open({ id: 'f1', name: 'x', type: 'text/plain', bytes: 4 })
    const evil = await adapter.open({ id: 'f1', name: 'x', type: 'text/html', bytes: 4 })
    expect([text.type, evil.type]).to.deep.equal(['text/plain', 'application/octet-stream'])
    expect(new Uint8Array(await text.arrayBuffer())).to.deep.equal(bytes)
  })

  it('takes no login page for a file', async () => {
    const adapter = restWith(() => page('<input type=password>'))
    expect((await faultOf(adapter.open({ id: 'f1', name: 'x', type: '', bytes: 4 }))).code).to.equal(
      'unauthenticated',
    )
  })

  it('asks for a price and about a VAT ID in a body, never in an address, and without a key', async () => {
    const seen: [string, unknown, Request][] = []
    const answers = [whole.bindingQuote, { status: 'unavailable' }]
    const adapter = restWith(async (request, count) => {
      seen.push([`${request.method} ${request.url}`, await request.json(), request])
      return json(answers[count - 1])
    })
    expect(await adapter.quote!(whole.quoteOrder)).to.deep.equal(whole.bindingQuote)
    expect(await adapter.checkVatId!('ESX1234567X')).to.equal('unavailable')
    expect(seen.map(([route, body]) => [route, body])).to.deep.equal([
      ['POST https://portal.example/api/quotes', whole.quoteOrder],
      ['POST https://portal.example/api/vat-checks', { id: 'ESX1234567X' }],
    ])
    for (const [, , { headers }] of seen) {
      expect(headers.get('content-type')).to.equal('application/json')
      expect(headers.get('os-intervention-csrf')).to.equal('1')
      expect(headers.has('idempotency-key')).to.equal(false)
    }
  })

  const questions: readonly [string, (adapter: InterventionAdapter, call?: Call) => Promise<unknown>][] = [
    ['a price', (adapter, call) => adapter.quote!(whole.quoteOrder, call)],
    ['a VAT ID', (adapter, call) => adapter.checkVatId!('ESX1234567X', call)],
  ]
  for (const [what, ask] of questions) {
    const codes: readonly [string, Response, FaultCode][] = [
      ['a backend that can’t tell it', json({ code: 'unsupported' }, 501), 'unsupported'],
      ['a backend that has no such route', page('Not found', 404), 'unsupported'],
      ['one that hasn’t, and says so in our words', json({ code: 'not-found' }, 404), 'unsupported'],
      ['one that takes no POST', page('', 405), 'unsupported'],
      ['a refusal', json({ code: 'invalid' }, 422), 'invalid'],
      ['a breakdown', page('', 500), 'unavailable'],
      ['a broken answer', json({ status: 'perhaps', quote: 7 }), 'unavailable'],
      ['an answer that is none', json(null), 'unavailable'],
      ['a login page', page('<input type=password>'), 'unauthenticated'],
      ['a redirect', opaqueRedirect(), 'unauthenticated'],
    ]
    for (const [how, answer, code] of codes) {
      it(`asked for ${what} understands ${how}, and never takes it for a write`, async () => {
        const fault = await faultOf(ask(restWith(() => answer)))
        expect([fault.code, fault.uncertain]).to.deep.equal([code, false])
      })
    }

    it(`asked for ${what} gives up after the time of a question, and at once when aborted`, async () => {
      const silent = restWith(() => new Promise(() => undefined), { timeoutMs: 20 })
      const begun = performance.now()
      const fault = await faultOf(ask(silent))
      expect([fault.code, fault.uncertain]).to.deep.equal(['unavailable', false])
      expect(performance.now() - begun).to.be.lessThan(190)
      const control = new AbortController()
      const reason = new Error('no longer wanted')
      const late = rejectionOf(
        ask(
          restWith(() => new Promise(() => undefined)),
          { signal: control.signal },
        ),
      )
      control.abort(reason)
      expect(await late).to.equal(reason)
    })

    it(`asked for ${what} signs in anew and tries again`, async () => {
      const adapter = restWith(
        (request, count) =>
          count === 1
            ? json({ code: 'unauthenticated' }, 401)
            : json(request.url.endsWith('quotes') ? whole.bindingQuote : { status: 'valid' }),
        { renew: async () => true },
      )
      expect(await ask(adapter)).to.deep.equal(what === 'a price' ? whole.bindingQuote : 'valid')
    })
  }

  it('stops reading an answer that is longer than any', async () => {
    let chunks = 0
    const tooMuch = () =>
      new Response(
        new ReadableStream({
          pull(controller) {
            chunks += 1
            if (chunks > 40) controller.close()
            else controller.enqueue(new Uint8Array(1_000_000).fill(32))
          },
        }),
        { headers: { 'content-type': 'application/json' } },
      )
    expect((await faultOf(restWith(tooMuch).list({}))).code).to.equal('unavailable')
    expect(chunks).to.be.lessThan(20)
  })
})
