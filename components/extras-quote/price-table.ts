import { html, nothing, type TemplateResult } from 'lit'
import type { Words } from '../../locales/index.js'
import { taxedOf, type Quote, type QuoteLine, type ServicePolicy, type VatRow } from '../../src/index.js'
import type { CustomerAnswers } from './offer.js'
import { isUntaxed, whyUntaxed } from './quote-sentence.js'

/** What a table of prices is drawn from. */
export interface PriceTable {
  readonly words: Words
  /** Whose labels the extras have; without one, the preset's. */
  readonly policy: ServicePolicy | undefined
  readonly quote: Quote
  readonly kind: CustomerAnswers['kind']
}

/** A price, line by line: what is not known stands in words where a number would. */
export function priceTable({ words, policy, quote, kind }: PriceTable): TemplateResult {
  return html`<table>
    <caption>
      ${words.say('quote.title')}
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

function lineRow(words: Words, policy: ServicePolicy | undefined, line: QuoteLine): TemplateResult {
  const { extra, net } = line
  const label = policy?.extras.find(({ id }) => id === extra)?.label
  const detail = detailOf(words, line)
  return html`<tr class=${detail === '' ? 'brief' : 'detailed'}>
      <th scope="row">
        <span lang=${words.languageOf(label)}>${words.wording(label, `extra.${extra}.title`)}</span>
      </th>
      ${amountCell(net ? words.money(net) : words.say('quote.onRequest'))}
    </tr>
    ${detailRow(detail)}`
}

/** An amount is broken nowhere, unless it would not fit on a phone. */
function amountCell(amount: string): TemplateResult {
  const isLong = amount.length > 16 && /\d/.test(amount)
  return html`<td class=${isLong ? 'amount long' : 'amount'}>${amount}</td>`
}

/** As wide as the table, and no part of what is read out with every cell of the row before. */
function detailRow(detail: string): TemplateResult | typeof nothing {
  return detail === ''
    ? nothing
    : html`<tr class="detail">
        <td colspan="2" class="hint">${detail}</td>
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
  const net = sumRow(words.say(isPartial ? 'quote.knownNet' : 'quote.net'), words.money(quote.net))
  if (!taxed) return html`${net} ${sumRow(words.say('quote.vat'), words.say('quote.unknownVat'))}`
  const rows = taxed.vatRows.map(row => vatRow(words, row, taxed.vatRows.length > 1))
  const isUntaxed = whyUntaxed(words, taxed) !== undefined
  const key = isUntaxed ? 'quote.totalUntaxed' : kind === 'consumer' ? 'quote.total' : 'quote.gross'
  const total = sumRow(words.say(isPartial ? known[key] : key), words.money(taxed.gross), 'total')
  return kind === 'consumer' ? html`${total} ${rows} ${net}` : html`${net} ${rows} ${total}`
}

const known = {
  'quote.totalUntaxed': 'quote.knownUntaxed',
  'quote.total': 'quote.knownTotal',
  'quote.gross': 'quote.knownGross',
} as const

function sumRow(label: string, amount: string, kind: 'sum' | 'total' | 'detailed' = 'sum'): TemplateResult {
  return html`<tr class=${kind}>
    <th scope="row">${label}</th>
    ${amountCell(amount)}
  </tr>`
}

function vatRow(words: Words, row: VatRow, isOneOfSeveral: boolean): TemplateResult {
  const { treatment, taxable, vat } = row
  const amount = isUntaxed(treatment) ? words.say(`quote.untaxed.${treatment}`) : words.money(vat)
  const on = isOneOfSeveral ? ` ${words.say('quote.on', { amount: words.money(taxable) })}` : ''
  const detail = [words.say(`quote.treatment.${treatment}`), basisOf(words, row)].filter(Boolean)
  return html`${sumRow(rateOf(words, row) + on, amount, 'detailed')} ${detailRow(detail.join(' '))}`
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
