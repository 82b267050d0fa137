import * as z from 'zod/mini'

/** PHP writes numbers as numbers here and as text there. */
const number = z.pipe(
  z.union([z.int(), z.string().check(z.regex(/^\d{1,15}$/))]),
  z.transform(value => Number(value)),
)

/** A date and a time of no zone. */
const moment = z.string().check(z.regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/))

/** PHP's array: a list under its items' name, or an empty list. */
const listOf = <T extends z.ZodMiniType, K extends string>(name: K, item: T) =>
  z.pipe(
    z.union([
      z.record(z.literal(name), z.array(item)),
      z.array(z.unknown()).check(z.maxLength(0)),
      z.literal(''),
    ]),
    z.transform((value): readonly z.output<T>[] =>
      typeof value === 'string' || Array.isArray(value) ? [] : value[name],
    ),
  )

const reply = z.object({
  replyid: number,
  userid: number,
  admin: z.nullish(z.string()),
  date: moment,
  message: z.string(),
  attachment: z.nullish(z.string()),
  attachments_removed: z.optional(z.unknown()),
})

/** Something written on a ticket; 0 is the ticket's own text. */
export type WhmcsReply = z.output<typeof reply>

/** A ticket, as far as it may be looked at: the engineers' notes, which stand beside this, are left behind. */
export const ticket = z.object({
  ticketid: number,
  tid: z.pipe(
    z.union([z.string(), z.int()]),
    z.transform(value => String(value)),
  ),
  userid: number,
  status: z.string(),
  lastreply: moment,
  replies: listOf('reply', reply),
})

/** A ticket, as far as it may be looked at. */
export type WhmcsTicket = z.output<typeof ticket>

const listed = z.object({
  id: number,
  userid: number,
  subject: z.string(),
  status: z.string(),
  lastreply: moment,
})

/** A ticket in a list. */
export type ListedTicket = z.output<typeof listed>

/** A page of a customer's tickets. */
export const ticketPage = z.object({ totalresults: number, tickets: listOf('ticket', listed) })

/** What was made. */
export const opened = z.object({ id: number })

/** It is done, and nothing more is told. */
export const done = z.object({})

/** A file, in base64. */
export const attachment = z.object({ data: z.string() })

/** Whether it was done at all: a refusal comes as 200, too. */
export const outcome = z.object({ result: z.string(), message: z.optional(z.string()) })
