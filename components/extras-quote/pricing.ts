// What a price takes, decisions, tables of rates and templates: loaded when a first price is asked for.
export { quoteDigest, vatIdToCheck, vatTableDifferences } from '../../src/index.js'
export { bindingOffer, estimateOf, isApprovable, orderFor } from './offer.js'
export { quoteSentence } from './quote-sentence.js'
export { quotePart } from './quote-view.js'
