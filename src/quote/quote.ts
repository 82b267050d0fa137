/** An exact decimal number as text: `"12.50"`. A dot, no grouping, no exponent. */
export type Decimal = string

/** What an extra costs, net. */
export type Price =
  | { readonly kind: 'fixed'; readonly net: Decimal }
  | {
      readonly kind: 'per-unit'
      readonly net: Decimal
      readonly unit: '15-minutes' | 'hour'
      readonly estimate?: Decimal
      readonly cap?: Decimal
    }
  | { readonly kind: 'on-request' }

/** The provider's prices, by id of the extra. Currency: ISO 4217. */
export interface PriceList {
  readonly currency: string
  readonly prices: Readonly<Record<string, Price>>
}

/** How the provider is taxed. */
export interface TaxPolicy {
  /** Where the seller is established, ISO 3166-1 alpha-2. */
  readonly sellerCountry: string
  readonly vatRegistered: boolean
  /** Does the seller use the One Stop Shop for consumers in other states (Directive 2006/112, Art. 59c)? */
  readonly oss: boolean
  /** The provider's own table, or the dated rates of the European Union. */
  readonly rates: 'provider-table' | 'dated'
  /** By id of the extra; `electronic` where unset (Reg. 282/2011, Art. 7). */
  readonly supplyKind?: Readonly<Record<string, 'electronic' | 'general'>>
}

/** What is to be priced, and for whom. */
export interface QuoteOrder {
  readonly lines: readonly { readonly extra: string; readonly quantity: Decimal }[]
  readonly country?: string
  readonly postcode?: string
  readonly customerKind?: 'consumer' | 'business'
  readonly vatId?: string
}

/** A line of a quote: `net` is missing where the price is on request. */
export interface QuoteLine {
  readonly extra: string
  readonly quantity: Decimal
  readonly net?: Decimal
}

/** VAT of one rate. The rate is an integer per 100,000. */
export interface QuoteVat {
  readonly per100k: number
  readonly taxable: Decimal
  readonly vat: Decimal
}

/** A price in words for the screen and numbers for the wire: never a total while the tax is unknown. */
export type Quote =
  | {
      readonly kind: 'total'
      readonly currency: string
      readonly lines: readonly QuoteLine[]
      readonly net: Decimal
      readonly vat: readonly QuoteVat[]
      readonly gross: Decimal
      readonly reasons: readonly string[]
    }
  | {
      readonly kind: 'tax-unknown'
      readonly currency: string
      readonly lines: readonly QuoteLine[]
      readonly net: Decimal
      readonly reasons: readonly string[]
    }
  | { readonly kind: 'on-request'; readonly lines: readonly QuoteLine[]; readonly reasons: readonly string[] }
  | {
      readonly kind: 'partial'
      readonly currency: string
      readonly lines: readonly QuoteLine[]
      readonly knownNet: Decimal
      readonly reasons: readonly string[]
    }

/** A quote that the provider stands by until `validUntil` (epoch milliseconds). */
export interface BindingQuote {
  readonly quote: Quote
  readonly id: string
  readonly validUntil: number
  readonly digest: string
}
