import { newRequestKey } from '../request/key.js'
import { sha256 } from '../sha256.js'
import { ownClock, pause, type Clock } from './clock.js'
import { AdapterFault } from './fault.js'
import type { KeptKey, KeyStore } from './key-store.js'
import { untilAborted } from './until-aborted.js'

/** Whoever holds a key and isn't heard of for so long has died; milliseconds. Renewed three times as often. */
const longestSilence = 60_000

/** So long one waits for another process, in milliseconds, before the browser is told to come again. */
const longestWait = 20_000

/** Between two looks whether the other one is done. */
const lookEvery = 250

/** The store answers within this, or counts as not reachable. */
const longestAnswer = 10_000

/** What is older is forgotten: twice as long as a browser keeps a request on its way. */
const remembered = 172_800_000

/** Old keys are looked for so often. */
const forgetEvery = 3_600_000

/** One write, as far as a key goes. */
export interface SharedWrite<T> {
  /** Whose, and under which key. */
  readonly name: readonly string[]
  readonly digest: string
  /** The system makes one of several under the same key: it may be asked to once more. */
  readonly isSafe: boolean
  readonly run: () => Promise<T>
  /** What is kept of what it came to. */
  readonly outcomeOf: (value: T) => string
  /** What it came to, by what was kept. */
  readonly recall: (outcome: string) => Promise<T>
  /** What the system has under the key, or `null`; for a system that isn't safe and can look. */
  readonly find?: (() => Promise<T | null>) | undefined
}

/** Carries each write out once, over all processes that have the store in common. */
export type RunShared = <T>(write: SharedWrite<T>) => Promise<T>

/** This machine's, by the time that other machines have too. */
const sharedClock: Clock = { ...ownClock, now: () => Date.now() }

/**
 * Once per key, over all processes with this store, as long as it answers them and their clocks agree to some seconds.
 *
 * Of several at a time one holds the key; the others wait, and are answered from what it made. A holder that has died is
 * followed by the next a minute later: a system that is safe is asked again, another looked into by `find`; where neither
 * can be, the failure stays `uncertain`. What isn't seen: a holder that sleeps for a minute, and then goes on.
 */
export function sharedWrites(store: KeyStore, clock: Clock = sharedClock): RunShared {
  const within = <T>(ask: () => Promise<T>) => untilAborted(AbortSignal.timeout(longestAnswer), ask)
  let forgotten = -Infinity

  function forgetOld(): void {
    if (clock.now() - forgotten < forgetEvery) return
    forgotten = clock.now()
    within(() => store.forget(forgotten - remembered)).catch(() => undefined)
  }

  /** Renews a key until told to stop; comes to what is kept then. */
  async function renewed(held: KeptKey, signal: AbortSignal): Promise<KeptKey> {
    let kept = held
    for (;;) {
      await pause(longestSilence / 3, signal, clock)
      if (signal.aborted) return kept
      const next = { ...kept, at: clock.now() + longestSilence }
      const isRenewed = await within(() => store.replace(kept, next)).catch(() => false)
      // What only the answer to was lost stands there; what could not be reached is tried two more times.
      const there = isRenewed ? next : await within(() => store.take(next)).catch(() => kept)
      if (there.holder === held.holder) kept = there
    }
  }

  /** Carries a write out whose key is ours, and keeps what it came to. What can't be kept, the next one looks for. */
  async function carriedOut<T>(held: KeptKey, { outcomeOf, isSafe }: SharedWrite<T>, run: () => Promise<T>) {
    const over = new AbortController()
    const renewing = renewed(held, over.signal)
    const settle = async (end: Pick<KeptKey, 'state' | 'outcome'> | 'dropped') => {
      over.abort()
      const kept = await renewing
      const keep = (): Promise<unknown> =>
        end === 'dropped' ? store.drop(kept) : store.replace(kept, { ...kept, ...end, at: clock.now() })
      await within(keep).catch(() => undefined)
    }
    try {
      const value = await run()
      await settle({ state: 'done', outcome: outcomeOf(value) })
      return value
    } catch (error) {
      const isOpen = !isSafe && error instanceof AdapterFault && error.uncertain
      await settle(isOpen ? { state: 'unknown', outcome: null } : 'dropped')
      throw error
    }
  }

  return async write => {
    const { digest, isSafe, run, recall, find } = write
    const name = await sha256(JSON.stringify(write.name))
    const patience = clock.now() + longestWait
    const never = new AbortController().signal
    forgetOld()
    for (;;) {
      const own = heldFrom(clock.now(), name, digest)
      const kept = await within(() => store.take(own))
      if (kept.holder === own.holder) return carriedOut(own, write, run)
      const silentSince = kept.state === 'unknown' ? kept.at + longestSilence : kept.at
      const isSilent = kept.state !== 'done' && silentSince <= clock.now()
      // Where nothing may have come of it, the system itself knows whether something did.
      if (kept.digest !== digest && !(isSilent && isSafe)) throw new AdapterFault('conflict')
      if (kept.state === 'done') return recall(kept.outcome ?? '')
      if (isSilent) {
        const isOurs = await within(() => store.replace(kept, own))
        if (isOurs) return carriedOut(own, write, isSafe ? run : async () => (await foundBy(find)) ?? run())
      } else if (kept.state === 'unknown') {
        const found = await foundBy(find)
        if (found) return found
        throw new AdapterFault('unavailable', { retryAfterMs: silentSince - clock.now(), uncertain: true })
      } else if (clock.now() < patience) {
        await pause(lookEvery, never, clock)
      } else {
        throw new AdapterFault('unavailable', { retryAfterMs: kept.at - clock.now(), uncertain: true })
      }
    }
  }
}

function heldFrom(now: number, name: string, digest: string): KeptKey {
  return { name, digest, holder: newRequestKey(), state: 'held', at: now + longestSilence, outcome: null }
}

/** What the system has, or `null`; where nobody can look, it stays uncertain. */
async function foundBy<T>(find: SharedWrite<T>['find']): Promise<T | null> {
  if (!find) throw new AdapterFault('unavailable', { uncertain: true })
  return find()
}
