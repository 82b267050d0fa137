import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { AdapterFault } from '../../src/adapter/fault.js'
import { ticketWatch, type TicketWatch } from '../../src/adapter/ticket-watch.js'

const pace = 40

/** A ticket system whose ticket is at a version, and how often it was asked. */
function system() {
  const state = { version: '1', asked: 0, fails: false }
  const asking = {
    pace,
    versionOf: async (known: string | undefined) => {
      state.asked += 1
      await wait(1)
      if (state.fails) throw new AdapterFault('unavailable')
      return known === state.version ? null : state.version
    },
  }
  return { state, asking }
}

type System = ReturnType<typeof system>

function watcher(watch: TicketWatch, { asking }: System, who = 'anna', id = '7') {
  const told: string[] = []
  const leaving = new AbortController()
  watch.watch(who, id, asking, version => told.push(version), leaving.signal)
  return { told, leave: () => leaving.abort() }
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; !isSo() && tries < 500; tries += 1) await wait(10)
  assert.ok(isSo(), 'in vain')
}

describe('Whoever watches a ticket by asking', () => {
  it('asks no more often for two hundred than for one, and all are told', async () => {
    const [many, one] = [system(), system()]
    const crowd = ticketWatch()
    const all = Array.from({ length: 200 }, () => watcher(crowd, many))
    const alone = watcher(ticketWatch(), one)
    await wait(10 * pace)
    const [asked, askedForOne] = [many.state.asked, one.state.asked]
    many.state.version = '2'
    await until(() => all.every(({ told }) => told.at(-1) === '2'))
    assert.ok(all.every(({ told }) => told.join() === '1,2'))
    assert.ok(asked <= askedForOne + 3, `${asked} times for 200, ${askedForOne} for one`)
    assert.ok(askedForOne >= 3)
    for (const { leave } of [...all, alone]) leave()
  })

  it('tells whoever comes later at once, and asks no more once all have left', async () => {
    const there = system()
    const watch = ticketWatch()
    const first = watcher(watch, there)
    await until(() => first.told.length === 1)
    const second = watcher(watch, there)
    assert.deepEqual(second.told, ['1'])
    first.leave()
    there.state.version = '2'
    await until(() => second.told.length === 2)
    assert.deepEqual(first.told, ['1'])
    second.leave()
    await wait(2 * pace)
    const { asked } = there.state
    await wait(4 * pace)
    assert.equal(there.state.asked, asked)
    const again = watcher(watch, there)
    await until(() => again.told.join() === '2')
    again.leave()
  })

  it('asks at once after a write, for this ticket alone, as each of its customers', async () => {
    const slow = { ...system(), other: system() }
    const never = { ...slow, asking: { ...slow.asking, pace: 60_000 } }
    const watch = ticketWatch()
    const [anna, jan] = [watcher(watch, never, 'anna'), watcher(watch, never, 'jan')]
    const elsewhere = watcher(
      watch,
      { ...slow.other, asking: { ...slow.other.asking, pace: 60_000 } },
      'anna',
      '8',
    )
    await until(() => [anna, jan, elsewhere].every(({ told }) => told.length === 1))
    assert.equal(slow.state.asked, 2)
    slow.state.version = '2'
    watch.hurry('7')
    await until(() => anna.told.at(-1) === '2' && jan.told.at(-1) === '2')
    assert.equal(slow.other.state.asked, 1)
    for (const { leave } of [anna, jan, elsewhere]) leave()
  })

  it('isn’t stopped by a failure, nor by another who can’t listen', async () => {
    const there = system()
    const watch = ticketWatch()
    const fail = () => {
      throw new Error('mine')
    }
    const leaving = new AbortController()
    watch.watch('anna', '7', there.asking, fail, leaving.signal)
    const sound = watcher(watch, there)
    await until(() => sound.told.length === 1)
    there.state.fails = true
    await wait(2 * pace)
    there.state.fails = false
    there.state.version = '2'
    await until(() => sound.told.at(-1) === '2')
    leaving.abort()
    sound.leave()
  })

  it('asks no more for what isn’t there', async () => {
    let asked = 0
    const versionOf = () => {
      asked += 1
      return Promise.reject(new AdapterFault('not-found'))
    }
    const leaving = new AbortController()
    ticketWatch().watch('anna', '7', { versionOf, pace }, () => undefined, leaving.signal)
    await wait(5 * pace)
    assert.equal(asked, 1)
    leaving.abort()
  })
})
