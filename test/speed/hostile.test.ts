import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  credentialWarnings,
  findSecrets,
  keyInLines,
  parseServerReference,
  recognizeSystem,
  suggestTasks,
  systemFamilyOf,
} from '../../src/index.js'

/** Everything that reads what a person typed or pasted, while they wait. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  parseServerReference: text => parseServerReference(text, { serviceIdPattern: '#+@+'.repeat(30) }),
  suggestTasks: text => suggestTasks(text),
  findSecrets: text => findSecrets(text),
  recognizeSystem: text => recognizeSystem(text),
  systemFamilyOf: text => systemFamilyOf(text),
  keyInLines: text => keyInLines(text),
  credentialWarnings: text => credentialWarnings({ field: 'password', value: text, username: 'root' }),
}

/** Pieces that, repeated, make careless patterns try every way there is. */
const pieces = [
  ...[
    'a',
    'A_',
    'ś',
    'а',
    'ａ',
    '1',
    '1.',
    '1,',
    ' 1',
    '0x',
    '²1',
    '.',
    '. ',
    ' .',
    '-',
    '/',
    '//',
    ' ',
    '\n',
  ],
  ...[
    ':',
    '::',
    'a:',
    '1:',
    '@',
    'a@',
    'a1@',
    '[',
    ']',
    '%',
    '%3a',
    '?a=',
    '&a=b',
    '=',
    '#',
    '"',
    '„',
    '(',
    "'",
  ],
  ...['\u200b', '\u200d', 'a\u00a0', '👩\u200d', '\ud800', 'xn--a.', 'https://', 'jdbc:', 'admin / '],
  ...[
    'hasło ',
    'hasło: ',
    'haslo to ',
    'pass ',
    'pw=',
    'password is ',
    'login: ',
    'token ',
    'root ',
    'root:',
  ],
  ...[
    'mysql ',
    'mysql -p',
    'curl -u ',
    'net use ',
    'sshpass -p ',
    'eyJ',
    'eyJa.',
    'ghp_',
    'AKIA',
    '$6$',
    '$6$a',
  ],
  ...['-----BEGIN ', '-----BEGIN RSA PRIVATE KEY-----', '-----BEGIN RSA RSA RSA ', 'PuTTY-User-Key-File-'],
  ...['ecdsa-sha2-nistp', 'ssh-rsa ', 'AGE-SECRET-KEY-1', 'otpauth://', 'nie ', 'not a ', 'nie nie resetuj '],
  ...['debian ', 'ubuntu 22.04.', 'Windows Server 2022 ', 'vps,', 'my laptop ', 'upgrade a a a a to ', 'win'],
  ...[
    'firewall ',
    'zapora',
    'grub rescue> ',
    'fsck ',
    'hacked ',
    'reset hasła ',
    'serwer wirtualny ',
    'dedyk',
  ],
]

/** The quickest of three: what else runs on this machine isn't measured. */
function quickest(read: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const from = performance.now()
    read()
    return performance.now() - from
  })
  return Math.min(...times)
}

describe('what reads a customer’s words', () => {
  for (const [name, read] of Object.entries(readers)) {
    it(`S17: answers in less than 50 ms, however long and hostile they are: ${name}`, () => {
      let slowest = { ms: 0, input: '' }
      for (const piece of pieces) {
        for (const length of [2_000, 10_000, 60_000]) {
          for (const [before, after] of [
            ['', ''],
            ['hasło: root ', '!'],
            ['https://root:', '@'],
          ] as const) {
            const text = before + piece.repeat(length / piece.length) + after
            const ms = quickest(() => read(text))
            if (ms > slowest.ms) slowest = { ms, input: JSON.stringify([before, piece, after, length]) }
          }
        }
      }
      console.log(`${name}: at most ${slowest.ms.toFixed(1)} ms, ${slowest.input}`)
      assert.ok(slowest.ms < 50, `${String(slowest.ms)} ms for ${slowest.input}`)
    })
  }
})
