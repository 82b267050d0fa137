import { expect } from 'chai'
import {
  introserv,
  introservVatTable,
  quoteExtras,
  taxPolicyOf,
  type Quote,
  type QuoteCustomer,
  type QuoteReason,
  type TaxPolicy,
  type Treatment,
} from '../../../src/index.js'

const dated: TaxPolicy = {
  seller: 'PL',
  table: 'dated',
  oss: true,
  supplyKind: { e: 'electronic', g: 'general' },
}
const printed: TaxPolicy = { ...dated, table: introservVatTable }
const consumer = (country: string, postcode?: string): QuoteCustomer => ({
  country,
  kind: 'consumer',
  ...(postcode !== undefined && { postcode }),
})
const business = (
  country: string,
  value?: string,
  status: NonNullable<QuoteCustomer['vatId']>['status'] = 'valid',
): QuoteCustomer => ({ country, kind: 'business', ...(value !== undefined && { vatId: { value, status } }) })

const unitNet = { amount: '100', currency: 'EUR' }
const priced = (customer: QuoteCustomer, tax: TaxPolicy | undefined, ...extras: readonly string[]): Quote =>
  quoteExtras(
    { lines: extras.map(extra => ({ extra, quantity: '1', unitNet })), customer, date: '2026-11-26' },
    tax,
  )

type Case = readonly [
  what: string,
  customer: QuoteCustomer,
  tax: TaxPolicy | undefined,
  extra: string,
  treatment: Treatment,
  gross: string | undefined,
  ...reasons: readonly QuoteReason[],
]

const us: TaxPolicy = { ...dated, seller: 'US' }
const cases: readonly Case[] = [
  ['a consumer at home', consumer('PL'), dated, 'e', 'domestic', '123.00', 'art-58', 'dated-rates'],
  [
    'a business at home, confirmed',
    business('PL', 'PL1234567890'),
    dated,
    'e',
    'domestic',
    '123.00',
    'art-44',
    'dated-rates',
  ],
  [
    'a business at home, not asked yet',
    business('PL', 'PL1234567890', 'unchecked'),
    dated,
    'e',
    'domestic',
    '123.00',
    'art-44',
    'dated-rates',
  ],
  [
    'a business abroad, confirmed',
    business('DE', 'DE123456789'),
    dated,
    'g',
    'reverse-charge',
    '100.00',
    'art-44',
    'art-196',
  ],
  [
    'a Greek business',
    business('GR', 'GR123456789'),
    dated,
    'e',
    'reverse-charge',
    '100.00',
    'art-44',
    'art-196',
  ],
  [
    'a business in Monaco',
    business('MC', 'FRXX123456789'),
    dated,
    'e',
    'reverse-charge',
    '100.00',
    'art-44',
    'art-196',
  ],
  [
    'a business with a form that we do not know, confirmed all the same',
    business('DE', 'DE12345678X'),
    dated,
    'e',
    'reverse-charge',
    '100.00',
    'art-44',
    'art-196',
  ],
  [
    'a business without a VAT ID',
    business('DE'),
    dated,
    'e',
    'eu-consumer-destination',
    '119.00',
    'art-58',
    'dated-rates',
    'vat-id-missing',
  ],
  [
    'a business with an empty VAT ID',
    business('DE', ' ', 'unchecked'),
    dated,
    'e',
    'eu-consumer-destination',
    '119.00',
    'art-58',
    'dated-rates',
    'vat-id-missing',
  ],
  [
    'a business with a refused VAT ID',
    business('DE', 'DE123456789', 'invalid'),
    dated,
    'e',
    'eu-consumer-destination',
    '119.00',
    'art-58',
    'dated-rates',
    'vat-id-invalid',
  ],
  [
    'a business with half a VAT ID',
    business('DE', 'DE1234', 'unchecked'),
    dated,
    'e',
    'eu-consumer-destination',
    '119.00',
    'art-58',
    'dated-rates',
    'vat-id-malformed',
  ],
  [
    'a business with another state’s VAT ID',
    business('DE', 'PL1234567890'),
    dated,
    'e',
    'eu-consumer-destination',
    '119.00',
    'art-58',
    'dated-rates',
    'vat-id-other-country',
  ],
  [
    'a business with a VAT ID of Northern Ireland',
    business('IE', 'XI123456789'),
    dated,
    'e',
    'eu-consumer-destination',
    '123.00',
    'art-58',
    'dated-rates',
    'vat-id-northern-ireland',
  ],
  [
    'a business whose VAT ID nobody asked for yet',
    business('DE', 'DE123456789', 'unchecked'),
    dated,
    'e',
    'reverse-charge-pending',
    '119.00',
    'art-58',
    'dated-rates',
    'vat-id-unchecked',
  ],
  [
    'the same for work by people',
    business('DE', 'DE123456789', 'unavailable'),
    dated,
    'g',
    'reverse-charge-pending',
    '123.00',
    'art-45',
    'dated-rates',
    'vat-id-unavailable',
  ],
  [
    'a consumer with a VAT ID',
    { ...business('DE', 'DE123456789'), kind: 'consumer' },
    dated,
    'e',
    'eu-consumer-destination',
    '119.00',
    'art-58',
    'dated-rates',
  ],
  [
    'a consumer in Madeira',
    consumer('PT', '9000-001'),
    dated,
    'e',
    'eu-consumer-destination',
    '122.00',
    'art-58',
    'regional-rate',
    'dated-rates',
  ],
  [
    'a consumer in Madeira, by a Portuguese seller',
    consumer('PT', '9000-001'),
    { ...dated, seller: 'PT' },
    'e',
    'domestic',
    '122.00',
    'art-58',
    'regional-rate',
    'dated-rates',
  ],
  [
    'the same for work by people',
    consumer('PT', '9000-001'),
    { ...dated, seller: 'PT' },
    'g',
    'domestic',
    '123.00',
    'art-45',
    'dated-rates',
  ],
  [
    'a consumer below the threshold',
    consumer('DE'),
    { ...dated, oss: false },
    'e',
    'eu-consumer-seller-rate',
    '123.00',
    'art-59c',
    'dated-rates',
  ],
  [
    'a consumer where the threshold is not set',
    consumer('DE'),
    { seller: 'PL', table: 'dated' },
    'e',
    'eu-consumer-destination',
    '119.00',
    'art-58',
    'dated-rates',
    'oss-unset',
    'supply-kind-unset',
  ],
  [
    'a consumer and work by people',
    consumer('DE'),
    dated,
    'g',
    'eu-consumer-seller-rate',
    '123.00',
    'art-45',
    'dated-rates',
  ],
  [
    'a consumer of a seller from abroad',
    consumer('DE'),
    us,
    'e',
    'eu-consumer-destination',
    '119.00',
    'art-58',
    'dated-rates',
  ],
  [
    'whose threshold does not count',
    consumer('DE'),
    { ...us, oss: false },
    'e',
    'eu-consumer-destination',
    '119.00',
    'art-58',
    'dated-rates',
  ],
  [
    'work by people from abroad',
    consumer('DE'),
    us,
    'g',
    'outside-scope',
    '100.00',
    'art-45',
    'seller-outside-eu',
  ],
  [
    'a business of a seller from abroad',
    business('DE', 'DE123456789'),
    us,
    'g',
    'reverse-charge',
    '100.00',
    'art-44',
    'art-196',
  ],
  [
    'a consumer in the Canary Islands',
    consumer('ES', '35001'),
    dated,
    'e',
    'outside-scope',
    '100.00',
    'art-58',
    'special-territory',
  ],
  [
    'the same of a Spanish seller',
    consumer('ES', '35001'),
    { ...dated, seller: 'ES' },
    'e',
    'unknown',
    undefined,
    'special-territory',
  ],
  ['an American consumer', consumer('US'), dated, 'e', 'outside-scope', '100.00', 'art-58'],
  [
    'a British consumer',
    consumer('GB'),
    dated,
    'e',
    'outside-scope',
    '100.00',
    'art-58',
    'local-registration',
  ],
  [
    'a business in Northern Ireland',
    business('GB', 'XI123456789'),
    dated,
    'e',
    'outside-scope',
    '100.00',
    'art-44',
    'proof-of-business',
  ],
  [
    'an American consumer and work by people',
    consumer('US'),
    dated,
    'g',
    'unknown',
    undefined,
    'general-outside-eu-unset',
  ],
  [
    'the same on the list of Art. 59',
    consumer('US'),
    { ...dated, generalOutsideEu: 'outside-scope' },
    'g',
    'outside-scope',
    '100.00',
    'art-59',
  ],
  [
    'the same at the seller’s rate',
    consumer('US'),
    { ...dated, generalOutsideEu: 'seller-rate' },
    'g',
    'eu-consumer-seller-rate',
    '123.00',
    'art-45',
    'dated-rates',
  ],
  ['an American consumer of an American seller', consumer('US'), us, 'e', 'unknown', undefined, 'local-tax'],
  [
    'the same where the table says outside',
    consumer('US'),
    { ...us, table: introservVatTable },
    'e',
    'outside-scope',
    '100.00',
    'provider-table',
  ],
  [
    'a British consumer of a British seller, who knows the rate',
    consumer('GB'),
    { ...dated, seller: 'GB', overrides: { GB: { kind: 'rate', per100k: 20_000 } } },
    'e',
    'domestic',
    '120.00',
    'override',
  ],
  [
    'a British consumer, with a rate of Britain set',
    consumer('GB'),
    { ...dated, overrides: { GB: { kind: 'rate', per100k: 20_000 } } },
    'e',
    'unknown',
    undefined,
    'rate-outside-eu',
  ],
  [
    'a Swiss consumer of a British seller',
    consumer('CH'),
    { ...dated, seller: 'GB' },
    'e',
    'outside-scope',
    '100.00',
    'seller-outside-eu',
  ],
  [
    'Slovenia in the provider’s table',
    consumer('SI'),
    printed,
    'e',
    'unknown',
    undefined,
    'art-58',
    'rate-blank',
  ],
  [
    'Slovenia put right by the provider',
    consumer('SI'),
    { ...printed, overrides: { SI: { kind: 'rate', per100k: 22_000 } } },
    'e',
    'eu-consumer-destination',
    '122.00',
    'art-58',
    'override',
  ],
  [
    'a Slovenian business, confirmed',
    business('SI', 'SI12345678'),
    printed,
    'e',
    'reverse-charge',
    '100.00',
    'art-44',
    'art-196',
  ],
  [
    'a Slovenian seller by the provider’s table',
    consumer('DE'),
    { ...printed, seller: 'SI', oss: false },
    'e',
    'unknown',
    undefined,
    'art-59c',
    'rate-blank',
  ],
  [
    'Finland in the provider’s table',
    consumer('FI'),
    printed,
    'e',
    'eu-consumer-destination',
    '124.00',
    'art-58',
    'provider-table',
  ],
  [
    'Madeira, which the provider’s table has not',
    consumer('PT', '9000'),
    printed,
    'e',
    'unknown',
    undefined,
    'art-58',
    'region-not-in-table',
  ],
  [
    'another country by the provider’s table',
    consumer('BR'),
    printed,
    'e',
    'outside-scope',
    '100.00',
    'art-58',
  ],
  [
    'another country, where the table leaves the others open',
    consumer('BR'),
    { ...printed, table: { ...introservVatTable, other: { kind: 'unknown' } } },
    'e',
    'unknown',
    undefined,
    'rate-blank',
  ],
  [
    'a member state that the table has not',
    consumer('HR'),
    { ...printed, table: { date: 0, rates: {}, other: { kind: 'outside-scope' } } },
    'e',
    'unknown',
    undefined,
    'art-58',
    'rate-not-in-table',
  ],
  [
    'a rate turned off by the provider',
    consumer('DE'),
    { ...dated, overrides: { DE: { kind: 'unknown' } } },
    'e',
    'unknown',
    undefined,
    'art-58',
    'rate-blank',
  ],
  ['no country', consumer(''), dated, 'e', 'unknown', undefined, 'country-missing'],
  [
    'no country, by the provider’s table, which knows “other”',
    consumer(''),
    printed,
    'e',
    'unknown',
    undefined,
    'country-missing',
  ],
  ['a country that is none', consumer('ZZ'), printed, 'e', 'unknown', undefined, 'country-unknown'],
  [
    'an Italian postcode that two places share',
    consumer('IT', '23030'),
    dated,
    'e',
    'unknown',
    undefined,
    'postcode-ambiguous',
  ],
  ['no seller', consumer('DE'), undefined, 'e', 'unknown', undefined, 'seller-unset'],
  [
    'a seller from nowhere',
    consumer('DE'),
    { ...dated, seller: 'ZZ' },
    'e',
    'unknown',
    undefined,
    'seller-unset',
  ],
  [
    'a seller without VAT',
    consumer('DE'),
    { ...dated, vatRegistered: false },
    'e',
    'seller-not-registered',
    '100.00',
  ],
  [
    'a seller without VAT, and no country',
    consumer(''),
    { ...dated, vatRegistered: false },
    'e',
    'seller-not-registered',
    '100.00',
  ],
  [
    'another country, where the table has a rate for the others',
    consumer('BR'),
    { ...printed, table: { ...introservVatTable, other: { kind: 'rate', per100k: 20_000 } } },
    'e',
    'unknown',
    undefined,
    'rate-outside-eu',
  ],
  [
    'a member state that the provider takes for outside',
    consumer('DE'),
    { ...dated, overrides: { DE: { kind: 'outside-scope' } } },
    'e',
    'outside-scope',
    '100.00',
    'override',
  ],
]

describe('the tax on 100.00', () => {
  for (const [what, customer, tax, extra, treatment, gross, ...reasons] of cases)
    it(`${what}: ${treatment}, ${gross ?? 'no total'}`, () => {
      const quote = priced(customer, tax, extra)
      expect(quote.treatment).to.equal(treatment)
      expect([...quote.reasons]).to.have.members(reasons)
      if (gross !== undefined) {
        expect(quote.kind).to.equal('total')
        expect(quote).to.have.nested.property('gross.amount', gross)
      } else {
        expect(quote.kind).to.equal('tax-unknown')
        expect(quote).to.have.nested.property('net.amount', '100.00')
        expect(JSON.stringify(quote)).not.to.match(/"(gross|vat|rate|vatRows)"/)
      }
    })

  it('is no rate of 0 where nothing is charged', () => {
    for (const customer of [consumer('US'), business('DE', 'DE123456789')]) {
      const quote = priced(customer, dated, 'e')
      expect(quote.kind).to.equal('total')
      expect(JSON.stringify(quote)).not.to.include('"rate"')
    }
  })
})

describe('while a VAT ID is not confirmed', () => {
  const pending = business('FI', 'FI12345678', 'unavailable')

  it('VAT is charged, and the quote says what it is once it is', () => {
    const quote = priced(pending, dated, 'e')
    expect(quote).to.deep.nested.include({ kind: 'total', 'gross.amount': '125.50' })
    expect(quote).to.deep.nested.include({
      'alternative.treatment': 'reverse-charge',
      'alternative.gross.amount': '100.00',
      'alternative.vat.amount': '0.00',
    })
  })

  it('the confirmed one is then exactly that', () => {
    const quote = priced(pending, dated, 'e')
    const confirmed = priced(business('FI', 'FI12345678', 'valid'), dated, 'e')
    if (quote.kind !== 'total' || confirmed.kind !== 'total') throw new Error('no total')
    const { net, vat, gross, vatRows, treatment, reasons } = confirmed
    expect(quote.alternative).to.deep.equal({ net, vat, gross, vatRows, treatment, reasons })
  })

  it('an unknown rate stays unknown now, though not once confirmed', () => {
    const quote = priced(business('SI', 'SI12345678', 'unchecked'), printed, 'e')
    expect(quote).to.include({ kind: 'tax-unknown', treatment: 'unknown' })
    expect(quote).to.have.nested.property('alternative.gross.amount', '100.00')
  })

  it('nothing is promised where it changes nothing', () => {
    expect(priced(pending, { ...dated, vatRegistered: false }, 'e')).not.to.have.property('alternative')
    expect(priced({ ...pending, country: '' }, dated, 'e')).not.to.have.property('alternative')
  })
})

it('a day that is none has no rate', () => {
  for (const date of ['', 'today', '2026-11', '2026-11-26T00:00Z', '9'.repeat(60_000)]) {
    const lines = [{ extra: 'e', quantity: '1', unitNet }]
    const quote = quoteExtras({ lines, customer: consumer('DE'), date }, dated)
    expect(quote).to.include({ kind: 'tax-unknown', treatment: 'unknown' })
    expect(quote.reasons).to.include('date-out-of-range')
  }
})

describe('kinds of supply', () => {
  it('unset is electronic, and said', () => {
    const quote = priced(consumer('DE'), dated, 'neither')
    expect(quote.treatment).to.equal('eu-consumer-destination')
    expect(quote.reasons).to.include('supply-kind-unset')
  })

  it('an extra by the name of what every object has is unset, too', () => {
    expect(priced(consumer('DE'), dated, 'constructor').reasons).to.include('supply-kind-unset')
  })

  it('mixed in one order give a row each', () => {
    const quote = priced(consumer('DE'), dated, 'e', 'g', 'e')
    if (quote.kind !== 'total') throw new Error('no total')
    expect(quote.treatment).to.equal('mixed')
    expect(quote).not.to.have.property('rate')
    expect(
      quote.vatRows.map(({ country, rate, taxable, vat }) => [country, rate, taxable.amount, vat.amount]),
    ).to.deep.equal([
      ['DE', '19', '200.00', '38.00'],
      ['PL', '23', '100.00', '23.00'],
    ])
  })

  it('one unknown leaves the whole without a total', () => {
    const quote = priced(consumer('US'), dated, 'e', 'g')
    expect(quote).to.include({ kind: 'tax-unknown', treatment: 'unknown' })
  })
})

describe('how the provider is taxed', () => {
  it('is what its backend says', () => {
    expect(taxPolicyOf(introserv, dated)).to.equal(dated)
  })
  it('else its policy’s table, where the policy names its country', () => {
    const policy = { ...introserv, provider: { ...introserv.provider, sellerCountry: 'CY' } }
    expect(taxPolicyOf(policy)).to.deep.equal({ seller: 'CY', table: introservVatTable })
  })
  it('else unknown: no country is assumed', () => {
    expect(taxPolicyOf(introserv)).to.equal(undefined)
  })
})
