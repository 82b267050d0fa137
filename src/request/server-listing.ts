import type { Service } from '../adapter/adapter.js'
import { parseServerReference, type ServerReference } from '../server-reference.js'

/**
 * Is a server that was named one of this account's services? `unknown` where the client area lists none. An `unlisted` one
 * may be anybody's: who works on it asks first whose it is.
 */
export type ServerListing = 'listed' | 'unlisted' | 'unknown'

/** Whether the server is among the services of the account that names it. */
export function serverListing(server: ServerReference, services: readonly Service[]): ServerListing {
  if (services.length === 0) return 'unknown'
  return services.some(service => isNameOf(server, service)) ? 'listed' : 'unlisted'
}

/** Is it called so: by its ID, by its name, or by one of its addresses? */
export function isNameOf({ kind, value }: ServerReference, { id, name, addresses }: Service): boolean {
  if (kind === 'service-id') return value === id
  if (kind === 'service-name') return value === name
  return addresses.some(address => {
    const parsed = parseServerReference(address)
    return parsed.ok && parsed.value.kind === kind && parsed.value.value === value
  })
}

/**
 * Is it an ID of this provider's that the account hasn't? Then it is a slip, or somebody else's server.
 *
 * @param serviceIdPattern - See `Provider.serviceIdPattern`; without one nothing is known to be an ID.
 */
export function isForeignId(
  server: ServerReference,
  services: readonly Service[],
  serviceIdPattern: string | undefined,
): boolean {
  return (
    serviceIdPattern !== undefined &&
    server.kind === 'service-id' &&
    serverListing(server, services) === 'unlisted'
  )
}
