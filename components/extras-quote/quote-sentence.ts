import type { Words } from '../../locales/index.js'
import { taxedOf, type Quote, type QuoteReason, type Taxed, type Treatment } from '../../src/index.js'
import type { CustomerAnswers } from './offer.js'

/** A treatment under which no VAT is charged. */
export type Untaxed = 'reverse-charge' | 'outside-scope' | 'seller-not-registered'

/** Is no VAT charged under it? Never an amount of 0: it is said why. */
export function isUntaxed(treatment: Treatment): treatment is Untaxed {
  return (
    treatment === 'reverse-charge' || treatment === 'outside-scope' || treatment === 'seller-not-registered'
  )
}

/** Why no VAT is charged at all, in a few words; nothing where some is. */
export function whyUntaxed(words: Words, { vatRows }: Pick<Taxed, 'vatRows'>): string | undefined {
  const why = new Set(
    vatRows.map(({ treatment }) => (isUntaxed(treatment) ? words.say(`quote.untaxed.${treatment}`) : '')),
  )
  return why.size === 0 || why.has('') ? undefined : words.list([...why])
}

/** A price as one sentence with its total: for the ear, and wherever two prices are compared. */
export function quoteSentence(words: Words, quote: Quote, kind: CustomerAnswers['kind']): string {
  if (quote.kind === 'on-request') return words.say('quote.sentence.onRequest')
  const known = knownSentence(words, quote, kind)
  return quote.kind === 'partial' ? words.say('quote.sentence.partial', { known }) : known
}

function knownSentence(
  words: Words,
  quote: Exclude<Quote, { kind: 'on-request' }>,
  kind: CustomerAnswers['kind'],
): string {
  const taxed = taxedOf(quote)
  if (!taxed) return words.say('quote.sentence.net', { net: words.money(quote.net) })
  const why = whyUntaxed(words, taxed)
  const gross = words.money(taxed.gross)
  if (why !== undefined) return words.say('quote.sentence.untaxed', { gross, why })
  const vat = words.money(taxed.vat)
  return kind === 'consumer'
    ? words.say('quote.sentence.gross', { gross, vat })
    : words.say('quote.sentence.split', { net: words.money(taxed.net), vat, gross })
}

/** Both outcomes while a VAT ID is not confirmed; nothing where there is one outcome only. */
export function eitherSentence(words: Words, quote: Quote): string | undefined {
  if (quote.kind === 'on-request' || !quote.alternative) return undefined
  const { alternative } = quote
  const gross = words.money(alternative.gross)
  const why = whyUntaxed(words, alternative)
  const then = why === undefined ? gross : `${gross} (${why})`
  const taxed = taxedOf(quote)
  return taxed
    ? words.say('quote.either', { now: words.money(taxed.gross), then })
    : words.say('quote.eitherUnknown', { now: words.money(quote.net), then })
}

/** The name of a reason's sentence; nothing for what only the provider's books are interested in. */
const spoken = {
  'art-44': undefined,
  'art-45': undefined,
  'art-58': undefined,
  'art-59': undefined,
  'art-59c': undefined,
  'art-196': undefined,
  'supply-kind-unset': undefined,
  'oss-unset': undefined,
  'seller-unset': 'settings',
  'general-outside-eu-unset': 'settings',
  'seller-outside-eu': undefined,
  'country-missing': 'country-missing',
  'country-unknown': 'country-unknown',
  'postcode-ambiguous': 'postcode-ambiguous',
  'vat-id-missing': 'vat-id-missing',
  'vat-id-malformed': 'vat-id-malformed',
  'vat-id-invalid': 'vat-id-invalid',
  'vat-id-unchecked': 'vat-id-unchecked',
  'vat-id-unavailable': 'vat-id-unavailable',
  'vat-id-other-country': 'vat-id-other-country',
  'vat-id-northern-ireland': 'vat-id-northern-ireland',
  'proof-of-business': 'proof-of-business',
  'special-territory': 'special-territory',
  'regional-rate': 'regional-rate',
  'local-registration': 'local-registration',
  'rate-blank': 'rate',
  'rate-not-in-table': 'rate',
  'region-not-in-table': 'rate',
  'date-out-of-range': 'rate',
  'rate-outside-eu': 'settings',
  'local-tax': 'local-tax',
  'dated-rates': undefined,
  'provider-table': undefined,
  override: undefined,
  // These stand where the line or the total does.
  'estimated-time': undefined,
  'time-unknown': undefined,
  'price-on-request': undefined,
} as const satisfies Record<QuoteReason, string | undefined>

/** Why a quote is as it is, each sentence once; `but` is said elsewhere. */
export function reasonSentences(
  words: Words,
  { reasons }: Pick<Quote, 'reasons'>,
  but: readonly QuoteReason[],
): readonly string[] {
  const said = reasons.flatMap(reason => {
    const name = but.includes(reason) ? undefined : spoken[reason]
    return name === undefined ? [] : words.say(`quote.reason.${name}`)
  })
  return [...new Set(said)]
}
