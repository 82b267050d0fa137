// Codes of a quote: words for them are the locales'.

/** How a supply is taxed. Articles are of Directive 2006/112. */
export const treatments = [
  /** Seller and customer in the same state: its rate, also between businesses. */
  'domestic',
  /** A consumer in another state, taxed there (Art. 58). */
  'eu-consumer-destination',
  /** A consumer in another state, taxed where the seller is (Art. 45, 59c). */
  'eu-consumer-seller-rate',
  /** A business in another state with a confirmed VAT ID: the customer owes the tax (Art. 44, 196). */
  'reverse-charge',
  /** The same with a VAT ID not confirmed yet: charged as to a consumer meanwhile. */
  'reverse-charge-pending',
  /** No VAT of the Union. Not a rate of 0. */
  'outside-scope',
  /** The seller charges no VAT. */
  'seller-not-registered',
  'unknown',
] as const

/** How a supply is taxed. */
export type Treatment = (typeof treatments)[number]

/** Why a quote is as it is. Articles are of Directive 2006/112. */
export const quoteReasons = [
  /** Place of supply: the customer's business; the seller's (consumers, general); the consumer's (electronic). */
  'art-44',
  'art-45',
  'art-58',
  /** Services of the list of Art. 59 to consumers outside the Union. */
  'art-59',
  /** Below the threshold of 10,000 € a year. */
  'art-59c',
  /** The customer owes the tax. */
  'art-196',
  /** Not set by the provider, and so taken as the rule says. */
  'supply-kind-unset',
  'oss-unset',
  /** Not set by the provider, and so unknown: the policy's seller, `generalOutsideEu`. */
  'seller-unset',
  'general-outside-eu-unset',
  'seller-outside-eu',
  /** The customer's. */
  'country-missing',
  'country-unknown',
  'postcode-ambiguous',
  'vat-id-missing',
  'vat-id-malformed',
  'vat-id-invalid',
  'vat-id-unchecked',
  'vat-id-unavailable',
  /** Of another state than the customer's country. */
  'vat-id-other-country',
  /** `XI` stands for goods only. */
  'vat-id-northern-ireland',
  /** No VAT ID can tell that this customer is a business. */
  'proof-of-business',
  /** Of a state, but outside the Union's VAT: a local tax may be due. */
  'special-territory',
  'regional-rate',
  /** The country taxes such services itself; the seller may have to register there. */
  'local-registration',
  /** Why there is no rate: blank or missing in the table, a region's missing, no rate that early. */
  'rate-blank',
  'rate-not-in-table',
  'region-not-in-table',
  'date-out-of-range',
  /** The table has a rate for a country outside the Union; whether it applies, support knows. */
  'rate-outside-eu',
  /** Seller and customer in one country outside the Union: its own tax. */
  'local-tax',
  /** Where the rates come from. */
  'dated-rates',
  'provider-table',
  'override',
  /** Lines: the time is an estimate; not even that; support names the price. */
  'estimated-time',
  'time-unknown',
  'price-on-request',
] as const

/** Why a quote is as it is. */
export type QuoteReason = (typeof quoteReasons)[number]
