import { parse } from '../parse.js'
import { quoteOrder } from '../quote/schema.js'
import { id as idSchema } from '../text-schema.js'
import type { Filed, InterventionAdapter, Page } from './adapter.js'
import { faultOf } from './answer.js'
import { fileAnswer, faultAnswer, jsonAnswer, unchangedAnswer } from './bridge-answer.js'
import { filingIn, jsonIn } from './bridge-body.js'
import { AdapterFault } from './fault.js'
import { checkAuthorization } from './filing-check.js'
import { filingDigest } from './filing-digest.js'
import { soundQuote } from './bridge-quote.js'
import { guardedAdapter } from './guard.js'
import { once, type Once } from './once.js'
import { csrfHeader, entityTag, keyHeader, protocolHeader, protocolVersion, versionsIn } from './protocol.js'
import { listQuery, vatQuestion, writeKey } from './wire.js'

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
}

/** One request with all that is known of it. */
interface Exchange {
  readonly request: Request
  readonly url: URL
  readonly account: string
  readonly adapter: InterventionAdapter
  /** The decoded segments of the path, without the base. */
  readonly path: readonly string[]
}

/**
 * The server's end of `restAdapter`'s protocol, for any adapter: `(request) => response`, Web standards only.
 *
 * Whatever is posted needs an allowed `Origin` and the protocol's own header; everything needs a session. All input is
 * checked by schema, the authorization is verified against the request, and a write is carried out once per account and
 * key while this process remembers it. A quote that doesn't add up, or whose digest is of another one, never leaves: 503.
 * Answers are JSON or files to be saved; a failure tells its code, never a message.
 *
 * @throws {TypeError} for an origin that is none.
 */
export function bridge<S extends BridgeSession>(
  adapter: InterventionAdapter | ((session: S) => InterventionAdapter | Promise<InterventionAdapter>),
  options: BridgeOptions<S>,
): (request: Request) => Promise<Response> {
  const origins = new Set(options.origins.map(originOf))
  const base = baseOf(options.basePath)
  const submits = once<Filed>()

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
      if (method === 'GET') return await answerQuestion(exchange)
      if (method === 'POST') return await answerPost(exchange, submits, options.maxBodyBytes ?? 33_554_432)
      return jsonAnswer({ code: 'unsupported' }, 405, { allow: 'GET, POST' })
    } catch (error) {
      return faultAnswer(faultOf(error))
    }
  }
}

async function answerQuestion({ request, url, path, adapter }: Exchange): Promise<Response> {
  const call = { signal: request.signal }
  const [room, id, detail] = path
  switch (`${path.length} ${room ?? ''} ${detail ?? ''}`.trimEnd()) {
    case '1 context':
      return jsonAnswer(await adapter.context(call))
    case '1 capabilities':
      return jsonAnswer(adapter.capabilities)
    case '1 interventions':
      return jsonAnswer(await listOrFind(url.searchParams, adapter, call))
    case '2 interventions': {
      const versions = versionsIn(request.headers.get('if-none-match'))
      const [known] = versions
      const found = await adapter.get(id ?? '', versions.length === 1 ? known : undefined, call)
      if (!found || versions.includes(found.version)) return unchangedAnswer()
      return jsonAnswer(found, 200, { etag: entityTag(found.version) })
    }
    case '3 interventions entries': {
      const after = url.searchParams.get('after') ?? undefined
      if (after !== undefined && !parse(idSchema, after).ok) throw new AdapterFault('invalid')
      return jsonAnswer(await adapter.entries(id ?? '', after, call))
    }
    case '2 files':
      return fileAnswer(await adapter.open({ id: id ?? '', name: id ?? '', type: '', bytes: 0 }, call))
    case '3 interventions events':
      throw new AdapterFault('unsupported')
    default:
      throw new AdapterFault('not-found')
  }
}

async function answerPost(exchange: Exchange, submits: Once<Filed>, most: number): Promise<Response> {
  const { request, path, adapter, account } = exchange
  const [room, , detail] = path
  switch (`${path.length} ${room ?? ''} ${detail ?? ''}`.trimEnd()) {
    case '1 interventions': {
      const key = parse(writeKey, request.headers.get(keyHeader))
      if (!key.ok) throw new AdapterFault('invalid')
      const { capabilities } = adapter
      const filing = await filingIn(request, most, capabilities)
      await checkAuthorization(filing, key.value, account)
      const digest = await filingDigest(filing)
      // Not aborted with the request: a write that has begun is finished, and a second try finds its answer.
      const filed = await submits.run(
        JSON.stringify([account, key.value]),
        digest,
        capabilities.retries.submit === 'unsafe',
        () => adapter.submit(filing, { key: key.value }),
      )
      return jsonAnswer(filed, 201)
    }
    // Two questions, posted because of what they say: they are aborted with the request, and have no key.
    case '1 quotes': {
      if (!adapter.quote) throw new AdapterFault('unsupported')
      const order = await jsonIn(request, most, quoteOrder)
      return jsonAnswer(await soundQuote(await adapter.quote(order, { signal: request.signal })))
    }
    case '1 vat-checks': {
      if (!adapter.checkVatId) throw new AdapterFault('unsupported')
      const { id } = await jsonIn(request, most, vatQuestion)
      return jsonAnswer({ status: await adapter.checkVatId(id, { signal: request.signal }) })
    }
    case '3 interventions replies':
      throw new AdapterFault('unsupported')
    default:
      throw new AdapterFault('not-found')
  }
}

async function listOrFind(
  search: URLSearchParams,
  adapter: InterventionAdapter,
  call: { readonly signal: AbortSignal },
): Promise<Page<unknown> | Filed | null> {
  if (search.has('key')) {
    const key = parse(writeKey, search.get('key'))
    if (!key.ok) throw new AdapterFault('invalid')
    if (!adapter.find) throw new AdapterFault('unsupported')
    return adapter.find(key.value, call)
  }
  const open = search.get('open')
  const from = search.get('cursor')
  const limit = search.get('limit')
  const query = parse(listQuery, {
    ...(open !== null && { open: open === 'true' ? true : open === 'false' ? false : open }),
    ...(from !== null && { cursor: from }),
    ...(limit !== null && { limit: /^\d{1,4}$/.test(limit) ? Number(limit) : limit }),
  })
  if (!query.ok) throw new AdapterFault('invalid')
  return adapter.list(query.value, call)
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
