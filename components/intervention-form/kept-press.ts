import type { ReactiveControllerHost } from 'lit'

/** What a press waits for. */
export interface KeptFor {
  /** Settles once all can be read; nothing to wait for otherwise. */
  settle(): Promise<unknown> | undefined
  /** Which beginning this is: a press of an earlier one is forgotten. */
  beginning(): number
}

/** Keeps a press until all that it is about can be read; another one meanwhile is the same press, and does nothing more. */
export class KeptPress {
  isWaiting = false

  readonly #host: ReactiveControllerHost
  readonly #kept: KeptFor

  constructor(host: ReactiveControllerHost, kept: KeptFor) {
    this.#host = host
    this.#kept = kept
  }

  /** Does it now, or once it can. */
  run(go: () => void): void {
    const waiting = this.#kept.settle()
    if (!waiting) go()
    else if (!this.isWaiting) {
      const beginning = this.#kept.beginning()
      this.isWaiting = true
      this.#host.requestUpdate()
      void waiting.then(() => {
        this.isWaiting = false
        this.#host.requestUpdate()
        if (beginning === this.#kept.beginning()) go()
      })
    }
  }
}

/** Settles once both have; `undefined` where there is nothing to wait for. */
export function allOf(...all: readonly (Promise<unknown> | undefined)[]): Promise<unknown> | undefined {
  const waits = all.filter(wait => wait !== undefined)
  return waits.length > 0 ? Promise.all(waits) : undefined
}
