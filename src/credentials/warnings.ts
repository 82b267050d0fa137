import { kindOfKey } from './key-kind.js'

/** What may be wrong with login details, and need not be; the words are made from `warning.<code>`. */
export const credentialWarningCodes = [
  'edge-blanks',
  'equals-username',
  'looks-like-private-key',
  'looks-like-public-key',
] as const

/** What a person should look at once more; never a reason to refuse. */
export type CredentialWarning = (typeof credentialWarningCodes)[number]

/** The field that a secret is typed into. */
export type SecretField = 'password' | 'privateKey' | 'passphrase'

/** A secret as it stands in its field. */
export interface TypedSecret {
  readonly field: SecretField
  readonly value: string
  /** The account that it is for; empty while it isn't known. */
  readonly username: string
}

/**
 * What in a secret looks like a slip: a blank that came with copying, the user name, a key in the wrong place.
 *
 * Only codes come out, nothing of the secret. A key's file ends with a line break, so its edges are not looked at.
 */
export function credentialWarnings({ field, value, username }: TypedSecret): readonly CredentialWarning[] {
  const key = kindOfKey(value)
  const isLine = field !== 'privateKey'
  const codes: readonly (readonly [CredentialWarning, boolean])[] = [
    ['looks-like-private-key', isLine && key === 'private'],
    ['looks-like-public-key', key === 'public'],
    ['edge-blanks', isLine && key === undefined && value !== value.trim()],
    ['equals-username', field === 'password' && value !== '' && value === username.trim()],
  ]
  return codes.filter(([, holds]) => holds).map(([code]) => code)
}
