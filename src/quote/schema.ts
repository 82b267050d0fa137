import * as z from 'zod/mini'
import { countryCode, id, instant, label } from '../text-schema.js'
import type {
  BindingQuote,
  Price,
  PriceList,
  Quote,
  QuoteLine,
  QuoteOrder,
  QuoteVat,
  TaxPolicy,
} from './quote.js'

/** At most 15 digits before the dot and 6 after it; never negative: a quote gives nothing back. */
const decimal: z.ZodMiniType<string> = z.string().check(z.regex(/^(0|[1-9]\d{0,14})(\.\d{1,6})?$/))

const currency: z.ZodMiniType<string> = z.string().check(z.regex(/^[A-Z]{3}$/))

const price: z.ZodMiniType<Price> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fixed'), net: decimal }),
  z.object({
    kind: z.literal('per-unit'),
    net: decimal,
    unit: z.enum(['15-minutes', 'hour']),
    estimate: z.exactOptional(decimal),
    cap: z.exactOptional(decimal),
  }),
  z.object({ kind: z.literal('on-request') }),
])

/** The provider's prices, at most 100 of them. */
export const priceList: z.ZodMiniType<PriceList> = z.object({
  currency,
  prices: z.record(id, price).check(z.refine(prices => Object.keys(prices).length <= 100)),
})

/** How the provider is taxed. */
export const taxPolicy: z.ZodMiniType<TaxPolicy> = z.object({
  sellerCountry: countryCode,
  vatRegistered: z.boolean(),
  oss: z.boolean(),
  rates: z.enum(['provider-table', 'dated']),
  supplyKind: z.exactOptional(
    z
      .record(id, z.enum(['electronic', 'general']))
      .check(z.refine(kinds => Object.keys(kinds).length <= 100)),
  ),
})

/** What is to be priced: 1–100 lines. */
export const quoteOrder: z.ZodMiniType<QuoteOrder> = z.object({
  lines: z.array(z.object({ extra: id, quantity: decimal })).check(z.minLength(1), z.maxLength(100)),
  country: z.exactOptional(countryCode),
  postcode: z.exactOptional(label),
  customerKind: z.exactOptional(z.enum(['consumer', 'business'])),
  vatId: z.exactOptional(label),
})

const line: z.ZodMiniType<QuoteLine> = z.object({
  extra: id,
  quantity: decimal,
  net: z.exactOptional(decimal),
})
const lines = z.array(line).check(z.maxLength(100))
const reasons = z.array(label).check(z.maxLength(100))
const vat: z.ZodMiniType<QuoteVat> = z.object({
  per100k: z.int().check(z.minimum(0), z.maximum(100_000)),
  taxable: decimal,
  vat: decimal,
})

/** A price: never a total while the tax is unknown. */
export const quote: z.ZodMiniType<Quote> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('total'),
    currency,
    lines,
    net: decimal,
    vat: z.array(vat).check(z.maxLength(100)),
    gross: decimal,
    reasons,
  }),
  z.object({ kind: z.literal('tax-unknown'), currency, lines, net: decimal, reasons }),
  z.object({ kind: z.literal('on-request'), lines, reasons }),
  z.object({ kind: z.literal('partial'), currency, lines, knownNet: decimal, reasons }),
])

/** A quote that the provider stands by. */
export const bindingQuote: z.ZodMiniType<BindingQuote> = z.object({
  quote,
  id,
  validUntil: instant,
  digest: id,
})
