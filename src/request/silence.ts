import type { Clock } from '../adapter/clock.js'
import type { Handing } from './send.js'

/** When a silent system is said to be slow, and when nobody can tell any more; milliseconds. */
const slowAfter = 10_000
const lostAfter = 30_000

/** Files take their time: as long as no progress of them is told, so many times as long passes before nobody can tell. */
const patienceWithFiles = 10

/** What is done about a silence. */
export interface SilenceOptions {
  readonly clock: Clock
  /** Are there files on the way? */
  readonly hasFiles: boolean
  readonly onSlow: () => void
  readonly onLost: () => void
  /** What was slow goes on. */
  readonly onHeard: () => void
}

/** How long a system says nothing, from the beginning of a call or from the last progress that it told. */
export class Silence {
  readonly #options: SilenceOptions
  #hasProgress = false
  #furthest = 0
  #isSlow = false
  #isOver = false
  #cancels: readonly (() => void)[] = []

  constructor(options: SilenceOptions) {
    this.#options = options
    this.#count()
  }

  /** The same, heard here too. */
  heardIn(handing: Handing): Handing {
    const { onProgress } = handing
    if (!onProgress) return handing
    return {
      ...handing,
      onProgress: fraction => {
        this.#hear(fraction)
        onProgress(fraction)
      },
    }
  }

  /** The call has ended: nothing more is said of it. */
  end(): void {
    this.#isOver = true
    this.#stop()
  }

  /** What doesn't get further is no sign that it goes on. */
  #hear(fraction: number): void {
    if (this.#isOver || fraction <= this.#furthest) return
    this.#furthest = fraction
    this.#hasProgress = true
    this.#stop()
    if (this.#isSlow) this.#options.onHeard()
    this.#isSlow = false
    this.#count()
  }

  #count(): void {
    const { clock, hasFiles, onSlow, onLost } = this.#options
    this.#cancels = [
      clock.later(slowAfter, () => {
        this.#isSlow = true
        onSlow()
      }),
      clock.later(lostAfter * (hasFiles && !this.#hasProgress ? patienceWithFiles : 1), onLost),
    ]
  }

  #stop(): void {
    for (const cancel of this.#cancels) cancel()
  }
}
