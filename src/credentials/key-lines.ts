/** A private key in PEM: its name, the two lines of an old encrypted one, its base64. */
const pem =
  /^-----BEGIN ((?:[A-Z\d]{1,10} ){0,3}PRIVATE KEY)-----\s{0,9}(?:(Proc-Type: 4,ENCRYPTED)\s{0,9}(DEK-Info: (?:AES-\d{3}-CBC,[A-F\d]{32}|DES-(?:EDE3-)?CBC,[A-F\d]{16})))?([A-Za-z\d+/=\s]{16,20000})-----END \1-----$/

/** age's, one line. */
const ageKey = /^AGE-SECRET-KEY-1[A-Z\d]{58}$/

/**
 * The lines of a private key that stood in a field of one line, which drops them: those of its file, where they can be
 * told; `undefined` for PuTTY's and other formats, for part of a key, and for more than one.
 *
 * Lines of 64 characters (RFC 7468), OpenSSH's of 70.
 */
export function keyInLines(text: string): string | undefined {
  const trimmed = text.trim()
  if (ageKey.test(trimmed)) return `${trimmed}\n`
  const [, name, type, cipher, body] = pem.exec(trimmed) ?? []
  if (name === undefined || body === undefined) return undefined
  const lines = body.replaceAll(/\s/g, '').match(name.startsWith('OPENSSH') ? /.{1,70}/g : /.{1,64}/g) ?? []
  const head = type !== undefined && cipher !== undefined ? [type, cipher, ''] : []
  return [`-----BEGIN ${name}-----`, ...head, ...lines, `-----END ${name}-----`, ''].join('\n')
}
