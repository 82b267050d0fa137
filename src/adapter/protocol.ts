import { parse } from '../parse.js'
import { version as versionSchema } from '../tracking/schema.js'

/** The protocol between `restAdapter` and `bridge`, and its version. */
export const protocolHeader = 'os-intervention-protocol'
/** A header that no form and no link can send: another origin's page would have to ask first. */
export const csrfHeader = 'os-intervention-csrf'
/** The one version there is. */
export const protocolVersion = '1'
/** The write's idempotency key. */
export const keyHeader = 'idempotency-key'
/** A stream of events is never silent for longer, in milliseconds: what is silent for two of these is broken. */
export const heartbeatMs = 15_000

/** A version as an entity tag (RFC 9110, 8.8.3): percent-encoded, since a tag holds no blanks and no quotes. */
export function entityTag(version: string): string {
  return `"${encodeURIComponent(version)}"`
}

/**
 * The versions in an `If-None-Match` or `If-Match` field, compared weakly: what a proxy adds when it compresses
 * (`W/`, `-gzip`) is taken off. What is no version of ours is left out.
 */
export function versionsIn(field: string | null): readonly string[] {
  const tags = (field ?? '').slice(0, 8_000).match(/"[^"]*"/g) ?? []
  return tags.flatMap(tag => decoded(tag.slice(1, -1).replace(/-(?:gzip|br)$/, '')) ?? [])
}

/** A version as the id of an event: percent-encoded, since an id is one line, and comes back in a header. */
export function eventId(version: string): string {
  return encodeURIComponent(version)
}

/** The version that an event's id, or a `Last-Event-ID` field, stands for; `undefined` for what is none of ours. */
export function versionOf(id: string | null | undefined): string | undefined {
  const parsed = parse(versionSchema, decoded((id ?? '').slice(0, 8_000)))
  return parsed.ok ? parsed.value : undefined
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
