import {
  isSoundQuote,
  orderLines,
  parseQuoteOrder,
  parseVatId,
  placeOf,
  quoteDifferences,
  quoteExtras,
  type BindingQuote,
  type ChosenExtra,
  type PriceList,
  type Quote,
  type QuoteCustomer,
  type QuoteDifference,
  type QuoteOrder,
  type TaxPolicy,
  type VatIdStatus,
} from '../../src/index.js'

/** For whom is priced, as far as it is known: empty where it isn't. */
export interface CustomerAnswers {
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly postcode: string
  readonly kind: 'consumer' | 'business'
  readonly vatId: string
}

/** What is to be priced. */
export interface PriceRequest {
  readonly chosen: readonly ChosenExtra[]
  readonly customer: CustomerAnswers
  readonly prices: PriceList | undefined
  readonly tax: TaxPolicy | undefined
}

/** A price that is shown: what the provider stands by, or an estimate by its price list. */
export type Offer =
  | { readonly kind: 'estimate'; readonly quote: Quote; readonly customer: QuoteCustomer }
  | {
      readonly kind: 'binding'
      readonly quote: Quote
      readonly customer: QuoteCustomer
      /** The provider's name for it. */
      readonly id: string
      /** Epoch milliseconds, by the server's clock. */
      readonly validUntil: number
      /** Ours, and in what the provider's differs from it. */
      readonly estimate: Quote
      readonly differences: readonly QuoteDifference[]
    }

/** The order for a request on a day; nothing where the lines are no extras with quantities. */
export function orderFor(
  { chosen, customer, prices }: PriceRequest,
  date: string,
  status: VatIdStatus,
): QuoteOrder | undefined {
  const { country, postcode, kind, vatId } = customer
  try {
    const parsed = parseQuoteOrder({
      lines: orderLines(prices, chosen),
      customer: {
        country,
        kind,
        ...(postcode !== '' && { postcode }),
        ...(kind === 'business' && vatId !== '' && { vatId: { value: vatId, status } }),
      },
      date,
    })
    return parsed.ok ? parsed.value : undefined
  } catch {
    return undefined
  }
}

/** Our own reckoning. */
export function estimateOf(order: QuoteOrder, tax: TaxPolicy | undefined): Offer {
  return { kind: 'estimate', quote: quoteExtras(order, tax), customer: order.customer }
}

/** Why a VAT ID as it is typed can't count. The same words stand at the field. */
export type VatIdFault = 'vat-id-malformed' | 'vat-id-other-country' | 'vat-id-northern-ireland'

/** What is wrong with the form of a VAT ID; nothing where there is none, or where none is asked for. */
export function vatIdFault({ country, kind, vatId }: CustomerAnswers): VatIdFault | undefined {
  if (!asksVatId({ country, kind }) || vatId === '') return undefined
  const parsed = parseVatId(vatId, country)
  return parsed.ok || parsed.error === 'empty' ? undefined : `vat-id-${parsed.error}`
}

/** Does a VAT ID say anything there? Member states give them, to businesses. */
export function asksVatId({ country, kind }: Pick<CustomerAnswers, 'country' | 'kind'>): boolean {
  return kind === 'business' && placeOf(country).kind === 'state'
}

/** The provider's answer as an offer; nothing where it doesn't add up, or where its digest is of another quote. */
export async function bindingOffer(
  { quote, id, validUntil, digest }: BindingQuote,
  { quote: estimate, customer }: Offer,
): Promise<Offer | undefined> {
  try {
    if (!(await isSoundQuote(quote, digest))) return undefined
    return {
      kind: 'binding',
      quote,
      customer,
      id,
      validUntil,
      estimate,
      differences: quoteDifferences(estimate, quote),
    }
  } catch {
    return undefined
  }
}

/** Can it be approved? Where support has yet to name every price there is nothing to agree to. */
export function isApprovable({ quote }: Offer): boolean {
  return quote.kind !== 'on-request'
}
