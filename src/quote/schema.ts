import * as z from 'zod/mini'
import { tableRate, vatTable } from '../policy/schema.js'
import { countryCode, id, instant, isoDate, text } from '../text-schema.js'
import { quoteReasons, treatments, type Treatment } from './codes.js'
import type {
  BindingQuote,
  Money,
  OrderLine,
  Price,
  PriceList,
  Quote,
  QuoteAlternative,
  QuoteCustomer,
  QuoteLine,
  QuoteOrder,
  QuoteTreatment,
  RateBasis,
  TaxPolicy,
  VatRow,
} from './quote.js'

// Never negative: a quote gives nothing back. A hundred lines of the longest quantity and price are still an amount.

/** Above zero and below a million. */
const quantity: z.ZodMiniType<string> = z
  .string()
  .check(z.regex(/^(0|[1-9]\d{0,5})(\.\d{1,6})?$/), z.regex(/[1-9]/))

const price: z.ZodMiniType<string> = z.string().check(z.regex(/^(0|[1-9]\d{0,8})(\.\d{1,6})?$/))

const amount: z.ZodMiniType<string> = z.string().check(z.regex(/^(0|[1-9]\d{0,17})(\.\d{2,3})?$/))

const rate: z.ZodMiniType<string> = z.string().check(z.regex(/^(100|0|[1-9]\d?)(\.\d{1,3})?$/))

const currency: z.ZodMiniType<string> = z.string().check(z.regex(/^[A-Z]{3}$/))

const money: z.ZodMiniType<Money> = z.object({ amount, currency })

const unit = z.enum(['15-minutes', 'hour'])

/** A thousand quarters of an hour, which is the most that an order takes; longer times are a mistake in the unit. */
const minutes = z.int().check(z.minimum(1), z.maximum(15_000))

function isWithinLimit(entries: object): boolean {
  return Object.keys(entries).length <= 100
}

const onePrice: z.ZodMiniType<Price> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fixed'), net: price }),
  z.object({
    kind: z.literal('per-unit'),
    net: price,
    unit,
    estimateMinutes: z.exactOptional(minutes),
    capMinutes: z.exactOptional(minutes),
  }),
  z.object({ kind: z.literal('on-request') }),
])

/** The provider's prices, at most 100 of them. */
export const priceList: z.ZodMiniType<PriceList> = z.object({
  currency,
  prices: z.record(id, onePrice).check(z.refine(isWithinLimit)),
})

/** How the provider is taxed. */
export const taxPolicy: z.ZodMiniType<TaxPolicy> = z.object({
  seller: countryCode,
  table: z.union([z.literal('dated'), vatTable]),
  overrides: z.exactOptional(z.record(countryCode, tableRate)),
  supplyKind: z.exactOptional(z.record(id, z.enum(['electronic', 'general'])).check(z.refine(isWithinLimit))),
  oss: z.exactOptional(z.boolean()),
  vatRegistered: z.exactOptional(z.boolean()),
  generalOutsideEu: z.exactOptional(z.enum(['outside-scope', 'seller-rate'])),
})

const orderLine = z.object({
  extra: id,
  quantity,
  unitNet: z.union([z.object({ amount: price, currency }), z.literal('on-request')]),
  unit: z.exactOptional(unit),
  cap: z.exactOptional(quantity),
}) satisfies z.ZodMiniType<OrderLine>

/** For whom is priced. */
export const quoteCustomer: z.ZodMiniType<QuoteCustomer> = z.object({
  country: z.union([countryCode, z.literal('')]),
  postcode: z.exactOptional(text(40)),
  kind: z.enum(['consumer', 'business']),
  vatId: z.exactOptional(
    z.object({ value: text(100), status: z.enum(['valid', 'invalid', 'unchecked', 'unavailable']) }),
  ),
})

/** The most that is ordered of one extra, pieces or units of time: more is a mistake, or a matter for support. */
export const upToThousand = /^(?:1000(?:\.0+)?|\d{1,3}(?:\.\d+)?)$/

/** Pieces and started units of time are whole: a part of one has a price of next to nothing. */
function isOrderable({ quantity, unitNet }: OrderLine): boolean {
  const isWhole = unitNet === 'on-request' || /^\d+$/.test(quantity)
  return isWhole && upToThousand.test(quantity)
}

function isOneCurrency(lines: readonly OrderLine[]): boolean {
  const units = lines.flatMap(({ unitNet }) => (unitNet === 'on-request' ? [] : unitNet.currency))
  return new Set(units).size <= 1
}

/** What is to be priced: 1–100 lines in one currency, at most 1,000 of each, whole where there is a price. */
export const quoteOrder: z.ZodMiniType<QuoteOrder> = z.object({
  lines: z
    .array(orderLine.check(z.refine(isOrderable)))
    .check(z.minLength(1), z.maxLength(100), z.refine(isOneCurrency)),
  customer: quoteCustomer,
  date: isoDate,
})

const treatment: z.ZodMiniType<Treatment> = z.enum(treatments)
const quoteTreatment: z.ZodMiniType<QuoteTreatment> = z.enum([...treatments, 'mixed'])

const reasons = z.array(z.enum(quoteReasons)).check(z.maxLength(100))

const basis: z.ZodMiniType<RateBasis> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('dated'), since: isoDate, checkedOn: isoDate }),
  z.object({ kind: z.literal('table'), date: z.union([instant, z.literal('undated')]) }),
  z.object({ kind: z.literal('override') }),
])

const quoteLine: z.ZodMiniType<QuoteLine> = z.extend(orderLine, {
  net: z.exactOptional(money),
  netAtMost: z.exactOptional(money),
})

const vatRow: z.ZodMiniType<VatRow> = z.object({
  treatment,
  country: z.exactOptional(countryCode),
  rate: z.exactOptional(rate),
  basis: z.exactOptional(basis),
  taxable: money,
  vat: money,
})
const vatRows = z.array(vatRow).check(z.maxLength(100))

const taxed = { net: money, vat: money, gross: money, rate: z.exactOptional(rate), vatRows }

const alternative: z.ZodMiniType<QuoteAlternative> = z.object({
  ...taxed,
  treatment: quoteTreatment,
  reasons,
})

const head = {
  date: isoDate,
  lines: z.array(quoteLine).check(z.maxLength(100)),
  treatment: quoteTreatment,
  reasons,
}

/** A price: never a total while the tax is unknown. */
export const quote: z.ZodMiniType<Quote> = z.discriminatedUnion('kind', [
  z.object({ ...head, ...taxed, kind: z.literal('total'), alternative: z.exactOptional(alternative) }),
  z.object({
    ...head,
    kind: z.literal('tax-unknown'),
    net: money,
    alternative: z.exactOptional(alternative),
  }),
  z.object({ ...head, kind: z.literal('on-request') }),
  z.object({
    ...head,
    kind: z.literal('partial'),
    net: money,
    vat: z.exactOptional(money),
    gross: z.exactOptional(money),
    rate: z.exactOptional(rate),
    vatRows: z.exactOptional(vatRows),
    alternative: z.exactOptional(alternative),
  }),
])

/** A quote that the provider stands by. */
export const bindingQuote: z.ZodMiniType<BindingQuote> = z.object({
  quote,
  id,
  validUntil: instant,
  digest: id,
})
