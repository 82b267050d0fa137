import { Decrypter, armor } from 'age-encryption'
import { expect } from 'chai'
import fc from 'fast-check'
import {
  fingerprint,
  openSealed,
  parseSealed,
  type Credentials,
  type SealedCredentials,
} from '../../../src/index.js'
import { awkwardPasswords } from '../../support/awkward-passwords.js'
import { binding, keys, login, makeKey, open, seal } from '../../support/sealing.js'

/** The text behind `age -d`, as the engineer would see it. */
async function plainText(sealed: SealedCredentials): Promise<string> {
  const decrypter = new Decrypter()
  decrypter.addIdentity((await keys)[0].identity)
  return decrypter.decrypt(armor.decode(sealed.armored), 'text')
}

const codePoints = (text: string) => [...text].map(character => character.codePointAt(0))

describe('sealed login details', () => {
  for (const password of awkwardPasswords) {
    it(`S19: open code point for code point: ${JSON.stringify(password.slice(0, 40))}`, async () => {
      const opened = await open(await seal(login(password)))
      if (!opened.ok || !('password' in opened.value.credentials)) throw new Error('did not open')
      expect(codePoints(opened.value.credentials.password)).to.deep.equal(codePoints(password))
    })
  }

  it('S8: open for every one of the keys, and for no other', async () => {
    const sealed = await seal(login('hunter2'))
    for (const key of [0, 1]) expect((await open(sealed, key)).ok).to.equal(true)
    const stranger = await makeKey('stranger')
    expect(await openSealed(sealed.armored, stranger.identity)).to.deep.equal({
      ok: false,
      error: 'wrong-key-or-damaged',
    })
  })

  it('open as what they were, and for what they were given', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }),
        fc.option(fc.integer({ min: 1, max: 65_535 }), { nil: undefined }),
        fc.boolean(),
        fc.oneof(
          fc.record({ password: fc.string({ unit: 'grapheme' }) }),
          fc.record(
            { privateKey: fc.string(), passphrase: fc.string({ unit: 'grapheme' }) },
            { requiredKeys: ['privateKey'] },
          ),
        ),
        async (username, port, secondFactor, secret) => {
          const credentials: Credentials = {
            username,
            secondFactor,
            ...secret,
            ...(port === undefined ? {} : { port }),
          }
          expect(await open(await seal(credentials))).to.deep.equal({
            ok: true,
            value: { credentials, binding, keyIds: ['on-call', 'escrow'] },
          })
        },
      ),
      { numRuns: 25 },
    )
  })

  it('name whom they are sealed to, with the fingerprint that a person can compare', async () => {
    const [a, b] = (await keys).map(({ recipient }) => recipient)
    expect((await seal(login('x'))).recipients).to.deep.equal([
      { id: 'on-call', label: 'Key on-call', fingerprint: await fingerprint(a!.recipient) },
      { id: 'escrow', label: 'Key escrow', fingerprint: await fingerprint(b!.recipient) },
    ])
    // echo -n age1… | sha256sum | cut -c1-16
    expect(await fingerprint('age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p')).to.equal(
      'cf7e568231315068',
    )
  })

  it('read, behind age -d, as JSON that a person understands', async () => {
    const text = await plainText(
      await seal({ username: 'FIRMA\\ewa', port: 2222, secondFactor: true, password: 'żółw \u200b\u001b' }),
    )
    expect(text.trimEnd().split('\n')).to.deep.equal([
      '{',
      '  "v": 1,',
      '  "requestKey": "key-0001-abcd",',
      '  "account": "C-20417",',
      '  "server": "2a01:4f8::1",',
      '  "time": "2026-11-22T21:00:00.000Z",',
      '  "keyIds": [',
      '    "on-call",',
      '    "escrow"',
      '  ],',
      '  "username": "FIRMA\\\\ewa",',
      '  "password": "żółw \\u200b\\u001b",',
      '  "port": 2222,',
      '  "secondFactor": true',
      '}',
    ])
  })

  it('put nothing on a terminal that it would obey, nor anything that nobody sees', async () => {
    for (const password of awkwardPasswords) {
      const text = await plainText(await seal(login(password)))
      expect(text.replaceAll('\n', '')).not.to.match(/[\p{Cc}\p{Cf}\u2028\u2029\u00a0]/u)
    }
  })

  it('S8: tell next to nothing of a password’s length by their own', async () => {
    const lengths = new Set<number>()
    for (const character of ['a', 'ż', '"', '🔥', '\u001b']) {
      for (let length = 1; length <= 128; length += character === 'a' ? 1 : 9) {
        lengths.add((await seal(login(character.repeat(length)))).armored.length)
      }
    }
    expect(lengths.size).to.be.within(1, 4)
  }).timeout(20_000)

  it('S8: are filled up to a multiple of 1,024 bytes, with blanks and a line’s end', async () => {
    for (const password of ['', 'a'.repeat(700), 'a'.repeat(5_000)]) {
      const bytes = new TextEncoder().encode(await plainText(await seal(login(password))))
      expect(bytes.length % 1_024).to.equal(0)
      expect(bytes.at(-1)).to.equal(0x0a)
    }
  })

  it('S8: are never the same twice', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => seal(login('hunter2'))))
    expect(new Set(all.map(({ armored }) => armored)).size).to.equal(20)
  })

  it('S8: stay closed when one bit is turned, wherever it is', async () => {
    const sealed = await seal(login('hunter2'))
    const bytes = armor.decode(sealed.armored)
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (at, bit) => {
        const turned = bytes.slice()
        turned[at] = (turned[at] ?? 0) ^ (1 << bit)
        const opened = await openSealed(armor.encode(turned), (await keys)[0].identity)
        expect(opened).to.deep.equal({ ok: false, error: 'wrong-key-or-damaged' })
      }),
      { numRuns: 150 },
    )
  }).timeout(20_000)

  it('hold nothing that can be read without a key', async () => {
    const sealed = await seal({ username: 'canary-user', secondFactor: false, password: 'canary-password' })
    const bytes = String.fromCharCode(...armor.decode(sealed.armored))
    for (const text of ['canary', binding.requestKey, binding.account, binding.server]) {
      expect(bytes).not.to.contain(text)
      expect(JSON.stringify(sealed)).not.to.contain(text)
    }
  })

  it('are taken back from JSON as they were', async () => {
    const sealed = await seal(login('hunter2'))
    expect(parseSealed(JSON.parse(JSON.stringify(sealed)))).to.deep.equal({ ok: true, value: sealed })
  })
})
