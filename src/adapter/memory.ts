import type { Filing } from '../request/filing.js'
import { filingIssues } from '../request/filing-issues.js'
import type { Entry, Intervention } from '../tracking/intervention.js'
import type { Account, Capabilities, Context, Filed, InterventionAdapter, Page } from './adapter.js'
import { AdapterFault } from './fault.js'
import { checkAuthorization, checkedFiling } from './filing-check.js'
import { filingDigest } from './filing-digest.js'
import { keptFile } from './kept-file.js'
import { testCapabilities, testContext } from './memory-context.js'
import { memoryFaults, type FaultPlan, type MemoryMethod } from './memory-faults.js'
import { memoryQuote, notQuoted, wordOn, type MemoryQuote } from './memory-quote.js'
import { newTicket, type MemoryTicket } from './memory-ticket.js'
import { untilAborted } from './until-aborted.js'
import { mostFiles } from './wire.js'

/** What the memory adapter is made of; what is left out is what a believable customer would see. */
export interface MemoryOptions {
  readonly context?: Partial<Omit<Context, 'now'>>
  readonly capabilities?: Partial<Capabilities>
  /** The server's clock, epoch milliseconds; this machine's where unset. */
  readonly now?: () => number
  /** Answers `quote`, by the prices and the tax of its context, for a day. Where unset it has no such method. */
  readonly quotes?: boolean
  /** Answers `checkVatId`, by the ID in the form that VIES takes; any other is `invalid`. Where unset it has no such method. */
  readonly vatIds?: Readonly<Record<string, 'valid' | 'invalid' | 'unavailable'>>
}

/** An adapter on a system that lives and dies with the page. */
export interface MemoryAdapter extends InterventionAdapter {
  find: NonNullable<InterventionAdapter['find']>
  /** The next call of a method fails as planned; plans for one method follow each other. */
  fault(method: MemoryMethod, plan: FaultPlan): void
  /** The same system as another customer sees it. */
  as(account: Account): MemoryAdapter
  /** What was stored, for a test to look at. */
  readonly staff: { readonly tickets: readonly MemoryTicket[]; readonly quotes: readonly MemoryQuote[] }
}

/**
 * A whole ticket system in memory, for tests and stories.
 *
 * Once per key and account; refuses what the bridge refuses: data that breaks the schema, and an authorization that
 * doesn't belong to its request; then what a backend should: a person who isn't the account's owner, and what the form
 * would never have made (`filingIssues`, against the policy of its context, where there is one). Of an order it believes
 * no price, no day and no word on a VAT ID. Only `reply` is not there yet (`unsupported`).
 */
export function memoryAdapter(options: MemoryOptions = {}): MemoryAdapter {
  return viewOf({ tickets: [], quotes: [] }, options)
}

/** What all customers' views share. */
interface Kept {
  readonly tickets: MemoryTicket[]
  readonly quotes: MemoryQuote[]
}

function viewOf({ tickets, quotes }: Kept, options: MemoryOptions): MemoryAdapter {
  const context = { ...testContext, ...options.context }
  const capabilities = { ...testCapabilities, ...options.capabilities }
  const now = options.now ?? Date.now
  const account = context.account.id
  const faults = memoryFaults()

  /** A call as the plans have it; its answer is a copy, so that nobody holds what is stored. */
  async function answer<T>(
    method: MemoryMethod,
    signal: AbortSignal | undefined,
    work: () => T | Promise<T>,
  ): Promise<T> {
    const copied = async () => {
      const value = await work()
      // A file can't be changed, and not every engine can copy one.
      return value instanceof Blob ? value : structuredClone(value)
    }
    return untilAborted(signal, () => faults.run(method, copied))
  }

  function own(id: string): MemoryTicket {
    const ticket = tickets.find(each => each.intervention.id === id && each.account === account)
    if (!ticket) throw new AdapterFault('not-found')
    return ticket
  }

  const asOfNow = (ticket: MemoryTicket): Intervention => ({ ...ticket.intervention, now: now() })
  const filedUnder = (key: string) => tickets.find(each => each.key === key && each.account === account)

  async function submit({ files = [], ...data }: Filing, key: string): Promise<Filed> {
    const filing: Filing = { ...checkedFiling(data), ...(files.length > 0 && { files: files.map(file => keptFile(file, 'attachments')) }) }
    refuseFiles(files, capabilities)
    await checkAuthorization(filing, key, account)
    if (context.account.owner === false) throw new AdapterFault('forbidden')
    const at = now()
    const fields = filedUnder(key)
      ? []
      : [
          ...(await filingIssues(filing, { ...context, now: at }, context.policy, at)),
          ...notQuoted(filing.quote, quotes, account),
        ]
    if (fields.length > 0) throw new AdapterFault('invalid', { fields })
    const digest = await filingDigest(filing)
    // From here on nothing waits: two submits at once find each other's ticket.
    const known = filedUnder(key)
    if (known && known.digest !== digest) throw new AdapterFault('conflict')
    const ticket = known ?? newTicket(filing, { account, key, digest, at, index: tickets.length })
    if (!known) tickets.push(ticket)
    return { intervention: asOfNow(ticket), unstored: [] }
  }

  return {
    capabilities,
    context: call => answer('context', call?.signal, () => ({ ...context, now: now() })),
    submit: (filing, { key, signal }) => answer('submit', signal, () => submit(filing, key)),
    find: (key, call) =>
      answer('find', call?.signal, () => {
        const ticket = filedUnder(key)
        return ticket ? { intervention: asOfNow(ticket), unstored: [] } : null
      }),
    list: ({ open = false, cursor, limit = 50 }, call) =>
      answer('list', call?.signal, () => {
        const mine = tickets.filter(each => each.account === account && !(open && isClosed(each))).reverse()
        return pageAfter(mine.map(asOfNow), cursor, limit)
      }),
    get: (id, known, call) =>
      answer('get', call?.signal, () => {
        const intervention = asOfNow(own(id))
        return intervention.version === known ? null : intervention
      }),
    entries: (id, after, call) =>
      answer('entries', call?.signal, () => pageAfter<Entry>(own(id).entries, after, 100)),
    reply: (_id, _message, { signal }) =>
      answer('reply', signal, () => Promise.reject(new AdapterFault('unsupported'))),
    open: ({ id }, call) =>
      answer('open', call?.signal, () => {
        const file = tickets.find(each => each.account === account && each.files.has(id))?.files.get(id)
        if (!file) throw new AdapterFault('not-found')
        return file
      }),
    fault(method, plan) {
      faults.plan(method, plan)
    },
    ...(options.quotes && {
      quote: (order, call) =>
        answer('quote', call?.signal, async () => {
          const made = await memoryQuote(order, { ...context, now: now() }, options.vatIds)
          const binding = { ...made, id: `Q-${1_001 + quotes.length}` }
          quotes.push({ account, binding })
          return binding
        }),
    }),
    ...(options.vatIds && {
      checkVatId: (id, call) => answer('checkVatId', call?.signal, () => wordOn(id, options.vatIds)),
    }),
    as: other => viewOf({ tickets, quotes }, { ...options, context: { ...options.context, account: other } }),
    staff: {
      get tickets() {
        return [...tickets]
      },
      get quotes() {
        return [...quotes]
      },
    },
  }
}

function isClosed({ intervention: { phase } }: MemoryTicket): boolean {
  return phase === 'done' || phase === 'declined'
}

/** What comes after the item with this id; the cursor is the last one's, where more follow. */
function pageAfter<T extends { readonly id: string }>(
  all: readonly T[],
  after: string | undefined,
  limit: number,
): Page<T> {
  const start = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1
  if (after !== undefined && start === 0) throw new AdapterFault('not-found')
  const items = all.slice(start, start + limit)
  const last = items.at(-1)
  return {
    items,
    total: all.length,
    ...(last && start + limit < all.length && { cursor: last.id }),
  }
}

function refuseFiles(files: readonly File[], { files: limits }: Capabilities): void {
  const fits =
    files.length <= Math.min(limits?.maxCount ?? 0, mostFiles) &&
    files.every(({ size }) => size <= (limits?.maxBytes ?? 0))
  if (!fits) throw new AdapterFault('too-large', { fields: ['attachments'] })
}
