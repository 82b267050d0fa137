import { expect } from 'chai'
import fc from 'fast-check'
import {
  credentialWarningCodes,
  credentialWarnings,
  isMendable,
  mend,
  type CredentialField,
  type CredentialWarning,
} from '../../../src/index.js'
import { awkwardPasswords } from '../../support/awkward-passwords.js'

const pem = (kind: string): string =>
  `-----BEGIN ${kind}-----\nMIIBVgIBADANBgkqhkiG9w0BAQ\n-----END ${kind}-----\n`
const base64 = 'AAAAC3NzaC1lZDI1NTE5AAAAIET3P8RWUHBXzUBSedmRpiQtXaHBy9t6ZtL1WJXKxzDH'

const hex = (length: number) => '0123456789abcdef'.repeat(8).slice(0, length)

const cases: [string, CredentialField, string, string, CredentialWarning[]][] = [
  ['an ordinary password', 'password', 'correct horse battery', 'root', []],
  ['nothing at all', 'password', '', '', []],
  ['a blank before it', 'password', ' s3cret', 'root', ['edge-blanks']],
  ['a tab after it', 'password', 's3cret\t', 'root', ['edge-blanks']],
  ['a no-break space after it', 'password', 's3cret\u00a0', 'root', ['edge-blanks']],
  ['a blank after a passphrase', 'passphrase', 'open sesame ', 'root', ['edge-blanks']],
  ['nothing but blanks', 'password', '  ', 'root', ['edge-blanks']],
  ['the user name', 'password', 'root', 'root', ['equals-username']],
  ['the user name, which has blanks around', 'password', 'root', ' root ', ['equals-username']],
  ['the user name in other letters', 'password', 'Root', 'root', []],
  ['the user name as a passphrase', 'passphrase', 'root', 'root', []],
  [
    'an OpenSSH key for a password',
    'password',
    pem('OPENSSH PRIVATE KEY'),
    'root',
    ['looks-like-private-key'],
  ],
  [
    'a key without its line breaks',
    'password',
    pem('RSA PRIVATE KEY').replaceAll('\n', ''),
    '',
    ['looks-like-private-key'],
  ],
  [
    'an encrypted key for a passphrase',
    'passphrase',
    pem('ENCRYPTED PRIVATE KEY'),
    '',
    ['looks-like-private-key'],
  ],
  [
    'a PuTTY key for a password',
    'password',
    'PuTTY-User-Key-File-3: ssh-ed25519',
    '',
    ['looks-like-private-key'],
  ],
  ['a private key, in its place', 'privateKey', pem('OPENSSH PRIVATE KEY'), 'root', []],
  ['a plain private key, in its place', 'privateKey', pem('PRIVATE KEY'), 'root', []],
  [
    'a public key for a private one',
    'privateKey',
    `ssh-ed25519 ${base64} anna@laptop\n`,
    '',
    ['looks-like-public-key'],
  ],
  ['a public key in PEM', 'privateKey', pem('PUBLIC KEY'), '', ['looks-like-public-key']],
  [
    'a public key with its options',
    'privateKey',
    `from="10.0.0.1" ecdsa-sha2-nistp256 ${base64}`,
    '',
    ['looks-like-public-key'],
  ],
  ['a public key for a password', 'password', `ssh-rsa ${base64}`, '', ['looks-like-public-key']],
  [
    'both halves in the place of the private one',
    'privateKey',
    `ssh-ed25519 ${base64}\n${pem('OPENSSH PRIVATE KEY')}`,
    '',
    [],
  ],

  ['a zero-width space inside', 'password', 'pass\u200bword', '', ['invisible-characters']],
  ['a word joiner at the end', 'password', 'password\u2060', '', ['invisible-characters']],
  ['a soft hyphen', 'password', 'pass\u00adword', '', ['invisible-characters']],
  ['a mark of direction', 'password', '\u202epassword', '', ['invisible-characters']],
  ['a control character', 'password', 'pass\u0007word', '', ['invisible-characters']],
  ['a Hangul filler', 'password', 'pass\u3164word', '', ['invisible-characters']],
  ['the joiners of an emoji', 'password', 'a👩\u200d💻b☠\ufe0f', '', ['hard-to-type']],
  ['an invisible character in a passphrase', 'passphrase', 'open\u200bsesame', '', ['invisible-characters']],
  [
    'an invisible character in a key',
    'privateKey',
    `\u200b${pem('PRIVATE KEY')}`,
    '',
    ['invisible-characters'],
  ],
  ['the lines of a key on Windows', 'privateKey', pem('PRIVATE KEY').replaceAll('\n', '\r\n'), '', []],
  ['a tab in a key', 'privateKey', 'PuTTY-User-Key-File-3:\tssh-ed25519', '', []],
  ['an invisible character in the user name', 'username', 'ro\u200bot', '', ['invisible-characters']],

  ['a no-break space inside', 'password', 'a\u00a0b', '', ['unusual-blanks']],
  ['a tab inside, as from a table', 'password', 'root\ts3cret', '', ['unusual-blanks']],
  ['an ordinary space inside', 'password', 'a b', '', []],
  [
    'no-break spaces inside and at the end',
    'password',
    'a\u00a0b\u00a0',
    '',
    ['edge-blanks', 'unusual-blanks'],
  ],
  [
    'no-break spaces in a key’s header',
    'privateKey',
    pem('PRIVATE KEY').replaceAll(' ', '\u00a0'),
    '',
    ['unusual-blanks'],
  ],

  ['English quotes', 'password', '“s3cret”', '', ['typographic-marks']],
  ['Polish quotes', 'password', '„s3cret”', '', ['typographic-marks']],
  ['an apostrophe as phones set it', 'password', 'don’t', '', ['typographic-marks']],
  ['a dash in place of hyphens', 'password', 's3cret—2024', '', ['typographic-marks']],
  ['an ellipsis', 'password', 's3cret…', '', ['typographic-marks']],
  ['straight quotes and hyphens', 'password', `"s3-cret'...`, '', []],
  ['quotes around a user name', 'username', '“root”', '', ['typographic-marks']],

  ['a Cyrillic letter among Latin ones', 'password', 'p\u0430ssword', '', ['look-alike-letters']],
  ['a Greek capital among Latin ones', 'password', 'S3CRE\u03a4', '', ['look-alike-letters']],
  [
    'Cyrillic letters that all pass for Latin ones',
    'password',
    '\u0440\u0430\u0441123',
    '',
    ['look-alike-letters'],
  ],
  ['full-width letters', 'password', '\uff50\uff41\uff53\uff53', '', ['look-alike-letters']],
  ['mathematical letters', 'password', '𝐩𝐚𝐬𝐬', '', ['look-alike-letters']],
  ['a Cyrillic word', 'password', 'пароль', '', ['hard-to-type']],
  ['a Cyrillic letter in the user name', 'username', 'r\u043eot', '', ['look-alike-letters']],
  ['a look-alike and an accent', 'password', 'p\u0430sswörd', '', ['look-alike-letters', 'hard-to-type']],

  ['Polish letters', 'password', 'Zażółć', '', ['hard-to-type']],
  ['letters with accents of their own', 'password', 'e\u0301', '', ['hard-to-type']],
  ['a pound sign', 'password', 'abc£', '', ['hard-to-type']],
  ['Polish letters in a passphrase, typed at one’s own keyboard', 'passphrase', 'Zażółć', '', []],
  ['Polish letters in the user name', 'username', 'świetny', '', []],
  ['all signs of ASCII', 'password', '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~', '', []],

  [
    'SHA-512-crypt',
    'password',
    '$6$saltsalt$qFmFH.bQmmtXzyBY0s9v7Oicd2z4XSIecDzlB5KiA2',
    '',
    ['looks-like-hash'],
  ],
  ['yescrypt', 'password', '$y$j9T$F5Jx5fExrKuPp53xLKQ..1$X3DX6M94c7o', '', ['looks-like-hash']],
  [
    'bcrypt',
    'password',
    '$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW',
    '',
    ['looks-like-hash'],
  ],
  [
    'Argon2',
    'password',
    '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$RdescudvJCsgt3ub',
    '',
    ['looks-like-hash'],
  ],
  ['a line of /etc/shadow', 'password', 'root:$6$abc$def:19000:0:99999:7:::', '', ['looks-like-hash']],
  ['a locked hash', 'password', '!$6$abc$def', '', ['looks-like-hash']],
  ['a salted one of LDAP', 'password', '{SSHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=', '', ['looks-like-hash']],
  ['Django’s', 'password', 'pbkdf2_sha256$260000$abc$def=', '', ['looks-like-hash']],
  ['MySQL’s', 'password', '*2470C0C06DEE42FD1618BB99005ADCA2EC9D1E19', '', ['looks-like-hash']],
  ['NTLM’s pair', 'password', `${hex(32)}:${hex(32)}`, '', ['looks-like-hash']],
  ['a line of pwdump', 'password', `Administrator:500:${hex(32)}:${hex(32)}:::`, '', ['looks-like-hash']],
  ['an MD5 digest', 'password', hex(32), '', ['looks-like-hash']],
  ['a SHA-256 digest in capitals', 'password', hex(64).toUpperCase(), '', ['looks-like-hash']],
  ['a hash with a blank after it', 'password', `${hex(40)} `, '', ['looks-like-hash', 'edge-blanks']],
  ['hex digits of another length', 'password', hex(24), '', []],
  ['a long number', 'password', '0123456789'.repeat(4), '', []],
  ['a password with dollar signs', 'password', '$ecret$6$', '', []],
  ['a price', 'password', '$5 and $6', '', []],
  ['a hash for a passphrase', 'passphrase', hex(32), '', []],

  ['the e-mail address of the account', 'username', ' Anna@sklep.example ', '', ['username-is-email']],
  ['another e-mail address', 'username', 'anna@other.example', '', []],
  ['that address as a password', 'password', 'anna@sklep.example', '', []],
  ['no user name', 'username', '', '', []],
]

describe('warnings about login details', () => {
  for (const [what, field, value, username, codes] of cases) {
    it(`of ${what}: ${codes.join(', ') || 'none'}`, () => {
      const typed = { field, value, username, email: 'anna@sklep.example' }
      expect(credentialWarnings(typed)).to.deep.equal(codes)
    })
  }

  it('of what the browser filled in come before what it looks like, and never for an empty field', () => {
    const filled = (value: string) =>
      credentialWarnings({ field: 'password', value, username: 'root', isFilled: true })
    expect(filled('s3cret ')).to.deep.equal(['filled-by-browser', 'edge-blanks'])
    expect(filled('')).to.deep.equal([])
  })

  it('know no e-mail address where the account has none', () => {
    for (const email of [undefined, '', ' '])
      expect(credentialWarnings({ field: 'username', value: '', username: '', email })).to.deep.equal([])
  })

  it('are gone once they are mended, and come in a fixed order', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...awkwardPasswords))
    fc.assert(
      fc.property(texts, value => {
        const warningsOf = (now: string) =>
          credentialWarnings({ field: 'password', value: now, username: '' })
        const codes = warningsOf(value)
        expect(codes).to.deep.equal(credentialWarningCodes.filter(code => codes.includes(code)))
        for (const code of codes)
          if (isMendable(code)) expect(warningsOf(mend(value, code)), code).to.not.include(code)
      }),
    )
  })

  it('hold nothing of what was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (value, username) => {
        for (const code of credentialWarnings({ field: 'password', value, username }))
          expect(code).to.match(/^[a-z-]+$/)
      }),
    )
  })

  it('speak of blanks at the ends exactly where trimming would change the password', () => {
    for (const value of awkwardPasswords)
      expect(
        credentialWarnings({ field: 'password', value, username: '' }).includes('edge-blanks'),
        value,
      ).to.equal(value.trim() !== value)
  })
})
