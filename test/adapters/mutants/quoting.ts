import { quoteDigest, quoteExtras, type BindingQuote, type Quote } from '../../../src/index.js'
import { everything, type FoundOut } from '../../support/kit.js'

const standing = 'stands by a price that adds up, where it can quote'

async function binding(quote: Quote): Promise<BindingQuote> {
  return { quote, id: 'Q-1', validUntil: Date.now() + 1_000_000, digest: await quoteDigest(quote) }
}

/** Adapters that quote wrongly. */
export const quoting: readonly FoundOut[] = [
  [
    'adds up wrongly, with an honest digest',
    memory => ({
      async quote(order, call) {
        const { quote, ...binding } = await memory.quote!(order, call)
        const wrong = quote.kind === 'partial' ? { ...quote, net: { ...quote.net, amount: '1.00' } } : quote
        return { ...binding, quote: wrong, digest: await quoteDigest(wrong) }
      },
    }),
    standing,
  ],
  [
    'gives the digest of another quote',
    memory => ({
      quote: async (order, call) => ({ ...(await memory.quote!(order, call)), digest: 'ab'.repeat(32) }),
    }),
    standing,
  ],
  [
    'quotes less than was ordered',
    memory => ({ quote: (order, call) => memory.quote!({ ...order, lines: order.lines.slice(1) }, call) }),
    standing,
  ],
  [
    'quotes what is over before it comes',
    memory => ({
      quote: async (order, call) => ({ ...(await memory.quote!(order, call)), validUntil: 1_000 }),
    }),
    standing,
  ],
  [
    'makes it dearer each time',
    memory => {
      let count = 0
      return {
        quote(order, call) {
          count += 1
          const lines = order.lines.map(line => ({ ...line, quantity: String(count) }))
          return memory.quote!({ ...order, lines }, call)
        },
      }
    },
    standing,
  ],
  [
    'quotes whatever price the order has',
    () => ({ quote: async order => binding(quoteExtras(order, everything.context?.tax)) }),
    'believes no price and no VAT ID of an order',
  ],
  [
    'takes a VAT ID for confirmed because the order says so',
    memory => ({
      async quote(order, call) {
        const { customer } = order
        const isBelieved = customer.vatId?.status === 'valid'
        const honest = await memory.quote!(order, call)
        const lines = honest.quote.lines.map(({ net: _net, netAtMost: _most, ...line }) => line)
        return isBelieved
          ? binding(quoteExtras({ ...order, lines }, everything.context?.tax))
          : binding(honest.quote)
      },
    }),
    'believes no price and no VAT ID of an order',
  ],
  [
    'prices what nobody sells',
    memory => ({
      quote: (order, call) =>
        order.lines.some(({ extra }) => extra.startsWith('no-such'))
          ? binding(quoteExtras(order, everything.context?.tax))
          : memory.quote!(order, call),
    }),
    'has no price for what nobody sells',
  ],
  [
    'says perhaps of a VAT ID',
    () => ({ checkVatId: async () => JSON.parse('"perhaps"') }),
    'says of a VAT ID one of three words, where it can ask',
  ],
  [
    'does not listen to whoever aborts a quote',
    memory => ({ quote: order => memory.quote!(order) }),
    'asks nothing for whoever has aborted',
  ],
  [
    'does not listen to whoever aborts a VAT check',
    memory => ({ checkVatId: id => memory.checkVatId!(id) }),
    'asks nothing for whoever has aborted',
  ],
]
