import type { Decimal, Money } from '../src/index.js'

/** Amounts, rates, days and countries as a language writes them. */
export interface AmountWords {
  /** An amount with its currency, with as many decimals as it has: never rounded. */
  money(money: Money): string
  /** A number, exactly as many decimals as it has. */
  decimal(value: Decimal): string
  /** A rate: `"25.5"` is "25.5%". */
  percent(rate: Decimal): string
  /** A day by an ISO date, whatever the time zone. */
  day(date: string): string
  /** The name of a country by its ISO 3166-1 alpha-2 code; the code where it has none. */
  country(code: string): string
}

/** How a region writes them. Formatters are made once each. */
export function amountsIn(region: string): AmountWords {
  const known = new Map<string, Intl.NumberFormat>()
  const day = new Intl.DateTimeFormat(region, { dateStyle: 'long', timeZone: 'UTC' })
  const countries = new Intl.DisplayNames(region, { type: 'region' })

  /** From the text to the text: no float comes between. */
  function exact(value: Decimal, options: Intl.NumberFormatOptions): string {
    if (!isNumeric(value)) return value
    const digits = value.split('.')[1]?.length ?? 0
    const key = [options.style, options.currency, digits].join()
    const format =
      known.get(key) ??
      new Intl.NumberFormat(region, {
        ...options,
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      })
    known.set(key, format)
    return format.format(value)
  }

  return {
    money: ({ amount, currency }) => exact(amount, { style: 'currency', currency }),
    decimal: value => exact(value, { style: 'decimal' }),
    percent: rate => exact(rate, { style: 'unit', unit: 'percent' }),
    day(date) {
      const time = Date.parse(date)
      return Number.isNaN(time) ? date : day.format(time)
    },
    country: code => (/^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code),
  }
}

function isNumeric(value: string): value is `${number}` {
  return /^\d{1,30}(?:\.\d{1,6})?$/.test(value)
}
