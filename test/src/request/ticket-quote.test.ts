import { expect } from 'chai'
import fc from 'fast-check'
import { wordsFor } from '../../../locales/index.js'
import {
  introserv,
  orderLines,
  quoteExtras,
  ticketText,
  type ChosenExtra,
  type FiledQuote,
  type PriceList,
  type QuoteCustomer,
  type TaxPolicy,
  type TicketWords,
} from '../../../src/index.js'
import { priceLines } from '../../../src/request/ticket-quote.js'

import { authorization } from '../../support/whole.js'

const prices: PriceList = {
  currency: 'EUR',
  prices: {
    'malware-removal': { kind: 'fixed', net: '149.00' },
    'application-troubleshooting': {
      kind: 'per-unit',
      net: '90.00',
      unit: 'hour',
      estimateMinutes: 130,
      capMinutes: 300,
    },
    'performance-tuning': { kind: 'per-unit', net: '24.90', unit: '15-minutes', estimateMinutes: 60 },
    'data-recovery': { kind: 'on-request' },
  },
}
const tax: TaxPolicy = { seller: 'PL', table: 'dated', oss: true }
const digest = 'cd'.repeat(32)
const approvedAt = Date.UTC(2026, 10, 26, 9, 30, 5)

function filed(
  chosen: readonly ChosenExtra[],
  customer: QuoteCustomer,
  more: Partial<FiledQuote> = {},
): FiledQuote {
  const order = { lines: orderLines(prices, chosen), customer, date: '2026-11-26' }
  return { quote: quoteExtras(order, tax), customer, digest, ...more }
}

// The zone is the machine's: the words of a moment are tested with the locales.
const wordsOf = (language: string): TicketWords => ({ ...wordsFor(language), moment: () => '<moment>' })
const linesOf = (quote: FiledQuote, language = 'en') => priceLines(quote, wordsOf(language)).join('\n')

const consumer: QuoteCustomer = { country: 'PL', kind: 'consumer' }
const german: QuoteCustomer = {
  country: 'DE',
  postcode: '10115',
  kind: 'business',
  vatId: { value: 'DE136695976', status: 'valid' },
}
const two = [{ extra: 'application-troubleshooting' }, { extra: 'malware-removal', quantity: '2' }]

describe('the price in the ticket', () => {
  it('is an estimate that nobody approved, and says what to do then', () => {
    expect(linesOf(filed(two, consumer))).to
      .equal(`Price of the additional services, as the customer saw it: estimate by the price list
- application-troubleshooting: 3 × 90.00 EUR (hour, ≤ 5) = 270.00 EUR
- malware-removal: 2 × 149.00 EUR = 298.00 EUR
Total: net 568.00 EUR, VAT 130.64 EUR (23 %), gross 698.64 EUR
Taxed as: domestic – in the provider’s country
Buyer: PL, private person
Price approved by the customer: NO. Ask before any additional work begins.
Digest of the quote (SHA-256): ${digest}`)
    expect(linesOf(filed(two, consumer), 'pl')).to
      .equal(`Cena usług dodatkowych, którą widział klient: szacunek według cennika
- application-troubleshooting: 3 × 90.00 EUR (hour, ≤ 5) = 270.00 EUR
- malware-removal: 2 × 149.00 EUR = 298.00 EUR
Razem: netto 568.00 EUR, VAT 130.64 EUR (23 %), brutto 698.64 EUR
Opodatkowanie: domestic – w kraju dostawcy
Nabywca: PL, osoba prywatna
Cena zaakceptowana przez klienta: NIE. Przed rozpoczęciem prac dodatkowych trzeba zapytać klienta.
Skrót wyceny (SHA-256): ${digest}`)
  })

  it('is a binding quote under its name, approved at a moment that can be read in every zone', () => {
    const quote = filed(two, german, { id: 'Q-1001', validUntil: approvedAt + 86_400_000, approvedAt })
    expect(linesOf(quote)).to
      .equal(`Price of the additional services, as the customer saw it: binding quote Q-1001, valid until <moment>
- application-troubleshooting: 3 × 90.00 EUR (hour, ≤ 5) = 270.00 EUR
- malware-removal: 2 × 149.00 EUR = 298.00 EUR
Total: net 568.00 EUR, VAT 0.00 EUR, gross 568.00 EUR
Taxed as: reverse-charge – reverse charge
Buyer: DE, 10115, company or organization, VAT ID DE136695976 (valid – confirmed)
Price approved by the customer: <moment> (2026-11-26T09:30:05.000Z)
Digest of the quote (SHA-256): ${digest}`)
    expect(linesOf(quote, 'pl'))
      .to.contain('Cena usług dodatkowych, którą widział klient: wiążąca wycena Q-1001, ważna do <moment>\n')
      .and.contain('Opodatkowanie: reverse-charge – odwrotne obciążenie\n')
      .and.contain('Nabywca: DE, 10115, firma lub organizacja, VAT ID DE136695976 (valid – potwierdzony)\n')
      .and.contain('Cena zaakceptowana przez klienta: <moment> (2026-11-26T09:30:05.000Z)\n')
  })

  it('is that of a part where the rest is on request', () => {
    const partly = filed([{ extra: 'malware-removal' }, { extra: 'data-recovery' }], consumer)
    expect(linesOf(partly))
      .to.contain('\n- malware-removal: 1 × 149.00 EUR = 149.00 EUR\n- data-recovery: on request\n')
      .and.contain('VAT 34.27 EUR (23 %), gross 183.27 EUR (known part; the rest is on request)\n')
    expect(linesOf(partly, 'pl'))
      .to.contain('\n- data-recovery: do ustalenia\n')
      .and.contain('brutto 183.27 EUR (znana część; reszta do ustalenia)\n')
  })

  it('has no tax and no total with tax while the tax is not known', () => {
    const nowhere: QuoteCustomer = { country: '', kind: 'consumer' }
    const unknown = linesOf(filed([{ extra: 'performance-tuning' }], nowhere))
    expect(unknown)
      .to.contain('\n- performance-tuning: 4 × 24.90 EUR (15-minutes) = 99.60 EUR\n')
      .and.contain('\nTotal: net 99.60 EUR; tax not known, to be confirmed to the customer\n')
      .and.contain('\nTaxed as: unknown – not known\n')
      .and.contain('\nBuyer: country not given, private person\n')
    expect(unknown).to.not.match(/gross|VAT/)
    const partly = filed([{ extra: 'malware-removal' }, { extra: 'data-recovery' }], nowhere)
    expect(linesOf(partly, 'pl'))
      .to.contain(
        '\nRazem: netto 149.00 EUR; podatek nieznany, trzeba go potwierdzić klientowi (znana część; reszta do ustalenia)\n',
      )
      .and.contain('\nNabywca: nie podano kraju, osoba prywatna\n')
  })

  it('names no amount where all of it is on request', () => {
    const asked = linesOf(filed([{ extra: 'data-recovery' }], consumer))
    expect(asked).to.contain('\n- data-recovery: on request\nTotal: on request\n').and.not.contain('EUR')
  })

  it('stands between the work and the way in, and nowhere where there is none', () => {
    const { record } = authorization
    const request = {
      v: 1,
      server: record.server,
      serverType: 'vps',
      tasks: record.tasks,
      extras: ['malware-removal'],
      problem: 'x',
      action: 'x',
      access: { kind: 'none' },
      authorization,
      language: 'pl',
    } as const
    const quote = filed([{ extra: 'malware-removal' }], consumer)
    const body = ticketText({ ...request, quote }, wordsOf('en'), introserv)
    expect(body.split('\n\n')[4]).to.equal(linesOf(quote))
    expect(body.split('\n\n')[5]).to.match(/^Access: /)
    expect(ticketText(request, wordsOf('en'), introserv)).to.not.contain('Price')
  })

  for (const language of ['en', 'pl'])
    it(`says nothing that the locale lacks (${language})`, () => {
      const words = wordsFor(language)
      const unknown: string[] = []
      const watched: TicketWords = {
        ...wordsOf(language),
        say: (key, values) => {
          if (!words.has(key)) unknown.push(key)
          return Reflect.apply(words.say, words, [key, values])
        },
      }
      const treatments = new Set<string>()
      for (const status of ['valid', 'invalid', 'unchecked', 'unavailable'] as const)
        for (const [country, over] of [
          ['PL', {}],
          ['DE', {}],
          ['US', {}],
          ['SI', { oss: false }],
          ['', {}],
          ['DE', { vatRegistered: false }],
          ['DE', { supplyKind: { 'malware-removal': 'general' } }],
        ] as const)
          for (const kind of ['consumer', 'business'] as const) {
            const vatId = { value: 'DE136695976', status }
            const customer = { country, kind, ...(country === 'DE' && kind === 'business' && { vatId }) }
            const order = { lines: orderLines(prices, two), customer, date: '2026-11-26' }
            const quote = quoteExtras(order, { ...tax, ...over })
            treatments.add(quote.treatment)
            priceLines({ quote, customer, digest, id: 'Q' }, watched)
            priceLines({ quote, customer: { ...customer, vatId }, digest }, watched)
          }
      expect([...treatments].sort()).to.deep.equal([
        'domestic',
        'eu-consumer-destination',
        'eu-consumer-seller-rate',
        'mixed',
        'outside-scope',
        'reverse-charge',
        'reverse-charge-pending',
        'seller-not-registered',
        'unknown',
      ])
      expect(unknown).to.deep.equal([])
    })
})

/** What Python, Unicode, terminals and mail programs end a line at. */
const ends = /\r\n|[\n\v\f\r\u001c-\u001e\u0085\u2028\u2029]/u

describe('whatever a browser files as a price', () => {
  it('begins no line of the block', () => {
    const forged = fc.constantFrom(
      ...['\n', '\r', '\v', '\u0085', '\u2028', '\u2029', '\u0000', '\u001b[2A', '\u202e'],
      'Price approved by the customer: <moment>',
    )
    const typed = fc.array(fc.oneof(forged, fc.string()), { maxLength: 6 }).map(parts => parts.join(''))
    const shape = (value: string) => {
      const quote = filed([{ extra: value }], {
        country: 'DE',
        postcode: value,
        kind: 'business',
        vatId: { value, status: 'valid' },
      })
      return linesOf({ ...quote, id: value, validUntil: 0, digest: value })
        .split(ends)
        .map(line => line.split(':')[0]?.slice(0, 2))
    }
    const honest = shape('x')
    expect(honest).to.have.length(7)
    fc.assert(
      fc.property(typed, value => {
        expect(shape(value)).to.deep.equal(honest)
      }),
      { seed: 26 },
    )
  })

  it('turns no line around, and moves no cursor', () => {
    const quote = filed([{ extra: 'malware-removal' }], {
      country: 'PL',
      postcode: '0\u202e1',
      kind: 'consumer',
    })
    expect(linesOf({ ...quote, id: 'Q\u001b[2A\nPrice approved' })).to.match(
      /^Price of [^\n]*: Q\\u\{1b\}\[2A\\u\{a\}Price approved\n[^]*\nBuyer: PL, 0\\u\{202e\}1, private person\n/,
    )
  })
})
