import type { LitElement } from 'lit'
import type { Words } from '../../locales/index.js'
import { announce } from './announcer.js'

/** Nobody touched the element for so long: what is secret in it goes; milliseconds. */
const longest = 600_000

/** So long before that the customer is told, and can keep it by any key or press; milliseconds. */
const notice = 60_000

/** Counts how long a secret lies on a page that nobody touches, as long as there is one. */
export class IdleSecret {
  readonly #host: LitElement
  readonly #words: () => Words
  readonly #wipe: () => void
  #touchedAt = 0
  #isCounting = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #isEnding = false

  constructor(host: LitElement, words: () => Words, wipe: () => void) {
    this.#host = host
    this.#words = words
    this.#wipe = wipe
  }

  /** Does it go within a minute? */
  get isEnding(): boolean {
    return this.#isEnding
  }

  /** Somebody has just changed a secret: is there one now? */
  count(isThere: boolean): void {
    if (!isThere) {
      this.end()
      return
    }
    if (!this.#isCounting)
      for (const type of acts)
        this.#host.addEventListener(type, this.#touch, { capture: true, passive: true })
    this.#isCounting = true
    this.#touchedAt = Date.now()
    this.#wait()
  }

  /** There is none any more. */
  end(): void {
    clearTimeout(this.#timer)
    this.#isCounting = false
    this.#isEnding = false
    for (const type of acts) this.#host.removeEventListener(type, this.#touch, { capture: true })
    removeEventListener('keydown', this.#touch, { capture: true })
  }

  /** By the clock: a machine that slept has counted nothing, and its timers are late. */
  look(): void {
    if (!this.#isCounting) return
    const idle = Date.now() - this.#touchedAt
    if (idle >= longest) {
      this.#wipe()
      announce(this.#words().say('issue.password-wiped'))
      return
    }
    if (idle >= longest - notice && !this.#isEnding) {
      this.#isEnding = true
      // Now any key counts, wherever on the page the focus is.
      addEventListener('keydown', this.#touch, { capture: true })
      announce(`${this.#words().say('idle.title')} ${this.#words().say('idle.text')}`)
      this.#host.requestUpdate()
    }
    this.#wait()
  }

  #wait(): void {
    clearTimeout(this.#timer)
    const due = this.#touchedAt + (this.#isEnding ? longest : longest - notice)
    this.#timer = setTimeout(
      () => {
        this.look()
      },
      Math.max(0, due - Date.now()),
    )
  }

  readonly #touch = (): void => {
    this.#touchedAt = Date.now()
    if (!this.#isEnding) return
    this.#isEnding = false
    removeEventListener('keydown', this.#touch, { capture: true })
    this.#wait()
    this.#host.requestUpdate()
  }
}

/** What a person does who is there. */
const acts = ['keydown', 'pointerdown', 'click'] as const
