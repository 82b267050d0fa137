import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { AdapterFault } from '../../src/adapter/fault.js'
import { sharedWrites } from '../../src/adapter/shared-writes.js'
import { now, processes, slow, told, writing } from './hosts/two-processes.js'

const unsure = () => Promise.reject(new AdapterFault('unavailable', { uncertain: true }))

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
