import type { FieldKey } from './field.js'

/** What is missing or wrong in a request; the words are made from `issue.<code>`. */
export const issueCodes = [
  'server-missing',
  'server-malformed',
  'server-unlisted',
  'server-secret',
  'problem-missing',
  'action-missing',
  'reopen-reason-missing',
  'quantity-malformed',
  'quantity-not-whole',
  'quote-lapsed',
  'text-too-long',
  'text-broken',
  'secret-in-text',
  'secret-undecided',
  'file-suspect',
  'access-missing',
  'credentials-required',
  'username-missing',
  'password-missing',
  'password-wiped',
  'password-broken',
  'private-key-missing',
  'port-malformed',
  'console-consent-missing',
  'duty-missing',
  'reboot-needed',
  'methods-missing',
  'signer-missing',
  'owner-only',
  'owner-undeclared',
  'authorization-missing',
  'refused',
  'too-large',
] as const

/** Why a field is not in order. */
export type IssueCode = (typeof issueCodes)[number]

/** One thing to correct: where, and why. */
export interface Issue {
  readonly field: FieldKey
  readonly code: IssueCode
}
