/** Time and chance, passed in so that a test can hold both. */
export interface Clock {
  /** Milliseconds, of any beginning. */
  now(): number
  /** From 0 to 1, without 1. */
  random(): number
  /** Runs it after so many milliseconds, unless what comes back is called before. */
  later(ms: number, run: () => void): () => void
}

/** This machine's own; not moved when somebody sets the time. */
export const ownClock: Clock = {
  now: () => performance.now(),
  random: () => Math.random(),
  later(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

/** Resolves after so many milliseconds, or at once when the signal aborts. */
export function pause(ms: number, signal: AbortSignal, clock: Clock): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise(resolve => {
    const done = () => {
      cancel()
      signal.removeEventListener('abort', done)
      resolve()
    }
    const cancel = clock.later(ms, done)
    signal.addEventListener('abort', done, { once: true })
  })
}
