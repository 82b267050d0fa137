import canonicalize from 'canonicalize'
import type { Authorization, AuthorizationRecord } from '../authorization/authorization.js'
import type { ServicePolicy, TimeWindow } from '../policy/policy.js'
import type { FieldKey } from '../request/field.js'
import { sameIds } from '../same-ids.js'

/** From the shortest. Nobody knows when *until done* ends: a fixed window is a narrowing of it, never the other way. */
const windows: readonly TimeWindow[] = ['24h', '7d', 'until-done']

type Finding = readonly [FieldKey, boolean]

/**
 * What of an authorization is no narrowing of the one in force; empty where it allows the same or less, and says the
 * same in everything else: the statement, the duties, the request, the signer. A window counts on from where it began:
 * the record's own time is that of the narrowing, and no earlier than the one in force.
 */
export function wideningIn(
  next: Authorization,
  inForce: Authorization,
  policy: ServicePolicy,
): readonly FieldKey[] {
  const [to, from] = [next.record, inForce.record]
  const boots = policy.methods.some(({ id, boots }) => boots !== undefined && to.methods.includes(id))
  return wrong([
    ['methods', to.methods.length === 0 || !to.methods.every(id => from.methods.includes(id))],
    ['timeWindow', windows.indexOf(to.window) > windows.indexOf(from.window)],
    ['reboot', (to.reboot && !from.reboot) || (boots && !to.reboot)],
    ['authorization', to.mounting && !from.mounting],
    ['consoleConsent', isConsentWider(to, from)],
    ['authorization', !isSameBesides(to, from) || to.serverTime < from.serverTime],
  ])
}

/**
 * What of an authorization can't open a request again: it is given anew, later than the one in force, and about the same
 * server, account, work and request.
 */
export function stalenessIn(fresh: Authorization, inForce: Authorization | null): readonly FieldKey[] {
  const isStale =
    inForce !== null &&
    (!isSameWork(fresh.record, inForce.record) || fresh.record.serverTime <= inForce.record.serverTime)
  return wrong([
    ['methods', fresh.record.methods.length === 0],
    ['authorization', isStale],
  ])
}

/** What an authorization is after the one before it: given once more, or a part of it taken back. */
export function authorizationChange(next: Authorization, before: Authorization): 'again' | 'narrowed' {
  return allowsAllOf(before, next) && !allowsAllOf(next, before) ? 'narrowed' : 'again'
}

/**
 * When the words of the authorization in force were agreed to, where it allows less by now than they say; epoch
 * milliseconds, `null` where it allows what they say.
 *
 * @param given - Every authorization of the ticket, oldest first.
 */
export function wordsBeforeNarrowing(given: readonly Authorization[]): number | null {
  const inForce = given.at(-1)
  const whole = given.find(
    one =>
      inForce?.record.statement.text === one.record.statement.text &&
      authorizationChange(inForce, one) === 'narrowed',
  )
  return whole?.record.serverTime ?? null
}

function allowsAllOf({ record: one }: Authorization, { record: other }: Authorization): boolean {
  return (
    other.methods.every(id => one.methods.includes(id)) &&
    (one.reboot || !other.reboot) &&
    (one.mounting || !other.mounting) &&
    windows.indexOf(one.window) >= windows.indexOf(other.window)
  )
}

function wrong(findings: readonly Finding[]): readonly FieldKey[] {
  return [...new Set(findings.filter(([, is]) => is).map(([field]) => field))]
}

function isConsentWider(
  { withoutCredentials: to }: AuthorizationRecord,
  { withoutCredentials: from }: AuthorizationRecord,
): boolean {
  return consents.some(key => to?.[key] === true && from?.[key] !== true)
}

const consents = ['console', 'reboot', 'mounting'] as const

/** Is everything the same that a narrowing has no say in? */
function isSameBesides(to: AuthorizationRecord, from: AuthorizationRecord): boolean {
  return canonicalize(fixedPart(to)) === canonicalize(fixedPart(from))
}

function fixedPart(record: AuthorizationRecord): object {
  const { methods, window, reboot, mounting, withoutCredentials, clientTime, serverTime, ...fixed } = record
  return fixed
}

function isSameWork(to: AuthorizationRecord, from: AuthorizationRecord): boolean {
  return (
    to.requestKey === from.requestKey &&
    to.provider === from.provider &&
    to.server.kind === from.server.kind &&
    to.server.value === from.server.value &&
    to.signer.account === from.signer.account &&
    sameIds(to.tasks, from.tasks) &&
    sameIds(to.extras, from.extras)
  )
}
