import type { ServicePolicy } from '../policy/policy.js'

/**
 * What was asked for, seen from the standard service. Informs, never blocks.
 *
 * `included`: all of it; `extra`: none of it, so support confirms whether it is possible, and the price; `mixed`: both;
 * `unclear`: nothing that the policy knows was picked, so support decides.
 */
export type ScopeKind = 'included' | 'extra' | 'mixed' | 'unclear'

/** The verdict, with what it rests on: ids of the policy, in its order. */
export interface Scope {
  readonly kind: ScopeKind
  readonly tasks: readonly string[]
  readonly extras: readonly string[]
}

/**
 * Splits a request into what the standard service includes and what is additional.
 *
 * Ids that the policy doesn't sell are left out. "Included" is never "free": the provider's procedure only says that
 * other work may cost extra.
 */
export function checkScope(
  tasks: readonly string[],
  extras: readonly string[],
  policy: ServicePolicy,
): Scope {
  const included = policy.tasks.map(task => task.id).filter(id => tasks.includes(id))
  const additional = policy.extras.map(extra => extra.id).filter(id => extras.includes(id))
  return { kind: kindOf(included.length > 0, additional.length > 0), tasks: included, extras: additional }
}

function kindOf(anyIncluded: boolean, anyAdditional: boolean): ScopeKind {
  if (anyIncluded) return anyAdditional ? 'mixed' : 'included'
  return anyAdditional ? 'extra' : 'unclear'
}

/**
 * May this request go without login details?
 *
 * One task that yields them is enough for the whole. Our rule, since the provider's procedure takes a lost password on
 * and demands login details at once.
 */
export function mayMissCredentials(tasks: readonly string[], policy: ServicePolicy): boolean {
  return policy.tasks.some(task => task.credentials === 'may-be-missing' && tasks.includes(task.id))
}
