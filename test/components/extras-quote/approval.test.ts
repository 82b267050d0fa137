import { expect } from 'chai'
import { bindingFor } from '../../../demo/stories/prices.js'
import { until } from '../../../demo/stories/story.js'
import {
  quoteDigest,
  quoteExtras,
  orderLines,
  type BindingQuote,
  type QuoteOrder,
} from '../../../src/index.js'
import { expectAccessible } from '../../support/axe.js'
import { press } from '../../support/keys.js'
import { polishSeller, promised, provider, QuoteDriver, spoken } from '../../support/quote-driver.js'
import { storyPrices } from '../../../demo/stories/prices.js'

const consumer = { country: 'PL', kind: 'consumer' } as const
const lines = [{ extra: 'performance-tuning' }]

const binding = { quote: (order: QuoteOrder) => bindingFor(order, polishSeller) }

/** What the form of an order is for these customers, today by the server. */
const orderIn = (country: string): QuoteOrder => ({
  lines: orderLines(storyPrices, lines),
  customer: { country, kind: 'consumer' },
  date: new Date().toISOString().slice(0, 10),
})

const digestIn = (country: string) => quoteDigest(quoteExtras(orderIn(country), polishSeller))

describe('an approval', () => {
  it('is the customer’s press, tied to the digest of exactly the quote that is shown', async () => {
    const quote = await QuoteDriver.priced({ adapter: provider(consumer) })
    expect(quote.approvals).to.deep.equal([])
    ;(await quote.button('Approve this estimate')).focus()
    await press('Enter')
    await quote.reads('Price approved')
    expect(quote.approvals).to.deep.equal([{ id: undefined, digest: await digestIn('PL') }])
    expect(quote.text).to.include('Price: €183.27, including €34.27 VAT.')
    await until('the sentence', () => spoken() === 'Price approved')
    expect(quote.element.shadowRoot!.activeElement?.id).to.equal('quote-approved')
    await expectAccessible(quote.element)
    quote.element.locale = 'pl'
    await quote.reads('Cena zaakceptowana')
    await expectAccessible(quote.element)
    expect(quote.approvals.length).to.equal(1)
  })

  it('of a binding quote names the provider’s id', async () => {
    const quote = await QuoteDriver.priced({ adapter: provider(consumer, {}, binding) })
    await quote.reads('Binding quote Q-2026-0417, valid until')
    ;(await quote.button('Approve this quote')).focus()
    await press('Space')
    await quote.reads('Price approved')
    expect(quote.approvals).to.deep.equal([{ id: 'Q-2026-0417', digest: await digestIn('PL') }])
  })

  it('falls with any change, is asked for again, and doesn’t come back by itself', async () => {
    const quote = await QuoteDriver.priced({ adapter: provider(consumer) })
    ;(await quote.button('Approve this estimate')).click()
    await quote.reads('Price approved')
    quote.element.country = 'FI'
    await quote.reads('The price has changed since you approved it')
    await until('the sentence', () => spoken().endsWith('Your earlier approval no longer counts.'))
    expect(quote.text).to.not.include('Price approved')
    await expectAccessible(quote.element)
    quote.element.country = 'PL'
    await quote.reads('VAT 23%, Poland')
    expect(quote.text).to.not.include('Price approved')
    expect(quote.approvals.length).to.equal(1)
    ;(await quote.button('Approve this estimate')).click()
    await quote.reads('Price approved')
    expect(quote.approvals.length).to.equal(2)
    expect(quote.text).to.not.include('has changed')
  })

  it('stays through a change of language or of the page’s words', async () => {
    const quote = await QuoteDriver.priced({ adapter: provider(consumer) })
    ;(await quote.button('Approve this estimate')).click()
    await quote.reads('Price approved')
    quote.element.messages = { en: { quote: { approved: { title: 'Agreed' } } } }
    await quote.reads('Agreed')
  })

  it('is not asked for while the provider is still asked, nor of what it no longer stands by', async () => {
    const answer = promised<BindingQuote>()
    const quote = await QuoteDriver.priced({
      adapter: provider(consumer, {}, { quote: () => answer.promise }),
    })
    await quote.reads('Asking the provider for a binding quote…')
    expect(quote.element.shadowRoot!.querySelector('button.primary')).to.equal(null)
    answer.keep({ ...(await bindingFor(orderIn('PL'), polishSeller)), validUntil: Date.now() - 1 })
    await quote.reads('The provider’s quote has expired')
    expect(quote.element.shadowRoot!.querySelector('button.primary')).to.equal(null)
    await expectAccessible(quote.element)
  })

  it('is no longer asked for once a quote runs out in sight of the customer; a new one can be had', async () => {
    let isFirst = true
    const quote = await QuoteDriver.priced({
      adapter: provider(
        consumer,
        {},
        {
          async quote(order) {
            const offered = await bindingFor(order, polishSeller)
            const validUntil = isFirst ? Date.now() + 400 : offered.validUntil
            isFirst = false
            return { ...offered, validUntil }
          },
        },
      ),
    })
    await quote.reads('The provider’s quote has expired')
    ;(await quote.button('Ask for a new quote')).focus()
    await until('the sentence', () => spoken().endsWith('The provider’s quote has expired.'))
    await press('Enter')
    await quote.reads('You agree to exactly this price')
    expect(quote.element.shadowRoot!.activeElement?.className).to.equal('headline')
    await until('the sentence', () => spoken() === 'Price: €183.27, including €34.27 VAT.')
  })

  it('by a press on a price that has just changed counts for nothing', async () => {
    const quote = await QuoteDriver.priced({ adapter: provider(consumer) })
    const button = await quote.button('Approve this estimate')
    quote.element.country = 'FI'
    // The press comes before the new price is drawn, and its digest is ready after that.
    button.click()
    await quote.reads('VAT 25.5%, Finland')
    await new Promise(resolve => setTimeout(resolve, 50))
    expect(quote.approvals).to.deep.equal([])
    expect(quote.text).to.not.include('Price approved')
  })

  it('can be given once, however often is pressed', async () => {
    const quote = await QuoteDriver.priced({ adapter: provider(consumer) })
    const button = await quote.button('Approve this estimate')
    button.click()
    button.click()
    await quote.reads('Price approved')
    await new Promise(resolve => setTimeout(resolve, 50))
    expect(quote.approvals.length).to.equal(1)
  })

  it('is forgotten when the page says so', async () => {
    const quote = await QuoteDriver.priced({ adapter: provider(consumer) })
    ;(await quote.button('Approve this estimate')).click()
    await quote.reads('Price approved')
    quote.element.clear()
    await quote.reads('Approve this estimate')
    expect(quote.text).to.not.include('has changed')
  })

  it('carries nothing of what was typed', async () => {
    const quote = await QuoteDriver.priced({
      adapter: provider({ country: 'DE', kind: 'business', vatId: 'DE123456789' }),
    })
    const heard = until('the event', () => quote.approvals[0])
    ;(await quote.button('Approve this estimate')).click()
    expect(JSON.stringify(await heard)).to.not.include('DE')
    expect(Object.isFrozen(quote.approvals[0])).to.equal(true)
  })
})
