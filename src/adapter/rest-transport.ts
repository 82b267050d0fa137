import type { Call } from './adapter.js'
import { AdapterFault } from './fault.js'
import { csrfHeader, protocolHeader, protocolVersion } from './protocol.js'
import { asksToRenew } from './rest-answer.js'
import { untilAborted } from './until-aborted.js'

/** How to reach the provider's backend. */
export interface RestOptions {
  /** Base of the routes, absolute or relative to `base`: `/api/intervention`. */
  readonly endpoint: string
  /** What a relative endpoint is resolved against; the page's own address where unset. Outside pages there is none. */
  readonly base?: string
  /** Allows an endpoint of another origin than `base`; that server has to allow the page (CORS). */
  readonly crossOrigin?: boolean
  /** `same-origin` where unset. */
  readonly credentials?: RequestCredentials
  /** In place of the global `fetch`. */
  readonly fetch?: (request: Request) => Promise<Response>
  /** Puts the page's own token on each request. */
  readonly authorize?: (request: Request) => Request | Promise<Request>
  /** Asked once per call when the server wants a new sign-in or token; `true`: try again. */
  readonly renew?: (signal: AbortSignal | undefined) => Promise<boolean>
  /** How long a question may take, in milliseconds; 30,000 where unset. A write may take ten times as long. */
  readonly timeoutMs?: number
}

/** One request to be made, as often as it has to be. */
export interface Order {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: () => FormData | string
  /** A `POST` that changes nothing: what it asks is no matter for an address, which servers write down. */
  readonly isQuestion?: true
}

/** The way to the backend: where it is, who asks, and how long that may take. */
export interface Transport {
  /** One try, and after a new sign-in another; takes as long as its signal lets it. */
  readonly open: (order: Order, signal: AbortSignal) => Promise<Response>
  /** A whole exchange, in the time that it may take. Rejects with an `AdapterFault`, or the caller's own reason. */
  readonly exchange: <T>(
    order: Order,
    call: Call | undefined,
    read: (response: Response, isWrite: boolean) => Promise<T>,
  ) => Promise<T>
}

/**
 * The way to the endpoint of these options.
 *
 * @throws {TypeError} for an endpoint that is no URL, not HTTP, holds login details, or is of another origin without
 * `crossOrigin`.
 */
export function transportTo(options: RestOptions): Transport {
  const root = rootOf(options)
  const credentials = options.credentials ?? 'same-origin'
  const send = options.fetch ?? (request => fetch(request))

  async function attempt(order: Order, signal: AbortSignal): Promise<Response> {
    const request = new Request(root + order.path, {
      method: order.method,
      credentials,
      redirect: 'manual',
      cache: 'no-store',
      signal,
      headers: {
        accept: 'application/json',
        [protocolHeader]: protocolVersion,
        [csrfHeader]: '1',
        ...order.headers,
      },
      ...(order.body && { body: order.body() }),
    })
    return send(options.authorize ? await options.authorize(request) : request)
  }

  async function open(order: Order, signal: AbortSignal, caller?: AbortSignal): Promise<Response> {
    const first = await attempt(order, signal)
    if (!options.renew || !asksToRenew(first)) return first
    return (await renewed(options.renew, caller)) ? attempt(order, signal) : first
  }

  async function exchange<T>(
    order: Order,
    call: Call | undefined,
    read: (response: Response, isWrite: boolean) => Promise<T>,
  ): Promise<T> {
    const isWrite = order.method === 'POST' && !order.isQuestion
    const time = AbortSignal.timeout((options.timeoutMs ?? 30_000) * (isWrite ? 10 : 1))
    const signal = call?.signal ? AbortSignal.any([call.signal, time]) : time
    try {
      return await untilAborted(signal, async () => read(await open(order, signal, call?.signal), isWrite))
    } catch (cause) {
      call?.signal?.throwIfAborted()
      if (cause instanceof AdapterFault) throw cause
      throw new AdapterFault('unavailable', { cause, uncertain: isWrite })
    }
  }

  return { open: (order, signal) => open(order, signal, signal), exchange }
}

/** A sign-in that fails is no sign-in; the server's own answer stands. */
async function renewed(
  renew: NonNullable<RestOptions['renew']>,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  try {
    return await renew(signal)
  } catch {
    return false
  }
}

/** The endpoint without its last slash; everything but its path is refused. */
function rootOf({ endpoint, base = pageAddress(), crossOrigin = false }: RestOptions): string {
  const url = new URL(endpoint, base)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new TypeError('endpoint: not http')
  if (url.username !== '' || url.password !== '') throw new TypeError('endpoint: holds login details')
  if (url.search !== '' || url.hash !== '') throw new TypeError('endpoint: has a query or a fragment')
  if (!crossOrigin && base !== undefined && url.origin !== new URL(base).origin) {
    throw new TypeError('endpoint: of another origin')
  }
  return url.href.replace(/\/+$/, '')
}

function pageAddress(): string | undefined {
  return 'location' in globalThis ? location.href : undefined
}
