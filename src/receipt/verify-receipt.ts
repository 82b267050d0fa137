import { digestOf, verifyAuthorization } from '../authorization/digest.js'
import { parse } from '../parse.js'
import type { ParseIssue } from '../parse-issue.js'
import type { Result } from '../result.js'
import { claimsToBeReceipt, receipt } from './schema.js'
import type { AnyReceipt } from './ticket-receipt.js'

/** What a check of a receipt tells: as it was made, not as it was made, or something else altogether. */
export type ReceiptVerdict = ReceiptCheck['kind']

/** Checks that a value has the form of a receipt: no key missing, none too many. Says nothing about the digests. */
export function parseReceipt(value: unknown): Result<AnyReceipt, readonly ParseIssue[]> {
  return parse(receipt, value)
}

/** What a value turned out to be. The receipt as it stands there, where it can be read. */
export type ReceiptCheck =
  | { readonly kind: 'intact'; readonly receipt: AnyReceipt }
  | { readonly kind: 'changed'; readonly receipt?: AnyReceipt }
  | { readonly kind: 'not-a-receipt' }

/** Reads a receipt and tells whether it stands as it was made, see `verifyReceipt`. */
export async function inspectReceipt(value: unknown): Promise<ReceiptCheck> {
  if (!parse(claimsToBeReceipt, value).ok) return { kind: 'not-a-receipt' }
  const parsed = parseReceipt(value)
  if (!parsed.ok) return { kind: 'changed' }
  const { digest, ...rest } = parsed.value
  const given = [rest.authorization, ...('earlier' in rest ? rest.earlier : [])]
  const verified = await Promise.all([isDigestOf(digest, rest), ...given.map(verifyAuthorization)])
  return { kind: verified.every(Boolean) ? 'intact' : 'changed', receipt: parsed.value }
}

async function isDigestOf(digest: string, value: unknown): Promise<boolean> {
  return (await digestOf(value)) === digest
}

/**
 * Does everything on this receipt stand as it was made?
 *
 * `changed` for one changed byte, and for one key more or less; `not-a-receipt` for what doesn't claim to be one of this
 * version. Tamper evidence, not a signature: whoever changes a receipt can compute its digests anew. Never throws for
 * what is handed over; needs a secure context.
 */
export async function verifyReceipt(value: unknown): Promise<ReceiptVerdict> {
  return (await inspectReceipt(value)).kind
}
