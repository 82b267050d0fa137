import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { rateLimit } from '../../demo/server/rate.js'
import { filingFor, newKey, sealedFor, signIn } from '../server/customer.js'
import type { SignedIn } from '../server/customer.js'
import { dataFolder, startDemo } from '../server/demo-process.js'
import type { Demo } from '../server/demo-process.js'
import { isFull } from './how-much.js'
import { memoryOf } from './memory-of.js'
import { pour, rawly } from './raw.js'

const MEGABYTE = 1_000_000

describe('the reference backend', () => {
  const data = dataFolder()
  let demo: Demo
  let anna: SignedIn
  let cookie = ''

  before(async () => {
    demo = await startDemo(data.path)
    anna = await signIn(demo.url, 'anna')
    const answer = await fetch(`${demo.url}/portal/session`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"as":"anna"}' },
    })
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  })
  after(async () => {
    await demo.stop()
    data.remove()
  })

  const head = (path: string, headers: Readonly<Record<string, string>>) =>
    [
      `POST ${path} HTTP/1.1`,
      `host: localhost:${String(demo.port)}`,
      `origin: ${demo.url}`,
      `cookie: ${cookie}`,
      'os-intervention-csrf: 1',
      `idempotency-key: ${newKey()}`,
      'x-nordhost-desk: 1',
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      '\r\n',
    ].join('\r\n')

  const form = { 'content-type': 'multipart/form-data; boundary=b' }
  const json = { 'content-type': 'application/json' }
  for (const [path, type] of [
    ['/api/interventions', form],
    ['/api/quotes', json],
    ['/another/api/interventions', form],
    ['/portal/session', json],
    ['/desk/api/requests/48210/facts', json],
  ] as const) {
    it(`turns a body of 100 MB away, by its length or as it comes, and keeps none of it: ${path}`, async () => {
      const before = memoryOf(demo)
      const told = await rawly(demo.port, socket => {
        socket.write(head(path, { ...type, 'content-length': String(100 * MEGABYTE), connection: 'close' }))
        pour(socket, 100 * MEGABYTE, size => Buffer.alloc(size, 'a'))
      })
      const poured = await rawly(demo.port, socket => {
        socket.write(head(path, { ...type, 'transfer-encoding': 'chunked', connection: 'close' }))
        pour(socket, 100 * MEGABYTE, size =>
          Buffer.concat([
            Buffer.from(`${size.toString(16)}\r\n`),
            Buffer.alloc(size, 'a'),
            Buffer.from('\r\n'),
          ]),
        )
      })
      // Who goes on pouring may find the connection cut before they read why.
      for (const { status } of [told, poured]) assert.ok([413, 0].includes(status), String(status))
      assert.ok(told.sent < 100 * MEGABYTE)
      assert.ok(memoryOf(demo) - before < 150 * MEGABYTE)
      assert.ok((await anna.adapter.context()).account)
    })
  }

  it('lets nobody out of a folder, nor into an id, by the way that a path is written', async () => {
    const tricks = [
      '/lib/../package.json',
      '/lib/..%2fpackage.json',
      '/lib/%2e%2e/package.json',
      '/lib/..%5cpackage.json',
      '/lib/....//package.json',
      '/lib/%252e%252e/package.json',
      '/lib//etc/passwd',
      '/lib/%00',
      '/lib/package.json%00.html',
      '/assets/..%2f..%2fserver/main.js',
      '/embed/..%2fdata/nordhost.db',
      '/stories/..%2f..%2f..%2fSECURITY.md',
      '/another/..%2fserver/keys.ts',
      '/api/../desk/api/key',
      '/api/..%2fdesk%2fapi%2fkey',
      '/api/interventions/..%2f..%2fdesk',
      '/api//context/..',
      '/api/files/..',
      '/api/files/%2e%2e',
      '/api/interventions/48210%00',
      '/api/interventions/48210;x',
      '/api/interventions/%F0%28',
      '/API/context',
    ]
    for (const path of tricks) {
      const { status, text } = await rawly(demo.port, socket => {
        const lines = [`GET ${path} HTTP/1.1`, `host: localhost:${String(demo.port)}`, `cookie: ${cookie}`]
        socket.write([...lines, 'connection: close', '\r\n'].join('\r\n'))
      })
      assert.ok([400, 403, 404].includes(status), `${path}: ${String(status)}`)
      assert.ok(!/AGE-SECRET|root:|"name": "os-intervention"|SQLite/.test(text), path)
    }
  })

  it('answers no method but those that it has', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'PROPFIND']) {
      for (const path of ['/api/context', '/api/interventions', '/desk/api/requests', '/portal/session']) {
        const answer = await anna.ask(path, { method, headers: { 'os-intervention-csrf': '1' } })
        assert.ok(answer.status >= 400 || method === 'HEAD', `${method} ${path}: ${String(answer.status)}`)
        assert.equal(answer.headers.get('access-control-allow-origin'), null)
        assert.equal(await answer.text().then(text => text.includes('Kowalska')), false)
      }
    }
  })

  it('takes a write from its own pages alone, whatever a page calls itself', async () => {
    const origins = [
      'https://evil.example',
      'null',
      `${demo.url}.evil.example`,
      `${demo.url}@evil.example`,
      demo.url.replace('http', 'https'),
      'http://localhost',
      `http://localhost:${String(demo.port + 1)}`,
      `http://LOCALHOST:${String(demo.port)}`,
      `${demo.url}/`,
    ]
    for (const origin of origins)
      for (const path of ['/api/interventions', '/api/quotes', '/another/api/interventions']) {
        const headers = { origin, 'os-intervention-csrf': '1', 'idempotency-key': newKey() }
        const { status } = await anna.ask(path, { method: 'POST', headers, body: new FormData() })
        assert.equal(status, 403, `${origin} ${path}`)
      }
    const read = await rawly(demo.port, socket => {
      const lines = ['GET /api/context HTTP/1.1', `host: localhost:${String(demo.port)}`, `cookie: ${cookie}`]
      socket.write([...lines, 'sec-fetch-site: cross-site', 'connection: close', '\r\n'].join('\r\n'))
    })
    assert.equal(read.status, 403)
  })

  it('hands a file out to be saved, never to be run, whatever it is called', async () => {
    const key = newKey()
    const files = [
      new File(['<script>alert(1)</script>'], 'a\r\nSet-Cookie: x=1".html', { type: 'text/html' }),
      new File(['<svg onload=alert(1)>'], '../../x.svg', { type: 'image/svg+xml' }),
      new File(['plain'], '\u202egnp.exe', { type: 'text/plain; charset=x' }),
    ]
    const filed = await anna.adapter.submit(await filingFor('anna', key, { files }), { key })
    const { items } = await anna.adapter.entries(filed.intervention.id)
    const refs = items.flatMap(({ fact }) => (fact.kind === 'message' ? fact.files : []))
    assert.equal(refs.length, files.length)
    for (const { id } of refs) {
      const answer = await anna.ask(`/api/files/${id}`)
      const { headers } = answer
      assert.equal(headers.get('content-type'), 'application/octet-stream')
      assert.match(headers.get('content-disposition') ?? '', /^attachment/)
      assert.equal(headers.get('x-content-type-options'), 'nosniff')
      assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'.*sandbox/)
      assert.equal(headers.get('set-cookie'), null)
      assert.equal(headers.get('cache-control'), 'no-store')
    }
  })

  it('puts its safe headers on every answer, its refusals too', async () => {
    for (const [path, method] of [
      ['/api/context', 'GET'],
      ['/api/context', 'PUT'],
      ['/api/nowhere', 'GET'],
      ['/portal/session', 'GET'],
      ['/portal/session', 'POST'],
      ['/desk/api/key', 'GET'],
      ['/nowhere', 'DELETE'],
    ] as const) {
      const { headers } = await fetch(demo.url + path, { method })
      assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/, path)
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path)
      assert.ok(headers.get('referrer-policy'), path)
      assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin', path)
      assert.equal(headers.get('x-powered-by'), null)
      assert.equal(headers.get('server'), null)
    }
  })

  it('S13: writes nothing of a request into its log, not even of one that fails', async () => {
    const canary = `canary-${newKey()}`
    const key = newKey()
    const sealed = await sealedFor(anna.adapter, key, canary)
    await anna.adapter.submit(await filingFor('anna', key, { access: { kind: 'account', sealed } }), { key })
    const headers = { 'os-intervention-csrf': '1', 'idempotency-key': canary }
    for (const body of [canary, JSON.stringify({ [canary]: canary })])
      await anna.ask(`/api/interventions/${canary}/replies?${canary}`, { method: 'POST', headers, body })
    await fetch(`${demo.url}/portal/session`, { method: 'POST', headers: json, body: `{"as":"${canary}"` })
    await anna.ask(`/desk/api/requests/${canary}/facts`, {
      ...{ method: 'POST', headers: { ...json, 'x-nordhost-desk': '1' }, body: canary },
    })
    assert.equal(demo.printed().split('\n').filter(Boolean).length, 1, demo.printed())
    assert.ok(!demo.printed().includes(canary))
  })

  it('tells whoever asks without end to wait, how long, and nobody else', async () => {
    const maria = await signIn(demo.url, 'maria')
    const answers = await Promise.all(
      Array.from({ length: 160 }, () =>
        maria.ask('/api/vat-checks', {
          ...{
            method: 'POST',
            headers: { ...json, 'os-intervention-csrf': '1' },
            body: '{"id":"PL5260001246"}',
          },
        }),
      ),
    )
    const refused = answers.filter(({ status }) => status === 429)
    assert.equal(answers.filter(({ status }) => status === 200).length + refused.length, answers.length)
    assert.ok(refused.length >= 20 && refused.length <= 60, String(refused.length))
    for (const { headers } of refused) assert.match(headers.get('retry-after') ?? '', /^[1-9]\d?$/)
    assert.deepEqual(Object.keys(JSON.parse((await refused[0]?.text()) ?? '{}')).sort(), [
      'code',
      'retryAfterMs',
    ])
    assert.equal(await anna.adapter.checkVatId?.('PL5260001246'), 'unavailable')
  })

  if (!isFull) return

  it('hangs up on whoever sends their headers drop by drop', async () => {
    const slow = await Promise.all(
      Array.from({ length: 200 }, () =>
        rawly(demo.port, socket => {
          socket.write(`POST /api/interventions HTTP/1.1\r\nhost: localhost:${String(demo.port)}\r\n`)
          const drop = setInterval(() => socket.write('x-a: b\r\n'), 1_000)
          socket.on('close', () => clearInterval(drop))
        }),
      ),
    )
    const longest = Math.max(...slow.map(({ lasted }) => lasted))
    console.log(`200 slow heads: hung up on after at most ${(longest / 1_000).toFixed(1)} s`)
    for (const { status } of slow) assert.ok([0, 408].includes(status))
    assert.ok(longest < 20_000)
  })

  it('hangs up on whoever sends a body drop by drop', async () => {
    const slow = Promise.all(
      Array.from({ length: 200 }, () =>
        rawly(demo.port, socket => {
          socket.write(head('/api/interventions', { ...form, 'content-length': '20000' }))
          const drop = setInterval(() => socket.write('a'), 1_000)
          socket.on('close', () => clearInterval(drop))
        }),
      ),
    )
    // Meanwhile everybody else is served.
    await new Promise(resolve => setTimeout(resolve, 5_000))
    const from = performance.now()
    assert.ok((await anna.adapter.list({})).items.length > 0)
    const served = performance.now() - from
    const longest = Math.max(...(await slow).map(({ lasted }) => lasted))
    console.log(
      `200 slow bodies: hung up on after at most ${(longest / 1_000).toFixed(1)} s; a list meanwhile took ${served.toFixed(0)} ms`,
    )
    assert.ok(longest < 75_000)
    assert.ok(served < 2_000)
  })
})

describe('a limit on how often', () => {
  it('lets a burst through, then so many a second, and says how long to wait', () => {
    let now = 0
    const limit = rateLimit({ burst: 3, perSecond: 2 }, () => now)
    assert.deepEqual(
      [1, 2, 3].map(() => limit.take('a')),
      [0, 0, 0],
    )
    assert.equal(limit.take('a'), 500)
    assert.equal(limit.take('b'), 0)
    now += 500
    assert.deepEqual([limit.take('a'), limit.take('a')], [0, 500])
    now += 60_000
    assert.deepEqual(
      [1, 2, 3, 4].map(() => limit.take('a')),
      [0, 0, 0, 500],
    )
  })
})
