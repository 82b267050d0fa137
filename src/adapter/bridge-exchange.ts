import type { InterventionAdapter } from './adapter.js'

/** One request with all that is known of it. */
export interface Exchange {
  readonly request: Request
  readonly url: URL
  readonly account: string
  readonly adapter: InterventionAdapter
  /** The decoded segments of the path, without the base. */
  readonly path: readonly string[]
}

/** The path in a word: how long it is, and what it names beside ids. */
export function routeOf({ path }: Pick<Exchange, 'path'>): string {
  const [room = '', , detail = ''] = path
  return `${path.length} ${room} ${detail}`.trimEnd()
}
