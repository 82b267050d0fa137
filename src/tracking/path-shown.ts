import type { Phase, ServicePolicy } from '../policy/policy.js'
import { phaseOf } from './stage.js'
import { isEnded, type PathStep, type Standing } from './standing.js'

/**
 * The way of a request as it is drawn: the straight path, and where work goes on or has ended beside it, that stage as the
 * one it is at. What was left for good has nothing ahead. A wait for the customer is no stage of its own: work goes on from
 * where it stopped.
 *
 * What the system can't tell apart isn't drawn: nothing that it has no phase for, and where it has told a phase alone, one
 * step for each phase, with the phase's name as its stage.
 *
 * @param phases - The phases that the system can tell apart, by its capabilities.
 */
export function pathShown(
  standing: Standing,
  phases: readonly Phase[],
  policy: ServicePolicy,
): readonly PathStep[] {
  const { phase } = standing
  const phaseAt = (step: PathStep): Phase => phaseOf(step.stage, policy) ?? phase
  const steps = wayOf(standing).filter(
    step => step.state === 'here' || step.at !== null || phases.includes(phaseAt(step)),
  )
  return tellsPhasesAlone(standing, steps, policy) ? byPhase(steps, phaseAt) : steps
}

/** Is what it is at a phase? A stage may bear a phase's name: then what was passed on the way was told too. */
function tellsPhasesAlone(
  { stage, phase }: Standing,
  steps: readonly PathStep[],
  { stages }: ServicePolicy,
): boolean {
  if (stage === null) return true
  return (
    stage === phase &&
    (stages.every(({ id }) => id !== stage) ||
      steps.some(({ state, at }) => state === 'passed' && at === null))
  )
}

function wayOf({ path, phase, stage, since, aside }: Standing): readonly PathStep[] {
  const isCalledOff = phase === 'declined'
  if (!isCalledOff && (!aside || isEnded(phase) || phase === 'waiting')) return path
  const reached = path.findLastIndex(({ state }) => state !== 'ahead') + 1
  const before = path.slice(0, reached).map((step): PathStep => ({ ...step, state: 'passed' }))
  const here: PathStep = { stage: stage ?? phase, state: 'here', at: since }
  return [...before, here, ...(isCalledOff ? [] : path.slice(reached))]
}

/** Steps of one phase are one step: left behind with the last of them, reached with the first. */
function byPhase(steps: readonly PathStep[], phaseAt: (step: PathStep) => Phase): readonly PathStep[] {
  return steps.reduce<readonly PathStep[]>((drawn, step) => {
    const stage = phaseAt(step)
    const before = drawn.at(-1)
    if (before?.stage !== stage) return [...drawn, { ...step, stage }]
    const state = before.state === 'here' || step.state === 'ahead' ? before.state : step.state
    return [...drawn.slice(0, -1), { stage, state, at: before.at ?? step.at }]
  }, [])
}
