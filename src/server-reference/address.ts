import ipaddr from 'ipaddr.js'
import type { NoticeCode, ReferenceProblem } from '../server-reference.js'

/** A text that was read as one thing: it is that, it is something else, or it was meant so and is wrong. */
export type Readable =
  | { readonly is: 'yes'; readonly value: string; readonly notices: readonly NoticeCode[] }
  | { readonly is: 'no' | ReferenceProblem }

/** The ranges (IANA special-purpose registries) that a machine can have and nobody outside its network can reach. */
const privateRanges: readonly string[] = [
  'private',
  'loopback',
  'linkLocal',
  'carrierGradeNat',
  'uniqueLocal',
  'deprecatedSiteLocal',
]

/** Reads an IP address. What looks like one and isn't is malformed: never a name. */
export function readAddress(host: string, bracketed: boolean): Readable {
  const text = host.normalize('NFKC')
  if (bracketed || looksLikeIpv6(text)) return readIpv6(text)
  if (!looksLikeIpv4(text)) return { is: 'no' }
  return ipaddr.IPv4.isValidFourPartDecimal(text)
    ? found(ipaddr.IPv4.parse(text))
    : { is: 'malformed-address' }
}

function readIpv6(text: string): Readable {
  // The zone names an interface of the machine on which it was typed.
  const address = text.replace(/%[\w.-]+$/, '')
  if (!isIpv6(address)) return { is: 'malformed-address' }
  return found(ipaddr.process(address))
}

function found(address: ipaddr.IPv4 | ipaddr.IPv6): Readable {
  const range = address.range()
  if (range === 'unicast') return { is: 'yes', value: address.toString(), notices: [] }
  const notice = privateRanges.includes(range) ? 'private-address' : 'reserved-address'
  return { is: 'yes', value: address.toString(), notices: [notice] }
}

/** Two colons are in no host name, and not in a host with its port either. */
function looksLikeIpv6(text: string): boolean {
  return /^[^\s:]*:[^\s:]*:\S*$/.test(text)
}

/**
 * Would a browser, or a hurried reader, take it for an IPv4 address? `1`, `127.1`, `010.0.0.1` and `0x7f.1` are read
 * by URL parsers as addresses that nobody meant (WHATWG URL, "ends in a number").
 */
function looksLikeIpv4(text: string): boolean {
  // Words with a number among them, as in `VPS 2.0`.
  if (/\s/.test(text) && /\p{L}/u.test(text)) return false
  const labels = text.split('.')
  const last = labels.at(-1) ?? ''
  if (/^0x[\da-f]*$/i.test(last)) return true
  if (labels.length > 1 && /^\p{Nd}+$/u.test(last)) return true
  if (/^\d{1,3}(?:[\s.,:;_/-]+\d{1,3}){3,}$/.test(text) || /^[\d\s]*\d[\s]*[.,:;][\d\s.,:;/-]*$/.test(text))
    return true
  // Three numbers and then no top-level domain: `192.168.1.l`, `192.168.1.1O`, `1.2.3.4x`.
  return labels.length === 4 && /^\d+\.\d+\.\d+\./.test(text) && !/^(?![oil]+$)[a-z]{2,}$|^xn--/i.test(last)
}

/** Stricter than the library, which takes `010` in a dotted tail for 8. The longest text of an address has 45 characters. */
function isIpv6(text: string): boolean {
  const tail = text.slice(text.lastIndexOf(':') + 1)
  if (tail.includes('.') && !ipaddr.IPv4.isValidFourPartDecimal(tail)) return false
  return text.length <= 45 && ipaddr.IPv6.isValid(text)
}
