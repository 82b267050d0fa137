/** PEM (RFC 7468) and OpenSSH's like of it, the SSH2 form of RFC 4716's authors, PGP's, PuTTY's, and age's own. */
const privateKey =
  /-----BEGIN (?:[A-Z\d]{1,10} ){0,3}PRIVATE KEY(?: BLOCK)?-----|---- BEGIN SSH2 (?:ENCRYPTED )?PRIVATE KEY ----|PuTTY-User-Key-File-\d|AGE-SECRET-KEY-1/

/** A line as in `authorized_keys`, whatever stands before it; its base64 begins with the length of the type's name. */
const publicKey =
  /(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-nistp\d{3}|sk-(?:ssh-ed25519|ecdsa-sha2-nistp256)@openssh\.com) AAAA|-----BEGIN (?:[A-Z\d]{1,10} ){0,3}PUBLIC KEY(?: BLOCK)?-----|---- BEGIN SSH2 PUBLIC KEY ----/

/** Which half of a key pair stands in a text; where both do, the one that must not be seen. */
export function kindOfKey(text: string): 'private' | 'public' | undefined {
  if (privateKey.test(text)) return 'private'
  return publicKey.test(text) ? 'public' : undefined
}
