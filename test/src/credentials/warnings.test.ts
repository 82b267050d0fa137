import { expect } from 'chai'
import fc from 'fast-check'
import { credentialWarnings, type CredentialWarning, type SecretField } from '../../../src/index.js'
import { awkwardPasswords } from '../../support/awkward-passwords.js'

const pem = (kind: string): string =>
  `-----BEGIN ${kind}-----\nMIIBVgIBADANBgkqhkiG9w0BAQ\n-----END ${kind}-----\n`
const base64 = 'AAAAC3NzaC1lZDI1NTE5AAAAIET3P8RWUHBXzUBSedmRpiQtXaHBy9t6ZtL1WJXKxzDH'

const cases: [string, SecretField, string, string, CredentialWarning[]][] = [
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
]

describe('warnings about login details', () => {
  for (const [what, field, value, username, codes] of cases) {
    it(`of ${what}: ${codes.join(', ') || 'none'}`, () => {
      expect(credentialWarnings({ field, value, username })).to.deep.equal(codes)
    })
  }

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

  for (const [what, piece] of [
    ['blanks', ' '],
    ['dashes', '-----BEGIN '],
    ['half a header', '-----BEGIN RSA RSA RSA '],
    ['lines', '\n'],
    ['public beginnings', 'ecdsa-sha2-nistp'],
  ] as const) {
    it(`come at once for ten thousand characters of ${what}`, () => {
      const value = piece.repeat(10_000 / piece.length)
      const start = performance.now()
      credentialWarnings({ field: 'password', value, username: '' })
      expect(performance.now() - start).to.be.below(50)
    })
  }
})
