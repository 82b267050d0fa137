import type { InterventionAdapter } from './adapter.js'

/** An adapter under test, on a system that the test may write to. Every test asks for a new one. */
export interface ConformanceSubject {
  /** Signed in as the owner of an account. */
  readonly adapter: InterventionAdapter
  /** The same system, signed in as a customer of another account. Without one nothing is said about privacy. */
  readonly stranger?: InterventionAdapter
  /** Without it nothing is said about what engineers ask, mend and offer. */
  readonly staff?: ConformanceStaff
  /**
   * How soon `watch` tells of a change, in milliseconds; 5,000 where unset. `never`: over HTTP every adapter has the
   * method, and silence is in order where the system behind has nothing to tell with.
   */
  readonly tellsWithin?: number | 'never'
  /** Called when the test is over. */
  readonly close?: () => void | Promise<void>
}

/** The runner's own functions: mocha's, node:test's, Vitest's. */
export interface TestFunctions {
  readonly describe: (name: string, body: () => void) => unknown
  readonly it: (name: string, body: () => Promise<void>) => unknown
}

/** The support team's end of the system under test, as far as a test can reach it. */
export interface ConformanceStaff {
  /** An engineer asks the customer this on a ticket. */
  ask(id: string, text: string): unknown
  /** Puts another text in the place of a question's, where the system can mend what was said. */
  mend?(entryId: string, text: string): unknown
  /** Offers the customer any price on a ticket, where the system can. */
  offer?(id: string): unknown
}

/** A promise of the contract in words, and how it is held. */
export type Check = readonly [promise: string, hold: (subject: ConformanceSubject) => Promise<void>]
