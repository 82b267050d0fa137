import ipaddr from 'ipaddr.js'
import type { NoticeCode, ReferenceProblem } from '../server-reference.js'
import { hasTwoColons, isMeantAsAddress } from './address-like.js'
import { specialRange } from './special-ranges.js'

/** A text that was read as one thing: it is that, it is something else, or it was meant so and is wrong. */
export type Readable =
  | { readonly is: 'yes'; readonly value: string; readonly notices: readonly NoticeCode[] }
  | { readonly is: 'no' | ReferenceProblem }

/** Longest text of an address: an IPv6 one whose last groups are written as IPv4. */
const longestAddress = 45

/** Reads an IP address. What looks like one and isn't is malformed: never a name. */
export function readAddress(host: string, bracketed: boolean): Readable {
  const text = host.normalize('NFKC')
  // `4²` is a 4 with a footnote's mark, not a 42.
  const isMarked = /\p{Nd}\p{No}|\p{No}\p{Nd}/u.test(host)
  if (bracketed || hasTwoColons(text)) return isMarked ? { is: 'malformed-address' } : readIpv6(text)
  if (ipaddr.IPv4.isValidFourPartDecimal(text) && !isMarked) return found(ipaddr.IPv4.parse(text))
  return { is: isMeantAsAddress(text) ? 'malformed-address' : 'no' }
}

/** Is this the length of a network that holds this one address alone? */
export function isWholeLength(length: string, host: string): boolean {
  return host.includes(':') ? length === '128' : length === '32' || length === '255.255.255.255'
}

function readIpv6(text: string): Readable {
  // The zone names an interface of the machine on which it was typed (RFC 4007).
  const address = withHexTail(text.replace(/%[\w.~-]+$/, ''))
  const isIpv6 = address.length <= longestAddress && ipaddr.IPv6.isValid(address)
  return isIpv6 ? found(ipaddr.process(address)) : { is: 'malformed-address' }
}

/** The library takes `010` in a dotted tail for 8, and `::1.2.3.4` for `::ffff:1.2.3.4`: neither is what it says. */
function withHexTail(text: string): string {
  const start = text.lastIndexOf(':') + 1
  const tail = text.slice(start)
  if (!ipaddr.IPv4.isValidFourPartDecimal(tail)) return tail.includes('.') ? '' : text
  const [a = 0, b = 0, c = 0, d = 0] = ipaddr.IPv4.parse(tail).octets
  return `${text.slice(0, start)}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`
}

function found(address: ipaddr.IPv4 | ipaddr.IPv6): Readable {
  const notice = specialRange(address)
  return { is: 'yes', value: address.toString(), notices: notice ? [notice] : [] }
}
