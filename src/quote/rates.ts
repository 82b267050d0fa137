import type { TableRate, VatTable } from '../policy/policy.js'
import { euVatRates, rateIn } from './eu-rates.js'
import { percent } from './money.js'
import { placeOf, type Place } from './place.js'
import type { QuoteReason } from './codes.js'
import type { Decimal, RateBasis, TaxPolicy } from './quote.js'

/** A standard rate on a day: per 100,000, of which state, since when, and when it was checked. Or why there is none. */
export type DatedRate =
  | {
      readonly kind: 'known'
      readonly state: string
      /** ISO 3166-2 of a region with its own rate (`AT-6`: the two Austrian exclaves). */
      readonly region?: string
      readonly per100k: number
      readonly rate: Decimal
      readonly since: string
      readonly checkedOn: string
    }
  | { readonly kind: 'outside'; readonly specialTerritory: boolean }
  | { readonly kind: 'unknown'; readonly reason: QuoteReason }

/** The rate of the Union's VAT for a country (ISO 3166-1 alpha-2) and a postcode on a day (ISO date). Never a 0 for "unknown". */
export function rateOn(country: string, postcode: string | undefined, date: string): DatedRate {
  const place = placeOf(country, postcode)
  if (place.kind === 'unknown') return { kind: 'unknown', reason: place.why }
  if (place.kind === 'outside') return { kind: 'outside', specialTerritory: place.of !== undefined }
  const found = datedRate(place, date)
  if (!found) return { kind: 'unknown', reason: 'date-out-of-range' }
  const { checkedOn } = euVatRates
  return { ...place, ...found, kind: 'known', rate: percent(found.per100k), checkedOn }
}

type StatePlace = Extract<Place, { kind: 'state' }>

function datedRate({ state, region }: StatePlace, date: string) {
  return rateIn(region === undefined ? euVatRates.states[state] : euVatRates.regions[region], date)
}

/** A rate that can be charged, and where it comes from. */
export interface ChargedRate {
  readonly kind: 'rate'
  readonly per100k: number
  readonly basis: RateBasis
}

/** What the provider's settings say of a place: a rate, outside the scope, or unknown and why. */
export type PolicyRate =
  | ChargedRate
  | { readonly kind: 'outside-scope'; readonly why: QuoteReason }
  | { readonly kind: 'unknown'; readonly why: QuoteReason }

/** The rate of a member state by the provider's settings. A state that its table doesn't name is unknown, never `other`. */
export function stateRate(place: StatePlace, tax: TaxPolicy, date: string): PolicyRate {
  const { state, region } = place
  const override = region === undefined ? tax.overrides?.[state] : undefined
  if (override) return settled(override, { kind: 'override' })
  if (tax.table === 'dated') {
    const found = datedRate(place, date)
    if (!found) return { kind: 'unknown', why: 'date-out-of-range' }
    const { checkedOn } = euVatRates
    return {
      kind: 'rate',
      per100k: found.per100k,
      basis: { kind: 'dated', since: found.since, checkedOn },
    }
  }
  if (region !== undefined) return { kind: 'unknown', why: 'region-not-in-table' }
  const printed = tax.table.rates[state]
  if (!printed) return { kind: 'unknown', why: 'rate-not-in-table' }
  return settled(printed, { kind: 'table', date: tax.table.date })
}

/** What the provider's settings say of a country outside the Union; nothing where only the rule of the Union speaks. */
export function outsideRate(country: string, tax: TaxPolicy): PolicyRate | undefined {
  const override = tax.overrides?.[country]
  if (override) return settled(override, { kind: 'override' })
  if (tax.table === 'dated') return undefined
  const printed = tax.table.rates[country]
  if (printed) return settled(printed, { kind: 'table', date: tax.table.date })
  const { other, date } = tax.table
  return other.kind === 'outside-scope' ? undefined : settled(other, { kind: 'table', date })
}

function settled(rate: TableRate, basis: RateBasis): PolicyRate {
  if (rate.kind === 'rate') return { ...rate, basis }
  return { kind: rate.kind, why: rate.kind === 'unknown' ? 'rate-blank' : sourceOf(basis) }
}

/** Where a rate comes from, as a reason. */
export function sourceOf({ kind }: RateBasis): QuoteReason {
  if (kind === 'dated') return 'dated-rates'
  return kind === 'table' ? 'provider-table' : kind
}

/** Where a table is not what the law says on a day. */
export interface VatTableDifference {
  /** A member state, ISO 3166-1 alpha-2. */
  readonly country: string
  /** Another rate; none, or not even a row; outside the scope, which no member state is. */
  readonly kind: 'stale' | 'blank' | 'outside-scope'
  /** In per cent. */
  readonly printed?: Decimal
  readonly dated: Decimal
}

/** The member states for which a provider's table and the dated rates disagree on a day: for a warning to the developer. */
export function vatTableDifferences(table: VatTable, date: string): readonly VatTableDifference[] {
  return Object.entries(euVatRates.states).flatMap(([country, history]): readonly VatTableDifference[] => {
    const found = rateIn(history, date)
    if (!found) return []
    const dated = percent(found.per100k)
    const printed = table.rates[country] ?? { kind: 'unknown' }
    if (printed.kind === 'unknown') return [{ country, kind: 'blank', dated }]
    if (printed.kind === 'outside-scope') return [{ country, kind: 'outside-scope', dated }]
    if (printed.per100k === found.per100k) return []
    return [{ country, kind: 'stale', printed: percent(printed.per100k), dated }]
  })
}
