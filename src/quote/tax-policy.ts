import type { ServicePolicy } from '../policy/policy.js'
import type { TaxPolicy } from './quote.js'

/**
 * How the provider is taxed: what its backend says, else its policy's table with its country; nothing where the country
 * is in neither, since no country is assumed.
 */
export function taxPolicyOf(policy: ServicePolicy, tax?: TaxPolicy): TaxPolicy | undefined {
  if (tax) return tax
  const { sellerCountry: seller } = policy.provider
  return seller === undefined ? undefined : { seller, table: policy.vat }
}
