import type { Phase, ServicePolicy } from '../../src/policy/policy.js'
import type { Entry, Fact } from '../../src/tracking/intervention.js'
import type { Standing } from '../../src/tracking/standing.js'

type Of<Kind extends Fact['kind']> = Extract<Fact, { kind: Kind }>
interface At<Kind extends Fact['kind']> {
  readonly index: number
  readonly entry: Entry
  readonly fact: Of<Kind>
}

/** What of a standing is worked out a second time. */
export type OtherStanding = Pick<
  Standing,
  'phase' | 'stage' | 'acts' | 'answeredAt' | 'nextUpdate' | 'work'
> & {
  readonly question: string | null
  readonly summary: string | null
  readonly method: string | null
  readonly effort: string | null
  readonly reclassed: boolean
  readonly quotes: string
  readonly unavailable: string
  readonly conflicts: string
  readonly access: string | null
  readonly alarm: boolean
  readonly checkedOff: string
  readonly path: string
}

/**
 * Where a request stands, worked out the slow way: every question looks through the whole history for its answer, and
 * nothing is carried along. Knows stages of the policy only.
 */
export function otherStanding(entries: readonly Entry[], policy: ServicePolicy): OtherStanding {
  const all = <Kind extends Fact['kind']>(...kinds: Kind[]): At<Kind>[] =>
    entries.flatMap((entry, index) =>
      kinds.some(kind => kind === entry.fact.kind) ? [{ index, entry, fact: entry.fact as Of<Kind> }] : [],
    )
  const stages = all('stage')
  const phaseOf = (stage: string): Phase => policy.stages.find(({ id }) => id === stage)!.phase
  const isEnd = (phase: Phase) => phase === 'done' || phase === 'declined'
  // Moves only: the same stage told again is none.
  const moves = stages.filter(({ fact }, nth) => stages[nth - 1]?.fact.stage !== fact.stage)
  const phaseBefore = (nth: number): Phase => (nth === 0 ? 'received' : phaseOf(moves[nth - 1]!.fact.stage))
  const lastIndex = (found: readonly { readonly index: number }[]) => found.at(-1)?.index ?? -1
  const reopened = moves.filter(({ fact }, nth) => isEnd(phaseBefore(nth)) && !isEnd(phaseOf(fact.stage)))
  const round = lastIndex(reopened)
  const inRound = <T extends { readonly index: number }>(found: readonly T[]) =>
    found.filter(({ index }) => index > round)
  const ends = lastIndex(moves.filter(({ fact }) => isEnd(phaseOf(fact.stage))))
  const resumes = lastIndex(
    moves.filter(({ fact }, nth) => phaseBefore(nth) === 'waiting' && phaseOf(fact.stage) !== 'waiting'),
  )
  const stage = moves.at(-1)?.fact.stage ?? null
  const phase = stage === null ? 'received' : phaseOf(stage)

  const spokenByCustomer = lastIndex(all('message').filter(({ entry }) => entry.by === 'customer'))
  const questions = inRound(all('question')).filter(
    ({ index }) => index > Math.max(spokenByCustomer, ends, resumes),
  )
  const question = questions.at(-1)?.entry.id ?? null
  const method = inRound(all('method')).at(-1)?.fact.method ?? null
  const efforts = inRound(all('effort'))
  const lastStandard = efforts.map(({ fact }) => fact.effort).lastIndexOf('standard')
  const promised = all('promise')
    .filter(({ index }) => index > Math.max(round, ends))
    .at(-1)
  const spoken = lastIndex(
    all('message', 'question', 'summary').filter(({ entry }) => entry.by === 'engineer'),
  )
  const lastPer = <T>(found: readonly T[], key: (one: T) => string) =>
    found.filter((one, nth) => !found.slice(nth + 1).some(later => key(later) === key(one)))
  const prices = all('quote')
  const digests = [...new Set(prices.map(({ fact }) => fact.digest))]
  const priced = digests.map(digest => prices.filter(({ fact }) => fact.digest === digest).at(-1)!.fact)
  const consent = all('authorization').at(-1)
  const methods = all('method')
  const movesBefore = moves.filter(({ index }) => consent && index < consent.index)
  const wasAtWork = !isEnd(movesBefore.length === 0 ? 'received' : phaseOf(movesBefore.at(-1)!.fact.stage))
  const roundBefore = lastIndex(reopened.filter(one => movesBefore.includes(one)))
  const inUse = methods
    .filter(({ index }) => consent && wasAtWork && index > roundBefore && index < consent.index)
    .at(-1)
  const life = all('access').map(({ fact }) => fact.event)
  const sinceSealed = life.slice(life.lastIndexOf('sealed') + 1)
  const withdrawn = sinceSealed.indexOf('withdrawn')
  const refused =
    life.at(-1) === 'refused' && policy.methods.find(({ id }) => id === method)?.credentials !== 'not-needed'
  const isAsked = question !== null || priced.some(({ state }) => state === 'offered') || refused
  const straight = policy.stages.filter(({ path }) => path === 'straight').map(({ id }) => id)
  const here = straight.indexOf(
    inRound(moves.map(one => ({ ...one, index: one.index + 1 })))
      .filter(({ fact }) => straight.includes(fact.stage))
      .at(-1)?.fact.stage ?? '',
  )
  const began = moves.find(({ index, fact }) => index >= round && fact.stage === policy.times.workCountsFrom)
  const waits = moves.flatMap(({ index, entry, fact }, nth) => {
    const next = moves[nth + 1]
    const counts = began !== undefined && index > began.index && phaseOf(fact.stage) === 'waiting'
    return counts && next ? [Math.max(0, next.entry.at - entry.at)] : []
  })

  return {
    phase,
    stage,
    acts: isEnd(phase) ? 'nobody' : phase === 'waiting' || isAsked ? 'customer' : 'support',
    answeredAt: entries.find(({ by }) => by === 'engineer')?.at ?? null,
    question,
    summary: inRound(all('summary')).at(-1)?.entry.id ?? null,
    method,
    effort: efforts.at(-1)?.fact.effort ?? null,
    reclassed: lastStandard >= 0 && lastStandard < efforts.length - 1,
    nextUpdate: !promised
      ? { kind: 'none' }
      : spoken > promised.index
        ? { kind: 'given' }
        : { kind: 'promised', by: promised.fact.until },
    quotes: priced.map(({ digest, state }) => `${digest} ${state}`).join(),
    unavailable: lastPer(all('extra'), ({ fact }) => fact.extra)
      .map(({ fact }) => fact.extra)
      .join(),
    conflicts: methods
      .filter(
        one =>
          consent &&
          (one === inUse || one.index > consent.index) &&
          !consent.fact.record.record.methods.includes(one.fact.method),
      )
      .map(({ fact }) => fact.method)
      .join(),
    access: life.at(-1) ?? null,
    alarm: withdrawn >= 0 && sinceSealed.slice(withdrawn).includes('opened'),
    checkedOff: [...new Set(inRound(all('check-off')).map(({ fact }) => fact.item))].join(),
    path: straight
      .map((_, nth) =>
        here < 0 ? (round >= 0 && nth === 0 ? '+' : '.') : nth < here ? '+' : nth > here ? '.' : '@',
      )
      .join(''),
    work: began ? { began: began.entry.at, waited: waits.reduce((sum, each) => sum + each, 0) } : null,
  }
}

/** The same of a standing that was worked out by the library. */
export function comparable(standing: Standing): OtherStanding {
  const { phase, stage, acts, answeredAt, nextUpdate, work, access } = standing
  return {
    ...{ phase, stage, acts, answeredAt, nextUpdate, work },
    question: standing.question?.id ?? null,
    summary: standing.summary?.id ?? null,
    method: standing.method?.method ?? null,
    effort: standing.effort?.effort ?? null,
    reclassed: standing.effort?.reclassed ?? false,
    quotes: standing.quotes.map(({ digest, state }) => `${digest} ${state}`).join(),
    unavailable: standing.unavailable.map(({ extra }) => extra).join(),
    conflicts: standing.conflicts.map(choice => choice.method).join(),
    access: access.current?.event ?? null,
    alarm: access.openedAfterWithdrawal,
    checkedOff: standing.checkedOff.map(({ item }) => item).join(),
    path: standing.path.map(({ state }) => ({ passed: '+', here: '@', ahead: '.' })[state]).join(''),
  }
}
