import { expect } from 'chai'
import fc from 'fast-check'
import {
  noticeCodes,
  parseServerReference,
  type NoticeCode,
  type ReferenceOptions,
  type ServerReferenceKind,
} from '../../src/index.js'

type Understood = [text: string, kind: ServerReferenceKind, value: string, ...notices: NoticeCode[]]

const understood: Understood[] = [
  // IPv4
  ['185.12.64.7', 'ip', '185.12.64.7'],
  ['  185.12.64.7\n', 'ip', '185.12.64.7'],
  ['185.12.64.7.', 'ip', '185.12.64.7'],
  ['\u200e185.12.64.7\u200b', 'ip', '185.12.64.7'],
  ['１８５.１２.６４.７', 'ip', '185.12.64.7'],
  ['185.12.64.7:2222', 'ip', '185.12.64.7', 'port-dropped'],
  ['root@185.12.64.7', 'ip', '185.12.64.7', 'user-dropped'],
  ['ssh://root@185.12.64.7:2222', 'ip', '185.12.64.7', 'url-taken-apart', 'user-dropped', 'port-dropped'],
  ['rdp://185.12.64.7', 'ip', '185.12.64.7', 'url-taken-apart'],
  ['http://185.12.64.7/24', 'ip', '185.12.64.7', 'url-taken-apart'],
  ['10.0.0.1', 'ip', '10.0.0.1', 'private-address'],
  ['172.31.255.255', 'ip', '172.31.255.255', 'private-address'],
  ['172.32.0.1', 'ip', '172.32.0.1'],
  ['192.168.0.10:3389', 'ip', '192.168.0.10', 'port-dropped', 'private-address'],
  ['127.0.0.1', 'ip', '127.0.0.1', 'private-address'],
  ['169.254.10.20', 'ip', '169.254.10.20', 'private-address'],
  ['100.64.0.1', 'ip', '100.64.0.1', 'private-address'],
  ['0.0.0.0', 'ip', '0.0.0.0', 'reserved-address'],
  ['255.255.255.255', 'ip', '255.255.255.255', 'reserved-address'],
  ['224.0.0.1', 'ip', '224.0.0.1', 'reserved-address'],
  ['198.51.100.7', 'ip', '198.51.100.7', 'reserved-address'],
  ['203.0.113.9', 'ip', '203.0.113.9', 'reserved-address'],
  // IPv6, RFC 5952
  ['2A01:04F8:0000:0000:0000:0000:0000:0001', 'ip', '2a01:4f8::1'],
  ['2a01:4f8:0:0:1:0:0:1', 'ip', '2a01:4f8::1:0:0:1'],
  ['2a01:4f8:0:1:1:1:1:1', 'ip', '2a01:4f8:0:1:1:1:1:1'],
  ['[2a01:4f8::1]', 'ip', '2a01:4f8::1'],
  ['[2a01:4f8::1]:22', 'ip', '2a01:4f8::1', 'port-dropped'],
  ['root@2a01:4f8::1', 'ip', '2a01:4f8::1', 'user-dropped'],
  ['https://[2a01:4f8::1]:8006/#v1', 'ip', '2a01:4f8::1', 'url-taken-apart', 'port-dropped'],
  ['::1', 'ip', '::1', 'private-address'],
  ['fe80::1%eth0', 'ip', 'fe80::1', 'private-address'],
  ['fd12:3456::1', 'ip', 'fd12:3456::1', 'private-address'],
  ['::', 'ip', '::', 'reserved-address'],
  ['2001:db8::1', 'ip', '2001:db8::1', 'reserved-address'],
  ['::ffff:192.168.1.1', 'ip', '192.168.1.1', 'private-address'],
  ['::FFFF:B90C:4007', 'ip', '185.12.64.7'],
  // host names
  ['Serwer.Firma.PL', 'hostname', 'serwer.firma.pl'],
  ['serwer.firma.pl.', 'hostname', 'serwer.firma.pl'],
  ['żółw.pl', 'hostname', 'xn--w-uga1v8h.pl'],
  ['ŻÓŁW.PL', 'hostname', 'xn--w-uga1v8h.pl'],
  ['z\u0307o\u0301łw.pl', 'hostname', 'xn--w-uga1v8h.pl'],
  ['app_1.firma.pl', 'hostname', 'app_1.firma.pl'],
  ['185-12-64-7.static.firma.pl', 'hostname', '185-12-64-7.static.firma.pl'],
  ['7.64.12.185.firma.pl', 'hostname', '7.64.12.185.firma.pl'],
  ['serwer.firma.pl:443', 'hostname', 'serwer.firma.pl', 'port-dropped'],
  ['jan@serwer.firma.pl', 'hostname', 'serwer.firma.pl', 'user-dropped'],
  ['root:@serwer.firma.pl', 'hostname', 'serwer.firma.pl', 'user-dropped'],
  ['https://www.firma.pl/sklep/?id=3#koszyk', 'hostname', 'www.firma.pl', 'url-taken-apart'],
  ['firma.pl/sklep', 'hostname', 'firma.pl', 'url-taken-apart'],
  ['//firma.pl/sklep', 'hostname', 'firma.pl', 'url-taken-apart'],
  ['http://firma.pl:80/a@b', 'hostname', 'firma.pl', 'url-taken-apart', 'port-dropped'],
  ['web1:22', 'service-name', 'web1', 'port-dropped'],
  ['root@web1', 'service-name', 'web1', 'user-dropped'],
  ['web1.', 'service-name', 'web1'],
  ['https://web1/x', 'service-name', 'web1', 'url-taken-apart'],
  ['localhost', 'hostname', 'localhost', 'private-address'],
  ['nas.local', 'hostname', 'nas.local', 'private-address'],
  ['db.firma.internal', 'hostname', 'db.firma.internal', 'private-address'],
  ['www.example.com', 'hostname', 'www.example.com', 'reserved-address'],
  // services
  ['48213', 'service-id', '48213'],
  ['web-1', 'service-name', 'web-1'],
  ['Serwer  sklepu  #2 (nowy)', 'service-name', 'Serwer sklepu #2 (nowy)'],
  ['VPS 2.0', 'service-name', 'VPS 2.0'],
  ['Księgowość', 'service-name', 'Księgowość'],
]

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
    'hasło: hunter2',
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
  for (const [text, kind, value, ...notices] of understood) {
    it(`understands ${JSON.stringify(text)} as ${kind} ${value}${notices.length ? ` (${notices.join(', ')})` : ''}`, () => {
      expect(parseServerReference(text)).to.deep.equal({ ok: true, value: { kind, value, notices } })
    })
  }

  for (const [code, ...texts] of refused) {
    for (const text of texts) {
      it(`refuses ${JSON.stringify(text.slice(0, 60))} as ${code}`, () => {
        expect(parseServerReference(text)).to.deep.equal({ ok: false, error: code })
      })
    }
  }
})

describe('a service', () => {
  const services = [
    { id: 'srv-9', name: 'Sklep 10.0.0.1' },
    { id: '4711', name: 'Księgowość' },
    { id: 'x1', name: 'serwer.firma.pl' },
  ]
  const rows: readonly [string, ReferenceOptions, ServerReferenceKind, string][] = [
    ['SRV-9', { services }, 'service-id', 'srv-9'],
    ['sklep  10.0.0.1', { services }, 'service-name', 'Sklep 10.0.0.1'],
    ['KSIĘGOWOŚĆ', { services }, 'service-name', 'Księgowość'],
    ['ksie\u0328gowos\u0301c\u0301', { services }, 'service-name', 'Księgowość'],
    ['serwer.firma.pl', { services }, 'service-name', 'serwer.firma.pl'],
    ['srv-0042', { serviceIdPattern: 'SRV-#+' }, 'service-id', 'SRV-0042'],
    ['ab1234', { serviceIdPattern: '@@####' }, 'service-id', 'ab1234'],
    ['12.34', { serviceIdPattern: '##.##' }, 'service-id', '12.34'],
    ['srv-', { serviceIdPattern: 'SRV-#+' }, 'service-name', 'srv-'],
    ['srv-42x', { serviceIdPattern: 'SRV-#+' }, 'service-name', 'srv-42x'],
  ]
  for (const [text, options, kind, value] of rows) {
    it(`is found under ${text} as ${kind} ${value}`, () => {
      expect(parseServerReference(text, options)).to.deep.equal({
        ok: true,
        value: { kind, value, notices: [] },
      })
    })
  }

  it('is no bare number where the provider’s IDs look otherwise', () => {
    expect(parseServerReference('42', { serviceIdPattern: 'SRV-#+' })).to.deep.equal({
      ok: false,
      error: 'not-a-server',
    })
  })

  it('is never found by an empty pattern, nor by a pattern that reads like code', () => {
    expect(parseServerReference('web-1', { serviceIdPattern: '' })).to.deep.include({ ok: true })
    expect(parseServerReference('aaaa', { serviceIdPattern: '(a+)+$' })).to.deep.equal({
      ok: true,
      value: { kind: 'service-name', value: 'aaaa', notices: [] },
    })
  })
})

describe('a canonical reference', () => {
  const hextet = fc.integer({ min: 0, max: 0xffff }).map(n => (n % 3 === 0 ? 0 : n))
  const octet = fc.nat(255)

  it('of IPv6 is what the browser’s own URL parser writes (RFC 5952)', () => {
    fc.assert(
      fc.property(fc.array(hextet, { minLength: 8, maxLength: 8 }), fc.boolean(), (groups, upper) => {
        const long = groups.map(group => group.toString(16).padStart(4, '0')).join(':')
        const parsed = parseServerReference(upper ? long.toUpperCase() : long)
        const oracle = new URL(`http://[${long}]`).hostname.slice(1, -1)
        expect(parsed.ok && parsed.value.value).to.equal(oracle)
      }),
    )
  })

  it('of IPv6 takes and refuses what that parser takes and refuses', () => {
    const piece = fc.constantFrom(
      '0',
      '1',
      'ab',
      'FFFF',
      '12345',
      'g',
      ':',
      ':',
      '::',
      '1.2.3.4',
      '01.2.3.4',
      '.',
    )
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 16 }).map(pieces => pieces.join('')),
        text => {
          // Chromium lets `::01.2.3.4` pass, which the URL standard refuses, and so do we.
          if (/(?:^|[.:])0\d+\./.test(text)) return
          const parsed = parseServerReference(`[${text}]`)
          expect(parsed.ok).to.equal(URL.canParse(`http://[${text}]`))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('of IPv4 is its four numbers, whatever stands around them', () => {
    const parts = fc.tuple(octet, octet, octet, octet)
    const around = fc.constantFrom(
      (ip: string) => ip,
      (ip: string) => ` ${ip}:22 `,
      (ip: string) => `admin@${ip}`,
      (ip: string) => `https://${ip}/x`,
      (ip: string) => `::ffff:${ip}`,
    )
    fc.assert(
      fc.property(parts, around, (numbers, dress) => {
        const parsed = parseServerReference(dress(numbers.join('.')))
        expect(parsed.ok && [parsed.value.kind, parsed.value.value]).to.deep.equal(['ip', numbers.join('.')])
      }),
    )
  })

  it('is understood again as the same thing, whatever was typed', () => {
    const piece = fc.constantFrom(
      '1',
      '192',
      '.',
      ':',
      '::',
      '/',
      '@',
      '[',
      ']',
      'web',
      'ż',
      'A',
      '-',
      '_',
      ' ',
      '#',
      'pl',
      'ssh://',
      'root@',
      ':22',
      'localhost',
      '\u200b',
      '%',
      '٣',
      '！',
    )
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.domain(),
      fc.ipV6(),
      fc.ipV4(),
      fc.webUrl(),
      fc.array(piece, { maxLength: 12 }).map(all => all.join('')),
    )
    fc.assert(
      fc.property(typed, text => {
        const first = parseServerReference(text)
        if (!first.ok) return
        const { kind, value, notices } = first.value
        const again = parseServerReference(value)
        expect(again.ok && [again.value.kind, again.value.value]).to.deep.equal([kind, value])
        for (const notice of notices) expect(noticeCodes).to.include(notice)
      }),
      { numRuns: 300 },
    )
  })

  it('holds nothing of a password that was typed before the host', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.constantFrom('ssh://', 'https://', ''),
        (secret, scheme) => {
          const parsed = parseServerReference(`${scheme}root:canary${secret}@serwer.firma.pl`)
          expect(JSON.stringify(parsed)).not.to.contain('canary')
        },
      ),
    )
  })

  it('takes no address with one wrong character for a name', () => {
    const wrong = fc.constantFrom('l', 'O', 'x', ',', ' ', '..', '-', '%', '/', '999', '\u0663')
    fc.assert(
      fc.property(fc.tuple(octet, octet, octet, octet), wrong, fc.nat(20), (numbers, odd, at) => {
        const ip = numbers.join('.')
        const place = at % (ip.length + 1)
        const parsed = parseServerReference(ip.slice(0, place) + odd + ip.slice(place))
        expect(parsed.ok && parsed.value.kind).to.be.oneOf([false, 'ip'])
      }),
      { numRuns: 300 },
    )
  })

  it('answers long nonsense at once', () => {
    const probes = ['1.', ':', 'a:', '@', '[', 'a.', '/', '?a=', '%3a', '-', ' 1', 'l.1', 'root:']
    for (const probe of probes) {
      const text = probe.repeat(10_000).slice(0, 2_000)
      const times = [1, 2, 3].map(() => {
        const start = performance.now()
        parseServerReference(text)
        parseServerReference(text.slice(1), { serviceIdPattern: '#+@'.repeat(30) })
        return performance.now() - start
      })
      expect(Math.min(...times), probe).to.be.below(50)
    }
  })
})
