import { expect } from 'chai'
import { parseServerReference, type NoticeCode } from '../../../src/index.js'

/** Blocks of the IANA special-purpose registries, each by its first and last address; then what lies just outside. */
const rows: readonly [code: NoticeCode | undefined, ...addresses: string[]][] = [
  ['private-address', '10.0.0.0', '10.255.255.255', '172.16.0.0', '172.31.255.255'],
  ['private-address', '192.168.0.0', '192.168.255.255', 'fc00::', 'fdff:ffff::1'],
  ['shared-address', '100.64.0.0', '100.127.255.255'],
  [
    'loopback-address',
    '127.0.0.0',
    '127.255.255.255',
    '::1',
    '::ffff:127.0.0.1',
    'localhost',
    'web.localhost',
  ],
  ['link-local-address', '169.254.0.0', '169.254.255.255', 'fe80::', 'febf:ffff::1'],
  ['unspecified-address', '0.0.0.0', '0.255.255.255', '::'],
  ['documentation-address', '192.0.2.0', '192.0.2.255', '198.51.100.0', '203.0.113.255'],
  ['documentation-address', '2001:db8::', '2001:db8:ffff::1', '3fff::', '3fff:fff:ffff::1'],
  ['documentation-address', 'serwer.example', 'mail.example.org', 'vps.test', 'x.invalid'],
  ['benchmarking-address', '198.18.0.0', '198.19.255.255', '2001:2::', '2001:2:0:ffff::1'],
  ['multicast-address', '224.0.0.0', '239.255.255.255', '233.252.0.1', 'ff00::', 'ff0e::101'],
  ['broadcast-address', '255.255.255.255'],
  ['transition-address', '64:ff9b::', '64:ff9b::185.203.116.4', '64:ff9b:1::', '64:ff9b:1:ffff::1'],
  ['transition-address', '::ffff:0:185.203.116.4', '2002::', '2002:b9cb:7404::1', '2001::', '2001:0:ffff::1'],
  ['transition-address', '192.0.0.0', '192.0.0.7', '192.0.0.170', '192.0.0.171'],
  ['anycast-address', '192.0.0.9', '192.0.0.10', '192.31.196.1', '192.52.193.1', '192.175.48.1'],
  ['anycast-address', '2001:1::1', '2001:1::2', '2001:1::3', '2001:3::1', '2001:4:112::1', '2620:4f:8000::1'],
  ['deprecated-address', '192.88.99.0', '192.88.99.255', '::185.203.116.4', 'fec0::', 'feff:ffff::1'],
  ['deprecated-address', '2001:10::', '2001:1f:ffff::1'],
  ['reserved-address', '192.0.0.8', '192.0.0.255', '240.0.0.0', '255.255.255.254'],
  ['reserved-address', '100::', '100::ffff:ffff:ffff:ffff', '100:0:0:1::1', '5f00::', '5f00:ffff::1'],
  ['reserved-address', '2001:20::', '2001:30::', '2001:1ff:ffff::1', '4000::1', 'fe00::1', 'x.onion'],
  [undefined, '9.255.255.255', '11.0.0.0', '172.15.255.255', '172.32.0.0', '192.167.255.255', '192.169.0.0'],
  [
    undefined,
    '100.63.255.255',
    '100.128.0.0',
    '126.255.255.255',
    '128.0.0.0',
    '169.253.255.255',
    '169.255.0.0',
  ],
  [undefined, '1.0.0.0', '191.255.255.255', '192.0.1.0', '192.0.3.0', '198.51.99.255', '203.0.114.0'],
  [undefined, '198.17.255.255', '198.20.0.0', '223.255.255.255', '192.88.98.255', '192.88.100.0'],
  [undefined, '2000::1', '2001:200::1', '2001:db7:ffff::1', '2001:db9::1', '2003::1', '3ffe:ffff::1'],
  [undefined, '3fff:1000::1', '2620:4f:7fff::1', 'test.pl', 'example.pl', 'local.pl', 'myexample.com'],
]

describe('an address that no engineer can connect to', () => {
  for (const [code, ...addresses] of rows) {
    it(`${addresses.join(' ')} is told apart: ${code ?? 'nothing to say'}`, () => {
      for (const address of addresses) {
        const parsed = parseServerReference(address)
        expect(parsed.ok && parsed.value.notices, address).to.deep.equal(code ? [code] : [])
      }
    })
  }
})
