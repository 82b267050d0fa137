import type { InterventionAdapter } from '../../src/adapter/adapter.js'
import { testAdapter } from '../../src/adapter/conformance.js'
import type { ConformanceStaff, ConformanceSubject } from '../../src/adapter/conformance-subject.js'
import { memoryAdapter, type MemoryAdapter, type MemoryOptions } from '../../src/adapter/memory.js'
import { testAccount } from '../../src/adapter/memory-context.js'
import { quoteDigest, quoteExtras, type Fact } from '../../src/index.js'

/** A customer of another account. */
export const stranger = { ...testAccount, id: 'C-30999', name: 'Jan Nowak' }

/** A system that can do all that there is to be tested. */
export const everything: MemoryOptions = {
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

const question = (text: string): Fact => ({ kind: 'question', text, format: 'text', files: [] })

/** The support team of a memory adapter, as the kit wants it. */
export function staffOf({ staff }: MemoryAdapter): ConformanceStaff {
  return {
    ask: (id, text) => staff.say(id, question(text)),
    mend: (entryId, text) => staff.revise(entryId, question(text)),
    async offer(id) {
      const unitNet = { amount: '149.90', currency: 'EUR' }
      const lines = [{ extra: 'malware-removal', quantity: '1', unitNet }]
      const order = { lines, customer: { country: 'PL', kind: 'business' }, date: '2026-11-26' } as const
      const quote = quoteExtras(order, everything.context?.tax)
      staff.say(id, { kind: 'quote', quote, digest: await quoteDigest(quote), state: 'offered' })
    },
  }
}

/** A copy of the memory adapter with one thing broken; of the staff, which speaks behind it, too. */
export type Mutant = (memory: MemoryAdapter, other: MemoryAdapter) => Partial<InterventionAdapter>

/** What is broken, how, and the promise of the kit that is not kept then. */
export type FoundOut = readonly [what: string, mutant: Mutant, promise: string]

type Test = readonly [promise: string, body: () => Promise<void>]

/** The tests of the kit. */
function testsOn(make: () => ConformanceSubject): readonly Test[] {
  const tests: Test[] = []
  testAdapter(make, {
    describe: (_, body) => body(),
    it: (promise, body) => tests.push([promise, body]),
  })
  return tests
}

/** All that the kit holds an adapter to. */
export function promises(): readonly string[] {
  return testsOn(() => ({ adapter: memoryAdapter() })).map(([promise]) => promise)
}

/** Fails where the promise isn't kept. */
async function hold(promise: string, subject: ConformanceSubject): Promise<void> {
  const [test, ...more] = testsOn(() => subject).filter(([name]) => name === promise)
  if (!test || more.length > 0) throw new Error(`the kit has no such test, or two: ${promise}`)
  await test[1]()
}

/** Fails unless the test of its promise refuses it, which the same system without the fault passes. */
export async function isFoundOut([, mutate, promise]: FoundOut, options = everything): Promise<void> {
  const memory = memoryAdapter(options)
  const other = memory.as(stranger)
  const sound = { adapter: memory, stranger: other, staff: staffOf(memory), tellsWithin: 100 }
  await hold(promise, sound)
  const broken = {
    ...sound,
    adapter: { ...memory, ...mutate(memory, other) },
    stranger: { ...other, ...mutate(other, memory) },
  }
  const refusal = await hold(promise, broken).then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(refusal instanceof Error)) throw new Error(`not found out by “${promise}”`)
}
