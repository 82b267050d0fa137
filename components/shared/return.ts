import type { ReactiveController, ReactiveControllerHost } from 'lit'

/**
 * Tells when somebody comes back to the page: from another tab or window, or by the browser's way back; once for each
 * time, although a browser may tell of it in several ways.
 */
export class Return implements ReactiveController {
  readonly #onReturn: () => void
  #isAway = false

  constructor(host: ReactiveControllerHost, onReturn: () => void) {
    this.#onReturn = onReturn
    host.addController(this)
  }

  hostConnected(): void {
    addEventListener('blur', this.#leave)
    addEventListener('focus', this.#come)
    addEventListener('pageshow', this.#onShow)
    document.addEventListener('visibilitychange', this.#onVisibility)
  }

  hostDisconnected(): void {
    removeEventListener('blur', this.#leave)
    removeEventListener('focus', this.#come)
    removeEventListener('pageshow', this.#onShow)
    document.removeEventListener('visibilitychange', this.#onVisibility)
  }

  readonly #leave = (): void => {
    this.#isAway = true
  }

  /** A tab that is shown again gets the focus too: whichever comes first is the return. */
  readonly #come = (): void => {
    if (!this.#isAway || document.hidden) return
    this.#isAway = false
    this.#onReturn()
  }

  readonly #onVisibility = (): void => {
    this.#isAway = true
    this.#come()
  }

  readonly #onShow = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) this.#onVisibility()
  }
}
