import type { Phase } from '../../policy/policy.js'
import type { Filing } from '../../request/filing.js'
import type { Call, Capabilities, Context } from '../adapter.js'

/** The WHMCS, as far as all customers share it. */
export interface WhmcsOptions {
  /** Where it is, without `/includes/api.php`: `https://billing.example`. */
  readonly url: string
  /** API credentials of an admin, who may do all that is asked in any customer's name: they stay on the server. */
  readonly identifier: string
  readonly secret: string
  /** The `$api_access_key` of its `configuration.php`, where this server's address is not among those allowed. */
  readonly accessKey?: string
  /**
   * What is written for machines is signed with this, so that a file of the customer's can't say the like. Keep it for as
   * long as the tickets: without it none of them is known. At least 16 characters, from a generator.
   */
  readonly signingSecret: string
  /** The number of the department that requests are filed in. */
  readonly department: number
  /** Where its clock is, since its dates don't say so: a name of the IANA's, `Europe/Warsaw`. */
  readonly timeZone: string
  /** The phases of its statuses, where it has others than WHMCS's own. */
  readonly statuses?: Readonly<Record<string, Phase>>
  /** What its PHP takes: `post_max_size` has to be twice as much. Five files of 2,000,000 bytes where unset. */
  readonly files?: Capabilities['files']
  /** The ticket's text for people (`ticketText`); the one that came with the request where unset. */
  readonly ticketText?: (filing: Filing, context: Context) => string
  /** 15,000 where unset. */
  readonly pollEveryMs?: number
  /** In place of the global `fetch`. */
  readonly fetch?: (request: Request) => Promise<Response>
  /** Epoch milliseconds; this machine's clock where unset. */
  readonly now?: () => number
}

/** One customer. WHMCS knows nothing of who asks: whose tickets these are, this number alone decides. */
export interface WhmcsCustomer {
  /** The client's number in WHMCS. */
  readonly clientId: number
  /** Who this is in the client area, their servers, and the keys to seal to. */
  readonly context: (call?: Call) => Promise<Context>
}

/** WHMCS's own statuses. */
const ownStatuses: Readonly<Record<string, Phase>> = {
  Open: 'received',
  Answered: 'waiting',
  'Customer-Reply': 'working',
  'In Progress': 'working',
  'On Hold': 'working',
  Closed: 'done',
}

/** What WHMCS makes of a ticket whose customer answers; it doesn't mean that somebody has begun. */
export const answeredStatus = 'Customer-Reply'

/** What a ticket is once its customer has called it off. */
export const closedStatus = 'Closed'

/** The phases of all statuses. */
export function phasesOf({ statuses }: WhmcsOptions): Readonly<Record<string, Phase>> {
  return { ...ownStatuses, ...statuses }
}
