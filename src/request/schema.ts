import * as z from 'zod/mini'
import { authorization } from '../authorization/schema.js'
import { sealedCredentials } from '../credentials/schema.js'
import { quote, quoteCustomer } from '../quote/schema.js'
import { serverReference } from '../server-reference-schema.js'
import { id, instant, label, languageTag, sha256, text } from '../text-schema.js'
import { longestText } from './check.js'
import { fieldKeys, type FieldKey } from './field.js'
import type { FiledQuote } from './filed-quote.js'
import type { FiledAccess, Filing } from './filing.js'
import { longestTicket } from './ticket-length.js'

/** The name of a field. */
export const fieldKey: z.ZodMiniType<FieldKey> = z.enum(fieldKeys)

/** A TCP port. */
export const port: z.ZodMiniType<number> = z.int().check(z.minimum(1), z.maximum(65_535))

const filedAccess: z.ZodMiniType<FiledAccess> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('account'), sealed: sealedCredentials }),
  z.object({ kind: z.literal('ssh-key'), username: label, port: z.exactOptional(port) }),
  z.object({ kind: z.literal('none'), reason: z.exactOptional(text(longestText)) }),
])

/** The price that comes with a request. */
export const filedQuote: z.ZodMiniType<FiledQuote> = z.object({
  quote,
  customer: quoteCustomer,
  digest: sha256,
  id: z.exactOptional(id),
  validUntil: z.exactOptional(instant),
  approvedAt: z.exactOptional(instant),
})

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
  quote: z.exactOptional(filedQuote),
  problem: text(longestText),
  action: text(longestText),
  errors: z.exactOptional(text(longestText)),
  access: filedAccess,
  authorization,
  language: languageTag,
  text: text(longestTicket).check(z.minLength(1)),
})
