import { expect } from 'chai'
import { parseServerReference } from '../../../src/index.js'

const refused: readonly [code: string, ...texts: string[]][] = [
  ['empty', '', '   ', '\n\t', '\u200b\ufeff'],
  [
    'malformed-address',
    '256.1.1.1',
    '1.2.3',
    '127.1',
    '1.2.3.4.5',
    '010.0.0.1',
    '1.2.3.04',
    '0x7f.1',
    '0x7f000001',
    '1.2.3.4:0',
    '1.2.3.4:65536',
    '1.2.3.4:ssh',
    '1.2.3.4/24',
    '1.2.3.4/33',
    '192.168.1.l',
    '192.168.1.1O',
    '192.168.1.oo',
    '192,168,1,1',
    '192.168. 1.1',
    '192-168-1-1',
    '192.168.1.1, 192.168.1.2',
    '1..2.3',
    '.1.2.3',
    '1.2.3.',
    '٣.٣.٣.٣',
    '999.999.999.999',
    '1.2.3.-4',
    '1.2.3.4x',
    '12:30',
    '2a01:4f8::1::2',
    '2a01:4f8:::1',
    ':2a01::1',
    '2a01:4f8::1:',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '12345::1',
    '2a01:4f8::g1',
    '::ffff:192.168.1.256',
    '::ffff:010.0.0.1',
    '[2a01:4f8::1',
    '[185.12.64.7]',
    '[]',
    '2a01:4f8::/64',
    'aa:bb:cc:dd:ee:ff',
    '[::1]:99999',
    '-web.firma.pl',
    'web-.firma.pl',
    'web..firma.pl',
    `${'a'.repeat(64)}.pl`,
    'web.1',
    'a%20b.pl',
    'serwer1.pl,serwer2.pl',
    '.',
    '..',
    'http://1/',
    '1:22',
    'root@127',
  ],
  [
    'secret-inside',
    'ssh://root:hunter2@185.12.64.7',
    'root:hunter2@serwer.firma.pl',
    ':hunter2@serwer.firma.pl',
    'https://jan:hun%40ter@firma.pl/x',
    'ssh://root:hun/ter2@serwer.firma.pl',
    'root:hun@ter2@serwer.firma.pl',
    'root%3Ahunter2@serwer.firma.pl',
    'ftp://root:hun#ter2@serwer.firma.pl',
    'root : hunter2 @ serwer.firma.pl',
    'https://panel.firma.pl/?token=hunter2',
    'https://panel.firma.pl/#access_token=hunter2',
    'panel.firma.pl/?x=1&haslo=hunter2',
    'https://panel.firma.pl/a?API_KEY=hunter2',
    'https://firma.pl?passwd=hunter2',
    'hasło: hunter2',
  ],
  [
    'not-a-server',
    'javascript:alert(1)',
    'JAVASCRIPT://%0aalert(1)',
    'java\u200bscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'mailto:jan@firma.pl',
    'blob:https://firma.pl/1',
    'http://',
    'http:///x',
    '@',
    'root@',
    'mój serwer 10.0.0.1',
    'ssh root@185.12.64.7',
    '<b>serwer</b>',
    'serwer; rm -rf /',
    '"serwer"',
    '12345678901',
    '---',
    '#',
    'DOMENA\\serwer',
    '\ud800',
    'ser\u0000wer',
    '🔥',
  ],
  ['too-long', 'x'.repeat(2_001), 'x'.repeat(101), `${'a.'.repeat(127)}pl`],
]

describe('a server reference', () => {
  for (const [code, ...texts] of refused) {
    for (const text of texts) {
      it(`refuses ${JSON.stringify(text.slice(0, 60))} as ${code}`, () => {
        expect(parseServerReference(text)).to.deep.equal({ ok: false, error: code })
      })
    }
  }

  it('S21: is refused without a word of the password or the token in it', () => {
    for (const text of [
      'ssh://root:hunter2@203.0.113.24',
      'https://admin:hunter2@panel.example/login',
      'https://panel.example/?token=hunter2hunter2',
      'root:hunter2@203.0.113.24',
    ]) {
      const parsed = parseServerReference(text)
      expect(parsed, text).to.deep.equal({ ok: false, error: 'secret-inside' })
      expect(JSON.stringify(parsed)).not.to.include('hunter2')
    }
  })
})
