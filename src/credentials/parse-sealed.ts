import { parse } from '../parse.js'
import type { ParseIssue } from '../parse-issue.js'
import type { Result } from '../result.js'
import type { SealedCredentials } from './credentials.js'
import { sealedCredentials } from './schema.js'

/**
 * Checks that a value is sealed login details: an armored age file of at most 64 KiB with one X25519 stanza for each
 * of the recipients that are named. What is inside, only the provider's keys tell.
 */
export function parseSealed(value: unknown): Result<SealedCredentials, readonly ParseIssue[]> {
  return parse(sealedCredentials, value)
}
