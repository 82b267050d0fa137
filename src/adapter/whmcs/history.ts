import type { ServicePolicy } from '../../policy/policy.js'
import { followUps } from '../../tracking/follow-ups.js'
import { advance } from '../../tracking/standing-of.js'
import { isEnded, type Standing } from '../../tracking/standing.js'
import { filed, type Said } from '../filed-facts.js'
import { stageOf, ticketBook } from '../ticket-book.js'
import type { TicketHistory } from '../ticket-system.js'
import { answeredStatus, phasesOf, type WhmcsOptions } from './options.js'
import type { WhmcsHistory, WhmcsWriting } from './ticket-read.js'

/** What a ticket's texts say; its standing is by the status, too, that the ticket has now. */
export interface WhmcsTicketHistory extends TicketHistory {
  /** The engineers' texts that the customer hasn't answered, by their numbers. */
  readonly unanswered: readonly number[]
}

/**
 * A ticket's texts as entries, each with what follows of it; nothing where the ticket was not filed here.
 *
 * WHMCS tells the status that is, and none that was: a status is an entry only where the customer's own act brought it.
 * What it has become by an engineer, the standing knows.
 */
export function historyOf(
  read: WhmcsHistory,
  policy: ServicePolicy,
  options: WhmcsOptions,
): WhmcsTicketHistory | undefined {
  const { writings } = read
  const request = writings[0]?.part
  if (request?.kind !== 'request') return undefined
  const asked = askedIn(read, options)
  const replies = new Map<string, string>()
  const { entries, standing, write } = ticketBook(policy)

  for (const writing of writings) {
    const { part, reply, at } = writing
    if (part?.kind === 'reply') {
      if (replies.has(part.key)) continue
      replies.set(part.key, part.digest)
    }
    write(String(reply), at, saidIn(writing, asked, policy))
  }
  const unanswered = [...asked].filter(reply => !hasAnswer(writings, reply))
  return { request, entries, standing: standingNow(read, standing(), policy, options), replies, unanswered }
}

function saidIn(
  { part, by, text, files, reply }: WhmcsWriting,
  asked: ReadonlySet<number>,
  policy: ServicePolicy,
): readonly Said[] {
  if (part?.kind === 'request' && reply === 0) return filed(part, files, policy)
  if (part?.kind === 'reply')
    return part.facts.map(fact => ['customer', fact.kind === 'message' ? { ...fact, files } : fact])
  if (text.trim() === '' && files.length === 0) return []
  const kind = asked.has(reply) ? 'question' : 'message'
  return [[by, { kind, text, format: 'text', files }]]
}

/** An engineer asks where the ticket waits for the customer, or where the customer's own answer says what it answered. */
function askedIn({ status, writings }: WhmcsHistory, options: WhmcsOptions): ReadonlySet<number> {
  const engineers = writings.filter(({ by }) => by === 'engineer').map(({ reply }) => reply)
  const isWaiting = phasesOf(options)[status] === 'waiting'
  const answered = writings.flatMap(({ part }) => (part?.kind === 'reply' ? (part.answers ?? []) : []))
  return new Set(
    engineers.filter(reply => answered.includes(reply) || (isWaiting && !hasAnswer(writings, reply))),
  )
}

function hasAnswer(writings: readonly WhmcsWriting[], question: number): boolean {
  return writings.some(({ reply, by }) => by === 'customer' && reply > question)
}

function standingNow(
  { status, writings }: WhmcsHistory,
  standing: Standing,
  policy: ServicePolicy,
  options: WhmcsOptions,
): Standing {
  const phases = phasesOf(options)
  const phase = Object.hasOwn(phases, status) ? phases[status] : undefined
  const isSaid =
    phase === undefined ||
    phase === standing.phase ||
    // What was called off is closed, and an answer is no beginning of the engineers'.
    (phase === 'done' && isEnded(standing.phase)) ||
    (status === answeredStatus && !isEnded(standing.phase) && !writings.some(({ by }) => by === 'engineer'))
  if (isSaid) return standing
  const fact = stageOf(phase, status, policy)
  const facts = [fact, ...followUps(fact, standing, { erasable: false, policy })]
  const at = writings.at(-1)?.at ?? 0
  return facts.reduce(
    (before, one, index) =>
      advance(
        before,
        { id: `now-${index}`, seq: Number.MAX_SAFE_INTEGER, rev: 0, at, by: 'system', fact: one },
        policy,
      ),
    standing,
  )
}
