import { Encrypter, armor } from 'age-encryption'
import { expect } from 'chai'
import { bindingFlaws, openSealed } from '../../../src/index.js'
import { binding, keys, login, seal } from '../../support/sealing.js'

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

describe('what was opened', () => {
  const ticket = {
    requestKey: binding.requestKey,
    server: binding.server,
    accounts: ['C-1', binding.account],
  }

  /** What is told of login details with this inside. */
  async function flawsOf(inside: object, of = ticket) {
    const [{ identity, recipient }] = await keys
    const encrypter = new Encrypter()
    encrypter.addRecipient(recipient.recipient)
    const time = new Date(binding.time).toISOString()
    const text = JSON.stringify({
      ...{ v: 1, ...binding, time, keyIds: ['on-call'], username: 'root', secondFactor: false },
      ...{ password: 'x', ...inside },
    })
    const opened = await openSealed(armor.encode(await encrypter.encrypt(text)), identity)
    if (!opened.ok) throw new Error(opened.error)
    return bindingFlaws(opened.value.binding, of)
  }

  it('is the ticket’s where request, server and account are', async () => {
    const opened = await openSealed((await seal(login('x'))).armored, (await keys)[0].identity)
    expect(opened.ok && bindingFlaws(opened.value.binding, ticket)).to.deep.equal([])
    expect(await flawsOf({})).to.deep.equal([])
  })

  it('is told where it was moved to another account’s ticket, with its key and its server', async () => {
    expect(await flawsOf({}, { ...ticket, accounts: ['C-30999'] })).to.deep.equal(['another-account'])
  })

  it('is told where it was given for another request or server', async () => {
    expect(await flawsOf({ requestKey: 'key-0002' })).to.deep.equal(['another-request'])
    expect(await flawsOf({ server: '192.0.2.1' })).to.deep.equal(['another-server'])
  })

  it('opens as before where no account was sealed in, and is told as unbound', async () => {
    expect(await flawsOf({ account: undefined })).to.deep.equal(['account-unbound'])
  })
})
