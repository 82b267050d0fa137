import type { Fact, ServicePolicy } from '../../src/index.js'
import type { Standing } from '../../src/bridge.js'
import { longestText } from '../../src/request/check.js'
import { isAsked } from '../../src/tracking/asked.js'
import { phaseOf } from '../../src/tracking/stage.js'
import { isEnded } from '../../src/tracking/standing.js'

/** Why an engineer can't say that now; the desk has a sentence for each. */
export type DeskRefusal =
  | 'already-so'
  | 'ended'
  | 'no-amount'
  | 'no-login'
  | 'no-method'
  | 'no-price'
  | 'no-reason'
  | 'no-summary'
  | 'no-text'
  | 'not-taken'
  | 'not-verified'
  | 'not-yours'
  | 'nothing-asked'
  | 'out-of-time'
  | 'unknown-id'

/** What an engineer says is held to: the procedure's order, and the provider's policy. */
export interface DeskRule {
  readonly standing: Standing
  readonly policy: ServicePolicy
  /** The server's clock, epoch milliseconds. */
  readonly now: number
}

/** Nobody plans an update further ahead: a month, in milliseconds. */
const FARTHEST_UPDATE = 30 * 86_400_000

/** The customer's own moves: a desk calls nothing off and opens nothing again in their name. */
const CUSTOMERS_STAGES: readonly string[] = ['cancelled', 'reopened']

/** Why this can't be said now; `null` where it can. */
export function refusalOf(fact: Fact, { standing, policy, now }: DeskRule): DeskRefusal | null {
  if (isEnded(standing.phase) && fact.kind !== 'message') return 'ended'
  switch (fact.kind) {
    case 'message':
    case 'question':
      return ofWriting(fact)
    case 'summary':
      return ofWriting(fact) ?? among(fact.method, policy.methods)
    case 'stage':
      return ofStage(fact, standing, policy)
    case 'method':
      if (!isVerified(standing)) return 'not-verified'
      return among(fact.method, policy.methods) ?? withReason(fact.reason)
    case 'effort':
      return null
    case 'extra':
      return among(fact.extra, policy.extras)
    case 'promise':
      return fact.until > now && fact.until <= now + FARTHEST_UPDATE ? null : 'out-of-time'
    case 'access':
      if (fact.event !== 'refused' || fact.role === undefined) return 'not-yours'
      return ['sealed', 'opened'].includes(standing.access.current?.event ?? '') ? null : 'no-login'
    // Prices are counted here; who authorizes and who checks off is the customer.
    case 'quote':
    case 'authorization':
    case 'check-off':
      return 'not-yours'
  }
}

function ofWriting({ text, format, files }: Extract<Fact, { text: string }>): DeskRefusal | null {
  if (format !== 'text' || files.length > 0) return 'not-yours'
  return text.trim() === '' || text.length > longestText ? 'no-text' : null
}

function ofStage(
  { stage, reason }: Extract<Fact, { kind: 'stage' }>,
  standing: Standing,
  policy: ServicePolicy,
): DeskRefusal | null {
  const phase = phaseOf(stage, policy)
  if (CUSTOMERS_STAGES.includes(stage)) return 'not-yours'
  if (phase === null || !policy.stages.some(({ id }) => id === stage)) return 'unknown-id'
  if (stage === standing.stage) return 'already-so'
  switch (phase) {
    case 'received':
      return stage === 'verification' && isUnverified(standing) ? null : 'already-so'
    case 'working':
      if (stage === 'escalated') return isVerified(standing) ? withReason(reason) : 'not-verified'
      if (stage === 'assessment') return isTaken(standing) ? null : 'not-taken'
      if (!isVerified(standing)) return 'not-verified'
      return standing.method ? null : 'no-method'
    case 'waiting':
      return isAsked(standing, policy) ? null : 'nothing-asked'
    case 'done':
      if (!isVerified(standing)) return 'not-verified'
      return standing.summary ? null : 'no-summary'
    case 'declined':
      return withReason(reason)
  }
}

function isUnverified({ phase, waitedIn }: Standing): boolean {
  return phase === 'received' || waitedIn?.phase === 'received'
}

function isTaken({ stage, phase, waitedIn }: Standing): boolean {
  return phase !== 'received' || stage === 'verification' || waitedIn?.id === 'verification'
}

/** Ownership and authorization come before the work. */
function isVerified({ phase, waitedIn }: Standing): boolean {
  return phase === 'working' || waitedIn?.phase === 'working'
}

function withReason(reason: string | undefined): DeskRefusal | null {
  return (reason ?? '').trim() === '' ? 'no-reason' : null
}

function among(id: string | undefined, known: readonly { readonly id: string }[]): DeskRefusal | null {
  return id === undefined || known.some(one => one.id === id) ? null : 'unknown-id'
}
