import type * as z from 'zod/mini'
import type { Call } from '../adapter.js'
import { answerOf } from '../answer.js'
import { boundedJson } from '../bounded-body.js'
import { AdapterFault, type FaultCode } from '../fault.js'
import { exchanged, longestAnswer } from '../ticket-call.js'
import type { RequestTrackerOptions } from './options.js'

/** What a status means. RT's 401 is about our token, never about the customer's session. */
const codes: Readonly<Partial<Record<number, FaultCode>>> = {
  400: 'invalid',
  403: 'not-found',
  404: 'not-found',
  412: 'conflict',
  413: 'too-large',
}

/** What is asked or told of RT, beside where. */
export interface RtOrder {
  readonly method?: 'GET' | 'POST' | 'PUT'
  readonly query?: Readonly<Record<string, string>>
  /** Only if the ticket is no longer at this version. */
  readonly unless?: string | undefined
  readonly body?: FormData | string
}

/** An answer, the version of what it is about, and RT's clock, epoch milliseconds in whole seconds. */
export interface RtAnswer<T> {
  readonly value: T
  readonly version: string
  readonly at: number
}

/** Somebody's way to RT, by their token. */
export interface RtClient {
  /** The checked answer; `null` where it is unchanged. Rejects with an `AdapterFault`, or the signal's reason. */
  ask<T>(path: string, schema: z.ZodMiniType<T>, order?: RtOrder, call?: Call): Promise<RtAnswer<T> | null>
}

/** RT's REST 2.0, as whoever the token belongs to. No redirect is followed, and the token stands in no address. */
export function rtClient(
  { url, fetch: send = request => fetch(request) }: Pick<RequestTrackerOptions, 'url' | 'fetch'>,
  token: string,
): RtClient {
  const root = `${url.replace(/\/+$/, '')}/REST/2.0`

  async function exchange<T>(
    path: string,
    schema: z.ZodMiniType<T>,
    { method = 'GET', query = {}, unless, body }: RtOrder,
    signal: AbortSignal,
  ): Promise<RtAnswer<T> | null> {
    const isWrite = method !== 'GET'
    const search = new URLSearchParams(query).toString()
    const response = await send(
      new Request(`${root}/${path}${search && `?${search}`}`, {
        method,
        redirect: 'manual',
        signal,
        headers: {
          authorization: `token ${token}`,
          accept: 'application/json',
          ...(unless !== undefined && { 'if-none-match': `"${unless}"` }),
          ...(typeof body === 'string' && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body }),
      }),
    )
    if (response.status === 304) return null
    if (!response.ok) throw await failure(response, isWrite)
    const version = (response.headers.get('etag') ?? '').replaceAll('"', '')
    const at = Date.parse(response.headers.get('date') ?? '')
    return { value: answerOf(schema, await boundedJson(response.body, longestAnswer), isWrite), version, at }
  }

  return {
    async ask(path, schema, order = {}, call = {}) {
      const isWrite = order.method !== undefined && order.method !== 'GET'
      return exchanged(isWrite, call, signal => exchange(path, schema, order, signal))
    },
  }
}

/** RT's own words are for its log: they may tell what was sent. */
async function failure({ status, body }: Response, isWrite: boolean): Promise<AdapterFault> {
  await body?.cancel()
  return new AdapterFault(codes[status] ?? 'unavailable', {
    cause: new TypeError(`Request Tracker answered ${status}`),
    uncertain: isWrite && status >= 500,
  })
}

/** The answer to a question that has no "unchanged". */
export async function answered<T>(answer: Promise<RtAnswer<T> | null>): Promise<T> {
  const told = await answer
  if (!told) throw new AdapterFault('unavailable', { cause: new TypeError('Request Tracker answered 304') })
  return told.value
}
