import assert from 'node:assert/strict'
import { describe, it, mock } from 'node:test'
import { AdapterFault } from '../../src/adapter/fault.js'
import { memoryKeyStore, type KeyStore } from '../../src/adapter/key-store.js'
import { sharedWrites, type RunShared, type SharedWrite } from '../../src/adapter/shared-writes.js'
import { fakeClock } from '../support/fake-clock.js'

const digest = 'd'.repeat(64)
const unsure = () => Promise.reject(new AdapterFault('unavailable', { uncertain: true }))

/** A write that says what happened to it: `run`, `find`, or what was kept. */
function writing(over: Partial<SharedWrite<string>> = {}): SharedWrite<string> {
  return {
    name: ['submit', 'C-1', 'key'],
    digest,
    isSafe: true,
    run: async () => 'run',
    outcomeOf: value => JSON.stringify(value),
    recall: async outcome => `kept ${outcome}`,
    ...over,
  }
}

/** A run that is over when the test says so. */
function slow() {
  const runs: { readonly end: (value: string) => void; readonly fail: (error: unknown) => void }[] = []
  const run = () => new Promise<string>((end, fail) => runs.push({ end, fail }))
  return { run, runs }
}

/**
 * Two processes with one store. `begin` lets a write come as far as the store, which real time passes for; `die` is a
 * process that takes the key and is never heard of again.
 */
function processes(kept: KeyStore = memoryKeyStore()) {
  const clock = fakeClock()
  let asked = 0
  const store: KeyStore = {
    ...kept,
    take(key) {
      asked += 1
      return kept.take(key)
    },
  }
  const begin = async (process: RunShared, write: SharedWrite<string>) => {
    const before = asked
    const answer = process(write)
    while (asked === before) await new Promise(setImmediate)
    await clock.pass(0)
    return { answer }
  }
  const die = async (write = writing()) => {
    const dead = sharedWrites(store, { ...fakeClock(), now: clock.now })
    await begin(dead, { ...write, run: () => new Promise<never>(() => undefined) })
  }
  return { clock, store, one: sharedWrites(store, clock), other: sharedWrites(store, clock), begin, die }
}

/** What a promise has come to, or the code that it failed with. */
function told<T>(promise: Promise<T>): Promise<unknown> {
  return promise.catch((error: unknown) => (error instanceof AdapterFault ? error.code : error))
}

/** The same by now, or `waits`. */
async function now<T>(promise: Promise<T>): Promise<unknown> {
  return Promise.race([told(promise), new Promise(resolve => setTimeout(() => resolve('waits'), 20))])
}

describe('a write that another process has begun', () => {
  it('is waited for, and answered from what it came to', async () => {
    const { clock, one, other, begin } = processes()
    const { run, runs } = slow()
    const first = await begin(one, writing({ run }))
    const second = await begin(other, writing({ run }))
    await clock.pass(1_000)
    assert.equal(await now(second.answer), 'waits')
    runs[0]!.end('ticket')
    assert.equal(await first.answer, 'ticket')
    await clock.pass(250)
    assert.equal(await second.answer, 'kept "ticket"')
    assert.equal(await other(writing({ run })), 'kept "ticket"')
    assert.equal(runs.length, 1)
  })

  it('is no other write: that is a conflict, while it runs and for two days after', async () => {
    const { clock, one, other, begin } = processes()
    const { run, runs } = slow()
    const first = await begin(one, writing({ run }))
    const different = writing({ digest: 'e'.repeat(64) })
    await assert.rejects(other(different), { code: 'conflict' })
    runs[0]!.end('ticket')
    await first.answer
    await clock.pass(172_800_000)
    await assert.rejects(other(different), { code: 'conflict' })
    await clock.pass(3_600_000)
    assert.equal(await other(writing({ name: ['submit', 'C-1', 'later'] })), 'run')
    assert.equal(await one(different), 'run')
  })

  it('is another account’s, or no reply, under the same key', async () => {
    const { one, other, begin } = processes()
    await begin(one, writing({ run: slow().run }))
    assert.equal(await other(writing({ name: ['submit', 'C-2', 'key'] })), 'run')
    assert.equal(await other(writing({ name: ['reply', 'C-1', 'key'] })), 'run')
  })

  it('is tried again at once where it failed and left nothing', async () => {
    for (const isSafe of [true, false]) {
      const { one, other } = processes()
      const refused = writing({ isSafe, run: () => Promise.reject(new AdapterFault('invalid')) })
      await assert.rejects(one(refused), { code: 'invalid' })
      assert.equal(await other(writing({ isSafe, digest: 'e'.repeat(64) })), 'run')
    }
  })

  it('is waited for twenty seconds, then the browser is told when to come again', async () => {
    const { clock, one, other, begin } = processes()
    await begin(one, writing({ run: slow().run }))
    const second = await begin(other, writing())
    const refused = assert.rejects(second.answer, {
      code: 'unavailable',
      uncertain: true,
      retryAfterMs: 60_000,
    })
    await clock.pass(19_000)
    assert.equal(await now(second.answer), 'waits')
    await clock.pass(2_000)
    await refused
  })

  it('is left to its process for as long as that lives', async () => {
    const { clock, one, other, begin } = processes()
    const { run, runs } = slow()
    const first = await begin(one, writing({ run }))
    for (let minute = 0; minute < 3; minute += 1) {
      await clock.pass(60_000)
      const second = await begin(other, writing({ run }))
      const refused = told(second.answer)
      await clock.pass(21_000)
      assert.equal(await refused, 'unavailable')
    }
    assert.equal(runs.length, 1)
    runs[0]!.end('ticket')
    assert.equal(await first.answer, 'ticket')
    assert.equal(await other(writing()), 'kept "ticket"')
  })
})

describe('a write whose process died', () => {
  it('is carried out by the next a minute later, where the system is safe', async () => {
    const { clock, other, begin, die } = processes()
    await die()
    await clock.pass(45_000)
    const second = await begin(other, writing())
    await clock.pass(14_000)
    assert.equal(await now(second.answer), 'waits')
    await clock.pass(1_500)
    assert.equal(await second.answer, 'run')
  })

  it('is carried out by one of twenty', async () => {
    const { clock, store, begin, die } = processes()
    await die()
    await clock.pass(60_000)
    const { run, runs } = slow()
    const all = []
    for (let count = 0; count < 20; count += 1)
      all.push(await begin(sharedWrites(store, clock), writing({ run })))
    assert.equal(runs.length, 1)
    runs[0]!.end('ticket')
    await clock.pass(500)
    const answers = await Promise.all(all.map(({ answer }) => answer))
    assert.deepEqual(new Set(answers), new Set(['ticket', 'kept "ticket"']))
  })

  it('may be another one then: nobody but the system knows what came of the first', async () => {
    const { clock, other, die } = processes()
    await die()
    await clock.pass(60_000)
    assert.equal(await other(writing({ digest: 'e'.repeat(64) })), 'run')
  })

  it('is looked for where the system would make a second ticket, and made only where there is none', async () => {
    const { clock, other, die } = processes()
    const unsafe = { isSafe: false } as const
    await die(writing(unsafe))
    await clock.pass(60_000)
    assert.equal(await other(writing({ ...unsafe, find: async () => 'found' })), 'found')
    const lost = { ...unsafe, name: ['lost'] }
    await die(writing(lost))
    await clock.pass(60_000)
    assert.equal(await other(writing({ ...lost, find: async () => null })), 'run')
  })

  it('stays unknown where nobody can look', async () => {
    const { clock, one, other, die } = processes()
    const unsafe = writing({ isSafe: false })
    await die(unsafe)
    for (let minute = 0; minute < 3; minute += 1) {
      await clock.pass(60_000)
      await assert.rejects(other(unsafe), { code: 'unavailable', uncertain: true })
      await assert.rejects(one(unsafe), { code: 'unavailable', uncertain: true })
    }
    await assert.rejects(other({ ...unsafe, digest: 'e'.repeat(64) }), { code: 'conflict' })
  })
})

describe('a write of which nobody knows what came of it', () => {
  it('is made anew at once where the system is safe', async () => {
    const { one, other } = processes()
    await assert.rejects(one(writing({ run: unsure })), { uncertain: true })
    assert.equal(await other(writing()), 'run')
  })

  it('is looked for elsewhere, and made anew only when a minute has passed', async () => {
    const { clock, one, other } = processes()
    const unsafe = { isSafe: false } as const
    await assert.rejects(one(writing({ ...unsafe, run: unsure })), { uncertain: true })
    const early = other(writing({ ...unsafe, find: async () => null }))
    await assert.rejects(early, { code: 'unavailable', uncertain: true, retryAfterMs: 60_000 })
    assert.equal(await other(writing({ ...unsafe, find: async () => 'found' })), 'found')
    await clock.pass(60_000)
    assert.equal(await other(writing({ ...unsafe, find: async () => null })), 'run')
  })
})

describe('a store that can’t be reached', () => {
  const gone = () => Promise.reject(new Error('no route'))

  it('lets nothing be written', async () => {
    const { run, runs } = slow()
    const { one } = processes({ ...memoryKeyStore(), take: gone })
    await assert.rejects(one(writing({ run })), { message: 'no route' })
    assert.equal(runs.length, 0)
  })

  it('is one that never answers, too: within ten seconds that is known', async () => {
    const time = new AbortController()
    const limits: number[] = []
    mock.method(AbortSignal, 'timeout', (ms: number) => {
      limits.push(ms)
      return time.signal
    })
    const { run, runs } = slow()
    const { one } = processes({ ...memoryKeyStore(), take: () => new Promise(() => undefined) })
    const refused = assert.rejects(one(writing({ run })), { message: 'over' })
    time.abort(new Error('over'))
    await refused
    mock.restoreAll()
    assert.deepEqual([new Set(limits), runs.length], [new Set([10_000]), 0])
  })

  it('takes no answer from a write that was carried out', async () => {
    const { clock, store, one } = processes()
    const broken = sharedWrites({ ...store, replace: gone, drop: gone, forget: gone }, clock)
    assert.equal(await broken(writing()), 'run')
    await clock.pass(60_000)
    assert.equal(await one(writing({ run: async () => 'found by the system' })), 'found by the system')
  })
})
