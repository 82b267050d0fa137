import * as z from 'zod/mini'

/** RT writes numbers as numbers here and as text there. */
const number = z.pipe(
  z.union([z.int(), z.string().check(z.regex(/^\d{1,15}$/))]),
  z.transform(value => Number(value)),
)

/** ISO 8601, in seconds, to epoch milliseconds. */
const moment = z.pipe(
  z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)),
  z.transform(value => Date.parse(value)),
)

const reference = z.object({ id: z.string() })

const customField = z.object({ id: number, values: z.array(z.nullable(z.string())) })

const lifecycleLink = z.object({ ref: z.string(), to: z.optional(z.string()) })

/** A ticket, as far as it is looked at. */
export const ticket = z.object({
  id: number,
  Status: z.string(),
  Created: moment,
  LastUpdated: z.string(),
  Requestor: z.array(reference),
  CustomFields: z._default(z.array(customField), []),
  _hyperlinks: z.array(lifecycleLink),
})

/** A ticket, as far as it is looked at. */
export type RtTicket = z.output<typeof ticket>

const page = <T extends z.ZodMiniType>(item: T) => z.object({ items: z.array(item) })

/** A page of a search for tickets. */
export const ticketPage = page(z.object({ id: number, LastUpdated: z.string() }))

const transaction = z.object({
  id: number,
  Type: z.string(),
  Creator: reference,
  Created: moment,
  Field: z.nullish(z.string()),
  OldValue: z.nullish(z.string()),
  NewValue: z.nullish(z.string()),
})

/** Something that happened to a ticket. */
export type RtTransaction = z.output<typeof transaction>

/** A page of a ticket's history. */
export const transactionPage = page(transaction)

const part = z.object({
  id: number,
  TransactionId: number,
  Filename: z.nullish(z.string()),
  ContentType: z.nullish(z.string()),
  ContentLength: z.nullish(number),
})

/** A part of what was written: a text, or a file. */
export type RtPart = z.output<typeof part>

/** A page of the parts of a ticket. */
export const partPage = page(part)

/** One part with its bytes, in base64. */
export const partWithContent = z.object({
  ContentType: z.nullish(z.string()),
  Content: z.nullish(z.string()),
})

/** What was made. */
export const created = z.object({ id: number })

/** What was done, in sentences: a refusal is one of them. */
export const sentences = z.array(z.nullable(z.string()))
