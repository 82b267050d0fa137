import { introserv, parsePolicy, type ServicePolicy } from '../../src/index.js'
import { warn } from './warn.js'

/** The policy to go by: the page's own, else the one that the adapter names, else the preset, of which the page is warned. */
export function policyFor(own: unknown, named: ServicePolicy | undefined): ServicePolicy {
  const given = givenPolicy(own, named)
  if (!given) warn('no-policy')
  return given ?? introserv
}

/** The page's own policy, else the one that the adapter names; `undefined` where there is none. */
export function givenPolicy(own: unknown, named: ServicePolicy | undefined): ServicePolicy | undefined {
  if (own === undefined || own === null) return named
  const policy = parsedOnce(own)
  if (policy) return policy
  warn('bad-policy')
  return named
}

/** By the object that the page gave: the same one is the same policy at every drawing. Change it by giving a new object. */
const parsedPolicies = new WeakMap<object, ServicePolicy>()

function parsedOnce(own: unknown): ServicePolicy | undefined {
  const known = typeof own === 'object' && own !== null ? parsedPolicies.get(own) : undefined
  if (known) return known
  const parsed = parsePolicy(own)
  if (!parsed.ok) return undefined
  if (typeof own === 'object' && own !== null) parsedPolicies.set(own, parsed.value)
  return parsed.value
}
