/** Fills bytes with randomness that nobody can foresee, as `crypto.getRandomValues` does. */
export type RandomSource = (bytes: Uint8Array<ArrayBuffer>) => void

const lower = 'bcdefghjknprstuvx'
const upper = 'BCDEFGHJKLNPRSTUVX'
const digits = '234679'

/**
 * Letters that lie on the same key in QWERTY, QWERTZ and AZERTY, and digits, without those that look like others
 * (0 O o, 1 l I i, 2 Z, 5 S, 8 B): an engineer may have to type them on a console whose layout nobody knows. No shell,
 * no PowerShell and no password file takes any of them for more than itself.
 */
const alphabet = lower + upper + digits

/** 41 characters: 20 of them are 107 bits. */
const passwordLength = 20

const classes = [lower, upper, digits].map(letters => new RegExp(`[${letters}]`))
const onlyAlphabet = new RegExp(`^[${alphabet}]{${passwordLength.toString()}}$`)

/**
 * A password for an account that lives for days: at least 100 bits, with small and capital letters and digits, which is
 * what Windows asks of a complex one.
 *
 * @throws Error if the source of randomness stands still.
 */
export function generatePassword(random: RandomSource): string {
  for (let tries = 0; tries < 1_000; tries++) {
    const password = pick(alphabet, passwordLength, random)
    // Drawn anew as a whole: every password that has all three classes stays as likely as any other.
    if (isGeneratedPassword(password)) return password
  }
  throw new Error('the source of randomness stands still')
}

/** Is this a password as `generatePassword` makes them? Only such a one is put into a command. */
export function isGeneratedPassword(text: string): boolean {
  return onlyAlphabet.test(text) && classes.every(characters => characters.test(text))
}

/** A name for the account: short enough for Windows, free of what moves between keyboard layouts. */
export function generateAccountName(random: RandomSource): string {
  return `support${pick(digits, 4, random)}`
}

/** So many characters of an alphabet, each as likely as the others. */
export function pick(characters: string, count: number, random: RandomSource): string {
  // The last bytes, which would favour the first characters, are not used.
  const even = 256 - (256 % characters.length)
  let picked = ''
  for (let tries = 0; picked.length < count && tries < 1_000; tries++) {
    const bytes = new Uint8Array(count)
    random(bytes)
    for (const byte of bytes) if (byte < even) picked += characters.charAt(byte % characters.length)
  }
  return picked.slice(0, count)
}
