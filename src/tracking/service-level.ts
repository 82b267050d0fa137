import type { MinuteRange, PolicyTimes, ServicePolicy } from '../policy/policy.js'
import type { Intervention } from './intervention.js'
import { reopenedStage } from './stage.js'
import { isEnded, type NextUpdate, type Standing } from './standing.js'

const minute = 60_000

/** Which of the provider's times count: by the engineer's word, or because somebody has to go to the server. */
export type WorkClass = 'standard' | 'complex' | 'datacentre' | 'unclassified'

/** A time that the provider aims at, epoch milliseconds; never a guarantee. */
export interface Target {
  readonly class: 'standard' | 'complex'
  readonly from: number
  readonly to: number
}

/** What the provider's times say of the work. */
interface Classed {
  readonly class: WorkClass
  /** Called standard before, and complex now: the customer is told so. */
  readonly reclassed: boolean
}

/** What a clock shows. Instants are epoch milliseconds of the server's clock, durations milliseconds and never negative. */
export type Clock =
  | { readonly kind: 'first-response'; readonly by: number; readonly overdue: boolean }
  /** Answered, and the work that counts hasn't begun. */
  | (Classed & { readonly kind: 'not-begun' })
  /** Handed over to another procedure, as with a hardware fault: these times don't count there. */
  | { readonly kind: 'elsewhere' }
  | (Classed & {
      readonly kind: 'work'
      /** From when it would have gone on without a pause. */
      readonly countsFrom: number
      readonly worked: number
      /** Both while nobody has said which; none where somebody has to go to the server. */
      readonly targets: readonly Target[]
      /** Has even the last of them passed? */
      readonly overdue: boolean
    })
  /** Waiting for the customer; `since` is `null` where nobody told. */
  | (Classed & { readonly kind: 'paused'; readonly since: number | null; readonly worked: number })
  /** `took` is `null` where the work never began, or nobody told when it ended. */
  | (Classed & { readonly kind: 'ended'; readonly took: number | null; readonly overdue: boolean })

/** When the first response is due, a target: as the backend promised, else as the policy has it. Epoch milliseconds. */
export function firstResponseBy({ promise, openedAt }: Intervention, times: PolicyTimes): number {
  return promise?.firstResponseBy ?? openedAt + times.firstResponse.withinMinutes * minute
}

/** How far the server's clock is ahead of this machine's, in milliseconds: to be added to every local time. */
export function offsetOf(serverNow: number, localNow: number): number {
  return serverNow - localNow
}

/**
 * The provider's times for a ticket as it stands: targets, not guarantees.
 *
 * The first response counts from filing and ends with the engineer's first entry; the work counts from the policy's stage,
 * without the time in which it waits for the customer where the policy has it so, and anew in each round.
 *
 * @param now - The server's clock: this machine's with the `offsetOf` the ticket's own `now`.
 */
export function clockOf(standing: Standing, ticket: Intervention, policy: ServicePolicy, now: number): Clock {
  const { phase, since, work, aside } = standing
  const isPausing = policy.times.pausedWhileWaiting
  const classed = classOf(standing, policy)
  if (isAwaited(standing)) {
    const by = firstResponseBy(ticket, policy.times)
    return { kind: 'first-response', by, overdue: now >= by }
  }
  const countsFrom = work && work.began + (isPausing ? work.waited : 0)
  if (isEnded(phase)) {
    const took = countsFrom === null || since === null ? null : Math.max(0, since - countsFrom)
    return { kind: 'ended', ...classed, took, overdue: took !== null && isLate(took, classed.class, policy) }
  }
  if (phase === 'waiting' && isPausing) {
    const worked = countsFrom === null ? 0 : Math.max(0, (since ?? now) - countsFrom)
    return { kind: 'paused', ...classed, since, worked }
  }
  if (aside && phase === 'working') return { kind: 'elsewhere' }
  if (countsFrom === null) return { kind: 'not-begun', ...classed }
  const worked = Math.max(0, now - countsFrom)
  const targets = rangesOf(classed.class, policy).map(({ class: of, fromMinutes, toMinutes }) => ({
    class: of,
    from: countsFrom + fromMinutes * minute,
    to: countsFrom + toMinutes * minute,
  }))
  return {
    kind: 'work',
    ...classed,
    countsFrom,
    worked,
    targets,
    overdue: isLate(worked, classed.class, policy),
  }
}

/** Time left to the last target, or by how much it has passed, in milliseconds; `none`: nothing is aimed at now. */
export type Remaining =
  | { readonly kind: 'left'; readonly ms: number }
  | { readonly kind: 'over'; readonly ms: number }
  | { readonly kind: 'none' }

/** What is left of the time that a clock shows; `now` is the server's. */
export function remaining(clock: Clock, now: number): Remaining {
  const by = lastTarget(clock)
  if (by === null) return { kind: 'none' }
  return now < by ? { kind: 'left', ms: by - now } : { kind: 'over', ms: now - by }
}

/**
 * When the words of a clock and of a promised update can change next, so that one timer is enough; `null`: not by time.
 *
 * Nothing is told finer than minutes. Epoch milliseconds of the server's clock, always after `now`, itself the server's.
 */
export function nextChangeAt(clock: Clock, nextUpdate: NextUpdate, now: number): number | null {
  const anchors = [
    ...(clock.kind === 'first-response' ? [clock.by] : []),
    ...(clock.kind === 'work' ? [clock.countsFrom] : []),
    ...(nextUpdate.kind === 'promised' ? [nextUpdate.by] : []),
  ]
  return anchors.length === 0 ? null : Math.min(...anchors.map(anchor => nextMinute(anchor, now)))
}

/** The next moment after `now` that is whole minutes away from the anchor. */
function nextMinute(anchor: number, now: number): number {
  return anchor + (Math.floor((now - anchor) / minute) + 1) * minute
}

/** Is the first response still awaited? Nobody promised one for a ticket that was opened again. */
function isAwaited({ answeredAt, phase, stage }: Standing): boolean {
  return answeredAt === null && phase === 'received' && stage !== reopenedStage
}

function classOf({ method, effort }: Standing, { methods }: ServicePolicy): Classed {
  const isOnSite = methods.find(({ id }) => id === method?.method)?.onSite ?? false
  return {
    class: isOnSite ? 'datacentre' : (effort?.effort ?? 'unclassified'),
    reclassed: effort?.reclassed ?? false,
  }
}

type NamedRange = MinuteRange & Pick<Target, 'class'>

function rangesOf(of: WorkClass, { times }: ServicePolicy): readonly NamedRange[] {
  const both: readonly NamedRange[] = [
    { class: 'standard', ...times.standard },
    { class: 'complex', ...times.complex },
  ]
  return of === 'unclassified' ? both : both.filter(range => range.class === of)
}

/** Where nothing is aimed at, nothing is late. */
function isLate(worked: number, of: WorkClass, policy: ServicePolicy): boolean {
  const ranges = rangesOf(of, policy)
  return ranges.length > 0 && ranges.every(({ toMinutes }) => worked >= toMinutes * minute)
}

function lastTarget(clock: Clock): number | null {
  if (clock.kind === 'first-response') return clock.by
  if (clock.kind !== 'work' || clock.targets.length === 0) return null
  return Math.max(...clock.targets.map(({ to }) => to))
}
