import { AdapterFault } from '../../../src/adapter/fault.js'
import { memoryKeyStore, type KeyStore } from '../../../src/adapter/key-store.js'
import { sharedWrites, type RunShared, type SharedWrite } from '../../../src/adapter/shared-writes.js'
import { fakeClock } from '../../support/fake-clock.js'

const digest = 'd'.repeat(64)

/** A write that says what happened to it: `run`, `find`, or what was kept. */
export function writing(over: Partial<SharedWrite<string>> = {}): SharedWrite<string> {
  return {
    name: ['submit', 'C-1', 'key'],
    digest,
    isSafe: true,
    run: async () => 'run',
    outcomeOf: value => JSON.stringify(value),
    recall: async outcome => `kept ${outcome}`,
    ...over,
  }
}

/** A run that is over when the test says so. */
export function slow() {
  const runs: { readonly end: (value: string) => void; readonly fail: (error: unknown) => void }[] = []
  const run = () => new Promise<string>((end, fail) => runs.push({ end, fail }))
  return { run, runs }
}

/**
 * Two processes with one store. `begin` lets a write come as far as the store, which real time passes for; `die` is a
 * process that takes the key and is never heard of again.
 */
export function processes(kept: KeyStore = memoryKeyStore()) {
  const clock = fakeClock()
  let asked = 0
  const store: KeyStore = {
    ...kept,
    take(key) {
      asked += 1
      return kept.take(key)
    },
  }
  const begin = async (process: RunShared, write: SharedWrite<string>) => {
    const before = asked
    const answer = process(write)
    while (asked === before) await new Promise(setImmediate)
    await clock.pass(0)
    return { answer }
  }
  const die = async (write = writing()) => {
    const dead = sharedWrites(store, { ...fakeClock(), now: clock.now })
    await begin(dead, { ...write, run: () => new Promise<never>(() => undefined) })
  }
  return { clock, store, one: sharedWrites(store, clock), other: sharedWrites(store, clock), begin, die }
}

/** What a promise has come to, or the code that it failed with. */
export function told<T>(promise: Promise<T>): Promise<unknown> {
  return promise.catch((error: unknown) => (error instanceof AdapterFault ? error.code : error))
}

/** The same by now, or `waits`. */
export async function now<T>(promise: Promise<T>): Promise<unknown> {
  return Promise.race([told(promise), new Promise(resolve => setTimeout(() => resolve('waits'), 20))])
}
