import type { ReactiveControllerHost } from 'lit'
import type { Context, FlowState, ServicePolicy } from '../../src/index.js'
import { Return } from '../shared/return.js'
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
 * Goes on without a press where the session had ended and the customer comes back to the page signed in again; looks once
 * for each time that they come back. Whoever is still signed out is told nothing anew: the page would ask them to sign in
 * again and again.
 */
export function resumeOnReturn(
  host: ReactiveControllerHost,
  request: Resumable,
  surroundings: () => RequestSurroundings | undefined,
): void {
  new Return(host, () => void resume(request, surroundings()))
}

async function resume(request: Resumable, surroundings: RequestSurroundings | undefined): Promise<void> {
  const { state } = request
  if (!isSignedOut(state) || !surroundings) return
  const context = await surroundings.askAgain()
  if (!context || request.state !== state) return
  request.know(context, surroundings.policyOf(context))
  // Another customer begins anew.
  if (request.state !== state) return
  if (state.at === 'unknown') await request.look()
  else request.submit()
}
