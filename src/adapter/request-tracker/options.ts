import type { Filing } from '../../request/filing.js'
import type { Phase } from '../../policy/policy.js'
import type { Call, Context } from '../adapter.js'
import type { EngineerFields } from '../ticket-facts.js'
import type { CopyFields } from '../ticket-fields.js'

/** The custom fields of the queue, by their numeric ids: a field that the customer can't see has no name for them. */
export interface RequestTrackerFields extends CopyFields, EngineerFields {
  /** One value, unique, and to be set by the customer: the account and the idempotency key. */
  readonly requestKey: number
  /** One text, to be set by the customer and seen by engineers alone. */
  readonly sealed: number
  /** Several values, written by the service account: what the customer has checked off. Without it nothing can be. */
  readonly checkedOff?: number
}

/** The Request Tracker, as far as all customers share it. */
export interface RequestTrackerOptions {
  /** Where it is, without `/REST/2.0`: `https://rt.example`. */
  readonly url: string
  /** The queue's name. */
  readonly queue: string
  readonly fields: RequestTrackerFields
  /**
   * A token of a privileged account that sees the sealed text. Used to look whether that was kept, to put renewed login
   * details in their field, to write down what was checked off, and to call off what was filed twice at once.
   */
  readonly serviceToken: string
  /**
   * What is written for machines is signed with this, so that a customer's mail can't say the like. Keep it for as long as
   * the tickets: without it none of them is known. At least 16 characters, from a generator.
   */
  readonly signingSecret: string
  /** The phases of the lifecycle's statuses, where it has others than RT's own and `cancelled`. */
  readonly statuses?: Readonly<Record<string, Phase>>
  /** The ticket's text for people (`ticketText`); the one that came with the request where unset. */
  readonly ticketText?: (filing: Filing, context: Context) => string
  /** 15,000 where unset; RT answers about ten questions a second. */
  readonly pollEveryMs?: number
  /** In place of the global `fetch`. */
  readonly fetch?: (request: Request) => Promise<Response>
  /** Epoch milliseconds; this machine's clock where unset. */
  readonly now?: () => number
}

/** One customer of the Request Tracker: each has a user there, and a token of that user's that stays on the server. */
export interface RequestTrackerCustomer {
  /** The user's name in RT. */
  readonly user: string
  readonly token: string
  /** What RT doesn't know: who this is in the client area, their servers, and the keys to seal to. */
  readonly context: (call?: Call) => Promise<Context>
}

/** RT's own statuses, and the one for what its customer has called off. */
export const ownStatuses: Readonly<Record<string, Phase>> = {
  new: 'received',
  open: 'working',
  stalled: 'waiting',
  resolved: 'done',
  rejected: 'declined',
  cancelled: 'declined',
}

/** Where the customer's answer and a reopening move a ticket to. */
export const resumedStatus = 'open'

/** What a ticket is once its customer has called it off. */
export const cancelledStatus = 'cancelled'
