import type { ServicePolicy } from '../policy/policy.js'
import type { Fact } from './intervention.js'
import { phaseOf } from './stage.js'
import { isEnded, type Standing } from './standing.js'

/** What a backend's own follow-ups depend on. */
export interface FollowUpTerms {
  /** Can the sealed text be erased wherever the backend keeps it? See `Capabilities.sealed`. */
  readonly erasable: boolean
  readonly policy: ServicePolicy
}

/**
 * What a backend does by itself after a fact, and puts on the ticket as `system`: once the request has ended, or access
 * was withdrawn, the sealed login details are destroyed; where they can't be erased they are `kept`, never `destroyed`.
 *
 * The backend erases before it says so. `standing` may be that before the fact or after it.
 */
export function followUps(
  fact: Fact,
  { access: { current } }: Standing,
  { erasable, policy }: FollowUpTerms,
): readonly Fact[] {
  if (current === null || current.event === 'destroyed' || current.event === 'kept') return []
  return isLast(fact, policy) ? [{ kind: 'access', event: erasable ? 'destroyed' : 'kept' }] : []
}

function isLast(fact: Fact, policy: ServicePolicy): boolean {
  if (fact.kind === 'access') return fact.event === 'withdrawn'
  return fact.kind === 'stage' && isEnded(phaseOf(fact.stage, policy) ?? 'received')
}
