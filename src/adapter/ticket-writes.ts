import type { FieldKey } from '../request/field.js'
import { filingIssues } from '../request/filing-issues.js'
import type { Filing } from '../request/filing.js'
import { factsOf } from '../tracking/message.js'
import type { Call, Filed, Message, Write } from './adapter.js'
import { AdapterFault } from './fault.js'
import { filingDigest } from './filing-digest.js'
import { knownBy, type Known } from './known.js'
import { messageDigest } from './message-digest.js'
import { once, type Once } from './once.js'
import { remembered, type Remembered } from './remembered.js'
import { soundFiling } from './sound-filing.js'
import { foreignFields, soundMessage } from './sound-message.js'
import type { Saying, SeenTicket, Sending, TicketSystem } from './ticket-system.js'
import { ticketWatch, type TicketWatch } from './ticket-watch.js'
import { turns, type InTurn } from './turns.js'

/** What was not kept of a message. */
interface Replied {
  readonly unstored: readonly FieldKey[]
}

/** What the customers of one ticket system write in this process. */
export interface TicketWrites {
  readonly submits: Once<Filed>
  readonly replies: Once<Replied>
  /** What the key of a reply stood for, whatever the ticket. */
  readonly digests: Remembered<string>
  /** Runs one write on a ticket after another. */
  readonly inTurn: InTurn
  /** Who watches: what a reply has changed is asked for at once. */
  readonly watch: TicketWatch
}

/** Nothing yet. */
export function ticketWrites(): TicketWrites {
  return {
    submits: once(),
    replies: once(),
    digests: remembered(10_000),
    inTurn: turns(),
    watch: ticketWatch(),
  }
}

/** Files a request, once per account and key: looked up before, and prevented in this process. */
export async function submit<S extends SeenTicket>(
  system: TicketSystem<S>,
  { submits }: TicketWrites,
  sent: Filing,
  key: string,
  call: Call,
): Promise<Filed> {
  const known = await knownBy(system.context, call)
  const { account, policy, now } = known.context
  const filing = await soundFiling(sent, key, account, system.capabilities)
  const digest = await filingDigest(filing)
  call.signal?.throwIfAborted()
  // Not aborted once it has begun: a second try finds its answer.
  return submits.run(JSON.stringify([account.id, key]), digest, false, async () => {
    const before = await system.foundUnder(key, known)
    if (before?.history.request.digest === digest) await system.complete?.(before, filing)
    const filed = before ?? (await make())
    if (filed.history.request.digest !== digest) throw new AdapterFault('conflict')
    const unstored = await system.lostOfRequest(filed, before ? undefined : filing)
    return { intervention: filed.intervention, unstored }
  })

  async function make(): Promise<S> {
    const fields = new Set<FieldKey>([
      ...(await filingIssues(filing, known.context, policy, now)),
      // Nobody keeps prices here.
      ...(filing.quote?.id === undefined ? [] : (['quoteApproval'] as const)),
    ])
    if (fields.size > 0) throw new AdapterFault('invalid', { fields: [...fields] })
    return system.create(filing, { key, digest }, known)
  }
}

/** What is filed under a key, or nothing. */
export async function find<S extends SeenTicket>(
  system: TicketSystem<S>,
  key: string,
  call?: Call,
): Promise<Filed | null> {
  const found = await system.foundUnder(key, await knownBy(system.context, call), call)
  return found && { intervention: found.intervention, unstored: await system.lostOfRequest(found) }
}

/**
 * Says something on a ticket, once per account and key: the key stands on the ticket, whatever this process remembers.
 * That the same key was another ticket's is known as long as it does.
 */
export async function reply<S extends SeenTicket>(
  system: TicketSystem<S>,
  { replies, digests, inTurn, watch }: TicketWrites,
  id: string,
  sent: Message,
  { key, ifVersion, signal }: Write,
): Promise<Replied> {
  const known = await knownBy(system.context, signal && { signal })
  const { account } = known.context
  const message = await soundMessage(sent, account, system.capabilities)
  const digest = await messageDigest(id, message)
  const own = JSON.stringify([account.id, key])
  const earlier = digests.get(own)
  if (earlier !== undefined && earlier !== digest) throw new AdapterFault('conflict')
  signal?.throwIfAborted()
  // Not aborted once it has begun: a second try finds its answer.
  const replied = await replies.run(own, digest, false, () =>
    inTurn(id, async () => {
      const sending = { message, key, digest }
      const seen = await system.see(id, known)
      const said = seen.history.replies.get(key)
      if (said !== undefined && said !== digest) throw new AdapterFault('conflict')
      if (said !== undefined) return { unstored: system.lostOfReply?.(seen, sending) ?? [] }
      if (ifVersion !== undefined && ifVersion !== seen.intervention.version)
        throw new AdapterFault('conflict')
      const unstored = await system.say(seen, await sayingOn(system, seen, sending, known), known)
      watch.hurry(seen.intervention.id)
      return { unstored }
    }),
  )
  digests.set(own, digest)
  return replied
}

async function sayingOn<S extends SeenTicket>(
  { capabilities }: TicketSystem<S>,
  { intervention, history }: S,
  sending: Sending,
  { context, policy }: Known,
): Promise<Saying> {
  const { files = [], intent = 'reply', ...data } = sending.message
  if (!intervention.actions.includes(intent)) throw new AdapterFault('forbidden')
  const fields = await foreignFields(sending.message, history.request, context, capabilities)
  if (fields.length > 0) throw new AdapterFault('invalid', { fields })
  const refs = files.map(({ name, type, size }) => ({ id: 'new', name, type, bytes: size }))
  const facts = factsOf({ ...data, intent, files: refs }, history.standing, policy)
  if (!facts.ok) throw new AdapterFault('invalid', { fields: facts.error })
  return { ...sending, facts: facts.value }
}
