import { checkQuote } from '../quote/check-quote.js'
import { orderLines } from '../quote/order-lines.js'
import { sameQuote } from '../quote/quote-differences.js'
import { quoteDigest } from '../quote/quote-digest.js'
import type { BindingQuote, OrderLine, QuoteCustomer, QuoteOrder } from '../quote/quote.js'
import type { InterventionAdapter } from './adapter.js'
import { answerOf } from './answer.js'
import { holds, rejection, tellsTheSame } from './conformance-assert.js'
import { foundOr } from './conformance-reading.js'
import * as wire from './wire.js'

/** An ID with a right check digit that no office has given to the kit. */
const vatId = 'PL1234563218'

/** At most three extras of the price list, at its prices, for whoever is signed in. */
async function sampleOrder(adapter: InterventionAdapter): Promise<QuoteOrder> {
  const { account, now, policy, prices } = await adapter.context()
  const listed = Object.keys(prices?.prices ?? {})
  const ids = listed.length > 0 ? listed : (policy?.extras ?? []).map(({ id }) => id)
  const extras = ids.length > 0 ? ids : ['data-recovery']
  return {
    lines: orderLines(
      prices,
      extras.slice(0, 3).map(extra => ({ extra })),
    ),
    customer: { country: account.country ?? 'PL', kind: account.kind ?? 'consumer' },
    date: new Date(now).toISOString().slice(0, 10),
  }
}

/** The quote for an order; nothing where the system makes none. */
async function quoted(adapter: InterventionAdapter, order: QuoteOrder): Promise<BindingQuote | undefined> {
  if (!adapter.quote) return undefined
  const answer = await foundOr(adapter.quote(order))
  return answer === 'unsupported' ? undefined : answerOf(wire.bindingQuote, answer)
}

/** A quote for what no provider has to quote; nothing where it is refused by a code. */
async function quotedOrRefused(
  adapter: InterventionAdapter,
  order: QuoteOrder,
  of: string,
): Promise<BindingQuote | undefined> {
  try {
    return await quoted(adapter, order)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : String(error)
    holds(code === 'invalid' || code === 'conflict', `${of}: neither quoted nor refused as "invalid"`)
    return undefined
  }
}

/** It adds up, is its own digest's, is for what was ordered, stands for a while, and is the same when asked again. */
export async function standsByAPrice(adapter: InterventionAdapter): Promise<void> {
  const order = await sampleOrder(adapter)
  const first = await quoted(adapter, order)
  if (!first) return
  const flaws = checkQuote(first.quote)
  holds(flaws.length === 0, `quote: doesn’t add up (${flaws.join(', ')})`)
  holds(first.digest === (await quoteDigest(first.quote)), 'quote: the digest is not quoteDigest(quote)')
  tellsTheSame(extrasOf(first.quote.lines), extrasOf(order.lines), 'the extras of the quote')
  const { now } = await adapter.context()
  holds(first.validUntil > now, 'quote: no longer stood by when it comes')
  const second = await quoted(adapter, order)
  holds(
    second !== undefined && sameQuote(first.quote, second.quote),
    'quote: another price for the same order',
  )
}

/** Whoever writes an order of their own gets no other price by it. */
export async function believesNoOrder(adapter: InterventionAdapter): Promise<void> {
  const order = await sampleOrder(adapter)
  const honest = await quoted(adapter, order)
  if (!honest) return
  const cheap = await quotedOrRefused(
    adapter,
    { ...order, lines: order.lines.map(cheaper) },
    'an order at prices of its own',
  )
  holds(!cheap || sameQuote(cheap.quote, honest.quote), 'quote: believes the prices of the order')

  const abroad = (status: 'valid' | 'unchecked'): QuoteOrder => {
    const customer: QuoteCustomer = {
      country: 'DE',
      kind: 'business',
      vatId: { value: 'DE136695976', status },
    }
    return { ...order, customer }
  }
  const unchecked = await quotedOrRefused(adapter, abroad('unchecked'), 'a business abroad')
  const confirmed = await quotedOrRefused(adapter, abroad('valid'), 'a VAT ID confirmed by its owner')
  holds(
    !unchecked || !confirmed || sameQuote(confirmed.quote, unchecked.quote),
    'quote: believes the order’s word on its VAT ID',
  )
}

/** What isn't sold is refused, or has no price before support has named one. */
export async function pricesNothingUnknown(adapter: InterventionAdapter): Promise<void> {
  const order = await sampleOrder(adapter)
  const unitNet = { amount: '1.00', currency: 'EUR' }
  const unknown = { ...order, lines: [{ extra: 'no-such-extra-7f3a', quantity: '1', unitNet }] }
  const answer = await quotedOrRefused(adapter, unknown, 'an extra that nobody sells')
  holds(!answer || answer.quote.kind === 'on-request', 'quote: has a price for an extra that nobody sells')
}

/** One of three words. */
export async function saysOfAVatId(adapter: InterventionAdapter): Promise<void> {
  if (!adapter.checkVatId) return
  const answer = await foundOr(adapter.checkVatId(vatId))
  if (answer !== 'unsupported') answerOf(wire.vatCheck, answer)
}

/** Neither question is asked for whoever has aborted. */
export async function asksNothingAborted(adapter: InterventionAdapter): Promise<void> {
  const order = await sampleOrder(adapter)
  const reason = new Error('no longer wanted')
  const call = { signal: AbortSignal.abort(reason) }
  if (adapter.quote)
    holds((await rejection(adapter.quote(order, call), 'quote, aborted')) === reason, other('quote'))
  if (adapter.checkVatId)
    holds(
      (await rejection(adapter.checkVatId(vatId, call), 'checkVatId, aborted')) === reason,
      other('checkVatId'),
    )
}

function other(method: string): string {
  return `${method}: not the signal’s reason`
}

function extrasOf(lines: readonly OrderLine[]): readonly string[] {
  return lines.map(({ extra }) => extra)
}

function cheaper(line: OrderLine): OrderLine {
  const { unitNet } = line
  return unitNet === 'on-request' ? line : { ...line, unitNet: { ...unitNet, amount: '0.01' } }
}
