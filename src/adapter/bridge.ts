import { parse } from '../parse.js'
import { id as idSchema } from '../text-schema.js'
import type { InterventionAdapter } from './adapter.js'
import { faultOf } from './answer.js'
import { faultAnswer, jsonAnswer } from './bridge-answer.js'
import { eventStreams } from './bridge-events.js'
import { answerQuestion } from './bridge-questions.js'
import { answerPost, rememberedWrites } from './bridge-writes.js'
import { AdapterFault } from './fault.js'
import { guardedAdapter } from './guard.js'
import type { KeyStore } from './key-store.js'
import { csrfHeader, protocolHeader, protocolVersion } from './protocol.js'

/** Who is signed in, as the host's own session tells. */
export interface BridgeSession {
  /** The id that the adapter's `context().account.id` has: writes and authorizations are bound to it. */
  readonly account: string
}

/** What the host has to say. */
export interface BridgeOptions<S extends BridgeSession> {
  /** Who sent this request; `null`: nobody who is signed in. Rejecting answers 503. */
  readonly session: (request: Request) => Promise<S | null> | S | null
  /** The origins whose pages may write: `['https://portal.example']`. */
  readonly origins: readonly string[]
  /** Where the routes begin, in front of `/context` and the others; none where unset. */
  readonly basePath?: string
  /** The most bytes a write may have, counted while it is read; 32 MiB where unset. */
  readonly maxBodyBytes?: number
  /** Where all processes of this bridge remember which writes were begun; this process alone remembers where unset. */
  readonly keys?: KeyStore
  /**
   * Told of what went wrong behind an answer of 503, whose cause says where: an adapter that throws, or answers what its
   * schema doesn't know (`cause.cause`: at which path). The browser is told none of it.
   */
  readonly onError?: (error: AdapterFault, request: Request) => void
}

/**
 * The server's end of `restAdapter`'s protocol, for any adapter: `(request) => response`, Web standards only.
 *
 * Whatever is posted needs an allowed `Origin` and the protocol's own header; everything needs a session. All input is
 * checked by schema, the authorization is verified against the request, and a write is carried out once per account and
 * key while this process remembers it, or whoever shares its `keys`. A quote that doesn't add up, or whose digest is of
 * another one, never leaves: 503. Answers are JSON or files to be saved; a failure tells its code, never a message.
 *
 * @throws {TypeError} for an origin that is none.
 */
export function bridge<S extends BridgeSession>(
  adapter: InterventionAdapter | ((session: S) => InterventionAdapter | Promise<InterventionAdapter>),
  options: BridgeOptions<S>,
): (request: Request) => Promise<Response> {
  const origins = new Set(options.origins.map(originOf))
  const base = baseOf(options.basePath)
  const writes = rememberedWrites(options.keys)
  const streams = eventStreams()

  return async request => {
    try {
      const url = new URL(request.url)
      const path = segments(url.pathname, base)
      const { method } = request
      refuseStrangers(request, origins)
      const session = await options.session(request)
      if (!session) throw new AdapterFault('unauthenticated')
      const own = typeof adapter === 'function' ? await adapter(session) : adapter
      const exchange = { request, url, path, account: session.account, adapter: guardedAdapter(own) }
      if (method === 'GET') return await answerQuestion(exchange, streams)
      if (method === 'POST') return await answerPost(exchange, writes, options.maxBodyBytes ?? 33_554_432)
      return jsonAnswer({ code: 'unsupported' }, 405, { allow: 'GET, POST' })
    } catch (error) {
      const fault = faultOf(error)
      if (fault.code === 'unavailable') tell(options.onError, fault, request)
      return faultAnswer(fault)
    }
  }
}

/** Who listens is no reason to give no answer. */
function tell(onError: BridgeOptions<BridgeSession>['onError'], fault: AdapterFault, request: Request): void {
  try {
    onError?.(fault, request)
  } catch {
    // Their own error is theirs.
  }
}

/** Whoever isn't allowed to ask: another protocol, another site's page, and a write that no page of ours has made. */
function refuseStrangers(request: Request, origins: ReadonlySet<string>): void {
  const version = request.headers.get(protocolHeader)
  if (version !== null && version !== protocolVersion) throw new AdapterFault('unsupported')
  const origin = request.headers.get('origin')
  const isRead = request.method === 'GET'
  const isCrossSite = request.headers.get('sec-fetch-site') === 'cross-site'
  const isAllowed = origin === null ? isRead && !isCrossSite : origins.has(origin)
  const isMeant = isRead || request.headers.get(csrfHeader) === '1'
  if (!isAllowed || !isMeant) throw new AdapterFault('forbidden')
}

/** The path's segments, decoded one by one: none may be able to leave its place. */
function segments(pathname: string, base: string): readonly string[] {
  if (!pathname.startsWith(`${base}/`)) throw new AdapterFault('not-found')
  return pathname
    .slice(base.length + 1)
    .split('/')
    .map(segment => {
      const id = parse(idSchema, decoded(segment))
      if (!id.ok) throw new AdapterFault('not-found')
      return id.value
    })
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}

/** One slash in front, none behind; nothing at all for the root. */
function baseOf(text = ''): string {
  return text
    .split('/')
    .filter(Boolean)
    .map(segment => `/${segment}`)
    .join('')
}

function originOf(text: string): string {
  const { origin } = new URL(text)
  if (origin === 'null') throw new TypeError('origins: no origin')
  return origin
}
