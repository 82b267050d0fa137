import { expect } from 'chai'
import { parseSealed } from '../../../src/index.js'

describe('in the place of sealed text', () => {
  const wrap = (inside: string) =>
    `-----BEGIN AGE ENCRYPTED FILE-----\n${btoa(inside).replace(/.{64}(?=.)/g, '$&\n')}\n-----END AGE ENCRYPTED FILE-----\n`
  const stanza = `-> X25519 ${'A'.repeat(43)}\n${'B'.repeat(43)}\n`
  const mac = `--- ${'C'.repeat(43)}\n`
  const version = 'age-encryption.org/v1\n'
  const named = [{ id: 'a', label: 'A', fingerprint: '0123456789abcdef' }]

  const plain: readonly [string, string][] = [
    ['plain text', 'hunter2'],
    ['plain text in an armor', wrap('hunter2 hunter2 hunter2 hunter2 hunter2 hunter2 hunter2 hunter2')],
    ['plain text behind the version', wrap(`${version}hunter2 hunter2 hunter2 hunter2`)],
    ['a header without a payload', wrap(version + stanza + mac)],
    ['a payload too short for a tag', wrap(version + stanza + mac + 'x'.repeat(31))],
    [
      'a file for a passphrase',
      wrap(`${version}-> scrypt ${'A'.repeat(22)} 18\n${'B'.repeat(43)}\n${mac}${'x'.repeat(64)}`),
    ],
    ['a file without a MAC', wrap(version + stanza + 'x'.repeat(64))],
    ['a file for more keys than are named', wrap(version + stanza + stanza + mac + 'x'.repeat(64))],
    ['a file of another version', wrap(`age-encryption.org/v2\n${stanza}${mac}${'x'.repeat(64)}`)],
    ['words before the armor', `hasło: hunter2\n${wrap(version + stanza + mac + 'x'.repeat(64))}`],
    ['words behind the armor', `${wrap(version + stanza + mac + 'x'.repeat(64))}hunter2\n`],
    ['words inside the armor', wrap(version + stanza + mac + 'x'.repeat(64)).replace('\n', '\nhunter2\n')],
    ['more than 64 KiB', wrap(version + stanza + mac + 'x'.repeat(49_152))],
  ]
  for (const [what, armored] of plain) {
    it(`${what} is refused`, () => {
      expect(parseSealed({ v: 1, armored, recipients: named }).ok).to.equal(false)
    })
  }

  it('a file of the right form is taken', () => {
    const armored = wrap(version + stanza + mac + 'x'.repeat(64))
    expect(parseSealed({ v: 1, armored, recipients: named })).to.deep.equal({
      ok: true,
      value: { v: 1, armored, recipients: named },
    })
    expect(parseSealed({ v: 1, armored: armored.trimEnd(), recipients: named }).ok).to.equal(true)
  })

  it('a file for nobody, or for someone without a fingerprint, is refused', () => {
    const armored = wrap(version + stanza + mac + 'x'.repeat(64))
    for (const recipients of [[], [{ id: 'a', label: 'A' }], [{ ...named[0], fingerprint: 'hunter2' }]]) {
      expect(parseSealed({ v: 1, armored, recipients }).ok).to.equal(false)
    }
  })

  it('keys that a sealed text does not have are left out', () => {
    const armored = wrap(version + stanza + mac + 'x'.repeat(64))
    const parsed = parseSealed({ v: 1, armored, recipients: named, password: 'hunter2' })
    expect(parsed.ok && JSON.stringify(parsed)).not.to.contain('hunter2')
  })
})
