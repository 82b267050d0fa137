import { html, nothing, type TemplateResult } from 'lit'
import type { MessageKey, Words } from '../../locales/index.js'
import { taxedOf, type Quote, type QuoteLine, type ServicePolicy, type VatRow } from '../../src/index.js'
import type { CustomerAnswers, Offer } from './offer.js'
import { isUntaxed } from './quote-sentence.js'

/** What a table of prices is drawn from. */
export interface PriceTable {
  readonly words: Words
  /** Whose labels the extras have; without one, the preset's. */
  readonly policy: ServicePolicy | undefined
  readonly offer: Offer
  readonly kind: CustomerAnswers['kind']
}

/** A price, line by line: what is not known stands in words where a number would. */
export function priceTable({ words, policy, offer, kind }: PriceTable): TemplateResult {
  const { quote } = offer
  return html`<table>
    <caption>
      <span class="strong">${words.say('quote.title')}</span>
      <span class="hint">${standingOf(words, offer)}</span>
    </caption>
    <thead>
      <tr>
        <th scope="col">${words.say('quote.service')}</th>
        <th scope="col" class="amount">${words.say('quote.net')}</th>
      </tr>
    </thead>
    <tbody>
      ${quote.lines.map(line => lineRow(words, policy, line))}
    </tbody>
    ${
      quote.kind === 'on-request'
        ? nothing
        : html`<tfoot>
            ${sums(words, quote, kind)}
          </tfoot>`
    }
  </table>`
}

function standingOf(words: Words, offer: Offer): string {
  return offer.kind === 'estimate'
    ? words.say('quote.estimate')
    : words.say('quote.binding', { id: offer.id, until: words.moment(offer.validUntil) })
}

function lineRow(words: Words, policy: ServicePolicy | undefined, line: QuoteLine): TemplateResult {
  const { extra, net } = line
  const label = policy?.extras.find(({ id }) => id === extra)?.label
  const detail = detailOf(words, line)
  return html`<tr>
    <th scope="row">
      <span lang=${words.languageOf(label)}>${words.wording(label, `extra.${extra}.title`)}</span>
      ${detail === '' ? nothing : html`<span class="hint">${detail}</span>`}
    </th>
    <td class="amount">${net ? words.money(net) : words.say('quote.onRequest')}</td>
  </tr>`
}

function detailOf(words: Words, { unitNet, quantity, unit, net, netAtMost }: QuoteLine): string {
  if (unitNet === 'on-request' || !net) return ''
  const price = words.money(unitNet)
  const isOne = unit === undefined && price === words.money(net)
  return [
    isOne ? '' : words.say(`quote.unit.${unit ?? 'piece'}`, { quantity: words.decimal(quantity), price }),
    netAtMost ? words.say('quote.atMost', { amount: words.money(netAtMost) }) : '',
  ]
    .filter(Boolean)
    .join(' · ')
}

type Priced = Exclude<Quote, { kind: 'on-request' }>

/** For a consumer what is to be paid comes first, for a business what it is made of. */
function sums(words: Words, quote: Priced, kind: CustomerAnswers['kind']): TemplateResult {
  const taxed = taxedOf(quote)
  const isPartial = quote.kind === 'partial'
  const net = sumRow(words, isPartial ? 'quote.knownNet' : 'quote.net', words.money(quote.net))
  if (!taxed)
    return html`${net}
      <tr>
        <th scope="row">${words.say('quote.vat')}</th>
        <td class="amount">${words.say('quote.unknownTax')}</td>
      </tr>`
  const rows = taxed.vatRows.map(row => vatRow(words, row, taxed.vatRows.length > 1))
  const gross = words.money(taxed.gross)
  return kind === 'consumer'
    ? html`${sumRow(words, isPartial ? 'quote.knownTotal' : 'quote.total', gross, true)} ${rows} ${net}`
    : html`${net} ${rows} ${sumRow(words, isPartial ? 'quote.knownGross' : 'quote.gross', gross, true)}`
}

function sumRow(words: Words, key: MessageKey, amount: string, isTotal = false): TemplateResult {
  return html`<tr class=${isTotal ? 'total' : 'sum'}>
    <th scope="row">${words.say(key)}</th>
    <td class="amount">${amount}</td>
  </tr>`
}

function vatRow(words: Words, row: VatRow, isOneOfSeveral: boolean): TemplateResult {
  const { treatment, taxable, vat } = row
  const amount = isUntaxed(treatment) ? words.say(`quote.untaxed.${treatment}`) : words.money(vat)
  return html`<tr>
    <th scope="row">
      ${rateOf(words, row)}
      ${isOneOfSeveral ? words.say('quote.on', { amount: words.money(taxable) }) : nothing}
      <span class="hint">${words.say(`quote.treatment.${treatment}`)} ${basisOf(words, row)}</span>
    </th>
    <td class="amount">${amount}</td>
  </tr>`
}

function rateOf(words: Words, { rate, country }: VatRow): string {
  if (rate === undefined) return words.say('quote.vat')
  const written = words.percent(rate)
  return country === undefined
    ? words.say('quote.rate', { rate: written })
    : words.say('quote.rateIn', { rate: written, country: words.country(country) })
}

function basisOf(words: Words, { basis }: VatRow): string {
  switch (basis?.kind) {
    case undefined:
      return ''
    case 'dated':
      return words.say('quote.basis.dated', {
        since: words.day(basis.since),
        checkedOn: words.day(basis.checkedOn),
      })
    case 'table':
      return basis.date === 'undated'
        ? words.say('quote.basis.undated')
        : words.say('quote.basis.table', { date: words.day(new Date(basis.date).toISOString()) })
    case 'override':
      return words.say('quote.basis.override')
  }
}
