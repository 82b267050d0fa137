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

/** The keys of a `pinned-recipients` attribute; `undefined` where it names none, and any key will do. */
export function pinnedIn(attribute: string): readonly string[] | undefined {
  const pinned = attribute.split(/\s+/).filter(Boolean)
  return pinned.length > 0 ? pinned : undefined
}

function connect(
  adapter: InterventionAdapter | undefined,
  endpoint: string,
  base: string,
): InterventionAdapter | undefined {
  if (adapter) return guardedAdapter(adapter)
  if (endpoint === '') return undefined
  try {
    return guardedAdapter(restAdapter({ endpoint, base }))
  } catch {
    warn('bad-endpoint')
    return undefined
  }
}
