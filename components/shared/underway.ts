import type { Handing } from '../../src/index.js'

/** The sending of something with files: how far it is, and the way back as long as there is one. */
export class Underway {
  /** 0…1; `undefined` as long as nobody tells. */
  fraction: number | undefined
  /** What the ticket system is given to tell it by, and to be stopped. */
  readonly handing: Handing

  readonly #abortion = new AbortController()

  constructor(onProgress: () => void) {
    this.handing = {
      signal: this.#abortion.signal,
      onProgress: fraction => {
        this.fraction = fraction
        onProgress()
      },
    }
  }

  /** Can the system not have all of it yet? From then on nobody can tell what an abort would leave behind. */
  get canBeCancelled(): boolean {
    return this.fraction !== undefined && this.fraction < 1 && !this.#abortion.signal.aborted
  }

  /** Was it taken back? */
  get isCancelled(): boolean {
    return this.#abortion.signal.aborted
  }

  /** Takes it back, where it can be. */
  cancel(): void {
    if (this.canBeCancelled) this.#abortion.abort()
  }
}
