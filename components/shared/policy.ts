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
  const parsed = parsePolicy(own)
  if (parsed.ok) return parsed.value
  warn('bad-policy')
  return named
}
