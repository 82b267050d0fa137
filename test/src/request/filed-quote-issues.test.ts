import { expect } from 'chai'
import fc from 'fast-check'
import { filingIssues } from '../../../src/bridge.js'
import {
  introserv,
  orderLines,
  quoteDigest,
  quoteExtras,
  type ChosenExtra,
  type Context,
  type FiledQuote,
  type Filing,
  type Price,
  type PriceList,
  type Quote,
  type QuoteCustomer,
  type QuoteOrder,
  type ServicePolicy,
  type TaxPolicy,
} from '../../../src/index.js'
import { completeDraft, composedFiling, context, facts } from '../../support/examples.js'

const now = Date.UTC(2026, 10, 22, 13, 32)
const today = '2026-11-22'
const aMinute = 60_000
const aDay = 86_400_000

const prices: PriceList = {
  currency: 'EUR',
  prices: {
    'malware-removal': { kind: 'fixed', net: '149.00' },
    'application-troubleshooting': {
      kind: 'per-unit',
      net: '19.50',
      unit: '15-minutes',
      estimateMinutes: 50,
      capMinutes: 180,
    },
    'performance-tuning': { kind: 'per-unit', net: '78.00', unit: 'hour' },
    'data-recovery': { kind: 'on-request' },
  },
}
const tax: TaxPolicy = {
  seller: 'PL',
  table: 'dated',
  oss: true,
  supplyKind: { 'application-troubleshooting': 'general' },
}
const shop = context({ now, prices, tax })

const extras = ['malware-removal', 'application-troubleshooting'] as const
const german: QuoteCustomer = {
  country: 'DE',
  kind: 'business',
  vatId: { value: 'DE136695976', status: 'unavailable' },
}

interface Asked {
  readonly chosen?: readonly ChosenExtra[]
  readonly customer?: QuoteCustomer
  readonly prices?: PriceList
  readonly tax?: TaxPolicy | undefined
  readonly date?: string
}

/** A price as the form files it: what the customer saw, approved a moment ago. */
async function approved(asked: Asked = {}, more: Partial<FiledQuote> = {}): Promise<FiledQuote> {
  const { chosen = extras.map(extra => ({ extra })), customer = german, date = today } = asked
  const order: QuoteOrder = { lines: orderLines(asked.prices ?? prices, chosen), customer, date }
  const quote = quoteExtras(order, 'tax' in asked ? asked.tax : tax)
  return { quote, customer, digest: await quoteDigest(quote), approvedAt: now - aMinute, ...more }
}

const requests = new Map<string, Promise<Filing>>()

/** A request for these extras as the form makes it, with this price. */
async function request(quote: FiledQuote, wanted: readonly string[] = extras): Promise<Filing> {
  const key = wanted.join(' ')
  const plain =
    requests.get(key) ?? composedFiling(completeDraft({ extras: wanted }), facts({ context: shop }), now)
  requests.set(key, plain)
  return { ...(await plain), quote }
}

async function issues(
  quote: FiledQuote,
  wanted: readonly string[] = extras,
  against: Context = shop,
  policy: ServicePolicy | undefined = introserv,
): Promise<readonly string[]> {
  return filingIssues(await request(quote, wanted), against, policy, now)
}

const refused = ['quoteApproval']

describe('a price that comes with a request', () => {
  it('is in order as the form files it, approved or not', async () => {
    expect(await issues(await approved())).to.deep.equal([])
    const { approvedAt: _, ...open } = await approved()
    expect(await issues(open)).to.deep.equal([])
  })

  it('needs not come at all', async () => {
    const { quote: _, ...without } = await request(await approved())
    expect(await filingIssues(without, shop, introserv, now)).to.deep.equal([])
  })

  it('is looked at without a policy too', async () => {
    expect(await issues(await approved(), extras, shop, undefined)).to.deep.equal([])
    const cheap = await approved({ prices: cheaper('148.99') })
    expect(await issues(cheap, extras, shop, undefined)).to.deep.equal(refused)
  })

  it('is taxed by the policy’s own table where the backend says nothing of taxes', async () => {
    const { tax: _, ...untold } = shop
    const policy = { ...introserv, provider: { ...introserv.provider, sellerCountry: 'PL' } }
    const own = { seller: 'PL', table: policy.vat }
    expect(await issues(await approved({ tax: own }), extras, untold, policy)).to.deep.equal([])
    expect(await issues(await approved({ tax }), extras, untold, policy)).to.deep.equal(refused)
  })

  const draft = fc.record({
    chosen: fc
      .shuffledSubarray(
        introserv.extras.map(({ id }) => id),
        { minLength: 1 },
      )
      .chain(ids =>
        fc.tuple(
          ...ids.map(extra =>
            fc
              .constantFrom(undefined, '1', '2', '0.5', '7.000001', '1000')
              .map(quantity => (quantity ? { extra, quantity } : { extra })),
          ),
        ),
      ),
    country: fc.constantFrom('PL', 'DE', 'FI', 'PT', 'SI', 'GB', 'US', 'XI', ''),
    kind: fc.constantFrom('consumer' as const, 'business' as const),
    postcode: fc.constantFrom(undefined, '9000-082', '27498', '\u202e'),
    vatId: fc.option(
      fc.record({
        value: fc.constantFrom('DE136695976', 'PL1234563218', 'DE12', ''),
        status: fc.constantFrom(
          'valid' as const,
          'invalid' as const,
          'unchecked' as const,
          'unavailable' as const,
        ),
      }),
      { nil: undefined },
    ),
    oss: fc.constantFrom(undefined, true, false),
    daysAgo: fc.constantFrom(0, 1),
    isApproved: fc.boolean(),
  })

  it('is in order whatever was chosen, wherever the customer is', async () => {
    const kinds = new Set<string>()
    await fc.assert(
      fc.asyncProperty(
        draft,
        async ({ chosen, country, kind, postcode, vatId, oss, daysAgo, isApproved }) => {
          const { oss: _, ...less } = tax
          const taxed = oss === undefined ? less : { ...tax, oss }
          const customer = { country, kind, ...(postcode && { postcode }), ...(vatId && { vatId }) }
          const date = new Date(now - daysAgo * aDay).toISOString().slice(0, 10)
          const { approvedAt, ...quote } = await approved({ chosen, customer, tax: taxed, date })
          kinds.add(quote.quote.kind)
          const filed = { ...quote, ...(isApproved && approvedAt !== undefined && { approvedAt }) }
          const wanted = chosen.map(({ extra }) => extra).toReversed()
          const against = context({ now, prices, tax: taxed })
          expect(await filingIssues(await request(filed, wanted), against, introserv, now)).to.deep.equal([])
        },
      ),
      { seed: 26, numRuns: 100 },
    )
    expect([...kinds].sort()).to.deep.equal(['on-request', 'partial', 'tax-unknown', 'total'])
  })
})

function cheaper(net: string, unit: Partial<Extract<Price, { kind: 'per-unit' }>> = {}): PriceList {
  const { 'application-troubleshooting': work, ...others } = prices.prices
  if (work?.kind !== 'per-unit') throw new Error('a price by time')
  return {
    ...prices,
    prices: {
      ...others,
      'malware-removal': { kind: 'fixed', net },
      'application-troubleshooting': { ...work, ...unit },
    },
  }
}

/** The quote with other things in it, and a digest that fits. */
async function altered(quote: FiledQuote, over: (quote: Extract<Quote, { kind: 'total' }>) => Quote) {
  if (quote.quote.kind !== 'total') throw new Error('no total')
  const other = over(quote.quote)
  return { ...quote, quote: other, digest: await quoteDigest(other) }
}

describe('a price is refused that', () => {
  const one = (extra: string, quantity?: string): ChosenExtra => ({ extra, ...(quantity && { quantity }) })
  const forgeries: readonly [what: string, forged: () => Promise<FiledQuote>][] = [
    [
      'doesn’t add up',
      async () =>
        altered(await approved(), quote => ({ ...quote, gross: { ...quote.gross, amount: '1.00' } })),
    ],
    [
      'has the digest of another',
      async () => approved({}, { digest: (await approved({ date: '2026-11-21' })).digest }),
    ],
    ['has one extra less', () => approved({ chosen: [one('malware-removal')] })],
    ['has one extra more', () => approved({ chosen: [...extras, 'data-recovery'].map(extra => one(extra)) })],
    ['is of another extra', () => approved({ chosen: [one('malware-removal'), one('performance-tuning')] })],
    ['has one extra twice', () => approved({ chosen: [one('malware-removal'), one('malware-removal')] })],
    ['has another price of a piece', () => approved({ prices: cheaper('148.99') })],
    ['has another price of a unit', () => approved({ prices: cheaper('149.00', { net: '19.49' }) })],
    ['has another unit of time', () => approved({ prices: cheaper('149.00', { unit: 'hour' }) })],
    ['has a lower cap', () => approved({ prices: cheaper('149.00', { capMinutes: 60 }) })],
    ['has another currency', () => approved({ prices: { ...prices, currency: 'PLN' } })],
    [
      'goes beyond the cap',
      () => approved({ prices: cheaper('149.00', { estimateMinutes: 3_000, capMinutes: 3_000 }) }),
    ],
    [
      'is of a part of a piece',
      async () => {
        const lines = orderLines(prices, [one('malware-removal'), one('application-troubleshooting')])
        const parts = lines.map(line => (line.unit ? line : { ...line, quantity: '0.5' }))
        const quote = quoteExtras({ lines: parts, customer: german, date: today }, tax)
        return approved({}, { quote, digest: await quoteDigest(quote) })
      },
    ],
    [
      'is of more pieces than anyone is sold',
      () => approved({ chosen: [one('malware-removal', '1001'), one('application-troubleshooting')] }),
    ],
    [
      'prices what is on request',
      () =>
        approved({
          prices: { ...prices, prices: { ...prices.prices, 'malware-removal': { kind: 'on-request' } } },
        }),
    ],
    [
      'is taxed by another rate',
      () => approved({ tax: { ...tax, overrides: { DE: { kind: 'rate', per100k: 7_000 } } } }),
    ],
    ['is taxed by another rule', () => approved({ tax: { ...tax, vatRegistered: false } })],
    ['is taxed by nobody', () => approved({ tax: undefined })],
    [
      'is of another customer than it says',
      async () => ({ ...(await approved()), customer: { country: 'US', kind: 'consumer' } }),
    ],
    ['is of two days ago', () => approved({ date: '2026-11-20' })],
    ['is of a day too far ahead', () => approved({ date: '2026-11-25' })],
    ['is of no day of any calendar', () => approved({ date: '2026-02-31' })],
    ['was approved after the provider stood by it', () => approved({}, { validUntil: now - 2 * aMinute })],
    ['was approved at a time to come', () => approved({}, { approvedAt: now + 10 * aMinute + 1 })],
  ]
  for (const [what, forged] of forgeries)
    it(what, async () => {
      expect(await issues(await forged())).to.deep.equal(refused)
    })

  const fine: readonly [what: string, honest: () => Promise<FiledQuote>][] = [
    ['is of yesterday: forms stay open', () => approved({ date: '2026-11-21' })],
    ['is of tomorrow: days end elsewhere at other times', () => approved({ date: '2026-11-23' })],
    ['was approved at the last moment', () => approved({}, { validUntil: now - aMinute })],
    [
      'was approved by a clock that is a little ahead',
      () => approved({}, { approvedAt: now + 10 * aMinute }),
    ],
    [
      'is over, and nobody approved it',
      async () => {
        const { approvedAt: _, ...open } = await approved({}, { validUntil: now - 3 * aDay })
        return open
      },
    ],
  ]
  for (const [what, honest] of fine)
    it(`not one that ${what}`, async () => {
      expect(await issues(await honest())).to.deep.equal([])
    })

  it('has a name and doesn’t add up; what else it is its provider knows', async () => {
    const named = await approved(
      { prices: cheaper('99.00'), date: '2026-11-01' },
      { id: 'Q-1001', validUntil: now + aDay },
    )
    expect(await issues(named)).to.deep.equal([])
    const wrong = await altered(named, quote => ({ ...quote, net: { ...quote.net, amount: '1.00' } }))
    expect(await issues(wrong)).to.deep.equal(refused)
    expect(await issues({ ...named, digest: 'ab'.repeat(32) })).to.deep.equal(refused)
  })

  it('has a name and was approved, where it has been over for longer than a request may be on its way', async () => {
    const lapsed = (validUntil: number) =>
      approved({}, { id: 'Q-1', approvedAt: validUntil - aMinute, validUntil })
    expect(await issues(await lapsed(now - aDay))).to.deep.equal([])
    expect(await issues(await lapsed(now - aDay - 1))).to.deep.equal(refused)
  })
})
