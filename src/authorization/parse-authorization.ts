import { parse } from '../parse.js'
import type { ParseIssue } from '../parse-issue.js'
import type { Result } from '../result.js'
import type { Authorization } from './authorization.js'
import { authorization } from './schema.js'

/**
 * Checks that a value has the form of an authorization: no key missing, none too many, lists up to 100, texts up to
 * 20,000 characters. Says nothing about the digest.
 */
export function parseAuthorization(value: unknown): Result<Authorization, readonly ParseIssue[]> {
  return parse(authorization, value)
}
