import type { Clock } from '../../src/adapter/clock.js'

/** A clock that goes on only when it is told to, with chance in the test's hand. */
export interface FakeClock extends Clock {
  /** Lets what waits go on, then goes on by so many milliseconds, timer by timer. */
  pass(ms: number): Promise<void>
}

/** Lets every promise that can settle do so. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise(resolve => setTimeout(resolve, 0))
}

/** At 0; `random` is 1 where nothing else is said: the longest that chance can choose. */
export function fakeClock(random: () => number = () => 1): FakeClock {
  let time = 0
  const timers = new Map<symbol, { at: number; run: () => void }>()
  return {
    now: () => time,
    random,
    later(ms, run) {
      const timer = Symbol()
      timers.set(timer, { at: time + ms, run })
      return () => timers.delete(timer)
    },
    async pass(ms) {
      await settled()
      const until = time + ms
      for (;;) {
        const [next] = [...timers].sort(([, one], [, other]) => one.at - other.at)
        if (!next || next[1].at > until) break
        const [timer, { at, run }] = next
        timers.delete(timer)
        time = at
        run()
        await settled()
      }
      time = until
    },
  }
}
