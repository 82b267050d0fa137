import { expect } from 'chai'
import { until } from '../../../demo/stories/story.js'
import { quoteDigest, type BindingQuote, type QuoteOrder } from '../../../src/index.js'
import { memoryAdapter } from '../../../src/testing.js'
import { allByRole, byRole, told } from '../../support/by-role.js'
import { expectAccessible } from '../../support/axe.js'
import { press } from '../../support/keys.js'
import { german, names, PriceForm, shop } from '../../support/price-form.js'
import { promised, spoken } from '../../support/quote-driver.js'

const region = 'Price of the additional services'

describe('the price of the extras', () => {
  it('is not there before one is chosen, and comes with the press', async () => {
    const form = await PriceForm.opened(shop())
    expect(form.has('section.quote')).to.equal(false)
    await form.press('checkbox', names.tuning)
    await until('a price', () => form.has('table'))
    await byRole('region', region, form.form)
    expect(form.headline).to.equal('Estimate €183.27 including €34.27 VAT')
    await form.press('checkbox', names.work)
    await form.reads('€515.37')
    expect(form.price).to.include('3 × €90.00 per started hour; the time is an estimate')
    await expectAccessible(form.form)
    await form.press('checkbox', names.work)
    await form.reads('€183.27')
    await form.press('checkbox', names.tuning)
    expect(form.has('section.quote')).to.equal(false)
  })

  it('stands where it stood, with the focus, while another is worked out', async () => {
    const form = await PriceForm.priced(shop())
    await form.press('checkbox', names.work)
    await form.reads('€515.37')
    expect((await told(form.focused()!)).name).to.match(names.work)
    await until('the sentence', () => spoken() === 'Price: €515.37, including €96.37 VAT.')
  })

  it('tells what part of it is on request, and asks for no quantity of that', async () => {
    const form = await PriceForm.priced(shop(), [names.tuning, names.recovery])
    expect(form.price).to.include('support tells you the price of the rest')
    await form.unfold(/^How much/)
    const fields = await allByRole('textbox', /^How many|^Hours|^Quarters/, form.form)
    expect(fields.map(({ element }) => element.id)).to.deep.equal(['quantity-performance-tuning'])
  })

  it('is shown in Polish, too', async () => {
    const form = await PriceForm.opened(shop(), 'pl')
    await form.unfold(/^Usługi dodatkowe/)
    await form.press('checkbox', /^Optymalizacja/)
    await until('a price', () => form.has('table'))
    expect(form.headline).to.equal('Szacunek 183,27 € w tym 34,27 € VAT')
    await form.unfold(/^Ile potrzebujesz/)
    await form.answer(/^Ile razy/, 'dwa')
    expect(form.price).to.include('Podaj liczbę całkowitą od 1 do 1000 albo zostaw puste pole.')
    await form.answer(/^Ile razy/, '2,5')
    expect(form.price).to.include('Podaj liczbę całkowitą od 1 do 1000 albo zostaw puste pole.')
    await form.answer(/^Ile razy/, '3')
    await form.reads('549,81 €')
    await form.press('button', 'Akceptuję ten szacunek')
    await form.reads('Cena zaakceptowana')
    await expectAccessible(form.form)
  })
})

describe('where nothing can be priced', () => {
  const asked = [names.tuning, names.work, names.malware, names.recovery]

  async function withoutPrice(form: PriceForm): Promise<void> {
    for (const extra of asked) {
      await form.press('checkbox', extra)
      expect(form.has('section.quote')).to.equal(false)
    }
    await form.toCheck()
    expect(form.text).to.not.match(/€|approved/)
    await form.send()
  }

  it('there is no price at all, and the request goes without one', async () => {
    const adapter = memoryAdapter()
    await withoutPrice(await PriceForm.opened(adapter))
    const [ticket] = adapter.staff.tickets
    expect(ticket?.filing.extras).to.have.length(4)
    expect(ticket?.filing).to.not.have.property('quote')
  })

  it('nor where the system behind the protocol has no such method', async () => {
    const adapter = memoryAdapter({ quotes: true, vatIds: {} })
    for (const method of ['quote', 'checkVatId'] as const)
      for (let time = 0; time < 9; time += 1) adapter.fault(method, { code: 'unsupported' })
    await withoutPrice(await PriceForm.opened(adapter))
    expect(adapter.staff.tickets[0]?.filing).to.not.have.property('quote')
    expect(adapter.staff.quotes).to.have.length(0)
  })

  it('a provider that lists no price is not asked for one', async () => {
    const adapter = shop({ quotes: true })
    const { prices: _, ...context } = await adapter.context()
    let asked = 0
    const form = await PriceForm.opened({
      ...adapter,
      context: () => Promise.resolve(context),
      quote(order, call) {
        asked += 1
        return adapter.quote!(order, call)
      },
    })
    await form.press('checkbox', names.tuning)
    await form.press('checkbox', names.tuning)
    await form.press('checkbox', names.tuning)
    expect(form.has('table')).to.equal(false)
    expect(asked).to.equal(0)
  })

  it('one that is on request altogether is not to be approved', async () => {
    const prices = {
      currency: 'EUR',
      prices: { 'performance-tuning': { kind: 'per-unit', net: '78.00', unit: 'hour' } },
    } as const
    const adapter = shop({ context: { prices } })
    const form = await PriceForm.priced(adapter)
    expect(form.headline).to.equal('Price on request')
    await form.toCheck()
    expect(form.text).to.include('Price on request: support tells you the price.')
    expect(form.text).to.not.include('You haven’t approved this price')
    await form.send()
    expect(adapter.staff.tickets[0]?.filing).to.not.have.property('quote')
  })
})

describe('how much of an extra', () => {
  it('is asked beneath a fold, which says what was answered', async () => {
    const form = await PriceForm.priced(shop(), [names.tuning, names.work])
    expect(form.control('#quantity-performance-tuning')?.checkVisibility()).to.equal(false)
    await form.unfold(/^How much you need/)
    const field = await told(form.control('#quantity-performance-tuning')!)
    expect(field.name).to.match(/^How many: Optimization or performance tuning ?\(optional\)$/)
    expect(field.description).to.equal('Leave it empty for one.')
    await form.answer(/^How many/, '2')
    await form.reads('€698.64')
    await form.answer(/^Hours/, '1,5')
    await form.reads('2 × €90.00')
    await form.reads('€587.94')
    await form.unfold(/^How much you need/)
    expect(form.price).to.include('How much you need 2 · 1,5')
    await expectAccessible(form.form)
  })

  it('counts once the field is left, never in the midst of a number', async () => {
    const form = await PriceForm.priced(shop())
    await form.unfold(/^How much/)
    await form.type(/^How many/, '12')
    expect(form.headline).to.include('€183.27')
    await press('Tab')
    await form.reads('€2,199.24')
  })

  it('is not lost when the provider’s answer comes while it is typed', async () => {
    const base = shop({ quotes: true })
    const waiting: (() => void)[] = []
    const quote = async (order: QuoteOrder) => {
      const binding = await base.quote!(order)
      return new Promise<BindingQuote>(resolve => waiting.push(() => resolve(binding)))
    }
    const form = await PriceForm.priced({ ...base, quote })
    await form.unfold(/^How much/)
    await form.type(/^How many/, '12')
    await until('the question', () => waiting.length > 0)
    waiting[0]!()
    await form.reads('Binding quote Q-1001')
    expect(form.control<HTMLInputElement>('#quantity-performance-tuning')?.value).to.equal('12')
    await press('Tab')
    await form.reads('€2,199.24')
  })

  it('is never more than the provider charges', async () => {
    const form = await PriceForm.priced(shop(), [names.work])
    await form.unfold(/^How much/)
    await form.answer(/^Hours/, '40')
    await form.reads('5 × €90.00')
  })

  for (const wrong of ['abc', '0', '-1', '1,5', '1001'])
    it(`can’t be ${wrong}: it is said there, and stops there`, async () => {
      const form = await PriceForm.priced(shop(), [names.work, names.tuning])
      await form.unfold(/^How much/)
      await form.answer(/^How many/, wrong)
      const error = 'Give a whole number from 1 to 1,000, or leave it empty.'
      const field = await told(form.control('#quantity-performance-tuning')!)
      expect(field['invalid']).to.equal('true')
      expect(field.description).to.equal(`Leave it empty for one. ${error}`)
      await form.unfold(/^How much/)
      await form.press('button', 'Continue')
      expect(form.focused()?.id).to.equal('error-summary')
      await form.press('link', error)
      expect(form.focused()?.id).to.equal('quantity-performance-tuning')
      expect(form.focused()?.checkVisibility()).to.equal(true)
      await expectAccessible(form.form)
      await form.answer(/^How many/, '2')
      expect(form.has('#error-summary')).to.equal(false)
      await form.press('button', 'Continue')
      await form.reaches('Access')
    })

  it('is forgotten by nobody who looks at another step', async () => {
    const form = await PriceForm.priced(shop())
    await form.unfold(/^How much/)
    await form.answer(/^How many/, '3')
    await form.press('button', 'Continue')
    await form.press('button', 'Back')
    await form.reads('3 × €149.00')
    expect(form.control<HTMLInputElement>('#quantity-performance-tuning')?.value).to.equal('3')
  })
})

describe('who buys', () => {
  it('changes the price by the country', async () => {
    const form = await PriceForm.priced(shop())
    await form.unfold(/^Tax details/)
    await form.choose('Finland')
    await form.reads('VAT 25.5%, Finland')
    expect(form.headline).to.equal('Estimate €187.00 including €38.00 VAT')
    await form.press('radio', 'Company or organization')
    await form.reads('Without a VAT ID a company is taxed like a private person.')
    expect(form.headline).to.equal('Estimate €149.00 net, plus €38.00 VAT: €187.00 gross')
    await expectAccessible(form.form)
  })

  it('is asked openly where nobody knows it, and no tax is guessed', async () => {
    const form = await PriceForm.priced(shop({ customer: {} }))
    expect(form.headline).to.equal('Estimate €149.00 net; support will confirm the tax')
    await form.choose('Poland')
    await form.reads('€183.27')
  })

  for (const quotes of [false, true]) {
    const standing = quotes ? 'Binding quote' : 'Estimate'
    const buys = (word?: 'valid' | 'invalid' | 'unavailable', customer: object = german) =>
      shop({ customer, quotes, ...(word && { vatIds: { [german.vatId]: word } }) })
    const reads = async (form: PriceForm, headline: RegExp) => {
      await until(`${String(headline)} in: ${form.headline}`, () => headline.test(form.headline))
      expect(form.headline).to.match(new RegExp(`^${standing}`))
    }

    describe(quotes ? 'with binding quotes' : 'by estimates', () => {
      it('is charged in reverse where the VAT ID is valid', async () => {
        const form = await PriceForm.priced(buys('valid'))
        await reads(form, /€149\.00 reverse charge$/)
        expect(form.price).to.include('To pay')
        await expectAccessible(form.form)
      })

      it('pays VAT where the VAT ID is not valid, which is said at its field', async () => {
        const form = await PriceForm.priced(buys('invalid'))
        await reads(form, /€149\.00 net, plus €28\.31 VAT: €177\.31 gross$/)
        await form.unfold(/^Tax details/)
        const field = await told(form.control('#vatId')!)
        expect(field['invalid']).to.equal('true')
        expect(field.description).to.include('The authority doesn’t know this VAT ID, so VAT is charged.')
        await expectAccessible(form.form)
      })

      it('sees both outcomes while the authority can’t be asked', async () => {
        const form = await PriceForm.priced(buys('unavailable'))
        await form.reads('Now €177.31 with VAT; €149.00 (reverse charge) once your VAT ID is confirmed.')
        await reads(form, /€177\.31 gross$/)
        expect(form.price).to.include('The authority that confirms VAT IDs isn’t answering at the moment.')
        await expectAccessible(form.form)
      })

      it('sees both outcomes where nobody can ask the authority', async () => {
        const form = await PriceForm.priced(buys())
        await form.reads('Now €177.31 with VAT; €149.00 (reverse charge) once your VAT ID is confirmed.')
        expect(form.price).to.include('Support confirms your VAT ID.')
      })

      it('may give the VAT ID in the form', async () => {
        const form = await PriceForm.priced(buys('valid', { country: 'DE', kind: 'business' }))
        await reads(form, /€177\.31 gross$/)
        await form.unfold(/^Tax details/)
        await form.answer(/^VAT ID/, 'DE12')
        await form.reads('This doesn’t look like a VAT ID of the country above.')
        await form.answer(/^VAT ID/, 'de 136 695 976')
        await reads(form, /€149\.00 reverse charge$/)
      })
    })
  }
})

describe('a provider who names binding prices', () => {
  it('is asked for each, and only the last answer counts, however late another one comes', async () => {
    const base = shop({ quotes: true })
    const asked: {
      readonly order: QuoteOrder
      readonly answer: ReturnType<typeof promised<BindingQuote>>
    }[] = []
    const quote = (order: QuoteOrder) => {
      asked.push({ order, answer: promised<BindingQuote>() })
      return asked.at(-1)!.answer.promise
    }
    const form = await PriceForm.opened({ ...base, quote })
    await form.press('checkbox', names.tuning)
    await form.reads('Asking the provider for a binding quote…')
    expect(form.price).to.not.include('Approve')
    await form.press('checkbox', names.malware)
    await form.reads('€367.03')
    expect(asked.map(({ order: { lines } }) => lines.length)).to.deep.equal([1, 2])
    const [first, last] = asked
    last!.answer.keep(await base.quote!(last!.order))
    await form.reads('Binding quote Q-1001')
    first!.answer.keep(await base.quote!(first!.order))
    await new Promise(resolve => setTimeout(resolve, 50))
    expect(form.headline).to.match(/^Binding quote Q-1001.*€367\.03 including €68\.63 VAT$/)
  })

  it('may not answer: the estimate stands, and can be approved', async () => {
    const adapter = shop({ quotes: true })
    adapter.fault('quote', { code: 'unavailable' })
    const form = await PriceForm.priced(adapter)
    await form.reads('There is no binding quote at the moment')
    expect(form.headline).to.match(/^Estimate €183\.27/)
    await expectAccessible(form.form)
    await form.press('button', 'Try again')
    await form.reads('Binding quote Q-1001')
    expect(form.focused()?.id).to.equal('quote-headline')
    await form.approve()
    expect(form.approvals).to.deep.equal([
      { id: 'Q-1001', digest: await quoteDigest(adapter.staff.quotes[0]!.binding.quote) },
    ])
  })

  it('whose session has ended says so to the page', async () => {
    const adapter = shop({ quotes: true })
    adapter.fault('quote', { code: 'unauthenticated' })
    const form = await PriceForm.opened(adapter)
    let asked = 0
    form.form.addEventListener('os-auth-required', () => (asked += 1))
    await form.press('checkbox', names.tuning)
    await form.reads('There is no binding quote at the moment')
    expect(asked).to.equal(1)
  })
})
