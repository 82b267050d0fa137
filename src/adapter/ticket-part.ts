import canonicalize from 'canonicalize'
import * as z from 'zod/mini'
import type { SealedCredentials } from '../credentials/credentials.js'
import { fingerprint } from '../credentials/schema.js'
import { parse } from '../parse.js'
import type { FilingToCheck } from '../request/filing-issues.js'
import { filingWithoutFiles } from '../request/schema.js'
import { count, id, label, sha256, text } from '../text-schema.js'
import type { Fact } from '../tracking/intervention.js'
import { fact } from '../tracking/schema.js'
import { writeKey } from './wire.js'

/** The name of the part that machines read in Request Tracker and Redmine: the first file of whatever is written here. */
export const partName = 'intervention.json'

/** A file as it was sent: a ticket system may have it under another name and type. */
export interface SentFile {
  readonly name: string
  readonly type: string
  readonly bytes: number
  /** Its number in the ticket system, where that was known already and the file was taken. */
  readonly id?: number
}

/** What is written once, under one key. */
interface Written {
  readonly key: string
  /** What the key stands for: the same key with another digest is another request or message. */
  readonly digest: string
  readonly files: readonly SentFile[]
}

/** A whole request, but for its sealed text and the bytes of its files. */
export interface RequestPart extends Written {
  readonly kind: 'request'
  /**
   * Whose it is, by the ticket system's own name for its customer: whoever may open a ticket of their own can attach the
   * part of another's.
   */
  readonly owner: string
  readonly filing: Omit<FilingToCheck, 'files'>
}

/** What a message puts on the ticket. A text's files are those beside it. */
export interface ReplyPart extends Written {
  readonly kind: 'reply'
  /** The ticket that it was written for. */
  readonly ticket: number
  readonly facts: readonly Fact[]
  /** What it answers, by the ticket system's numbers: where that doesn't keep when a ticket began to wait. */
  readonly answers?: readonly number[]
}

const recipients = z.array(z.object({ id, label, fingerprint })).check(z.minLength(1), z.maxLength(100))

const sealedAccess: z.ZodMiniType<{
  readonly kind: 'account'
  readonly sealed: Pick<SealedCredentials, 'recipients'>
}> = z.object({ kind: z.literal('account'), sealed: z.object({ recipients }) })

const written = {
  key: writeKey,
  digest: sha256,
  files: z
    .array(z.object({ name: text(255), type: text(200), bytes: count, id: z.exactOptional(count) }))
    .check(z.maxLength(100)),
}

const requestShape = z.object({
  ...written,
  kind: z.literal('request'),
  owner: label,
  filing: z.record(z.string(), z.unknown()),
})

const replyShape = z.object({
  ...written,
  kind: z.literal('reply'),
  ticket: count,
  facts: z.array(fact).check(z.maxLength(20)),
  answers: z.exactOptional(z.array(count)),
})

const signedShape = z.object({ v: z.literal(1), part: z.unknown(), signature: sha256 })

/** The part as text, signed: a mail of the customer's can hold the like, and nobody has checked what that says. */
export async function partText(part: RequestPart | ReplyPart, secret: string): Promise<string> {
  return JSON.stringify({ v: 1, part, signature: await signatureOf(part, secret) }, null, 2)
}

/** What such a text says; nothing where it was not written here. */
export async function readPart(
  content: string,
  secret: string,
): Promise<RequestPart | ReplyPart | undefined> {
  const signed = parse(signedShape, jsonOrNothing(content))
  if (!signed.ok) return undefined
  const { part, signature } = signed.value
  if (signature !== (await signatureOf(part, secret))) return undefined
  const reply = parse(replyShape, part)
  if (reply.ok) return reply.value
  const request = parse(requestShape, part)
  const filing = request.ok && filingIn(request.value.filing)
  return filing ? { ...request.value, filing } : undefined
}

/** HMAC-SHA-256 of its canonical form (RFC 8785). */
async function signatureOf(part: unknown, secret: string): Promise<string> {
  const encoder = new TextEncoder()
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign'])
  const bytes = await crypto.subtle.sign('HMAC', key, encoder.encode(canonicalize(part) ?? ''))
  return Array.from(new Uint8Array(bytes), byte => byte.toString(16).padStart(2, '0')).join('')
}

/** What a text holds as JSON, or nothing. */
export function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The whole request but its sealed text and its files. */
export function keptFiling({ access, ...filing }: FilingToCheck): RequestPart['filing'] {
  const { files: _, ...data } = filing
  if (access.kind !== 'account') return { ...data, access }
  return { ...data, access: { kind: 'account', sealed: { recipients: access.sealed.recipients } } }
}

function filingIn(data: Readonly<Record<string, unknown>>): RequestPart['filing'] | undefined {
  const access = parse(sealedAccess, data['access'])
  const filing = parse(filingWithoutFiles, access.ok ? { ...data, access: { kind: 'none' } } : data)
  if (!filing.ok) return undefined
  return access.ok ? { ...filing.value, access: access.value } : filing.value
}
