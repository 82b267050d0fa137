import * as z from 'zod/mini'

/** A broken half of a surrogate pair: can't be sent, stored or compared as UTF-8. */
const halfPair = /\p{Cs}/u

/** Not in an id: control characters, white space, what takes a path apart, and half a surrogate pair. */
const oddInId = /[\p{Cc}\p{Cs}\s/\\]/u

/** Text for people, kept as it came; lengths in UTF-16 code units. */
export function text(longest: number): z.ZodMiniType<string> {
  return z.string().check(
    z.maxLength(longest),
    z.refine(value => !halfPair.test(value)),
  )
}

/** A name or a label: 1–200 code units. */
export const label: z.ZodMiniType<string> = text(200).check(z.minLength(1))

/** An id in whatever system: 1–200 code units, one segment of a path, compared for equality only. */
export const id: z.ZodMiniType<string> = z.string().check(
  z.minLength(1),
  z.maxLength(200),
  z.refine(value => value !== '.' && value !== '..' && !oddInId.test(value)),
)

/** A moment, epoch milliseconds, up to the end of the year 9999: what is added to it stays within what `Date` can hold. */
export const instant: z.ZodMiniType<number> = z.int().check(z.minimum(0), z.maximum(253_402_300_799_999))

/** A count: a whole number that JSON keeps exact. */
export const count: z.ZodMiniType<number> = z.int().check(z.minimum(0))

/** SHA-256 as 64 lower-case hex digits. */
export const sha256: z.ZodMiniType<string> = z.string().check(z.regex(/^[0-9a-f]{64}$/))

/** ISO 3166-1 alpha-2. */
export const countryCode: z.ZodMiniType<string> = z.string().check(z.regex(/^[A-Z]{2}$/))

/** A BCP 47 language tag, as far as its form goes. */
export const languageTag: z.ZodMiniType<string> = z
  .string()
  .check(z.maxLength(35), z.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/))

/** A day of the calendar, ISO 8601: `2026-11-26`. */
export const isoDate: z.ZodMiniType<string> = z.string().check(z.refine(isDay))

function isDay(value: string): boolean {
  if (!/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(value)) return false
  return new Date(value).toISOString().startsWith(value)
}
