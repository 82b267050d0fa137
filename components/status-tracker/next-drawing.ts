import { authorizedUntil, clockOf, nextChangeAt, type ServicePolicy } from '../../src/index.js'
import type { Ticket } from './ticket.controller.js'

/**
 * When what is said of a request can change by time alone: a minute of a target, the end of the authorization, or the
 * day, since a time of another day is said with its date.
 *
 * `now` and the answer, which is after it, in epoch milliseconds of the server's clock.
 */
export function nextDrawingAt(
  { standing, intervention }: Ticket,
  policy: ServicePolicy,
  now: number,
): number {
  const midnight = new Date(now).setHours(24, 0, 0, 0)
  const until = authorizedUntil(standing, policy)
  return Math.min(
    nextChangeAt(clockOf(standing, intervention, policy, now), standing.nextUpdate, now) ?? midnight,
    until?.kind === 'at' && until.at > now ? until.at : midnight,
    midnight,
  )
}
