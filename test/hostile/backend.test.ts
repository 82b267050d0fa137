import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { filingFor, newKey, sealedFor, signIn } from '../server/customer.js'
import type { SignedIn } from '../server/customer.js'
import { dataFolder, startDemo } from '../server/demo-process.js'
import type { Demo } from '../server/demo-process.js'
import { rawly } from './raw.js'

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

  const json = { 'content-type': 'application/json' }

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

  it('keeps no page and no program, whatever it is called', async () => {
    for (const file of [
      new File(['<script>alert(1)</script>'], 'invoice.pdf', { type: 'application/pdf' }),
      new File(['<svg onload=alert(1)>'], 'x.png', { type: 'image/png' }),
      new File([new Uint8Array([0x4d, 0x5a, 0x90, 0])], 'log.txt', { type: 'text/plain' }),
    ]) {
      const key = newKey()
      const filing = await filingFor('anna', key, { files: [file] })
      await assert.rejects(anna.adapter.submit(filing, { key }), { code: 'invalid' }, file.name)
      assert.equal(await anna.adapter.find?.(key), null)
    }
  })

  it('hands a file out to be saved, never to be run, whatever it is called', async () => {
    const key = newKey()
    const files = [
      new File(['alert(1)'], 'a\r\nSet-Cookie: x=1".html', { type: 'text/html' }),
      new File(['onload'], '../../x.svg', { type: 'image/svg+xml' }),
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
})
