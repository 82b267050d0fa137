import canonicalize from 'canonicalize'
import type { FieldKey } from '../request/field.js'
import type { FaultCode } from './fault.js'

/** Fails a test in words of its own: the kit runs under any test runner, without an assertion library. */
export function holds(condition: boolean, otherwise: string): asserts condition {
  if (!condition) throw new Error(otherwise)
}

/** Two values tell the same, in whatever order their keys stand. */
export function tellsTheSame(actual: unknown, expected: unknown, of: string): void {
  const [one, other] = [canonicalize(actual), canonicalize(expected)]
  holds(one === other, `${of}: ${String(one)} instead of ${String(other)}`)
}

/** What a promise rejects with. */
export async function rejection(promise: Promise<unknown>, of: string): Promise<unknown> {
  try {
    await promise
  } catch (reason) {
    return reason
  }
  throw new Error(`${of}: resolved, and should have been refused`)
}

/**
 * A promise rejects with an `AdapterFault` of one of these codes, whichever copy of the library made it; it names the
 * field, where one is asked for.
 */
export async function isRefused(
  promise: Promise<unknown>,
  codes: readonly FaultCode[],
  of: string,
  field?: FieldKey,
): Promise<void> {
  const reason = await rejection(promise, of)
  const isFault = reason instanceof Error && reason.name === 'AdapterFault' && 'code' in reason
  holds(isFault, `${of}: rejected with ${String(reason)} instead of an AdapterFault`)
  holds(
    codes.some(code => code === reason.code),
    `${of}: refused as "${String(reason.code)}" instead of "${codes.join('" or "')}"`,
  )
  if (field === undefined) return
  const fields: unknown = 'fields' in reason ? reason.fields : undefined
  holds(Array.isArray(fields) && fields.includes(field), `${of}: refused without naming "${field}"`)
}
