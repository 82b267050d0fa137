import { expect } from 'chai'
import fc from 'fast-check'
import { keyInLines } from '../../../src/index.js'

/** What a field of one line leaves of a text. */
const inOneLine = (text: string) => text.replaceAll(/[\r\n]/g, '')

const body = (length: number, width: number) =>
  'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj'
    .repeat(100)
    .slice(0, length)
    .match(new RegExp(`.{1,${width.toString()}}`, 'g'))!
    .join('\n')

const pem = (kind: string, width = 64, head = '') =>
  `-----BEGIN ${kind}-----\n${head}${body(1_592, width)}\n-----END ${kind}-----\n`

describe('a key that lost its line breaks', () => {
  const keys: [string, string][] = [
    ['PKCS #8', pem('PRIVATE KEY')],
    ['an encrypted PKCS #8', pem('ENCRYPTED PRIVATE KEY')],
    ['OpenSSL’s', pem('RSA PRIVATE KEY')],
    ['OpenSSH’s', pem('OPENSSH PRIVATE KEY', 70)],
    [
      'OpenSSL’s, encrypted',
      pem('RSA PRIVATE KEY', 64, `Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,${'0A1B2C3D'.repeat(4)}\n\n`),
    ],
    [
      'OpenSSL’s, encrypted as it was long ago',
      pem('DSA PRIVATE KEY', 64, 'Proc-Type: 4,ENCRYPTED\nDEK-Info: DES-EDE3-CBC,0A1B2C3D0A1B2C3D\n\n'),
    ],
    ['age’s', `AGE-SECRET-KEY-1${'Q'.repeat(58)}\n`],
  ]
  for (const [what, key] of keys) {
    it(`has those of its file again: ${what}`, () => {
      expect(keyInLines(inOneLine(key))).to.equal(key)
      expect(keyInLines(` ${key.replaceAll('\n', ' ')} `), 'blanks in their place').to.equal(key)
      expect(keyInLines(key), 'none lost').to.equal(key)
    })
  }

  for (const [what, text] of [
    ['nothing', ''],
    ['a password', 's3cret'],
    ['a key without its end', inOneLine(pem('PRIVATE KEY')).slice(0, 500)],
    ['a key with another end', inOneLine(pem('PRIVATE KEY').replace('END PRIVATE', 'END RSA PRIVATE'))],
    ['two keys', inOneLine(pem('PRIVATE KEY').repeat(2))],
    ['a key amid words', `here it is: ${inOneLine(pem('PRIVATE KEY'))}`],
    ['a public key', inOneLine(pem('PUBLIC KEY'))],
    ['PuTTY’s', 'PuTTY-User-Key-File-3: ssh-ed25519Encryption: noneComment: a'],
    ['PGP’s, whose checksum has a line', inOneLine(pem('PGP PRIVATE KEY BLOCK'))],
  ] as const) {
    it(`is left alone where its lines can’t be told: ${what}`, () => {
      expect(keyInLines(text)).to.equal(undefined)
    })
  }

  it('loses and gains no character that counts', () => {
    const base64 = fc.string({ unit: fc.constantFrom(...'ABCxyz019+/'), minLength: 16, maxLength: 500 })
    fc.assert(
      fc.property(base64, text => {
        const key = `-----BEGIN EC PRIVATE KEY-----${text}-----END EC PRIVATE KEY-----`
        expect(inOneLine(keyInLines(key) ?? '')).to.equal(key)
      }),
    )
  })

  it('is not found in sixty thousand characters of nonsense', () => {
    for (const piece of ['A', '-----BEGIN PRIVATE KEY-----', '-----BEGIN PRIVATE KEY-----A', ' ', 'A-']) {
      const text = piece.repeat(60_000 / piece.length)
      expect(keyInLines(text), piece).to.equal(undefined)
      expect(keyInLines(`-----BEGIN PRIVATE KEY-----${text}`), piece).to.equal(undefined)
    }
  })
})
