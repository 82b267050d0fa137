import { orderLines, type ChosenExtra } from './order-lines.js'
import { quoteDigest } from './quote-digest.js'
import { quoteExtras } from './quote-extras.js'
import type {
  BindingQuote,
  OrderLine,
  PriceList,
  QuoteCustomer,
  QuoteOrder,
  TaxPolicy,
  VatIdStatus,
} from './quote.js'
import { vatIdToCheck } from './vat-id-standing.js'

/** What the provider's side knows for itself, and takes from no browser. */
export interface QuoteTerms {
  readonly prices?: PriceList | undefined
  readonly tax?: TaxPolicy | undefined
  /** The server's clock, epoch milliseconds: its day (UTC) is the tax point. */
  readonly now: number
  /** Asks the authority. Without it no VAT ID counts as confirmed. */
  readonly checkVatId?: ((id: string) => Promise<VatIdStatus>) | undefined
}

/** A price without a name yet, and for whom it was counted: with the provider's own word on the VAT ID. */
export interface ProviderQuote extends Pick<BindingQuote, 'quote' | 'digest'> {
  readonly customer: QuoteCustomer
}

/**
 * A price that a provider can stand by, for an order that came from a browser: answer the quote and its digest with an `id`
 * and `validUntil`, and keep all of it, the customer too: `isKeptQuote` compares it at filing.
 *
 * Of the order counts what the customer may decide: which extras, how much, where they live and what they are. Prices,
 * rates, the day and the word on a VAT ID are the provider's own, whatever the order says. What has no price is on
 * request. Check the order with `parseQuoteOrder` before; the bridge does.
 */
export async function providerQuote(
  order: QuoteOrder,
  { prices, tax, now, checkVatId }: QuoteTerms,
): Promise<ProviderQuote> {
  const { vatId } = order.customer
  const orderWith = (status: VatIdStatus): QuoteOrder => ({
    lines: orderLines(prices, order.lines.map(wanted)),
    customer: { ...order.customer, ...(vatId && { vatId: { value: vatId.value, status } }) },
    date: new Date(now).toISOString().slice(0, 10),
  })
  const own = orderWith('unchecked')
  const unchecked = quoteExtras(own, tax)
  const toCheck = checkVatId && vatIdToCheck(own, unchecked)
  const asked = toCheck ? orderWith(await checkVatId(toCheck)) : own
  const quote = toCheck ? quoteExtras(asked, tax) : unchecked
  return { quote, digest: await quoteDigest(quote), customer: asked.customer }
}

/** What a line wants. Work by time of which nobody said how long it takes comes as one unit on request: that is no quantity. */
export function wanted({ extra, quantity, unit, unitNet }: OrderLine): ChosenExtra {
  return unit && unitNet === 'on-request' ? { extra } : { extra, quantity }
}
