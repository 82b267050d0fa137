/** A map that forgets what was not asked for longest. */
export interface Remembered<T> {
  get(key: string): T | undefined
  set(key: string, value: T): void
}

/** Remembers so many at most. */
export function remembered<T>(most: number): Remembered<T> {
  const kept = new Map<string, T>()
  return {
    get(key) {
      const value = kept.get(key)
      if (value === undefined) return undefined
      kept.delete(key)
      kept.set(key, value)
      return value
    },
    set(key, value) {
      kept.delete(key)
      kept.set(key, value)
      for (const oldest of kept.keys()) {
        if (kept.size <= most) return
        kept.delete(oldest)
      }
    },
  }
}
