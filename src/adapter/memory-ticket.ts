import type { SealedCredentials } from '../credentials/credentials.js'
import type { ServicePolicy } from '../policy/policy.js'
import type { Filing } from '../request/filing.js'
import { actionsOf } from '../tracking/actions.js'
import type { Entry, Fact, FileRef, Intervention } from '../tracking/intervention.js'
import { advance, standingOf } from '../tracking/standing-of.js'
import type { Standing } from '../tracking/standing.js'

/** A ticket as the memory adapter keeps it. */
export interface MemoryTicket {
  /** Whose it is. */
  readonly account: string
  /** The idempotency key under which it was filed, and what it stands for. */
  readonly key: string
  readonly digest: string
  /**
   * The whole request, as it came, but for its login details: those are the ones in force. Once they are erased, `armored`
   * is empty.
   */
  readonly filing: Filing
  readonly intervention: Intervention
  readonly entries: readonly Entry[]
  /** Where it stands, by its entries. */
  readonly standing: Standing
  /** The files' bytes, by id. */
  readonly files: ReadonlyMap<string, File>
  /** Entries that were revised, with the highest `seq` that there was then. */
  readonly revised: ReadonlyMap<string, number>
}

/** What is known of a ticket beside the request. */
export interface NewTicket extends Pick<MemoryTicket, 'account' | 'key' | 'digest'> {
  /** Epoch milliseconds. */
  readonly at: number
  /** How many were there before. */
  readonly index: number
  readonly policy: ServicePolicy
}

/** Something that is put on a ticket, and who says it. */
export type SaidFact = readonly [Entry['by'], Fact]

/** A ticket with its first entries: the request's words and files, its authorization, its access, its stage. */
export function newTicket(
  filing: Filing,
  { account, key, digest, at, index, policy }: NewTicket,
): MemoryTicket {
  const id = String(10_001 + index)
  const stage = policy.stages.find(({ phase }) => phase === 'received')?.id ?? 'submitted'
  const bare: MemoryTicket = {
    account,
    key,
    digest,
    filing,
    intervention: {
      id,
      number: id,
      version: '0',
      phase: 'received',
      server: filing.server,
      openedAt: at,
      changedAt: at,
      now: at,
      actions: [],
      promise: { firstResponseBy: at + policy.times.firstResponse.withinMinutes * 60_000 },
    },
    entries: [],
    standing: standingOf([], policy),
    files: new Map(),
    revised: new Map(),
  }
  const { ticket, refs } = withFiles(bare, filing.files ?? [])
  const facts: readonly SaidFact[] = [
    ['customer', { kind: 'message', text: filing.text, format: 'text', files: refs }],
    ['customer', { kind: 'authorization', record: filing.authorization }],
    ...approvedQuote(filing),
    ...(filing.access.kind === 'account' ? [['customer', { kind: 'access', event: 'sealed' }] as const] : []),
    ['system', { kind: 'stage', stage }],
  ]
  return inNextVersion(
    facts.reduce((before, fact) => withFact(before, fact, at, policy), ticket),
    at,
    policy,
  )
}

/** The price that the customer approved with the request. */
function approvedQuote({ quote: filed }: Filing): readonly SaidFact[] {
  if (filed?.approvedAt === undefined) return []
  const { quote, digest } = filed
  return [['customer', { kind: 'quote', quote, digest, state: 'approved' }]]
}

/** Keeps files, under ids of their own. */
export function withFiles(
  ticket: MemoryTicket,
  added: readonly File[],
): { readonly ticket: MemoryTicket; readonly refs: readonly FileRef[] } {
  const { intervention, files } = ticket
  const named = added.map(
    (file, index) => [`${intervention.id}-file-${files.size + index + 1}`, file] as const,
  )
  return {
    ticket: { ...ticket, files: new Map([...files, ...named]) },
    refs: named.map(([id, { name, type, size }]) => ({ id, name, type, bytes: size })),
  }
}

/** Keeps other login details in place of those before. */
export function withSealed(ticket: MemoryTicket, sealed: SealedCredentials): MemoryTicket {
  return { ...ticket, filing: { ...ticket.filing, access: { kind: 'account', sealed } } }
}

/** The ticket with this as its newest entry. What is destroyed is erased. The version is still the same. */
export function withFact(
  ticket: MemoryTicket,
  [by, fact]: SaidFact,
  at: number,
  policy: ServicePolicy,
): MemoryTicket {
  const seq = ticket.entries.length + 1
  const id = `${ticket.intervention.id}-${seq}`
  const entry: Entry = { id, seq, rev: 0, at, by, fact: structuredClone(fact) }
  const isErased = fact.kind === 'access' && fact.event === 'destroyed'
  return {
    ...(isErased ? erased(ticket) : ticket),
    entries: [...ticket.entries, entry],
    standing: advance(ticket.standing, entry, policy),
  }
}

/** The ticket with another fact in the place of an entry's, which is told again to whoever has it already. */
export function withRevision(
  ticket: MemoryTicket,
  id: string,
  fact: Fact,
  at: number,
  policy: ServicePolicy,
): MemoryTicket {
  const entries = ticket.entries.map(entry =>
    entry.id === id ? { ...entry, rev: entry.rev + 1, fact: structuredClone(fact) } : entry,
  )
  const revised = new Map([...ticket.revised, [id, entries.length]])
  return inNextVersion({ ...ticket, entries, revised, standing: standingOf(entries, policy) }, at, policy)
}

/** The ticket after a change, as its entries have it now. */
export function inNextVersion(ticket: MemoryTicket, at: number, policy: ServicePolicy): MemoryTicket {
  const { intervention, standing } = ticket
  const { access: _access, stage: _stage, promise, ...rest } = intervention
  const { current } = standing.access
  const { nextUpdate } = standing
  return {
    ...ticket,
    intervention: {
      ...rest,
      version: String(Number(intervention.version) + 1),
      phase: standing.phase,
      ...(standing.stage !== null && { stage: standing.stage }),
      changedAt: at,
      actions: actionsOf(standing, policy),
      ...(current && { access: current }),
      promise: {
        ...(promise?.firstResponseBy !== undefined && { firstResponseBy: promise.firstResponseBy }),
        ...(nextUpdate.kind === 'promised' && { nextUpdateBy: nextUpdate.by }),
      },
    },
  }
}

function erased(ticket: MemoryTicket): MemoryTicket {
  const { access } = ticket.filing
  return access.kind === 'account' ? withSealed(ticket, { ...access.sealed, armored: '' }) : ticket
}
