import type { ReactiveControllerHost } from 'lit'
import { renewed, signAuthorization, type Authorization, type Issue } from '../../src/index.js'
import type { Acts } from './acts.controller.js'
import type { Renewal } from './renewal.js'

/** Opens a request again: with a reason, the authorization given once more, and new login details where they are needed. */
export class Reopening {
  isOpen = false
  reason = ''
  /** Is the authorization ticked? Never by us. */
  isAgreed = false
  issues: readonly Issue[] = []

  readonly #host: ReactiveControllerHost
  readonly #acts: Acts
  readonly #renewal: Renewal

  constructor(host: ReactiveControllerHost, acts: Acts, renewal: Renewal) {
    this.#host = host
    this.#acts = acts
    this.#renewal = renewal
  }

  /** Shows the questions, or hides them with what was typed kept. */
  show(isOpen: boolean): void {
    this.isOpen = isOpen
    // What was typed is kept, but for a secret: and nothing of an earlier one is taken over.
    this.#renewal.close()
    this.#host.requestUpdate()
  }

  /** Takes the reason; nothing is drawn anew. */
  type(reason: string): void {
    this.reason = reason
  }

  /** Ticks the authorization, or unticks it. */
  agree(isAgreed: boolean): void {
    this.isAgreed = isAgreed
    this.#host.requestUpdate()
  }

  /** Forgets what was typed. */
  clear(): void {
    this.isOpen = false
    this.reason = ''
    this.isAgreed = false
    this.issues = []
  }

  /** Signs and sends; what is missing is said instead. `now`: the server's clock. */
  async send(given: Authorization, now: number): Promise<boolean> {
    this.issues = [
      ...(this.reason.trim() === ''
        ? [{ field: 'reopenReason', code: 'reopen-reason-missing' } as const]
        : []),
      ...(this.isAgreed ? [] : [{ field: 'authorization', code: 'authorization-missing' } as const]),
    ]
    this.#host.requestUpdate()
    const renewal = this.#renewal
    const isComplete = !renewal.isOpen || renewal.isComplete()
    if (this.issues.length > 0 || !isComplete) return false
    // Sealed before it is signed: what can't be sealed opens nothing.
    const sealed = renewal.isOpen ? await renewal.seal() : undefined
    if (renewal.isOpen && !sealed) return false
    const clocks = { clientTime: Date.now(), serverTime: Math.round(now) }
    const record = renewed(given.record, given.record.signer.name, clocks)
    return this.#acts.do('reopen', {
      text: this.reason,
      authorization: await signAuthorization(record),
      ...(sealed && { sealed }),
    })
  }
}
