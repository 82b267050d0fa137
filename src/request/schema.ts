import * as z from 'zod/mini'
import { authorization } from '../authorization/schema.js'
import { sealedCredentials } from '../credentials/schema.js'
import { serverReference } from '../server-reference-schema.js'
import { id, label, languageTag, text } from '../text-schema.js'
import { longestText } from './check.js'
import { fieldKeys, type FieldKey } from './field.js'
import type { FiledAccess, Filing } from './filing.js'
import { longestTicket } from './ticket.js'

/** The name of a field. */
export const fieldKey: z.ZodMiniType<FieldKey> = z.enum(fieldKeys)

/** A TCP port. */
export const port: z.ZodMiniType<number> = z.int().check(z.minimum(1), z.maximum(65_535))

const filedAccess: z.ZodMiniType<FiledAccess> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('account'), sealed: sealedCredentials }),
  z.object({ kind: z.literal('ssh-key'), username: label, port: z.exactOptional(port) }),
  z.object({ kind: z.literal('none'), reason: z.exactOptional(text(longestText)) }),
])

const ids = z.array(id).check(z.maxLength(100))

/** A request as it goes over the wire: files go beside it. */
export const filingWithoutFiles: z.ZodMiniType<Omit<Filing, 'files'>> = z.object({
  v: z.literal(1),
  server: serverReference,
  serviceId: z.exactOptional(id),
  serverType: z.enum(['dedicated', 'vps', 'unknown']),
  operatingSystem: z.exactOptional(text(longestText)),
  tasks: ids,
  extras: ids,
  problem: text(longestText),
  action: text(longestText),
  errors: z.exactOptional(text(longestText)),
  access: filedAccess,
  authorization,
  language: languageTag,
  text: text(longestTicket).check(z.minLength(1)),
})
