import { createStore, del, get, promisifyRequest, set, type UseStore } from 'idb-keyval'
import { ownClock, type Clock } from '../adapter/clock.js'
import { not, ok, type Result } from '../result.js'

/** Whose things are kept: nobody else's are ever read. */
export interface KeptScope {
  /** The provider's name. */
  readonly provider: string
  /** The account's id. */
  readonly account: string
}

/** Where this device keeps things between two visits. It may fail at any time, and says so by a value: it never rejects. */
export interface Shelf {
  /** `undefined` where there is nothing, or nothing can be read. */
  read(key: string): Promise<unknown>
  /** Answers whether it is kept now. */
  write(key: string, value: unknown): Promise<boolean>
  remove(key: string): Promise<void>
  /**
   * Puts another value in the place of what is there; nobody comes in between. `undefined` removes it, and the very same
   * value leaves it as it is. Answers whether that was done; if not, all is as it was.
   */
  change(key: string, next: (before: unknown) => unknown): Promise<boolean>
  /** The same with all that is there, of whichever account: nobody is told what it is. */
  changeAll(next: (before: unknown, key: string) => unknown): Promise<boolean>
}

/** How long the device may take, milliseconds. */
const longestWait = 2_000

/** Where a thing of this kind is kept, for this account of this provider only. */
export function keyFor(kind: string, version: number, { provider, account }: KeptScope): string {
  return [kind, version.toString(), ...[provider, account].map(segment)].join('/')
}

/** As one segment of a path. Half a character has no form there. */
export function segment(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))
}

/**
 * This browser's own shelf, in IndexedDB: one for all pages of the origin.
 *
 * Storage that is blocked, full, private or missing fails within two seconds. What was given up isn't done later on
 * either; a device that is still silent isn't waited for again.
 */
export function deviceShelf(clock: Clock = ownClock): Shelf {
  const store = createStore('os-intervention', 'kept')
  let isSilent = false

  /** What the work comes to, or that it failed. */
  const within = <T>(work: (use: UseStore) => Promise<T>): Promise<Result<T, 'failed'>> => {
    if (isSilent) return Promise.resolve(not('failed'))
    return new Promise(resolve => {
      const patience = new AbortController()
      const stop = clock.later(longestWait, () => {
        isSilent = true
        patience.abort()
        resolve(not('failed'))
      })
      const settle = (outcome: Result<T, 'failed'>) => {
        stop()
        isSilent = false
        resolve(outcome)
      }
      const use: UseStore = (mode, callback) => store(mode, kept => callback(heldTo(patience.signal, kept)))
      attempt(work, use).then(
        value => settle(ok(value)),
        () => settle(not('failed')),
      )
    })
  }

  return {
    async read(key) {
      const found = await within<unknown>(use => get(key, use))
      return found.ok ? found.value : undefined
    },
    async write(key, value) {
      return (await within(use => set(key, value, use))).ok
    },
    async remove(key) {
      await within(use => del(key, use))
    },
    async change(key, next) {
      return (await within(use => use('readwrite', kept => changed(kept, key, next)))).ok
    },
    async changeAll(next) {
      return (await within(use => use('readwrite', kept => allChanged(kept, next)))).ok
    },
  }
}

/** Where there is no IndexedDB, or none is allowed, its use throws at once. */
async function attempt<T>(work: (use: UseStore) => Promise<T>, use: UseStore): Promise<T> {
  return work(use)
}

/** Undoes what is still under way when the signal aborts: it was told to have failed. */
function heldTo(signal: AbortSignal, kept: IDBObjectStore): IDBObjectStore {
  const { transaction } = kept
  const abort = () => {
    try {
      transaction.abort()
    } catch {
      // It has ended in this moment, and nobody was told of it yet: what it did stays done.
    }
  }
  if (signal.aborted) abort()
  signal.addEventListener('abort', abort, { once: true })
  transaction.addEventListener('complete', () => signal.removeEventListener('abort', abort))
  transaction.addEventListener('abort', () => signal.removeEventListener('abort', abort))
  return kept
}

/** `update` of idb-keyval would put `undefined` where something is to be removed. */
function changed(kept: IDBObjectStore, key: string, next: (before: unknown) => unknown): Promise<void> {
  const held: IDBRequest<unknown> = kept.get(key)
  held.onsuccess = () => {
    try {
      const after = next(held.result)
      if (after === undefined) kept.delete(key)
      else if (after !== held.result) kept.put(after, key)
    } catch {
      kept.transaction.abort()
    }
  }
  return promisifyRequest(kept.transaction)
}

function allChanged(kept: IDBObjectStore, next: (before: unknown, key: string) => unknown): Promise<void> {
  const walking = kept.openCursor()
  walking.onsuccess = () => {
    const cursor = walking.result
    if (!cursor) return
    try {
      const before: unknown = cursor.value
      const after = typeof cursor.key === 'string' ? next(before, cursor.key) : before
      if (after === undefined) cursor.delete()
      else if (after !== before) cursor.update(after)
      cursor.continue()
    } catch {
      kept.transaction.abort()
    }
  }
  return promisifyRequest(kept.transaction)
}
