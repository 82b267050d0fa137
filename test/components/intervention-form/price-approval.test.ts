import { expect } from 'chai'
import { settled, until } from '../../../demo/stories/story.js'
import { quoteDigest, type BindingQuote, type Context, type QuoteOrder } from '../../../src/index.js'
import type { MemoryAdapter } from '../../../src/testing.js'
import { allByRole } from '../../support/by-role.js'
import { expectAccessible } from '../../support/axe.js'
import { press } from '../../support/keys.js'
import { PassingTime } from '../../support/passing-time.js'
import { consumer, german, names, PriceForm, shop } from '../../support/price-form.js'
import { promised, spoken } from '../../support/quote-driver.js'
import { storyPrices } from '../../../demo/stories/prices.js'

const aDay = 86_400_000
const lapsed = 'The price you approved is no longer valid. Go to the price and approve the current one.'
const open = 'You haven’t approved this price. You can still send the request'

const filingIn = (adapter: MemoryAdapter) => adapter.staff.tickets[0]!.filing

/** What the page’s live region said from now on. */
function listened(): readonly string[] {
  const said: string[] = []
  const region = document.querySelector('body > [role=status]')
  const hear = new MutationObserver(() => {
    if (region?.textContent) said.push(region.textContent)
  })
  if (region) hear.observe(region, { childList: true })
  return said
}

describe('an approval in the form', () => {
  it('is the customer’s press: told to the page, said once, with the focus on it', async () => {
    const form = await PriceForm.priced(shop())
    await form.press('checkbox', names.malware)
    await until('the sentence', () => spoken().startsWith('Price: €367.03'))
    const said = listened()
    expect(form.approvals).to.deep.equal([])
    await form.approve()
    await until('the sentence', () => said.length > 0)
    await new Promise(resolve => setTimeout(resolve, 100))
    expect(said).to.deep.equal(['Price approved'])
    expect(form.focused()?.id).to.equal('quote-approved')
    expect(form.approvals).to.have.length(1)
    expect(form.approvals[0]).to.have.keys('id', 'digest')
    expect(form.price).to.include('If anything in it changes, you will be asked again.')
    expect((await allByRole('button', /^Approve/, form.form)).length).to.equal(0)
    await expectAccessible(form.form)
    form.form.setAttribute('locale', 'pl')
    await form.reads('Cena zaakceptowana')
    await expectAccessible(form.form)
    expect(form.approvals).to.have.length(1)
  })

  it('is reached from the extra by the Tab key alone, and needs nothing on the way', async () => {
    const form = await PriceForm.priced(shop())
    for (let stop = 0; !form.focused()?.textContent.includes('Approve this estimate'); stop += 1) {
      expect(stop).to.be.below(12)
      await press('Tab')
    }
    await press('Enter')
    await form.reads('Price approved')
    await press('Tab', 'Tab')
    expect(form.focused()?.textContent).to.include('Continue')
  })

  it('falls when a quantity changes, and that is said', async () => {
    const form = await PriceForm.priced(shop())
    await form.approve()
    await form.unfold(/^How much/)
    await form.answer(/^How many/, '2')
    await form.reads('The price has changed since you approved it')
    expect(form.price).to.not.include('Price approved')
    await until('the sentence', () =>
      spoken().endsWith('€366.54, including €68.54 VAT. Your earlier approval no longer counts.'),
    )
    await expectAccessible(form.form)
    await form.answer(/^How many/, '')
    await form.reads('€183.27')
    expect(form.price).to.not.include('Price approved')
    await form.approve()
    expect(form.price).to.not.include('has changed')
    expect(form.approvals).to.have.length(2)
  })

  it('that fell in sight stops nobody later', async () => {
    const adapter = shop()
    const form = await PriceForm.priced(adapter)
    await form.approve()
    await form.press('checkbox', names.malware)
    await form.reads('The price has changed since you approved it')
    await form.toCheck()
    expect(form.text).to.include(open)
    await form.send()
    expect(filingIn(adapter).quote).to.not.have.property('approvedAt')
  })
})

describe('the check page', () => {
  it('says the price, and that it is approved', async () => {
    const form = await PriceForm.priced(shop())
    await form.approve()
    await form.toCheck()
    expect(form.text).to.include('Price: €183.27, including €34.27 VAT. Price approved')
    expect(form.text).to.not.include(open)
    await expectAccessible(form.form)
  })

  it('says the price, and that nobody approved it, and stops nobody', async () => {
    const adapter = shop()
    const form = await PriceForm.priced(adapter, [names.tuning, names.recovery])
    await form.toCheck()
    expect(form.text).to.include(
      `Price: €183.27, including €34.27 VAT. Support tells you the price of the rest. ${open}`,
    )
    await expectAccessible(form.form)
    await form.send()
    const { extras, quote } = filingIn(adapter)
    expect(extras).to.have.members(['performance-tuning', 'data-recovery'])
    expect(quote?.quote.kind).to.equal('partial')
    expect(quote).to.have.keys('quote', 'customer', 'digest')
  })
})

describe('a request that is sent', () => {
  it('holds the estimate that was approved, for whom, its digest, and when', async () => {
    const adapter = shop({ customer: german, vatIds: { [german.vatId]: 'valid' } })
    const form = await PriceForm.priced(adapter)
    const before = Date.now()
    await form.approve()
    const after = Date.now()
    await form.toCheck()
    await form.send()
    const { quote, text } = filingIn(adapter)
    expect(quote).to.have.keys('quote', 'customer', 'digest', 'approvedAt')
    expect(quote!.digest).to.equal(await quoteDigest(quote!.quote))
    expect(form.approvals).to.deep.equal([{ id: undefined, digest: quote!.digest }])
    expect(quote!.customer).to.deep.equal({
      country: 'DE',
      kind: 'business',
      vatId: { value: german.vatId, status: 'valid' },
    })
    expect(quote!.approvedAt).to.be.within(before - 1_000, after + 1_000)
    expect(quote!.quote.lines.map(({ extra, quantity }) => [extra, quantity])).to.deep.equal([
      ['performance-tuning', '1'],
    ])
    expect(text).to.match(/Price approved by the customer: .*Z\)/)
  })

  it('holds the provider’s own name for a binding quote, and until when it stands', async () => {
    const adapter = shop({ quotes: true })
    const form = await PriceForm.priced(adapter)
    await form.reads('Binding quote Q-1001')
    await form.approve()
    await form.toCheck()
    await form.send()
    const { quote } = filingIn(adapter)
    const { binding } = adapter.staff.quotes[0]!
    const { approvedAt, customer, ...named } = quote!
    expect(named).to.deep.equal(binding)
    expect(customer).to.deep.equal(consumer)
    expect(approvedAt).to.be.a('number')
    expect(form.approvals).to.deep.equal([{ id: 'Q-1001', digest: binding.digest }])
  })

  it('holds what was answered about the buyer and how much, as it was priced', async () => {
    const adapter = shop()
    const form = await PriceForm.priced(adapter, [names.work])
    await form.unfold(/^How much/)
    await form.answer(/^Hours/, '1,5')
    await form.unfold(/^Tax details/)
    await form.choose('Finland')
    await form.reads('VAT 25.5%, Finland')
    await form.toCheck()
    await form.send()
    const { quote } = filingIn(adapter)
    expect(quote?.customer).to.deep.equal({ country: 'FI', kind: 'consumer' })
    expect(quote?.quote.lines.map(({ quantity }) => quantity)).to.deep.equal(['2'])
  })

  it('is followed by one that knows nothing of its price', async () => {
    const form = await PriceForm.priced(shop())
    await form.approve()
    await form.toCheck()
    await form.send()
    await form.press('button', 'Start another request')
    await form.reaches('Which server')
    await form.press('radio', /^db1/)
    await form.press('button', 'Continue')
    await form.unfold(/^Additional/)
    expect(form.has('section.quote')).to.equal(false)
    await form.press('checkbox', names.tuning)
    await form.reads('Approve this estimate')
    expect(form.price).to.not.match(/approved|changed/)
  })
})

/** Presses Send, is led back to the price, goes on without a word on it, and sends. */
async function stoppedOnce(form: PriceForm): Promise<void> {
  await form.press('button', 'Send the request')
  await form.reaches('What is wrong')
  expect(form.focused()?.id).to.equal('error-summary')
  expect(form.control('#error-summary')?.textContent).to.include(lapsed)
  await expectAccessible(form.form)
  await form.press('button', 'Continue')
  await form.reaches('Check before you send')
  expect(form.text).to.include(open)
  await form.send()
}

describe('an approval that ends before the request is sent', () => {
  async function approvedQuote(adapter: MemoryAdapter): Promise<PriceForm> {
    const form = await PriceForm.priced(adapter)
    await form.reads('Binding quote Q-1001')
    await form.approve()
    await form.toCheck()
    return form
  }

  it('since the provider no longer stands by the quote, stops it once', async () => {
    const time = new PassingTime()
    const adapter = shop({ quotes: true, now: () => Date.now() })
    const form = await approvedQuote(adapter)
    time.pass(aDay)
    await until('the sentence', () => spoken().endsWith('Your earlier approval no longer counts.'))
    await settled(document)
    expect(form.text).to.include(open)
    await stoppedOnce(form)
    expect(filingIn(adapter).quote).to.include({ id: 'Q-1001' })
    expect(filingIn(adapter).quote).to.not.have.property('approvedAt')
  })

  it('while the machine slept, stops it once', async () => {
    const time = new PassingTime()
    const adapter = shop({ quotes: true, now: () => Date.now() })
    const form = await approvedQuote(adapter)
    time.sleep(2 * aDay)
    await stoppedOnce(form)
    expect(filingIn(adapter).quote).to.not.have.property('approvedAt')
  })

  it('can be given anew, for a new quote', async () => {
    const time = new PassingTime()
    const adapter = shop({ quotes: true, now: () => Date.now() })
    const form = await approvedQuote(adapter)
    time.pass(aDay)
    await form.press('button', 'Send the request')
    await form.press('link', lapsed)
    expect(form.focused()?.textContent.trim()).to.equal('Ask for a new quote')
    expect(form.text, 'said once').to.include('has expired').and.not.include('has changed since')
    await press('Enter')
    await form.reads('Binding quote Q-1002')
    expect(form.focused()?.id).to.equal('quote-headline')
    await form.approve()
    expect(form.has('#error-summary')).to.equal(false)
    await form.press('button', 'Continue')
    await form.reaches('Check before you send')
    await form.send()
    expect(filingIn(adapter).quote).to.include({ id: 'Q-1002' }).and.have.property('approvedAt')
  })

  it('since the estimate is of a day long gone, stops it once', async () => {
    const time = new PassingTime()
    const adapter = shop({ now: () => Date.now() })
    const form = await PriceForm.priced(adapter)
    await form.approve()
    await form.toCheck()
    time.sleep(3 * aDay)
    await stoppedOnce(form)
    const today = new Date(Date.now()).toISOString().slice(0, 10)
    expect(filingIn(adapter).quote?.quote.date).to.equal(today)
  })

  it('since the prices have changed meanwhile, stops it once, with the new one', async () => {
    const { adapter, change } = changing(shop(), shop({ context: { prices: dearer } }))
    const form = await PriceForm.priced(adapter)
    await form.approve()
    await form.toCheck()
    change()
    await stoppedOnce(form)
    const { quote } = filingIn(adapter)
    expect(quote?.quote.lines[0]?.unitNet).to.deep.equal({ amount: '199.00', currency: 'EUR' })
    expect(quote).to.not.have.property('approvedAt')
  })

  it('stops it once, though the provider’s answer comes when the customer has gone on', async () => {
    const other = shop({ quotes: true, context: { prices: dearer } })
    const answer = promised<BindingQuote>()
    const orders: QuoteOrder[] = []
    const late = (order: QuoteOrder) => {
      orders.push(order)
      return answer.promise
    }
    const { adapter, change } = changing(shop({ quotes: true }), { ...other, quote: late })
    const form = await approvedQuote(adapter)
    change()
    await form.press('button', 'Send the request')
    await form.reaches('What is wrong')
    await form.reads('Asking the provider for a binding quote…')
    await form.press('button', 'Continue')
    await form.reaches('Check before you send')
    answer.keep(await other.quote!(orders[0]!))
    await until('the quote', () => spoken().includes('€244.77'))
    await form.send()
    expect(filingIn(adapter).quote).to.include({ id: 'Q-1001' })
    expect(filingIn(adapter).quote).to.not.have.property('approvedAt')
  })

  it('means nothing once the request is sent', async () => {
    const time = new PassingTime()
    const adapter = shop({ quotes: true, now: () => Date.now() })
    const form = await approvedQuote(adapter)
    await form.send()
    await until('the sentence', () => spoken().startsWith('Request sent'))
    const said = listened()
    time.pass(3 * aDay)
    form.form.setAttribute('locale', 'pl')
    await form.reaches('Zgłoszenie')
    const other = shop({ quotes: true, now: () => Date.now() })
    Object.assign(form.form, { adapter: other })
    await settled(document)
    await new Promise(resolve => setTimeout(resolve, 100))
    expect(said).to.deep.equal([])
    expect([...adapter.staff.quotes, ...other.staff.quotes]).to.have.length(1)
  })
})

describe('another customer on the same page', () => {
  async function finnish(adapter: MemoryAdapter): Promise<PriceForm> {
    const form = await PriceForm.priced(adapter)
    await form.unfold(/^Tax details/)
    await form.choose('Finland')
    await form.reads('VAT 25.5%, Finland')
    await form.unfold(/^How much/)
    await form.answer(/^How many/, '3')
    await form.reads('3 × €149.00')
    await form.approve()
    return form
  }

  async function startsAnew(form: PriceForm): Promise<void> {
    await form.reaches('Which server')
    await form.press('radio', /^db1/)
    await form.press('button', 'Continue')
    await form.unfold(/^Additional/)
    expect(form.has('section.quote')).to.equal(false)
    await form.press('checkbox', names.tuning)
    await form.reads('€183.27')
    expect(form.price).to.not.match(/Finland ·|approved|changed|3 ×/)
    expect(form.control<HTMLInputElement>('#quantity-performance-tuning')?.value).to.equal('')
    expect(form.control<HTMLSelectElement>('#country')?.value).to.equal('PL')
  }

  it('finds nothing of the first one’s price, approval and answers', async () => {
    const { adapter, change } = changing(shop(), shop({ customer: { ...consumer, id: 'C-2' } }))
    const form = await finnish(adapter)
    await form.toCheck()
    change()
    await form.press('button', 'Send the request')
    await startsAnew(form)
    expect(adapter.staff.tickets).to.have.length(0)
    await form.press('button', 'Continue')
    expect(form.text).to.not.include(lapsed)
  })

  it('finds nothing after a log-out either', async () => {
    const form = await finnish(shop())
    const { form: element } = form
    if (!('clear' in element) || typeof element.clear !== 'function') throw new Error('no form')
    element.clear()
    await startsAnew(form)
  })

  it('hears no price of the first one’s', async () => {
    const base = shop({ quotes: true })
    const answer = promised<BindingQuote>()
    const hanging = promised<Context>()
    let isOut = false
    const form = await PriceForm.opened({
      ...base,
      context: call => (isOut ? hanging.promise : base.context(call)),
      quote: () => answer.promise,
    })
    await form.press('checkbox', names.tuning)
    await form.press('checkbox', names.malware)
    await form.reads('Asking the provider')
    const { form: element } = form
    if (!('clear' in element) || typeof element.clear !== 'function') throw new Error('no form')
    isOut = true
    element.clear()
    await settled(document)
    const said = listened()
    answer.keep(
      await base.quote!({
        lines: [{ extra: 'performance-tuning', quantity: '9', unitNet: 'on-request' }],
        customer: consumer,
        date: '2026-11-26',
      }),
    )
    await new Promise(resolve => setTimeout(resolve, 150))
    expect(said).to.deep.equal([])
  })
})

const dearer = {
  ...storyPrices,
  prices: { ...storyPrices.prices, 'performance-tuning': { kind: 'fixed', net: '199.00' } },
} as const

/** A client area that turns into another one at a moment, prices, customer and all. */
function changing(first: MemoryAdapter, second: MemoryAdapter) {
  let now = first
  const { quote } = first
  const adapter: MemoryAdapter = {
    ...first,
    context: call => now.context(call),
    submit: (filing, write) => now.submit(filing, write),
    ...(quote && { quote: (order, call) => now.quote!(order, call) }),
    get staff() {
      return now.staff
    },
  }
  return { adapter, change: () => (now = second) }
}
