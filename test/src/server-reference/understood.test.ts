import { expect } from 'chai'
import {
  parseServerReference,
  type NoticeCode,
  type ReferenceOptions,
  type ServerReferenceKind,
} from '../../../src/index.js'

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
  ['127.0.0.1', 'ip', '127.0.0.1', 'loopback-address'],
  ['169.254.10.20', 'ip', '169.254.10.20', 'link-local-address'],
  ['100.64.0.1', 'ip', '100.64.0.1', 'shared-address'],
  ['0.0.0.0', 'ip', '0.0.0.0', 'unspecified-address'],
  ['255.255.255.255', 'ip', '255.255.255.255', 'broadcast-address'],
  ['224.0.0.1', 'ip', '224.0.0.1', 'multicast-address'],
  ['198.51.100.7', 'ip', '198.51.100.7', 'documentation-address'],
  ['203.0.113.9', 'ip', '203.0.113.9', 'documentation-address'],
  // IPv6, RFC 5952
  ['2A01:04F8:0000:0000:0000:0000:0000:0001', 'ip', '2a01:4f8::1'],
  ['2a01:4f8:0:0:1:0:0:1', 'ip', '2a01:4f8::1:0:0:1'],
  ['2a01:4f8:0:1:1:1:1:1', 'ip', '2a01:4f8:0:1:1:1:1:1'],
  ['[2a01:4f8::1]', 'ip', '2a01:4f8::1'],
  ['[2a01:4f8::1]:22', 'ip', '2a01:4f8::1', 'port-dropped'],
  ['root@2a01:4f8::1', 'ip', '2a01:4f8::1', 'user-dropped'],
  ['https://[2a01:4f8::1]:8006/#v1', 'ip', '2a01:4f8::1', 'url-taken-apart', 'port-dropped'],
  ['::1', 'ip', '::1', 'loopback-address'],
  ['fe80::1%eth0', 'ip', 'fe80::1', 'link-local-address'],
  ['fd12:3456::1', 'ip', 'fd12:3456::1', 'private-address'],
  ['::', 'ip', '::', 'unspecified-address'],
  ['2001:db8::1', 'ip', '2001:db8::1', 'documentation-address'],
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
  ['localhost', 'hostname', 'localhost', 'loopback-address'],
  ['nas.local', 'hostname', 'nas.local', 'private-address'],
  ['db.firma.internal', 'hostname', 'db.firma.internal', 'private-address'],
  ['www.example.com', 'hostname', 'www.example.com', 'documentation-address'],
  // services
  ['48213', 'service-id', '48213'],
  ['web-1', 'service-name', 'web-1'],
  ['Serwer  sklepu  #2 (nowy)', 'service-name', 'Serwer sklepu #2 (nowy)'],
  ['VPS 2.0', 'service-name', 'VPS 2.0'],
  ['Księgowość', 'service-name', 'Księgowość'],
]

describe('a server reference', () => {
  for (const [text, kind, value, ...notices] of understood) {
    it(`understands ${JSON.stringify(text)} as ${kind} ${value}${notices.length ? ` (${notices.join(', ')})` : ''}`, () => {
      expect(parseServerReference(text)).to.deep.equal({ ok: true, value: { kind, value, notices } })
    })
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
    ['NH-10482.', { serviceIdPattern: 'NH-#+' }, 'service-id', 'NH-10482'],
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

  it('is found behind a user, before a port and in a link too', () => {
    const rest: [string, ServerReferenceKind, string, ...NoticeCode[]][] = [
      ['root@srv-9:22', 'service-id', 'srv-9', 'user-dropped', 'port-dropped'],
      ['https://SERWER.firma.pl/x', 'service-name', 'serwer.firma.pl', 'url-taken-apart'],
    ]
    for (const [text, kind, value, ...notices] of rest)
      expect(parseServerReference(text, { services })).to.deep.equal({
        ok: true,
        value: { kind, value, notices },
      })
  })

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
