import { introserv, parsePolicy, type ServicePolicy } from '../../src/index.js'
import { warn } from './warn.js'

/** The policy to go by: the page's own, else the one that the adapter names, else the preset, of which the page is warned. */
export function policyFor(own: unknown, named: ServicePolicy | undefined): ServicePolicy {
  if (own !== undefined && own !== null) {
    const parsed = parsePolicy(own)
    if (parsed.ok) return parsed.value
    warn('bad-policy')
  }
  if (named) return named
  warn('no-policy')
  return introserv
}
