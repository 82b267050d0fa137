import { millionths, moneyOf, netOf, percent, vatOf, type Minor } from './money.js'
import type { QuoteReason } from './codes.js'
import type {
  OrderLine,
  Quote,
  QuoteAlternative,
  QuoteLine,
  QuoteOrder,
  QuoteTreatment,
  TaxPolicy,
  Taxed,
  VatRow,
} from './quote.js'
import { situationOf, taxationOf, type Taxation, type TaxSituation } from './treatment.js'

interface PricedLine {
  readonly net: Minor
  readonly taxation: Taxation
}

/**
 * What extras cost, VAT included where it is known: exact, and without a total wherever something is unknown.
 *
 * Line net = quantity × unit price, rounded to the currency's smallest unit; VAT once per rate on the sum (EN 16931,
 * BR-CO-17); halves away from zero. While a VAT ID is not confirmed VAT is charged, and `alternative` holds the same
 * order once it is. `tax` is `undefined` where the provider's own country isn't known: then the tax isn't, either.
 *
 * @throws {RangeError} for lines in different currencies and for what is no decimal number: check what comes from
 * outside with `parseQuoteOrder` before.
 */
export function quoteExtras(order: QuoteOrder, tax: TaxPolicy | undefined): Quote {
  const situation = situationOf(order, tax)
  const lines = order.lines.map(quoteLine)
  const { date } = order
  const currency = currencyOf(lines)
  const all = order.lines.map(line => taxationFor(line, situation))
  if (currency === undefined) {
    const head = { date, lines, treatment: treatmentOf(all), reasons: reasonsOf(lines, all) }
    return { kind: 'on-request', ...head }
  }

  const priced = pricedLines(order.lines, situation)
  const net = moneyOf(sumOf(priced), currency)
  const taxed = taxedAmounts(priced, currency)
  const taxations = priced.map(({ taxation }) => taxation)
  const head = { date, lines, treatment: treatmentOf(taxations), reasons: reasonsOf(lines, taxations) }
  const confirmed = confirmedAmounts(order, situation, currency)
  const alternative = confirmed && confirmed.treatment !== head.treatment ? { alternative: confirmed } : {}
  if (priced.length < lines.length) return { kind: 'partial', ...head, net, ...taxed, ...alternative }
  if (!taxed) return { kind: 'tax-unknown', ...head, net, ...alternative }
  return { kind: 'total', ...head, ...taxed, ...alternative }
}

function quoteLine(line: OrderLine): QuoteLine {
  const { unitNet, quantity, cap } = line
  millionths(quantity)
  if (unitNet === 'on-request') return line
  const moneyFor = (units: string) => moneyOf(netOf(units, unitNet), unitNet.currency)
  const net = moneyFor(quantity)
  return { ...line, net, ...(cap !== undefined && { netAtMost: moneyFor(cap) }) }
}

function currencyOf(lines: readonly QuoteLine[]): string | undefined {
  const currencies = new Set(lines.flatMap(({ net }) => (net ? [net.currency] : [])))
  if (currencies.size > 1) throw new RangeError('one order, one currency')
  return [...currencies][0]
}

function taxationFor({ extra }: OrderLine, situation: TaxSituation | undefined): Taxation {
  if (!situation) return { treatment: 'unknown', reasons: ['seller-unset'] }
  const kinds = situation.tax.supplyKind ?? {}
  const set = Object.hasOwn(kinds, extra) ? kinds[extra] : undefined
  const taxation = taxationOf(set ?? 'electronic', situation)
  return set ? taxation : { ...taxation, reasons: [...taxation.reasons, 'supply-kind-unset'] }
}

function pricedLines(
  lines: readonly OrderLine[],
  situation: TaxSituation | undefined,
): readonly PricedLine[] {
  return lines.flatMap(line => {
    if (line.unitNet === 'on-request') return []
    return [{ net: netOf(line.quantity, line.unitNet), taxation: taxationFor(line, situation) }]
  })
}

function sumOf(lines: readonly { readonly net: Minor }[]): Minor {
  return lines.reduce((sum, { net }) => sum + net, 0n)
}

/** Nothing as soon as the tax of one line is unknown. */
function taxedAmounts(lines: readonly PricedLine[], currency: string): Taxed | undefined {
  if (lines.some(({ taxation }) => taxation.treatment === 'unknown')) return undefined
  const groups = new Map<string, PricedLine[]>()
  for (const line of lines) {
    const { treatment, country = '', rate } = line.taxation
    const key = [treatment, country, rate?.per100k ?? ''].join()
    const group = groups.get(key)
    if (group) group.push(line)
    else groups.set(key, [line])
  }
  // In one order, however the lines came: the digest is over it.
  const rows = [...groups.keys()].sort().flatMap(key => {
    const [first, ...more] = groups.get(key) ?? []
    return first ? [rowOf(first, more)] : []
  })
  const net = sumOf(lines)
  const vat = rows.reduce((sum, row) => sum + row.vat, 0n)
  const rates = new Set(rows.flatMap(({ row: { rate } }) => rate ?? []))
  const [rate] = rates
  return {
    net: moneyOf(net, currency),
    vat: moneyOf(vat, currency),
    gross: moneyOf(net + vat, currency),
    ...(rate !== undefined && rates.size === 1 && { rate }),
    vatRows: rows.map(({ row, taxable, vat: ofRow }) => ({
      ...row,
      taxable: moneyOf(taxable, currency),
      vat: moneyOf(ofRow, currency),
    })),
  }
}

function rowOf(first: PricedLine, more: readonly PricedLine[]) {
  const { treatment, country, rate } = first.taxation
  const taxable = sumOf([first, ...more])
  const row: Omit<VatRow, 'taxable' | 'vat'> = {
    treatment,
    ...(country !== undefined && { country }),
    ...(rate && { rate: percent(rate.per100k), basis: rate.basis }),
  }
  return { row, taxable, vat: rate ? vatOf(taxable, BigInt(rate.per100k)) : 0n }
}

function confirmedAmounts(
  order: QuoteOrder,
  situation: TaxSituation | undefined,
  currency: string,
): QuoteAlternative | undefined {
  if (situation?.vatId.kind !== 'pending') return undefined
  const confirmed: TaxSituation = { ...situation, vatId: { kind: 'confirmed', reasons: [] } }
  const priced = pricedLines(order.lines, confirmed)
  const taxed = taxedAmounts(priced, currency)
  const taxations = priced.map(({ taxation }) => taxation)
  return taxed && { ...taxed, treatment: treatmentOf(taxations), reasons: sorted(reasonsIn(taxations)) }
}

function treatmentOf(taxations: readonly Taxation[]): QuoteTreatment {
  const treatments = new Set(taxations.map(({ treatment }) => treatment))
  const [only = 'unknown'] = treatments
  if (treatments.has('unknown')) return 'unknown'
  return treatments.size > 1 ? 'mixed' : only
}

function reasonsIn(taxations: readonly Taxation[]): readonly QuoteReason[] {
  return taxations.flatMap(({ reasons }) => reasons)
}

function reasonsOf(lines: readonly QuoteLine[], taxations: readonly Taxation[]): readonly QuoteReason[] {
  const ofLines = lines.flatMap(({ net, unit }): readonly QuoteReason[] => {
    if (!net) return unit === undefined ? ['price-on-request'] : ['time-unknown']
    return unit === undefined ? [] : ['estimated-time']
  })
  return sorted([...ofLines, ...reasonsIn(taxations)])
}

function sorted(reasons: readonly QuoteReason[]): readonly QuoteReason[] {
  return [...new Set(reasons)].sort()
}
