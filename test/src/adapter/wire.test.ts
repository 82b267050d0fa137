import { expect } from 'chai'
import type * as z from 'zod/mini'
import * as wire from '../../../src/adapter/wire.js'
import { sealCredentials } from '../../../src/credentials/seal.js'
import { testRecipient } from '../../../src/adapter/memory-context.js'
import { priceList, quote, quoteOrder } from '../../../src/quote/schema.js'
import { filingWithoutFiles } from '../../../src/request/schema.js'
import { entry } from '../../../src/tracking/schema.js'
import { changed, pathsOf, without } from '../../support/paths.js'
import * as whole from '../../support/whole.js'

/** A thing on the wire, whole, and which of its keys may be missing. */
type Case = readonly [what: string, schema: z.ZodMiniType, value: unknown, optional: readonly string[]]

const { policy: _, ...contextWithoutPolicy } = whole.context
const under = (prefix: string, paths: readonly string[]) => paths.map(path => `${prefix}.${path}`)
const lineOptional = ['unit', 'cap', 'net', 'netAtMost']
const quotedOptional = under('lines.0', lineOptional)
const taxedOptional = ['rate', 'vatRows.0.country', 'vatRows.0.rate', 'vatRows.0.basis']
const alternativeOptional = ['alternative', ...under('alternative', taxedOptional)]
const quotes = whole.quotes.map((one): Case => {
  const optional: Readonly<Record<string, readonly string[]>> = {
    total: [...quotedOptional, ...taxedOptional, ...alternativeOptional],
    'tax-unknown': [...quotedOptional, ...alternativeOptional],
    'on-request': quotedOptional,
    partial: [...quotedOptional, 'vat', 'gross', 'vatRows', ...taxedOptional, ...alternativeOptional],
  }
  return [`a quote (${one.kind})`, quote, one, optional[one.kind] ?? []]
})
const facts = whole.facts.map((fact): Case => {
  const optional: Readonly<Record<string, readonly string[]>> = {
    summary: ['fact.method', 'fact.changes', 'fact.newCredentials', 'fact.changePasswords'],
    stage: ['fact.reason'],
    effort: ['fact.reason'],
    extra: ['fact.reason'],
    method: ['fact.reason'],
    access: ['fact.role'],
    quote: under('fact.quote', [...quotedOptional, ...alternativeOptional]),
    authorization: ['fact.record.record.withoutCredentials'],
  }
  return [`an entry with a ${fact.kind}`, entry, whole.entryOf(fact), optional[fact.kind] ?? []]
})
const filingOptional = [
  'serviceId',
  'operatingSystem',
  'errors',
  'authorization.record.withoutCredentials',
  'quote',
  ...under('quote', ['id', 'validUntil', 'approvedAt', 'customer.postcode', 'customer.vatId']),
  ...under('quote.quote', [...quotedOptional, ...taxedOptional, ...alternativeOptional]),
]
const filings = whole.accesses.map((access): Case => {
  const own = access.kind === 'none' ? 'access.reason' : 'access.port'
  return [`a request (${access.kind})`, filingWithoutFiles, whole.filingOf(access), [...filingOptional, own]]
})
const interventionOptional = [
  'stage',
  'access',
  'access.role',
  'promise',
  'promise.firstResponseBy',
  'promise.nextUpdateBy',
]

const cases: readonly Case[] = [
  [
    'the context',
    wire.context,
    contextWithoutPolicy,
    [
      'account.email',
      'account.country',
      'account.kind',
      'account.vatId',
      'services.0.options',
      'services.0.options.ipKvm',
      'services.0.operatingSystem',
      'services.0.checks',
      'services.0.checks.owner',
      'services.0.checks.active',
      'services.0.checks.rescue',
      'recipients.0.notAfter',
      'sshKeys',
      'prices',
      'prices.prices.data-recovery',
      'tax',
      'tax.table.rates.PL',
      'tax.overrides',
      'tax.overrides.SI',
      'tax.supplyKind',
      'tax.supplyKind.data-recovery',
      'tax.oss',
      'tax.vatRegistered',
      'tax.generalOutsideEu',
    ],
  ],
  [
    'prices by time',
    priceList,
    { currency: 'EUR', prices: { x: whole.perUnit } },
    ['prices.x', 'prices.x.estimateMinutes', 'prices.x.capMinutes'],
  ],
  ['the capabilities', wire.capabilities, whole.capabilities, []],
  ['a request that was taken', wire.filed, whole.filed, under('intervention', interventionOptional)],
  [
    'a page of requests',
    wire.interventionPage,
    whole.interventionPage,
    ['cursor', 'total', ...under('items.0', interventionOptional)],
  ],
  ...facts,
  ...filings,
  [
    'a message',
    wire.messageWithoutFiles,
    whole.message,
    ['text', 'intent', 'authorization', 'authorization.record.withoutCredentials', 'quoteDigest', 'item'],
  ],
  ...quotes,
  [
    'a quote with an end',
    wire.bindingQuote,
    whole.bindingQuote,
    under('quote', [...quotedOptional, ...taxedOptional, ...alternativeOptional]),
  ],
  [
    'an order',
    quoteOrder,
    whole.quoteOrder,
    ['lines.0.unit', 'lines.0.cap', 'customer.postcode', 'customer.vatId'],
  ],
  [
    'a question for a list',
    wire.listQuery,
    { open: true, cursor: 'x', limit: 500 },
    ['open', 'cursor', 'limit'],
  ],
  ['a fault', wire.faultBody, whole.fault, ['fields', 'retryAfterMs', 'uncertain']],
]

describe('on the wire', () => {
  for (const [what, schema, value, optional] of cases) {
    it(`${what} comes through whole`, () => {
      expect(schema.parse(value)).to.deep.equal(value)
    })

    it(`${what} comes through without what may be missing, and not without the rest`, () => {
      const refused: string[] = []
      for (const path of pathsOf(value)) {
        const less = without(value, path)
        const parsed = schema.safeParse(less)
        if (parsed.success) expect(parsed.data, path).to.deep.equal(less)
        else refused.push(path)
      }
      expect(refused).to.have.members(pathsOf(value).filter(path => !optional.includes(path)))
    })

    it(`${what} never takes along what nobody has named`, () => {
      for (const path of pathsOf(value)) {
        const more = changed(value, path, old =>
          typeof old === 'object' && old !== null && !Array.isArray(old) ? { ...old, _$litType$: 1 } : old,
        )
        const parsed = schema.safeParse(more)
        if (parsed.success) expect(parsed.data, path).to.deep.equal(value)
      }
    })
  }

  it('a context comes through with the provider’s policy', () => {
    expect(wire.context.parse(whole.context)).to.deep.equal(whole.context)
  })

  it('a request and a message come through with sealed access', async () => {
    const sealed = await sealCredentials(
      { username: 'root', password: 'x', secondFactor: false },
      [testRecipient],
      { requestKey: 'k', account: 'a', server: 's', time: 1 },
      { now: 1 },
    )
    if (!sealed.ok) throw new Error(sealed.error)
    const filing = whole.filingOf({ kind: 'account', sealed: sealed.value })
    expect(filingWithoutFiles.parse(filing)).to.deep.equal(filing)
    const message = { ...whole.message, sealed: sealed.value }
    expect(wire.messageWithoutFiles.parse(message)).to.deep.equal(message)
  })

  it('a message that holds what nobody knows is refused: left out, it would be lost', () => {
    const message = { ...whole.message, sealedCredentials: 'x' }
    expect(wire.messageWithoutFiles.safeParse(message).success).to.equal(false)
  })

  it('a system without files and sealed text says so', () => {
    const less = { ...whole.capabilities, files: null, sealed: null }
    expect(wire.capabilities.parse(less)).to.deep.equal(less)
  })

  const long = (length: number) => 'x'.repeat(length)
  const list = (length: number, of: unknown) => Array.from({ length }, () => of)
  const tooMuch: readonly [string, z.ZodMiniType, unknown, string, unknown][] = [
    ['an id of 201 characters', wire.filed, whole.filed, 'intervention.id', long(201)],
    ['an empty id', wire.filed, whole.filed, 'intervention.id', ''],
    ['an id that leaves its folder', wire.filed, whole.filed, 'intervention.id', '..'],
    ['an id with a slash', wire.filed, whole.filed, 'intervention.id', 'a/b'],
    ['an id with a line break', wire.filed, whole.filed, 'intervention.id', 'a\nb'],
    ['an id with half a character', wire.filed, whole.filed, 'intervention.id', 'a\ud800'],
    ['a number of 201 characters', wire.filed, whole.filed, 'intervention.number', long(201)],
    ['a version of 501 characters', wire.filed, whole.filed, 'intervention.version', long(501)],
    ['a phase that is none', wire.filed, whole.filed, 'intervention.phase', 'toString'],
    ['an action that is none', wire.filed, whole.filed, 'intervention.actions', ['delete']],
    ['a time before 1970', wire.filed, whole.filed, 'intervention.now', -1],
    ['a time that is no moment', wire.filed, whole.filed, 'intervention.now', 8_640_000_000_000_001],
    [
      'a time after which none can be told',
      wire.filed,
      whole.filed,
      'intervention.now',
      8_640_000_000_000_000,
    ],
    ['a time in the year 10000', wire.filed, whole.filed, 'intervention.now', 253_402_300_800_000],
    ['half a millisecond', wire.filed, whole.filed, 'intervention.now', 0.5],
    ['a field that is none', wire.filed, whole.filed, 'unstored', ['__proto__']],
    ['501 requests', wire.interventionPage, whole.interventionPage, 'items', list(501, whole.intervention)],
    ['a total below zero', wire.interventionPage, whole.interventionPage, 'total', -1],
    ['an empty cursor', wire.interventionPage, whole.interventionPage, 'cursor', ''],
    ['501 services', wire.context, contextWithoutPolicy, 'services', list(501, whole.context.services[0])],
    [
      '21 recipients',
      wire.context,
      contextWithoutPolicy,
      'recipients',
      list(21, whole.context.recipients[0]),
    ],
    ['a country in lower case', wire.context, contextWithoutPolicy, 'account.country', 'pl'],
    ['a price below zero', wire.context, contextWithoutPolicy, 'prices.prices.data-recovery.net', '-1.00'],
    [
      'a price with an exponent',
      wire.context,
      contextWithoutPolicy,
      'prices.prices.data-recovery.net',
      '1e3',
    ],
    ['a price that is a number', wire.context, contextWithoutPolicy, 'prices.prices.data-recovery.net', 12.5],
    ['an owner in words', wire.context, contextWithoutPolicy, 'account.owner', 'true'],
    ['polling ten times a second', wire.capabilities, whole.capabilities, 'pollEveryMs', 100],
    ['polling once a day', wire.capabilities, whole.capabilities, 'pollEveryMs', 86_400_000],
    ['no phase at all', wire.capabilities, whole.capabilities, 'phases', []],
    ['51 files', wire.capabilities, whole.capabilities, 'files.maxCount', 51],
    ['a text of 500,001 characters', entry, whole.entryOf(whole.facts[0]!), 'fact.text', long(500_001)],
    ['a file of -1 bytes', entry, whole.entryOf(whole.facts[0]!), 'fact.files.0.bytes', -1],
    ['a kind of fact that is none', entry, whole.entryOf(whole.facts[0]!), 'fact.kind', 'constructor'],
    [
      'a price of a thousand million',
      priceList,
      { currency: 'EUR', prices: { x: whole.perUnit } },
      'prices.x.net',
      '1000000000',
    ],
    [
      'a cap of no time',
      priceList,
      { currency: 'EUR', prices: { x: whole.perUnit } },
      'prices.x.capMinutes',
      0,
    ],
    ['a seller in words', wire.context, contextWithoutPolicy, 'tax.seller', 'Poland'],
    ['an order of nothing', quoteOrder, whole.quoteOrder, 'lines', []],
    [
      'an order in two currencies',
      quoteOrder,
      whole.quoteOrder,
      'lines',
      [whole.quoteOrder.lines[0], { extra: 'x', quantity: '1', unitNet: { amount: '1', currency: 'PLN' } }],
    ],
    ...[
      '0',
      '0.0',
      '-1',
      '+1',
      '1000000',
      '1e3',
      ' 1',
      '1,5',
      '.5',
      '5.',
      '01',
      '1.2345678',
      '',
      'NaN',
      '٣',
      '0x1',
    ].map((bad): [string, z.ZodMiniType, unknown, string, unknown] => [
      `a quantity of ${JSON.stringify(bad)}`,
      quoteOrder,
      whole.quoteOrder,
      'lines.0.quantity',
      bad,
    ]),
    ['a day that is none', quoteOrder, whole.quoteOrder, 'date', '2026-02-29'],
    ['a day with a time', quoteOrder, whole.quoteOrder, 'date', '2026-02-28T00:00'],
    ['a postcode as long as a letter', quoteOrder, whole.quoteOrder, 'customer.postcode', long(41)],
    ['a VAT ID as long as a letter', quoteOrder, whole.quoteOrder, 'customer.vatId.value', long(101)],
    ['a gross below zero', quote, whole.quotes[0], 'gross.amount', '-12.30'],
    ['a rate above 100 %', quote, whole.quotes[0], 'vatRows.0.rate', '101'],
    ['a reason in words', quote, whole.quotes[0], 'reasons', ['because']],
    ['an order of 101 lines', quoteOrder, whole.quoteOrder, 'lines', list(101, whole.quoteOrder.lines[0])],
    ['a list of 501', wire.listQuery, { limit: 1 }, 'limit', 501],
    ['a list of none', wire.listQuery, { limit: 1 }, 'limit', 0],
    ['a code that is none', wire.faultBody, whole.fault, 'code', 'teapot'],
    ['a wait of two days', wire.faultBody, whole.fault, 'retryAfterMs', 172_800_000],
    [
      'a problem of 20,001 characters',
      filingWithoutFiles,
      whole.filingOf(whole.accesses[0]!),
      'problem',
      long(20_001),
    ],
    ['101 tasks', filingWithoutFiles, whole.filingOf(whole.accesses[0]!), 'tasks', list(101, 'x')],
    ['port 0', filingWithoutFiles, whole.filingOf(whole.accesses[0]!), 'access.port', 0],
    ['port 65536', filingWithoutFiles, whole.filingOf(whole.accesses[0]!), 'access.port', 65_536],
    ['access of no kind', filingWithoutFiles, whole.filingOf(whole.accesses[0]!), 'access.kind', 'plain'],
    ['a language in words', filingWithoutFiles, whole.filingOf(whole.accesses[0]!), 'language', 'po polsku'],
  ]
  for (const [what, schema, value, path, bad] of tooMuch) {
    it(`${what} is refused`, () => {
      expect(schema.safeParse(value).success, 'the example itself').to.equal(true)
      expect(schema.safeParse(changed(value, path, () => bad)).success).to.equal(false)
    })
  }

  for (const [key, fits] of [
    ['0123456789abcdef', true],
    ['a_b-c.d~', true],
    ['short', false],
    ['x'.repeat(201), false],
    ['zażółć-gęślą', false],
    ['a b c d e f', false],
    ['abcdefgh\r\nx: y', false],
  ] as const) {
    it(`${JSON.stringify(key.slice(0, 20))} is ${fits ? 'a' : 'no'} key of a write`, () => {
      expect(wire.writeKey.safeParse(key).success).to.equal(fits)
    })
  }
})
