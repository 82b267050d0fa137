import type { Phase } from '../policy/policy.js'
import type { ServerReference } from '../server-reference.js'
import type { Authorization } from '../authorization/authorization.js'
import type { Quote } from '../quote/quote.js'

/** A state of the ticket, opaque: compared for equality, never read. */
export type Version = string

/** What the customer may do to an intervention now; the adapter decides. */
export type Action =
  | 'reply'
  | 'reopen'
  | 'cancel'
  | 'renew-credentials'
  | 'withdraw-access'
  | 'narrow-authorization'
  | 'approve-quote'
  | 'decline-quote'
  | 'check-off'

/**
 * What happened to the sealed login details. `refused`: the server didn't take them when an engineer tried. `kept`:
 * encrypted, and not erasable here.
 */
export type AccessEvent = 'sealed' | 'opened' | 'refused' | 'destroyed' | 'kept' | 'withdrawn'

/** The life of the sealed login details, as the backend last told. Times in epoch milliseconds. */
export interface AccessState {
  readonly event: AccessEvent
  readonly at: number
  /** Who, in words of a role, never a name: "on-call engineer". */
  readonly role?: string
}

/** Times that the backend has promised: targets, epoch milliseconds. */
export interface Promised {
  readonly firstResponseBy?: number
  readonly nextUpdateBy?: number
}

/** One request, as the ticket system holds it now. Times in epoch milliseconds of the server's clock. */
export interface Intervention {
  readonly id: string
  /** What the customer and support call it. */
  readonly number: string
  readonly version: Version
  readonly phase: Phase
  /** The finer stage, where the system can tell it: an id of the policy's stages. */
  readonly stage?: string
  readonly server: ServerReference
  readonly openedAt: number
  readonly changedAt: number
  /** The server's clock when it answered. */
  readonly now: number
  readonly actions: readonly Action[]
  readonly access?: AccessState
  readonly promise?: Promised
}

/** A file kept by the ticket system. */
export interface FileRef {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly bytes: number
}

/** Something written, with its files. */
export interface Writing {
  readonly text: string
  readonly format: 'text' | 'markdown' | 'html'
  readonly files: readonly FileRef[]
}

/** What was done, told at the end of the work. */
export interface Summary extends Writing {
  /** The access method that was used: an id of the policy's. */
  readonly method?: string
  /** What is different on the server now. */
  readonly changes?: string
  /** Were new login details made? They stand in the customer's account, never in the ticket. */
  readonly newCredentials?: boolean
  /** Does the engineer advise to change passwords? */
  readonly changePasswords?: boolean
}

/** How much work it is, in the engineer's word: which of the policy's times count. */
export type Effort = 'standard' | 'complex'

/** One thing that happened, said by one party. */
export type Fact =
  | (Writing & { readonly kind: 'message' | 'question' })
  | (Summary & { readonly kind: 'summary' })
  | { readonly kind: 'stage'; readonly stage: string; readonly reason?: string }
  | { readonly kind: 'effort'; readonly effort: Effort; readonly reason?: string }
  /** An extra that can't be had; the rest of the request goes on. */
  | {
      readonly kind: 'extra'
      readonly extra: string
      readonly state: 'unavailable'
      readonly reason?: string
    }
  | { readonly kind: 'method'; readonly method: string; readonly reason?: string }
  | { readonly kind: 'access'; readonly event: AccessEvent; readonly role?: string }
  | {
      readonly kind: 'quote'
      readonly quote: Quote
      readonly digest: string
      readonly state: 'offered' | 'approved' | 'declined' | 'expired'
    }
  | { readonly kind: 'promise'; readonly until: number }
  | { readonly kind: 'authorization'; readonly record: Authorization }
  | { readonly kind: 'check-off'; readonly item: string }

/** An entry of the ticket's history: ordered by `seq`, the same one again with a higher `rev` when revised. */
export interface Entry {
  readonly id: string
  readonly seq: number
  readonly rev: number
  readonly at: number
  readonly by: 'customer' | 'engineer' | 'system'
  readonly fact: Fact
}
