import { AdapterFault } from './fault.js'

/** A write that was carried out, or is being carried out. */
interface Done<T> {
  readonly digest: string
  readonly answer: Promise<T>
}

/** How many keys are remembered; the oldest is forgotten first. */
const mostKeys = 10_000

/** Runs each write once per key. */
export interface Once<T> {
  /**
   * What `run` comes to; the same promise for whoever comes with the same key and digest while it runs.
   *
   * With `remember` the answer is kept for those who come later, and so is a failure after which the ticket may exist:
   * a second run could make a second one.
   *
   * @throws {AdapterFault} `conflict` for the same key with another digest.
   */
  run(key: string, digest: string, remember: boolean, run: () => Promise<T>): Promise<T>
}

/** In this process only: what several have in common, `sharedWrites` sees to. */
export function once<T>(): Once<T> {
  const kept = new Map<string, Done<T>>()
  return {
    async run(key, digest, remember, run) {
      const known = kept.get(key)
      if (known) {
        if (known.digest !== digest) throw new AdapterFault('conflict')
        return known.answer
      }
      const answer = run()
      kept.set(key, { digest, answer })
      try {
        const value = await answer
        if (!remember) kept.delete(key)
        return value
      } catch (error) {
        if (!remember || !(error instanceof AdapterFault && error.uncertain)) kept.delete(key)
        throw error
      } finally {
        forgetOldest(kept)
      }
    },
  }
}

function forgetOldest(kept: Map<string, unknown>): void {
  for (const key of kept.keys()) {
    if (kept.size <= mostKeys) return
    kept.delete(key)
  }
}
