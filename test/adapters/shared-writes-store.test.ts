import assert from 'node:assert/strict'
import { describe, it, mock } from 'node:test'
import { memoryKeyStore } from '../../src/adapter/key-store.js'
import { sharedWrites } from '../../src/adapter/shared-writes.js'
import { processes, slow, told, writing } from './hosts/two-processes.js'

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

  it('takes no key from a process whose renewal it kept, and never said so', async () => {
    const kept = memoryKeyStore()
    let lost = true
    const { clock, one, other, begin } = processes({
      ...kept,
      async replace(before, key) {
        const isKept = await kept.replace(before, key)
        if (lost) throw new Error('no route')
        return isKept
      },
    })
    const { run, runs } = slow()
    const first = await begin(one, writing({ run }))
    await clock.pass(30_000)
    lost = false
    await clock.pass(120_000)
    const second = await begin(other, writing({ run }))
    const refused = told(second.answer)
    await clock.pass(21_000)
    assert.equal(await refused, 'unavailable')
    runs[0]!.end('ticket')
    assert.equal(await first.answer, 'ticket')
    assert.equal(await other(writing({ run })), 'kept "ticket"')
  })

  it('takes no answer from a write that was carried out', async () => {
    const { clock, store, one } = processes()
    const broken = sharedWrites({ ...store, replace: gone, drop: gone, forget: gone }, clock)
    assert.equal(await broken(writing()), 'run')
    await clock.pass(60_000)
    assert.equal(await one(writing({ run: async () => 'found by the system' })), 'found by the system')
  })
})
