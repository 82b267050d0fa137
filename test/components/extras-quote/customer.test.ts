import { expect } from 'chai'
import { OsExtrasQuote } from '../../../components/index.js'
import { settled, until } from '../../../demo/stories/story.js'
import type { BindingQuote, QuoteOrder } from '../../../src/index.js'
import { bindingFor } from '../../../demo/stories/prices.js'
import { expectAccessible } from '../../support/axe.js'
import { byRole, told } from '../../support/by-role.js'
import { press, type } from '../../support/keys.js'
import { polishSeller, promised, provider, QuoteDriver, spoken } from '../../support/quote-driver.js'

const german = { country: 'DE', kind: 'business', vatId: 'DE123456789' } as const
const consumer = { country: 'PL', kind: 'consumer' } as const

describe('the customer of a quote', () => {
  it('is who the client area knows, with the questions folded', async () => {
    const quote = await QuoteDriver.priced({ adapter: provider(german) })
    expect(quote.text).to.match(/^Tax details Germany · Company or organization · DE123456789/)
    expect(quote.element.shadowRoot!.querySelector('details')!.open).to.equal(false)
    await quote.open()
    expect(quote.control('vatId').value).to.equal('DE123456789')
    expect(quote.control<HTMLSelectElement>('country').value).to.equal('DE')
    await expectAccessible(quote.element)
  })

  it('is asked openly where the client area knows nothing', async () => {
    const quote = await QuoteDriver.priced({ adapter: provider({}) })
    expect(quote.element.shadowRoot!.querySelector('details')!.open).to.equal(true)
    await quote.choose('PL')
    expect(quote.element.shadowRoot!.querySelector('details')!.open).to.equal(true)
    expect(quote.text).to.include('€183.27')
  })

  it('changes country by keyboard, and hears the new total in one sentence', async () => {
    const quote = await QuoteDriver.priced({ adapter: provider(consumer) })
    await quote.open()
    const country = await byRole('combobox', 'Country', quote.element)
    expect((await told(country)).description).to.include('The VAT depends on the country')
    country.focus()
    await type('Finl')
    await press('Enter')
    await quote.reads('VAT 25.5%, Finland')
    await until('the sentence', () => spoken() === 'Price: €187.00, including €38.00 VAT.')
    expect(quote.element.shadowRoot!.activeElement).to.equal(country)
  })

  it('changes to a company by keyboard, and then is asked for a VAT ID', async () => {
    const quote = await QuoteDriver.priced({ adapter: provider({ ...consumer, country: 'AT' }) })
    await quote.open()
    expect(quote.has('vatId')).to.equal(false)
    ;(await byRole('radio', 'Private person', quote.element)).focus()
    await press('ArrowDown')
    await quote.reads('Without a VAT ID a company is taxed like a private person.')
    const vatId = await byRole('textbox', /^VAT ID/, quote.element)
    vatId.focus()
    await type('atu 12345678')
    expect(quote.text).to.not.include('once your VAT ID is confirmed')
    await press('Tab')
    await quote.reads('Now €178.80 with VAT; €149.00 (reverse charge) once your VAT ID is confirmed.')
    await expectAccessible(quote.element)
  })

  it('is told at the field, not before it is left, that a VAT ID has not the form of its country', async () => {
    const quote = await QuoteDriver.priced({ adapter: provider({ country: 'DE', kind: 'business' }) })
    await quote.open()
    quote.control('vatId').focus()
    await type('FR12')
    expect((await told(quote.control('vatId')))['invalid']).to.not.equal('true')
    await press('Tab')
    await quote.reads('doesn’t look like a VAT ID')
    const { description, invalid } = await told(quote.control('vatId'))
    expect(invalid).to.equal('true')
    expect(description).to.match(/^With the letters of the country.*doesn’t look like a VAT ID/)
    await expectAccessible(quote.element)
  })

  it('is asked for a postcode only where it matters', async () => {
    const quote = await QuoteDriver.priced({ adapter: provider({ ...consumer, country: 'PT' }) })
    await quote.open()
    expect(quote.text).to.include('VAT 23%, Portugal')
    quote.control('postcode').focus()
    await type('9000-082')
    await press('Tab')
    await quote.reads('VAT 22%, Portugal')
    expect(quote.text).to.include('This area has a rate of its own.')
    await quote.choose('PL')
    expect(quote.has('postcode')).to.equal(false)
  })

  it('keeps what is being typed while answers come in', async () => {
    const answer = promised<'valid'>()
    const quote = await QuoteDriver.priced({
      adapter: provider(german, {}, { checkVatId: () => answer.promise }),
    })
    await quote.open()
    const vatId = quote.control('vatId')
    vatId.select()
    await type('DE9999')
    answer.keep('valid')
    await quote.reads('Reverse charge:')
    expect(vatId.value).to.equal('DE9999')
  })

  it('finds every country by its name, in the order of the alphabet of the language', async () => {
    const quote = await QuoteDriver.priced({ adapter: provider({}), locale: 'pl' })
    const names = [...quote.control<HTMLSelectElement>('country').options].map(({ text }) => text)
    expect(names.length).to.be.above(240)
    expect(names.slice(1)).to.deep.equal([...names.slice(1)].sort(new Intl.Collator('pl').compare))
    expect(names.filter(name => /^[A-Z]{2}$/.test(name))).to.deep.equal([])
    expect(new Set(names).size).to.equal(names.length)
  })
})

describe('a VAT ID', () => {
  for (const [answer, words] of [
    ['valid', 'Reverse charge: you account for the VAT'],
    ['invalid', 'The authority doesn’t know this VAT ID, so VAT is charged.'],
    ['unavailable', 'The authority that confirms VAT IDs isn’t answering at the moment.'],
  ] as const) {
    it(`that the authority calls ${answer} is shown so`, async () => {
      const asked: string[] = []
      const checkVatId = async (id: string) => {
        asked.push(id)
        return answer
      }
      const quote = await QuoteDriver.priced({
        adapter: provider({ ...german, vatId: ' de 123.456.789' }, {}, { checkVatId }),
      })
      await quote.reads(words)
      expect(asked).to.deep.equal(['DE123456789'])
      await expectAccessible(quote.element)
    })
  }

  it('is asked about again at the customer’s press, when the authority didn’t answer', async () => {
    let answers: readonly ('unavailable' | 'valid')[] = ['unavailable', 'valid']
    const checkVatId = async () => {
      const [first, ...rest] = answers
      answers = rest
      return first ?? 'valid'
    }
    const quote = await QuoteDriver.priced({ adapter: provider(german, {}, { checkVatId }) })
    await quote.reads('isn’t answering at the moment')
    ;(await quote.button('Check the VAT ID again')).focus()
    await press('Enter')
    await quote.reads('Reverse charge:')
  })

  it('is not asked about at home, nor outside the Union', async () => {
    let asked = 0
    const checkVatId = async () => {
      asked += 1
      return 'valid' as const
    }
    await QuoteDriver.priced({
      adapter: provider({ ...german, country: 'PL', vatId: 'PL1234567890' }, {}, { checkVatId }),
    })
    await QuoteDriver.priced({ adapter: provider({ ...german, country: 'US' }, {}, { checkVatId }) })
    expect(asked).to.equal(0)
  })

  it('of an earlier country never decides on a later one', async () => {
    const answer = promised<'valid'>()
    const quote = await QuoteDriver.priced({
      adapter: provider(german, {}, { checkVatId: () => answer.promise }),
    })
    await quote.reads('Your VAT ID is being checked…')
    quote.element.country = 'PL'
    await quote.reads('VAT 23%, Poland')
    answer.keep('valid')
    await new Promise(resolve => setTimeout(resolve, 50))
    expect(quote.text).to.include('VAT 23%, Poland').and.not.include('Reverse charge')
  })
})

describe('an answer that comes late', () => {
  it('to a question about an earlier country never becomes the price', async () => {
    const calls: { order: QuoteOrder; answer: (binding: BindingQuote) => void; signal?: AbortSignal }[] = []
    const adapter = provider(
      consumer,
      {},
      {
        quote: (order, call) =>
          new Promise(answer => calls.push({ order, answer, ...(call?.signal && { signal: call.signal }) })),
      },
    )
    const quote = await QuoteDriver.priced({ adapter })
    await quote.reads('Asking the provider')
    quote.element.country = 'FI'
    await until('the second question', () => calls[1])
    expect(calls[0]!.signal!.aborted).to.equal(true)
    calls[1]!.answer(await bindingFor(calls[1]!.order, polishSeller))
    await quote.reads('Binding quote')
    calls[0]!.answer(await bindingFor(calls[0]!.order, polishSeller))
    await new Promise(resolve => setTimeout(resolve, 50))
    expect(quote.rows).to.include('VAT 25.5%, Finland: €38.00')
    expect(quote.text).to.include('Binding quote')
  })
})

describe('what a page sets', () => {
  const settings = {
    country: 'AT',
    customerKind: 'business',
    vatId: 'ATU12345678',
    postcode: '6691',
    lines: [{ extra: 'performance-tuning', quantity: '2' }],
    locale: 'pl',
  } as const

  const expected = 'Austria · 6691 · Firma lub organizacja · ATU12345678'

  it('holds whether it comes before the element is placed or after', async () => {
    const before = await QuoteDriver.priced({ adapter: provider(consumer), ...settings })
    const after = await QuoteDriver.shown({ adapter: undefined, lines: [], locale: '' })
    Object.assign(after.element, { adapter: provider(consumer), ...settings })
    await after.reads(expected)
    await after.reads('298,00')
    await before.reads(expected)
    expect(after.text).to.equal(before.text)
    expect(after.rows).to.deep.equal(before.rows)
  })

  it('holds when it was set before the class was there', async () => {
    class Later extends OsExtrasQuote {}
    const early = document.createElement('os-extras-quote-later')
    Object.assign(early, { adapter: provider(consumer), ...settings })
    document.body.append(early)
    customElements.define('os-extras-quote-later', Later)
    await until('the price', () => early.shadowRoot?.textContent.includes('298,00'))
    early.remove()
  })

  it('goes before what the client area knows, by attributes too', async () => {
    const quote = await QuoteDriver.priced({ adapter: provider(german) })
    quote.element.setAttribute('country', 'EL')
    quote.element.setAttribute('customer-kind', 'consumer')
    await quote.reads('VAT 24%, Greece')
    quote.element.setAttribute('customer-kind', 'business')
    quote.element.setAttribute('vat-id', 'GR123456789')
    await quote.reads('once your VAT ID is confirmed')
  })

  it('newly goes before what the customer has changed, and only that', async () => {
    const quote = await QuoteDriver.priced({ adapter: provider(consumer) })
    await quote.open()
    await quote.choose('FI')
    await quote.reads('VAT 25.5%, Finland')
    quote.element.postcode = '22100'
    await quote.reads('outside the scope')
    quote.element.country = 'DE'
    await quote.reads('VAT 19%, Germany')
  })

  for (const lines of [
    null,
    'data-recovery',
    [null],
    [{}],
    [{ extra: 7 }],
    [{ extra: 'a', quantity: 2 }],
    [{ extra: 'a', quantity: '-1' }],
    [{ extra: 'a', quantity: '1e9' }],
    [{ extra: 'a', quantity: '0' }],
    [{ extra: '' }],
  ]) {
    it(`never breaks it: lines are ${JSON.stringify(lines)}`, async () => {
      const quote = await QuoteDriver.shown({ adapter: provider(consumer) })
      Object.assign(quote.element, { lines })
      await quote.reads('No additional service is chosen')
      quote.element.lines = [{ extra: 'performance-tuning' }]
      await quote.reads('€183.27')
    })
  }

  for (const country of ['Poland', '12', '\u{1f600}', 'xx', '<b>', '__proto__', 'ZZ'])
    it(`is not known where it is no country: ${country}`, async () => {
      const quote = await QuoteDriver.priced({ adapter: provider(consumer), country })
      expect(quote.text).to.include('support will confirm the tax')
    })

  it('leaves the fallback in sight where nothing is connected', async () => {
    const quote = await QuoteDriver.shown({ adapter: undefined })
    expect(quote.element.querySelector('p')!.getBoundingClientRect().height).to.be.above(0)
  })

  it('can be tried again where the client area does not answer, with the fallback in sight', async () => {
    let isUp = false
    const whole = provider(consumer)
    const context = () => (isUp ? whole.context() : Promise.reject(new Error('down')))
    const quote = await QuoteDriver.shown({ adapter: { ...whole, context } })
    await quote.reads('The prices couldn’t be loaded.')
    expect(quote.element.querySelector('p')!.getBoundingClientRect().height).to.be.above(0)
    await expectAccessible(quote.element)
    isUp = true
    ;(await quote.button('Try again')).focus()
    await press('Enter')
    await quote.reads('€183.27')
  })

  it('forgets the former customer when another one is signed in', async () => {
    let account: { id: string; country: string; kind: 'consumer' } = { id: 'A', ...consumer }
    const whole = provider({})
    const context = async () => {
      const known = await whole.context()
      return { ...known, account: { ...known.account, ...account } }
    }
    const quote = await QuoteDriver.priced({ adapter: { ...whole, context } })
    await quote.open()
    await quote.choose('FI')
    await quote.reads('Finland')
    account = { id: 'B', country: 'DE', kind: 'consumer' }
    quote.element.adapter = { ...whole, context }
    await quote.reads('VAT 19%, Germany')
    await settled(document.body)
  })
})
