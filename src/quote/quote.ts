import type { QuoteReason, Treatment } from './codes.js'
import type { TableRate, VatTable } from '../policy/policy.js'

/** An exact decimal number as text: `"12.50"`. A dot, no sign, no grouping, no exponent, at most 6 decimals. */
export type Decimal = string

/** An amount and its currency (ISO 4217): `{ amount: '325.19', currency: 'EUR' }`. */
export interface Money {
  readonly amount: Decimal
  readonly currency: string
}

/** What work by time is charged in: every unit that was started. */
export type TimeUnit = '15-minutes' | 'hour'

/** What an extra costs, net. */
export type Price =
  | { readonly kind: 'fixed'; readonly net: Decimal }
  | {
      readonly kind: 'per-unit'
      /** The price of one started unit. */
      readonly net: Decimal
      readonly unit: TimeUnit
      /** How long the work is expected to take, in whole minutes. */
      readonly estimateMinutes?: number
      /** Longer is never charged, in whole minutes. */
      readonly capMinutes?: number
    }
  | { readonly kind: 'on-request' }

/** The provider's prices, by id of the extra. Currency: ISO 4217. */
export interface PriceList {
  readonly currency: string
  readonly prices: Readonly<Record<string, Price>>
}

/** How an extra is supplied: essentially automated (Reg. 282/2011, Art. 7), or by people. The provider decides. */
export type SupplyKind = 'electronic' | 'general'

/** How the provider is taxed. What is unset is never guessed: the quote names it among its reasons. */
export interface TaxPolicy {
  /** Where the seller is established, ISO 3166-1 alpha-2. */
  readonly seller: string
  /** The dated rates of the European Union, or the provider's own table. */
  readonly table: 'dated' | VatTable
  /** Wins over the table, by ISO 3166-1 alpha-2 code. Special territories keep their own rules. */
  readonly overrides?: Readonly<Record<string, TableRate>>
  /** By id of the extra; `electronic` where unset. */
  readonly supplyKind?: Readonly<Record<string, SupplyKind>>
  /**
   * Are consumers in other states taxed where they live (One Stop Shop, or beyond 10,000 € a year)? `false`: at the
   * seller's rate, Directive 2006/112, Art. 59c. Unset: the rule of Art. 58, where they live.
   */
  readonly oss?: boolean
  /** `false`: the seller charges no VAT at all (exempt small business). */
  readonly vatRegistered?: boolean
  /** General services to consumers outside the Union: on the list of Art. 59, or taxed where the seller is. Unset: unknown. */
  readonly generalOutsideEu?: 'outside-scope' | 'seller-rate'
}

/** A line of an order. */
export interface OrderLine {
  readonly extra: string
  /** Pieces, or started units of time. */
  readonly quantity: Decimal
  /** The price of one, net; it may have more decimals than the currency. */
  readonly unitNet: Money | 'on-request'
  /** Given where the quantity is time, and so an estimate. */
  readonly unit?: TimeUnit
  /** More units are never charged. */
  readonly cap?: Decimal
}

/** What is known of a VAT ID. `unavailable`: the authority could not be asked. */
export type VatIdStatus = 'valid' | 'invalid' | 'unchecked' | 'unavailable'

/** For whom is priced. */
export interface QuoteCustomer {
  /** ISO 3166-1 alpha-2; empty while not given, and then the tax is unknown. */
  readonly country: string
  readonly postcode?: string
  readonly kind: 'consumer' | 'business'
  readonly vatId?: { readonly value: string; readonly status: VatIdStatus }
}

/** What is to be priced, and for whom. */
export interface QuoteOrder {
  readonly lines: readonly OrderLine[]
  readonly customer: QuoteCustomer
  /** The tax point, an ISO date: `2026-11-26`. */
  readonly date: string
}

/** How sure a rate is: in force since a date and checked on another; from the provider's table; set by the provider. */
export type RateBasis =
  | { readonly kind: 'dated'; readonly since: string; readonly checkedOn: string }
  | { readonly kind: 'table'; readonly date: number | 'undated' }
  | { readonly kind: 'override' }

/** A line of a quote: `net` is missing where the price is on request. */
export interface QuoteLine extends OrderLine {
  readonly net?: Money
  /** What it costs at its cap, net. */
  readonly netAtMost?: Money
}

/** VAT of one rate (EN 16931, BG-23): once on the sum, never line by line. */
export interface VatRow {
  readonly treatment: Treatment
  /** Whose tax it is, ISO 3166-1 alpha-2. */
  readonly country?: string
  /** In per cent: `"25.5"`. Missing where no VAT is charged, which is no rate of 0. */
  readonly rate?: Decimal
  readonly basis?: RateBasis
  readonly taxable: Money
  readonly vat: Money
}

/** Amounts whose tax is known. */
export interface Taxed {
  readonly net: Money
  readonly vat: Money
  readonly gross: Money
  /** In per cent, where there is one rate only. */
  readonly rate?: Decimal
  readonly vatRows: readonly VatRow[]
}

/** How all of it is taxed; `mixed` where the rows tell different things. */
export type QuoteTreatment = Treatment | 'mixed'

/** The same order once the VAT ID is confirmed. */
export interface QuoteAlternative extends Taxed {
  readonly treatment: QuoteTreatment
  readonly reasons: readonly QuoteReason[]
}

/** What every quote has. */
export interface QuoteHead {
  /** The tax point, an ISO date. */
  readonly date: string
  readonly lines: readonly QuoteLine[]
  readonly treatment: QuoteTreatment
  /** In the order of the alphabet, each once. */
  readonly reasons: readonly QuoteReason[]
}

/** A price in words for the screen and numbers for the wire: never a total while the tax is unknown. */
export type Quote =
  | (QuoteHead & Taxed & { readonly kind: 'total'; readonly alternative?: QuoteAlternative })
  | (QuoteHead & {
      readonly kind: 'tax-unknown'
      readonly net: Money
      readonly alternative?: QuoteAlternative
    })
  | (QuoteHead & { readonly kind: 'on-request' })
  /** Some lines are on request. The amounts are those of the others; without `vat` and `gross` their tax is unknown. */
  | (QuoteHead & {
      readonly kind: 'partial'
      readonly net: Money
      readonly vat?: Money
      readonly gross?: Money
      readonly rate?: Decimal
      readonly vatRows?: readonly VatRow[]
      readonly alternative?: QuoteAlternative
    })

/** A quote that the provider stands by until `validUntil` (epoch milliseconds). */
export interface BindingQuote {
  readonly quote: Quote
  readonly id: string
  readonly validUntil: number
  readonly digest: string
}
