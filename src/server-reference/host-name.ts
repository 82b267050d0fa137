import type { NoticeCode } from '../server-reference.js'
import type { Readable } from './address.js'

/** Longest name in the DNS, and longest part of one (RFC 1035, 2.3.4). */
const longestName = 253
const longestLabel = 63

/** Names that lead nowhere outside the customer's own network (RFC 6761, 6762, 8375; ICANN's `internal`). */
const privateName = /(?:^|\.)(?:localhost|local|internal|lan|intranet|home\.arpa)$/

/** Names kept for examples and tests (RFC 2606, 6761). */
const reservedName = /(?:^|\.)(?:test|example|invalid|example\.(?:com|net|org))$/

/** Reads a host name, in any script, into lower-case punycode. */
export function readHostName(host: string): Readable {
  if (!/^[\p{L}\p{M}\p{N}._-]+$/u.test(host))
    return { is: host.includes(' ') ? 'not-a-server' : 'malformed-address' }
  const name = toPunycode(host)
  if (name === undefined) return { is: 'malformed-address' }
  if (name.length > longestName) return { is: 'too-long' }
  const labels = name.split('.')
  // A host may come out as an address: the look-alike digits of other scripts do.
  if (!labels.every(isLabel) || /^\d+$/.test(labels.at(-1) ?? '')) return { is: 'malformed-address' }
  return { is: 'yes', value: name, notices: noticesOf(name) }
}

function toPunycode(host: string): string | undefined {
  const url = `http://${host}`
  return URL.canParse(url) ? new URL(url).hostname : undefined
}

function isLabel(label: string): boolean {
  return label.length <= longestLabel && /^[a-z\d_](?:[a-z\d_-]*[a-z\d])?$/.test(label)
}

function noticesOf(name: string): readonly NoticeCode[] {
  if (privateName.test(name)) return ['private-address']
  return reservedName.test(name) ? ['reserved-address'] : []
}
