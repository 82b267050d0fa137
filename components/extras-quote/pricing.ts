// What a price takes, decisions, tables of rates and templates: loaded when a first price is asked for.
export { isSoundQuote, quoteDigest, vatIdToCheck, vatTableDifferences } from '../../src/index.js'
export { bindingOffer, estimateOf, isApprovable, orderFor } from './offer.js'
export { priceTable } from './price-table.js'
export { quoteSentence } from './quote-sentence.js'
export { quotePart } from './quote-view.js'
