import type { Entry, Fact, ServicePolicy } from '../../src/index.js'
import { answerOf } from '../../src/adapter/answer.js'
import { actionsOf, advance, followUps, standingOf } from '../../src/bridge.js'
import type { Standing } from '../../src/bridge.js'
import * as schema from '../../src/tracking/schema.js'
import { isEnded } from '../../src/tracking/standing.js'
import type { Store } from './store.js'
import type { NewEntry, StoredEntry, StoredFile, StoredTicket, TicketState } from './stored.js'

const ALL = -1

/** What somebody puts on a ticket at once. */
export interface Spoken {
  readonly by: Entry['by']
  /** In their order. */
  readonly facts: readonly Fact[]
  readonly files?: readonly StoredFile[]
  /** Login details sealed anew, JSON. */
  readonly sealed?: string | undefined
}

/** What facts come to: the entries to be written, the backend's own among them, and where the ticket stands then. */
export interface Written {
  readonly entries: readonly NewEntry[]
  readonly standing: Standing
}

/** A stored entry as the protocol has it. */
export function entryOf(ticket: number, { seq, rev, at, party, fact }: StoredEntry): Entry {
  const value: unknown = JSON.parse(fact)
  const id = `${String(ticket)}-${String(seq)}`
  return answerOf(schema.entry, { id, seq, rev, at, by: party, fact: value })
}

/** Where a ticket stands, by all its entries. */
export function standingIn(store: Store, ticket: number, policy: ServicePolicy): Standing {
  return standingOf(
    store.entries(ticket, 0, ALL).map(entry => entryOf(ticket, entry)),
    policy,
  )
}

/** Adds facts to a standing, after each what the backend does by itself. */
export function write(
  before: Standing,
  said: readonly (readonly [Entry['by'], Fact])[],
  at: number,
  policy: ServicePolicy,
): Written {
  const entries: NewEntry[] = []
  let standing = before
  const put = (by: Entry['by'], fact: Fact) => {
    entries.push({ party: by, fact: JSON.stringify(fact) })
    // Ids and places are given when it is stored: where a ticket stands doesn't hang on them.
    standing = advance(standing, { id: 'new', seq: 0, rev: 1, at, by, fact }, policy)
  }
  for (const [by, fact] of said) {
    put(by, fact)
    for (const own of followUps(fact, standing, { erasable: true, policy })) put('system', own)
  }
  return { entries, standing }
}

/** What is kept of a standing beside the entries. */
export function stateOf(standing: Standing, policy: ServicePolicy): TicketState {
  const { phase, stage, access, nextUpdate, answeredAt } = standing
  const now = access.current
  return {
    phase,
    stage: stage ?? phase,
    access: now ? { event: now.event, at: now.at, role: now.role } : undefined,
    nextUpdateBy: nextUpdate.kind === 'promised' ? nextUpdate.by : undefined,
    actions: JSON.stringify(actionsOf(standing, policy)),
    isAnswered: answeredAt !== null || isEnded(phase),
  }
}

/** Puts what somebody says on a ticket; sealed login details that came to their end are erased with it. Within `atOnce`. */
export function put(
  store: Store,
  { number, sealed: lying }: StoredTicket,
  { by, facts, files = [], sealed = lying }: Spoken,
  at: number,
  policy: ServicePolicy,
): StoredTicket {
  const said = facts.map(fact => [by, fact] as const)
  const { entries, standing } = write(standingIn(store, number, policy), said, at, policy)
  const isGone = ['destroyed', 'withdrawn'].includes(standing.access.current?.event ?? '')
  return store.add(number, {
    ...{ at, entries, files, state: stateOf(standing, policy) },
    sealed: isGone ? undefined : sealed,
  })
}
