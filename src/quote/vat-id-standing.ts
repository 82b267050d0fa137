import type { QuoteReason } from './codes.js'
import type { Quote, QuoteCustomer, QuoteOrder } from './quote.js'
import { parseVatId } from './vat-id.js'

/** Does a VAT ID move the tax to the customer: it does, it will once confirmed, or it doesn't. */
export interface VatIdStanding {
  readonly kind: 'confirmed' | 'pending' | 'none'
  readonly reasons: readonly QuoteReason[]
}

/**
 * What the VAT ID of a business in another member state is worth.
 *
 * Only the authority confirms: a form that we don't know is no objection to its word, another state's prefix is.
 */
export function vatIdStanding(vatId: QuoteCustomer['vatId'], state: string): VatIdStanding {
  if (!vatId) return none('vat-id-missing')
  const parsed = parseVatId(vatId.value, state)
  if (!parsed.ok && parsed.error !== 'malformed')
    return none(parsed.error === 'empty' ? 'vat-id-missing' : `vat-id-${parsed.error}`)
  switch (vatId.status) {
    case 'valid':
      return { kind: 'confirmed', reasons: [] }
    case 'invalid':
      return none('vat-id-invalid')
    default:
      if (!parsed.ok) return none('vat-id-malformed')
      return { kind: 'pending', reasons: [`vat-id-${vatId.status}`] }
  }
}

/**
 * The VAT ID of an order that the authority is to be asked about, in the form that VIES takes; `undefined` where its word
 * changes nothing. `quote`: the order's, with the status `unchecked`.
 */
export function vatIdToCheck({ customer }: QuoteOrder, quote: Quote): string | undefined {
  if (!customer.vatId || !quote.reasons.includes('vat-id-unchecked')) return undefined
  const parsed = parseVatId(customer.vatId.value, customer.country)
  return parsed.ok ? parsed.value.id : undefined
}

function none(reason: QuoteReason): VatIdStanding {
  return { kind: 'none', reasons: [reason] }
}
