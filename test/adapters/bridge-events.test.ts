import assert from 'node:assert/strict'
import { afterEach, describe, it, mock } from 'node:test'
import type { InterventionAdapter } from '../../src/adapter/adapter.js'
import type { BridgeOptions, BridgeSession } from '../../src/adapter/bridge.js'
import { sampleFor } from '../../src/adapter/conformance-filing.js'
import { memoryAdapter } from '../../src/adapter/memory.js'
import { testAccount } from '../../src/adapter/memory-context.js'
import type { Fact } from '../../src/index.js'
import { bridgeFor, PORTAL } from '../support/wired.js'

const question: Fact = { kind: 'question', text: 'Which disk?', format: 'text', files: [] }

/** Streams that a test has opened, to be ended with it. */
const open: AbortController[] = []
afterEach(() => {
  for (const control of open.splice(0)) control.abort()
  mock.timers.reset()
  mock.restoreAll()
})

function ask(headers: Readonly<Record<string, string>> = {}, id = '10001') {
  const control = new AbortController()
  open.push(control)
  const request = new Request(`${PORTAL}/api/interventions/${id}/events`, { headers, signal: control.signal })
  return { control, request }
}

/** A bridge on a system with one ticket. */
async function system(
  methods: (memory: InterventionAdapter) => Partial<InterventionAdapter> = () => ({}),
  options: Partial<BridgeOptions<BridgeSession>> = {},
) {
  const memory = memoryAdapter()
  const { key, filing } = await sampleFor(memory)
  await memory.submit(filing, { key })
  const answer = bridgeFor({ ...memory, ...methods(memory) }, testAccount.id, options)
  return { memory, answer, say: () => memory.staff.say('10001', question) }
}

/** What a stream says, chunk by chunk; `end` where it has ended. */
function chunksOf(response: Response): { next(): Promise<string>; cancel(): Promise<void> } {
  const reader = response.body!.getReader()
  const decoder = new TextDecoder()
  return {
    async next() {
      const { done, value } = await reader.read()
      return done ? 'end' : decoder.decode(value)
    },
    cancel: () => reader.cancel(),
  }
}

async function told(response: Response): Promise<[number, unknown]> {
  return [response.status, await response.json()]
}

describe('the bridge’s stream of events', () => {
  it('stands at once, tells the present version, and then each, percent-encoded', async () => {
    let tell: (version: string) => void = () => undefined
    const { answer } = await system(() => ({ watch: (_id, changed) => void (tell = changed) }))
    const response = await answer(ask().request)
    assert.equal(response.status, 200)
    assert.deepEqual(
      ['content-type', 'cache-control', 'x-accel-buffering', 'os-intervention-protocol'].map(name =>
        response.headers.get(name),
      ),
      ['text/event-stream', 'no-store, no-transform', 'no', '1'],
    )
    const { next } = chunksOf(response)
    assert.equal(await next(), ':\n\n')
    assert.equal(await next(), 'id: 1\ndata: changed\n\n')
    tell('a\n\nid: b')
    assert.equal(await next(), 'id: a%0A%0Aid%3A%20b\ndata: changed\n\n')
  })

  it('tells whoever comes back only what they have not heard', async () => {
    const { answer, say } = await system()
    const { next } = chunksOf(await answer(ask({ 'last-event-id': '1' }).request))
    assert.equal(await next(), ':\n\n')
    say()
    assert.equal(await next(), 'id: 2\ndata: changed\n\n')
    const late = chunksOf(await answer(ask({ 'last-event-id': '1' }).request))
    assert.deepEqual([await late.next(), await late.next()], [':\n\n', 'id: 2\ndata: changed\n\n'])
    const odd = chunksOf(await answer(ask({ 'last-event-id': '%E0%A4%A' }).request))
    assert.deepEqual([await odd.next(), await odd.next()], [':\n\n', 'id: 2\ndata: changed\n\n'])
  })

  it('loses no change that comes while the ticket is asked for', async () => {
    const { answer } = await system(memory => ({
      async get(id, known, call) {
        const found = await memory.get(id, known, call)
        await memory.reply(id, { text: 'meanwhile' }, { key: 'while-it-is-asked' })
        return found
      },
    }))
    const { next } = chunksOf(await answer(ask().request))
    assert.deepEqual([await next(), await next()], [':\n\n', 'id: 2\ndata: changed\n\n'])
  })

  it('tells a slow reader of a thousand changes only the last', async () => {
    const { answer, say } = await system()
    const { next } = chunksOf(await answer(ask().request))
    for (let change = 0; change < 1_000; change += 1) say()
    await new Promise(resolve => setTimeout(resolve, 0))
    assert.equal(await next(), ':\n\n')
    const rest = [await next()]
    if (!rest[0]?.includes('1001')) rest.push(await next())
    assert.equal(rest.at(-1), 'id: 1001\ndata: changed\n\n')
  })

  it('says every fifteen seconds that it is still there, to whoever reads', async () => {
    const { answer } = await system()
    mock.timers.enable({ apis: ['setInterval', 'setTimeout'] })
    const { next } = chunksOf(await answer(ask({ 'last-event-id': '1' }).request))
    await next()
    for (let beat = 0; beat < 3; beat += 1) {
      const coming = next()
      mock.timers.tick(14_999)
      assert.equal(await Promise.race([coming, Promise.resolve('nothing yet')]), 'nothing yet')
      mock.timers.tick(1)
      assert.equal(await coming, ':\n\n')
    }
  })

  it('ends after ten minutes, so that the session is asked for again', async () => {
    const { answer } = await system()
    mock.timers.enable({ apis: ['setInterval', 'setTimeout'] })
    const { next } = chunksOf(await answer(ask({ 'last-event-id': '1' }).request))
    await next()
    mock.timers.tick(600_000)
    assert.equal(await next(), ':\n\n')
    assert.equal(await next(), 'end')
  })

  for (const [how, leave] of [
    [
      'aborts',
      ({ control }) => {
        control.abort()
      },
    ],
    [
      'closes the connection',
      ({ cancel }) => {
        void cancel()
      },
    ],
  ] as const satisfies [string, (way: { control: AbortController; cancel: () => Promise<void> }) => void][])
    it(`is over as soon as its reader ${how}, and the system is told`, async () => {
      let signal: AbortSignal | undefined
      const { answer } = await system(() => ({ watch: (_id, _changed, call) => void ({ signal } = call) }))
      mock.timers.enable({ apis: ['setInterval', 'setTimeout'] })
      const { control, request } = ask()
      const { next, cancel } = chunksOf(await answer(request))
      await next()
      leave({ control, cancel })
      assert.equal(signal?.aborted, true)
      // A heartbeat that was still to come would be written to a stream that is closed.
      mock.timers.tick(60_000)
    })
})

describe('the bridge opens no stream', () => {
  it('of a system that can’t watch', async () => {
    const { answer } = await system(() => ({}))
    const { watch: _, ...deaf } = memoryAdapter()
    assert.equal((await answer(ask().request)).status, 200)
    assert.deepEqual(await told(await bridgeFor(deaf, testAccount.id)(ask().request)), [
      501,
      { code: 'unsupported' },
    ])
  })

  it('of another customer’s ticket, or one that is not there, and listens to neither', async () => {
    const { memory } = await system()
    const listened: AbortSignal[] = []
    const stranger = bridgeFor(
      {
        ...memory.as({ ...testAccount, id: 'C-2' }),
        watch: (_id, _changed, { signal }) => void listened.push(signal),
      },
      'C-2',
    )
    for (const id of ['10001', '10002'])
      assert.deepEqual(await told(await stranger(ask({}, id).request)), [404, { code: 'not-found' }])
    assert.ok(listened.every(({ aborted }) => aborted))
  })

  it('for whoever isn’t signed in, and for another site’s page', async () => {
    const { answer } = await system(() => ({}), { session: () => null })
    assert.equal((await answer(ask().request)).status, 401)
    const { answer: own } = await system()
    assert.equal((await own(ask({ origin: 'https://evil.example' }).request)).status, 403)
    assert.equal((await own(ask({ 'sec-fetch-site': 'cross-site' }).request)).status, 403)
  })

  it('that is the twenty-first of an account, until one of them ends', async () => {
    const { answer } = await system()
    const streams = []
    for (let count = 0; count < 20; count += 1) {
      const { control, request } = ask()
      streams.push({ control, response: await answer(request) })
    }
    const refused = await answer(ask().request)
    assert.deepEqual(await told(refused), [429, { code: 'rate-limited', retryAfterMs: 30_000 }])
    assert.equal(refused.headers.get('retry-after'), '30')
    streams[7]?.control.abort()
    await streams[3]?.response.body?.cancel()
    assert.deepEqual([(await answer(ask().request)).status, (await answer(ask().request)).status], [200, 200])
    assert.equal((await answer(ask().request)).status, 429)
  })

  it('and counts none for longer than it lasts, though a runtime that ended has never told of its end', async () => {
    const { answer } = await system()
    let now = 1_000
    mock.method(performance, 'now', () => now)
    const forget = mock.method(globalThis, 'setTimeout', () => undefined)
    for (let count = 0; count < 20; count += 1) assert.equal((await answer(ask().request)).status, 200)
    forget.mock.restore()
    now += 599_999
    assert.equal((await answer(ask().request)).status, 429)
    now += 1
    assert.equal((await answer(ask().request)).status, 200)
  })

  it('and counts none that it refused', async () => {
    const { answer } = await system()
    for (let count = 0; count < 30; count += 1)
      assert.equal((await answer(ask({}, '10002').request)).status, 404)
    assert.equal((await answer(ask().request)).status, 200)
  })

  it('for a request that is aborted meanwhile', async () => {
    const { control, request } = ask()
    let listening: AbortSignal | undefined
    const { answer } = await system(memory => ({
      watch: (_id, _changed, { signal }) => void (listening = signal),
      get(id, known, call) {
        control.abort()
        return memory.get(id, known, call)
      },
    }))
    assert.equal((await answer(request)).status, 503)
    assert.equal(listening?.aborted, true)
  })
})
