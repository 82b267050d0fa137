import type { FieldKey } from '../request/field.js'

/** Why a call failed, on both sides of the bridge and on the wire. */
export const faultCodes = [
  'invalid',
  'unauthenticated',
  'forbidden',
  'not-found',
  'conflict',
  'too-large',
  'rate-limited',
  'unsupported',
  'unavailable',
] as const

/** Why a call failed. */
export type FaultCode = (typeof faultCodes)[number]

/** What a fault may tell beside its code. */
export interface FaultDetail {
  /** With `invalid` and `too-large`: the fields that the system refused. */
  readonly fields?: readonly FieldKey[]
  /** Not before this many milliseconds. */
  readonly retryAfterMs?: number
  /** Sent, and no answer came: the ticket may exist. */
  readonly uncertain?: boolean
  /** For the page's own error handling; never what was sent. */
  readonly cause?: unknown
}

/** The adapter failed. Holds a code for the words and a cause for the page: never what was typed or sent. */
export class AdapterFault extends Error {
  override readonly name = 'AdapterFault'
  readonly code: FaultCode
  readonly fields: readonly FieldKey[]
  readonly retryAfterMs: number | undefined
  readonly uncertain: boolean

  constructor(code: FaultCode, detail: FaultDetail = {}) {
    super(`the provider's server: ${code}`, 'cause' in detail ? { cause: detail.cause } : undefined)
    this.code = code
    this.fields = detail.fields ?? []
    this.retryAfterMs = detail.retryAfterMs
    this.uncertain = detail.uncertain ?? false
  }
}

/** The code of whatever was thrown: what is no fault of an adapter's is a server that can't be reached. */
export function faultCodeOf(error: unknown): FaultCode {
  return error instanceof AdapterFault ? error.code : 'unavailable'
}
