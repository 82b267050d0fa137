import { expect } from 'chai'
import { introservVatTable } from '../../../src/index.js'
import { polishSeller, provider, QuoteDriver } from '../../support/quote-driver.js'

const consumer = { country: 'PL', kind: 'consumer' } as const

/** What the console is told while something is done. */
async function warned(act: () => Promise<unknown>): Promise<readonly string[]> {
  const said: string[] = []
  const { warn } = console
  console.warn = (...texts: unknown[]) => said.push(texts.join(' '))
  try {
    await act()
  } finally {
    console.warn = warn
  }
  return said.filter(text => !text.includes('dev mode'))
}

const shown = (context: Parameters<typeof provider>[1]) =>
  QuoteDriver.priced({ adapter: provider(consumer, context) })

describe('an integrator is told', () => {
  it('nothing where all is well', async () => {
    expect(await warned(() => shown({}))).to.deep.equal([])
  })

  it('where the table has only what was put right', async () => {
    const overrides = Object.fromEntries(
      ['EE', 'FI', 'RO', 'SK', 'SI'].map(country => [country, { kind: 'rate', per100k: 20_000 } as const]),
    )
    const tax = { ...polishSeller, table: introservVatTable, overrides }
    expect(await warned(() => shown({ tax }))).to.deep.equal([])
  })

  it('once in which countries the provider’s table is not what the dated rates are', async () => {
    const tax = { ...polishSeller, table: introservVatTable }
    const [text, ...more] = await warned(async () => {
      await shown({ tax })
      await shown({ tax })
    })
    expect(text).to.include('for: EE, FI, RO, SI, SK.')
    expect(more).to.deep.equal([])
  })

  it('once that the seller’s country is not set, and no tax is quoted', async () => {
    const adapter = provider(consumer)
    const context = async () => {
      const { tax: _tax, ...rest } = await adapter.context()
      return rest
    }
    const said = await warned(async () => {
      const quote = await QuoteDriver.priced({ adapter: { ...adapter, context } })
      expect(quote.text).to.include('The provider hasn’t said yet how it is taxed.')
    })
    expect(said.length).to.equal(1)
    expect(said[0]).to.include('no seller')
  })

  it('once that lines are none, with nothing of what they hold', async () => {
    const said = await warned(async () => {
      const quote = await QuoteDriver.shown({ adapter: provider(consumer) })
      Object.assign(quote.element, { lines: 'canary-7731' })
      await quote.reads('No additional service is chosen')
    })
    expect(said.length).to.equal(1)
    expect(said[0]).to.include('"lines"').and.not.include('canary')
  })
})
