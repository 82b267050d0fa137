import type { Authorization } from '../authorization/authorization.js'
import type { SealedCredentials } from '../credentials/credentials.js'
import type { ServerType } from '../policy/policy.js'
import type { ServerReference } from '../server-reference.js'
import type { FiledQuote } from './filed-quote.js'

/** How the engineers get in: with sealed login details, with their own key, or without any. */
export type FiledAccess =
  | { readonly kind: 'account'; readonly sealed: SealedCredentials }
  | { readonly kind: 'ssh-key'; readonly username: string; readonly port?: number }
  | { readonly kind: 'none'; readonly reason?: string }

/** A whole request, ready for any ticket system: codes, the customer's own words, sealed text. Never a secret. */
export interface Filing {
  readonly v: 1
  readonly server: ServerReference
  /** The id of the customer's service, where it was picked from the list. */
  readonly serviceId?: string
  readonly serverType: ServerType
  readonly operatingSystem?: string
  readonly tasks: readonly string[]
  readonly extras: readonly string[]
  /** What the extras cost, where a price was shown. */
  readonly quote?: FiledQuote
  /** As typed. */
  readonly problem: string
  /** As typed. */
  readonly action: string
  /** As typed. */
  readonly errors?: string
  readonly access: FiledAccess
  readonly authorization: Authorization
  /** The customer's language, BCP 47. */
  readonly language: string
  /**
   * The ticket's plain text: a fixed block in the provider's language, then the customer's words as typed.
   *
   * Written in the customer's browser, a convenience for systems that can't: nobody vouches that it says what the codes
   * say. A backend of its own writes it itself, by `ticketText`.
   */
  readonly text: string
  readonly files?: readonly File[]
}
