import type { Authorization } from '../authorization/authorization.js'
import { digestOf, verifyAuthorization } from '../authorization/digest.js'
import { not, ok, type Result } from '../result.js'
import type { Entry, Intervention } from '../tracking/intervention.js'
import { plainText } from '../tracking/plain-text.js'
import type { Receipt, ShownLabels } from './receipt.js'

/** What was called how on the screen. */
export interface TicketLabels extends ShownLabels {
  /** Of each access method that an authorization names, by its id. */
  readonly methods: Readonly<Record<string, string>>
}

/**
 * The customer's sheet as a ticket allows it, at any later time: the request's text, and every authorization on the
 * ticket. The fields as typed, and the keys that login details were sealed to, stand on the `Receipt` alone.
 */
export interface TicketReceipt extends Pick<
  Receipt,
  'v' | 'ticket' | 'filedAt' | 'authorization' | 'digest'
> {
  readonly kind: 'os-intervention-ticket-receipt'
  readonly labels: TicketLabels
  /** The request's plain text as the ticket holds it; empty where the ticket tells none. */
  readonly request: string
  /** Those before the one in force, oldest first. */
  readonly earlier: readonly Authorization[]
}

/** A receipt, whether of what was handed over or of what a ticket holds. */
export type AnyReceipt = Receipt | TicketReceipt

/**
 * Makes the receipt of a request from its ticket.
 *
 * Not in order: `none` where the ticket tells no authorization, `changed` where one of them doesn't fit its own digest.
 * Needs a secure context.
 *
 * @param entries - All of the ticket's, oldest first.
 */
export async function ticketReceiptOf(
  { id, number, openedAt }: Intervention,
  entries: readonly Entry[],
  labels: TicketLabels,
): Promise<Result<TicketReceipt, 'none' | 'changed'>> {
  const given = authorizationsIn(entries)
  const authorization = given.at(-1)
  if (!authorization) return not('none')
  const fits = await Promise.all(given.map(verifyAuthorization))
  if (fits.includes(false)) return not('changed')
  const receipt: Omit<TicketReceipt, 'digest'> = {
    kind: 'os-intervention-ticket-receipt',
    v: 1,
    ticket: { id, number },
    filedAt: openedAt,
    labels,
    request: requestIn(entries),
    authorization,
    earlier: given.slice(0, -1),
  }
  return ok({ ...receipt, digest: await digestOf(receipt) })
}

/** Every authorization on a ticket, oldest first: the last one is in force. */
export function authorizationsIn(entries: readonly Entry[]): readonly Authorization[] {
  return entries.flatMap(({ fact }) => (fact.kind === 'authorization' ? [fact.record] : []))
}

/** The first message is the whole request. */
function requestIn([first]: readonly Entry[]): string {
  return first?.fact.kind === 'message' ? plainText(first.fact.text, first.fact.format) : ''
}
