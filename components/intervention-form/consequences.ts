import {
  askedWait,
  firstResponseBy,
  steps,
  type Facts,
  type FlowAction,
  type FlowState,
  type Issue,
} from '../../src/index.js'
import { shownStep } from './form-body.js'
import {
  AuthRequiredEvent,
  IssuesShownEvent,
  RequestFailedEvent,
  RequestFiledEvent,
  StepChangedEvent,
} from './intervention-form.events.js'

/** A shorter wait is over before anybody has read its end; milliseconds. */
const longWait = 45_000

/** Until when the system is let alone, where that is long; `now` and the answer in epoch milliseconds of this machine. */
export function restsUntil(action: FlowAction, now: number): number | undefined {
  const wait = (action.do === 'wait' ? action.ms : askedWait(action)) ?? 0
  return wait < longWait ? undefined : now + wait
}

/** The ids of what takes the focus by itself. */
export type FocusTarget =
  'step-heading' | 'error-summary' | 'outcome' | 'draft-note' | 'quote-approved' | 'quote-headline'

/** What takes the focus after a change: what is wrong, then how it stands, then the new step. */
export function focusAfter(before: FlowState, now: FlowState): FocusTarget | undefined {
  if (now.at === 'draft' && now.issues.length > 0) return 'error-summary'
  if (now.at === 'not-sent' || (now.at === 'unknown' && (!now.checking || before.at !== 'unknown')))
    return 'outcome'
  // The button that was pressed is gone with the notice that it stood in.
  if (now.at === 'sending' && before.at === 'not-sent') return 'outcome'
  return hasMoved(before, now) ? 'step-heading' : undefined
}

/** What the page is told after a change; nothing that was typed. */
export function eventsAfter(before: FlowState, now: FlowState, facts: Facts | undefined): readonly Event[] {
  return [...step(before, now), ...issues(now), ...failure(before, now), ...filed(now, facts)]
}

/** Is it the login details that the ticket system has refused? */
export function refusesLogin({ code, field }: Issue): boolean {
  return code === 'refused' && ['username', 'password', 'privateKey', 'port', 'secondFactor'].includes(field)
}

function hasMoved(before: FlowState, now: FlowState): boolean {
  return isThrough(now) || isThrough(before) || shownStep(now) !== shownStep(before)
}

/** Nothing of the form is shown any more. */
function isThrough({ at }: FlowState): boolean {
  return at === 'accepted' || at === 'elsewhere'
}

function step(before: FlowState, now: FlowState): readonly Event[] {
  if (!hasMoved(before, now)) return []
  if (now.at === 'accepted') return [new StepChangedEvent('sent', steps.length, steps.length)]
  const shown = shownStep(now)
  return [new StepChangedEvent(shown, steps.indexOf(shown) + 1, steps.length)]
}

function issues(now: FlowState): readonly Event[] {
  return now.at === 'draft' && now.issues.length > 0
    ? [new IssuesShownEvent(now.issues.map(({ field }) => field))]
    : []
}

function failure(before: FlowState, now: FlowState): readonly Event[] {
  if (now.at === 'unknown') {
    // Told once, however often it is looked into.
    const unknown = before.at === 'unknown' ? [] : [new RequestFailedEvent('unknown')]
    return now.code === 'unauthenticated' && !now.checking ? [...unknown, new AuthRequiredEvent()] : unknown
  }
  if (now.at !== 'not-sent') return []
  if (now.reason.kind === 'refusal') return [new RequestFailedEvent('refused')]
  if (now.reason.kind !== 'fault') return []
  const { code } = now.reason
  const failed = new RequestFailedEvent(code)
  return code === 'unauthenticated' ? [failed, new AuthRequiredEvent()] : [failed]
}

function filed(now: FlowState, facts: Facts | undefined): readonly Event[] {
  if (now.at !== 'accepted' || !facts) return []
  const { intervention } = now.filed
  const dueBy = firstResponseBy(intervention, facts.policy.times)
  return [new RequestFiledEvent(intervention.id, intervention.number, dueBy)]
}
