import type * as z from 'zod/mini'
import { parse } from '../parse.js'
import { answerOf } from './answer.js'
import { boundedBytes, boundedJson } from './bounded-body.js'
import { AdapterFault, type FaultCode } from './fault.js'
import { protocolHeader, protocolVersion } from './protocol.js'
import { retryAfterMs } from './retry-after.js'
import { faultBody } from './wire.js'

/** What an HTTP status says where the body says nothing. */
const codes: Readonly<Partial<Record<number, FaultCode>>> = {
  400: 'invalid',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  405: 'unsupported',
  409: 'conflict',
  410: 'not-found',
  412: 'conflict',
  413: 'too-large',
  415: 'unsupported',
  419: 'unauthenticated',
  422: 'invalid',
  429: 'rate-limited',
  501: 'unsupported',
}

/** More than a full page of a ticket's history. */
const longestJson = 16_000_000

/** Longer is no login form that anybody would wait for. */
const longestPage = 500_000

/** The checked data of a JSON answer, or the fault that it means. */
export async function readJson<T>(
  response: Response,
  schema: z.ZodMiniType<T>,
  isWrite: boolean,
): Promise<T> {
  await refuseFailures(response, isWrite)
  if (!isJson(response)) throw await pageInstead(response, isWrite)
  return answerOf(schema, await bodyOf(response, isWrite), isWrite)
}

/** The bytes of a file's answer, or the fault that it means. */
export async function readBlob(response: Response): Promise<Blob> {
  await refuseFailures(response, false)
  const disposition = response.headers.get('content-disposition') ?? ''
  if (!disposition.startsWith('attachment') && isHtml(response)) throw await pageInstead(response, false)
  return response.blob()
}

/** The body of a stream of events, `null` where there is none to follow, or the fault that the answer means. */
export async function readEvents(response: Response): Promise<ReadableStream<Uint8Array> | null> {
  await refuseFailures(response, false)
  if (response.status === 204) return null
  if (!typeOf(response).startsWith('text/event-stream')) throw await pageInstead(response, false)
  return response.body ?? new Blob().stream()
}

/** Is this an answer that new credentials of the page could turn? A login page, an expired session or CSRF token. */
export function asksToRenew(response: Response): boolean {
  if (isRedirect(response)) return looksLikeLogin(response)
  if (response.status === 401 || response.status === 419) return true
  // A refusal of ours is JSON and means it; a web framework's own page means its CSRF token.
  return response.status === 403 && !isJson(response)
}

/** Throws unless the answer is a success. */
async function refuseFailures(response: Response, isWrite: boolean): Promise<void> {
  if (isRedirect(response)) {
    throw new AdapterFault(looksLikeLogin(response) ? 'unauthenticated' : 'unavailable')
  }
  const version = response.headers.get(protocolHeader)
  if (version !== null && version !== protocolVersion) throw new AdapterFault('unsupported')
  if (!response.ok) throw await failure(response, isWrite)
}

async function failure(response: Response, isWrite: boolean): Promise<AdapterFault> {
  const wait = retryAfterMs(response.headers.get('retry-after'), Date.now(), response.headers.get('date'))
  const told = isJson(response)
    ? parse(faultBody, await boundedJson(response.body, longestJson).catch(() => undefined))
    : undefined
  if (told?.ok) {
    const { code, ...detail } = told.value
    return new AdapterFault(code, { ...(wait === undefined ? {} : { retryAfterMs: wait }), ...detail })
  }
  return new AdapterFault(codes[response.status] ?? 'unavailable', {
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
    uncertain: isWrite && response.status >= 500 && !isUntouched(response),
  })
}

/**
 * Does the server say that it did nothing? With every other failure of its own it may have. A proxy answers 503 too, when
 * the backend hangs up after it has begun; only who closed the door itself says when to come again.
 */
function isUntouched({ status, headers }: Response): boolean {
  return status === 501 || (status === 503 && headers.has('retry-after'))
}

/** A page where data was asked for: somebody's login form, or a captive portal. */
async function pageInstead(response: Response, isWrite: boolean): Promise<AdapterFault> {
  const bytes = isHtml(response)
    ? await boundedBytes(response.body, longestPage).catch(() => undefined)
    : undefined
  return /<input[^>]{1,1000}type\s*=\s*["']?password/i.test(new TextDecoder().decode(bytes))
    ? new AdapterFault('unauthenticated')
    : new AdapterFault('unavailable', { uncertain: isWrite })
}

async function bodyOf(response: Response, isWrite: boolean): Promise<unknown> {
  try {
    return await boundedJson(response.body, longestJson)
  } catch (cause) {
    throw new AdapterFault('unavailable', { cause, uncertain: isWrite })
  }
}

/** A browser hides where a redirect leads: it is a type of its own there, and a status elsewhere. */
function isRedirect(response: Response): boolean {
  return (
    response.type === 'opaqueredirect' ||
    (response.status >= 300 && response.status < 400 && response.status !== 304)
  )
}

/** An API that redirects sends to a login page; where the target can be seen, it has to look like one. */
function looksLikeLogin(response: Response): boolean {
  const target = response.headers.get('location')
  return target === null || /log-?in|sign-?in|auth|sso|session|account/i.test(target)
}

function typeOf(response: Response): string {
  return response.headers.get('content-type')?.toLowerCase() ?? ''
}

function isJson(response: Response): boolean {
  return /^application\/(?:[\w.-]+\+)?json\b/.test(typeOf(response))
}

function isHtml(response: Response): boolean {
  return /^(?:text\/html|application\/xhtml\+xml)\b/.test(typeOf(response))
}
