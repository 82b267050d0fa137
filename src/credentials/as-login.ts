import { keyInLines } from './key-lines.js'
import { kindOfKey } from './key-kind.js'
import type { SecretKind } from './leaks/found.js'

/** A secret as it belongs into the field of its kind. */
export interface AsLogin {
  readonly kind: 'password' | 'private-key'
  readonly value: string
}

/**
 * A secret that was found in a text, as the login detail that it may be; `undefined` where it opens something else: a
 * token, a recovery key, the password in an address. A key gets back the lines that quoting or pasting took.
 */
export function asLogin(kind: SecretKind, words: string): AsLogin | undefined {
  if (kind === 'password') return { kind, value: words }
  if (kind !== 'key' || kindOfKey(words) !== 'private' || words.includes('AGE-SECRET-KEY-')) return undefined
  const unquoted = words.replace(/^[ \t]*(?:>[ \t]?){1,5}/gm, '')
  return { kind: 'private-key', value: keyInLines(unquoted) ?? unquoted }
}
