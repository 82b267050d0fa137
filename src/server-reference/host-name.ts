import type { NoticeCode } from '../server-reference.js'
import type { Readable } from './address.js'

/** Longest name in the DNS, and longest part of one (RFC 1035, 2.3.4). */
const longestName = 253
const longestLabel = 63

/** What is to be said of names that lead nowhere outside a network, and of those that never lead anywhere. */
const specialNames: readonly (readonly [NoticeCode, RegExp])[] = [
  // RFC 6761, 6.3, and what Linux systems call themselves.
  ['loopback-address', /(?:^|\.)localhost(?:\.localdomain)?$/],
  // RFC 6762, 8375; ICANN's `internal`, and the endings that it never hands out because networks use them.
  ['private-address', /(?:^|\.)(?:local|localdomain|internal|intranet|lan|private|home|corp|home\.arpa)$/],
  // RFC 2606, 6761.
  ['documentation-address', /(?:^|\.)(?:test|example|invalid|example\.(?:com|net|org))$/],
  // RFC 7686, 9476: not of the DNS.
  ['reserved-address', /(?:^|\.)(?:onion|alt)$/],
]

/** Letters of any script, what joins some of them, and, before the last part, the pictures that a few hosts have. */
const mayBeHost =
  /^(?:[\p{L}\p{M}\p{N}\p{Extended_Pictographic}_\u200c\u200d-]*\.)*[\p{L}\p{M}\p{N}_\u200c\u200d-]*$/u

/** Reads a host name, in any script, into lower-case punycode. */
export function readHostName(host: string): Readable {
  if (!mayBeHost.test(host)) return { is: host.includes(' ') ? 'not-a-server' : 'malformed-address' }
  const name = toPunycode(host)
  if (name === undefined) return { is: 'malformed-address' }
  if (name.length > longestName) return { is: 'too-long' }
  const labels = name.split('.')
  // A host may come out as an address: the look-alike digits of other scripts do.
  if (!labels.every(isLabel) || !isTopLevel(labels.at(-1) ?? '')) return { is: 'malformed-address' }
  // Nor do digits stand in one of another script: `1.2.3.ł4` is a slip.
  if (/\d[^.]*$/.test(host) && !/xn--[^.]*$/i.test(host)) return { is: 'malformed-address' }
  return { is: 'yes', value: name, notices: noticesOf(name) }
}

function toPunycode(host: string): string | undefined {
  const url = `http://${host}`
  return URL.canParse(url) ? new URL(url).hostname : undefined
}

function isLabel(label: string): boolean {
  return label.length <= longestLabel && /^[a-z\d_](?:[a-z\d_-]*[a-z\d])?$/.test(label)
}

/** RFC 1123, 2.1: alphabetic; and there is none of one letter. */
function isTopLevel(label: string): boolean {
  return /^(?:[a-z]{2,}|xn--[a-z\d-]+)$/.test(label)
}

function noticesOf(name: string): readonly NoticeCode[] {
  const special = specialNames.find(([, ending]) => ending.test(name))
  return special ? [special[0]] : []
}
