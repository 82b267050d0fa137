import type { Filed } from '../adapter/adapter.js'
import type { FaultCode } from '../adapter/fault.js'
import type { SealRefusal } from '../credentials/credentials.js'
import type { StepId } from './step.js'
import type { Filing } from './filing.js'
import type { Issue } from './issue.js'

/** One try to hand a request over: the key and the bytes stay the same however often it is sent. */
export interface Attempt {
  readonly key: string
  readonly filing: Filing
}

/**
 * Why a request was not sent: nothing was sealed, the provider's server did not take it, the customer thought again, or didn't find it
 * among the tickets, or left the page with it.
 */
export type NotSentReason =
  | { readonly kind: 'refusal'; readonly refusal: SealRefusal }
  | { readonly kind: 'fault'; readonly code: FaultCode; readonly retryAfterMs?: number }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'missed' }
  | { readonly kind: 'left' }

/** Where a submission stands. Not sent, not known and sent are three states that are never mixed. */
export type FlowState =
  | { readonly at: 'draft'; readonly step: StepId; readonly issues: readonly Issue[] }
  | { readonly at: 'sealing' }
  | {
      readonly at: 'sending'
      readonly attempt: Attempt
      /** It is tried again in so many milliseconds; `null`: once there is a network. */
      readonly wait?: number | null
      /** The system has been silent for long. */
      readonly slow?: true
      /** Another tab or form is sending it, and is waited for. */
      readonly behind?: true
    }
  | { readonly at: 'not-sent'; readonly reason: NotSentReason; readonly attempt?: Attempt }
  | {
      readonly at: 'unknown'
      readonly attempt: Attempt
      readonly checking: boolean
      /** The ticket that is there may hold an earlier version of these words. */
      readonly differs: boolean
      /** Why the last look told nothing. */
      readonly code?: FaultCode
      /** It wasn't there when it was looked for, and can't be sent again from here: the customer may look too. */
      readonly isAbsent?: true
    }
  | {
      readonly at: 'accepted'
      /** What was handed over; the ticket holds it unless it `differs`. */
      readonly filing: Filing
      readonly filed: Filed
      readonly differs: boolean
    }
  /** It was sent from another place: a tab beside this one, or it stands among the tickets; with its number where that is known. */
  | { readonly at: 'elsewhere'; readonly number?: string }

/** What happens to a submission. */
export type FlowAction =
  | { readonly do: 'go'; readonly step: StepId; readonly issues: readonly Issue[] }
  | { readonly do: 'seal' }
  | { readonly do: 'send'; readonly attempt: Attempt }
  | { readonly do: 'reject'; readonly step: StepId; readonly issues: readonly Issue[] }
  | { readonly do: 'fail'; readonly reason: NotSentReason }
  /** Nobody can tell; `goesOn`: it is looked into without another press. The system wants to be let alone for so long. */
  | {
      readonly do: 'lose'
      readonly differs?: boolean
      readonly code?: FaultCode
      readonly retryAfterMs?: number
      readonly goesOn?: true
      readonly isAbsent?: true
    }
  | { readonly do: 'wait'; readonly ms: number | null }
  | { readonly do: 'linger' }
  /** Another tab or form is sending the same, and goes first. */
  | { readonly do: 'yield' }
  | { readonly do: 'look' }
  /** A request was found that had been on its way when the page was left. */
  | { readonly do: 'recover'; readonly attempt: Attempt; readonly is: 'sending' | 'not-sent' }
  | { readonly do: 'accept'; readonly filed: Filed }
  /**
   * It is there, sent from another place; `signed`: the digest of the authorization that was signed there, where known.
   * `isOther`: these are other words, and the customer's to decide about.
   */
  | { readonly do: 'discover'; readonly number?: string; readonly signed?: string; readonly isOther?: true }
  /** The customer has looked through the tickets: it isn't there. */
  | { readonly do: 'miss' }

/** The next state. An action that does not fit changes nothing: a late answer cannot move an accepted request. */
export function next(state: FlowState, action: FlowAction): FlowState {
  switch (action.do) {
    case 'go':
      return state.at === 'draft' || state.at === 'not-sent'
        ? { at: 'draft', step: action.step, issues: action.issues }
        : state
    case 'seal':
      return state.at === 'draft' || state.at === 'not-sent' ? { at: 'sealing' } : state
    case 'send':
      if (state.at === 'sending' && state.wait === undefined && !state.slow && !state.behind) return state
      return state.at === 'sealing' || state.at === 'not-sent' || state.at === 'sending'
        ? { at: 'sending', attempt: action.attempt }
        : state
    case 'reject':
      return state.at === 'sealing' || isOut(state)
        ? { at: 'draft', step: action.step, issues: action.issues }
        : state
    case 'fail':
      return state.at === 'sealing'
        ? { at: 'not-sent', reason: action.reason }
        : isOut(state)
          ? { at: 'not-sent', reason: action.reason, attempt: state.attempt }
          : state
    case 'lose':
      return isOut(state)
        ? {
            at: 'unknown',
            attempt: state.attempt,
            checking: action.goesOn ?? false,
            differs: (action.differs ?? false) || mayDiffer(state),
            ...(action.code === undefined ? {} : { code: action.code }),
            ...(action.isAbsent && { isAbsent: true }),
          }
        : state
    case 'wait':
      return state.at === 'sending' ? { at: 'sending', attempt: state.attempt, wait: action.ms } : state
    case 'linger':
      return state.at === 'sending' ? { at: 'sending', attempt: state.attempt, slow: true } : state
    case 'yield':
      return state.at === 'sending' ? { at: 'sending', attempt: state.attempt, behind: true } : state
    case 'recover':
      if (state.at !== 'draft') return state
      return action.is === 'sending'
        ? { at: 'unknown', attempt: action.attempt, checking: true, differs: false }
        : { at: 'not-sent', reason: { kind: 'left' }, attempt: action.attempt }
    case 'look':
      return state.at === 'unknown' && !state.checking ? { ...state, checking: true } : state
    case 'accept': {
      // The system's word goes before the customer's, who hasn't found it among the tickets.
      const attempt = isOut(state) || state.at === 'not-sent' ? state.attempt : undefined
      return attempt
        ? { at: 'accepted', filing: attempt.filing, filed: action.filed, differs: mayDiffer(state) }
        : state
    }
    case 'discover':
      if (state.at === 'accepted') return state
      if (action.isOther) return state.at === 'draft' ? state : { at: 'draft', step: 'check', issues: [] }
      return { at: 'elsewhere', ...(action.number !== undefined && { number: action.number }) }
    case 'miss':
      return state.at === 'unknown' && !state.checking
        ? { at: 'not-sent', reason: { kind: 'missed' }, attempt: state.attempt }
        : state
  }
}

/** How long the system wants to be let alone, milliseconds; `undefined` where it doesn't say. */
export function askedWait(action: FlowAction): number | undefined {
  if (action.do === 'lose') return action.retryAfterMs
  return action.do === 'fail' && action.reason.kind === 'fault' ? action.reason.retryAfterMs : undefined
}

function mayDiffer(state: FlowState): boolean {
  return state.at === 'unknown' && state.differs
}

/**
 * Are these other words than those of the ticket, or may they be?
 *
 * @param signed - The digest of the authorization that was signed with the ticket's, where that is known.
 * @param isChanged - Have answers been changed here since they were the other tab's too?
 */
export function mayBeOthers(state: FlowState, signed: string | undefined, isChanged: boolean): boolean {
  const attempt = 'attempt' in state ? state.attempt : undefined
  if (!attempt) return isChanged && state.at !== 'accepted' && state.at !== 'elsewhere'
  // What may have arrived has: it is there.
  if (signed === undefined) return state.at === 'not-sent'
  return signed !== attempt.filing.authorization.digest
}

/** Have the bytes left, with no certain answer yet? */
function isOut(state: FlowState): state is Extract<FlowState, { at: 'sending' | 'unknown' }> {
  return state.at === 'sending' || state.at === 'unknown'
}
