import type { Phase, PolicyStage, ServicePolicy } from '../policy/policy.js'
import { isEnded, type PathStep, type Standing, type WorkTime } from './standing.js'

/** The stage of a ticket that its customer opened again. */
export const reopenedStage = 'reopened'

/** The stage of a ticket that its customer called off. */
export const cancelledStage = 'cancelled'

/** Written by the customer's own actions, and so understood whether a policy lists them or not. */
const customerStages: readonly PolicyStage[] = [
  { id: reopenedStage, phase: 'received', path: 'side' },
  { id: cancelledStage, phase: 'declined', path: 'side' },
]

const phases: readonly Phase[] = ['received', 'working', 'waiting', 'done', 'declined']

/** A move to another stage, as an entry or the ticket told it. */
export interface Move {
  readonly phase: Phase
  readonly stage: string | null
  /** Epoch milliseconds; `null` where only the ticket's present state is known. */
  readonly at: number | null
  readonly reason?: string
}

/**
 * The phase of a stage: as the policy has it, else as its name says (`done`, or a stage of the customer's own actions).
 * `null` for a stage of the provider's own: the ticket knows its phase.
 */
export function phaseOf(stage: string, policy: ServicePolicy): Phase | null {
  return stageIn(stage, policy)?.phase ?? phases.find(phase => phase === stage) ?? null
}

/** The phase after moving to a stage: of one of the provider's own only that it goes on, or back to where it waited. */
export function phaseAfter({ phase, waitedIn }: Standing, stage: string, policy: ServicePolicy): Phase {
  return phaseOf(stage, policy) ?? (waitedIn?.id === stage ? waitedIn.phase : phase)
}

/** The whole straight path with nothing of it reached. */
export function untrodden({ stages }: ServicePolicy): readonly PathStep[] {
  return stages
    .filter(({ path }) => path === 'straight')
    .map(({ id }) => ({ stage: id, state: 'ahead', at: null }))
}

/** The stage that comes next on the straight path, an id of the policy's; `null` at its end, and once it was left for good. */
export function nextStage({ phase, path }: Pick<Standing, 'phase' | 'path'>): string | null {
  return isEnded(phase) ? null : (path.find(({ state }) => state === 'ahead')?.stage ?? null)
}

/** Moves a ticket: the stage, the path, the time counted, and what the move settles. The same stage again moves nothing. */
export function moved(standing: Standing, move: Move, policy: ServicePolicy): Standing {
  const { phase, stage, at, reason } = move
  const before = standing
  if (stage === before.stage && phase === before.phase)
    return { ...before, reason: reason ?? before.reason, since: before.since ?? at }
  const isReopened = isEnded(before.phase) && !isEnded(phase)
  const round = isReopened ? newRound(before) : before
  const resumes = before.phase === 'waiting' && phase !== 'waiting'
  return {
    ...round,
    phase,
    stage,
    since: at,
    reason: reason ?? null,
    aside: stageIn(stage, policy)?.path === 'side',
    path: pathAfter(round.path, move, policy),
    waitedIn: waitedIn(before, phase),
    question: resumes || isEnded(phase) ? null : round.question,
    nextUpdate: isEnded(phase) ? { kind: 'none' } : round.nextUpdate,
    work: workAfter(round, move, policy),
  }
}

function stageIn(stage: string | null, { stages }: ServicePolicy): PolicyStage | undefined {
  return [...stages, ...customerStages].find(({ id }) => id === stage)
}

/** What belongs to the work that had ended. What it costs, who may do what, and the life of the access go on. */
function newRound(standing: Standing): Standing {
  return {
    ...standing,
    path: standing.path.map((step, index) =>
      index === 0 ? { ...step, state: 'passed' } : { ...step, state: 'ahead', at: null },
    ),
    question: null,
    nextUpdate: { kind: 'none' },
    method: null,
    effort: null,
    work: null,
    summary: null,
    checkedOff: [],
  }
}

function waitedIn({ phase, stage, waitedIn }: Standing, next: Phase): Standing['waitedIn'] {
  if (next !== 'waiting' || phase === 'waiting') return next === 'waiting' ? waitedIn : null
  return stage === null ? null : { id: stage, phase }
}

/** A stage that is skipped is passed without a time; one that work goes back behind lies ahead again. */
function pathAfter(path: readonly PathStep[], move: Move, policy: ServicePolicy): readonly PathStep[] {
  const here = path.findIndex(({ stage }) => stage === stepOf(path, move, policy))
  if (here < 0) return path
  return path.map((step, index) => {
    if (index < here) return { ...step, state: 'passed' }
    if (index > here) return { ...step, state: 'ahead', at: null }
    return { ...step, state: 'here', at: step.state === 'ahead' ? move.at : (step.at ?? move.at) }
  })
}

/** Of a stage that the policy doesn't know, the phase only is known: the first step of it, unless it is in it already. */
function stepOf(
  path: readonly PathStep[],
  { stage, phase }: Move,
  policy: ServicePolicy,
): string | undefined {
  const known = stageIn(stage, policy)
  if (known) return known.id
  const here = path.find(({ state }) => state === 'here')
  if (here && stageIn(here.stage, policy)?.phase === phase) return here.stage
  return policy.stages.find(one => one.phase === phase && one.path === 'straight')?.id
}

function workAfter(before: Standing, { stage, phase, at }: Move, policy: ServicePolicy): WorkTime | null {
  const { work, since } = before
  if (work === null) return at !== null && countsFrom(stage, phase, policy) ? { began: at, waited: 0 } : null
  if (before.phase !== 'waiting' || at === null || since === null) return work
  return { ...work, waited: work.waited + Math.max(0, at - since) }
}

/** A policy without such a stage counts from the beginning of the phase. */
function countsFrom(stage: string | null, phase: Phase, { stages, times }: ServicePolicy): boolean {
  return stages.some(({ id }) => id === times.workCountsFrom)
    ? stage === times.workCountsFrom
    : phase === 'working'
}
