import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Tells of news outside the page: never without having been asked to by a press. */
export class Notifier implements ReactiveController {
  /** `refused`: the browser doesn't let us. */
  state: 'off' | 'on' | 'refused' = 'off'

  readonly #host: ReactiveControllerHost
  #title: string | undefined

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  /** Can this browser do it at all? */
  get isPossible(): boolean {
    return 'Notification' in globalThis && isSecureContext
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onVisibility)
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onVisibility)
    this.#unmark()
  }

  /** Asks the browser for leave: after a press only. */
  async turnOn(): Promise<void> {
    try {
      this.state = (await Notification.requestPermission()) === 'granted' ? 'on' : 'refused'
    } catch {
      this.state = 'refused'
    }
    this.#host.requestUpdate()
  }

  /** No more of it. */
  turnOff(): void {
    this.state = 'off'
    this.#unmark()
    this.#host.requestUpdate()
  }

  /** Tells, where that is wanted and nobody looks at the page: in the browser's way, and by a mark in the title. */
  tell(title: string, text: string): void {
    if (this.state !== 'on' || document.visibilityState === 'visible') return
    this.#title ??= document.title
    document.title = `● ${this.#title}`
    try {
      new Notification(title, { body: text, tag: title })
    } catch {
      // Some phones have the constructor and refuse it: the title's mark stays.
    }
  }

  readonly #onVisibility = (): void => {
    if (document.visibilityState === 'visible') this.#unmark()
  }

  #unmark(): void {
    // A page that has changed its title meanwhile has the last word.
    if (this.#title !== undefined && document.title === `● ${this.#title}`) document.title = this.#title
    this.#title = undefined
  }
}
