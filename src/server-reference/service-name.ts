import { not, ok, type Result } from '../result.js'
import type { ReferenceProblem, ServerReference } from '../server-reference.js'

/** A service of the customer's, as far as naming it goes. */
export interface NamedService {
  readonly id: string
  readonly name: string
}

/** Longer is a sentence, and belongs to the problem. */
const longestName = 100

/** The service that is called so: by its ID first, then by its name; capitals don't matter. */
export function findService(text: string, services: readonly NamedService[]): ServerReference | undefined {
  const wanted = plain(text)
  const byId = services.find(({ id }) => plain(id) === wanted)
  if (byId) return { kind: 'service-id', value: byId.id }
  const byName = services.find(({ name }) => plain(name) === wanted)
  return byName && { kind: 'service-name', value: byName.name }
}

/** Reads what is neither an address nor a host: a number is an ID, unless the provider's IDs look otherwise. */
export function readServiceName(
  text: string,
  idsHaveAPattern: boolean,
): Result<ServerReference, ReferenceProblem> {
  if (text.length > longestName) return not('too-long')
  if (/^\d{1,10}$/.test(text) && !idsHaveAPattern) return ok({ kind: 'service-id', value: text })
  if (!/^[\p{L}\p{M}\p{N} ._#()+&'-]+$/u.test(text) || !/\p{L}/u.test(text)) return not('not-a-server')
  // An address among other words: which of them is meant is not ours to guess.
  if (/\d+\.\d+\.\d+\.\d+/.test(text)) return not('not-a-server')
  return ok({ kind: 'service-name', value: text })
}

function plain(text: string): string {
  return text.trim().replace(/\s+/g, ' ').normalize().toLowerCase()
}
