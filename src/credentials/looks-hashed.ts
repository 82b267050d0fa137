/**
 * A password as systems keep it: crypt(5), with or without the line of `/etc/shadow` around it, PHC, LDAP's and MySQL's
 * forms, the frameworks', and bare digests, NTLM's pair among them.
 */
const hashed = [
  /^(?:[\w.-]{1,32}:)?!{0,2}\$(?:1|2[abxy]?|5|6|7|y|gy|sha1|md5|apr1|argon2(?:id?|d)|scrypt|pbkdf2(?:-sha\d{1,3})?|P|H|S|NT)\$./i,
  /^\{(?:S?SHA\d{0,3}|S?MD5|CRYPT|PBKDF2[\w-]{0,9}|ARGON2)\}./i,
  /^(?:pbkdf2_sha\d{1,3}|bcrypt(?:_sha256)?|argon2|scrypt)\$./,
  /^\*[\dA-F]{40}$/,
  /^(?:[\w.$-]{1,64}:\d{1,10}:)?[\da-f]{32}:[\da-f]{32}(?::{1,3})?$/i,
  /^(?=.{0,127}[a-f])(?:0x)?(?:[\da-f]{32}|[\da-f]{40}|[\da-f]{56}|[\da-f]{64}|[\da-f]{96}|[\da-f]{128})$/i,
]

/** Does a text look like what is kept of a password, and not like the password? */
export function looksHashed(text: string): boolean {
  return hashed.some(form => form.test(text))
}
