import type { LitElement, ReactiveController } from 'lit'

/** What is done with the secret when its place changes. */
export interface SecretEnds {
  /** The page is looked at no more. */
  readonly onHidden: () => void
  /** It is looked at again. */
  readonly onSeen: () => void
  /** The element has left the page, or the page is put away. */
  readonly onEnd: () => void
}

/** How long a secret lives by the life of its page and of its element. */
export class SecretLife implements ReactiveController {
  readonly #host: LitElement
  readonly #ends: SecretEnds

  constructor(host: LitElement, ends: SecretEnds) {
    this.#host = host
    this.#ends = ends
    host.addController(this)
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#onPageHide)
    document.addEventListener('visibilitychange', this.#onVisibility)
  }

  hostDisconnected(): void {
    // A move in the document disconnects and connects in one task: only a real removal ends it.
    queueMicrotask(() => {
      if (this.#host.isConnected) return
      removeEventListener('pagehide', this.#onPageHide)
      document.removeEventListener('visibilitychange', this.#onVisibility)
      this.#ends.onEnd()
    })
  }

  readonly #onVisibility = (): void => {
    if (document.hidden) this.#ends.onHidden()
    else this.#ends.onSeen()
  }

  readonly #onPageHide = (): void => {
    this.#ends.onEnd()
  }
}
