import type { ServicePolicy } from '../../policy/policy.js'
import { filed, type Said } from '../filed-facts.js'
import { stageOf, ticketBook } from '../ticket-book.js'
import { factInField } from '../ticket-facts.js'
import type { RequestPart } from '../ticket-part.js'
import type { TicketHistory } from '../ticket-system.js'
import type { RmHistory, RmWriting } from './issue-read.js'
import { ownStatuses, type RedmineOptions } from './options.js'

/**
 * An issue's journals as entries, each with what follows of it; nothing where the issue was not filed here.
 *
 * A reply that came in twice under one key, past everything that prevents it, counts once. A status says a stage only
 * where the issue is in another phase: the finer one, from a field or the customer's own act, is not overwritten.
 */
export async function historyOf(
  { writings }: RmHistory,
  policy: ServicePolicy,
  { fields, statuses: { phases } = ownStatuses }: Pick<RedmineOptions, 'fields' | 'statuses'>,
): Promise<TicketHistory | undefined> {
  const replies = new Map<string, string>()
  const { entries, standing, write } = ticketBook(policy)
  let request: RequestPart | undefined
  for (const writing of writings) {
    const { journal, at, part, files } = writing
    if (journal === 0) {
      if (part?.kind !== 'request') return undefined
      request = part
      write('0', at, filed(part, files, policy))
    } else if (part?.kind === 'reply') {
      if (replies.has(part.key)) continue
      replies.set(part.key, part.digest)
      const said = part.facts.map(fact => (fact.kind === 'message' ? { ...fact, files } : fact))
      write(
        String(journal),
        at,
        said.map(fact => ['customer', fact]),
      )
    } else {
      write(String(journal), at, [...wordsIn(writing), ...(await changesIn(writing))])
    }
  }
  return request && { request, entries, standing: standing(), replies }

  /** Words with which an engineer puts the issue on the customer are a question. */
  function wordsIn({ by, text, files, changes }: RmWriting): readonly Said[] {
    if (text.trim() === '' && files.length === 0) return []
    const asks = by === 'engineer' && changes.some(([field, value]) => isWaiting(field, value))
    return [[by, { kind: asks ? 'question' : 'message', text, format: 'text', files }]]
  }

  function isWaiting(field: string, value: string): boolean {
    return field === 'status' && phases[Number(value)] === 'waiting'
  }

  async function changesIn({ by, changes }: RmWriting): Promise<readonly Said[]> {
    const said: Said[] = []
    for (const [field, value] of changes) {
      if (field === 'status') {
        const phase = phases[Number(value)]
        if (phase !== undefined && phase !== standing().phase) said.push([by, stageOf(phase, value, policy)])
      } else {
        const name = Object.entries(fields).find(([, id]) => String(id) === field)?.[0]
        const meant = name === undefined ? undefined : await factInField(name, value)
        if (meant) said.push(['engineer', meant])
      }
    }
    return said
  }
}
