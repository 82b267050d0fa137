import { html } from 'lit'
import type { TemplateResult } from 'lit'
import { quoteDigest } from '../../src/index.js'
import type { FiledQuote, Money, Quote } from '../../src/index.js'
import type { DeskRequest } from './desk-data.js'
import { filedQuote } from './stored.js'
import { moment } from './times.js'
import { visible } from './visible.js'
import { amount, country, inWords } from './words.js'

/** What this browser found when it counted the digest of the price that came with a request. */
export interface CheckedPrice {
  readonly filed: FiledQuote
  /** Is the digest that the approval is tied to that of this very quote? */
  readonly isIntact: boolean
}

/** Checks the price on the bytes that the backend stored; `undefined` where none came. */
export async function checkPrice({ facts }: DeskRequest): Promise<CheckedPrice | undefined> {
  const filed = filedQuote(facts)
  return filed && { filed, isIntact: (await quoteDigest(filed.quote)) === filed.digest }
}

/** May the additional services begin, at which price, and for whom is it billed? */
export function priceView({ filed, isIntact }: CheckedPrice): TemplateResult {
  const { quote, customer, id, validUntil, digest } = filed
  const { country: where, postcode, kind, vatId } = customer
  return html`
    ${verdict(filed, isIntact)}
    <dl>
      ${row('Price', id === undefined ? 'estimate by the price list' : `quote ${id}, valid until ${moment(validUntil ?? 0)}`)}
      ${quote.lines.map(({ extra, quantity, unit, unitNet, net }) =>
        row(
          inWords('extra', [extra]),
          unitNet === 'on-request' || !net
            ? 'on request'
            : `${quantity} × ${amount(unitNet)}${unit === undefined ? '' : ` per started ${unit === 'hour' ? 'hour' : '15 minutes'}`} = ${amount(net)}`,
        ),
      )}
      ${totals(quote)} ${row('Taxed as', quote.treatment)}
      ${row(
        'Buyer',
        visible(
          [
            where === '' ? 'country not given' : country(where),
            postcode,
            kind,
            vatId && `VAT ID ${vatId.value} (${vatId.status})`,
          ]
            .filter(Boolean)
            .join(', '),
        ),
      )}
      ${row('Digest', html`<code>${digest}</code>`)}
    </dl>
  `
}

function verdict({ approvedAt }: FiledQuote, isIntact: boolean): TemplateResult {
  if (!isIntact)
    return html`<p class="verdict loud" role="alert">
      <strong>Price changed:</strong> what is stored is not what the digest was made of. Don't begin the
      additional work.
    </p>`
  return approvedAt === undefined
    ? html`<p class="verdict loud">
        <strong>Price not approved.</strong> Ask the customer before any additional work begins.
      </p>`
    : html`<p class="verdict good">
        <strong>Price approved</strong> by the customer at ${moment(approvedAt)}; the digest fits.
      </p>`
}

function totals(quote: Quote): readonly TemplateResult[] {
  if (quote.kind === 'on-request') return [row('Total', 'on request')]
  const taxed = quote.kind === 'tax-unknown' || !quote.vat || !quote.gross ? undefined : quote
  const known = quote.kind === 'partial' ? ' (known part)' : ''
  return [
    row(`Net${known}`, amount(quote.net)),
    row('VAT', taxed?.vat ? withRate(taxed.vat, taxed.rate) : 'not known: to be confirmed to the customer'),
    ...(taxed?.gross ? [row(`Gross${known}`, amount(taxed.gross))] : []),
  ]
}

function withRate(vat: Money, rate: string | undefined): string {
  return rate === undefined ? amount(vat) : `${amount(vat)} (${rate} %)`
}

function row(label: string, value: unknown): TemplateResult {
  return html`<dt>${label}</dt>
    <dd>${value}</dd>`
}
