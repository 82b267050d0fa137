import { html, nothing, type TemplateResult } from 'lit'
import type { Words } from '../../locales/index.js'
import { taxedOf, type Quote, type QuoteReason, type ServicePolicy } from '../../src/index.js'
import { notice } from '../shared/notice.js'
import { isApprovable, type CustomerAnswers, type Offer } from './offer.js'
import { priceTable } from './price-table.js'
import type { Approval, ProviderWord, QuoteState } from './quote-state.js'
import { eitherSentence, quoteSentence, reasonSentences, whyUntaxed } from './quote-sentence.js'
import { taxDetails } from './tax-details.js'

/** What a price is drawn from, and what can be done about it. */
export interface QuoteView {
  readonly words: Words
  /** Whose labels the extras have; without one, the preset's. */
  readonly policy: ServicePolicy | undefined
  readonly customer: CustomerAnswers
  /** Are the questions about the customer in sight from the beginning? The same at every drawing. */
  readonly open: boolean
  readonly approval: Approval | undefined
  /** Has an approval fallen, because the price has changed? */
  readonly fell: boolean
  readonly edit: (changes: Partial<CustomerAnswers>) => void
  readonly approve: (offer: Offer) => void
  readonly askAgain: () => void
  /** Is it a part of something larger, whose own way on stands out? */
  readonly isPart?: boolean
}

type Priced = Extract<QuoteState, { at: 'priced' }>

/** A price with all that belongs to it: whose tax, what it comes to, and the customer's word on it. */
export function quotePart(view: QuoteView, { offer, word }: Priced): TemplateResult {
  const { words, policy, customer, open, edit } = view
  const { quote } = offer
  const isTaxed = quote.kind !== 'on-request' || word !== 'none'
  return html`${isTaxed ? taxDetails({ words, customer, reasons: quote.reasons, open, edit }) : nothing}
    ${headline(words, offer, customer.kind)} ${priceTable({ words, policy, quote, kind: customer.kind })}
    ${outcomes(view, quote, word)} ${why(words, quote)}
    <div class="stack tight" data-field="quoteApproval">
      ${providersWord(view, offer, word)}
      <p class="hint">${words.say(offer.kind === 'binding' ? 'extra.notePriced' : 'extra.note')}</p>
      ${isApprovable(offer) ? approval(view, offer, word) : nothing}
    </div>`
}

/** The one figure that is looked for: gross for a consumer, net for a business. */
function headline(words: Words, offer: Offer, kind: CustomerAnswers['kind']): TemplateResult {
  const { quote } = offer
  if (quote.kind === 'on-request')
    return html`<p class="headline" id="quote-headline" tabindex="-1">
      <strong>${words.say('quote.headline.onRequest')}</strong>
    </p>`
  const taxed = taxedOf(quote)
  const isGross = kind === 'consumer' && taxed !== undefined
  return html`<p class="headline" id="quote-headline" tabindex="-1">
    <span class="hint">${standingOf(words, offer)}</span>
    <strong>${words.money(isGross ? taxed.gross : quote.net)}</strong>
    <span>${underHeadline(words, quote, kind)}</span>
    ${quote.kind === 'partial' ? html`<span class="hint">${words.say('quote.headline.partial')}</span>` : nothing}
  </p>`
}

function standingOf(words: Words, offer: Offer): string {
  return offer.kind === 'estimate'
    ? words.say('quote.estimate')
    : words.say('quote.binding', { id: offer.id, until: words.moment(offer.validUntil) })
}

function underHeadline(
  words: Words,
  quote: Exclude<Quote, { kind: 'on-request' }>,
  kind: CustomerAnswers['kind'],
): string {
  const taxed = taxedOf(quote)
  if (!taxed) return words.say('quote.headline.net')
  const untaxed = whyUntaxed(words, taxed)
  if (untaxed !== undefined) return untaxed
  const vat = words.money(taxed.vat)
  return kind === 'consumer'
    ? words.say('quote.headline.gross', { vat })
    : words.say('quote.headline.split', { vat, gross: words.money(taxed.gross) })
}

/** What it costs now, and once the VAT ID is confirmed. */
function outcomes(
  { words, askAgain }: QuoteView,
  quote: Quote,
  word: ProviderWord,
): TemplateResult | typeof nothing {
  const either = eitherSentence(words, quote)
  if (word === 'checking') return notice('info', words.say('quote.checking'), either)
  if (either === undefined) return nothing
  const reason: QuoteReason = quote.reasons.includes('vat-id-unavailable')
    ? 'vat-id-unavailable'
    : 'vat-id-unchecked'
  return notice(
    'info',
    either,
    words.say(`quote.reason.${reason}`),
    reason === 'vat-id-unavailable'
      ? html`<button type="button" @click=${askAgain}>${words.say('quote.checkAgain')}</button>`
      : undefined,
  )
}

/** These stand at their field, or where both outcomes do. */
const saidElsewhere: readonly QuoteReason[] = [
  'vat-id-malformed',
  'vat-id-invalid',
  'vat-id-other-country',
  'vat-id-northern-ireland',
]

function why(words: Words, quote: Quote): TemplateResult | typeof nothing {
  if (quote.kind === 'on-request') return nothing
  const withOutcomes: readonly QuoteReason[] = quote.alternative
    ? ['vat-id-unchecked', 'vat-id-unavailable']
    : []
  const sentences = reasonSentences(words, quote, [...saidElsewhere, ...withOutcomes])
  const isUnknown = taxedOf(quote) === undefined
  if (isUnknown)
    return notice(
      'info',
      words.say('quote.unknownTax'),
      [words.say('quote.treatment.unknown'), ...sentences].map(sentence => html`<p>${sentence}</p>`),
    )
  return sentences.length === 0
    ? nothing
    : html`<ul class="reasons">
        ${sentences.map(sentence => html`<li>${sentence}</li>`)}
      </ul>`
}

function providersWord(
  { words, customer, askAgain }: QuoteView,
  offer: Offer,
  word: ProviderWord,
): TemplateResult | typeof nothing {
  const again = (key: 'form.tryAgain' | 'quote.askAgain') =>
    html`<button type="button" @click=${askAgain}>${words.say(key)}</button>`
  switch (word) {
    case 'none':
    case 'checking':
      return nothing
    case 'asked':
      return notice('info', words.say('quote.asked'))
    case 'given':
      return differs(words, offer, customer.kind)
    case 'broken':
      return notice(
        'warning',
        words.say('quote.broken.title'),
        words.say('quote.broken.text'),
        again('form.tryAgain'),
      )
    case 'unavailable':
      return notice(
        'info',
        words.say('quote.unavailable.title'),
        words.say('quote.unavailable.text'),
        again('form.tryAgain'),
      )
    case 'expired':
      return notice(
        'warning',
        words.say('quote.expired.title'),
        words.say('quote.expired.text'),
        again('quote.askAgain'),
      )
  }
}

/** The provider's price is another one than the customer has seen; a first price is no change. */
function differs(words: Words, offer: Offer, kind: CustomerAnswers['kind']): TemplateResult | typeof nothing {
  if (offer.kind === 'estimate' || offer.differences.length === 0) return nothing
  if (offer.estimate.kind === 'on-request') return nothing
  return notice(
    'warning',
    words.say('quote.differs.title'),
    html`<dl>
        <dt>${words.say('quote.differs.estimate')}</dt>
        <dd>${quoteSentence(words, offer.estimate, kind)}</dd>
        <dt>${words.say('quote.differs.now')}</dt>
        <dd>${quoteSentence(words, offer.quote, kind)}</dd>
      </dl>
      <p>${words.say('quote.differs.text')}</p>`,
  )
}

/** The customer's word: asked for where the price stands still, and said where it is given. */
function approval(view: QuoteView, offer: Offer, word: ProviderWord): TemplateResult {
  const { words, fell, approve } = view
  if (view.approval?.offer === offer)
    return html`<div id="quote-approved" tabindex="-1">
      ${notice('success', words.say('quote.approved.title'), [
        html`<p>${quoteSentence(words, offer.quote, view.customer.kind)}</p>`,
        html`<p>${words.say('quote.approved.text')}</p>`,
      ])}
    </div>`
  const isMoving = word === 'checking' || word === 'asked' || word === 'expired'
  // A quote that is over says itself that its approval is.
  const isNews = fell && word !== 'expired'
  return html`${isNews ? notice('warning', words.say('quote.fell.title'), words.say('quote.fell.text')) : nothing}
  ${
    isMoving
      ? nothing
      : html`<div class="stack tight">
          <p>${approvalText(words, offer.quote)}</p>
          <div class="row">
            <button
              type="button"
              class=${view.isPart ? '' : 'primary'}
              @click=${() => {
                approve(offer)
              }}
            >
              ${words.say(`quote.approve.${offer.kind}`)}
            </button>
          </div>
        </div>`
  }`
}

function approvalText(words: Words, quote: Quote): string {
  if (quote.kind === 'partial') return words.say('quote.approve.partial')
  return words.say(quote.kind === 'tax-unknown' ? 'quote.approve.unknownTax' : 'quote.approve.text')
}
