import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { StoredFile } from './store.js'

/** SHA-256 of everything that was sent: the JSON part in canonical form (RFC 8785), and each file with its name and type. */
export function digestOf(json: unknown, files: readonly StoredFile[]): string {
  const parts = files.map(({ name, type, body }) => [
    name,
    type,
    createHash('sha256').update(body).digest('hex'),
  ])
  const canonical = canonicalize([json, parts])
  if (canonical === undefined) throw new TypeError('nothing to digest')
  return createHash('sha256').update(canonical).digest('hex')
}
