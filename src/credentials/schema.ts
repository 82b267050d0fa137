import * as z from 'zod/mini'
import { id, instant, label, text } from '../text-schema.js'
import { countRecipients } from './armor.js'
import type { Recipient, SealedCredentials } from './credentials.js'

/** A key of the provider's, as the adapter tells it. Whether it can be sealed to is for `sealCredentials` to say. */
export const recipient: z.ZodMiniType<Recipient> = z.object({
  id,
  recipient: text(4_000).check(z.minLength(1)),
  label,
  notAfter: z.exactOptional(instant),
})

/** The short name of a key, see `fingerprint`. */
export const fingerprint = z.string().check(z.regex(/^[0-9a-f]{16}$/))

const shape = z.object({
  v: z.literal(1),
  armored: z.string(),
  recipients: z.array(z.object({ id, label, fingerprint })).check(z.minLength(1), z.maxLength(100)),
})

/** The one place where the mark of sealed text is given: to an age file, sealed to as many as are named beside it. */
function isSealed(value: z.output<typeof shape>): value is z.output<typeof shape> & SealedCredentials {
  return countRecipients(value.armored) === value.recipients.length
}

/** Sealed login details; plain text in their place is refused, whatever it is dressed in. */
export const sealedCredentials: z.ZodMiniType<SealedCredentials> = z.pipe(
  shape,
  z.transform((value, { issues }): SealedCredentials => {
    if (isSealed(value)) return value
    issues.push({ code: 'custom', input: undefined, path: ['armored'] })
    return z.NEVER
  }),
)
