import { expect } from 'chai'
import type { InterventionAdapter } from '../../../src/adapter/adapter.js'
import { testAdapter, type ConformanceSubject } from '../../../src/adapter/conformance.js'
import { AdapterFault } from '../../../src/adapter/fault.js'
import { memoryAdapter, type MemoryAdapter, type MemoryOptions } from '../../../src/adapter/memory.js'
import { testAccount } from '../../../src/adapter/memory-context.js'
import { quoteDigest, quoteExtras, type BindingQuote, type Quote } from '../../../src/index.js'
import { bridgeFor, restOn } from '../../support/wired.js'

const stranger = { ...testAccount, id: 'C-30999', name: 'Jan Nowak' }

/** A system that can do all that there is to be tested. */
const everything: MemoryOptions = {
  context: {
    prices: {
      currency: 'EUR',
      prices: {
        'performance-tuning': { kind: 'per-unit', net: '89', unit: 'hour', estimateMinutes: 90 },
        'malware-removal': { kind: 'fixed', net: '149.90' },
        'data-recovery': { kind: 'on-request' },
      },
    },
    tax: { seller: 'PL', table: 'dated', oss: true },
  },
  quotes: true,
  vatIds: { PL1234563218: 'valid' },
}

function memorySubject(): ConformanceSubject {
  const memory = memoryAdapter(everything)
  return { adapter: memory, stranger: memory.as(stranger) }
}

describe('the memory adapter is', () => {
  testAdapter(memorySubject, { describe, it })
})

describe('REST and the bridge on the memory adapter are', () => {
  const make = () => {
    const memory = memoryAdapter(everything)
    return {
      adapter: restOn(bridgeFor(memory, testAccount.id)),
      stranger: restOn(bridgeFor(memory.as(stranger), stranger.id)),
    }
  }
  testAdapter(make, { describe, it })
})

describe('REST and the bridge on a system that can do little are', () => {
  const make = () => {
    const little = { retries: { submit: 'unsafe', reply: 'unsafe' }, files: null, sealed: null } as const
    const { find: _, ...memory } = memoryAdapter({ capabilities: little })
    return { adapter: restOn(bridgeFor(memory, testAccount.id)) }
  }
  testAdapter(make, { describe, it })
})

/** Names of the kit's tests that fail for an adapter. */
async function failures(make: () => ConformanceSubject): Promise<readonly string[]> {
  const tests: { name: string; body: () => Promise<void> }[] = []
  testAdapter(make, {
    describe: (_, body) => body(),
    it: (name, body) => tests.push({ name, body }),
  })
  const failed: string[] = []
  for (const { name, body } of tests) {
    try {
      await body()
    } catch {
      failed.push(name)
    }
  }
  return failed
}

/** A copy of the memory adapter with one thing broken. */
type Mutant = (memory: MemoryAdapter, stranger: MemoryAdapter) => Partial<InterventionAdapter>

const standing = 'stands by a price that adds up, where it can quote'

async function binding(quote: Quote): Promise<BindingQuote> {
  return { quote, id: 'Q-1', validUntil: Date.now() + 1_000_000, digest: await quoteDigest(quote) }
}

const mutants: readonly [string, Mutant, string][] = [
  [
    'makes a ticket each time',
    memory => {
      const keys = new Set<string>()
      return {
        async submit(filing, write) {
          // A second ticket under another account's key, told as if it were a fresh one.
          const filed = await memory.submit(filing, write)
          if (!keys.has(write.key)) {
            keys.add(write.key)
            return filed
          }
          return { ...filed, intervention: { ...filed.intervention, id: 'twice', number: 'twice' } }
        },
      }
    },
    'makes one ticket of one key, sent twice',
  ],
  [
    'takes another request under the same key for the first',
    memory => {
      const first = new Map<string, Parameters<InterventionAdapter['submit']>[0]>()
      return {
        submit(filing, write) {
          const known = first.get(write.key) ?? filing
          first.set(write.key, known)
          return memory.submit(known, write)
        },
      }
    },
    'refuses one key for another request',
  ],
  [
    'answers two submits at once with two tickets',
    memory => {
      let running = 0
      return {
        async submit(filing, write) {
          running += 1
          const filed = await memory.submit(filing, write)
          const number = running > 1 ? `${filed.intervention.number}-${running}` : filed.intervention.number
          running -= 1
          return { ...filed, intervention: { ...filed.intervention, number } }
        },
      }
    },
    'makes one ticket of one key, sent twice at once',
  ],
  [
    'tells null for what was never filed',
    () => ({ get: async () => null }),
    'says of an id that nobody has that it is not there',
  ],
  [
    'answers the whole request each time, changed or not',
    memory => ({ get: (id, _known, call) => memory.get(id, undefined, call) }),
    'tells that nothing changed since a version',
  ],
  [
    'forgets the last word of the text',
    memory => ({
      async entries(id, after, call) {
        const page = await memory.entries(id, after, call)
        return {
          ...page,
          items: page.items.map(entry =>
            'text' in entry.fact
              ? { ...entry, fact: { ...entry.fact, text: entry.fact.text.slice(0, -20) } }
              : entry,
          ),
        }
      },
    }),
    'tells of a new request what was sent, wherever it is asked',
  ],
  [
    'drops the authorization and does not say so',
    memory => ({
      async entries(id, after, call) {
        const page = await memory.entries(id, after, call)
        return { ...page, items: page.items.filter(({ fact }) => fact.kind !== 'authorization') }
      },
    }),
    'tells of a new request what was sent, wherever it is asked',
  ],
  [
    'tells the newest entry first',
    memory => ({
      async entries(id, after, call) {
        const page = await memory.entries(id, after, call)
        return { ...page, items: page.items.toReversed() }
      },
    }),
    'tells the history in order, and what came after an entry',
  ],
  [
    'tells the whole history each time',
    memory => ({ entries: (id, _after, call) => memory.entries(id, undefined, call) }),
    'tells the history in order, and what came after an entry',
  ],
  [
    'tells the oldest request first',
    memory => ({
      async list(query, call) {
        const page = await memory.list({ open: query.open ?? false }, call)
        return { items: page.items.toReversed() }
      },
    }),
    'tells the list newest first, page by page',
  ],
  [
    'tells the first page for ever',
    memory => ({ list: ({ cursor: _, ...query }, call) => memory.list(query, call) }),
    'tells the list newest first, page by page',
  ],
  [
    'breaks a byte of a file',
    memory => ({
      async open(file, call) {
        const bytes = new Uint8Array(await (await memory.open(file, call)).arrayBuffer())
        bytes[69_000] = (bytes[69_000]! + 1) % 256
        return new Blob([bytes])
      },
    }),
    'keeps files as they were',
  ],
  [
    'shows everybody everything',
    (_memory, other) => ({
      get: (id, known, call) => other.get(id, known, call),
    }),
    'shows a customer nothing of another one',
  ],
  [
    'opens everybody’s files for everybody',
    (_memory, other) => ({ open: (file, call) => other.open(file, call) }),
    'shows a customer nothing of another one',
  ],
  [
    'finds everybody’s requests for everybody',
    (_memory, other) => ({ find: (key, call) => other.find(key, call) }),
    'shows a customer nothing of another one',
  ],
  [
    'does not listen to whoever aborts',
    memory => ({ context: () => memory.context() }),
    'rejects with the reason of whoever aborts',
  ],
  [
    'files the request of whoever has aborted',
    memory => ({
      async submit(filing, { signal, ...write }) {
        const filed = await memory.submit(filing, write)
        signal?.throwIfAborted()
        return filed
      },
    }),
    'rejects with the reason of whoever aborts',
  ],
  [
    'throws errors of its own',
    memory => ({
      async get(id, known, call) {
        try {
          return await memory.get(id, known, call)
        } catch (error) {
          if (error instanceof AdapterFault) throw new Error('404')
          throw error
        }
      },
    }),
    'says of an id that nobody has that it is not there',
  ],
  [
    'says yes to a reply that it does not keep',
    () => ({ reply: async () => ({ unstored: [] }) }),
    'refuses what it can’t do, by a code',
  ],
  [
    'tells a clock in words',
    memory => ({
      async context(call) {
        const context: object = { ...(await memory.context(call)), now: '2026-03-01' }
        return JSON.parse(JSON.stringify(context))
      },
    }),
    'tells a context and capabilities that can be understood',
  ],
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
  [
    'finds nothing by its key',
    () => ({ find: async () => null }),
    'finds a request by its key, where it can look one up',
  ],
]

describe('the kit finds out an adapter that', () => {
  for (const [what, mutate, caughtBy] of mutants) {
    it(what, async () => {
      const failed = await failures(() => {
        const memory = memoryAdapter(everything)
        const other = memory.as(stranger)
        return {
          adapter: { ...memory, ...mutate(memory, other) },
          stranger: { ...other, ...mutate(other, memory) },
        }
      })
      expect(failed).to.include(caughtBy)
    })
  }
})
