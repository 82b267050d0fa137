import { chance, type Chance } from './chance.js'

/** What can happen to one request on its way, and to its answer on the way back. */
export const faultKinds = [
  'drop-request',
  'drop-answer',
  'status-before',
  'status-after',
  'cut-request',
  'cut-answer',
  'timeout-before',
  'timeout-after',
  'late-request',
  'slow',
  'html',
  'html-after',
  'login-page',
  'signed-out',
  'rate-limited',
  'maintenance',
  'killed-before',
  'killed-during',
  'killed-after',
] as const

/** What happens to one request. */
export type FaultKind = (typeof faultKinds)[number]

/** One thing that goes wrong; `none`: this one request goes through. */
export interface Fault {
  readonly kind: FaultKind | 'none'
  /** Which of its kind: a status, a wait in milliseconds, a share of an answer. */
  readonly status: number
  readonly ms: number
  readonly share: number
}

/** What the customer does once there is an answer, or before one has come. */
export interface Act {
  /** How long they look at what they were told, in milliseconds. */
  readonly wait: number
  /** The page is loaded anew before this act. */
  readonly reload: boolean
  /** They don't wait for the answer: the page is loaded anew after so many milliseconds. */
  readonly impatient: number | undefined
}

/** One customer's bad day. */
export interface Schedule {
  readonly seed: number
  /** For one request after the other, whoever makes it; then the network is well. */
  readonly faults: readonly Fault[]
  /** What is done in each tab, one act after the other. */
  readonly tabs: readonly (readonly Act[])[]
  /** Send is pressed twice in one go. */
  readonly isDouble: boolean
  readonly withFile: boolean
  /** Can the ticket system look a request up by its key? */
  readonly canFind: boolean
  /** Does a new sign-in in another tab succeed where one is asked for? */
  readonly canRenew: boolean
}

/** Those after which nothing is there: whoever has only these is told "not sent". */
const refusals = ['login-page', 'signed-out', 'rate-limited', 'maintenance'] as const

/** The schedule of this seed. */
export function scheduleOf(seed: number): Schedule {
  const dice = chance(seed)
  const kinds = dice.is(0.2) ? refusals : faultKinds
  const faults = Array.from({ length: 1 + dice.whole(16) }, () => faultOf(dice, kinds))
  return {
    seed,
    faults,
    tabs: Array.from({ length: dice.is(0.25) ? 2 : 1 }, () => actsOf(dice)),
    isDouble: dice.is(0.3),
    withFile: dice.is(0.1),
    canFind: dice.is(0.85),
    canRenew: dice.is(0.5),
  }
}

function faultOf(dice: Chance, kinds: readonly [FaultKind, ...FaultKind[]]): Fault {
  return {
    kind: dice.is(0.15) ? 'none' : dice.of(kinds),
    status: dice.of([500, 502, 503, 504]),
    ms: dice.of([50, 2_000, 12_000, 40_000, 400_000]),
    share: dice.next(),
  }
}

function actsOf(dice: Chance): readonly Act[] {
  return Array.from({ length: 1 + dice.whole(5) }, () => ({
    wait: dice.whole(20_000),
    reload: dice.is(0.15),
    impatient: dice.is(0.1) ? dice.of([0, 30, 5_000, 100_000]) : undefined,
  }))
}
