import { parse } from '../parse.js'
import type { ParseIssue } from '../parse-issue.js'
import type { Result } from '../result.js'
import type { ServicePolicy } from './policy.js'
import { servicePolicy } from './schema.js'

/**
 * Checks a provider's policy: lists of at most 100 items with each id once, texts of at most 20,000 characters, times in
 * whole minutes, rates per 100,000, countries in ISO 3166-1 alpha-2.
 *
 * The copy holds what the policy's type names and nothing else.
 */
export function parsePolicy(value: unknown): Result<ServicePolicy, readonly ParseIssue[]> {
  return parse(servicePolicy, value)
}
