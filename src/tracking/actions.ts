import type { ServicePolicy } from '../policy/policy.js'
import type { AccessEvent, Action } from './intervention.js'
import { isEnded, offeredQuotes, type Standing } from './standing.js'

/** While the login details are like this, the engineers could still use them. */
const inHand: readonly AccessEvent[] = ['sealed', 'opened', 'refused']

/**
 * What the customer may do to a ticket now, for a backend to tell and to hold them to.
 *
 * Only the account's owner may narrow an authorization, or reopen with a fresh one: who is signed in, the backend knows.
 */
export function actionsOf(standing: Standing, policy: ServicePolicy): readonly Action[] {
  const { phase, access, authorization } = standing
  const isOpen = !isEnded(phase)
  const isOffered = isOpen && offeredQuotes(standing).length > 0
  const allowed: readonly (readonly [Action, boolean])[] = [
    ['reply', isOpen],
    ['reopen', !isOpen],
    ['cancel', isOpen],
    ['renew-credentials', isOpen && access.current !== null],
    ['withdraw-access', access.current !== null && inHand.includes(access.current.event)],
    ['narrow-authorization', isOpen && authorization !== null],
    ['approve-quote', isOffered],
    ['decline-quote', isOffered],
    ['check-off', phase === 'done' && policy.aftercare.toDo.length > 0],
  ]
  return allowed.filter(([, is]) => is).map(([action]) => action)
}
