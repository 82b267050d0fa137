import { expect } from 'chai'
import { html } from 'lit'
import { bindingFor } from '../../../demo/stories/prices.js'
import { until } from '../../../demo/stories/story.js'
import {
  AdapterFault,
  quoteDigest,
  type BindingQuote,
  type Quote,
  type QuoteOrder,
} from '../../../src/index.js'
import { expectAccessible } from '../../support/axe.js'
import { press } from '../../support/keys.js'
import { polishSeller, provider, QuoteDriver, spoken } from '../../support/quote-driver.js'

const consumer = { country: 'PL', kind: 'consumer' } as const

/** A provider who answers with what it likes. */
const answering = (answer: (binding: BindingQuote, order: QuoteOrder) => unknown) =>
  provider(
    consumer,
    {},
    {
      async quote(order) {
        const given: unknown = await answer(await bindingFor(order, polishSeller), order)
        return given as BindingQuote
      },
    },
  )

/** An honest digest of whatever quote. */
const redone = async (binding: BindingQuote, quote: Quote): Promise<BindingQuote> => ({
  ...binding,
  quote,
  digest: await quoteDigest(quote),
})

type Total = Extract<Quote, { kind: 'total' }>
const total = ({ quote }: BindingQuote): Total => quote as Total

describe('the provider’s own quote', () => {
  it('takes the place of the estimate, and is told as no change where it is the same', async () => {
    const quote = await QuoteDriver.priced({ adapter: answering(binding => binding) })
    await quote.reads('Binding quote Q-2026-0417, valid until')
    expect(quote.text).to.not.include('differs').and.not.include('Estimate')
    await expectAccessible(quote.element)
  })

  it('is shown as a change that needs approval where it is another one', async () => {
    const dearer = (order: QuoteOrder): QuoteOrder => ({
      ...order,
      lines: order.lines.map(line => ({ ...line, unitNet: { amount: '200.00', currency: 'EUR' } })),
    })
    const quote = await QuoteDriver.priced({
      adapter: answering((_binding, order) => bindingFor(dearer(order), polishSeller)),
    })
    await quote.reads('The provider’s price differs from the estimate')
    expect(quote.text).to.include('Estimate Price: €183.27, including €34.27 VAT.')
    expect(quote.text).to.include('Provider’s quote Price: €246.00, including €46.00 VAT.')
    expect(quote.rows[0]).to.equal('Optimization or performance tuning: €200.00')
    await quote.button('Approve this quote')
    await expectAccessible(quote.element)
    quote.element.locale = 'pl'
    await quote.reads('Cena dostawcy różni się od szacunku')
    await expectAccessible(quote.element)
  })

  it('gives a first price where the price list has none, which is no change', async () => {
    const whole = answering((_binding, order) =>
      bindingFor(
        {
          ...order,
          lines: order.lines.map(line => ({ ...line, unitNet: { amount: '80.00', currency: 'EUR' } })),
        },
        polishSeller,
      ),
    )
    const quote = await QuoteDriver.priced({ adapter: whole, lines: [{ extra: 'data-recovery' }] })
    await quote.reads('€98.40')
    expect(quote.text).to.not.include('differs')
  })

  it('that comes after an approved estimate asks again', async () => {
    let isUp = false
    const whole = provider(
      consumer,
      {},
      {
        quote: order =>
          isUp ? bindingFor(order, polishSeller) : Promise.reject(new AdapterFault('unavailable')),
      },
    )
    const quote = await QuoteDriver.priced({ adapter: whole })
    await quote.reads('There is no binding quote at the moment')
    ;(await quote.button('Approve this estimate')).click()
    await quote.reads('Price approved')
    isUp = true
    ;(await quote.button('Try again')).focus()
    await press('Enter')
    await quote.reads('Binding quote')
    expect(quote.text).to.include('The price has changed since you approved it')
    expect(quote.text).to.not.include('Price approved')
  })

  it('tells the page where the session has ended', async () => {
    let heard = 0
    document.body.addEventListener('os-auth-required', () => (heard += 1), { once: true })
    await QuoteDriver.priced({
      adapter: provider(consumer, {}, { quote: () => Promise.reject(new AdapterFault('unauthenticated')) }),
    })
    await until('the event', () => heard > 0)
  })
})

const lies: readonly [what: string, lie: (binding: BindingQuote) => unknown][] = [
  ['a gross amount too low', b => redone(b, { ...total(b), gross: { amount: '1.00', currency: 'EUR' } })],
  ['a gross amount too high', b => redone(b, { ...total(b), gross: { amount: '999.00', currency: 'EUR' } })],
  ['VAT that is none of the rate', b => redone(b, { ...total(b), vat: { amount: '0.00', currency: 'EUR' } })],
  [
    'another currency in the middle',
    b => redone(b, { ...total(b), vat: { amount: '34.27', currency: 'USD' } }),
  ],
  ['lines that are gone', b => redone(b, { ...total(b), lines: [] })],
  ['a rate that no row has', b => redone(b, { ...total(b), rate: '5' })],
  ['a digest of something else', b => ({ ...b, digest: 'f'.repeat(64) })],
]

const nonsense: readonly [what: string, answer: (binding: BindingQuote) => unknown][] = [
  ['nothing', () => undefined],
  ['a text', () => 'free of charge'],
  ['NaN', b => ({ ...b, quote: { ...total(b), net: { amount: Number.NaN, currency: 'EUR' } } })],
  ['a number', b => ({ ...b, quote: { ...total(b), gross: { amount: 183.27, currency: 'EUR' } } })],
  [
    'a negative amount',
    b => ({ ...b, quote: { ...total(b), gross: { amount: '-183.27', currency: 'EUR' } } }),
  ],
  ['an exponent', b => ({ ...b, quote: { ...total(b), gross: { amount: '1e3', currency: 'EUR' } } })],
  [
    'an amount without end',
    b => ({ ...b, quote: { ...total(b), gross: { amount: '9'.repeat(50_000), currency: 'EUR' } } }),
  ],
  [
    'a currency of markup',
    b => ({ ...b, quote: { ...total(b), net: { amount: '1.00', currency: '<img>' } } }),
  ],
  [
    'a forged template',
    b => ({ ...b, id: { _$litType$: 1, strings: ['<img src=x onerror=alert(1)>'], values: [] } }),
  ],
  ['a template', b => ({ ...b, id: html`<b>yours</b>` })],
  ['a node', b => ({ ...b, id: document.createElement('img') })],
  ['a time that is none', b => ({ ...b, validUntil: 'tomorrow' })],
  ['a time beyond all calendars', b => ({ ...b, validUntil: 8.64e15 + 1 })],
  [
    'a thousand lines',
    b => ({ ...b, quote: { ...total(b), lines: Array.from({ length: 1_000 }, () => total(b).lines[0]) } }),
  ],
  ['a reason of its own', b => ({ ...b, quote: { ...total(b), reasons: ['<script>'] } })],
  [
    'a thing that throws',
    () => ({
      get quote() {
        throw new Error('canary-7731')
      },
    }),
  ],
]

describe('a provider that lies', () => {
  for (const [what, lie] of lies)
    it(`about ${what} is not believed: the estimate stays, and is called one`, async () => {
      const quote = await QuoteDriver.priced({ adapter: answering(lie) })
      await quote.reads('The amounts in the provider’s quote contradict each other, so it isn’t shown')
      expect(quote.text).to.include('Estimate €183.27 including €34.27 VAT')
      expect(quote.text).to.not.include('Binding quote')
      ;(await quote.button('Approve this estimate')).click()
      await until('an approval', () => quote.approvals[0])
      expect(quote.approvals[0]!.id).to.equal(undefined)
      await expectAccessible(quote.element)
    })

  for (const [what, answer] of nonsense)
    it(`or answers ${what} breaks nothing`, async () => {
      const quote = await QuoteDriver.priced({ adapter: answering(answer) })
      await quote.reads('There is no binding quote at the moment')
      expect(quote.text).to.include('€183.27')
      expect(quote.element.shadowRoot!.querySelector('img, b, script')).to.equal(null)
      expect(document.documentElement.outerHTML + quote.element.shadowRoot!.innerHTML).to.not.include(
        'canary-7731',
      )
    })

  it('names its quote by markup, which is read as text', async () => {
    const quote = await QuoteDriver.priced({
      adapter: answering(b => ({ ...b, id: '<img src=x onerror=alert(1)>' })),
    })
    await until('an answer', () => /Binding quote|no binding quote/.test(quote.text))
    expect(quote.element.shadowRoot!.querySelector('img')).to.equal(null)
  })

  it('about the largest amounts there are is still shown, and cut nowhere', async () => {
    const prices = {
      currency: 'PLN',
      prices: { 'performance-tuning': { kind: 'fixed', net: '999999999' } },
    } as const
    const quote = await QuoteDriver.priced({
      adapter: provider(consumer, { prices }),
      lines: [{ extra: 'performance-tuning', quantity: '1000' }],
    })
    document.body.style.inlineSize = '300px'
    const { scrollWidth, clientWidth } = quote.element
    document.body.style.inlineSize = ''
    expect(scrollWidth).to.be.at.most(clientWidth)
    expect(quote.text).to.include('PLN')
  })

  it('about a VAT ID is not believed either: what is no answer is none', async () => {
    const quote = await QuoteDriver.priced({
      adapter: provider(
        { country: 'DE', kind: 'business', vatId: 'DE123456789' },
        {},
        {
          checkVatId: async () => 'yes, of course' as 'valid',
        },
      ),
    })
    await quote.reads('isn’t answering at the moment')
    expect(quote.text).to.include('VAT is charged until your VAT ID is confirmed')
  })

  it('about the time is taken for wrong', async () => {
    const quote = await QuoteDriver.priced({ adapter: provider(consumer, { now: 253_402_300_799_999 }) })
    expect(quote.text).to.include('€183.27')
  })
})

describe('what is told of a price', () => {
  it('is one sentence for one change, and nothing for the first price', async () => {
    const region = () => document.querySelector('body > [role=status]')
    const quote = await QuoteDriver.priced({ adapter: answering(binding => binding) })
    await quote.reads('Binding quote')
    const heard: string[] = []
    await new Promise(resolve => setTimeout(resolve, 100))
    const watch = new MutationObserver(() => heard.push(spoken()))
    if (region()) watch.observe(region()!, { childList: true, subtree: true })
    else watch.observe(document.body, { childList: true, subtree: true })
    quote.element.lines = [{ extra: 'performance-tuning', quantity: '2' }]
    await until('the sentence', () => spoken() === 'Price: €366.54, including €68.54 VAT.')
    await new Promise(resolve => setTimeout(resolve, 100))
    watch.disconnect()
    expect(new Set(heard.filter(Boolean))).to.deep.equal(new Set(['Price: €366.54, including €68.54 VAT.']))
  })
})
