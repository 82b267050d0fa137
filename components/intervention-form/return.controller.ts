import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Context, FlowState, ServicePolicy } from '../../src/index.js'
import type { RequestSurroundings } from './composition.js'

/** A request that may have been stopped by the end of the session. */
export interface Resumable {
  readonly state: FlowState
  know(context: Context, policy: ServicePolicy): void
  submit(): void
  look(): Promise<void>
}

/** Has the end of the session stopped it? */
function isSignedOut(state: FlowState): boolean {
  if (state.at === 'unknown') return !state.checking && state.code === 'unauthenticated'
  return state.at === 'not-sent' && state.reason.kind === 'fault' && state.reason.code === 'unauthenticated'
}

/**
 * Goes on without a press where the session had ended and the customer comes back to the page signed in again, from
 * another tab or window; looks once for each time that they come back.
 */
export class Return implements ReactiveController {
  readonly #request: Resumable
  readonly #surroundings: () => RequestSurroundings | undefined
  #isAway = false

  constructor(
    host: ReactiveControllerHost,
    request: Resumable,
    surroundings: () => RequestSurroundings | undefined,
  ) {
    this.#request = request
    this.#surroundings = surroundings
    host.addController(this)
  }

  hostConnected(): void {
    addEventListener('blur', this.#leave)
    addEventListener('focus', this.#come)
    document.addEventListener('visibilitychange', this.#onVisibility)
  }

  hostDisconnected(): void {
    removeEventListener('blur', this.#leave)
    removeEventListener('focus', this.#come)
    document.removeEventListener('visibilitychange', this.#onVisibility)
  }

  readonly #leave = (): void => {
    this.#isAway = true
  }

  /** A tab that is shown again gets the focus too: whichever comes first is the return. */
  readonly #come = (): void => {
    if (!this.#isAway || document.hidden) return
    this.#isAway = false
    void this.#resume()
  }

  /** Whoever is still signed out is told nothing anew: the page would ask them to sign in again and again. */
  async #resume(): Promise<void> {
    const request = this.#request
    const { state } = request
    const surroundings = this.#surroundings()
    if (!isSignedOut(state) || !surroundings) return
    const context = await surroundings.askAgain()
    if (!context || request.state !== state) return
    request.know(context, surroundings.policyOf(context))
    // Another customer begins anew.
    if (request.state !== state) return
    if (state.at === 'unknown') await request.look()
    else request.submit()
  }

  readonly #onVisibility = (): void => {
    if (document.hidden) this.#leave()
    else this.#come()
  }
}
