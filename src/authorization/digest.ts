import canonicalize from 'canonicalize'
import { sha256 } from '../sha256.js'
import type { Authorization, AuthorizationRecord } from './authorization.js'
import { parseAuthorization } from './parse-authorization.js'

/**
 * SHA-256 of a value as RFC 8785 canonical JSON: 64 lower-case hex digits, the same for the same data in whatever order
 * and on whatever machine. For values of JSON only: what JSON can't say (`undefined`, dates, files) is to be left out
 * before.
 *
 * @throws {Error} for `NaN`, infinities, bigints, cycles, lone surrogates, and where there is nothing to digest.
 */
export async function digestOf(value: unknown): Promise<string> {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('nothing to digest')
  return sha256(text)
}

/**
 * Puts the digest to a record: tamper evidence that anyone can check, not a signature.
 *
 * @throws {Error} for a text with half a character (a lone surrogate) in it, which has no UTF-8 form.
 */
export async function signAuthorization(record: AuthorizationRecord): Promise<Authorization> {
  return { record, digest: await digestOf(record) }
}

/**
 * Is this a whole authorization, and does its digest belong to its record?
 *
 * `false` for everything else, one changed byte and one further key included. Never throws for what is handed over;
 * needs a secure context.
 */
export async function verifyAuthorization(authorization: unknown): Promise<boolean> {
  const parsed = parseAuthorization(authorization)
  return parsed.ok && (await digestOf(parsed.value.record)) === parsed.value.digest
}
