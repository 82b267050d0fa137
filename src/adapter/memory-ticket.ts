import type { Filing } from '../request/filing.js'
import type { Entry, Fact, Intervention } from '../tracking/intervention.js'

/** A ticket as the memory adapter keeps it. */
export interface MemoryTicket {
  /** Whose it is. */
  readonly account: string
  /** The idempotency key under which it was filed, and what it stands for. */
  readonly key: string
  readonly digest: string
  /** The whole request, as it came. */
  readonly filing: Filing
  readonly intervention: Intervention
  readonly entries: readonly Entry[]
  /** The files' bytes, by id. */
  readonly files: ReadonlyMap<string, File>
}

/** What is known of a ticket beside the request. */
export interface NewTicket extends Pick<MemoryTicket, 'account' | 'key' | 'digest'> {
  /** Epoch milliseconds. */
  readonly at: number
  /** How many were there before. */
  readonly index: number
}

/** The preset's first response, in milliseconds. */
const firstResponse = 600_000

/** The price that the customer approved with the request. */
function approvedQuote({ quote: filed }: Filing): readonly (readonly ['customer', Fact])[] {
  if (filed?.approvedAt === undefined) return []
  const { quote, digest } = filed
  return [['customer', { kind: 'quote', quote, digest, state: 'approved' }]]
}

/** A ticket with its first entries: the request's words and files, its authorization, its access, its stage. */
export function newTicket(filing: Filing, { account, key, digest, at, index }: NewTicket): MemoryTicket {
  const number = String(10_001 + index)
  const isSealed = filing.access.kind === 'account'
  const files = new Map((filing.files ?? []).map((file, at) => [`${number}-file-${at + 1}`, file]))
  const facts: readonly (readonly [Entry['by'], Fact])[] = [
    [
      'customer',
      {
        kind: 'message',
        text: filing.text,
        format: 'text',
        files: [...files].map(([id, { name, type, size }]) => ({ id, name, type, bytes: size })),
      },
    ],
    ['customer', { kind: 'authorization', record: filing.authorization }],
    ...approvedQuote(filing),
    ...(isSealed ? [['customer', { kind: 'access', event: 'sealed' }] as const] : []),
    ['system', { kind: 'stage', stage: 'submitted' }],
  ]
  return {
    account,
    key,
    digest,
    filing,
    intervention: {
      id: number,
      number,
      version: '1',
      phase: 'received',
      stage: 'submitted',
      server: filing.server,
      openedAt: at,
      changedAt: at,
      now: at,
      // Nothing can be said on a ticket here yet.
      actions: [],
      ...(isSealed && { access: { event: 'sealed', at } }),
      promise: { firstResponseBy: at + firstResponse },
    },
    entries: facts.map(([by, fact], seq) => ({
      id: `${number}-${seq + 1}`,
      seq: seq + 1,
      rev: 0,
      at,
      by,
      fact: structuredClone(fact),
    })),
    files,
  }
}
