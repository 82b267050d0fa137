import type { Phase } from '../../policy/policy.js'
import type { Filing } from '../../request/filing.js'
import type { Call, Capabilities, Context } from '../adapter.js'
import type { EngineerFields } from '../ticket-facts.js'
import type { CopyFields } from '../ticket-fields.js'

/** The custom fields of the tracker, by their numbers. */
export interface RedmineFields extends CopyFields, EngineerFields {
  /** A text of one line, used as a filter, that the customer sets and sees: the account and the idempotency key. */
  readonly requestKey: number
  /** A long text that engineers and the service account see, and the customer doesn't. */
  readonly sealed: number
}

/** The statuses, by their numbers, where they aren't those of Redmine's default data. */
export interface RedmineStatuses {
  readonly phases: Readonly<Record<number, Phase>>
  /** Where the customer's answer and a reopening move an issue to. */
  readonly resumed: number
  /** What an issue is once its customer has called it off. */
  readonly cancelled: number
}

/** The Redmine, as far as all customers share it. */
export interface RedmineOptions {
  /** Where it is: `https://redmine.example`. */
  readonly url: string
  /** The project's identifier. */
  readonly project: string
  /** The tracker's number. */
  readonly tracker: number
  readonly fields: RedmineFields
  readonly statuses?: RedmineStatuses
  /**
   * An API key of an account that edits the project's issues and sees the sealed text. Used to put that into its field and
   * to look whether it was kept, to fill in copies one by one where Redmine refuses one of them, and to call off what was
   * filed twice at once.
   */
  readonly serviceKey: string
  /**
   * What is written for machines is signed with this, so that a file of the customer's can't say the like. Keep it for as
   * long as the issues: without it none of them is known. At least 16 characters, from a generator.
   */
  readonly signingSecret: string
  /** What its attachments may be, by Redmine's settings. Ten files of 5,000,000 bytes where unset. */
  readonly files?: Capabilities['files']
  /** The text for people (`ticketText`); the one that came with the request where unset. */
  readonly ticketText?: (filing: Filing, context: Context) => string
  /** 15,000 where unset. */
  readonly pollEveryMs?: number
  /** In place of the global `fetch`. */
  readonly fetch?: (request: Request) => Promise<Response>
  /** Epoch milliseconds; this machine's clock where unset. */
  readonly now?: () => number
}

/** One customer of the Redmine: each has a user there, and that user's API key, which stays on the server. */
export interface RedmineCustomer {
  /** The user's number in Redmine. */
  readonly user: number
  readonly key: string
  /** What Redmine doesn't know: who this is in the client area, their servers, and the keys to seal to. */
  readonly context: (call?: Call) => Promise<Context>
}

/** Redmine's default data: New, In Progress, Resolved, Feedback, Closed, Rejected. */
export const ownStatuses: RedmineStatuses = {
  phases: { 1: 'received', 2: 'working', 3: 'done', 4: 'waiting', 5: 'done', 6: 'declined' },
  resumed: 2,
  cancelled: 6,
}
