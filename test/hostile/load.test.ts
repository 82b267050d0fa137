import assert from 'node:assert/strict'
import { request } from 'node:http'
import type { ClientRequest, IncomingMessage } from 'node:http'
import { after, before, describe, it } from 'node:test'
import { AdapterFault, signAuthorization } from '../../src/index.js'
import { filingFor, newKey, withCookie } from '../server/customer.js'
import type { SignedIn } from '../server/customer.js'
import { dataFolder, startDemo } from '../server/demo-process.js'
import type { Demo } from '../server/demo-process.js'
import { CROWD, nameIn } from './crowd.js'
import { isFull } from './how-much.js'
import { memoryOf } from './memory-of.js'

const STREAMS = isFull ? 500 : 100
const PER_SECOND = 50
const SECONDS = isFull ? 60 : 1

/** An account may have twenty open at once. */
const MOST = 20
const TOO_MANY = 25

interface Stream {
  readonly asked: ClientRequest
  readonly status: number | undefined
  readonly retryAfter: string | undefined
  told: number
}

describe('the reference backend under load', () => {
  const data = dataFolder()
  let demo: Demo
  let cookies: readonly string[]
  let people: readonly SignedIn[]

  before(async () => {
    demo = await startDemo(data.path, { preload: 'test/hostile/crowd.ts' })
    cookies = await Promise.all(
      Array.from({ length: CROWD }, async (_, index) => {
        const answer = await fetch(`${demo.url}/portal/session`, {
          ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
          body: JSON.stringify({ as: nameIn(index) }),
        })
        assert.equal(answer.status, 204)
        return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
      }),
    )
    people = cookies.map(cookie => withCookie(demo.url, cookie))
  })
  after(async () => {
    await demo.stop()
    data.remove()
  })

  /** By node's own client: `fetch` would keep a pool. */
  function listen(id: string, cookie: string): Promise<Stream> {
    return new Promise((resolve, reject) => {
      const asked = request(
        { host: '127.0.0.1', port: demo.port, path: `/api/interventions/${id}/events`, agent: false },
        (answer: IncomingMessage) => {
          const stream: Stream = {
            asked,
            status: answer.statusCode,
            retryAfter: answer.headers['retry-after'],
            told: 0,
          }
          answer.setEncoding('utf8').on('data', (heard: string) => {
            stream.told += heard.split('data:').length - 1
          })
          answer.on('error', () => undefined)
          resolve(stream)
        },
      )
      asked.setHeader('host', `localhost:${String(demo.port)}`)
      asked.setHeader('cookie', cookie)
      asked.on('error', reject)
      asked.end()
    })
  }

  async function file(index: number, key = newKey()): Promise<string> {
    const { adapter } = people[index % CROWD] ?? assert.fail('nobody')
    const { authorization, ...filing } = await filingFor('anna', key)
    const { record } = authorization
    const signer = { ...record.signer, account: `${nameIn(index % CROWD)}@example.com` }
    const signed = await signAuthorization({ ...record, signer })
    return (await adapter.submit({ ...filing, authorization: signed }, { key })).intervention.id
  }

  it(`keeps ${String(STREAMS)} streams open and takes ${String(PER_SECOND)} requests a second: none is lost`, async () => {
    const tickets = await Promise.all(Array.from({ length: CROWD }, (_, index) => file(index)))
    const before = memoryOf(demo)
    const streams = await Promise.all(
      Array.from({ length: STREAMS }, (_, index) =>
        listen(tickets[index % CROWD] ?? '', cookies[index % CROWD] ?? ''),
      ),
    )
    assert.ok(streams.every(({ status }) => status === 200))

    const waiting: Promise<void>[] = []
    const filed: [who: number, key: string, id: string][] = []
    const refused: string[] = []
    const times: number[] = []
    const from = performance.now()
    for (let count = 0; count < PER_SECOND * SECONDS; count += 1) {
      const due = from + (count * 1_000) / PER_SECOND
      const pause = due - performance.now()
      if (pause > 0) await new Promise(resolve => setTimeout(resolve, pause))
      const key = newKey()
      const began = performance.now()
      waiting.push(
        file(count, key).then(
          id => {
            times.push(performance.now() - began)
            filed.push([count % CROWD, key, id])
          },
          (error: unknown) => {
            refused.push(error instanceof AdapterFault ? error.code : String(error))
          },
        ),
      )
    }
    await Promise.all(waiting)
    const lasted = (performance.now() - from) / 1_000
    const grown = (memoryOf(demo) - before) / 1e6

    let lost = 0
    // Every tenth, so that the looking isn't a load of its own.
    for (const [who, key, id] of filed.filter((_, index) => index % (isFull ? 10 : 1) === 0)) {
      const found = await people[who]?.adapter.find?.(key)
      if (found?.intervention.id !== id) lost += 1
    }
    const numbers = new Set(filed.map(([, , id]) => id))
    times.sort((one, other) => one - other)
    console.log(
      `${String(STREAMS)} streams and ${String(filed.length)} requests in ${lasted.toFixed(1)} s: ${String(lost)} lost, ` +
        `${String(refused.length)} refused, half within ${String(Math.round(times[times.length >> 1] ?? 0))} ms, ` +
        `the slowest ${String(Math.round(times.at(-1) ?? 0))} ms; ${grown.toFixed(0)} MB of memory more`,
    )
    assert.deepEqual(
      refused.filter(code => code !== 'rate-limited'),
      [],
    )
    assert.equal(filed.length + refused.length, PER_SECOND * SECONDS)
    assert.equal(numbers.size, filed.length)
    assert.equal(lost, 0)
    assert.ok(grown < 300, `${String(grown)} MB`)

    // Each is still heard of: a reply is told to all who listen.
    const [ticket = ''] = tickets
    await people[0]?.adapter.reply(ticket, { text: 'Hello' }, { key: newKey() })
    const listeners = streams.filter((_, index) => index % CROWD === 0)
    for (let turn = 0; turn < 100 && listeners.some(({ told }) => told < 2); turn += 1)
      await new Promise(resolve => setTimeout(resolve, 50))
    assert.ok(listeners.every(({ told }) => told >= 2))

    const more = await Promise.all(
      Array.from({ length: TOO_MANY }, () => listen(tickets[1] ?? '', cookies[1] ?? '')),
    )
    const turnedAway = more.filter(({ status }) => status === 429)
    const open = streams.filter((_, index) => index % CROWD === 1).length
    assert.equal(turnedAway.length, open + TOO_MANY - MOST)
    for (const { retryAfter } of turnedAway) assert.match(retryAfter ?? '', /^\d+$/)
    for (const { asked } of [...streams, ...more]) asked.destroy()
    // A place that was left can be taken again.
    await new Promise(resolve => setTimeout(resolve, 500))
    const again = await listen(tickets[1] ?? '', cookies[1] ?? '')
    assert.equal(again.status, 200)
    again.asked.destroy()
  })
})
