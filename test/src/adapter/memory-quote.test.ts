import { expect } from 'chai'
import { AdapterFault, faultCodeOf } from '../../../src/adapter/fault.js'
import { guardedAdapter } from '../../../src/adapter/guard.js'
import { memoryAdapter, type MemoryOptions } from '../../../src/adapter/memory.js'
import { testAccount } from '../../../src/adapter/memory-context.js'
import { introserv, quoteDigest, quoteExtras, type FiledQuote, type QuoteOrder } from '../../../src/index.js'
import { completeDraft, composedFiling, context, facts } from '../../support/examples.js'

const now = Date.UTC(2026, 10, 26)
const shop: MemoryOptions = {
  context: {
    prices: { currency: 'EUR', prices: { 'malware-removal': { kind: 'fixed', net: '149.00' } } },
    tax: { seller: 'PL', table: 'dated', oss: true },
  },
  now: () => now,
  quotes: true,
  vatIds: { DE136695976: 'valid', DE136695968: 'unavailable' },
}
const order: QuoteOrder = {
  lines: [{ extra: 'malware-removal', quantity: '1', unitNet: { amount: '149.00', currency: 'EUR' } }],
  customer: { country: 'PL', kind: 'consumer' },
  date: '2026-11-26',
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'none',
    (error: unknown) => faultCodeOf(error),
  )

describe('the memory adapter’s prices', () => {
  it('are not there where nobody asked for them', () => {
    expect(memoryAdapter()).to.not.have.any.keys('quote', 'checkVatId')
  })

  it('are stood by for a day, each quote under its own id', async () => {
    const memory = memoryAdapter(shop)
    const first = await memory.quote!(order)
    const quote = quoteExtras(order, shop.context?.tax)
    expect(first).to.deep.equal({
      quote,
      id: 'Q-1001',
      validUntil: now + 86_400_000,
      digest: await quoteDigest(quote),
    })
    const jan = memory.as({ ...testAccount, id: 'C-30999' })
    expect((await jan.quote!(order)).id).to.equal('Q-1002')
    expect(memory.staff.quotes.map(({ account, binding: { id } }) => [account, id])).to.deep.equal([
      [testAccount.id, 'Q-1001'],
      ['C-30999', 'Q-1002'],
    ])
  })

  it('are given for no order that is none, and for no extra that its policy doesn’t sell', async () => {
    const memory = memoryAdapter({ ...shop, context: { ...shop.context, policy: introserv } })
    const odd = { ...order, lines: [{ ...order.lines[0]!, extra: 'coffee' }] }
    expect(await codeOf(memory.quote!(odd))).to.equal('invalid')
    expect(await codeOf(memory.quote!({ ...order, lines: [] }))).to.equal('invalid')
    expect(await codeOf(memory.quote!(order))).to.equal('none')
    expect(memory.staff.quotes).to.have.lengthOf(1)
  })

  it('tell of a VAT ID what the table tells', async () => {
    const memory = memoryAdapter(shop)
    const told = ['DE136695976', 'DE136695968', 'DE000000000', 'constructor'].map(id =>
      memory.checkVatId!(id),
    )
    expect(await Promise.all(told)).to.deep.equal(['valid', 'unavailable', 'invalid', 'invalid'])
  })

  it('fail as planned', async () => {
    const memory = memoryAdapter(shop)
    const guarded = guardedAdapter(memory)
    memory.fault('quote', { code: 'rate-limited' })
    memory.fault('quote', 'garbage')
    memory.fault('checkVatId', { code: 'unsupported' })
    memory.fault('checkVatId', 'garbage')
    expect(await codeOf(guarded.quote!(order))).to.equal('rate-limited')
    expect(await codeOf(guarded.quote!(order))).to.equal('unavailable')
    expect(await codeOf(guarded.quote!(order))).to.equal('none')
    expect(await codeOf(guarded.checkVatId!('DE136695976'))).to.equal('unsupported')
    expect(await codeOf(guarded.checkVatId!('DE136695976'))).to.equal('unavailable')
    const control = new AbortController()
    memory.fault('quote', 'hang')
    const hanging = codeOf(memory.quote!(order, { signal: control.signal }))
    control.abort(new Error('gone'))
    expect(await hanging).to.equal('unavailable')
  })
})

describe('a price that is filed with the memory adapter', () => {
  const extras = ['malware-removal']
  const own = context({ now, ...shop.context, policy: introserv })

  /** A shop whose clock can be set, its price under a name, and a request with that price. */
  async function sold() {
    let time = now
    const memory = memoryAdapter({ ...shop, context: own, now: () => time })
    const { quote, digest, id, validUntil } = await memory.quote!(order)
    const named = { quote, digest, id, validUntil, customer: order.customer, approvedAt: now }
    const file = async (quote: FiledQuote) => {
      const filing = await composedFiling(completeDraft({ extras }), facts({ context: own }), time)
      return memory.submit({ ...filing, quote }, { key: 'request-key' }).then(
        () => 'filed',
        (error: unknown) => (error instanceof AdapterFault ? error.fields : 'broken'),
      )
    }
    const at = (other: number) => (time = other)
    return { memory, named, file, at }
  }

  it('is kept whole, and its approval is an entry of the ticket', async () => {
    const { memory, named, file } = await sold()
    expect(await file(named)).to.equal('filed')
    expect(memory.staff.tickets[0]?.filing.quote).to.deep.equal(named)
    const { items } = await memory.entries('10001')
    expect(items.map(({ by, fact }) => [by, fact.kind])).to.deep.equal([
      ['customer', 'message'],
      ['customer', 'authorization'],
      ['customer', 'quote'],
      ['customer', 'access'],
      ['system', 'stage'],
    ])
    const { quote, digest } = named
    expect(items[2]?.fact).to.deep.equal({ kind: 'quote', quote, digest, state: 'approved' })
  })

  it('is no entry while nobody approved it', async () => {
    const { memory, named, file } = await sold()
    const { approvedAt: _, ...open } = named
    expect(await file(open)).to.equal('filed')
    const { items } = await memory.entries('10001')
    expect(items.map(({ fact }) => fact.kind)).to.not.include('quote')
  })

  it('may have lapsed before it came, if it was approved in time', async () => {
    const { named, file, at } = await sold()
    at(named.validUntil + 1)
    expect(await file({ ...named, approvedAt: named.validUntil })).to.equal('filed')
  })

  it('is refused under a name that it hasn’t, for other terms, or where it was over', async () => {
    const { memory, named, file, at } = await sold()
    const other = await memory.quote!({ ...order, customer: { country: 'FI', kind: 'consumer' } })
    for (const [what, changes] of [
      ['a name that nobody was told', { id: 'Q-9999' }],
      ['the name of another', { id: other.id }],
      ['another quote under its name', { quote: other.quote, digest: other.digest }],
      ['a longer time', { validUntil: named.validUntil + 1 }],
      ['a foreign digest', { digest: other.digest }],
    ] as const)
      expect(await file({ ...named, ...changes }), what).to.deep.equal(['quoteApproval'])
    at(named.validUntil + 1)
    expect(await file({ ...named, approvedAt: named.validUntil + 1 })).to.deep.equal(['quoteApproval'])
    expect(memory.staff.tickets).to.have.lengthOf(0)
    expect(await file(named)).to.equal('filed')
  })

  it('is refused where another account was told it', async () => {
    const { memory, named, file } = await sold()
    const { id } = await memory.as({ ...own.account, id: 'acc-2' }).quote!(order)
    expect(await file({ ...named, id })).to.deep.equal(['quoteApproval'])
  })

  for (const [what, customer] of [
    ['of another country', { country: 'DE', kind: 'consumer' }],
    ['with another postcode', { country: 'PL', kind: 'consumer', postcode: '00-001' }],
    ['of another kind', { country: 'PL', kind: 'business' }],
    [
      'with a VAT ID that nobody named',
      { country: 'PL', kind: 'consumer', vatId: { value: 'DE999999100', status: 'valid' } },
    ],
  ] as const)
    it(`is for no buyer ${what}`, async () => {
      const { named, file } = await sold()
      expect(await file({ ...named, customer })).to.deep.equal(['quoteApproval'])
    })

  it('has the provider’s word on a VAT ID, never a better one', async () => {
    const german = (value: string, status: 'valid' | 'unavailable') =>
      ({ country: 'DE', kind: 'business', vatId: { value, status } }) as const
    for (const [value, claimed, outcome] of [
      ['DE136695976', 'valid', 'filed'],
      ['DE136695976', 'unavailable', 'filed'],
      ['DE136695968', 'unavailable', 'filed'],
      ['DE136695968', 'valid', ['quoteApproval']],
    ] as const) {
      const { memory, file } = await sold()
      const customer = german(value, claimed)
      const binding = await memory.quote!({ ...order, customer })
      expect(await file({ ...binding, customer, approvedAt: now }), `${value} ${claimed}`).to.deep.equal(
        outcome,
      )
    }
  })
})
