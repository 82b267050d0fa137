/** What waits for longer than this waits for a time that only a test can let pass; milliseconds. */
const long = 3_600_000

const { now } = Date
const { setTimeout } = globalThis

interface Waiting {
  readonly due: number
  readonly act: () => void
}

/** Time that passes when a test says so; seconds and less pass by themselves. Gone again after the test. */
export class PassingTime {
  #ahead = 0
  #waiting: Waiting[] = []

  /** `patience`: what waits for less passes by itself; milliseconds. */
  constructor(patience = long) {
    isStopped = true
    Date.now = () => now() + this.#ahead
    const patient = (act: () => void, delay = 0, ...rest: readonly unknown[]) => {
      if (delay < patience) return setTimeout(act, delay, ...rest)
      this.#waiting.push({ due: Date.now() + delay, act })
      return undefined
    }
    Object.assign(globalThis, { setTimeout: patient })
  }

  /** The machine slept: the clock has gone on, and what waited is not woken yet. */
  sleep(milliseconds: number): void {
    this.#ahead += milliseconds
  }

  /** The clock has gone on, and what waited for that is done. */
  pass(milliseconds: number): void {
    this.sleep(milliseconds)
    const due = this.#waiting.filter(one => one.due <= Date.now())
    this.#waiting = this.#waiting.filter(one => !due.includes(one))
    for (const { act } of due) act()
  }
}

let isStopped = false

afterEach(() => {
  if (!isStopped) return
  isStopped = false
  Date.now = now
  Object.assign(globalThis, { setTimeout })
})
