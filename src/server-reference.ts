/** How a server was named. */
export type ServerReferenceKind = 'ip' | 'hostname' | 'service-id' | 'service-name'

/** What a person should know about a reference that was understood. */
export type NoticeCode = 'private-address' | 'reserved-address' | 'port-dropped' | 'user-dropped' | 'url-taken-apart'

/** A server, named so that engineers and ticket systems agree on it. */
export interface ServerReference {
  readonly kind: ServerReferenceKind
  /** Canonical: RFC 5952 for IPv6, lower-case punycode for host names. */
  readonly value: string
}
