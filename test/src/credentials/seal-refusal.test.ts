import { generateHybridIdentity, identityToRecipient } from 'age-encryption'
import { expect } from 'chai'
import {
  sealCredentials,
  type Credentials,
  type Recipient,
  type SealBinding,
  type SealOptions,
  type SealRefusal,
} from '../../../src/index.js'
import { binding, login, now } from '../../support/sealing.js'

describe('sealing is refused', () => {
  // u-coordinates of low order (https://cr.yp.to/ecdh.html#validate), each as it is and with the bit that is ignored.
  const lowOrder = [
    'age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq5cu47z',
    'age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqzqqsuwj9m',
    'age1qyqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqj7vrya',
    'age1qyqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqzqqk67yly',
    'age1ur4h5lpmgxu2u9jku0a0r87ydtdqnr0tnsetrlvxvgz3vh6fhqqqzyt4v9',
    'age1ur4h5lpmgxu2u9jku0a0r87ydtdqnr0tnsetrlvxvgz3vh6fhzqqxqejhu',
    'age1t7wft09r2zxzfvwsk92eeql0tvzyghxytqwgapkcyf8dm5ylz9ts6wm9s8',
    'age1t7wft09r2zxzfvwsk92eeql0tvzyghxytqwgapkcyf8dm5ylz8ts72fzt7',
    'age1anlllllllllllllllllllllllllllllllllllllllllllllllals4n2t7m',
    'age1anllllllllllllllllllllllllllllllllllllllllllllllllls3hcv9z',
    'age1ahlllllllllllllllllllllllllllllllllllllllllllllllalsn46ayy',
    'age1ahlllllllllllllllllllllllllllllllllllllllllllllllllsh3g6la',
    'age1amlllllllllllllllllllllllllllllllllllllllllllllllalselrwrv',
    'age1amlllllllllllllllllllllllllllllllllllllllllllllllllsam3fc4',
  ]
  const good = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'
  const key = (recipient: string, notAfter?: number): Recipient => ({
    id: 'key',
    label: 'Key',
    recipient,
    ...(notAfter === undefined ? {} : { notAfter }),
  })

  const refused: readonly [string, SealRefusal, Recipient[], Partial<SealOptions>?][] = [
    ['without a recipient', 'no-recipient', []],
    ['for a key with one wrong letter', 'broken-recipient', [key(`${good.slice(0, -1)}q`)]],
    ['for a key cut short', 'broken-recipient', [key(good.slice(0, -1))]],
    ['for a key in capitals', 'broken-recipient', [key(good.toUpperCase())]],
    ['for a key with a blank', 'broken-recipient', [key(` ${good}`)]],
    ['for no key at all', 'broken-recipient', [key('')]],
    [
      'for a post-quantum key, which age 1.1 can’t open',
      'broken-recipient',
      [key(`age1pq1${'q'.repeat(1_900)}`)],
    ],
    [
      'for a hardware key',
      'broken-recipient',
      [key('age1tag1qt8lw0ual6avlwmwatk888yqnmdamm7xfd0wak53ut6elz5c4swx2yqdj4e')],
    ],
    [
      'for an SSH key',
      'broken-recipient',
      [key('ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHsKLqeplhpW+uObz5dvMgjz1OxfM/XXUB+VHtZ6isGN')],
    ],
    [
      'for a private key by mistake',
      'broken-recipient',
      [key('AGE-SECRET-KEY-1QQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQ')],
    ],
    [
      'as a whole when one of the keys is broken',
      'broken-recipient',
      [key(good), key(`${good.slice(0, -1)}q`)],
    ],
    ['at the moment when a key ends', 'expired-recipient', [key(good, now)]],
    ['after a key has ended', 'expired-recipient', [key(good, now - 1)]],
    ['as a whole when one of the keys has ended', 'expired-recipient', [key(good), key(good, now - 1)]],
    ['for an end that is no time', 'expired-recipient', [key(good, Number.NaN)]],
    ['for a key that the page did not pin', 'unpinned-recipient', [key(good)], { pinned: [lowOrder[0]!] }],
    ['where the page pinned none', 'unpinned-recipient', [key(good)], { pinned: [] }],
  ]
  for (const [what, code, recipients, options] of refused) {
    it(`S8: ${what}`, async () => {
      const sealed = await sealCredentials(login('hunter2'), recipients, binding, { now, ...options })
      expect(sealed).to.deep.equal({ ok: false, error: code })
    })
  }

  it('S8: for a whole post-quantum key, alone or beside another: age 1.1 could open neither', async () => {
    const recipient = await identityToRecipient(await generateHybridIdentity())
    for (const recipients of [[key(recipient)], [key(good), key(recipient)]]) {
      const sealed = await sealCredentials(login('hunter2'), recipients, binding, { now })
      expect(sealed).to.deep.equal({ ok: false, error: 'broken-recipient' })
    }
  })

  for (const point of lowOrder) {
    it(`S8: for the point of low order ${point.slice(4, 12)}…${point.slice(-8)}`, async () => {
      const sealed = await sealCredentials(login('hunter2'), [key(good), key(point)], binding, { now })
      expect(sealed).to.deep.equal({ ok: false, error: 'broken-recipient' })
    })
  }

  it('S8: but not a moment before a key ends, nor for the keys that were pinned', async () => {
    const sealed = await sealCredentials(login('hunter2'), [key(good, now + 1)], binding, {
      now,
      pinned: [good],
    })
    expect(sealed.ok).to.equal(true)
  })

  const halves: readonly [string, Credentials, SealBinding][] = [
    ['the password', login('x\ud800'), binding],
    ['the user name', { ...login('x'), username: '\udc00' }, binding],
    ['the key', { username: 'root', secondFactor: false, privateKey: '\ud83d' }, binding],
    [
      'the passphrase',
      { username: 'root', secondFactor: false, privateKey: 'x', passphrase: '\ud83d' },
      binding,
    ],
    ['the server', login('x'), { ...binding, server: '\ud83d' }],
    ['the account', login('x'), { ...binding, account: '\ud83d' }],
  ]
  for (const [where, credentials, bound] of halves) {
    it(`for half a character in ${where}`, async () => {
      const sealed = await sealCredentials(credentials, [key(good)], bound, { now })
      expect(sealed).to.deep.equal({ ok: false, error: 'broken-text' })
    })
  }

  it('for a time that no clock shows', async () => {
    const sealed = await sealCredentials(login('x'), [key(good)], { ...binding, time: Number.NaN }, { now })
    expect(sealed).to.deep.equal({ ok: false, error: 'broken-text' })
  })

  it('for a text that is no login', async () => {
    const sealed = await sealCredentials(login('x'.repeat(32_768)), [key(good)], binding, { now })
    expect(sealed).to.deep.equal({ ok: false, error: 'too-long' })
  })

  it('but not for the longest key that people use', async () => {
    const privateKey = `-----BEGIN OPENSSH PRIVATE KEY-----\n${'A'.repeat(12_700)}\n-----END OPENSSH PRIVATE KEY-----\n`
    const sealed = await sealCredentials(
      { username: 'root', secondFactor: false, privateKey },
      [key(good)],
      binding,
      { now },
    )
    expect(sealed.ok).to.equal(true)
  })

  it('S8: outside a secure context, where the browser gives no cryptography', async () => {
    const subtle = Object.getOwnPropertyDescriptor(Crypto.prototype, 'subtle')!
    Reflect.deleteProperty(Crypto.prototype, 'subtle')
    try {
      const sealed = await sealCredentials(login('hunter2'), [key(good)], binding, { now })
      expect(sealed).to.deep.equal({ ok: false, error: 'no-secure-context' })
    } finally {
      Object.defineProperty(Crypto.prototype, 'subtle', subtle)
    }
  })
})
