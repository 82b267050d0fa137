import ipaddr from 'ipaddr.js'
import type { NoticeCode } from '../server-reference.js'

/** What is to be said of an address, and the blocks that it is said of. */
type Ranges = readonly (readonly [NoticeCode, ...blocks: string[]])[]

/**
 * IANA IPv4 special-purpose address registry, with the multicast space (RFC 5771). A narrower block comes before the
 * wider one that holds it. Blocks that the registry calls globally reachable are here too: they belong to a service of
 * the internet, never to one customer's server.
 */
const ipv4: Ranges = [
  ['private-address', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'],
  ['shared-address', '100.64.0.0/10'],
  ['loopback-address', '127.0.0.0/8'],
  ['link-local-address', '169.254.0.0/16'],
  ['unspecified-address', '0.0.0.0/8'],
  ['documentation-address', '192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24'],
  ['benchmarking-address', '198.18.0.0/15'],
  ['multicast-address', '224.0.0.0/4'],
  ['broadcast-address', '255.255.255.255/32'],
  ['deprecated-address', '192.88.99.0/24'],
  // Port control, TURN, AS112 (twice), AMT.
  [
    'anycast-address',
    '192.0.0.9/32',
    '192.0.0.10/32',
    '192.31.196.0/24',
    '192.175.48.0/24',
    '192.52.193.0/24',
  ],
  // The 464XLAT of telephone networks, and NAT64's discovery.
  ['transition-address', '192.0.0.0/29', '192.0.0.170/31'],
  ['reserved-address', '192.0.0.0/24', '240.0.0.0/4'],
]

/** IANA IPv6 special-purpose address registry, with what RFC 4291 sets apart. */
const ipv6: Ranges = [
  ['loopback-address', '::1/128'],
  ['unspecified-address', '::/128'],
  ['private-address', 'fc00::/7'],
  ['link-local-address', 'fe80::/10'],
  ['multicast-address', 'ff00::/8'],
  ['documentation-address', '2001:db8::/32', '3fff::/20'],
  ['benchmarking-address', '2001:2::/48'],
  // NAT64 (well-known and local), stateless translation, 6to4, Teredo.
  ['transition-address', '64:ff9b::/96', '64:ff9b:1::/48', '::ffff:0:0:0/96', '2002::/16', '2001::/32'],
  // IPv4-compatible, site-local, the first ORCHID.
  ['deprecated-address', '::/96', 'fec0::/10', '2001:10::/28'],
  // Port control, TURN, DNS-SD registration, AMT, AS112 (twice).
  ['anycast-address', '2001:1::/120', '2001:3::/32', '2001:4:112::/48', '2620:4f:8000::/48'],
  ['reserved-address', '2001::/23'],
]

/** All that is handed out to networks; the rest waits, or has a meaning of its own (100::/64, 5f00::/16). */
const globalUnicast = '2000::/3'

/** Why no engineer can connect to an address, or `undefined` where nothing speaks against it. */
export function specialRange(address: ipaddr.IPv4 | ipaddr.IPv6): NoticeCode | undefined {
  const isIpv4 = address.kind() === 'ipv4'
  const inside = (block: string) => address.match(ipaddr.parseCIDR(block))
  const range = (isIpv4 ? ipv4 : ipv6).find(([, ...blocks]) => blocks.some(inside))
  if (range) return range[0]
  return isIpv4 || inside(globalUnicast) ? undefined : 'reserved-address'
}
