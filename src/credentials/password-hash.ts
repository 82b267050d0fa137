import { pick, type RandomSource } from './generated-password.js'

const crypt64 = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** The fewest that the format allows: of a random password of 107 bits nobody tries a second one. */
const rounds = 1_000

/**
 * The hash of a password as Unix systems keep it (`$5$`, SHA-256-crypt), so that a command can set a password without
 * holding it. Understood by glibc, libxcrypt, musl and FreeBSD. Needs a secure context.
 *
 * After U. Drepper, "Unix crypt using SHA-256 and SHA-512", https://www.akkadia.org/drepper/SHA-crypt.txt; the numbers
 * of its steps are in the code.
 */
export async function passwordHash(password: string, random: RandomSource): Promise<string> {
  const salt = pick(crypt64, 16, random)
  return `$5$rounds=${rounds.toString()}$${salt}$${await sha256crypt(encode(password), encode(salt), rounds)}`
}

type Bytes = Uint8Array<ArrayBuffer>

async function sha256crypt(password: Bytes, salt: Bytes, count: number): Promise<string> {
  const inner = await sha256(password, salt, password) // 4–8
  const bits: Bytes[] = []
  for (let length = password.length; length > 0; length >>= 1) bits.push(length & 1 ? inner : password) // 11
  let digest = await sha256(password, salt, stretch(inner, password.length), ...bits) // 1–3, 9–12

  const p = stretch(await sha256(...repeat(password, password.length)), password.length) // 13–16
  const s = stretch(await sha256(...repeat(salt, 16 + (digest[0] ?? 0))), salt.length) // 17–20
  for (let round = 0; round < count; round++) {
    const odd = round % 2 === 1
    digest = await sha256(
      odd ? p : digest,
      ...(round % 3 === 0 ? [] : [s]),
      ...(round % 7 === 0 ? [] : [p]),
      odd ? digest : p,
    ) // 21
  }
  return inCrypt64(digest) // 22
}

async function sha256(...parts: readonly Bytes[]): Promise<Bytes> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', whole))
}

function repeat(bytes: Bytes, times: number): readonly Bytes[] {
  return Array.from({ length: times }, () => bytes)
}

/** The digest, repeated and cut to this length. */
function stretch(digest: Bytes, length: number): Bytes {
  return Uint8Array.from({ length }, (_, index) => digest[index % digest.length] ?? 0)
}

function inCrypt64(digest: Bytes): string {
  const groups = Array.from({ length: 10 }, (_, index) => {
    // The three bytes of a group lie ten apart; from one group to the next their order turns by one.
    const [a, b, c] = [index, index + 10, index + 20]
    return index % 3 === 0 ? [a, b, c] : index % 3 === 1 ? [c, a, b] : [b, c, a]
  })
  return (
    groups.map(([high = 0, middle = 0, low = 0]) => letters(digest, high, middle, low)).join('') +
    letters(digest, undefined, 31, 30).slice(0, 3)
  )
}

function letters(digest: Bytes, ...places: readonly (number | undefined)[]): string {
  let word = places.reduce<number>((sum, place) => (sum << 8) | (digest[place ?? -1] ?? 0), 0)
  let text = ''
  for (let count = 0; count < 4; count++) {
    text += crypt64.charAt(word & 63)
    word >>= 6
  }
  return text
}

function encode(text: string): Bytes {
  return new TextEncoder().encode(text)
}
