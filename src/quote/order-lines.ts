import { decimalOf, millionths } from './money.js'
import type { Decimal, OrderLine, Price, PriceList, TimeUnit } from './quote.js'

/** An extra that the customer wants. */
export interface ChosenExtra {
  readonly extra: string
  /** Pieces, or units of time that the customer thinks of; without it one piece, or the provider's estimate. */
  readonly quantity?: Decimal
}

const minutesIn: Readonly<Record<TimeUnit, bigint>> = { '15-minutes': 15n, hour: 60n }

/** Whole minutes as units of time, each started one counted: 61 minutes are 2 hours. */
export function startedUnits(minutes: number, unit: TimeUnit): Decimal {
  const each = minutesIn[unit]
  return String((BigInt(minutes) + each - 1n) / each)
}

/**
 * The lines of an order for what was chosen, at the provider's prices.
 *
 * What has no price is on request, and so is work by time of which nobody said how long it takes. Where only the cap is
 * known, the cap is quoted. Nothing is ordered beyond a cap, and of nothing that has a price a part of one: what was
 * begun counts, pieces as well as units of time.
 *
 * @throws {RangeError} for a quantity that is no decimal number.
 */
export function orderLines(
  prices: PriceList | undefined,
  chosen: readonly ChosenExtra[],
): readonly OrderLine[] {
  return chosen.map(({ extra, quantity }) => {
    const price = prices && Object.hasOwn(prices.prices, extra) ? prices.prices[extra] : undefined
    if (!prices || !price || price.kind === 'on-request')
      return { extra, quantity: quantity ?? '1', unitNet: 'on-request' }
    const unitNet = { amount: price.net, currency: prices.currency }
    if (price.kind === 'fixed') return { extra, quantity: started(quantity ?? '1'), unitNet }
    const { unit } = price
    const units = unitsOf(price, quantity)
    const cap = price.capMinutes === undefined ? {} : { cap: startedUnits(price.capMinutes, unit) }
    if (units === undefined) return { extra, quantity: '1', unitNet: 'on-request', unit, ...cap }
    return { extra, quantity: units, unitNet, unit, ...cap }
  })
}

function unitsOf(
  { unit, estimateMinutes, capMinutes }: Extract<Price, { kind: 'per-unit' }>,
  quantity: Decimal | undefined,
): Decimal | undefined {
  const cap = capMinutes === undefined ? undefined : startedUnits(capMinutes, unit)
  const wanted =
    quantity === undefined
      ? estimateMinutes === undefined
        ? cap
        : startedUnits(estimateMinutes, unit)
      : started(quantity)
  if (wanted === undefined || cap === undefined) return wanted
  return millionths(wanted) > millionths(cap) ? cap : wanted
}

function started(quantity: Decimal): Decimal {
  return decimalOf((millionths(quantity) + 999_999n) / 1_000_000n, 0)
}
