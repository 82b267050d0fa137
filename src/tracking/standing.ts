import type { Authorization } from '../authorization/authorization.js'
import type { Phase, PolicyStage } from '../policy/policy.js'
import type { Quote } from '../quote/quote.js'
import type { AccessState, Effort, Entry, Fact, Summary, Writing } from './intervention.js'

/** A stage of the straight path: left behind or skipped, the one it is at (or left for a side path), or still to come. */
export interface PathStep {
  /** An id of the policy's stages. */
  readonly stage: string
  readonly state: 'passed' | 'here' | 'ahead'
  /** When it was reached, epoch milliseconds; `null` where it wasn't, or nobody told when. */
  readonly at: number | null
}

/** An entry with an engineer's question. */
export type Question = Entry & { readonly fact: Writing & { readonly kind: 'question' } }

/** An entry that tells what was done. */
export type SummaryEntry = Entry & { readonly fact: Summary & { readonly kind: 'summary' } }

/** A way in that an engineer chose, with the time (epoch milliseconds) and the reason. */
export interface MethodChoice {
  /** An id of the policy's methods. */
  readonly method: string
  readonly at: number
  readonly reason?: string
}

/** How much work it is, in the engineer's word. */
export interface EffortStanding {
  readonly effort: Effort
  readonly at: number
  readonly reason?: string
  /** Called standard before, and complex now: the customer is told that a longer schedule applies. */
  readonly reclassed: boolean
}

/** The next update: none promised, promised by a time (epoch milliseconds), or promised and given since. */
export type NextUpdate =
  { readonly kind: 'none' } | { readonly kind: 'promised'; readonly by: number } | { readonly kind: 'given' }

/** A price on the ticket, with its last state. */
export interface QuoteStanding {
  readonly digest: string
  readonly quote: Quote
  readonly state: Extract<Fact, { kind: 'quote' }>['state']
  /** Since when it is in that state, epoch milliseconds. */
  readonly at: number
  /** Whose word the last state is. */
  readonly by: Entry['by']
}

/** An extra that can't be had. */
export interface UnavailableExtra {
  /** An id of the policy's extras. */
  readonly extra: string
  readonly at: number
  readonly reason?: string
}

/** The life of the sealed login details. */
export interface AccessLife {
  /** All that happened, in order. */
  readonly events: readonly AccessState[]
  /** `null`: none were ever sealed. */
  readonly current: AccessState | null
  /** Has the customer withdrawn access since it was sealed last? */
  readonly withdrawn: boolean
  /** Were they opened though, until sealed anew? An alarm. */
  readonly openedAfterWithdrawal: boolean
}

/** When the work began that the provider's times count, epoch milliseconds, and what is not counted. */
export interface WorkTime {
  readonly began: number
  /** Milliseconds spent waiting for the customer since; without the waiting that still lasts. */
  readonly waited: number
}

/**
 * Where a request stands, by its entries. Times in epoch milliseconds of the server's clock; `null`: there is none.
 *
 * A ticket that was opened again starts a new round: path, method, effort, work, summary and checked-off items are those
 * of the present one.
 */
export interface Standing {
  readonly phase: Phase
  /** An id of the policy's stages, or a stage of the provider's own; `null` while nothing told one. */
  readonly stage: string | null
  /** Since when it is in that stage; `null` where nobody told. */
  readonly since: number | null
  /** Why, in the words of whoever moved it. */
  readonly reason: string | null
  /** Is that stage beside the straight path? */
  readonly aside: boolean
  /** The straight path, whole. */
  readonly path: readonly PathStep[]
  /** While it waits for the customer: the stage in which it began to. */
  readonly waitedIn: Pick<PolicyStage, 'id' | 'phase'> | null
  /** Who acts next. */
  readonly acts: 'support' | 'customer' | 'nobody'
  /** The engineer's first entry, the answer to the filing. */
  readonly answeredAt: number | null
  /** The last question, until the customer writes or the engineers resume by themselves. */
  readonly question: Question | null
  readonly nextUpdate: NextUpdate
  readonly method: MethodChoice | null
  readonly effort: EffortStanding | null
  readonly work: WorkTime | null
  /** In the order in which they came up, each digest once. */
  readonly quotes: readonly QuoteStanding[]
  readonly unavailable: readonly UnavailableExtra[]
  /** The authorization in force: the last one. */
  readonly authorization: Authorization | null
  /** From when its time window counts: a narrowing gives no new time. */
  readonly authorizedAt: number | null
  /** Methods that it doesn't allow: the one in use when it was given, and those chosen since. */
  readonly conflicts: readonly MethodChoice[]
  readonly access: AccessLife
  readonly summary: SummaryEntry | null
  /** What the customer has done of the policy's to-dos, each once, with the first time. */
  readonly checkedOff: readonly { readonly item: string; readonly at: number }[]
}

/** Has the work come to an end, good or not? */
export function isEnded(phase: Phase): boolean {
  return phase === 'done' || phase === 'declined'
}

/** The prices that wait for the customer's word. */
export function offeredQuotes({ quotes }: Pick<Standing, 'quotes'>): readonly QuoteStanding[] {
  return quotes.filter(({ state }) => state === 'offered')
}
