import { not, ok, type Result } from '../result.js'
import type { ReferenceProblem, ServerReference } from '../server-reference.js'
import { holdsAddress } from './address-like.js'

/** A service of the customer's, as far as naming it goes. */
export interface NamedService {
  readonly id: string
  readonly name: string
}

/** Longer is a sentence, and belongs to the problem. */
const longestName = 100

const host = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.[a-z]{2,}$/iu

/** The service that is called so: by its ID first, then by its name; capitals don't matter. */
export function findService(text: string, services: readonly NamedService[]): ServerReference | undefined {
  const wanted = plain(text)
  const byId = services.find(({ id }) => plain(id) === wanted)
  if (byId) return { kind: 'service-id', value: byId.id }
  const byName = services.find(({ name }) => plain(name) === wanted)
  return byName && { kind: 'service-name', value: byName.name }
}

/**
 * What names are made of. A comma ends a word, a slash parts two: `sklep,pl` is a host's name with a slip. A name
 * doesn't begin with what a command would take for an option or a path.
 */
const name =
  /^[\p{L}\p{N}\p{Extended_Pictographic}(#„“'](?:[\p{L}\p{M}\p{N}\p{Extended_Pictographic} ._#()+&"'’„“”–—-]|,(?= )|\/(?=[\p{L}\p{N} ]))*$/u

/** Reads what is neither an address nor a host: a number is an ID, unless the provider's IDs look otherwise. */
export function readServiceName(
  text: string,
  idsHaveAPattern: boolean,
): Result<ServerReference, ReferenceProblem> {
  if (text.length > longestName) return not('too-long')
  if (/^\d{1,10}$/.test(text) && !idsHaveAPattern) return ok({ kind: 'service-id', value: text })
  if (!name.test(text) || !/\p{L}/u.test(text) || isMarkup(text)) return not('not-a-server')
  // An address or hosts among other words: which of them is meant is not ours to guess.
  if (holdsAddress(text) || isHosts(text)) return not('not-a-server')
  return ok({ kind: 'service-name', value: text })
}

/** Does a sign stand there in its HTML form, or a script? */
function isMarkup(text: string): boolean {
  return /&#|&\w{1,10};|^(?:java|vb)script\W/i.test(text)
}

/** Hosts and nothing else, or one that a blank broke. */
function isHosts(text: string): boolean {
  const words = text.split(/[ ,]+/)
  if (words.length > 1 && words.every(word => host.test(word))) return true
  return /(?:\. | \.)(?:[^ ]+\.[a-z]{2,}|pl|com|net|org|eu|de|uk|io)$/i.test(text)
}

function plain(text: string): string {
  return text.trim().replace(/\s+/g, ' ').normalize('NFKC').toLowerCase()
}
