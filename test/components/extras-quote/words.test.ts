import { expect } from 'chai'
import meta, * as stories from '../../../demo/stories/extras-quote.stories.js'
import { until, type StoryObj } from '../../../demo/stories/story.js'
import { introservVatTable, quoteReasons, type Account, type TaxPolicy } from '../../../src/index.js'
import { expectAccessible } from '../../support/axe.js'
import { byRole, told } from '../../support/by-role.js'
import { mount } from '../../support/mount.js'
import { polishSeller, provider, QuoteDriver } from '../../support/quote-driver.js'

const german = { country: 'DE', kind: 'business', vatId: 'DE123456789' } as const

type Case = [
  what: string,
  account: Partial<Account>,
  tax: Partial<TaxPolicy>,
  en: readonly string[],
  pl: readonly string[],
]

/** One extra for €149.00 net; a no-break space stands before € in Polish. */
const cases: readonly Case[] = [
  [
    'a consumer at home',
    { country: 'PL', kind: 'consumer' },
    {},
    ['€183.27 including €34.27 VAT', 'VAT 23%, Poland', 'in force since 1 January 2011, checked on'],
    ['183,27 € w tym 34,27 € VAT', 'VAT 23% (Polska)', 'obowiązuje od 1 stycznia 2011, sprawdzono'],
  ],
  [
    'a business at home',
    { country: 'PL', kind: 'business' },
    {},
    ['€149.00 net, plus €34.27 VAT: €183.27 gross'],
    ['149,00 € netto, plus 34,27 € VAT: 183,27 € brutto'],
  ],
  [
    'a consumer where she lives',
    { country: 'FI', kind: 'consumer' },
    {},
    ['€187.00 including €38.00 VAT', 'VAT 25.5%, Finland', 'Taxed where you are'],
    ['187,00 € w tym 38,00 € VAT', 'VAT 25,5% (Finlandia)', 'Podatek w Twoim kraju'],
  ],
  [
    'a consumer at the seller’s rate',
    { country: 'FI', kind: 'consumer' },
    { oss: false },
    ['€183.27', 'VAT 23%, Poland', 'at the rate of the provider’s country'],
    ['183,27 €', 'VAT 23% (Polska)', 'według stawki kraju dostawcy'],
  ],
  [
    'a business that nobody has confirmed',
    german,
    {},
    ['Now €177.31 with VAT; €149.00 (reverse charge) once your VAT ID is confirmed.', 'VAT is charged until'],
    ['Teraz 177,31 € z VAT; 149,00 € (odwrotne obciążenie) po potwierdzeniu numeru VAT UE.'],
  ],
  [
    'a business outside the Union',
    { country: 'US', kind: 'business' },
    {},
    ['€149.00 outside the scope of EU VAT', 'not a rate of zero'],
    ['149,00 € poza zakresem unijnego VAT', 'to nie to samo co stawka 0%'],
  ],
  [
    'a seller without VAT',
    { country: 'PL', kind: 'consumer' },
    { vatRegistered: false },
    ['€149.00 the provider charges no VAT', 'To pay'],
    ['149,00 € dostawca nie nalicza VAT', 'Do zapłaty'],
  ],
  [
    'a rate that the table leaves blank',
    { country: 'SI', kind: 'consumer' },
    { table: introservVatTable },
    ['€149.00 net; support will confirm the tax', 'to be confirmed by support', 'no rate for this place'],
    ['149,00 € netto; podatek potwierdzi wsparcie', 'potwierdzi wsparcie', 'nie ma stawki dla tego miejsca'],
  ],
  [
    'a table that nobody dated',
    { country: 'PL', kind: 'consumer' },
    { table: introservVatTable },
    ['Rate from a table without a date.'],
    ['Stawka z tabeli bez daty.'],
  ],
  [
    'a table with a date',
    { country: 'PL', kind: 'consumer' },
    { table: { ...introservVatTable, date: Date.UTC(2026, 0, 1) } },
    ['Rate from a table of 1 January 2026.'],
    ['Stawka z tabeli z dnia 1 stycznia 2026.'],
  ],
  [
    'a rate that the provider has set',
    { country: 'PL', kind: 'consumer' },
    { overrides: { PL: { kind: 'rate', per100k: 8_000 } } },
    ['VAT 8%, Poland', 'Rate set by the provider.'],
    ['VAT 8% (Polska)', 'Stawka ustalona przez dostawcę.'],
  ],
  [
    'a customer of whom no country is known',
    { kind: 'consumer' },
    {},
    ['The country isn’t given yet.', '€149.00 net; support will confirm the tax'],
    ['Nie podano jeszcze kraju.'],
  ],
]

describe('a quote says', () => {
  for (const [what, account, tax, en, pl] of cases) {
    it(`what an extra costs ${what}`, async () => {
      const adapter = provider(account, { tax: { ...polishSeller, ...tax } })
      for (const [locale, words] of [
        ['en', en],
        ['pl', pl],
      ] as const) {
        const quote = await QuoteDriver.priced({ adapter, locale })
        for (const sentence of words) expect(quote.text).to.include(sentence)
        await expectAccessible(quote.element)
        quote.element.remove()
      }
    })
  }

  it('reverse charge, and no VAT, once the VAT ID is confirmed', async () => {
    const adapter = provider(german, {}, { checkVatId: async () => 'valid' })
    const quote = await QuoteDriver.priced({ adapter })
    await quote.reads('Art. 44 and 196')
    expect(quote.rows).to.deep.equal([
      'Optimization or performance tuning: €149.00',
      'Net: €149.00',
      'VAT: reverse charge',
      'To pay: €149.00',
    ])
    expect(quote.text).to.not.include('0.00 ')
    quote.element.locale = 'pl'
    await quote.reads('odwrotne obciążenie')
    await expectAccessible(quote.element)
  })

  it('never an amount of VAT or a total while the tax is unknown, and keeps nobody from going on', async () => {
    const tax = { ...polishSeller, table: introservVatTable }
    const quote = await QuoteDriver.priced({
      adapter: provider({ country: 'SI', kind: 'business' }, { tax }),
    })
    expect(quote.rows).to.deep.equal([
      'Optimization or performance tuning: €149.00',
      'Net: €149.00',
      'VAT: to be confirmed by support',
    ])
    expect(quote.text).to.not.match(/[€ ]0\.00|gross/)
    ;(await quote.button('Approve this estimate')).click()
    await quote.reads('Price approved')
  })

  it('“price on request” without prices, and asks for no approval of nothing', async () => {
    const adapter = provider({ country: 'PL', kind: 'consumer' })
    const context = async () => {
      const { prices: _prices, ...rest } = await adapter.context()
      return rest
    }
    const quote = await QuoteDriver.priced({ adapter: { ...adapter, context } })
    expect(quote.rows).to.deep.equal(['Optimization or performance tuning: price on request'])
    expect(quote.text).to.include('Support confirms whether it is, and the price.')
    expect(quote.element.shadowRoot!.querySelector('button')).to.equal(null)
  })

  it('the known part as such where the rest is on request', async () => {
    const quote = await QuoteDriver.priced({
      adapter: provider({ country: 'PL', kind: 'consumer' }),
      lines: [{ extra: 'data-recovery' }, { extra: 'performance-tuning' }],
    })
    expect(quote.rows).to.deep.equal([
      'Recovery of data from damaged or deleted files: price on request',
      'Optimization or performance tuning: €149.00',
      'Total with VAT, known part: €183.27',
      'VAT 23%, Poland: €34.27',
      'Net, known part: €149.00',
    ])
  })

  it('what is counted, for how much at most', async () => {
    const quote = await QuoteDriver.priced({
      adapter: provider({ country: 'PL', kind: 'business' }),
      lines: [{ extra: 'application-troubleshooting' }, { extra: 'performance-tuning', quantity: '3' }],
    })
    expect(quote.text).to.include(
      '3 × €90.00 per started hour; the time is an estimate · at most €450.00 net',
    )
    expect(quote.text).to.include('3 × €149.00')
  })

  it('amounts that no float could hold, to the last digit', async () => {
    const prices = {
      currency: 'KWD',
      prices: { 'performance-tuning': { kind: 'fixed', net: '999999999.999' } },
    } as const
    const quote = await QuoteDriver.priced({
      adapter: provider({ country: 'US', kind: 'business' }, { prices }),
      lines: [{ extra: 'performance-tuning', quantity: '999' }],
    })
    // 999 × (10⁹ − 10⁻³).
    expect(quote.text).to.include('998,999,999,999.001')
  })

  it('the id of an extra that nobody has named', async () => {
    const quote = await QuoteDriver.priced({
      adapter: provider({ country: 'PL', kind: 'consumer' }),
      lines: [{ extra: 'something-else' }],
    })
    expect(quote.rows[0]).to.equal('something-else: price on request')
  })
})

describe('the table of a quote', () => {
  it('has a caption, and a header for every row', async () => {
    const quote = await QuoteDriver.priced({ adapter: provider({ country: 'PL', kind: 'consumer' }) })
    const table = await byRole('table', 'Price of the additional services', quote.element)
    expect((await told(table)).role).to.equal('table')
    for (const name of ['Optimization or performance tuning', 'Total with VAT', 'VAT 23%, Poland', 'Net'])
      await byRole('rowheader', name, quote.element)
    await byRole('columnheader', 'Service', quote.element)
  })
})

describe('every story of the quote', () => {
  const all: readonly [string, StoryObj<typeof meta.args>][] = Object.entries(stories).filter(
    (entry): entry is [string, StoryObj<typeof meta.args>] => /^[A-Z]/.test(entry[0]),
  )
  for (const [name, story] of all) {
    it(`is accessible in both languages: ${name}`, async () => {
      for (const locale of ['en', 'pl']) {
        const element = await mount(meta, { ...story, args: { ...story.args, locale } })
        await until('words', () => element.shadowRoot?.querySelector('p, slot'))
        await expectAccessible(element)
      }
    })
  }

  it('and all its words are there: no key is ever shown', async () => {
    expect(quoteReasons.length).to.be.above(30)
    for (const [, story] of all) {
      const element = await mount(meta, { ...story, args: { ...story.args, locale: 'pl' } })
      expect(element.shadowRoot?.textContent).to.not.match(/quote\.|\{\{|undefined|NaN/)
    }
  })
})
