import type { Authorization } from '../authorization/authorization.js'
import type { ServicePolicy } from '../policy/policy.js'
import { accessAfter, noAccess } from './access-life.js'
import { isAsked } from './asked.js'
import type { Entry, Intervention } from './intervention.js'
import type { Merged } from './timeline.js'
import { moved, phaseAfter, untrodden } from './stage.js'
import {
  isEnded,
  type EffortStanding,
  type MethodChoice,
  type NextUpdate,
  type QuoteStanding,
  type Standing,
} from './standing.js'

/**
 * Where a request stands by its entries.
 *
 * @param entries - Ordered by `seq`, each once: as a `Timeline` has them. No clock orders them.
 */
export function standingOf(entries: readonly Entry[], policy: ServicePolicy): Standing {
  return entries.reduce((standing, entry) => advance(standing, entry, policy), unheard(policy))
}

/** The standing after one entry more, which follows all that went before: the same as of the whole. */
export function advance(standing: Standing, entry: Entry, policy: ServicePolicy): Standing {
  const isAnswer = entry.by === 'engineer' && standing.answeredAt === null
  const heard = isAnswer ? { ...standing, answeredAt: entry.at } : standing
  return settled(after(heard, entry, policy), policy)
}

/** The standing after a merge: grown where the entries only followed, else read anew. */
export function standingAfter(
  standing: Standing,
  { timeline, appended }: Merged,
  policy: ServicePolicy,
): Standing {
  return appended === null
    ? standingOf(timeline.entries, policy)
    : appended.reduce((before, entry) => advance(before, entry, policy), standing)
}

/**
 * The standing as the ticket confirms it: where both tell a different phase or stage, the ticket's is right, and since
 * when is not known until the entries tell.
 */
export function reconciled(standing: Standing, ticket: Intervention, policy: ServicePolicy): Standing {
  const { phase, stage = phase === standing.phase ? standing.stage : null, access, promise } = ticket
  const at = stage === standing.stage ? standing.since : null
  const there = moved(standing, { phase, stage, at }, policy)
  // Told only by systems that have no entries of these; what an entry tells as well is at best as old.
  const isNews =
    access && !there.access.events.some(({ event, at }) => event === access.event && at === access.at)
  const isPromised = promise?.nextUpdateBy !== undefined && standing.nextUpdate.kind === 'none'
  return settled(
    {
      ...there,
      ...(isNews && { access: { ...there.access, current: access } }),
      ...(isPromised && !isEnded(phase) && { nextUpdate: { kind: 'promised', by: promise.nextUpdateBy } }),
    },
    policy,
  )
}

function unheard(policy: ServicePolicy): Standing {
  return {
    phase: 'received',
    stage: null,
    since: null,
    reason: null,
    aside: false,
    path: untrodden(policy),
    waitedIn: null,
    acts: 'support',
    answeredAt: null,
    question: null,
    nextUpdate: { kind: 'none' },
    method: null,
    effort: null,
    work: null,
    quotes: [],
    unavailable: [],
    authorization: null,
    authorizedAt: null,
    conflicts: [],
    access: noAccess,
    summary: null,
    checkedOff: [],
  }
}

function after(standing: Standing, entry: Entry, policy: ServicePolicy): Standing {
  const { fact, at, by } = entry
  switch (fact.kind) {
    case 'message':
      if (by !== 'customer') return spoken(standing, by)
      return standing.question === null ? standing : { ...standing, question: null }
    case 'question':
      return { ...spoken(standing, by), question: { ...entry, fact: { ...fact, kind: 'question' } } }
    case 'summary':
      return { ...spoken(standing, by), summary: { ...entry, fact } }
    case 'stage': {
      const { stage, reason } = fact
      return moved(
        standing,
        { stage, phase: phaseAfter(standing, stage, policy), at, ...because(reason) },
        policy,
      )
    }
    case 'effort':
      return {
        ...standing,
        effort: {
          effort: fact.effort,
          at,
          reclassed: fact.effort === 'complex' && standing.effort !== null && isStretched(standing.effort),
          ...because(fact.reason),
        },
      }
    case 'extra': {
      const { extra, reason } = fact
      const others = standing.unavailable.filter(one => one.extra !== extra)
      return { ...standing, unavailable: [...others, { extra, at, ...because(reason) }] }
    }
    case 'method':
      return withMethod(standing, { method: fact.method, at, ...because(fact.reason) })
    case 'access': {
      const { event, role } = fact
      const state = { event, at, ...(role !== undefined && { role }) }
      return { ...standing, access: accessAfter(standing.access, state) }
    }
    case 'quote': {
      const { digest, quote, state } = fact
      return { ...standing, quotes: withQuote(standing.quotes, { digest, quote, state, at, by }) }
    }
    case 'promise':
      return { ...standing, nextUpdate: { kind: 'promised', by: fact.until } }
    case 'authorization':
      return {
        ...standing,
        authorization: fact.record,
        authorizedAt: isEnded(standing.phase)
          ? fact.record.record.serverTime
          : (standing.authorizedAt ?? fact.record.record.serverTime),
        conflicts: stillInUse(standing, fact.record),
      }
    case 'check-off':
      return standing.checkedOff.some(({ item }) => item === fact.item)
        ? standing
        : { ...standing, checkedOff: [...standing.checkedOff, { item: fact.item, at }] }
  }
}

function spoken(standing: Standing, by: Entry['by']): Standing {
  const { nextUpdate } = standing
  const given: NextUpdate = { kind: 'given' }
  return by === 'engineer' && nextUpdate.kind === 'promised' ? { ...standing, nextUpdate: given } : standing
}

function because(reason: string | undefined): { readonly reason?: string } {
  return reason === undefined ? {} : { reason }
}

/** Was it called standard before, or stretched from it already? */
function isStretched({ effort, reclassed }: EffortStanding): boolean {
  return effort === 'standard' || reclassed
}

function withMethod(standing: Standing, choice: MethodChoice): Standing {
  const { authorization, conflicts } = standing
  const isAllowed = authorization?.record.methods.includes(choice.method) ?? true
  return { ...standing, method: choice, conflicts: isAllowed ? conflicts : [...conflicts, choice] }
}

/** The method in use, where a narrowing doesn't allow it any longer; once the work has ended, none is in use. */
function stillInUse({ method, phase }: Standing, { record }: Authorization): readonly MethodChoice[] {
  return method === null || isEnded(phase) || record.methods.includes(method.method) ? [] : [method]
}

/** In the place where the price came up first. */
function withQuote(quotes: readonly QuoteStanding[], quote: QuoteStanding): readonly QuoteStanding[] {
  return quotes.some(({ digest }) => digest === quote.digest)
    ? quotes.map(one => (one.digest === quote.digest ? quote : one))
    : [...quotes, quote]
}

function settled(standing: Standing, policy: ServicePolicy): Standing {
  const acts = actsNext(standing, policy)
  return acts === standing.acts ? standing : { ...standing, acts }
}

function actsNext(standing: Standing, policy: ServicePolicy): Standing['acts'] {
  if (isEnded(standing.phase)) return 'nobody'
  return standing.phase === 'waiting' || isAsked(standing, policy) ? 'customer' : 'support'
}
