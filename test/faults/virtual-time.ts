import type { Clock } from '../../src/adapter/clock.js'
import { chance } from './chance.js'

interface Timer {
  readonly at: number
  readonly run: () => void
}

/** What is waited for without a timer, and nobody is at work: it will never come. */
const mostIdleTurns = 20_000

/**
 * Time that takes none: when nobody is at work any more it goes on to whatever comes next, be it minutes away.
 * The timeouts of `fetch` run on it too, between `begin` and `end`.
 */
export class VirtualTime implements Clock {
  readonly #chance
  readonly #timers = new Set<Timer>()
  #now = 0
  #atWork = 0
  static readonly #ownTimeout = AbortSignal.timeout.bind(AbortSignal)

  constructor(seed: number) {
    this.#chance = chance(seed)
  }

  now(): number {
    return this.#now
  }

  random(): number {
    return this.#chance.next()
  }

  later(ms: number, run: () => void): () => void {
    const timer = { at: this.#now + Math.max(0, ms), run }
    this.#timers.add(timer)
    return () => void this.#timers.delete(timer)
  }

  /** Resolves so many milliseconds later. */
  pause(ms: number): Promise<void> {
    return new Promise(resolve => void this.later(ms, resolve))
  }

  /** Time stands still while this is done: it waits for a machine, and for no clock. */
  async working<T>(work: () => Promise<T>): Promise<T> {
    this.#atWork += 1
    try {
      return await work()
    } finally {
      this.#atWork -= 1
    }
  }

  /** Lets time pass until this has settled. */
  async until<T>(promise: Promise<T>): Promise<T> {
    let isSettled = false
    const settle = () => {
      isSettled = true
    }
    promise.then(settle, settle)
    for (let idle = 0; !isSettled; idle += 1) {
      for (let turn = 0; turn < 4; turn += 1) await new Promise(resolve => setImmediate(resolve))
      if (isSettled) break
      if (idle > mostIdleTurns) throw new Error('nothing will ever happen any more')
      if (this.#atWork === 0 && this.#goOn()) idle = 0
    }
    return promise
  }

  /** From here on `AbortSignal.timeout` means this time. */
  begin(): void {
    Reflect.set(AbortSignal, 'timeout', (ms: number) => {
      const controller = new AbortController()
      this.later(ms, () => controller.abort(new DOMException('too late', 'TimeoutError')))
      return controller.signal
    })
  }

  /** Gives `AbortSignal.timeout` back. */
  end(): void {
    Reflect.set(AbortSignal, 'timeout', VirtualTime.#ownTimeout)
  }

  #goOn(): boolean {
    let next: Timer | undefined
    for (const timer of this.#timers) if (!next || timer.at < next.at) next = timer
    if (!next) return false
    this.#timers.delete(next)
    this.#now = next.at
    next.run()
    return true
  }
}
