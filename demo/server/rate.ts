import { AdapterFault } from '../../src/index.js'
import { faultAnswer } from '../../src/adapter/bridge-answer.js'

/** How often somebody may ask. */
export interface Rate {
  /** So many at once, after a rest. */
  readonly burst: number
  /** So many for good. */
  readonly perSecond: number
}

/** Counts by name what is asked. */
export interface RateLimit {
  /** Counts one more; answers how many milliseconds are to be waited first: 0 where it may be done. */
  take(who: string): number
}

/** More names than this machine has customers: who hasn't asked for long is forgotten. */
const MOST_NAMES = 10_000

/** A bucket for every name, full at first. Times in milliseconds, of a clock that is never set. */
export function rateLimit(
  { burst, perSecond }: Rate,
  clock: () => number = () => performance.now(),
): RateLimit {
  const buckets = new Map<string, { left: number; at: number }>()
  return {
    take(who) {
      const now = clock()
      const { left, at } = buckets.get(who) ?? { left: burst, at: now }
      const filled = Math.min(burst, left + ((now - at) / 1_000) * perSecond)
      // The one who asked last is the last to be forgotten.
      buckets.delete(who)
      buckets.set(who, { left: filled < 1 ? filled : filled - 1, at: now })
      const [oldest] = buckets.keys()
      if (buckets.size > MOST_NAMES && oldest !== undefined) buckets.delete(oldest)
      return filled < 1 ? Math.ceil(((1 - filled) / perSecond) * 1_000) : 0
    },
  }
}

/** The refusal, as the protocol has it: with how long to wait. */
export function tooOften(retryAfterMs: number): Response {
  return faultAnswer(new AdapterFault('rate-limited', { retryAfterMs }))
}
