import { not, ok, type Result } from './result.js'
import { isWholeLength, readAddress, type Readable } from './server-reference/address.js'
import { cleaned } from './server-reference/clean.js'
import { readHostName } from './server-reference/host-name.js'
import { matchServiceId } from './server-reference/service-id.js'
import { findService, readServiceName, type NamedService } from './server-reference/service-name.js'
import { takeApart, type Parts } from './server-reference/take-apart.js'

/** How a server was named. */
export type ServerReferenceKind = 'ip' | 'hostname' | 'service-id' | 'service-name'

/**
 * What a person should know about a reference that was understood; the words are made from `notice.<code>`.
 *
 * The codes that end in `-address` say why no engineer can connect to it (IANA special-purpose address registries,
 * RFC 6890); `private-address` is Private-Use and Unique-Local, `reserved-address` all that has no code of its own.
 */
export const noticeCodes = [
  'private-address',
  'shared-address',
  'loopback-address',
  'link-local-address',
  'unspecified-address',
  'documentation-address',
  'benchmarking-address',
  'multicast-address',
  'broadcast-address',
  'transition-address',
  'anycast-address',
  'deprecated-address',
  'reserved-address',
  'port-dropped',
  'user-dropped',
  'url-taken-apart',
] as const

/** What a person should know about a reference that was understood. */
export type NoticeCode = (typeof noticeCodes)[number]

/** Why a text names no server; the words are made from `reference.<code>`. */
export const referenceProblems = [
  'empty',
  'malformed-address',
  'secret-inside',
  'not-a-server',
  'too-long',
] as const

/** Why a text names no server. */
export type ReferenceProblem = (typeof referenceProblems)[number]

/** A server, named so that engineers and ticket systems agree on it. */
export interface ServerReference {
  readonly kind: ServerReferenceKind
  /** Canonical: RFC 5952 for IPv6, lower-case punycode for host names. */
  readonly value: string
}

/** A reference that was understood, with what to tell the person. */
export interface ParsedReference extends ServerReference {
  readonly notices: readonly NoticeCode[]
}

/** What the provider knows of its services. */
export interface ReferenceOptions {
  /** What a service ID looks like, see `Provider.serviceIdPattern`. */
  readonly serviceIdPattern?: string
  /** The customer's services: their ids and names are understood as typed. */
  readonly services?: readonly NamedService[]
}

/** Longer than any address with its path: nothing longer is looked at. */
const longestText = 2_000

/**
 * Understands how a person names a server: an IP address, a host name, a service ID or a service's name, up to 2,000
 * characters.
 *
 * Ports, user names and the rest of a URL are taken off, with a notice; the length of a network of one address (/32,
 * /128) without. A malformed address is an error, never silently
 * a name; a text that holds a secret is refused, and neither the outcome nor the problem repeats it. The value is
 * canonical: understanding it again gives the same (RFC 5952 for IPv6; an IPv4-mapped address is the IPv4 address that
 * it stands for; UTS 46 punycode for host names).
 */
export function parseServerReference(
  text: string,
  options: ReferenceOptions = {},
): Result<ParsedReference, ReferenceProblem> {
  if (text.length > longestText) return not('too-long')
  const typed = cleaned(text)
  if (typed === '') return not('empty')

  const known = findKnown(typed, options)
  if (known) return ok({ ...known, notices: [] })
  const parts = takeApart(typed)
  const read = parts.ok ? readMachine(parts.value, options) : parts
  if (!read.ok) return read
  // What was typed with a port or in a link may be a service that is known.
  return ok({ ...read.value, ...findKnown(read.value.value, options) })
}

/** The customer's service that is called so, or the ID that the provider would write so. */
function findKnown(
  text: string,
  { services, serviceIdPattern }: ReferenceOptions,
): ServerReference | undefined {
  const service = findService(text, services ?? [])
  if (service) return service
  const id = serviceIdPattern === undefined ? undefined : matchServiceId(text, serviceIdPattern)
  return id === undefined ? undefined : { kind: 'service-id', value: id }
}

function readMachine(
  parts: Parts,
  { serviceIdPattern }: ReferenceOptions,
): Result<ParsedReference, ReferenceProblem> {
  const address = readAddress(parts.host, parts.bracketed)
  if (address.is === 'yes' && parts.networkLength !== undefined) {
    if (!isWholeLength(parts.networkLength, parts.host)) return not('malformed-address')
    return told(
      'ip',
      address,
      parts.notices.filter(code => code !== 'url-taken-apart'),
    )
  }
  if (address.is !== 'no') return told('ip', address, parts.notices)
  if (parts.isHost) return told('hostname', readHostName(parts.host), parts.notices)
  // A number in a URL, or before a port, was meant as an address.
  if (parts.notices.length > 0 && /^\d+$/.test(parts.host)) return not('malformed-address')
  const name = readServiceName(parts.host, serviceIdPattern !== undefined)
  return name.ok ? ok({ ...name.value, notices: parts.notices }) : name
}

function told(
  kind: 'ip' | 'hostname',
  read: Readable,
  notices: readonly NoticeCode[],
): Result<ParsedReference, ReferenceProblem> {
  if (read.is === 'yes') return ok({ kind, value: read.value, notices: [...notices, ...read.notices] })
  return not(read.is === 'no' ? 'not-a-server' : read.is)
}
