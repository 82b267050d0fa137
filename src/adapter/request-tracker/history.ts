import { parse } from '../../parse.js'
import type { Phase, ServicePolicy } from '../../policy/policy.js'
import { quoteDigest } from '../../quote/quote-digest.js'
import { quote } from '../../quote/schema.js'
import { followUps } from '../../tracking/follow-ups.js'
import type { Entry } from '../../tracking/intervention.js'
import { fact } from '../../tracking/schema.js'
import { advance, standingOf } from '../../tracking/standing-of.js'
import type { Standing } from '../../tracking/standing.js'
import type { RtTransaction } from './answers.js'
import { ownStatuses, type RequestTrackerFields, type RequestTrackerOptions } from './options.js'
import type { RequestPart } from '../ticket-part.js'
import type { RtHistory } from './ticket-read.js'
import { filed, type Said } from '../filed-facts.js'

/** What a ticket's transactions say. */
export interface TicketHistory {
  readonly request: RequestPart
  readonly entries: readonly Entry[]
  readonly standing: Standing
  /** Entries that another transaction made something else of, with the `seq` of the last entry before that. */
  readonly revised: ReadonlyMap<string, number>
  /** What each reply's key stands for. */
  readonly replies: ReadonlyMap<string, string>
}

/** By what a history is understood. */
export interface HistoryTerms extends Pick<RequestTrackerOptions, 'fields' | 'statuses'> {
  readonly user: string
  readonly policy: ServicePolicy
}

/** What RT does by itself has this user's name. */
const system = 'RT_System'

/**
 * A ticket's transactions as entries, each with what follows of it; nothing where the ticket was not filed here.
 *
 * A reply that came in twice under one key, past everything that prevents it, counts once. A status says a stage only
 * where the ticket is in another phase: the finer one, from a field or the customer's own act, is not overwritten.
 */
export async function historyOf(
  { transactions, writings }: RtHistory,
  { user, policy, fields, statuses }: HistoryTerms,
): Promise<TicketHistory | undefined> {
  const entries: Entry[] = []
  const revised = new Map<string, number>()
  const replies = new Map<string, string>()
  const phases = { ...ownStatuses, ...statuses }
  let standing = standingOf([], policy)
  let request: RequestPart | undefined
  /** Has the customer's own act already said what RT now tells by a status? */
  let isTold = false

  const add = (id: string, at: number, [by, fact]: Said) => {
    const seq = entries.length + 1
    const entry: Entry = { id, seq, rev: revised.has(id) ? 1 : 0, at, by, fact }
    entries.push(entry)
    standing = advance(standing, entry, policy)
  }

  for (const [index, transaction] of transactions.entries()) {
    const { id, Type, Creator, Created } = transaction
    const writing = writings.get(id)
    const part = writing?.part
    const by = Creator.id === user ? 'customer' : Creator.id === system ? 'system' : 'engineer'
    let said: readonly Said[] = []
    if (part?.kind === 'request' && !request) {
      request = part
      said = filed(part, writing?.files ?? [], policy)
    } else if (part?.kind === 'reply') {
      if (replies.has(part.key)) continue
      replies.set(part.key, part.digest)
      said = part.facts.map(one => [
        'customer',
        one.kind === 'message' ? { ...one, files: writing?.files ?? [] } : one,
      ])
    } else if (writing && (writing.text.trim() !== '' || writing.files.length > 0)) {
      const asks = by === 'engineer' && asksIn(transactions.slice(index), phases)
      if (asks) revised.set(`${id}-1`, entries.length + 1)
      const { text, format, files } = writing
      said = [[by, { kind: asks ? 'question' : 'message', text, format, files }]]
    } else if (Type === 'Status' && !(isTold && by !== 'engineer')) {
      said = inStatus(transaction, by, phases, standing, policy)
    } else if (Type === 'CustomField') {
      said = await inField(transaction, fields)
    }
    // RT opens a new ticket at the customer's own words, too, though nobody has begun.
    if (writing) isTold = part !== undefined || (by === 'customer' && standing.phase === 'received')

    let count = 0
    for (const one of said) {
      add(`${id}-${(count += 1)}`, Created, one)
      const follow = followUps(one[1], standing, { erasable: false, policy })
      for (const own of follow) add(`${id}-${(count += 1)}`, Created, ['system', own])
    }
  }
  return request && { request, entries, standing, revised, replies }
}

/** Words with which an engineer puts the ticket on the customer are a question: RT writes down the status behind them. */
function asksIn(
  [words, ...following]: readonly RtTransaction[],
  phases: Readonly<Record<string, Phase>>,
): boolean {
  for (const { Type, Creator, NewValue } of following) {
    if (Type !== 'Status' || (Creator.id !== words?.Creator.id && Creator.id !== system)) return false
    if (phases[NewValue ?? ''] === 'waiting') return true
  }
  return false
}

function inStatus(
  { NewValue }: RtTransaction,
  by: Entry['by'],
  phases: Readonly<Record<string, Phase>>,
  standing: Standing,
  { stages }: ServicePolicy,
): readonly Said[] {
  const status = NewValue ?? ''
  const phase = Object.hasOwn(phases, status) ? phases[status] : undefined
  if (phase === undefined || phase === standing.phase) return []
  const named = stages.find(({ id, phase: its }) => its === phase && id === status)
  const stage = (named ?? stages.find(({ phase: its }) => its === phase))?.id ?? phase
  return [[by, { kind: 'stage', stage }]]
}

/** What an engineer wrote into a field; what a field of ours doesn't mean is passed over. */
async function inField(
  { Field, NewValue }: RtTransaction,
  fields: RequestTrackerFields,
): Promise<readonly Said[]> {
  const name = Object.entries(fields).find(([, id]) => String(id) === Field)?.[0]
  const value = NewValue ?? ''
  if (name === undefined || value === '') return []
  const meant = parse(fact, await meaningOf(name, value))
  return meant.ok ? [[meant.value.kind === 'check-off' ? 'customer' : 'engineer', meant.value]] : []
}

async function meaningOf(field: string, value: string): Promise<unknown> {
  switch (field) {
    case 'stage':
      return { kind: 'stage', stage: value }
    case 'method':
      return { kind: 'method', method: value }
    case 'effort':
      return { kind: 'effort', effort: value }
    case 'loginDetails':
      return value === 'opened' || value === 'refused' ? { kind: 'access', event: value } : undefined
    case 'nextUpdate':
      return { kind: 'promise', until: Date.parse(`${value.replace(' ', 'T')}Z`) }
    case 'offer': {
      const offered = parse(quote, jsonOr(value))
      if (!offered.ok) return undefined
      return {
        kind: 'quote',
        quote: offered.value,
        digest: await quoteDigest(offered.value),
        state: 'offered',
      }
    }
    case 'summary':
      return { kind: 'summary', text: value, format: 'text', files: [] }
    case 'checkedOff':
      return { kind: 'check-off', item: value }
    default:
      return undefined
  }
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
