import type { Capabilities, InterventionAdapter } from '../adapter/adapter.js'
import type { FaultCode } from '../adapter/fault.js'
import { AdapterFault } from '../adapter/fault.js'
import { backoff } from '../backoff.js'
import type { Entry, Intervention } from './intervention.js'
import { merge, noEntries, type Timeline } from './timeline.js'

/** What a feed has heard of its ticket. Times in epoch milliseconds of this machine's clock. */
export interface Heard {
  readonly intervention: Intervention
  readonly timeline: Timeline
  /** When the server answered last. */
  readonly at: number
  /** How far the server's clock is ahead of this machine's, milliseconds. */
  readonly clockAhead: number
}

/** What else a feed needs: all of it this machine's own where unset. */
export interface FeedOptions {
  readonly now?: () => number
  /** From 0 to below 1. */
  readonly random?: () => number
}

/** How a feed tells of itself. */
export interface FeedListener {
  /** There is something new to read in `heard` or `fault`. */
  readonly onChange: () => void
}

/** With a stream that has spoken, the timer only makes sure; milliseconds. */
const besideStream = 15_000

/** In a page that nobody looks at: so many times rarer, and not at all after five minutes. */
const rarer = 10
const longestUnseen = 300_000

/**
 * Listens to one ticket: what says *that* something changed, a stream or a timer, is apart from what says *what*.
 *
 * One call at a time, one stream at most. After failures it waits longer and longer, see `backoff`; `unauthenticated`
 * and `not-found` stop it until `refresh` is called.
 */
export class TicketFeed {
  heard: Heard | undefined
  /** Why the last try failed; `undefined` while all is well. */
  fault: FaultCode | undefined

  readonly #adapter: InterventionAdapter
  readonly #id: string
  readonly #listener: FeedListener
  readonly #now: () => number
  readonly #random: () => number
  #stop = new AbortController()
  #stream: AbortController | undefined
  #hasStreamSpoken = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #running: Promise<void> | undefined
  #isAskedAgain = false
  #failures = 0
  /** Since when nobody looks; `undefined` while somebody does. */
  #unseenSince: number | undefined
  #isRunning = false

  constructor(adapter: InterventionAdapter, id: string, listener: FeedListener, options: FeedOptions = {}) {
    this.#adapter = adapter
    this.#id = id
    this.#listener = listener
    this.#now = options.now ?? Date.now
    this.#random = options.random ?? Math.random
  }

  /** Begins to listen, or goes on. */
  start(): void {
    if (this.#isRunning) return
    this.#isRunning = true
    this.#stop = new AbortController()
    void this.refresh()
  }

  /** Stops listening; what was heard stays. */
  stop(): void {
    this.#isRunning = false
    this.#stop.abort()
    this.#endStream()
    clearTimeout(this.#timer)
  }

  /** Says whether somebody looks at the page. Whoever comes back sees the newest state at once. */
  see(isSeen: boolean): void {
    const was = this.#unseenSince
    this.#unseenSince = isSeen ? undefined : (was ?? this.#now())
    if (!this.#isRunning || isSeen === (was === undefined)) return
    if (isSeen) void this.refresh()
    else this.#wait()
  }

  /** Asks now: after a press, or after something was said. Never rejects. */
  async refresh(): Promise<void> {
    clearTimeout(this.#timer)
    if (this.#running) {
      this.#isAskedAgain = true
      return this.#running
    }
    this.#running = this.#run()
    await this.#running
  }

  async #run(): Promise<void> {
    do {
      this.#isAskedAgain = false
      await this.#ask(this.#stop.signal)
    } while (this.#goesOn())
    this.#running = undefined
    if (this.#isRunning) this.#wait()
  }

  /** Was it asked once more meanwhile? */
  #goesOn(): boolean {
    return this.#isAskedAgain && this.#isRunning && this.fault === undefined
  }

  async #ask(signal: AbortSignal): Promise<void> {
    try {
      const known = this.heard
      const sentAt = this.#now()
      const told = await this.#adapter.get(this.#id, known?.intervention.version, { signal })
      const at = this.#now()
      const intervention = told ?? known?.intervention
      if (!intervention) throw new AdapterFault('unavailable')
      const timeline = told ? await this.#readOn(known?.timeline ?? noEntries, signal) : known?.timeline
      if (isAborted(signal) || !timeline) return
      // The answer was on its way back for about half of the time that passed.
      const clockAhead = told ? told.now - (sentAt + at) / 2 : (known?.clockAhead ?? 0)
      this.heard = { intervention, timeline, at, clockAhead }
      this.fault = undefined
      this.#failures = 0
    } catch (error) {
      if (isAborted(signal)) return
      this.fault = error instanceof AdapterFault ? error.code : 'unavailable'
      this.#failures += 1
    }
    this.#listener.onChange()
  }

  /** All that came after what is known; what is missing in between is asked for once. */
  async #readOn(known: Timeline, signal: AbortSignal): Promise<Timeline> {
    const read = merge(known, await this.#after(known.entries.at(-1)?.id, signal)).timeline
    const [gap] = read.gaps
    return gap ? merge(read, await this.#after(gap.after, signal), gap.after).timeline : read
  }

  async #after(id: string | undefined, signal: AbortSignal): Promise<readonly Entry[]> {
    const read: Entry[] = []
    let from = id
    for (;;) {
      const { items, cursor } = await this.#adapter.entries(this.#id, from, { signal })
      read.push(...items)
      const last = items.at(-1)
      // A page that leads nowhere is the last.
      if (cursor === undefined || !last || last.id === from) return read
      from = last.id
    }
  }

  #wait(): void {
    clearTimeout(this.#timer)
    const isOver =
      this.fault === 'unauthenticated' || this.fault === 'not-found' || this.fault === 'forbidden'
    const unseen = this.#now() - (this.#unseenSince ?? this.#now())
    if (isOver || this.#isUnseenForLong()) {
      this.#endStream()
      return
    }
    this.#openStream()
    const wait = this.fault === undefined ? this.#interval() : backoff(this.#failures, this.#random())
    // A timer that was set before the page went out of sight ends with the five minutes at the latest.
    const isUnseen = this.#unseenSince !== undefined
    this.#timer = setTimeout(
      () => {
        if (this.#isUnseenForLong()) this.#wait()
        else void this.refresh()
      },
      isUnseen ? Math.min(wait, longestUnseen - unseen) : wait,
    )
  }

  #isUnseenForLong(): boolean {
    return this.#unseenSince !== undefined && this.#now() - this.#unseenSince >= longestUnseen
  }

  #interval(): number {
    const { pollEveryMs }: Capabilities = this.#adapter.capabilities
    const interval = this.#hasStreamSpoken ? Math.max(pollEveryMs, besideStream) : pollEveryMs
    return this.#unseenSince === undefined ? interval : interval * rarer
  }

  #openStream(): void {
    if (this.#stream || !this.#adapter.watch) return
    const stream = new AbortController()
    this.#stream = stream
    const changed = (version: string): void => {
      if (stream.signal.aborted) return
      this.#hasStreamSpoken = true
      if (version !== this.heard?.intervention.version) void this.refresh()
    }
    try {
      this.#adapter.watch(this.#id, changed, { signal: stream.signal })
    } catch {
      // A stream that can't be had is none: the timer asks.
    }
  }

  #endStream(): void {
    this.#stream?.abort()
    this.#stream = undefined
    this.#hasStreamSpoken = false
  }
}

/** Asked anew after every wait: the compiler takes the first answer for the last one. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted
}
