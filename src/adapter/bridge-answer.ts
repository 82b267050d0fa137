import type { AdapterFault, FaultCode } from './fault.js'
import { protocolHeader, protocolVersion } from './protocol.js'
import type { FaultBody } from './wire.js'

const statuses: Readonly<Record<FaultCode, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'rate-limited': 429,
  unsupported: 501,
  unavailable: 503,
}

/** On every answer: nothing is kept, nothing is guessed, nothing is shown as a page. */
const always = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  [protocolHeader]: protocolVersion,
}

/** An answer of the bridge, as JSON. */
export function jsonAnswer(
  body: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...always, 'content-type': 'application/json', ...headers },
  })
}

/** The version that the browser has is still the one. */
export function unchangedAnswer(): Response {
  return new Response(null, { status: 304, headers: always })
}

/** A file to be saved, never to be opened in place, whatever it says it is. */
export function fileAnswer(blob: Blob): Response {
  const name = blob instanceof File ? `; filename*=UTF-8''${encodeURIComponent(wellFormed(blob.name))}` : ''
  return new Response(blob.stream(), {
    headers: {
      ...always,
      'content-type': 'application/octet-stream',
      'content-length': String(blob.size),
      'content-disposition': `attachment${name}`,
    },
  })
}

/** A stream of events, which nothing in between is to keep, to pack or to hold back. */
export function eventsAnswer(body: ReadableStream<Uint8Array>): Response {
  return new Response(body, {
    headers: {
      ...always,
      'content-type': 'text/event-stream',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}

/** A failure by its code and what the browser needs to go on: no message, no cause, no stack. */
export function faultAnswer({ code, fields, retryAfterMs, uncertain }: AdapterFault): Response {
  const body: FaultBody = {
    code,
    ...(fields.length > 0 && { fields }),
    ...(retryAfterMs !== undefined && { retryAfterMs: Math.min(retryAfterMs, 86_400_000) }),
    ...(uncertain && { uncertain }),
  }
  return jsonAnswer(body, statuses[code], {
    ...(retryAfterMs !== undefined && { 'retry-after': String(Math.ceil(retryAfterMs / 1_000)) }),
  })
}

/** `encodeURIComponent` throws for half a surrogate pair. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd')
}
