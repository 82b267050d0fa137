import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { openSealed, sealCredentials, type Credentials, type Recipient } from '../../src/index.js'
import { awkwardPasswords } from '../support/awkward-passwords.js'

const found = spawnSync('age', ['--version']).status === 0
if (!found && process.env['CI'] === undefined) {
  process.stderr.write(
    '\nSKIPPED: the proof that the age command opens what we seal. Install it: apt install age\n\n',
  )
}

const now = Date.UTC(2026, 10, 22, 21, 0, 0)
const binding = { requestKey: 'key-0001-abcd', account: 'C-20417', server: 'serwer.firma.pl', time: now }

describe('the age command', { skip: !found && process.env['CI'] === undefined }, () => {
  let folder = ''
  const keys: { readonly file: string; readonly identity: string; readonly recipient: Recipient }[] = []

  before(() => {
    assert.ok(found, 'age is not installed')
    folder = mkdtempSync(join(tmpdir(), 'age-'))
    for (const id of ['on-call', 'escrow', 'stranger']) {
      const text = execFileSync('age-keygen', { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      const recipient = /age1[0-9a-z]+/.exec(text)?.[0] ?? ''
      const file = join(folder, `${id}.txt`)
      writeFileSync(file, text, { mode: 0o600 })
      const identity = /AGE-SECRET-KEY-1[0-9A-Z]+/.exec(text)?.[0] ?? ''
      keys.push({ file, identity, recipient: { id, recipient, label: id } })
    }
  })

  after(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  async function seal(credentials: Credentials): Promise<string> {
    const recipients = keys.slice(0, 2).map(({ recipient }) => recipient)
    const sealed = await sealCredentials(credentials, recipients, binding, { now })
    assert.ok(sealed.ok)
    return sealed.value.armored
  }

  const decrypt = (armored: string, file: string) => spawnSync('age', ['-d', '-i', file], { input: armored })

  it('opens what we seal, with each of the keys, code point for code point', async () => {
    for (const password of awkwardPasswords) {
      const armored = await seal({ username: 'FIRMA\\ewa', port: 3389, secondFactor: true, password })
      for (const { file } of keys.slice(0, 2)) {
        const { status, stdout } = decrypt(armored, file)
        assert.equal(status, 0)
        assert.equal(stdout.length % 1_024, 0)
        const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(stdout)
        assert.deepEqual(JSON.parse(text), {
          v: 1,
          requestKey: binding.requestKey,
          account: binding.account,
          server: binding.server,
          time: '2026-11-22T21:00:00.000Z',
          keyIds: ['on-call', 'escrow'],
          username: 'FIRMA\\ewa',
          password,
          port: 3389,
          secondFactor: true,
        })
      }
    }
  })

  it('opens a private key with its passphrase', async () => {
    const privateKey =
      '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA\n-----END OPENSSH PRIVATE KEY-----\n'
    const armored = await seal({ username: 'root', secondFactor: false, privateKey, passphrase: ' żółw ' })
    const opened: unknown = JSON.parse(decrypt(armored, keys[0]?.file ?? '').stdout.toString())
    assert.deepEqual(opened, {
      v: 1,
      requestKey: binding.requestKey,
      account: binding.account,
      server: binding.server,
      time: '2026-11-22T21:00:00.000Z',
      keyIds: ['on-call', 'escrow'],
      username: 'root',
      privateKey,
      passphrase: ' żółw ',
      secondFactor: false,
    })
  })

  it('stays closed for another key, and after a bit was turned', async () => {
    const armored = await seal({ username: 'root', secondFactor: false, password: 'hunter2' })
    assert.notEqual(decrypt(armored, keys[2]?.file ?? '').status, 0)
    const lines = armored.split('\n')
    const at = lines.length - 4
    lines[at] = (lines[at] ?? '').replace(/^./, first => (first === 'A' ? 'B' : 'A'))
    const { status, stdout } = decrypt(lines.join('\n'), keys[0]?.file ?? '')
    assert.notEqual(status, 0)
    assert.equal(stdout.includes('hunter2'), false)
  })

  it('seals what we open', async () => {
    const key = keys[0]
    assert.ok(key)
    const inside = {
      v: 1,
      ...binding,
      time: new Date(now).toISOString(),
      keyIds: ['on-call'],
      username: 'root',
      password: '  Zażółć 🔥  ',
      secondFactor: false,
    }
    const armored = execFileSync('age', ['-a', '-r', key.recipient.recipient], {
      input: JSON.stringify(inside),
      encoding: 'utf8',
    })
    assert.deepEqual(await openSealed(armored, key.identity), {
      ok: true,
      value: {
        credentials: { username: 'root', secondFactor: false, password: '  Zażółć 🔥  ' },
        binding,
        keyIds: ['on-call'],
      },
    })
  })
})
