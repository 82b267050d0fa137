import type { Money, OrderLine, Quote, QuoteCustomer } from '../quote/quote.js'
import type { FiledQuote } from './filed-quote.js'
import { item, line, type TicketWords } from './ticket-lines.js'

/** What the extras cost as the customer saw it, and whether that was approved: before an engineer begins with any. */
export function priceLines(filed: FiledQuote, words: TicketWords): string[] {
  const { quote, customer, digest, id, validUntil, approvedAt } = filed
  const offer =
    id === undefined
      ? words.say('ticket.estimate')
      : validUntil === undefined
        ? id
        : words.say('ticket.binding', { id, until: words.moment(validUntil) })
  return [
    line(words, 'price', offer),
    ...quote.lines.map(one => item(lineOf(one, words))),
    line(words, 'total', totalOf(quote, words)),
    line(words, 'treatment', `${quote.treatment} – ${words.say(`ticket.treated.${quote.treatment}`)}`),
    line(words, 'buyer', buyerOf(customer, words)),
    line(
      words,
      'priceApproved',
      approvedAt === undefined
        ? words.say('ticket.notApproved')
        : `${words.moment(approvedAt)} (${new Date(approvedAt).toISOString()})`,
    ),
    line(words, 'priceDigest', digest),
  ]
}

function lineOf(
  { extra, quantity, unit, unitNet, net, cap }: OrderLine & { net?: Money },
  words: TicketWords,
) {
  if (unitNet === 'on-request' || !net) return `${extra}: ${words.say('ticket.onRequest')}`
  const units = unit === undefined ? '' : ` (${unit}${cap === undefined ? '' : `, ≤ ${cap}`})`
  return `${extra}: ${quantity} × ${amount(unitNet)}${units} = ${amount(net)}`
}

function totalOf(quote: Quote, words: TicketWords): string {
  if (quote.kind === 'on-request') return words.say('ticket.onRequest')
  const known = quote.kind === 'partial' ? ` (${words.say('ticket.partial')})` : ''
  const net = words.say('ticket.net', { net: amount(quote.net) })
  if (quote.kind === 'tax-unknown' || !quote.vat || !quote.gross) {
    return `${net}; ${words.say('ticket.taxUnknown')}${known}`
  }
  const rate = quote.rate === undefined ? '' : ` (${quote.rate} %)`
  const { vat, gross } = quote
  return `${net}, VAT ${amount(vat)}${rate}, ${words.say('ticket.gross', { gross: amount(gross) })}${known}`
}

function buyerOf({ country, postcode, kind, vatId }: QuoteCustomer, words: TicketWords): string {
  return [
    country === '' ? words.say('ticket.countryMissing') : country,
    postcode,
    words.say(`ticket.buys.${kind}`),
    vatId && `VAT ID ${vatId.value} (${vatId.status} – ${words.say(`ticket.vatId.${vatId.status}`)})`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** Amount and currency code: read the same in every language. */
function amount({ amount, currency }: Money): string {
  return `${amount} ${currency}`
}
