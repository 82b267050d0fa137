import { randomUUID } from 'node:crypto'
import { wordsFor } from '../../locales/index.js'
import { AdapterFault } from '../../src/index.js'
import type {
  BindingQuote,
  Capabilities,
  Context,
  Entry,
  FieldKey,
  Filing,
  Intervention,
  InterventionAdapter,
  QuoteOrder,
  Recipient,
  ServicePolicy,
} from '../../src/index.js'
import { answerOf } from '../../src/adapter/answer.js'
import { filingDigest, filingIssues, providerQuote, ticketText } from '../../src/bridge.js'
import * as schema from '../../src/tracking/schema.js'
import type { Customer } from './customers.js'
import type { Sale } from './sale.js'
import type { NewTicket, Store, StoredEntry, StoredFile, StoredTicket } from './store.js'

// All together within what the bridge reads of one request (32 MiB): what is promised before choosing is kept.
const FILES = { maxBytes: 6_000_000, maxCount: 5 } as const
const MINUTE = 60_000
const QUOTE_STANDS = 24 * 60 * MINUTE
const PAGE = 50
const ENTRIES_PAGE = 200

const capabilities: Capabilities = {
  phases: ['received', 'working', 'waiting', 'done', 'declined'],
  retries: { submit: 'safe', reply: 'safe' },
  locking: true,
  files: FILES,
  sealed: { in: 'field', erasable: true },
  pollEveryMs: 1_000,
}

/** What the provider hands to every customer: whom to seal to, and the support team's SSH key. */
export interface ProviderKeys {
  readonly recipients: readonly Recipient[]
  readonly sshKey: string
}

/**
 * A provider's ticket system as one signed-in customer may see it: their company's tickets, nobody else's.
 *
 * Without a sale its extras have no prices, and it can neither quote nor ask about a VAT ID.
 */
export function storeAdapter(
  store: Store,
  customer: Customer,
  keys: ProviderKeys,
  policy: ServicePolicy,
  sale?: Sale,
): InterventionAdapter {
  const { person, account, company } = customer

  /** Not theirs and not there are one answer: a stranger learns nothing from the difference. */
  const own = (id: string): StoredTicket => {
    const number = /^[1-9]\d{0,14}$/.test(id) ? Number(id) : 0
    const ticket = store.ticket(number)
    if (ticket?.account !== company) throw new AdapterFault('not-found')
    return ticket
  }

  const context = (): Context => ({
    now: Date.now(),
    account,
    services: customer.services,
    recipients: keys.recipients,
    sshKeys: [keys.sshKey],
    ...(sale && { prices: sale.prices, tax: sale.tax }),
    policy,
  })

  /** Its own prices, day and word on the VAT ID: what the browser sent of them is not looked at. */
  const quote = async (order: QuoteOrder, { prices, tax, checkVatId }: Sale): Promise<BindingQuote> => {
    const sold = policy.extras.map(({ id }) => id)
    if (!order.lines.every(({ extra }) => sold.includes(extra)))
      throw new AdapterFault('invalid', { fields: ['extras'] })
    const now = Date.now()
    const made = await providerQuote(order, { prices, tax, now, checkVatId })
    const validUntil = now + QUOTE_STANDS
    const number = store.keepQuote({
      ...{ account: company, person, madeAt: now, validUntil, digest: made.digest },
      quote: JSON.stringify(made.quote),
    })
    return { ...made, id: `Q-${String(number)}`, validUntil }
  }

  /** A quote that is named was made here, for this account, and hadn't lapsed when it was approved. */
  const notQuoted = (filed: Filing['quote']): readonly FieldKey[] => {
    if (filed?.id === undefined) return []
    const kept = store.quote(/^Q-[1-9]\d{0,14}$/.test(filed.id) ? Number(filed.id.slice(2)) : 0)
    const isOurs =
      kept?.account === company &&
      kept.digest === filed.digest &&
      kept.validUntil === filed.validUntil &&
      (filed.approvedAt ?? 0) <= kept.validUntil
    return isOurs ? [] : ['quoteApproval']
  }

  return {
    capabilities,
    context: () => answer(context),
    // That the authorization is whole and meant for this request, the bridge has checked before.
    async submit(filing, { key }) {
      if (account.owner === false) throw new AdapterFault('forbidden')
      // What is there already is told again, however late the second try comes.
      const isKnown = store.find(company, key) !== undefined
      const fields = new Set(
        isKnown
          ? []
          : [...(await filingIssues(filing, context(), policy, Date.now())), ...notQuoted(filing.quote)],
      )
      if (fields.size > 0) throw new AdapterFault('invalid', { fields: [...fields] })
      const files = await filesOf(filing)
      const digest = await filingDigest(filing)
      const kept = store.file(ticketOf(filing, files, { account: company, person, key, digest }, policy))
      if (kept === 'conflict') throw new AdapterFault('conflict')
      return { intervention: interventionOf(kept), unstored: [] }
    },
    find: key =>
      answer(() => {
        const ticket = store.find(company, key)
        return ticket ? { intervention: interventionOf(ticket), unstored: [] } : null
      }),
    list: ({ open = false, cursor, limit = PAGE }) =>
      answer(() => {
        if (cursor !== undefined && !/^\d{1,15}$/.test(cursor)) throw new AdapterFault('invalid')
        const before = cursor === undefined ? {} : { before: Number(cursor) }
        const { tickets, total } = store.list({ account: company, open, ...before, limit: limit + 1 })
        const items = tickets.slice(0, limit).map(interventionOf)
        return { items, total, ...cursorAfter(items, tickets) }
      }),
    get: (id, known) =>
      answer(() => {
        const intervention = interventionOf(own(id))
        return intervention.version === known ? null : intervention
      }),
    entries: (id, after) =>
      answer(() => {
        const { number } = own(id)
        const stored = store.entries(number, seqIn(number, after), ENTRIES_PAGE + 1)
        const items = stored.slice(0, ENTRIES_PAGE).map(entry => entryOf(number, entry))
        return { items, ...cursorAfter(items, stored) }
      }),
    open: ({ id }) =>
      answer(() => {
        const found = store.openFile(id)
        if (found === undefined) throw new AdapterFault('not-found')
        own(String(found.ticket))
        return new Blob([found.file.body], { type: found.file.type })
      }),
    reply: () => Promise.reject(new AdapterFault('unsupported')),
    ...(sale && { quote: order => quote(order, sale), checkVatId: id => sale.checkVatId(id) }),
  }
}

/** The store answers at once; what it throws rejects, as every other adapter does it. */
function answer<T>(work: () => T): Promise<T> {
  return new Promise(resolve => resolve(work()))
}

/** One more than a page was asked for: if it came, there is a next page. */
function cursorAfter(
  items: readonly { readonly id: string }[],
  found: readonly unknown[],
): { cursor?: string } {
  const last = items.at(-1)
  return last && found.length > items.length ? { cursor: last.id } : {}
}

async function filesOf({ files = [] }: Filing): Promise<readonly StoredFile[]> {
  if (files.length > FILES.maxCount || files.some(({ size }) => size > FILES.maxBytes))
    throw new AdapterFault('too-large', { fields: ['attachments'] })
  return Promise.all(
    files.map(async file => {
      const body = new Uint8Array(await file.arrayBuffer())
      return { id: randomUUID(), name: file.name, type: file.type, body }
    }),
  )
}

function ticketOf(
  filing: Filing,
  files: readonly StoredFile[],
  whose: Pick<NewTicket, 'account' | 'person' | 'key' | 'digest'>,
  policy: ServicePolicy,
): NewTicket {
  const { access, authorization, text: _, server, ...facts } = filing
  const { quote } = facts
  // What the engineers read is written here, from what was checked: a browser could have written anything.
  const text = ticketText(filing, wordsFor(policy.provider.language), policy)
  const sealed = access.kind === 'account' ? access.sealed : undefined
  const openedAt = Date.now()
  const stage = policy.stages.find(({ phase }) => phase === 'received')?.id ?? 'received'
  const refs = files.map(({ id, name, type, body }) => ({ id, name, type, bytes: body.length }))
  const entry = (party: Entry['by'], fact: Entry['fact']) => ({ party, fact: JSON.stringify(fact) })
  return {
    ...whose,
    phase: 'received',
    stage,
    serverKind: server.kind,
    server: server.value,
    facts: JSON.stringify({
      ...facts,
      files: undefined,
      server,
      access: sealed ? { kind: 'account' } : access,
    }),
    sealed: sealed && JSON.stringify(sealed),
    openedAt,
    firstResponseBy: openedAt + policy.times.firstResponse.withinMinutes * MINUTE,
    entries: [
      entry('customer', { kind: 'message', text, format: 'text', files: refs }),
      entry('customer', { kind: 'authorization', record: authorization }),
      ...(quote?.approvedAt === undefined
        ? []
        : [
            entry('customer', { kind: 'quote', quote: quote.quote, digest: quote.digest, state: 'approved' }),
          ]),
      ...(sealed ? [entry('customer', { kind: 'access', event: 'sealed' })] : []),
      entry('system', { kind: 'stage', stage }),
    ],
    files,
  }
}

function interventionOf(ticket: StoredTicket): Intervention {
  const { number, access, firstResponseBy } = ticket
  return answerOf(schema.intervention, {
    id: String(number),
    number: String(number),
    version: String(ticket.version),
    phase: ticket.phase,
    stage: ticket.stage,
    server: { kind: ticket.serverKind, value: ticket.server },
    openedAt: ticket.openedAt,
    changedAt: ticket.changedAt,
    now: Date.now(),
    actions: [],
    ...(access && {
      access: { event: access.event, at: access.at, ...(access.role && { role: access.role }) },
    }),
    ...(firstResponseBy !== undefined && { promise: { firstResponseBy } }),
  })
}

function entryOf(ticket: number, { seq, rev, at, party, fact }: StoredEntry): Entry {
  const value: unknown = JSON.parse(fact)
  return answerOf(schema.entry, {
    id: `${String(ticket)}-${String(seq)}`,
    seq,
    rev,
    at,
    by: party,
    fact: value,
  })
}

function seqIn(ticket: number, after: string | undefined): number {
  if (after === undefined) return 0
  const prefix = `${String(ticket)}-`
  const seq = after.startsWith(prefix) ? Number(after.slice(prefix.length)) : NaN
  if (!Number.isSafeInteger(seq)) throw new AdapterFault('not-found')
  return seq
}
