import { expect } from 'chai'
import {
  AdapterFault,
  TicketFeed,
  type Entry,
  type Intervention,
  type InterventionAdapter,
} from '../../../src/index.js'
import { memoryAdapter, testCapabilities } from '../../../src/testing.js'

/** A ticket system in which time stands still unless it is moved. */
class Bench {
  now = 1_000_000
  entries: Entry[] = []
  version = '1'
  gets = 0
  reads: (string | undefined)[] = []
  fault: AdapterFault | undefined
  watchers = new Set<(version: string) => void>()
  changes = 0
  readonly #timers: { readonly at: number; readonly run: () => void; readonly id: number }[] = []
  #ids = 0
  readonly #real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout }

  constructor() {
    Reflect.set(globalThis, 'setTimeout', (run: () => void, after = 0) => {
      this.#timers.push({ at: this.now + after, run, id: (this.#ids += 1) })
      return this.#ids
    })
    Reflect.set(globalThis, 'clearTimeout', (id: number) => {
      const at = this.#timers.findIndex(timer => timer.id === id)
      if (at >= 0) this.#timers.splice(at, 1)
    })
  }

  restore(): void {
    Object.assign(globalThis, this.#real)
  }

  say(seq: number): void {
    this.entries.push({
      id: `e${seq}`,
      seq,
      rev: 0,
      at: 1,
      by: 'engineer',
      fact: { kind: 'message', text: String(seq), format: 'text', files: [] },
    })
    this.version = `${Number(this.version) + 1}`
  }

  adapter(watch = false): InterventionAdapter {
    return {
      ...memoryAdapter(),
      capabilities: { ...testCapabilities, pollEveryMs: 1_000 },
      get: (_id, known) => {
        this.gets += 1
        if (this.fault) return Promise.reject(this.fault)
        return Promise.resolve(known === this.version ? null : this.ticket())
      },
      entries: (_id, after) => {
        this.reads.push(after)
        const from = after === undefined ? 0 : this.entries.findIndex(({ id }) => id === after) + 1
        return Promise.resolve({ items: this.entries.slice(from) })
      },
      ...(watch && {
        watch: (_id, changed, { signal }) => {
          this.watchers.add(changed)
          signal.addEventListener('abort', () => this.watchers.delete(changed))
        },
      }),
    }
  }

  ticket(): Intervention {
    return {
      id: '1',
      number: '1',
      version: this.version,
      phase: 'received',
      server: { kind: 'ip', value: '192.0.2.1' },
      openedAt: 1,
      changedAt: 1,
      now: this.now + 5_000,
      actions: [],
    }
  }

  feed(watch = false): TicketFeed {
    return new TicketFeed(
      this.adapter(watch),
      '1',
      { onChange: () => (this.changes += 1) },
      {
        now: () => this.now,
        random: () => 0.5,
      },
    )
  }

  async pass(ms: number): Promise<void> {
    const until = this.now + ms
    for (;;) {
      await this.settle()
      const next = this.#timers.filter(({ at }) => at <= until).sort((one, other) => one.at - other.at)[0]
      if (!next) break
      this.#timers.splice(this.#timers.indexOf(next), 1)
      this.now = Math.max(this.now, next.at)
      next.run()
    }
    this.now = until
    await this.settle()
  }

  async settle(): Promise<void> {
    for (let turn = 0; turn < 30; turn++) await Promise.resolve()
  }
}

describe('R19: the feed of a ticket', () => {
  let bench: Bench

  beforeEach(() => {
    bench = new Bench()
    bench.say(1)
  })
  afterEach(() => {
    bench.restore()
  })

  it('asks at the system’s own pace, and reads only what is new', async () => {
    const feed = bench.feed()
    feed.start()
    await bench.pass(3_500)
    expect(bench.gets).to.equal(4)
    expect(bench.reads).to.deep.equal([undefined])
    bench.say(2)
    await bench.pass(1_000)
    expect(bench.reads).to.deep.equal([undefined, 'e1'])
    expect(feed.heard?.timeline.entries.map(({ id }) => id)).to.deep.equal(['e1', 'e2'])
    expect(feed.heard?.clockAhead).to.equal(5_000)
    feed.stop()
    await bench.pass(60_000)
    expect(bench.gets).to.equal(5)
  })

  it('hears of a change by the stream at once, and lets the timer rest', async () => {
    const feed = bench.feed(true)
    feed.start()
    await bench.settle()
    expect(bench.watchers.size).to.equal(1)
    bench.say(2)
    for (const told of bench.watchers) told(bench.version)
    await bench.settle()
    expect(feed.heard?.timeline.entries).to.have.length(2)
    const before = bench.gets
    await bench.pass(14_000)
    expect(bench.gets).to.equal(before)
    await bench.pass(1_100)
    expect(bench.gets).to.equal(before + 1)
    feed.stop()
    expect(bench.watchers.size).to.equal(0)
  })

  it('has one stream, however often it is stopped and started', async () => {
    const feed = bench.feed(true)
    for (let turn = 0; turn < 20; turn++) {
      feed.start()
      await bench.settle()
      feed.stop()
    }
    feed.start()
    await bench.settle()
    expect(bench.watchers.size).to.equal(1)
    feed.stop()
  })

  it('waits longer and longer while the server doesn’t answer, and tells what it has and why', async () => {
    const feed = bench.feed()
    feed.start()
    await bench.pass(100)
    bench.fault = new AdapterFault('unavailable')
    const before = bench.gets
    await bench.pass(120_000)
    // Half of 1, 2, 4, 8, 16 and then 30 seconds each.
    expect(bench.gets - before).to.equal(1 + 5 + 6)
    expect(feed.fault).to.equal('unavailable')
    expect(feed.heard?.timeline.entries).to.have.length(1)
    bench.fault = undefined
    await bench.pass(30_000)
    expect(feed.fault).to.equal(undefined)
    feed.stop()
  })

  it('stops where the session has ended, until it is asked', async () => {
    const feed = bench.feed()
    feed.start()
    await bench.pass(100)
    bench.fault = new AdapterFault('unauthenticated')
    await bench.pass(1_000)
    const before = bench.gets
    await bench.pass(600_000)
    expect(bench.gets).to.equal(before)
    bench.fault = undefined
    await feed.refresh()
    await bench.pass(2_000)
    expect(feed.fault).to.equal(undefined)
    expect(bench.gets).to.be.greaterThan(before + 1)
    feed.stop()
  })

  it('asks ten times more rarely out of sight, not at all after five minutes, and at once when seen again', async () => {
    const feed = bench.feed(true)
    feed.start()
    await bench.settle()
    feed.see(false)
    const before = bench.gets
    await bench.pass(100_000)
    expect(bench.gets - before).to.equal(10)
    await bench.pass(3_600_000)
    expect(bench.gets - before).to.be.at.most(30)
    expect(bench.watchers.size).to.equal(0)
    const unseen = bench.gets
    bench.say(2)
    feed.see(true)
    await bench.settle()
    expect(bench.gets).to.equal(unseen + 1)
    expect(feed.heard?.timeline.entries).to.have.length(2)
    expect(bench.watchers.size).to.equal(1)
    feed.stop()
  })

  it('asks once about a gap, and takes the system’s way of counting for what it is', async () => {
    const feed = bench.feed()
    feed.start()
    await bench.settle()
    bench.say(5)
    await bench.pass(1_000)
    expect(bench.reads).to.deep.equal([undefined, 'e1', 'e1'])
    bench.say(6)
    await bench.pass(1_000)
    expect(bench.reads).to.deep.equal([undefined, 'e1', 'e1', 'e5'])
    feed.stop()
  })
})
