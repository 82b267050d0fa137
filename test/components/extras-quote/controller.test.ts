import { expect } from 'chai'
import { QuoteController } from '../../../components/extras-quote/quote.controller.js'
import { bindingFor, storyPrices } from '../../../demo/stories/prices.js'
import { until } from '../../../demo/stories/story.js'
import { wordsFor } from '../../../locales/index.js'
import { guardedAdapter, quoteDigest } from '../../../src/index.js'
import { polishSeller, provider } from '../../support/quote-driver.js'

const request = (country: string, extra = 'performance-tuning') => ({
  chosen: [{ extra }],
  customer: { country, postcode: '', kind: 'consumer', vatId: '' } as const,
  prices: storyPrices,
  tax: polishSeller,
})

/** A price without an element around it, as a form has it. */
function asking() {
  const asked: string[] = []
  const adapter = guardedAdapter(
    provider(
      {},
      {},
      {
        quote: order => {
          asked.push(order.customer.country)
          return bindingFor(order, polishSeller)
        },
      },
    ),
  )
  const controller = new QuoteController({
    words: () => wordsFor('en'),
    adapter: () => adapter,
    clockAhead: () => 0,
    onChange: () => undefined,
    onApproved: () => undefined,
  })
  const given = () =>
    until('the provider’s quote', () => {
      const { state } = controller
      return state.at === 'priced' && state.word === 'given' && state.offer
    })
  return { asked, controller, given }
}

describe('a price inside a form', () => {
  it('is asked for once for one question, however often the form is drawn', async () => {
    const { asked, controller, given } = asking()
    for (let drawn = 0; drawn < 5; drawn += 1) controller.ask(request('PL'))
    await given()
    controller.ask(request('PL'))
    expect(asked).to.deep.equal(['PL'])
  })

  it('is approved as it is shown, and no longer once anything is another', async () => {
    const { controller, given } = asking()
    controller.ask(request('PL'))
    const offer = await given()
    await controller.approve(offer)
    expect(controller.approval).to.deep.equal({ offer, digest: await quoteDigest(offer.quote) })
    controller.ask(request('FI'))
    expect([controller.approval, controller.fell]).to.deep.equal([undefined, true])
    await controller.approve(offer)
    expect(controller.approval).to.equal(undefined)
  })

  it('is nothing, and approves nothing, once no extra is chosen any more', async () => {
    const { controller, given } = asking()
    controller.ask(request('PL'))
    const offer = await given()
    await controller.approve(offer)
    controller.ask({ ...request('PL'), chosen: [] })
    expect(controller.state).to.deep.equal({ at: 'nothing-chosen' })
    expect(controller.approval).to.equal(undefined)
  })

  it('is forgotten with the customer', async () => {
    const { controller, given } = asking()
    controller.ask(request('PL'))
    await controller.approve(await given())
    controller.clear()
    expect([controller.approval, controller.fell, controller.state.at]).to.deep.equal([
      undefined,
      false,
      'loading',
    ])
  })
})
