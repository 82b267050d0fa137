import type { Phase, ServicePolicy } from '../../policy/policy.js'
import type { Entry } from '../../tracking/intervention.js'
import type { Standing } from '../../tracking/standing.js'
import { filed, type Said } from '../filed-facts.js'
import { stageOf, ticketBook } from '../ticket-book.js'
import { factInField } from '../ticket-facts.js'
import type { RequestPart } from '../ticket-part.js'
import type { TicketHistory } from '../ticket-system.js'
import type { RtTransaction } from './answers.js'
import { ownStatuses, type RequestTrackerFields, type RequestTrackerOptions } from './options.js'
import type { RtHistory } from './ticket-read.js'

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
  const revised = new Map<string, number>()
  const replies = new Map<string, string>()
  const phases = { ...ownStatuses, ...statuses }
  const { entries, standing, write } = ticketBook(policy, revised)
  let request: RequestPart | undefined
  /** Has the customer's own act already said what RT now tells by a status? */
  let isTold = false

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
      said = inStatus(transaction, by, phases, standing(), policy)
    } else if (Type === 'CustomField') {
      said = await inField(transaction, fields)
    }
    // RT opens a new ticket at the customer's own words, too, though nobody has begun.
    if (writing) isTold = part !== undefined || (by === 'customer' && standing().phase === 'received')

    write(String(id), Created, said)
  }
  return request && { request, entries, standing: standing(), revised, replies }
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
  policy: ServicePolicy,
): readonly Said[] {
  const status = NewValue ?? ''
  const phase = Object.hasOwn(phases, status) ? phases[status] : undefined
  if (phase === undefined || phase === standing.phase) return []
  return [[by, stageOf(phase, status, policy)]]
}

/** What an engineer wrote into a field; what a field of ours doesn't mean is passed over. */
async function inField(
  { Field, NewValue }: RtTransaction,
  fields: RequestTrackerFields,
): Promise<readonly Said[]> {
  const name = Object.entries(fields).find(([, id]) => String(id) === Field)?.[0]
  const meant = name === undefined ? undefined : await factInField(name, NewValue ?? '')
  return meant ? [[meant.kind === 'check-off' ? 'customer' : 'engineer', meant]] : []
}
