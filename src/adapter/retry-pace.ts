import { backoff } from '../backoff.js'
import type { Clock } from './clock.js'

/** So many tries in so many milliseconds. */
const mostTries = 12
const within = 300_000

/** When something that fails is tried again. */
export interface RetryPace {
  /** Told of each try as it begins. */
  began(): void
  /** It has worked: the next failure counts as the first. */
  worked(): void
  /** How long to wait before the next try, in milliseconds; `atLeast` where the server has asked for that. */
  wait(atLeast: number): number
}

/**
 * By `backoff`, and never more than twelve tries in five minutes, whatever chance says: a stream that opens and closes at
 * once would otherwise be asked for more than twenty times.
 */
export function retryPace({ now, random }: Pick<Clock, 'now' | 'random'>): RetryPace {
  let failures = 0
  let tries: readonly number[] = []
  return {
    began() {
      tries = [...tries, now()].slice(-mostTries)
    },
    worked() {
      failures = 0
    },
    wait(atLeast) {
      failures = Math.min(failures + 1, 10)
      const [oldest = 0] = tries
      const untilAllowed = tries.length < mostTries ? 0 : oldest + within - now()
      return Math.ceil(Math.max(backoff(failures, random()), atLeast, untilAllowed))
    },
  }
}
