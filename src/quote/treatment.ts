import { placeOf, type Place } from './place.js'
import type { QuoteReason, Treatment } from './codes.js'
import type { QuoteOrder, SupplyKind, TaxPolicy } from './quote.js'
import { outsideRate, sourceOf, stateRate, type ChargedRate, type PolicyRate } from './rates.js'
import { vatIdStanding, type VatIdStanding } from './vat-id-standing.js'

/** How one supply is taxed: `rate` where VAT is charged. Under `unknown` nothing is. */
export interface Taxation {
  readonly treatment: Treatment
  /** Whose tax it is. */
  readonly country?: string
  readonly rate?: ChargedRate
  readonly reasons: readonly QuoteReason[]
}

/** What decides on the tax besides the kind of supply. */
export interface TaxSituation {
  readonly tax: TaxPolicy
  readonly date: string
  /** The member state of the seller, if any. */
  readonly sellerState: string | undefined
  readonly place: Place
  readonly isBusiness: boolean
  readonly vatId: VatIdStanding
}

type StatePlace = Extract<Place, { kind: 'state' }>
type OutsidePlace = Extract<Place, { kind: 'outside' }>

/** Looks at the order once; nothing where the seller is not known. */
export function situationOf(
  { customer, date }: QuoteOrder,
  tax: TaxPolicy | undefined,
): TaxSituation | undefined {
  const seller = tax && placeOf(tax.seller)
  if (!tax || seller?.kind === 'unknown') return undefined
  const sellerState = seller?.kind === 'state' ? seller.state : undefined
  const place = placeOf(customer.country, customer.postcode)
  const isBusiness = customer.kind === 'business'
  // Outside the Union a VAT ID tells nothing; at home nobody asks for it.
  const counts = isBusiness && place.kind === 'state'
  const vatId = counts ? vatIdStanding(customer.vatId, place.state) : { kind: 'none' as const, reasons: [] }
  return { tax, date, sellerState, place, isBusiness, vatId }
}

/** The tax on a supply: Directive 2006/112, Art. 44, 45, 58, 59, 59c, 196. */
export function taxationOf(supply: SupplyKind, situation: TaxSituation): Taxation {
  const { tax, place, sellerState, vatId } = situation
  if (tax.vatRegistered === false) return { treatment: 'seller-not-registered', reasons: [] }
  if (place.kind === 'unknown') return unknown(place.why)
  if (place.kind === 'outside') return outside(supply, place, situation)
  if (place.state === sellerState) return domestic(supply, place, situation)
  if (vatId.kind === 'confirmed')
    return { treatment: 'reverse-charge', country: place.state, reasons: ['art-44', 'art-196'] }
  const charged = asConsumer(supply, place, situation)
  const reasons = [...charged.reasons, ...vatId.reasons]
  if (vatId.kind === 'pending' && charged.rate)
    return { ...charged, treatment: 'reverse-charge-pending', reasons }
  return { ...charged, reasons }
}

function domestic(supply: SupplyKind, place: StatePlace, { tax, date, isBusiness }: TaxSituation): Taxation {
  const atSeller = !isBusiness && supply === 'general'
  const where = atSeller ? mainland(place.state) : place
  const why = isBusiness ? 'art-44' : atSeller ? 'art-45' : 'art-58'
  return at(where, 'domestic', stateRate(where, tax, date), why)
}

/** A consumer of another state, or a business taken for one (Reg. 282/2011, Art. 18) as long as no VAT ID tells. */
function asConsumer(
  supply: SupplyKind,
  place: StatePlace,
  { tax, date, sellerState }: TaxSituation,
): Taxation {
  const atSeller = supply === 'general' ? 'art-45' : 'art-59c'
  if (sellerState !== undefined && (supply === 'general' || tax.oss === false)) {
    const seller = mainland(sellerState)
    return at(seller, 'eu-consumer-seller-rate', stateRate(seller, tax, date), atSeller)
  }
  if (supply === 'general') return outsideScope('art-45', 'seller-outside-eu')
  const { reasons, ...rest } = at(place, 'eu-consumer-destination', stateRate(place, tax, date), 'art-58')
  return {
    ...rest,
    reasons: sellerState !== undefined && tax.oss === undefined ? [...reasons, 'oss-unset'] : reasons,
  }
}

// They tax such services from abroad themselves.
const registersForeigners = ['CH', 'GB', 'LI', 'NO']

function outside(supply: SupplyKind, { country, of }: OutsidePlace, situation: TaxSituation): Taxation {
  const { tax, date, sellerState, isBusiness } = situation
  const territory: readonly QuoteReason[] = of === undefined ? [] : ['special-territory']
  // What a state charges in territories of its own is beyond the Union's rules.
  if (of !== undefined && of === sellerState) return unknown('special-territory')
  const set = of === undefined ? outsideRate(country, tax) : undefined
  if (set?.kind === 'unknown') return unknown(set.why)
  if (country === tax.seller) {
    if (set?.kind === 'rate') return charged(country, 'domestic', set, [])
    return set ? outsideScope(set.why) : unknown('local-tax')
  }
  if (set?.kind === 'rate') return unknown('rate-outside-eu')
  if (sellerState === undefined) return outsideScope('seller-outside-eu', ...territory)
  if (isBusiness) return outsideScope('art-44', 'proof-of-business', ...territory)
  if (supply === 'electronic') {
    const local: readonly QuoteReason[] = registersForeigners.includes(country) ? ['local-registration'] : []
    return outsideScope('art-58', ...local, ...territory)
  }
  if (tax.generalOutsideEu === 'outside-scope') return outsideScope('art-59', ...territory)
  if (tax.generalOutsideEu === undefined) return unknown('general-outside-eu-unset', ...territory)
  const seller = mainland(sellerState)
  const { reasons, ...rest } = at(seller, 'eu-consumer-seller-rate', stateRate(seller, tax, date), 'art-45')
  return { ...rest, reasons: [...reasons, ...territory] }
}

function mainland(state: string): StatePlace {
  return { kind: 'state', state }
}

function at(place: StatePlace, treatment: Treatment, rate: PolicyRate, why: QuoteReason): Taxation {
  if (rate.kind === 'unknown') return unknown(why, rate.why)
  if (rate.kind === 'outside-scope') return outsideScope(rate.why)
  return charged(place.state, treatment, rate, place.region === undefined ? [why] : [why, 'regional-rate'])
}

function charged(
  country: string,
  treatment: Treatment,
  rate: ChargedRate,
  reasons: readonly QuoteReason[],
): Taxation {
  return { treatment, country, rate, reasons: [...reasons, sourceOf(rate.basis)] }
}

function outsideScope(...reasons: readonly QuoteReason[]): Taxation {
  return { treatment: 'outside-scope', reasons }
}

function unknown(...reasons: readonly QuoteReason[]): Taxation {
  return { treatment: 'unknown', reasons }
}
