import type { Shelf } from './shelf.js'

/** What holds for the items of a list. */
export interface KeptListRules<T> {
  /** A checked copy of an item; `undefined` for what is none. */
  readonly read: (value: unknown) => T | undefined
  /** How long an item is kept, milliseconds. */
  readonly longest: number
  /** How many are kept: the newest. */
  readonly most: number
}

/** A clock that was set back by more isn't the one by which the item was written. */
const furthestAhead = 10 * 60 * 1_000

/** A short list on a shelf, newest last. Each item stands for itself: one that can't be read takes no other with it. */
export class KeptList<T extends { readonly at: number }> {
  readonly #shelf: Shelf
  readonly #where: string
  readonly #now: () => number
  readonly #rules: KeptListRules<T>

  /** @param now - This device's clock, epoch milliseconds. */
  constructor(shelf: Shelf, where: string, now: () => number, rules: KeptListRules<T>) {
    this.#shelf = shelf
    this.#where = where
    this.#now = now
    this.#rules = rules
  }

  /** What is there and holds; what doesn't is removed in passing. */
  async look(): Promise<readonly T[]> {
    return this.change(items => items)
  }

  /** Answers what is there afterwards; nothing where the device keeps nothing. */
  async change(next: (before: readonly T[]) => readonly T[]): Promise<readonly T[]> {
    let items: readonly T[] = []
    const isDone = await this.#shelf.change(this.#where, held => {
      const before = this.#itemsIn(held)
      items = next(before).slice(-this.#rules.most)
      if (items.length === 0) return undefined
      const isSame = items.length === before.length && items.every((item, index) => item === before[index])
      return isSame && before.length === listOf(held).length ? held : items
    })
    return isDone ? items : []
  }

  /** Removes all of it. */
  async clear(): Promise<void> {
    await this.#shelf.remove(this.#where)
  }

  #itemsIn(held: unknown): readonly T[] {
    const { read, longest, most } = this.#rules
    const now = this.#now()
    return listOf(held)
      .slice(-most)
      .map(read)
      .filter(item => item !== undefined)
      .filter(({ at }) => now - at <= longest && at - now <= furthestAhead)
  }
}

function listOf(held: unknown): readonly unknown[] {
  return Array.isArray(held) ? held : []
}
