import * as z from 'zod/mini'
import { authorization } from '../authorization/schema.js'
import type { Phase } from '../policy/policy.js'
import { quote } from '../quote/schema.js'
import { longestText } from '../request/check.js'
import { longestTicket } from '../request/ticket-length.js'
import { serverReference } from '../server-reference-schema.js'
import { count, id, instant, label, text } from '../text-schema.js'
import type {
  AccessEvent,
  AccessState,
  Action,
  Entry,
  Fact,
  FileRef,
  Intervention,
  Promised,
} from './intervention.js'

/** How long a text on a ticket may be, in UTF-16 code units: the first one is a whole request with its pasted logs. */
export const longestEntry = longestTicket

/** The state of a ticket, opaque. */
export const version: z.ZodMiniType<string> = text(500).check(z.minLength(1))

/** One of the five phases. */
export const phase: z.ZodMiniType<Phase> = z.enum(['received', 'working', 'waiting', 'done', 'declined'])

/** What the customer may do to an intervention. */
export const action: z.ZodMiniType<Action> = z.enum([
  'reply',
  'reopen',
  'cancel',
  'renew-credentials',
  'withdraw-access',
  'narrow-authorization',
  'approve-quote',
  'decline-quote',
  'check-off',
])

const accessEvent: z.ZodMiniType<AccessEvent> = z.enum([
  'sealed',
  'opened',
  'refused',
  'destroyed',
  'kept',
  'withdrawn',
])

const accessState: z.ZodMiniType<AccessState> = z.object({
  event: accessEvent,
  at: instant,
  role: z.exactOptional(label),
})

const promised: z.ZodMiniType<Promised> = z.object({
  firstResponseBy: z.exactOptional(instant),
  nextUpdateBy: z.exactOptional(instant),
})

/** One request, as the ticket system holds it. */
export const intervention: z.ZodMiniType<Intervention> = z.object({
  id,
  number: label,
  version,
  phase,
  stage: z.exactOptional(id),
  server: serverReference,
  openedAt: instant,
  changedAt: instant,
  now: instant,
  actions: z.array(action).check(z.maxLength(20)),
  access: z.exactOptional(accessState),
  promise: z.exactOptional(promised),
})

/** A file kept by the ticket system: a name of 1–255 code units, a type of up to 200. */
export const fileRef: z.ZodMiniType<FileRef> = z.object({
  id,
  name: text(255).check(z.minLength(1)),
  type: text(200),
  bytes: count,
})

const reason = text(2_000)

const writing = {
  text: text(longestEntry),
  format: z.enum(['text', 'markdown', 'html']),
  files: z.array(fileRef).check(z.maxLength(100)),
}

/** One thing that happened. */
export const fact: z.ZodMiniType<Fact> = z.discriminatedUnion('kind', [
  z.object({ ...writing, kind: z.enum(['message', 'question']) }),
  z.object({
    ...writing,
    kind: z.literal('summary'),
    method: z.exactOptional(id),
    changes: z.exactOptional(text(longestText)),
    newCredentials: z.exactOptional(z.boolean()),
    changePasswords: z.exactOptional(z.boolean()),
  }),
  z.object({ kind: z.literal('stage'), stage: id, reason: z.exactOptional(reason) }),
  z.object({
    kind: z.literal('effort'),
    effort: z.enum(['standard', 'complex']),
    reason: z.exactOptional(reason),
  }),
  z.object({
    kind: z.literal('extra'),
    extra: id,
    state: z.literal('unavailable'),
    reason: z.exactOptional(reason),
  }),
  z.object({ kind: z.literal('method'), method: id, reason: z.exactOptional(reason) }),
  z.object({ kind: z.literal('access'), event: accessEvent, role: z.exactOptional(label) }),
  z.object({
    kind: z.literal('quote'),
    quote,
    digest: id,
    state: z.enum(['offered', 'approved', 'declined', 'expired']),
  }),
  z.object({ kind: z.literal('promise'), until: instant }),
  z.object({ kind: z.literal('authorization'), record: authorization }),
  z.object({ kind: z.literal('check-off'), item: id }),
])

/** An entry of the ticket's history. */
export const entry: z.ZodMiniType<Entry> = z.object({
  id,
  seq: count,
  rev: count,
  at: instant,
  by: z.enum(['customer', 'engineer', 'system']),
  fact,
})
