import { AdapterFault } from '../../../src/adapter/fault.js'
import type { FoundOut, Mutant } from '../../support/kit.js'
import { telling } from './ways.js'

const told = 'tells whoever watches of each change'
const followed = 'loses and repeats nothing for whoever follows, leaves and comes back'
const left = 'tells nothing more to whoever has turned away'
const strangers = 'tells a stranger of no version, and fails for no id'
const mended = 'tells a mended entry again, with a higher rev'

/** Watches in another way, behind the one that the memory adapter has. */
const watched =
  (how: (changed: (version: string) => void) => (version: string) => void): Mutant =>
  memory => ({ watch: (id, changed, call) => memory.watch(id, how(changed), call) })

/** Adapters that bring news and history wrongly. */
export const watching: readonly FoundOut[] = [
  ['tells nobody anything', () => ({ watch: () => undefined }), told],
  [
    'tells the present version alone',
    watched(changed => {
      let isFirst = true
      return version => {
        if (isFirst) changed(version)
        isFirst = false
      }
    }),
    told,
  ],
  ['tells versions that no ticket has', watched(changed => version => changed(`v${version}`)), told],
  [
    'says nothing of what an engineer asks',
    memory => ({
      watch(id, changed, call) {
        const tellOfOwn = async (version: string) => {
          const { items } = await memory.entries(id)
          if (items.at(-1)?.by === 'customer') changed(version)
        }
        memory.watch(id, version => void tellOfOwn(version), call)
      },
    }),
    told,
  ],
  [
    'says an engineer’s words as the system’s',
    telling(entries => entries.map(entry => (entry.by === 'engineer' ? { ...entry, by: 'system' } : entry))),
    told,
  ],
  ['repeats the entry that was asked after', repeating(), followed],
  [
    'passes over the first entry after the one that was asked after',
    telling((entries, after) => (after === undefined ? entries : entries.slice(1))),
    followed,
  ],
  [
    'numbers its entries anew as they grow',
    memory => ({
      async entries(id, after, call) {
        const { items, ...page } = await memory.entries(id, undefined, call)
        const named = items.map((entry, index) => ({ ...entry, id: `e${items.length - index}` }))
        return { ...page, items: named.slice(named.findIndex(entry => entry.id === after) + 1) }
      },
    }),
    followed,
  ],
  [
    'tells whoever comes back of nothing',
    memory => {
      const heard = new Set<string>()
      return {
        watch(id, changed, call) {
          if (!heard.has(id)) memory.watch(id, changed, call)
          heard.add(id)
        },
      }
    },
    followed,
  ],
  [
    'tells whoever has left',
    memory => ({ watch: (id, changed) => memory.watch(id, changed, new AbortController()) }),
    left,
  ],
  [
    'tells the present version to whoever left before they came',
    memory => ({
      watch(id, changed, call) {
        if (call.signal.aborted) changed('1')
        else memory.watch(id, changed, call)
      },
    }),
    left,
  ],
  [
    'lets a stranger watch',
    (memory, other) => ({
      watch(id, changed, call) {
        memory.watch(id, changed, call)
        other.watch(id, changed, call)
      },
    }),
    strangers,
  ],
  [
    'throws for an id that nobody has',
    memory => ({
      watch(id, changed, call) {
        if (id.startsWith('no-such')) throw new AdapterFault('not-found')
        memory.watch(id, changed, call)
      },
    }),
    strangers,
  ],
  [
    'keeps its version when an entry was mended',
    memory => ({
      async get(id, known, call) {
        const { items } = await memory.entries(id)
        return items.some(({ rev }) => rev > 0) && known !== undefined ? null : memory.get(id, known, call)
      },
    }),
    mended,
  ],
  ['tells nothing of what was mended', telling(entries => entries.filter(({ rev }) => rev === 0)), mended],
  [
    'tells what was mended under the old rev',
    telling(entries => entries.map(entry => ({ ...entry, rev: 0 }))),
    mended,
  ],
  [
    'tells what was mended as a new entry',
    telling(entries => entries.map(entry => (entry.rev > 0 ? { ...entry, id: `${entry.id}-new` } : entry))),
    mended,
  ],
]

function repeating(): Mutant {
  return memory => ({
    async entries(id, after, call) {
      const { items, ...page } = await memory.entries(id, undefined, call)
      return {
        ...page,
        items: items.slice(
          Math.max(
            0,
            items.findIndex(entry => entry.id === after),
          ),
        ),
      }
    },
  })
}
