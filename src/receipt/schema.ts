import * as z from 'zod/mini'
import { authorization } from '../authorization/schema.js'
import { fingerprint } from '../credentials/schema.js'
import { longestText } from '../request/check.js'
import { fieldKey } from '../request/schema.js'
import { longestEntry } from '../tracking/schema.js'
import { id, instant, label, languageTag, sha256, text } from '../text-schema.js'
import type { Receipt, ReceiptAccess } from './receipt.js'
import type { AnyReceipt, TicketReceipt } from './ticket-receipt.js'

/** What says of itself that it is a receipt of this version, whatever became of the rest. */
export const claimsToBeReceipt = z.object({
  kind: z.enum(['os-intervention-receipt', 'os-intervention-ticket-receipt']),
  v: z.literal(1),
})

// Strict throughout, as the record is: a key that a schema strips would be no part of the digest.
const labels = z.array(text(longestText)).check(z.maxLength(100))

const sealedTo = z.array(z.strictObject({ id, label, fingerprint })).check(z.minLength(1), z.maxLength(100))

const access: z.ZodMiniType<ReceiptAccess> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('account'), sealedTo }),
  z.strictObject({ kind: z.literal('ssh-key') }),
  z.strictObject({ kind: z.literal('none'), reason: z.exactOptional(text(longestText)) }),
])

const filed = {
  v: z.literal(1),
  ticket: z.strictObject({ id, number: label }),
  filedAt: instant,
  authorization,
  digest: sha256,
}

const ofFiling: z.ZodMiniType<Receipt> = z.strictObject({
  ...filed,
  kind: z.literal('os-intervention-receipt'),
  labels: z.strictObject({ language: languageTag, tasks: labels, extras: labels }),
  problem: text(longestText),
  action: text(longestText),
  errors: z.exactOptional(text(longestText)),
  access,
  unstored: z.array(fieldKey).check(z.maxLength(100)),
})

const ofTicket: z.ZodMiniType<TicketReceipt> = z.strictObject({
  ...filed,
  kind: z.literal('os-intervention-ticket-receipt'),
  labels: z.strictObject({
    language: languageTag,
    tasks: labels,
    extras: labels,
    methods: z.record(id, text(longestText)),
  }),
  request: text(longestEntry),
  earlier: z.array(authorization).check(z.maxLength(1_000)),
})

/** A receipt, by its form; whether its digests fit is for `verifyReceipt` to say. */
export const receipt: z.ZodMiniType<AnyReceipt> = z.union([ofFiling, ofTicket])
