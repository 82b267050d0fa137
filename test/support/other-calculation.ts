import {
  add,
  dinero,
  halfAwayFromZero,
  multiply,
  toDecimal,
  transformScale,
  type Dinero,
} from 'dinero.js/bigint'

// The same money by another library: nothing of src is used here.

/** A decimal as an integer and how many of its digits stand behind the dot. */
function scaled(decimal: string) {
  const [whole = '', fraction = ''] = decimal.split('.')
  return { amount: BigInt(whole + fraction), scale: BigInt(fraction.length) }
}

const exponents: Readonly<Record<string, bigint>> = { JPY: 0n, HUF: 2n, EUR: 2n, PLN: 2n, KWD: 3n }

type Amount = Dinero<bigint>

function rounded(amount: Amount, currency: string): Amount {
  return transformScale(amount, exponents[currency]!, halfAwayFromZero)
}

/** What one line of an order is: quantity, unit price and the rate in per cent (none: no VAT). */
export interface OtherLine {
  readonly quantity: string
  readonly price: string
  readonly rate?: string
}

/** Net, VAT and gross as decimal text, VAT once per rate. */
export function otherCalculation(lines: readonly OtherLine[], currency: string) {
  const exponent = exponents[currency]!
  const of = ({ amount, scale }: { amount: bigint; scale: bigint }): Amount =>
    dinero({ amount, scale, currency: { code: currency, base: 10n, exponent } })
  const zero = of({ amount: 0n, scale: exponent })
  const nets = lines.map(({ quantity, price, rate }) => ({
    rate,
    net: rounded(multiply(of(scaled(price)), scaled(quantity)), currency),
  }))
  const sum = (amounts: readonly Amount[]) => amounts.reduce(add, zero)
  const rates = new Set(nets.flatMap(({ rate }) => rate ?? []))
  const vats = [...rates].map(rate => {
    const taxable = sum(nets.flatMap(one => (one.rate === rate ? one.net : [])))
    const { amount, scale } = scaled(rate)
    return rounded(multiply(taxable, { amount, scale: scale + 2n }), currency)
  })
  const net = sum(nets.map(one => one.net))
  const vat = sum(vats)
  const text = (amount: Amount) => ({ amount: toDecimal(rounded(amount, currency)), currency })
  return { net: text(net), vat: text(vat), gross: text(add(net, vat)) }
}
