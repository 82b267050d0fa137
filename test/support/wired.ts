import { bridge, type BridgeOptions, type BridgeSession } from '../../src/adapter/bridge.js'
import type { InterventionAdapter } from '../../src/adapter/adapter.js'
import { restAdapter, type RestOptions } from '../../src/index.js'

/** The page that all tests of the protocol pretend to be on. */
export const PORTAL = 'https://portal.example'

/** A request as a server sees it: the browser adds `Origin`, which no script may set. */
export function asSent(request: Request, headers: Readonly<Record<string, string>> = {}): Request {
  const seen = new Headers([...request.headers])
  if (request.method !== 'GET') seen.set('origin', PORTAL)
  for (const [name, value] of Object.entries(headers)) {
    if (value === '') seen.delete(name)
    else seen.set(name, value)
  }
  return new Proxy(request, {
    get(target, key) {
      if (key === 'headers') return seen
      const value: unknown = Reflect.get(target, key, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

/** A bridge whose session is always the same customer. */
export function bridgeFor(
  adapter: InterventionAdapter | ((session: BridgeSession) => InterventionAdapter),
  account: string,
  options: Partial<BridgeOptions<BridgeSession>> = {},
): (request: Request) => Promise<Response> {
  return bridge(adapter, { session: () => ({ account }), origins: [PORTAL], basePath: '/api', ...options })
}

/** The REST adapter on the very function of a bridge: the whole protocol, without a network. */
export function restOn(
  answer: (request: Request) => Promise<Response>,
  options: Partial<RestOptions> = {},
): InterventionAdapter {
  return restAdapter({
    endpoint: '/api',
    base: `${PORTAL}/new`,
    fetch: request => answer(asSent(request)),
    ...options,
  })
}
