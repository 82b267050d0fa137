import { authorizedUntil, parseAuthorization, wordsBeforeNarrowing } from '../../src/index.js'
import type { Authorization, AuthorizedUntil, Entry, ServicePolicy } from '../../src/index.js'
import { standingOf } from '../../src/bridge.js'
import type { Standing } from '../../src/bridge.js'
import { parse } from '../../src/parse.js'
import * as schema from '../../src/tracking/schema.js'
import { recordOrNone } from '../record.js'
import type { Fields } from '../record.js'
import { customers } from './customers.js'
import type { Store } from './store.js'
import type { StoredEntry, StoredTicket } from './stored.js'

const ALL = -1

/** Where a request stands, as far as the desk acts on it. */
export interface DeskStanding extends Pick<
  Standing,
  'phase' | 'stage' | 'waitedIn' | 'nextUpdate' | 'method' | 'effort' | 'conflicts'
> {
  /** The words of the question that waits for an answer. */
  readonly asked: string | null
  /** The methods that the authorization in force allows. */
  readonly allowed: readonly string[]
  readonly until: AuthorizedUntil | null
  /** When the statement was agreed to, where less is allowed by now than it says; epoch milliseconds. */
  readonly wordsOf: number | null
  readonly accessEvent: string | null
  /** Has the customer withdrawn access since it was sealed last? */
  readonly isWithdrawn: boolean
  /** What the customer wrote when the request was opened again, the last time. */
  readonly reopened: string | null
}

/** What the desk is told of a ticket's history: where it has led, and the newest of it. */
export interface DeskHistory {
  readonly standing: DeskStanding
  /** The fact of the authorization in force, JSON byte for byte as it lies in the file: the desk checks it itself. */
  readonly authorization: string | null
  /** The fact of the first entry, the request itself. */
  readonly request: string | null
  /** The newest, oldest first. */
  readonly entries: readonly StoredEntry[]
  /** How many came before those. */
  readonly earlier: number
}

/** Reads the whole history, however long: what nobody could read any more mustn't hide a narrowing or a withdrawal. */
export function deskHistory(
  store: Store,
  ticket: number,
  policy: ServicePolicy,
  newest: number,
): DeskHistory {
  const all = store.entries(ticket, 0, ALL)
  const entries = all.slice(-newest)
  const facts = all.map(({ fact }) => fieldsIn(fact))
  return {
    standing: standingIn(all, facts, policy),
    authorization: all[facts.findLastIndex(mayAuthorize)]?.fact ?? null,
    request: all[0]?.fact ?? null,
    entries,
    earlier: all.length - entries.length,
  }
}

/** Who may give login details for a ticket: everybody of its company. */
export function accountsOf({ account }: StoredTicket): readonly string[] {
  return customers.filter(({ company }) => company === account).map(one => one.account.id)
}

/** Is the server that a ticket names one that its account has with the provider? */
export function isAmongServices({ account, server, facts }: StoredTicket): boolean {
  const { serviceId } = fieldsIn(facts)
  const services = customers.filter(({ company }) => company === account).flatMap(one => one.services)
  const has = (name: string) =>
    services.some(({ id, name: called, addresses }) => [id, called, ...addresses].includes(name))
  return has(server) && (typeof serviceId !== 'string' || services.some(({ id }) => id === serviceId))
}

/** What nobody can read may have been one: rather a loud word than an older authorization that allows more. */
function mayAuthorize({ kind }: Fields): boolean {
  return kind === undefined || kind === 'authorization'
}

function standingIn(
  all: readonly StoredEntry[],
  facts: readonly Fields[],
  policy: ServicePolicy,
): DeskStanding {
  const standing = standingOf(
    all.flatMap((stored, index) => readable(stored, facts[index])),
    policy,
  )
  const { phase, stage, waitedIn, nextUpdate, method, effort, conflicts, question, access } = standing
  return {
    ...{ phase, stage, waitedIn, nextUpdate, method, effort, conflicts },
    asked: question?.fact.text ?? null,
    allowed: standing.authorization?.record.methods ?? [],
    until: authorizedUntil(standing, policy),
    wordsOf: wordsBeforeNarrowing(facts.flatMap(authorizationIn)),
    accessEvent: access.current?.event ?? null,
    isWithdrawn: access.withdrawn,
    reopened: reopenedBecause(facts),
  }
}

/** What somebody broke in the file doesn't keep the rest from being told. */
function readable({ seq, rev, at, party }: StoredEntry, fact: unknown): readonly Entry[] {
  const parsed = parse(schema.entry, { id: String(seq), seq, rev, at, by: party, fact })
  return parsed.ok ? [parsed.value] : []
}

function authorizationIn({ kind, record }: Fields): readonly Authorization[] {
  const parsed = kind === 'authorization' ? parseAuthorization(record) : undefined
  return parsed?.ok ? [parsed.value] : []
}

function reopenedBecause(facts: readonly Fields[]): string | null {
  const at = facts.findLastIndex(({ kind, stage }) => kind === 'stage' && stage === 'reopened')
  const said = facts.slice(0, Math.max(at, 0)).findLast(({ kind }) => kind === 'message')?.['text']
  return typeof said === 'string' ? said : null
}

function fieldsIn(json: string): Fields {
  try {
    return recordOrNone(JSON.parse(json)) ?? {}
  } catch {
    return {}
  }
}
