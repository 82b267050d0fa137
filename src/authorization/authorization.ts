import type { TimeWindow } from '../policy/policy.js'
import type { ServerReference } from '../server-reference.js'

/** What the customer agrees to when a request goes without login details. */
export interface WithoutCredentials {
  readonly console: boolean
  readonly reboot: boolean
  readonly mounting: boolean
}

/** The whole of an explicit authorization: what was shown, what was ticked, by whom and when. */
export interface AuthorizationRecord {
  readonly v: 1
  /** The statement exactly as it stood on the screen, with its version. */
  readonly statement: {
    readonly version: string
    /** BCP 47. */
    readonly language: string
    readonly text: string
  }
  /** The idempotency key of the request that this belongs to. */
  readonly requestKey: string
  readonly provider: string
  readonly server: ServerReference
  readonly tasks: readonly string[]
  readonly extras: readonly string[]
  /** The access methods allowed. */
  readonly methods: readonly string[]
  readonly window: TimeWindow
  readonly reboot: boolean
  readonly mounting: boolean
  /** Present where the request goes without login details. */
  readonly withoutCredentials?: WithoutCredentials
  /** The duties, acknowledged one by one, as they stood on the screen. */
  readonly duties: readonly { readonly id: string; readonly text: string }[]
  readonly signer: {
    readonly name: string
    readonly account: string
    /** Named as the owner by the client area, or declared so by the signer. */
    readonly owner: 'known' | 'declared'
  }
  /** Epoch milliseconds by the customer's clock, and by the server's. */
  readonly clientTime: number
  readonly serverTime: number
}

/** A record with the digest of its canonical form: tamper evidence, not a signature. */
export interface Authorization {
  readonly record: AuthorizationRecord
  /** SHA-256 of the record as RFC 8785 canonical JSON; 64 lower-case hex digits. */
  readonly digest: string
}
