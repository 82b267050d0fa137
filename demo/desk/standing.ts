import * as z from 'zod/mini'
import * as schema from '../../src/tracking/schema.js'
import { id, instant } from '../../src/text-schema.js'
import type { DeskStanding } from '../server/desk-ticket.js'

const method = z.object({ method: id, at: instant, reason: z.exactOptional(z.string()) })

/** Where a request stands, as the backend counts it from the whole history. */
export const deskStanding: z.ZodMiniType<DeskStanding> = z.object({
  phase: schema.phase,
  stage: z.nullable(z.string()),
  waitedIn: z.nullable(z.object({ id, phase: schema.phase })),
  nextUpdate: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('none') }),
    z.object({ kind: z.literal('promised'), by: instant }),
    z.object({ kind: z.literal('given') }),
  ]),
  method: z.nullable(method),
  effort: z.nullable(
    z.object({
      effort: z.enum(['standard', 'complex']),
      at: instant,
      reason: z.exactOptional(z.string()),
      reclassed: z.boolean(),
    }),
  ),
  conflicts: z.array(method),
  asked: z.nullable(z.string()),
  allowed: z.array(z.string()),
  until: z.nullable(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('at'), at: z.number() }),
      z.object({ kind: z.literal('until-done'), hoursAfter: z.number() }),
    ]),
  ),
  wordsOf: z.nullable(z.number()),
  accessEvent: z.nullable(z.string()),
  isWithdrawn: z.boolean(),
  reopened: z.nullable(z.string()),
})

/** The ids of some accounts. */
export const accountIds: z.ZodMiniType<readonly string[]> = z.array(id).check(z.maxLength(1_000))
