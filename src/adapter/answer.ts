import type * as z from 'zod/mini'
import { parse } from '../parse.js'
import { fieldKeys, type FieldKey } from '../request/field.js'
import { AdapterFault, faultCodes, type FaultCode } from './fault.js'
import { plainCopy } from './plain.js'

/** A checked copy of an answer, or an `unavailable` fault whose cause tells where it was broken, never what stood there. */
export function answerOf<T>(schema: z.ZodMiniType<T>, answer: unknown, uncertain = false): T {
  let plain: unknown
  try {
    plain = plainCopy(answer)
  } catch (cause) {
    throw new AdapterFault('unavailable', { cause, uncertain })
  }
  const parsed = parse(schema, plain)
  if (parsed.ok) return parsed.value
  throw new AdapterFault('unavailable', {
    cause: new TypeError('broken answer', { cause: parsed.error }),
    uncertain,
  })
}

/**
 * Whatever was thrown, as a fault of this copy of the library.
 *
 * A fault of another copy is known by its name and code; its details are checked, since a page's own adapter may have
 * filled them. What is not a fault becomes `unavailable`, with what was thrown as the cause.
 */
export function faultOf(thrown: unknown, uncertain = false): AdapterFault {
  try {
    return foreignFault(thrown) ?? new AdapterFault('unavailable', { cause: thrown, uncertain })
  } catch (cause) {
    return new AdapterFault('unavailable', { cause, uncertain })
  }
}

function foreignFault(thrown: unknown): AdapterFault | undefined {
  if (typeof thrown !== 'object' || thrown === null) return undefined
  if (!('name' in thrown) || thrown.name !== 'AdapterFault' || !('code' in thrown)) return undefined
  const { code } = thrown
  if (!isFaultCode(code)) return undefined
  const fields: unknown = 'fields' in thrown ? thrown.fields : undefined
  const retryAfterMs: unknown = 'retryAfterMs' in thrown ? thrown.retryAfterMs : undefined
  return new AdapterFault(code, {
    ...(Array.isArray(fields) ? { fields: fields.slice(0, 100).filter(isFieldKey) } : {}),
    ...(isWait(retryAfterMs) ? { retryAfterMs } : {}),
    uncertain: 'uncertain' in thrown && thrown.uncertain === true,
    ...('cause' in thrown ? { cause: thrown.cause } : {}),
  })
}

function isFaultCode(value: unknown): value is FaultCode {
  return faultCodes.some(code => code === value)
}

/** The name of a field that we know. */
export function isFieldKey(value: unknown): value is FieldKey {
  return fieldKeys.some(key => key === value)
}

function isWait(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
}
