import type { ServicePolicy, TimeWindow } from '../policy/policy.js'
import type { Standing } from './standing.js'

const hour = 3_600_000

const lengths: Readonly<Record<Exclude<TimeWindow, 'until-done'>, number>> = {
  '24h': 24 * hour,
  '7d': 7 * 24 * hour,
}

/** How long an authorization holds: to a moment (epoch milliseconds), or until done and some hours more. */
export type AuthorizedUntil =
  { readonly kind: 'at'; readonly at: number } | { readonly kind: 'until-done'; readonly hoursAfter: number }

/** How long the authorization in force holds; `null` where there is none. */
export function authorizedUntil(
  { authorization, authorizedAt, phase, since }: Standing,
  { authorization: { hoursAfterDone: hoursAfter } }: ServicePolicy,
): AuthorizedUntil | null {
  if (authorization === null || authorizedAt === null) return null
  const { window } = authorization.record
  if (window !== 'until-done') return { kind: 'at', at: moment(authorizedAt + lengths[window]) }
  return phase === 'done' && since !== null
    ? { kind: 'at', at: moment(since + hoursAfter * hour) }
    : { kind: 'until-done', hoursAfter }
}

/** No later than `Date` can hold: a record may be as old as a test, or made by somebody who wishes us ill. */
function moment(at: number): number {
  return Math.min(at, 8_640_000_000_000_000)
}
