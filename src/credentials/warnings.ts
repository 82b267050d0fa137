import { kindOfKey } from './key-kind.js'
import { withoutLookAlikes } from './look-alike.js'
import { looksHashed } from './looks-hashed.js'
import { mend, type Mendable } from './mend.js'

/** What may be wrong with login details, and need not be, the most useful to know first; words: `warning.<code>`. */
export const credentialWarningCodes = [
  'looks-like-private-key',
  'looks-like-public-key',
  'looks-like-hash',
  'filled-by-browser',
  'username-is-email',
  'equals-username',
  'edge-blanks',
  'invisible-characters',
  'unusual-blanks',
  'typographic-marks',
  'look-alike-letters',
  'hard-to-type',
] as const

/** What a person should look at once more; never a reason to refuse. */
export type CredentialWarning = (typeof credentialWarningCodes)[number]

/** The field that a secret is typed into. */
export type SecretField = 'password' | 'privateKey' | 'passphrase'

/** The fields that are looked at. */
export type CredentialField = SecretField | 'username'

/** A secret, or the user name, as it stands in its field. */
export interface TypedSecret {
  readonly field: CredentialField
  readonly value: string
  /** The account that it is for; empty while it isn't known. */
  readonly username: string
  /** The e-mail address of the customer's account with the provider, where it is known. */
  readonly email?: string | undefined
  /** Did the browser fill it in, with nobody typing or pasting? */
  readonly isFilled?: boolean
}

type Codes = readonly CredentialWarning[]

const inText: Codes = ['invisible-characters', 'unusual-blanks', 'typographic-marks', 'look-alike-letters']
const inLine: Codes = [
  'looks-like-private-key',
  'looks-like-public-key',
  'filled-by-browser',
  'edge-blanks',
  ...inText,
]

/** A user name is trimmed, a key's file ends with a line break; a passphrase is typed at the engineer's own keyboard. */
const lookedFor: Readonly<Record<CredentialField, Codes>> = {
  username: ['username-is-email', ...inText],
  password: [...inLine, 'looks-like-hash', 'equals-username', 'hard-to-type'],
  privateKey: ['looks-like-public-key', 'invisible-characters', 'unusual-blanks'],
  passphrase: inLine,
}

/**
 * What in a secret or a user name looks like a slip: characters that came with copying, what belongs into another field,
 * what no engineer can type on a console. The most useful to know comes first.
 *
 * Only codes come out, nothing of what was typed. Nothing else is said of a key.
 */
export function credentialWarnings(typed: TypedSecret): Codes {
  const found = foundIn(typed)
  return credentialWarningCodes.filter(code => found.has(code) && lookedFor[typed.field].includes(code))
}

function foundIn({ field, value, username, email = '', isFilled = false }: TypedSecret): ReadonlySet<string> {
  const key = kindOfKey(value)
  if (key && field !== 'privateKey') return new Set([`looks-like-${key}-key`])
  if (key === 'public') return new Set(['looks-like-public-key'])
  const inner = value.trim()
  // A tab does no harm in a key.
  const text = field === 'privateKey' ? inner.replaceAll('\t', ' ') : inner
  const plain = inOrder.reduce(mend, text)
  const genuine = withoutLookAlikes(plain)
  const signs: readonly (readonly [CredentialWarning, boolean])[] = [
    ['looks-like-hash', looksHashed(inner)],
    ['filled-by-browser', isFilled && value !== ''],
    ['username-is-email', inner !== '' && inner.toLowerCase() === email.trim().toLowerCase()],
    ['equals-username', value !== '' && value === username.trim()],
    ['edge-blanks', inner !== value],
    ...inOrder.map(code => [code, mend(text, code) !== text] as const),
    ['look-alike-letters', genuine !== plain],
    ['hard-to-type', /[^\0-\x7f]/.test(genuine)],
  ]
  return new Set(signs.filter(([, holds]) => holds).map(([code]) => code))
}

const inOrder: readonly Mendable[] = ['invisible-characters', 'unusual-blanks', 'typographic-marks']
