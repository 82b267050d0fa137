import type * as z from 'zod/mini'
import { id as idSchema } from '../text-schema.js'
import type { FileRef } from '../tracking/intervention.js'
import { intervention as interventionSchema } from '../tracking/schema.js'
import type { Filing } from '../request/filing.js'
import type { Call, Capabilities, InterventionAdapter, Write } from './adapter.js'
import { AdapterFault } from './fault.js'
import { conservative } from './guard.js'
import { csrfHeader, entityTag, keyHeader, protocolHeader, protocolVersion } from './protocol.js'
import { asksToRenew, readBlob, readJson } from './rest-answer.js'
import { safeBlob } from './safe-blob.js'
import { untilAborted } from './until-aborted.js'
import * as wire from './wire.js'

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
interface Order {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: () => FormData | string
  /** A `POST` that changes nothing: what it asks is no matter for an address, which servers write down. */
  readonly isQuestion?: true
}

/**
 * The adapter for a backend behind `bridge`, or for any that speaks its protocol over HTTP.
 *
 * Capabilities are the most cautious ones until `context()` has fetched the real ones. Redirects are never followed:
 * one that leads to a login page is `unauthenticated`. A write is `uncertain` wherever it may have arrived. `find`,
 * `quote` and `checkVatId` are `unsupported` where the system behind has no such thing. `quote` carries no key: asked
 * twice it gives two quotes, and one that nobody approves lapses by itself.
 *
 * @throws {TypeError} for an endpoint that is no URL, not HTTP, holds login details, or is of another origin without
 * `crossOrigin`.
 */
export function restAdapter(options: RestOptions): InterventionAdapter {
  const root = rootOf(options)
  const credentials = options.credentials ?? 'same-origin'
  const send = options.fetch ?? (request => fetch(request))
  let capabilities: Capabilities = conservative

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

  async function exchange<T>(
    order: Order,
    call: Call | undefined,
    read: (response: Response, isWrite: boolean) => Promise<T>,
  ): Promise<T> {
    const isWrite = order.method === 'POST' && !order.isQuestion
    const time = AbortSignal.timeout((options.timeoutMs ?? 30_000) * (isWrite ? 10 : 1))
    const signal = call?.signal ? AbortSignal.any([call.signal, time]) : time
    try {
      return await untilAborted(signal, async () => {
        const first = await attempt(order, signal)
        if (!options.renew || !asksToRenew(first)) return read(first, isWrite)
        return read(
          (await renewed(options.renew, call?.signal)) ? await attempt(order, signal) : first,
          isWrite,
        )
      })
    } catch (cause) {
      call?.signal?.throwIfAborted()
      if (cause instanceof AdapterFault) throw cause
      throw new AdapterFault('unavailable', { cause, uncertain: isWrite })
    }
  }

  const ask = <T>(schema: z.ZodMiniType<T>, path: string, call?: Call) =>
    exchange({ method: 'GET', path }, call, (response, isWrite) => readJson(response, schema, isWrite))

  /** A question whose words are too long, or too private, for an address. */
  async function askWith<T>(
    schema: z.ZodMiniType<T>,
    path: string,
    question: unknown,
    call?: Call,
  ): Promise<T> {
    const body = JSON.stringify(question)
    const headers = { 'content-type': 'application/json' }
    try {
      return await exchange(
        { method: 'POST', path, headers, body: () => body, isQuestion: true },
        call,
        (response, isWrite) => readJson(response, schema, isWrite),
      )
    } catch (error) {
      // These routes name nothing that could be missing but themselves: an older backend hasn't got them.
      if (error instanceof AdapterFault && error.code === 'not-found')
        throw new AdapterFault('unsupported', { cause: error })
      throw error
    }
  }

  return {
    get capabilities() {
      return capabilities
    },
    async context(call) {
      const [context, told] = await Promise.all([
        ask(wire.context, '/context', call),
        ask(wire.capabilities, '/capabilities', call),
      ])
      capabilities = told
      return context
    },
    submit: async (filing, write) =>
      exchange(
        {
          method: 'POST',
          path: '/interventions',
          headers: writeHeaders(write),
          body: () => multipart(filing),
        },
        write,
        (response, isWrite) => readJson(response, wire.filed, isWrite),
      ),
    find: (key, call) => ask(wire.filedOrNothing, `/interventions?${query({ key })}`, call),
    list: ({ open, cursor, limit }, call) =>
      ask(wire.interventionPage, `/interventions?${query({ open, cursor, limit })}`, call),
    get: async (id, known, call) =>
      exchange(
        {
          method: 'GET',
          path: `/interventions/${segment(id)}`,
          ...(known !== undefined && { headers: { 'if-none-match': entityTag(known) } }),
        },
        call,
        async (response, isWrite) => {
          if (response.status === 304 && known !== undefined) return null
          const intervention = await readJson(response, interventionSchema, isWrite)
          return intervention.version === known ? null : intervention
        },
      ),
    entries: async (id, after, call) =>
      ask(wire.entryPage, `/interventions/${segment(id)}/entries?${query({ after })}`, call),
    reply: () => Promise.reject(new AdapterFault('unsupported')),
    open: async (file: FileRef, call) =>
      exchange({ method: 'GET', path: `/files/${segment(file.id)}` }, call, async response => {
        const blob = await readBlob(response)
        return safeBlob(new Blob([blob], { type: file.type }))
      }),
    quote: (order, call) => askWith(wire.bindingQuote, '/quotes', order, call),
    async checkVatId(id, call) {
      const { status } = await askWith(wire.vatAnswer, '/vat-checks', { id }, call)
      return status
    },
  }
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

function writeHeaders({ key, ifVersion }: Write): Record<string, string> {
  if (!wire.writeKey.safeParse(key).success) throw new AdapterFault('invalid')
  return { [keyHeader]: key, ...(ifVersion !== undefined && { 'if-match': entityTag(ifVersion) }) }
}

/** The data as one part, byte-identical on each try, and the files beside it. */
function multipart({ files = [], ...data }: Filing): FormData {
  const form = new FormData()
  form.append('json', new Blob([JSON.stringify(data)], { type: 'application/json' }), 'json')
  for (const file of files) form.append('file', file, file.name)
  return form
}

/** An id as one segment of a path; what can't be one is an id that nobody has. */
function segment(id: string): string {
  if (!idSchema.safeParse(id).success) throw new AdapterFault('not-found')
  return encodeURIComponent(id)
}

function query(values: Readonly<Record<string, string | number | boolean | undefined>>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) if (value !== undefined) search.set(name, String(value))
  return search.toString()
}
