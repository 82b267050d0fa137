import * as z from 'zod/mini'
import { mostFiles, writeKey } from '../adapter/wire.js'
import { id, instant, label } from '../text-schema.js'
import type { Attempt } from './flow.js'
import { filingWithoutFiles } from './schema.js'

/** A request that is on its way: what to send, or the ticket that it has become; `at` is when that was written. */
export type OutboxEntry =
  | {
      readonly v: 1
      readonly key: string
      readonly at: number
      readonly is: 'sending' | 'not-sent'
      readonly attempt: Attempt
    }
  | {
      readonly v: 1
      readonly key: string
      readonly at: number
      readonly is: 'sent'
      readonly number: string
      readonly id: string
    }

const attempt: z.ZodMiniType<Attempt> = z.object({
  key: writeKey,
  filing: z.intersection(
    filingWithoutFiles,
    z.object({ files: z.exactOptional(z.array(z.file()).check(z.maxLength(mostFiles))) }),
  ),
})

const shared = { v: z.literal(1), key: writeKey, at: instant }

/** What the outbox holds of a request: nothing that a request doesn't have, so no secret in plain. */
export const outboxEntry: z.ZodMiniType<OutboxEntry> = z.discriminatedUnion('is', [
  z
    .object({ ...shared, is: z.enum(['sending', 'not-sent']), attempt })
    .check(z.refine(entry => entry.key === entry.attempt.key)),
  z.object({ ...shared, is: z.literal('sent'), number: label, id }),
])
