import * as z from 'zod/mini'
import { AdapterFault } from '../../src/index.js'
import type {
  Account,
  Capabilities,
  Context,
  Intervention,
  InterventionAdapter,
  Recipient,
  ServicePolicy,
} from '../../src/index.js'
import { answerOf } from '../../src/adapter/answer.js'
import { filingDigest, filingIssues } from '../../src/bridge.js'
import * as schema from '../../src/tracking/schema.js'
import { mayDo } from './account-rules.js'
import type { Customer } from './customers.js'
import { FILES, filesOf } from './files.js'
import { entryOf } from './history.js'
import type { Sale } from './sale.js'
import { ticketOf } from './store-filing.js'
import { bindingQuote, notQuoted } from './store-quotes.js'
import { reply } from './store-reply.js'
import type { Store } from './store.js'
import type { StoredTicket } from './stored.js'

const PAGE = 50
const ENTRIES_PAGE = 200
const HOUR = 3_600_000

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
 * Without a sale its extras have no prices, and it can neither quote nor ask about a VAT ID. `mostOpen`: how many of a
 * company's requests may be open at once, so that one customer can't bury all others'.
 */
export function storeAdapter(
  store: Store,
  customer: Customer,
  keys: ProviderKeys,
  policy: ServicePolicy,
  sale?: Sale,
  mostOpen?: number,
): InterventionAdapter {
  const { person, account, company } = customer

  /** Not theirs and not there are one answer: a stranger learns nothing from the difference. */
  const own = (id: string): StoredTicket => {
    const ticket = store.ticket(numberIn(id))
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
          : [
              ...(await filingIssues(filing, context(), policy, Date.now())),
              ...notQuoted(store, company, filing.quote),
            ],
      )
      if (fields.size > 0) throw new AdapterFault('invalid', { fields: [...fields] })
      const files = await filesOf(filing.files ?? [], 'attachments')
      const digest = await filingDigest(filing)
      const by = { account: company, person, key, digest }
      const ticket = ticketOf(filing, files, by, policy, customer.services)
      const kept = store.file(ticket, mostOpen)
      if (kept === 'conflict') throw new AdapterFault('conflict')
      // It passes when one of them ends, which no machine should wait for: told with a time that none waits out.
      if (kept === 'too-many') throw new AdapterFault('rate-limited', { retryAfterMs: HOUR })
      return { intervention: interventionOf(kept, account), unstored: [] }
    },
    find: key =>
      answer(() => {
        const ticket = store.find(company, key)
        return ticket ? { intervention: interventionOf(ticket, account), unstored: [] } : null
      }),
    list: ({ open = false, cursor, limit = PAGE }) =>
      answer(() => {
        if (cursor !== undefined && !/^\d{1,15}$/.test(cursor)) throw new AdapterFault('invalid')
        const before = cursor === undefined ? {} : { before: Number(cursor) }
        const { tickets, total } = store.list({ account: company, open, ...before, limit: limit + 1 })
        const items = tickets.slice(0, limit).map(ticket => interventionOf(ticket, account))
        return { items, total, ...cursorAfter(items, tickets) }
      }),
    get: (id, known) =>
      answer(() => {
        const intervention = interventionOf(own(id), account)
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
    async reply(id, message, { key, ifVersion }) {
      await reply(store, own(id), message, { company, context: context(), policy, key, ifVersion })
      return { unstored: [] }
    },
    watch(id, changed, { signal }) {
      const ticket = store.ticket(numberIn(id))
      // Whoever watches what isn't theirs is told by the next question.
      if (ticket?.account !== company || signal.aborted) return
      store.watch(ticket.number, version => changed(String(version)), signal)
      changed(String(ticket.version))
    },
    ...(sale && {
      quote: order => bindingQuote(store, { account: company, person }, order, policy, sale),
      checkVatId: id => sale.checkVatId(id),
    }),
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

const actionsIn = z.array(schema.action)

function interventionOf(ticket: StoredTicket, account: Account): Intervention {
  const { number, access, firstResponseBy, nextUpdateBy } = ticket
  const actions: unknown = JSON.parse(ticket.actions)
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
    actions: answerOf(actionsIn, actions).filter(action => mayDo(account, action)),
    ...(access && {
      access: { event: access.event, at: access.at, ...(access.role && { role: access.role }) },
    }),
    promise: {
      ...(firstResponseBy !== undefined && { firstResponseBy }),
      ...(nextUpdateBy !== undefined && { nextUpdateBy }),
    },
  })
}

function numberIn(id: string): number {
  return /^[1-9]\d{0,14}$/.test(id) ? Number(id) : 0
}

function seqIn(ticket: number, after: string | undefined): number {
  if (after === undefined) return 0
  const prefix = `${String(ticket)}-`
  const seq = after.startsWith(prefix) ? Number(after.slice(prefix.length)) : NaN
  if (!Number.isSafeInteger(seq)) throw new AdapterFault('not-found')
  return seq
}
