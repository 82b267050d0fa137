import * as z from 'zod/mini'
import { authorization } from '../authorization/schema.js'
import { fingerprint } from '../credentials/schema.js'
import { longestText } from '../request/check.js'
import { fieldKey } from '../request/schema.js'
import { id, instant, label, languageTag, sha256, text } from '../text-schema.js'
import type { Receipt, ReceiptAccess } from './receipt.js'

/** What says of itself that it is a receipt of this version, whatever became of the rest. */
export const claimsToBeReceipt = z.object({ kind: z.literal('os-intervention-receipt'), v: z.literal(1) })

// Strict throughout, as the record is: a key that a schema strips would be no part of the digest.
const labels = z.array(text(longestText)).check(z.maxLength(100))

const sealedTo = z.array(z.strictObject({ id, label, fingerprint })).check(z.minLength(1), z.maxLength(100))

const access: z.ZodMiniType<ReceiptAccess> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('account'), sealedTo }),
  z.strictObject({ kind: z.literal('ssh-key') }),
  z.strictObject({ kind: z.literal('none'), reason: z.exactOptional(text(longestText)) }),
])

/** A receipt, by its form; whether its digests fit is for `verifyReceipt` to say. */
export const receipt: z.ZodMiniType<Receipt> = z.strictObject({
  kind: z.literal('os-intervention-receipt'),
  v: z.literal(1),
  ticket: z.strictObject({ id, number: label }),
  filedAt: instant,
  labels: z.strictObject({ language: languageTag, tasks: labels, extras: labels }),
  problem: text(longestText),
  action: text(longestText),
  errors: z.exactOptional(text(longestText)),
  access,
  unstored: z.array(fieldKey).check(z.maxLength(100)),
  authorization,
  digest: sha256,
})
