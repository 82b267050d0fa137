import type * as z from 'zod/mini'
import type { Call } from '../adapter.js'
import { answerOf } from '../answer.js'
import { boundedBytes, boundedJson } from '../bounded-body.js'
import { AdapterFault, type FaultCode } from '../fault.js'
import { exchanged, longestAnswer } from '../ticket-call.js'
import type { RedmineOptions } from './options.js'

/** What a status means. Redmine's 401 is about our key, never about the customer's session. */
const codes: Readonly<Partial<Record<number, FaultCode>>> = {
  403: 'not-found',
  404: 'not-found',
  409: 'conflict',
  413: 'too-large',
  422: 'invalid',
}

/** What is asked or told of Redmine, beside where. */
export interface RmOrder {
  readonly method?: 'GET' | 'POST' | 'PUT'
  readonly query?: Readonly<Record<string, string>>
  /** Data, or the bytes of a file. */
  readonly body?: object
}

/** An answer, and Redmine's clock then, epoch milliseconds in whole seconds. */
export interface RmAnswer<T> {
  readonly value: T
  readonly at: number
}

/** Somebody's way to Redmine, by their key. */
export interface RmClient {
  /** The checked answer. Rejects with an `AdapterFault`, or the signal's reason. */
  askAt<T>(path: string, schema: z.ZodMiniType<T>, order?: RmOrder, call?: Call): Promise<RmAnswer<T>>
  /** The same without the time. */
  ask<T>(path: string, schema: z.ZodMiniType<T>, order?: RmOrder, call?: Call): Promise<T>
  /** The bytes at an address. */
  bytes(path: string, call?: Call): Promise<Uint8Array<ArrayBuffer>>
}

/** Redmine's REST API, as whoever the key belongs to. No redirect is followed, and the key stands in no address. */
export function redmineClient(
  { url, fetch: send = request => fetch(request) }: Pick<RedmineOptions, 'url' | 'fetch'>,
  key: string,
): RmClient {
  const root = url.replace(/\/+$/, '')

  async function response(path: string, order: RmOrder, signal: AbortSignal): Promise<Response> {
    const { method = 'GET', query = {}, body } = order
    const search = new URLSearchParams(query).toString()
    const isFile = body instanceof Blob
    const answer = await send(
      new Request(`${root}/${path}${search && `?${search}`}`, {
        method,
        redirect: 'manual',
        signal,
        headers: {
          'x-redmine-api-key': key,
          accept: 'application/json',
          ...(body && { 'content-type': isFile ? 'application/octet-stream' : 'application/json' }),
        },
        ...(body && { body: isFile ? body : JSON.stringify(body) }),
      }),
    )
    if (!answer.ok) throw await failure(answer, method !== 'GET')
    return answer
  }

  const askAt: RmClient['askAt'] = async (path, schema, order = {}, call = {}) => {
    const isWrite = order.method !== undefined && order.method !== 'GET'
    return exchanged(isWrite, call, async signal => {
      const { status, body, headers } = await response(path, order, signal)
      const told = status === 204 ? undefined : await boundedJson(body, longestAnswer)
      return { value: answerOf(schema, told, isWrite), at: Date.parse(headers.get('date') ?? '') }
    })
  }

  return {
    askAt,
    ask: async (path, schema, order, call) => (await askAt(path, schema, order, call)).value,
    async bytes(path, call = {}) {
      return exchanged(false, call, async signal => {
        const { body } = await response(path, {}, signal)
        const bytes = await boundedBytes(body, longestAnswer)
        if (!bytes) throw new TypeError('too big')
        return bytes
      })
    },
  }
}

/** Redmine's own words are for its log: they may tell what was sent. */
async function failure({ status, body }: Response, isWrite: boolean): Promise<AdapterFault> {
  await body?.cancel()
  return new AdapterFault(codes[status] ?? 'unavailable', {
    cause: new TypeError(`Redmine answered ${status}`),
    uncertain: isWrite && status >= 500,
  })
}
