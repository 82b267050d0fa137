import type { ReactiveControllerHost } from 'lit'
import { isTemporaryName, type SystemFamily, type TemporaryAccount } from '../../src/index.js'
import type { removalPart } from './parts/removal.js'

/**
 * The temporary account that may have been made for the work: its name is sealed, so the customer says it. It goes nowhere.
 */
export class MadeAccount {
  username = ''
  /** What the customer chose; empty until then. */
  family: SystemFamily | '' = ''
  /** What asks for them and shows the commands, once it is loaded. */
  part: typeof removalPart | undefined

  readonly #host: ReactiveControllerHost
  #isLeft = false
  #loading: Promise<void> | undefined

  constructor(host: ReactiveControllerHost) {
    this.#host = host
  }

  /** Loads what asks, where nobody has yet: few requests come to that. */
  begin(): void {
    if (!this.part) this.#loading ??= this.#load()
  }

  async #load(): Promise<void> {
    try {
      this.part = (await import('./parts/removal.js')).removalPart
      this.#host.requestUpdate()
    } catch {
      // What can't be loaded now is asked for with the next drawing.
      this.#loading = undefined
    }
  }

  /** Was a whole name entered that the form never made? */
  get isForeign(): boolean {
    return this.#isLeft && this.username.trim() !== '' && !isTemporaryName(this.username.trim())
  }

  /** The account, once it is known; `likely`: the system that the server is known to have. */
  account(likely: SystemFamily | ''): TemporaryAccount | undefined {
    const username = this.username.trim()
    const family = this.family || likely
    return family !== '' && isTemporaryName(username) ? { family, username } : undefined
  }

  /** Takes what is typed. */
  type(username: string): void {
    this.username = username
    this.#isLeft = false
    this.#host.requestUpdate()
  }

  /** The name is whole for now. */
  leave(): void {
    this.#isLeft = true
    this.#host.requestUpdate()
  }

  /** Takes the system. */
  choose(family: SystemFamily): void {
    this.family = family
    this.#host.requestUpdate()
  }

  /** Forgets everything. */
  clear(): void {
    this.username = ''
    this.family = ''
    this.#isLeft = false
  }
}
