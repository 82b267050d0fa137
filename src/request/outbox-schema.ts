import * as z from 'zod/mini'
import { mostFiles, writeKey } from '../adapter/wire.js'
import { parse } from '../parse.js'
import { id, instant, label, sha256 } from '../text-schema.js'
import type { Attempt } from './flow.js'
import { filingWithoutFiles } from './schema.js'

/** A request that is on its way: what to send, or the ticket that it has become; `at` is when that was written. */
export type OutboxEntry =
  | {
      readonly v: 1
      readonly key: string
      readonly at: number
      readonly is: 'sending'
      readonly attempt: Attempt
      /** Another tab or visit has tried the same: whatever one of them comes to, it may have arrived from the other. */
      readonly lost?: true
    }
  | {
      readonly v: 1
      readonly key: string
      readonly at: number
      readonly is: 'not-sent'
      readonly attempt: Attempt
    }
  | {
      readonly v: 1
      readonly key: string
      readonly at: number
      readonly is: 'sent'
      readonly number: string
      readonly id: string
      readonly signed?: string
      readonly since?: number
      /** The page had been left when it arrived: the customer hasn't been told. */
      readonly untold?: true
    }

const attempt: z.ZodMiniType<Attempt> = z.object({
  key: writeKey,
  filing: z.intersection(
    filingWithoutFiles,
    z.object({ files: z.exactOptional(z.array(z.file()).check(z.maxLength(mostFiles))) }),
  ),
})

const shared = { v: z.literal(1), key: writeKey, at: instant }

const entrySchema: z.ZodMiniType<OutboxEntry> = z.discriminatedUnion('is', [
  z
    .object({ ...shared, is: z.literal('sending'), attempt, lost: z.exactOptional(z.literal(true)) })
    .check(z.refine(entry => entry.key === entry.attempt.key)),
  z
    .object({ ...shared, is: z.literal('not-sent'), attempt })
    .check(z.refine(entry => entry.key === entry.attempt.key)),
  z.object({
    ...shared,
    is: z.literal('sent'),
    number: label,
    id,
    signed: z.exactOptional(sha256),
    since: z.exactOptional(instant),
    untold: z.exactOptional(z.literal(true)),
  }),
])

/**
 * A checked copy of what the outbox holds of a request: nothing that a request doesn't have, so no secret in plain.
 *
 * Its keys stay in their order, whatever the schema's is: sent again, the request is the same JSON to the byte.
 */
export function outboxEntry(value: unknown): OutboxEntry | undefined {
  const entry = parse(entrySchema, value)
  if (!entry.ok) return undefined
  putInOrder(entry.value, value)
  return entry.value
}

function putInOrder(copy: unknown, original: unknown): void {
  if (!isObject(copy) || !isObject(original)) return
  for (const key of Object.keys(original).filter(own => Object.hasOwn(copy, own))) {
    const value: unknown = Reflect.get(copy, key)
    putInOrder(value, Reflect.get(original, key))
    if (Array.isArray(copy)) continue
    Reflect.deleteProperty(copy, key)
    Reflect.set(copy, key, value)
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
