import { Encrypter, armor } from 'age-encryption'
import { expect } from 'chai'
import { openSealed } from '../../../src/index.js'
import { keys, login, seal } from '../../support/sealing.js'

describe('opening is refused', () => {
  it('for what is not sealed', async () => {
    const [{ identity }] = await keys
    for (const text of [
      '',
      'hunter2',
      '-----BEGIN AGE ENCRYPTED FILE-----\nhunter2\n-----END AGE ENCRYPTED FILE-----',
    ]) {
      expect(await openSealed(text, identity)).to.deep.equal({ ok: false, error: 'not-sealed' })
    }
  })

  it('for a key that is none', async () => {
    const sealed = await seal(login('hunter2'))
    for (const identity of ['', 'hunter2', (await keys)[0].recipient.recipient, 'AGE-SECRET-KEY-1QQQQ']) {
      expect(await openSealed(sealed.armored, identity)).to.deep.equal({
        ok: false,
        error: 'broken-identity',
      })
    }
  })

  it('for something else inside', async () => {
    const [{ identity, recipient }] = await keys
    const inside = [
      'hunter2',
      '{}',
      '[]',
      'null',
      JSON.stringify({ v: 2 }),
      JSON.stringify({ v: 1, username: 'root', password: 'x' }),
    ]
    for (const text of inside) {
      const encrypter = new Encrypter()
      encrypter.addRecipient(recipient.recipient)
      const armored = armor.encode(await encrypter.encrypt(text))
      expect(await openSealed(armored, identity), text).to.deep.equal({ ok: false, error: 'not-credentials' })
    }
  })

  it('but not for the blanks and line ends that a ticket system puts around it', async () => {
    const sealed = await seal(login('hunter2'))
    const [{ identity }] = await keys
    expect(
      (await openSealed(`\r\n  ${sealed.armored.replaceAll('\n', '\r\n')}\r\n\r\n`, ` ${identity}\n`)).ok,
    ).to.equal(true)
  })
})
