import type { Action, FaultCode, FieldKey, Message } from '../../src/index.js'
import type { Underway } from '../shared/underway.js'

/** The system has asked to be left alone for a while. */
export interface Wait {
  /** Not before then; epoch milliseconds of this machine. */
  readonly until: number
  /** Is it sent once more by itself then? */
  readonly goesOn: boolean
}

/** How it stands with what the customer does: `unknown` where nobody can tell whether it arrived. */
export type ActState =
  | { readonly at: 'idle' }
  | {
      readonly at: 'sending'
      readonly action: Action
      /** How far it is, where files take their time. */
      readonly underway: Underway | undefined
    }
  /** Taken back by the customer, before the system had all of it. */
  | { readonly at: 'cancelled'; readonly action: Action }
  | {
      readonly at: 'failed'
      readonly action: Action
      readonly code: FaultCode
      readonly fields: readonly FieldKey[]
      readonly wait: Wait | undefined
    }
  /** Where `isSafe`, the same may be sent once more: it is done only once. */
  | {
      readonly at: 'unknown'
      readonly action: Action
      readonly isSafe: boolean
      readonly wait: Wait | undefined
    }
  /** Taken, and some of it was not kept. */
  | {
      readonly at: 'unstored'
      readonly action: Action
      readonly fields: readonly FieldKey[]
      /** What was sent. */
      readonly message: Message
    }

/** How it stands with something that was tried. */
export type Tried = Exclude<ActState, { at: 'idle' }>

/** What is not simply done. */
export type Trouble = Exclude<Tried, { at: 'sending' }>
