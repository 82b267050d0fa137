/** What is kept of a write's key: nothing that a customer typed. Times are epoch milliseconds. */
export interface KeptKey {
  /** Account and key, as 64 hex digits. */
  readonly name: string
  /** Of all that was sent under it: the same key with another digest is a conflict. */
  readonly digest: string
  /** Who took it: an id of this one try. */
  readonly holder: string
  /** `held`: is being carried out · `done` · `unknown`: failed, and the ticket may exist all the same. */
  readonly state: 'held' | 'done' | 'unknown'
  /** Held until then, unless it is renewed before; else since then. */
  readonly at: number
  /** What a write that is done came to: JSON with the ticket's id and the names of fields. `null` before. */
  readonly outcome: string | null
}

/**
 * Where several processes remember which writes were begun: one for all processes of a bridge.
 *
 * Each method is one step for all of them: of two who take a key at once, one has it. Rejects where it can't be reached.
 */
export interface KeyStore {
  /** Keeps it where nothing is kept under its name. Comes to what is kept then: this, or what was there before. */
  take(key: KeptKey): Promise<KeptKey>
  /** Keeps `key` in the place of `before`, only where just that is kept (`holder`, `state` and `at`). Was it? */
  replace(before: KeptKey, key: KeptKey): Promise<boolean>
  /** Forgets what this holder has kept under the name, and nothing of anybody else's. */
  drop(key: Pick<KeptKey, 'name' | 'holder'>): Promise<void>
  /** Forgets whatever has an `at` before this one. */
  forget(before: number): Promise<void>
}

/** Remembers in this process: for several bridges in it, and for tests. */
export function memoryKeyStore(): KeyStore {
  const kept = new Map<string, KeptKey>()
  return {
    async take(key) {
      const before = kept.get(key.name)
      if (!before) kept.set(key.name, key)
      return Promise.resolve(before ?? key)
    },
    async replace(before, key) {
      const now = kept.get(before.name)
      const isThat = now?.holder === before.holder && now.state === before.state && now.at === before.at
      if (isThat) kept.set(key.name, key)
      return Promise.resolve(isThat)
    },
    async drop({ name, holder }) {
      if (kept.get(name)?.holder === holder) kept.delete(name)
      return Promise.resolve()
    },
    async forget(before) {
      for (const { name, at } of kept.values()) if (at < before) kept.delete(name)
      return Promise.resolve()
    },
  }
}
