import * as z from 'zod/mini'

const number = z.int().check(z.nonnegative())

/** ISO 8601, in seconds, to epoch milliseconds. */
const moment = z.pipe(
  z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)),
  z.transform(value => Date.parse(value)),
)

const somebody = z.object({ id: number })

const customField = z.pipe(
  z.object({ id: number, value: z.nullish(z.union([z.string(), z.array(z.string())])) }),
  z.transform(({ id, value }) => ({ id, values: [value ?? []].flat() })),
)

const attachment = z.object({
  id: number,
  filename: z.string(),
  filesize: number,
  content_type: z.nullish(z.string()),
  author: z.optional(somebody),
})

/** A file on an issue. */
export type RmAttachment = z.output<typeof attachment>

const detail = z.object({
  property: z.string(),
  name: z.string(),
  new_value: z.nullish(z.unknown()),
})

const journal = z.object({
  id: number,
  user: z.optional(somebody),
  notes: z.nullish(z.string()),
  private_notes: z.boolean(),
  created_on: moment,
  details: z.array(detail),
})

/** Something that happened to an issue. */
export type RmJournal = z.output<typeof journal>

/** An issue, as far as it is looked at. */
export const issue = z.object({
  issue: z.object({
    id: number,
    status: somebody,
    author: z.optional(somebody),
    description: z.nullish(z.string()),
    custom_fields: z._default(z.array(customField), []),
    created_on: moment,
    updated_on: moment,
    attachments: z._default(z.array(attachment), []),
    journals: z._default(z.array(journal), []),
    allowed_statuses: z._default(z.array(somebody), []),
  }),
})

/** An issue, as far as it is looked at. */
export type RmIssue = z.output<typeof issue>['issue']

/** A page of issues. */
export const issuePage = z.object({
  issues: z.array(z.object({ id: number, updated_on: moment })),
})

/** What was made. */
export const created = z.object({ issue: somebody })

/** A file that belongs to nothing yet. */
export const uploaded = z.object({ upload: z.object({ id: number, token: z.string() }) })

/** It is done, and nothing is told. */
export const done = z.undefined()
