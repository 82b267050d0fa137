import { AdapterFault } from '../../src/index.js'
import type { BindingQuote, FieldKey, Filing, QuoteOrder, ServicePolicy } from '../../src/index.js'
import { answerOf } from '../../src/adapter/answer.js'
import { isKeptQuote, providerQuote } from '../../src/bridge.js'
import { quoteCustomer } from '../../src/quote/schema.js'
import type { Sale } from './sale.js'
import type { Store } from './store.js'

const QUOTE_STANDS = 24 * 60 * 60_000

/** Whose quote it is: the account's, and who asked. */
export interface Asking {
  readonly account: string
  readonly person: string
}

/** Its own prices, day and word on the VAT ID: what the browser sent of them is not looked at. */
export async function bindingQuote(
  store: Store,
  asking: Asking,
  order: QuoteOrder,
  policy: ServicePolicy,
  { prices, tax, checkVatId }: Sale,
): Promise<BindingQuote> {
  const sold = policy.extras.map(({ id }) => id)
  if (!order.lines.every(({ extra }) => sold.includes(extra)))
    throw new AdapterFault('invalid', { fields: ['extras'] })
  const now = Date.now()
  const { customer, ...made } = await providerQuote(order, { prices, tax, now, checkVatId })
  const validUntil = now + QUOTE_STANDS
  const number = store.keepQuote({
    ...{ ...asking, madeAt: now, validUntil, digest: made.digest },
    quote: JSON.stringify(made.quote),
    customer: JSON.stringify(customer),
  })
  return { ...made, id: `Q-${String(number)}`, validUntil }
}

/** A quote that is named was made here, for this account and this buyer, and hadn't lapsed when it was approved. */
export function notQuoted(store: Store, account: string, filed: Filing['quote']): readonly FieldKey[] {
  if (filed?.id === undefined) return []
  const kept = store.quote(/^Q-[1-9]\d{0,14}$/.test(filed.id) ? Number(filed.id.slice(2)) : 0)
  if (kept?.account !== account) return ['quoteApproval']
  const customer = answerOf(quoteCustomer, JSON.parse(kept.customer))
  return isKeptQuote(filed, { ...kept, customer }) ? [] : ['quoteApproval']
}

/** Does a price that was offered no longer stand? */
export function hasLapsed(store: Store, account: string, digest: string, now: number): boolean {
  return now > (store.quoteWith(account, digest)?.validUntil ?? 0)
}
