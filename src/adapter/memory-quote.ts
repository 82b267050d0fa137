import { providerQuote } from '../quote/provider-quote.js'
import type { BindingQuote, QuoteCustomer, QuoteOrder } from '../quote/quote.js'
import { quoteOrder } from '../quote/schema.js'
import { taxPolicyOf } from '../quote/tax-policy.js'
import { parse } from '../parse.js'
import type { FieldKey } from '../request/field.js'
import type { FiledQuote } from '../request/filed-quote.js'
import { isKeptQuote } from '../request/filed-quote-issues.js'
import type { Context } from './adapter.js'
import { AdapterFault } from './fault.js'

/** A quote as the memory adapter keeps it. */
export interface MemoryQuote {
  /** Whose it is. */
  readonly account: string
  readonly binding: BindingQuote
  /** For whom it was counted. */
  readonly customer: QuoteCustomer
}

/** What is known of each VAT ID. */
type VatIds = Readonly<Record<string, 'valid' | 'invalid' | 'unavailable'>>

/** How long it is stood by, in milliseconds. */
const aDay = 86_400_000

/** A price by what the context says, unnamed yet. Refuses no order, and what the policy, where there is one, doesn't sell. */
export async function memoryQuote(
  given: QuoteOrder,
  { prices, tax, policy, now }: Context,
  vatIds: VatIds | undefined,
): Promise<Omit<BindingQuote, 'id'> & Pick<MemoryQuote, 'customer'>> {
  const order = parse(quoteOrder, given)
  if (!order.ok) throw new AdapterFault('invalid')
  const sells = (id: string) => !policy || policy.extras.some(extra => extra.id === id)
  if (!order.value.lines.every(({ extra }) => sells(extra)))
    throw new AdapterFault('invalid', { fields: ['extras'] })
  const terms = {
    prices,
    tax: policy ? taxPolicyOf(policy, tax) : tax,
    now,
    checkVatId: vatIds && ((id: string) => Promise.resolve(wordOn(id, vatIds))),
  }
  return { ...(await providerQuote(order.value, terms)), validUntil: now + aDay }
}

/** What is wrong with a quote that a request names: made here, for this account, and not over when it was approved. */
export function notQuoted(
  filed: FiledQuote | undefined,
  quotes: readonly MemoryQuote[],
  account: string,
): readonly FieldKey[] {
  if (filed?.id === undefined) return []
  const kept = quotes.find(each => each.account === account && each.binding.id === filed.id)
  return isKeptQuote(filed, kept && { ...kept.binding, customer: kept.customer }) ? [] : ['quoteApproval']
}

/** What is in nobody's table nobody has given. */
export function wordOn(id: string, vatIds: VatIds = {}): 'valid' | 'invalid' | 'unavailable' {
  return (Object.hasOwn(vatIds, id) ? vatIds[id] : undefined) ?? 'invalid'
}
