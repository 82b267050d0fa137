/** Endings of a parameter's name, written together or apart, behind which a secret stands whatever it looks like. */
const secretEnding =
  /(?:token|secret|passw(?:or)?d|passwd|passwort|passphrase|pwd|has[łl]o|sekret|(?:api|access|secret|private|shared|auth|encryption|license|ssh|storage|account|client|master)key|sess(?:ion)?id|session|jwt|signature|credentials?|bearer|otp|totp|authorization|hmac|vncticket)$/u

/** Short names that are secrets only where they stand alone. */
const secretWord = /^(?:pass|userpass|dbpass|pw|psw|pin|key|klucz|sig|sid|sess|apitoken|ticket|autologin)$/

/** Names that something else often stands behind: only what looks random is a secret. */
const doubtfulWord = /^(?:auth|hash|code|k|t|s|h|nonce|otc|magic|login|link|invite)$/

/** Form fields that repeat a password, and pages about one, not with one. */
const afterWord = /(?:confirm(?:ation)?|again|repeat|new|old|1|2)$/

/** Is the value of a parameter with this name worth stealing? */
export function isSecretName(name: string, value: string): boolean {
  const words = name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  const last = words.at(-1) ?? ''
  const whole = words.join('')
  if (/^public|^pub(?:lic)?key/.test(whole)) return false
  if (secretWord.test(last) && (words.length === 1 || last !== 'key' || secretEnding.test(whole))) return true
  if (secretEnding.test(whole) || secretEnding.test(whole.replace(afterWord, ''))) return true
  return doubtfulWord.test(last) && isRandom(value)
}

/** Is it long, with digits among the letters, as no word has them? */
export function isRandom(value: string): boolean {
  return value.length >= 12 && /\d/.test(value) && /\p{L}/u.test(value) && !/\s/.test(value)
}
