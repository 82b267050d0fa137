import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import Database from 'libsql'
import { checkQuote, orderLines, quoteDigest, quoteExtras, taxPolicyOf } from '../../src/index.js'
import type { FiledQuote, QuoteCustomer, QuoteOrder } from '../../src/index.js'
import { nordhost } from '../../demo/policy.js'
import { nordhostSale } from '../../demo/server/sale.js'
import { filingFor, newKey, signIn, withCookie } from './customer.js'
import type { Person, SignedIn } from './customer.js'
import { dataFolder, startDemo } from './demo-process.js'
import type { Demo } from './demo-process.js'

describe('the demo’s provider', () => {
  const data = dataFolder()
  let demo: Demo
  let anna: SignedIn
  let maria: SignedIn

  before(async () => {
    demo = await startDemo(data.path)
    ;[anna, maria] = await Promise.all([signIn(demo.url, 'anna'), signIn(demo.url, 'maria')])
  })
  after(async () => {
    await demo.stop()
    data.remove()
  })

  async function orderOf({ adapter }: SignedIn, extras: readonly string[], over?: Partial<QuoteCustomer>) {
    const { account, now, policy, prices, tax } = await adapter.context()
    const order: QuoteOrder = {
      lines: orderLines(
        prices,
        extras.map(extra => ({ extra })),
      ),
      customer: { country: account.country ?? '', kind: account.kind ?? 'consumer', ...over },
      date: new Date(now).toISOString().slice(0, 10),
    }
    return { order, estimate: quoteExtras(order, taxPolicyOf(policy ?? nordhost, tax)) }
  }

  const quoteFor = ({ adapter }: SignedIn, order: QuoteOrder) =>
    adapter.quote?.(order) ?? assert.fail('no quotes')

  it('stands by the estimate for a day, and keeps what it said', async () => {
    for (const [customer, extras, kind] of [
      [anna, ['application-troubleshooting', 'malware-removal'], 'total'],
      [maria, ['malware-removal', 'performance-tuning'], 'total'],
      [maria, ['malware-removal', 'data-recovery'], 'partial'],
      [anna, ['data-recovery'], 'on-request'],
    ] as const) {
      const { order, estimate } = await orderOf(customer, extras)
      const { quote, id, validUntil, digest } = await quoteFor(customer, order)
      assert.deepEqual([quote, quote.kind], [estimate, kind])
      assert.deepEqual([checkQuote(quote), digest], [[], await quoteDigest(quote)])
      assert.match(id, /^Q-\d{4}$/)
      assert.ok(Math.abs(validUntil - Date.now() - 86_400_000) < 60_000)
      const db = new Database(join(data.path, 'nordhost.db'), { readonly: true })
      const kept: unknown = db
        .prepare('SELECT quote FROM quotes WHERE number = ? AND digest = ?')
        .get(id.slice(2), digest)
      db.close()
      assert.ok(typeof kept === 'object' && kept && 'quote' in kept && typeof kept.quote === 'string')
      assert.deepEqual(JSON.parse(kept.quote), quote)
    }
  })

  it('gives each quote a name of its own', async () => {
    const { order } = await orderOf(maria, ['malware-removal'])
    const ids = await Promise.all([1, 2, 3].map(async () => (await quoteFor(maria, order)).id))
    assert.equal(new Set(ids).size, 3)
  })

  it('charges where the customer lives: a consumer in Spain 21 %, in Poland 23 %', async () => {
    for (const [country, rate] of [
      ['ES', '21'],
      ['PL', '23'],
    ] as const) {
      const { order } = await orderOf(maria, ['malware-removal'], { country })
      const { quote } = await quoteFor(maria, order)
      assert.ok(quote.kind === 'total')
      assert.equal(quote.rate, rate)
    }
  })

  it('lets nobody name a price, a day or the worth of a VAT ID', async () => {
    const vatId = { value: 'DE100000300', status: 'valid' } as const
    const { order } = await orderOf(anna, ['malware-removal'], { country: 'DE', vatId })
    const unitNet = { amount: '0.01', currency: 'EUR' }
    const forged = { ...order, lines: order.lines.map(line => ({ ...line, unitNet })), date: '2011-01-01' }
    const { quote } = await quoteFor(anna, forged)
    assert.ok(quote.kind === 'total')
    assert.deepEqual([quote.net.amount, quote.treatment], ['149.00', 'reverse-charge-pending'])
    assert.equal(quote.date, order.date)
  })

  it('sells nothing that it doesn’t', async () => {
    const { order } = await orderOf(anna, ['coffee'])
    await assert.rejects(quoteFor(anna, order), { code: 'invalid', fields: ['extras'] })
  })

  for (const [id, status, treatment] of [
    ['DE100000100', 'valid', 'reverse-charge'],
    ['DE100000200', 'invalid', 'eu-consumer'],
    ['DE100000300', 'unavailable', 'reverse-charge-pending'],
    ['DE136695976', 'unavailable', 'reverse-charge-pending'],
  ] as const)
    it(`says of ${id} that it is ${status}, and charges by that`, async () => {
      assert.equal(await anna.adapter.checkVatId?.(id), status)
      const vatId = { value: id, status: 'unchecked' } as const
      const { order } = await orderOf(anna, ['malware-removal'], { country: 'DE', vatId })
      const { quote } = await quoteFor(anna, order)
      assert.ok(quote.treatment.startsWith(treatment), quote.treatment)
    })

  /** A price that this customer was named for these extras, as the form files it. */
  async function named(
    who: SignedIn,
    extras: readonly string[],
  ): Promise<FiledQuote & { readonly id: string }> {
    const { order } = await orderOf(who, extras)
    return { ...(await quoteFor(who, order)), customer: order.customer, approvedAt: Date.now() }
  }

  /** A request for the extras of a price, with it. */
  async function file(person: Person, quote: FiledQuote) {
    const key = newKey()
    const extras = quote.quote.lines.map(({ extra }) => extra)
    const who = person === 'maria' ? maria : anna
    return who.adapter.submit(await filingFor(person, key, { extras, quote }, { extras }), { key })
  }

  /** Lets a quote lapse at this time, epoch milliseconds. */
  function lapse(id: string, at: number): void {
    const db = new Database(join(data.path, 'nordhost.db'))
    db.prepare('UPDATE quotes SET valid_until = ? WHERE number = ?').run(at, Number(id.slice(2)))
    db.close()
  }

  const work = ['application-troubleshooting', 'malware-removal']
  const refused = { code: 'invalid', fields: ['quoteApproval'] }

  it('files a price that it named and that was approved, and tells so in the ticket', async () => {
    const quote = await named(anna, work)
    const { intervention } = await file('anna', quote)
    const { items } = await anna.adapter.entries(intervention.id)
    const facts = items.map(({ by, fact }) => [by, fact] as const)
    assert.deepEqual(
      facts.filter(([, { kind }]) => kind === 'quote'),
      [['customer', { kind: 'quote', quote: quote.quote, digest: quote.digest, state: 'approved' }]],
    )
    const text = facts.map(([, fact]) => (fact.kind === 'message' ? fact.text : '')).join('')
    assert.match(text, new RegExp(`binding quote ${quote.id}, valid until `))
    assert.match(text, /Price approved by the customer: .*Z\)/)
    const db = new Database(join(data.path, 'nordhost.db'), { readonly: true })
    const kept: unknown = db.prepare('SELECT facts FROM tickets WHERE number = ?').get(intervention.number)
    db.close()
    assert.ok(typeof kept === 'object' && kept && 'facts' in kept && typeof kept.facts === 'string')
    const stored: unknown = JSON.parse(kept.facts)
    assert.ok(typeof stored === 'object' && stored && 'quote' in stored)
    assert.deepEqual(stored.quote, quote)
  })

  it('files one that nobody approved, and an estimate, and takes neither for an approval', async () => {
    const { approvedAt: _, ...open } = await named(maria, work)
    const { id: __, validUntil: ___, ...estimate } = open
    for (const quote of [open, estimate]) {
      const { intervention } = await file('maria', quote)
      const { items } = await maria.adapter.entries(intervention.id)
      assert.ok(items.every(({ fact }) => fact.kind !== 'quote'))
      const [text] = items.flatMap(({ fact }) => (fact.kind === 'message' ? fact.text : []))
      assert.match(text ?? '', /NO\. Ask before any additional work begins\./)
    }
  })

  it('files an estimate that was approved', async () => {
    const { id: _, validUntil: __, ...estimate } = await named(anna, work)
    const { intervention } = await file('anna', estimate)
    const { items } = await anna.adapter.entries(intervention.id)
    assert.ok(items.some(({ fact }) => fact.kind === 'quote' && fact.digest === estimate.digest))
  })

  for (const [what, forged] of [
    ['of another account', () => named(anna, ['malware-removal'])],
    ['that it never named', async () => ({ ...(await named(maria, work)), id: 'Q-999999' })],
    ['under a name of no kind', async () => ({ ...(await named(maria, work)), id: '1 OR 1=1' })],
    [
      'under the name of another',
      async () => ({ ...(await named(maria, work)), id: (await named(maria, ['performance-tuning'])).id }),
    ],
    [
      'that it stands by for less long',
      async () => {
        const quote = await named(maria, work)
        return { ...quote, validUntil: (quote.validUntil ?? 0) + 86_400_000 }
      },
    ],
    [
      'that was over when it was approved',
      async () => {
        const quote = await named(maria, work)
        const validUntil = Date.now() - 1_000
        lapse(quote.id, validUntil)
        return { ...quote, validUntil }
      },
    ],
    [
      'for another buyer than it was counted for',
      async () => {
        const quote = await named(maria, work)
        const vatId = { value: 'DE999999100', status: 'valid' } as const
        return { ...quote, customer: { country: 'DE', kind: 'business', vatId } as const }
      },
    ],
    [
      'that is cheaper than its own prices, without a name',
      async () => {
        const { id: _, validUntil: __, ...quote } = await named(maria, ['malware-removal'])
        const unitNet = { amount: '0.01', currency: 'EUR' }
        const { date } = quote.quote
        const lines = [{ extra: 'malware-removal', quantity: '1', unitNet }]
        const cheap = quoteExtras({ lines, customer: quote.customer, date }, nordhostSale.tax)
        return { ...quote, quote: cheap, digest: await quoteDigest(cheap) }
      },
    ],
  ] as const)
    it(`refuses a price ${what}, with the field, and files nothing`, async () => {
      const before = (await maria.adapter.list({})).total
      await assert.rejects(file('maria', await forged()), refused)
      assert.equal((await maria.adapter.list({})).total, before)
    })

  it('stops nobody by a price that lapsed unapproved in an open form, whoever asks for one since', async () => {
    const { approvedAt: _, ...open } = await named(anna, work)
    const validUntil = Date.now() - 86_400_000
    lapse(open.id, validUntil)
    await named(maria, work)
    await file('anna', { ...open, validUntil })
  })

  it('tells strangers and other sites nothing', async () => {
    const { order } = await orderOf(anna, ['malware-removal'])
    const headers = { 'content-type': 'application/json', 'os-intervention-csrf': '1' }
    for (const [path, body] of [
      ['quotes', JSON.stringify(order)],
      ['vat-checks', '{"id":"DE100000100"}'],
    ] as const) {
      const route = `/api/${path}`
      const ask = (who: SignedIn, more: object, sent = body) =>
        who.ask(route, { method: 'POST', headers: { ...headers, ...more }, body: sent })
      assert.equal((await ask(anna, {})).status, 200)
      assert.equal((await ask(withCookie(demo.url, ''), {})).status, 401)
      assert.equal((await ask(anna, { origin: 'https://evil.example' })).status, 403)
      assert.equal((await ask(anna, { 'os-intervention-csrf': '0' })).status, 403)
      assert.equal((await ask(anna, {}, ' '.repeat(600_000))).status, 413)
      assert.equal((await ask(anna, {}, '{}')).status, 422)
      const sarna = await anna.ask(`/another/api/${path}`, { method: 'POST', headers, body })
      assert.equal(sarna.status, 501)
    }
  })
})
