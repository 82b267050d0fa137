import type * as z from 'zod/mini'
import { id as idSchema } from '../text-schema.js'
import type { FileRef } from '../tracking/intervention.js'
import { intervention as interventionSchema } from '../tracking/schema.js'
import type { Filing } from '../request/filing.js'
import type { Call, Capabilities, InterventionAdapter, Message, Write } from './adapter.js'
import { ownClock, pause } from './clock.js'
import { AdapterFault } from './fault.js'
import type { Followed } from './follow-events.js'
import { conservative } from './guard.js'
import { entityTag, keyHeader } from './protocol.js'
import { readBlob, readJson } from './rest-answer.js'
import { transportTo, type RestOptions } from './rest-transport.js'
import { safeBlob } from './safe-blob.js'
import * as wire from './wire.js'

/** What follows a ticket, and couldn't be loaded, is asked for again after so many milliseconds. */
const loadAgainMs = 30_000

/**
 * The adapter for a backend behind `bridge`, or for any that speaks its protocol over HTTP.
 *
 * Capabilities are the most cautious ones until `context()` has fetched the real ones. Redirects are never followed:
 * one that leads to a login page is `unauthenticated`. A write is `uncertain` wherever it may have arrived. `find`,
 * `quote` and `checkVatId` are `unsupported` where the system behind has no such thing. `quote` carries no key: asked
 * twice it gives two quotes, and one that nobody approves lapses by itself.
 *
 * `watch` follows the backend's stream of events, opened again whenever it breaks: at most twelve times in five minutes,
 * at random moments. It first tells the present version, and nothing at all where the system behind has no such thing. It
 * ends where the customer is no longer let in: then it tells once more, the next `get` says why, and a new sign-in wants
 * a new `watch`.
 *
 * @throws {TypeError} for an endpoint that is no URL, not HTTP, holds login details, or is of another origin without
 * `crossOrigin`.
 */
export function restAdapter(options: RestOptions): InterventionAdapter {
  const { open, exchange } = transportTo(options)
  let capabilities: Capabilities = conservative

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
    reply: async (id, message, write) =>
      exchange(
        {
          method: 'POST',
          path: `/interventions/${segment(id)}/replies`,
          headers: writeHeaders(write),
          body: () => multipart(message),
        },
        write,
        (response, isWrite) => readJson(response, wire.unstored, isWrite),
      ),
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
    watch(id, changed, { signal }) {
      // An id that nobody has has no stream either: whoever asks for the ticket is told.
      if (!idSchema.safeParse(id).success) return
      const path = `/interventions/${segment(id)}/events`
      const openFrom = (headers: Readonly<Record<string, string>>, until: AbortSignal) =>
        open({ method: 'GET', path, headers: { accept: 'text/event-stream', ...headers } }, until)
      void follow({ open: openFrom, changed, signal })
    },
  }
}

/** Whoever shows no ticket doesn't load what follows one; where it can't be loaded, it is tried again later. */
async function follow(followed: Followed): Promise<void> {
  while (!followed.signal.aborted) {
    try {
      const { followEvents } = await import('./follow-events.js')
      await followEvents(followed, ownClock)
      return
    } catch {
      await pause(loadAgainMs, followed.signal, ownClock)
    }
  }
}

function writeHeaders({ key, ifVersion }: Write): Record<string, string> {
  if (!wire.writeKey.safeParse(key).success) throw new AdapterFault('invalid')
  return { [keyHeader]: key, ...(ifVersion !== undefined && { 'if-match': entityTag(ifVersion) }) }
}

/** The data as one part, byte-identical on each try, and the files beside it. */
function multipart({ files = [], ...data }: Filing | Message): FormData {
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
