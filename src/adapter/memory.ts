import { introserv } from '../policy/introserv.js'
import type { Filing } from '../request/filing.js'
import { filingIssues } from '../request/filing-issues.js'
import type { Intervention } from '../tracking/intervention.js'
import type { Account, Capabilities, Context, Filed, InterventionAdapter, Message, Write } from './adapter.js'
import { entriesAfter, pageAfter } from './entry-pages.js'
import { AdapterFault } from './fault.js'
import { checkAuthorization, checkedFiling } from './filing-check.js'
import { filingDigest } from './filing-digest.js'
import { keptFile, refuseFiles } from './kept-file.js'
import { testCapabilities, testContext } from './memory-context.js'
import { memoryFaults, type FaultPlan, type MemoryMethod } from './memory-faults.js'
import { memoryQuote, notQuoted, wordOn } from './memory-quote.js'
import { actionsFor, afterMessage, refuseForeign } from './memory-reply.js'
import { memoryStaff, type MemoryStaff } from './memory-staff.js'
import { memoryStore, type MemoryStore } from './memory-store.js'
import { newTicket, type MemoryTicket } from './memory-ticket.js'
import { messageDigest } from './message-digest.js'
import { soundMessage } from './sound-message.js'
import { untilAborted } from './until-aborted.js'

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
  watch: NonNullable<InterventionAdapter['watch']>
  /** The next call of a method fails as planned; plans for one method follow each other. */
  fault(method: MemoryMethod, plan: FaultPlan): void
  /** The same system as another customer sees it. */
  as(account: Account): MemoryAdapter
  /** The support team's end of it. */
  readonly staff: MemoryStaff
}

/**
 * A whole ticket system in memory, for tests and stories.
 *
 * Once per key and account; refuses what the bridge refuses: data that breaks the schema, and an authorization that
 * doesn't belong to its request; then what a backend should: a person who isn't the account's owner, and what the form
 * would never have made (`filingIssues`, `messageIssues`, against the policy of its context, where there is one). Of an
 * order it believes no price, no day and no word on a VAT ID. Where its tickets stand, and what may be done to them, it
 * tells by the policy of its context, else by the preset.
 */
export function memoryAdapter(options: MemoryOptions = {}): MemoryAdapter {
  return viewOf(memoryStore(), options)
}

function viewOf(store: MemoryStore, options: MemoryOptions): MemoryAdapter {
  const { tickets, quotes } = store
  const context = { ...testContext, ...options.context }
  const capabilities = { ...testCapabilities, ...options.capabilities }
  const now = options.now ?? Date.now
  const account = context.account.id
  const rules = { capabilities, policy: context.policy ?? introserv }
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

  const asOfNow = (ticket: MemoryTicket): Intervention => ({
    ...ticket.intervention,
    now: now(),
    actions: actionsFor(ticket, context.account, capabilities),
  })
  const filedUnder = (key: string) => tickets.find(each => each.key === key && each.account === account)

  async function submit({ files = [], ...data }: Filing, key: string): Promise<Filed> {
    const filing: Filing = {
      ...checkedFiling(data),
      ...(files.length > 0 && { files: files.map(file => keptFile(file, 'attachments')) }),
    }
    refuseFiles(files, capabilities.files, 'attachments')
    await checkAuthorization(filing, key, account)
    if (context.account.owner === false) throw new AdapterFault('forbidden')
    const at = now()
    const fields = new Set(
      filedUnder(key)
        ? []
        : [
            ...(await filingIssues(filing, { ...context, now: at }, context.policy, at)),
            ...notQuoted(filing.quote, quotes, account),
          ],
    )
    if (fields.size > 0) throw new AdapterFault('invalid', { fields: [...fields] })
    const digest = await filingDigest(filing)
    // From here on nothing waits: two submits at once find each other's ticket.
    const known = filedUnder(key)
    if (known && known.digest !== digest) throw new AdapterFault('conflict')
    const ticket =
      known ?? newTicket(filing, { account, key, digest, at, index: tickets.length, policy: rules.policy })
    if (!known) tickets.push(ticket)
    return { intervention: asOfNow(ticket), unstored: [] }
  }

  async function reply(id: string, message: Message, { key, ifVersion }: Write): Promise<void> {
    const before = own(id)
    const sound = await soundMessage(message, context.account, capabilities)
    const digest = await messageDigest(id, sound)
    if (store.replies.get(account, key) === undefined)
      await refuseForeign(sound, before, { ...context, now: now() }, capabilities)
    // From here on nothing waits: two replies at once find each other.
    const known = store.replies.get(account, key)
    if (known !== undefined && known !== digest) throw new AdapterFault('conflict')
    if (known !== undefined) return
    const ticket = own(id)
    if (ifVersion !== undefined && ifVersion !== ticket.intervention.version)
      throw new AdapterFault('conflict')
    const after = afterMessage(ticket, sound, { ...context, now: now() }, rules)
    store.replies.set(account, key, digest)
    store.replace(after)
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
    entries: (id, after, call) => answer('entries', call?.signal, () => entriesAfter(own(id), after)),
    reply: (id, message, write) =>
      answer('reply', write.signal, async () => {
        await reply(id, message, write)
        return { unstored: [] }
      }),
    watch(id, changed, { signal }) {
      const ticket = tickets.find(each => each.intervention.id === id && each.account === account)
      if (ticket) store.watch(ticket, changed, signal)
    },
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
          const { customer, ...made } = await memoryQuote(order, { ...context, now: now() }, options.vatIds)
          const binding = { ...made, id: `Q-${1_001 + quotes.length}` }
          quotes.push({ account, binding, customer })
          return binding
        }),
    }),
    ...(options.vatIds && {
      checkVatId: (id, call) => answer('checkVatId', call?.signal, () => wordOn(id, options.vatIds)),
    }),
    as: other => viewOf(store, { ...options, context: { ...options.context, account: other } }),
    staff: memoryStaff(store, rules, now),
  }
}

function isClosed({ intervention: { phase } }: MemoryTicket): boolean {
  return phase === 'done' || phase === 'declined'
}
