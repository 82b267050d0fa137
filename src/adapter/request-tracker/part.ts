import * as z from 'zod/mini'
import type { SealedCredentials } from '../../credentials/credentials.js'
import { fingerprint } from '../../credentials/schema.js'
import { parse } from '../../parse.js'
import type { FilingToCheck } from '../../request/filing-issues.js'
import { filingWithoutFiles } from '../../request/schema.js'
import { count, id, label, sha256, text } from '../../text-schema.js'
import type { Fact } from '../../tracking/intervention.js'
import { fact } from '../../tracking/schema.js'
import { writeKey } from '../wire.js'

/** The name of the part that machines read: the first file of whatever is written here, JSON that people can read too. */
export const partName = 'intervention.json'

/** A file as it was sent: RT keeps it under a type that it doesn't change the bytes of. */
export interface SentFile {
  readonly name: string
  readonly type: string
  readonly bytes: number
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
  readonly filing: Omit<FilingToCheck, 'files'>
}

/** What a message puts on the ticket. A text's files are those beside it. */
export interface ReplyPart extends Written {
  readonly kind: 'reply'
  readonly facts: readonly Fact[]
}

const recipients = z.array(z.object({ id, label, fingerprint })).check(z.minLength(1), z.maxLength(100))

const sealedAccess: z.ZodMiniType<{
  readonly kind: 'account'
  readonly sealed: Pick<SealedCredentials, 'recipients'>
}> = z.object({ kind: z.literal('account'), sealed: z.object({ recipients }) })

const written = {
  v: z.literal(1),
  key: writeKey,
  digest: sha256,
  files: z.array(z.object({ name: text(255), type: text(200), bytes: count })).check(z.maxLength(100)),
}

const requestShape = z.object({
  ...written,
  kind: z.literal('request'),
  filing: z.record(z.string(), z.unknown()),
})

const replyShape = z.object({
  ...written,
  kind: z.literal('reply'),
  facts: z.array(fact).check(z.maxLength(20)),
})

/** The part as text. */
export function partText(part: RequestPart | ReplyPart): string {
  return JSON.stringify({ v: 1, ...part }, null, 2)
}

/** What such a text says; nothing where it is none of ours. */
export function readPart(content: string): RequestPart | ReplyPart | undefined {
  let data: unknown
  try {
    data = JSON.parse(content)
  } catch {
    return undefined
  }
  const reply = parse(replyShape, data)
  if (reply.ok) return reply.value.facts.every(isCustomers) ? reply.value : undefined
  const request = parse(requestShape, data)
  if (!request.ok) return undefined
  const filing = filingIn(request.value.filing)
  return filing && { ...request.value, filing }
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

/** Nobody but an engineer asks, concludes or offers. */
function isCustomers(said: Fact): boolean {
  switch (said.kind) {
    case 'message':
    case 'authorization':
    case 'stage':
    case 'check-off':
      return true
    case 'access':
      return said.event === 'sealed' || said.event === 'withdrawn'
    case 'quote':
      return said.state === 'approved' || said.state === 'declined'
    default:
      return false
  }
}
