import * as z from 'zod/mini'
import { authorization } from '../authorization/schema.js'
import { recipient, sealedCredentials } from '../credentials/schema.js'
import { servicePolicy } from '../policy/schema.js'
import { bindingQuote, priceList, taxPolicy } from '../quote/schema.js'
import { longestText } from '../request/check.js'
import { fieldKey } from '../request/schema.js'
import { count, countryCode, id, instant, label, text } from '../text-schema.js'
import type { Entry, Intervention } from '../tracking/intervention.js'
import { action, entry, intervention, phase } from '../tracking/schema.js'
import type { Account, Capabilities, Context, Filed, Message, Page, Service } from './adapter.js'
import { faultCodes, type FaultCode } from './fault.js'
import type { FieldKey } from '../request/field.js'

/** The most items that a page of a list may hold. */
export const longestPage = 500

/** The most files that one request or message may hold, whatever an adapter says. */
export const mostFiles = 50

/** The idempotency key of a write: 8–200 characters that need no encoding in a header or a URL. */
export const writeKey: z.ZodMiniType<string> = z.string().check(z.regex(/^[A-Za-z0-9._~-]{8,200}$/))

/** How far a list has been read, opaque. */
export const cursor: z.ZodMiniType<string> = text(500).check(z.minLength(1))

const account: z.ZodMiniType<Account> = z.object({
  id,
  name: label,
  email: z.exactOptional(label),
  country: z.exactOptional(countryCode),
  kind: z.exactOptional(z.enum(['consumer', 'business'])),
  vatId: z.exactOptional(label),
  owner: z.union([z.boolean(), z.literal('unknown')]),
})

const check = z.exactOptional(z.enum(['ok', 'problem', 'unknown']))

const service: z.ZodMiniType<Service> = z.object({
  id,
  name: label,
  addresses: z.array(label).check(z.maxLength(100)),
  serverType: z.enum(['dedicated', 'vps', 'unknown']),
  options: z.exactOptional(z.object({ ipKvm: z.exactOptional(z.boolean()) })),
  operatingSystem: z.exactOptional(label),
  checks: z.exactOptional(z.object({ owner: check, active: check, rescue: check })),
})

/** What the form needs to know: at most 500 services, 20 recipients, 20 SSH keys. */
export const context: z.ZodMiniType<Context> = z.object({
  now: instant,
  account,
  services: z.array(service).check(z.maxLength(longestPage)),
  recipients: z.array(recipient).check(z.maxLength(20)),
  sshKeys: z.exactOptional(z.array(text(4_000)).check(z.maxLength(20))),
  prices: z.exactOptional(priceList),
  tax: z.exactOptional(taxPolicy),
  policy: z.exactOptional(servicePolicy),
})

const safety = z.enum(['safe', 'unsafe'])

/** Where systems differ. Polled no more often than each second, no less than each hour. */
export const capabilities: z.ZodMiniType<Capabilities> = z.object({
  phases: z.array(phase).check(z.minLength(1), z.maxLength(5)),
  retries: z.object({ submit: safety, reply: safety }),
  locking: z.boolean(),
  files: z.nullable(
    z.object({ maxBytes: count, maxCount: z.int().check(z.minimum(0), z.maximum(mostFiles)) }),
  ),
  sealed: z.nullable(z.object({ in: z.enum(['field', 'message']), erasable: z.boolean() })),
  pollEveryMs: z.int().check(z.minimum(1_000), z.maximum(3_600_000)),
})

const unstoredKeys = z.array(fieldKey).check(z.maxLength(100))

/** The answer to a request. */
export const filed: z.ZodMiniType<Filed> = z.object({ intervention, unstored: unstoredKeys })

/** The answer to a message. */
export const unstored: z.ZodMiniType<{ readonly unstored: readonly FieldKey[] }> = z.object({
  unstored: unstoredKeys,
})

/** What is known under a key. */
export const filedOrNothing: z.ZodMiniType<Filed | null> = z.nullable(filed)

/** A request, or that it is unchanged. */
export const interventionOrNothing: z.ZodMiniType<Intervention | null> = z.nullable(intervention)

/** Part of a list, at most 500 items. */
function page<T>(item: z.ZodMiniType<T>): z.ZodMiniType<Page<T>> {
  return z.object({
    items: z.array(item).check(z.maxLength(longestPage)),
    cursor: z.exactOptional(cursor),
    total: z.exactOptional(count),
  })
}

/** A page of the customer's requests. */
export const interventionPage: z.ZodMiniType<Page<Intervention>> = page(intervention)

/** A page of a ticket's history. */
export const entryPage: z.ZodMiniType<Page<Entry>> = page(entry)

/** A price that the provider stands by. */
export { bindingQuote }

/** What an authority says of a VAT ID. */
export const vatCheck: z.ZodMiniType<'valid' | 'invalid' | 'unavailable'> = z.enum([
  'valid',
  'invalid',
  'unavailable',
])

/** The same as a body: an object, so that more can be said one day. */
export const vatAnswer: z.ZodMiniType<{ readonly status: 'valid' | 'invalid' | 'unavailable' }> = z.object({
  status: vatCheck,
})

/** Which VAT ID is asked about: a country's two letters and what VIES takes behind them. */
export const vatQuestion: z.ZodMiniType<{ readonly id: string }> = z.object({
  id: z.string().check(z.regex(/^[A-Z]{2}[\dA-Z+*]{2,13}$/)),
})

/** What the customer says on a ticket; files go beside it. What it can't hold is refused: left out, it would be lost. */
export const messageWithoutFiles: z.ZodMiniType<Omit<Message, 'files'>> = z.strictObject({
  text: z.exactOptional(text(longestText)),
  intent: z.exactOptional(action),
  sealed: z.exactOptional(sealedCredentials),
  authorization: z.exactOptional(authorization),
  quoteDigest: z.exactOptional(id),
  item: z.exactOptional(id),
})

/** Which part of the list is asked for: 1–500 items. */
export const listQuery: z.ZodMiniType<{
  readonly open?: boolean
  readonly cursor?: string
  readonly limit?: number
}> = z.object({
  open: z.exactOptional(z.boolean()),
  cursor: z.exactOptional(cursor),
  limit: z.exactOptional(z.int().check(z.minimum(1), z.maximum(longestPage))),
})

/** A fault on the wire: a code and what the customer's browser needs to go on. No message, no stack, no cause. */
export interface FaultBody {
  readonly code: FaultCode
  readonly fields?: readonly FieldKey[]
  readonly retryAfterMs?: number
  readonly uncertain?: boolean
}

/** A fault as JSON. */
export const faultBody: z.ZodMiniType<FaultBody> = z.object({
  code: z.enum(faultCodes),
  fields: z.exactOptional(unstoredKeys),
  retryAfterMs: z.exactOptional(z.number().check(z.minimum(0), z.maximum(86_400_000))),
  uncertain: z.exactOptional(z.boolean()),
})
