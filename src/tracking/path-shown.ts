import { isEnded, type PathStep, type Standing } from './standing.js'

/**
 * The way of a request as it is drawn: the straight path, and where work goes on or has ended beside it, that stage as the
 * one it is at. What was left for good has nothing ahead. A wait for the customer is no stage of its own: work goes on from
 * where it stopped.
 */
export function pathShown({ path, phase, stage, since, aside }: Standing): readonly PathStep[] {
  const isCalledOff = phase === 'declined'
  if (!isCalledOff && (!aside || isEnded(phase) || phase === 'waiting')) return path
  const reached = path.findLastIndex(({ state }) => state !== 'ahead') + 1
  const before = path.slice(0, reached).map((step): PathStep => ({ ...step, state: 'passed' }))
  const here: PathStep = { stage: stage ?? phase, state: 'here', at: since }
  return [...before, here, ...(isCalledOff ? [] : path.slice(reached))]
}
