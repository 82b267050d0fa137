import { expect } from 'chai'
import { AdapterFault } from '../../../src/index.js'
import { provider, QuoteDriver } from '../../support/quote-driver.js'
import { settled } from '../../../demo/stories/story.js'

describe('a system that has neither quotes nor an authority behind it', () => {
  it('leaves the estimate as it is, shows no fault, and is asked once', async () => {
    const asked: string[] = []
    const can = (what: string) => () => {
      asked.push(what)
      return Promise.reject(new AdapterFault('unsupported'))
    }
    const adapter = provider(
      { country: 'ES', kind: 'business', vatId: 'ESX1234567X' },
      {},
      { quote: can('quote'), checkVatId: can('checkVatId') },
    )
    const plain = await QuoteDriver.priced({
      adapter: provider({ country: 'ES', kind: 'business', vatId: 'ESX1234567X' }),
    })
    const faults: unknown[] = []
    document.addEventListener('os-auth-required', event => faults.push(event), { once: true })
    const quote = await QuoteDriver.priced({ adapter })
    await quote.button('Approve this estimate')
    await settled(document.body)
    expect(quote.text).to.equal(plain.text)
    expect(quote.text).to.not.include('no binding quote')
    quote.element.lines = [{ extra: 'performance-tuning', quantity: '2' }]
    await settled(document.body)
    await quote.button('Approve this estimate')
    expect(asked).to.deep.equal(['checkVatId', 'quote'])
    expect(faults).to.deep.equal([])
  })
})
