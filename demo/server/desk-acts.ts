import * as z from 'zod/mini'
import type { Fact, QuoteCustomer, ServicePolicy } from '../../src/index.js'
import { advance } from '../../src/bridge.js'
import type { Standing } from '../../src/bridge.js'
import { parse } from '../../src/parse.js'
import { orderLines } from '../../src/quote/order-lines.js'
import { filedQuote } from '../../src/request/schema.js'
import * as schema from '../../src/tracking/schema.js'
import { recordOrNone } from '../record.js'
import type { Customer } from './customers.js'
import { refusalOf } from './desk-rules.js'
import type { DeskRefusal } from './desk-rules.js'
import { put, standingIn } from './history.js'
import type { Sale } from './sale.js'
import { bindingQuote } from './store-quotes.js'
import type { Store } from './store.js'
import type { StoredTicket } from './stored.js'

/** What came of an act: the ticket after it, that another was faster, or why it can't be done. */
export type Outcome =
  | { readonly is: 'done'; readonly ticket: StoredTicket }
  | { readonly is: 'conflict'; readonly ticket: StoredTicket }
  | { readonly is: 'refused'; readonly why: DeskRefusal }

/** Facts for a ticket as an engineer saw it. */
export const factsAsked = z.strictObject({
  version: z.int(),
  facts: z.array(schema.fact).check(z.minLength(1), z.maxLength(20)),
})

/** An extra to be priced; `net` where the list has no price. */
export const offerAsked = z.strictObject({
  version: z.int(),
  extra: z.string(),
  quantity: z.string().check(z.regex(/^[1-9]\d{0,5}$/)),
  /** Does the work wait for the customer's word? */
  waits: z.boolean(),
  net: z.exactOptional(z.string().check(z.maxLength(20))),
})

/** Puts an engineer's facts on a ticket, all or none; `version` is the one that the engineer has seen. */
export function act(
  store: Store,
  number: number,
  version: number,
  facts: readonly Fact[],
  policy: ServicePolicy,
): Outcome | undefined {
  return store.atOnce(() => {
    const ticket = store.ticket(number)
    if (ticket === undefined) return undefined
    if (ticket.version !== version) return { is: 'conflict', ticket }
    const now = Date.now()
    const why = refusalIn(facts, standingIn(store, number, policy), now, policy)
    if (why) return { is: 'refused', why }
    return { is: 'done', ticket: put(store, ticket, { by: 'engineer', facts }, now, policy) }
  })
}

/** The first that can't be said, each being said after those before it. */
function refusalIn(
  facts: readonly Fact[],
  before: Standing,
  now: number,
  policy: ServicePolicy,
): DeskRefusal | null {
  let standing = before
  for (const fact of facts) {
    const why = refusalOf(fact, { standing, policy, now })
    if (why) return why
    standing = advance(standing, { id: 'new', seq: 0, rev: 1, at: now, by: 'engineer', fact }, policy)
  }
  return null
}

/** Offers an extra to a ticket's customer at a price that is stood by. */
export async function offer(
  store: Store,
  { number, account, person, facts: filed }: StoredTicket,
  customer: Customer | undefined,
  { version, extra, quantity, waits, net }: z.output<typeof offerAsked>,
  policy: ServicePolicy,
  sale: Sale,
): Promise<Outcome | undefined> {
  if (!policy.extras.some(({ id }) => id === extra)) return { is: 'refused', why: 'unknown-id' }
  if (net !== undefined && !/^(0|[1-9]\d{0,5})\.\d{2}$/.test(net)) return { is: 'refused', why: 'no-amount' }
  const own = priced(sale, extra, net)
  const order = {
    lines: orderLines(own.prices, [{ extra, quantity }]),
    customer: buyerOf(filed, customer),
    date: new Date().toISOString().slice(0, 10),
  }
  const { quote, digest } = await bindingQuote(store, { account, person }, order, policy, own)
  if (quote.kind === 'on-request') return { is: 'refused', why: 'no-price' }
  return store.atOnce((): Outcome | undefined => {
    const ticket = store.ticket(number)
    if (ticket === undefined) return undefined
    if (ticket.version !== version) return { is: 'conflict', ticket }
    const { phase, quotes } = standingIn(store, number, policy)
    if (phase === 'done' || phase === 'declined') return { is: 'refused', why: 'ended' }
    const isThere = quotes.some(one => one.digest === digest && ['offered', 'approved'].includes(one.state))
    if (isThere) return { is: 'refused', why: 'already-so' }
    const offered: Fact = { kind: 'quote', quote, digest, state: 'offered' }
    const waiting = policy.stages.find(one => waits && one.phase === 'waiting' && phase !== 'waiting')
    const facts: readonly Fact[] = [
      offered,
      ...(waiting ? [{ kind: 'stage', stage: waiting.id } as const] : []),
    ]
    return { is: 'done', ticket: put(store, ticket, { by: 'engineer', facts }, Date.now(), policy) }
  })
}

/** The list's own price wins: a desk names one only where there is none. */
function priced(sale: Sale, extra: string, net: string | undefined): Sale {
  const { prices } = sale
  const listed = prices.prices[extra]
  if (net === undefined || (listed && listed.kind !== 'on-request')) return sale
  return { ...sale, prices: { ...prices, prices: { ...prices.prices, [extra]: { kind: 'fixed', net } } } }
}

/** For whom the request's own price was counted, or else as the client area knows them. */
function buyerOf(facts: string, customer: Customer | undefined): QuoteCustomer {
  const filed = parse(filedQuote, recordOrNone(JSON.parse(facts))?.['quote'])
  if (filed.ok) return filed.value.customer
  const { country = '', kind = 'consumer', vatId } = customer?.account ?? {}
  return { country, kind, ...(vatId !== undefined && { vatId: { value: vatId, status: 'unchecked' } }) }
}
