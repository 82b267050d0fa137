import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { InterventionAdapter } from '../../src/adapter/adapter.js'
import type { BridgeOptions, BridgeSession } from '../../src/adapter/bridge.js'
import { AdapterFault } from '../../src/adapter/fault.js'
import { memoryAdapter } from '../../src/adapter/memory.js'
import { testAccount } from '../../src/adapter/memory-context.js'
import { quoteDigest, quoteExtras, type BindingQuote, type QuoteOrder } from '../../src/index.js'
import { quoteOrder } from '../support/whole.js'
import { bridgeFor, PORTAL } from '../support/wired.js'

const HEADERS = {
  origin: PORTAL,
  'os-intervention-protocol': '1',
  'os-intervention-csrf': '1',
  'content-type': 'application/json',
} as const

/** A question, its headers changed; one that is set to nothing is left out. */
function question(path: string, body: BodyInit | null, headers: Readonly<Record<string, string>> = {}) {
  return new Request(`${PORTAL}/api/${path}`, {
    method: 'POST',
    headers: Object.entries<string>({ ...HEADERS, ...headers }).filter(([, value]) => value !== ''),
    body,
  })
}

async function bindingFor(order: QuoteOrder): Promise<BindingQuote> {
  const quote = quoteExtras(order, { seller: 'PL', table: 'dated', oss: true })
  return { quote, id: 'Q-1', validUntil: 1_900_000_000_000, digest: await quoteDigest(quote) }
}

/** A bridge on a provider that answers, and what it was asked. */
function provider(
  methods: Partial<InterventionAdapter> = {},
  options: Partial<BridgeOptions<BridgeSession>> = {},
) {
  const asked: unknown[] = []
  const adapter: InterventionAdapter = {
    ...memoryAdapter(),
    quote(order) {
      asked.push(order)
      return bindingFor(order)
    },
    async checkVatId(id) {
      asked.push(id)
      return 'valid'
    },
    ...methods,
  }
  return { asked, answer: bridgeFor(adapter, testAccount.id, options) }
}

const questions: readonly [string, unknown, 'quote' | 'checkVatId'][] = [
  ['quotes', quoteOrder, 'quote'],
  ['vat-checks', { id: 'ESX1234567X' }, 'checkVatId'],
]

describe('the bridge asks the provider', () => {
  it('for a price, and hands its binding quote on', async () => {
    const { asked, answer } = provider()
    const response = await answer(question('quotes', JSON.stringify({ ...quoteOrder, debug: true })))
    assert.equal(response.status, 200)
    assert.deepEqual(await response.json(), await bindingFor(quoteOrder))
    assert.deepEqual(asked, [quoteOrder])
  })

  for (const status of ['valid', 'invalid', 'unavailable'] as const)
    it(`about a VAT ID that is ${status}`, async () => {
      const { answer } = provider({ checkVatId: async () => status })
      const response = await answer(question('vat-checks', JSON.stringify({ id: 'PL1234563218' })))
      assert.equal(response.headers.get('cache-control'), 'no-store')
      assert.deepEqual([response.status, await response.json()], [200, { status }])
    })

  it('no longer than the browser waits', async () => {
    const control = new AbortController()
    const reason = new Error('gone')
    const seen: unknown[] = []
    const { answer } = provider({
      quote: (_order, call) =>
        new Promise((_resolve, reject) =>
          call?.signal?.addEventListener('abort', () => {
            seen.push(call.signal?.reason)
            reject(reason)
          }),
        ),
    })
    const answered = answer(
      new Request(question('quotes', JSON.stringify(quoteOrder)), { signal: control.signal }),
    )
    setTimeout(() => control.abort(reason), 20)
    assert.equal((await answered).status, 503)
    assert.equal(seen.length, 1)
  })
})

for (const [path, body, method] of questions) {
  const text = JSON.stringify(body)

  describe(`the bridge refuses POST /${path}`, () => {
    const refusals: readonly [string, string, Readonly<Record<string, string>>, number, string][] = [
      ['of another origin', text, { origin: 'https://evil.example' }, 403, 'forbidden'],
      ['without an origin', text, { origin: '' }, 403, 'forbidden'],
      ['of a form or a link', text, { 'os-intervention-csrf': '' }, 403, 'forbidden'],
      ['of another protocol', text, { 'os-intervention-protocol': '2' }, 501, 'unsupported'],
      ['that is no JSON by its type', text, { 'content-type': 'text/plain' }, 422, 'invalid'],
      ['without a type', text, { 'content-type': 'application/jsonp' }, 422, 'invalid'],
      ['with broken JSON', '{"id":', {}, 422, 'invalid'],
      ['with nothing', '', {}, 422, 'invalid'],
      ['with a list', '[]', {}, 422, 'invalid'],
      ['with null', 'null', {}, 422, 'invalid'],
      ['with an object of nothing', '{}', {}, 422, 'invalid'],
      ['a hundred thousand deep', '['.repeat(100_000) + ']'.repeat(100_000), {}, 422, 'invalid'],
      ['that is too long', JSON.stringify({ x: 'x'.repeat(600_000) }), {}, 413, 'too-large'],
      ['that says it is', text, { 'content-length': '9000000' }, 413, 'too-large'],
    ]
    for (const [what, sent, headers, status, code] of refusals)
      it(what, async () => {
        const { asked, answer } = provider()
        const response = await answer(question(path, sent, headers))
        assert.deepEqual([response.status, await response.json()], [status, { code }])
        assert.deepEqual(asked, [])
      })

    it('of whoever isn’t signed in, before its body is read', async () => {
      const { asked, answer } = provider({}, { session: () => null })
      const request = question(path, text)
      assert.equal((await answer(request)).status, 401)
      assert.deepEqual([request.bodyUsed, asked], [false, []])
    })

    it('over the host’s own limit, without reading on', async () => {
      const { asked, answer } = provider({}, { maxBodyBytes: 20 })
      assert.equal((await answer(question(path, text.padEnd(21)))).status, 413)
      assert.deepEqual(asked, [])
    })

    it('where the system can’t tell it', async () => {
      const { [method]: _, ...memory } = memoryAdapter()
      const request = question(path, text)
      const response = await bridgeFor(memory, testAccount.id)(request)
      assert.deepEqual([response.status, await response.json()], [501, { code: 'unsupported' }])
    })

    it('asked by GET', async () => {
      const { answer } = provider()
      assert.equal((await answer(new Request(`${PORTAL}/api/${path}`))).status, 404)
    })

    it('by the system’s own code, without its words', async () => {
      const { answer } = provider({
        [method]: () => Promise.reject(new AdapterFault('rate-limited', { retryAfterMs: 1_500 })),
      })
      const response = await answer(question(path, text))
      assert.deepEqual(
        [response.status, response.headers.get('retry-after'), await response.json()],
        [429, '2', { code: 'rate-limited', retryAfterMs: 1_500 }],
      )
    })
  })
}

describe('the bridge takes for no order', () => {
  const [line] = quoteOrder.lines
  const orders: readonly [string, unknown][] = [
    ['one without lines', { ...quoteOrder, lines: [] }],
    ['a hundred and one lines', { ...quoteOrder, lines: Array.from({ length: 101 }, () => line) }],
    ['less than nothing', { ...quoteOrder, lines: [{ ...line, quantity: '-1' }] }],
    ['a number', { ...quoteOrder, lines: [{ ...line, quantity: 1 }] }],
    [
      'two currencies',
      { ...quoteOrder, lines: [line, { ...line, unitNet: { amount: '1', currency: 'PLN' } }] },
    ],
    ['a day that is none', { ...quoteOrder, date: '2026-02-30' }],
    ['a customer of no kind', { ...quoteOrder, customer: { country: 'PL' } }],
  ]
  for (const [what, order] of orders)
    it(what, async () => {
      const { asked, answer } = provider()
      assert.equal((await answer(question('quotes', JSON.stringify(order)))).status, 422)
      assert.deepEqual(asked, [])
    })

  for (const id of ['', 'ES', 'es12345678', 'ES 123', 'ES/../1', 'ES' + '1'.repeat(14), 7, null])
    it(`the VAT ID ${JSON.stringify(id)}`, async () => {
      const { asked, answer } = provider()
      assert.equal((await answer(question('vat-checks', JSON.stringify({ id })))).status, 422)
      assert.deepEqual(asked, [])
    })
})

describe('a mistake in the provider’s own answer never leaves the bridge:', () => {
  const broken: readonly [string, (binding: BindingQuote) => unknown][] = [
    ['a quote that is none', () => ({ quote: 'dear' })],
    ['a digest of another quote', binding => ({ ...binding, digest: 'ab'.repeat(32) })],
    ['an amount that doesn’t add up', async binding => withGross(binding, '1.00')],
    ['an amount with decimals that its currency hasn’t', async binding => withGross(binding, '1.000')],
  ]
  for (const [what, spoil] of broken)
    it(what, async () => {
      const { answer } = provider({
        quote: async order => {
          const spoilt: unknown = await spoil(await bindingFor(order))
          return spoilt as BindingQuote
        },
      })
      const response = await answer(question('quotes', JSON.stringify(quoteOrder)))
      assert.deepEqual([response.status, await response.json()], [503, { code: 'unavailable' }])
    })

  it('a word on a VAT ID that is none of the three', async () => {
    const { answer } = provider({ checkVatId: async () => 'perhaps' as 'valid' })
    const response = await answer(question('vat-checks', JSON.stringify({ id: 'PL1234563218' })))
    assert.deepEqual([response.status, await response.json()], [503, { code: 'unavailable' }])
  })
})

/** Dearer or cheaper than it is, with an honest digest. */
async function withGross(binding: BindingQuote, amount: string): Promise<BindingQuote> {
  if (binding.quote.kind !== 'total') throw new Error('no total')
  const quote = { ...binding.quote, gross: { amount, currency: 'EUR' } }
  return { ...binding, quote, digest: await quoteDigest(quote) }
}
