import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** A press whose end nobody heard of holds nothing back any longer, milliseconds. */
const longestPress = 1_000

const beginnings = ['pointerdown', 'mousedown'] as const
const ends = ['pointerup', 'pointercancel', 'mouseup'] as const

/**
 * Holds drawing back while a pointer is pressed anywhere on the page.
 *
 * A press takes the focus from the field that was typed into; what that field then has to say would move the button
 * away from under the pointer before it is released, and nothing would be clicked.
 */
export class SteadyPress implements ReactiveController {
  /** Settles at the end of the press; `undefined` while there is none. */
  released: Promise<void> | undefined
  #release: (() => void) | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(host: ReactiveControllerHost) {
    host.addController(this)
  }

  hostConnected(): void {
    for (const name of beginnings) addEventListener(name, this.#onBeginning, true)
    for (const name of ends) addEventListener(name, this.#onEnd, true)
  }

  hostDisconnected(): void {
    for (const name of beginnings) removeEventListener(name, this.#onBeginning, true)
    for (const name of ends) removeEventListener(name, this.#onEnd, true)
    this.#over()
  }

  readonly #onBeginning = (): void => {
    this.released ??= new Promise(resolve => {
      this.#release = resolve
    })
    this.#overIn(longestPress)
  }

  readonly #onEnd = (): void => {
    // The click comes in this very task, after the release.
    if (this.released) this.#overIn(0)
  }

  #overIn(milliseconds: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#over()
    }, milliseconds)
  }

  #over(): void {
    clearTimeout(this.#timer)
    this.released = undefined
    this.#release?.()
  }
}
