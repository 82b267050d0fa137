/** Longer than any login details with a key, sealed to as many as there are engineers on call. */
const longestArmored = 65_536

const armor =
  /^-----BEGIN AGE ENCRYPTED FILE-----\n((?:[A-Za-z0-9+/]{64}\n)*(?:[A-Za-z0-9+/]{4}){0,15}[A-Za-z0-9+/=]{4})\n-----END AGE ENCRYPTED FILE-----\n?$/

/** Version, one X25519 stanza per recipient, MAC (https://age-encryption.org/v1, "Header"). */
const header =
  /^age-encryption\.org\/v1\n((?:-> X25519 [A-Za-z0-9+/]{43}\n[A-Za-z0-9+/]{43}\n)+)--- [A-Za-z0-9+/]{43}\n/

/** A nonce of 16 bytes, and the tag of 16 that closes even an empty text. */
const smallestPayload = 32

/**
 * To how many X25519 recipients is this armored age file sealed?
 *
 * @returns `undefined` for all that is none, or longer than 64 KiB: plain text, wherever it stands in an armor.
 */
export function countRecipients(armored: string): number | undefined {
  if (armored.length > longestArmored) return undefined
  const lines = armor.exec(armored)?.[1]
  const file = lines === undefined ? undefined : decode(lines.replaceAll('\n', ''))
  const found = file === undefined ? null : header.exec(file)
  if (file === undefined || found === null || file.length - found[0].length < smallestPayload)
    return undefined
  return found[1]?.split('-> ').slice(1).length
}

/** Bytes as Latin-1 text; `undefined` unless they can only be written so. */
function decode(base64: string): string | undefined {
  try {
    const bytes = atob(base64)
    return btoa(bytes) === base64 ? bytes : undefined
  } catch {
    return undefined
  }
}
