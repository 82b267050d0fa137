/** The timers of a page that wait for seconds or longer: a test lets them end at once, in place of waiting. */
export class SlowTimers {
  readonly #waiting = new Map<number, { readonly run: () => void; readonly ms: number }>()
  readonly #set = globalThis.setTimeout.bind(globalThis)
  readonly #clear = globalThis.clearTimeout.bind(globalThis)
  #next = 1_000_000_000

  constructor() {
    Reflect.set(globalThis, 'setTimeout', (run: () => void, ms = 0, ...rest: unknown[]) => {
      if (ms < 5_000) return this.#set(run, ms, ...rest)
      this.#next += 1
      this.#waiting.set(this.#next, { run, ms })
      return this.#next
    })
    Reflect.set(globalThis, 'clearTimeout', (id: number) => {
      if (!this.#waiting.delete(id)) this.#clear(id)
    })
  }

  /** How long each of them is to wait, in milliseconds. */
  get waits(): readonly number[] {
    return [...this.#waiting.values()].map(({ ms }) => ms)
  }

  /** Lets those end that wait for no longer than this, in milliseconds: all of them, where nothing is said. */
  end(longest = Infinity): void {
    const ended = [...this.#waiting].filter(([, { ms }]) => ms <= longest)
    for (const [id] of ended) this.#waiting.delete(id)
    for (const [, { run }] of ended) run()
  }

  /** Gives the page its own timers back. */
  restore(): void {
    Reflect.set(globalThis, 'setTimeout', this.#set)
    Reflect.set(globalThis, 'clearTimeout', this.#clear)
  }
}
