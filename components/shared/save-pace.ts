import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** A pause in what is typed or chosen after which it is kept; milliseconds. */
const pause = 500

/** However fast somebody types, it is kept by then; milliseconds. */
const longestWait = 1_000

/** What is kept at this pace. */
export interface Paced {
  /** Something was typed, into the fields of the secret too: what is kept may be another thing now. */
  readonly look: () => void
  /** Keeps what there is. */
  readonly save: () => void
}

/** When what somebody writes is kept: after a pause, after a second, and at once when the page is hidden or left. */
export class SavePace implements ReactiveController {
  readonly #host: ReactiveControllerHost & Node
  readonly #paced: Paced
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Since when something waits to be kept; milliseconds. */
  #since: number | undefined

  constructor(host: ReactiveControllerHost & Node, paced: Paced) {
    this.#host = host
    this.#paced = paced
    host.addController(this)
  }

  hostConnected(): void {
    // What is typed into the fields of the secret, and is heard nowhere outside, is looked for in the words that are kept.
    this.#host.addEventListener('input', this.#paced.look, { capture: true })
    document.addEventListener('visibilitychange', this.#onVisibility)
    addEventListener('pagehide', this.#paced.save)
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('input', this.#paced.look, { capture: true })
    document.removeEventListener('visibilitychange', this.#onVisibility)
    removeEventListener('pagehide', this.#paced.save)
    this.#paced.save()
  }

  /** There is something to keep: after the next pause. */
  later(): void {
    const now = Date.now()
    this.#since ??= now
    clearTimeout(this.#timer)
    this.#timer = setTimeout(this.#paced.save, Math.max(0, Math.min(pause, this.#since + longestWait - now)))
  }

  /** Nothing waits any more. */
  rest(): void {
    clearTimeout(this.#timer)
    this.#since = undefined
  }

  readonly #onVisibility = (): void => {
    if (document.hidden) this.#paced.save()
  }
}
