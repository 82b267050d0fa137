import { expect } from 'chai'
import { faultCodeOf } from '../../../src/adapter/fault.js'
import { guardedAdapter } from '../../../src/adapter/guard.js'
import { memoryAdapter, type MemoryOptions } from '../../../src/adapter/memory.js'
import { testAccount } from '../../../src/adapter/memory-context.js'
import { introserv, quoteDigest, quoteExtras, type QuoteOrder } from '../../../src/index.js'

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
