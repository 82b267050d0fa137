import { guardedAdapter, restAdapter, type InterventionAdapter } from '../../src/index.js'
import { warn } from './warn.js'

/** The adapter that an element was given, or the one for its `endpoint`; guarded, and the same until either changes. */
export class ConnectedAdapter {
  #adapter: InterventionAdapter | undefined
  #endpoint = ''
  #base = ''
  #guarded: InterventionAdapter | undefined

  /** The guarded adapter; `undefined` where there is none, which the integrator is warned of. */
  of(
    adapter: InterventionAdapter | undefined,
    endpoint: string,
    base: string,
  ): InterventionAdapter | undefined {
    if (adapter === this.#adapter && endpoint === this.#endpoint && base === this.#base) return this.#guarded
    this.#adapter = adapter
    this.#endpoint = endpoint
    this.#base = base
    this.#guarded = connect(adapter, endpoint, base)
    return this.#guarded
  }
}

/**
 * The keys of a `pinned-recipients` attribute; `undefined` where there is none, and any key will do. One that came out
 * empty, by a template's mistake, pins to nothing: then nothing is sealed at all.
 */
export function pinnedIn(attribute: string | null): readonly string[] | undefined {
  if (attribute === null) return undefined
  const pinned = attribute.split(/\s+/).filter(Boolean)
  if (pinned.length === 0) warn('nothing-pinned')
  return pinned
}

/** What an endpoint is resolved against: the document's base, unless that is of another origin than the page. */
function ownBase(base: string): string {
  return new URL(base).origin === origin ? base : location.href
}

function connect(
  adapter: InterventionAdapter | undefined,
  endpoint: string,
  base: string,
): InterventionAdapter | undefined {
  if (adapter) return guardedAdapter(adapter)
  if (endpoint === '') return undefined
  try {
    return guardedAdapter(restAdapter({ endpoint, base: ownBase(base) }))
  } catch {
    warn('bad-endpoint')
    return undefined
  }
}
