import type * as z from 'zod/mini'
import type { ParseIssue, ParseIssueCode } from './parse-issue.js'
import { not, ok, type Result } from './result.js'

const codes: Record<z.core.$ZodIssue['code'], ParseIssueCode> = {
  invalid_type: 'wrong-type',
  too_big: 'too-big',
  too_small: 'too-small',
  invalid_format: 'wrong-format',
  not_multiple_of: 'wrong-step',
  unrecognized_keys: 'unknown-key',
  invalid_union: 'no-such-kind',
  invalid_key: 'wrong-key',
  invalid_element: 'wrong-element',
  invalid_value: 'wrong-value',
  custom: 'refused',
}

/** More values than any answer of a ticket system holds; what is bigger would stop the page. */
const mostValues = 200_000

/** More would only be read by a machine. */
const mostIssues = 100

/**
 * The way in for everything unknown: a checked copy, or what is wrong with it.
 *
 * Never throws: not for getters that do, nor for what is cyclic, or too big to look at (more than 200,000 values).
 * The schema decides alone what the copy holds.
 */
export function parse<T>(schema: z.ZodMiniType<T>, value: unknown): Result<T, readonly ParseIssue[]> {
  try {
    if (!isWithin(mostValues, value)) return not([{ path: [], code: 'too-big' }])
    const outcome = schema.safeParse(value)
    return outcome.success ? ok(outcome.data) : not(outcome.error.issues.slice(0, mostIssues).map(issueOf))
  } catch {
    return not([{ path: [], code: 'unreadable' }])
  }
}

function issueOf({ path, code }: z.core.$ZodIssue): ParseIssue {
  return { path: path.map(key => (typeof key === 'symbol' ? '' : key)), code: codes[code] }
}

/** Counts before anything is checked, since a schema looks at every element of a list before it minds the length. */
function isWithin(most: number, value: unknown): boolean {
  const seen = new Set<unknown>()
  const waiting: unknown[] = [value]
  for (let left = most; waiting.length > 0;) {
    const next = waiting.pop()
    if (!isPlain(next) || seen.has(next)) continue
    seen.add(next)
    const size = Array.isArray(next) ? next.length : Object.keys(next).length
    if (size > left) return false
    left -= size
    for (const inside of Object.values(next)) waiting.push(inside)
  }
  return true
}

/** A file or a class of the page's own is looked at by its schema alone. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return true
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype
}
