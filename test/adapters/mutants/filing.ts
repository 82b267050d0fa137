import type { InterventionAdapter } from '../../../src/adapter/adapter.js'
import { AdapterFault } from '../../../src/adapter/fault.js'
import type { FoundOut } from '../../support/kit.js'

/** Adapters that file, tell and list wrongly. */
export const filing: readonly FoundOut[] = [
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
    'finds nothing by its key',
    () => ({ find: async () => null }),
    'finds a request by its key, where it can look one up',
  ],
]
