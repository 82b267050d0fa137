// Codes of a quote: the words for them are the locales'. Articles are of Directive 2006/112.

/** How a supply is taxed. */
export const treatments = [
  // Seller and customer in the same state: its rate, also between businesses.
  'domestic',
  // A consumer in another state, taxed there (Art. 58).
  'eu-consumer-destination',
  // A consumer taxed where the seller is (Art. 45, 59c): in another state, or abroad where the provider has it so.
  'eu-consumer-seller-rate',
  // A business in another state with a confirmed VAT ID: the customer owes the tax (Art. 44, 196).
  'reverse-charge',
  // The same while the VAT ID is not confirmed: charged as to a consumer meanwhile.
  'reverse-charge-pending',
  // No VAT of the Union. Not a rate of 0.
  'outside-scope',
  // The seller charges no VAT.
  'seller-not-registered',
  'unknown',
] as const

/** How a supply is taxed. */
export type Treatment = (typeof treatments)[number]

/** Why a quote is as it is. */
export const quoteReasons = [
  // The place of supply: a business customer's.
  'art-44',
  // The seller's, for consumers and services of people.
  'art-45',
  // The consumer's, for electronic services.
  'art-58',
  // The consumer's outside the Union, for the services listed there.
  'art-59',
  // The seller's, below 10,000 € a year.
  'art-59c',
  // The customer owes the tax.
  'art-196',

  // Not set by the provider, and so taken as the rule says: electronic; taxed where the consumer is.
  'supply-kind-unset',
  'oss-unset',
  // Not set by the provider, and so unknown: where it is; what of services of people to consumers abroad.
  'seller-unset',
  'general-outside-eu-unset',
  'seller-outside-eu',

  'country-missing',
  'country-unknown',
  // Shared by a place outside the Union's VAT and its neighbours.
  'postcode-ambiguous',
  // A business without a VAT ID is charged as a consumer (Reg. 282/2011, Art. 18), and so with one that …
  'vat-id-missing',
  // … has not the form of its country's,
  'vat-id-malformed',
  // … the authority doesn't know,
  'vat-id-invalid',
  // … nobody asked about yet,
  'vat-id-unchecked',
  // … the authority could not be asked about,
  'vat-id-unavailable',
  // … is of another state than the customer's country,
  'vat-id-other-country',
  // … begins with XI: it stands for goods only.
  'vat-id-northern-ireland',
  // A business abroad: no VAT ID can tell that it is one.
  'proof-of-business',

  // Of a member state, but outside the Union's VAT (Art. 6): a local tax may be due.
  'special-territory',
  // A region with a standard rate of its own.
  'regional-rate',
  // The country taxes such services itself; the seller may have to register there.
  'local-registration',

  // There is no rate: blank in the provider's table,
  'rate-blank',
  // its state or its region not in the table,
  'rate-not-in-table',
  'region-not-in-table',
  // or none known for that day.
  'date-out-of-range',
  // The table has a rate for a country outside the Union: whether it applies, support knows.
  'rate-outside-eu',
  // Seller and customer in one country outside the Union: its own tax.
  'local-tax',

  // Where the rate was read: the dated rates, the provider's own table, set for the country by the provider.
  'dated-rates',
  'provider-table',
  'override',

  // A line's quantity is time, and so an estimate.
  'estimated-time',
  // Work by time, and nobody said how long.
  'time-unknown',
  // Support names the price.
  'price-on-request',
] as const

/** Why a quote is as it is. */
export type QuoteReason = (typeof quoteReasons)[number]
