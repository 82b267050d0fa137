import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { rateLimit } from '../../demo/server/rate.js'
import { filingFor, newKey, signIn } from '../server/customer.js'
import type { SignedIn } from '../server/customer.js'
import { dataFolder, startDemo } from '../server/demo-process.js'
import type { Demo } from '../server/demo-process.js'
import { isFull } from './how-much.js'
import { memoryOf } from './memory-of.js'
import { pour, rawly } from './raw.js'

const MEGABYTE = 1_000_000

describe('the reference backend, abused,', () => {
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

  it('tells whoever asks without end to wait, how long, and nobody else', async () => {
    const maria = await signIn(demo.url, 'maria')
    const from = performance.now()
    // A busy machine may leave a connection alone for so long that the server hangs up.
    const ends = await Promise.allSettled(
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
    const seconds = (performance.now() - from) / 1_000
    const answers = ends.flatMap(end => (end.status === 'fulfilled' ? [end.value] : []))
    const refused = answers.filter(({ status }) => status === 429)
    assert.equal(answers.filter(({ status }) => status === 200).length + refused.length, answers.length)
    // A hundred at once, and ten more a second.
    assert.ok(refused.length >= answers.length - 101 - 10 * seconds, String(refused.length))
    assert.ok(refused.length <= 60, String(refused.length))
    for (const { headers } of refused) assert.match(headers.get('retry-after') ?? '', /^[1-9]\d?$/)
    for (const answer of refused.slice(0, 1))
      assert.deepEqual(Object.keys(await answer.json()).sort(), ['code', 'retryAfterMs'])
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
    const key = newKey()
    await anna.adapter.submit(await filingFor('anna', key), { key })
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
