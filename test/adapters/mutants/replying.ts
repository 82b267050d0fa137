import { AdapterFault } from '../../../src/adapter/fault.js'
import { longestText } from '../../../src/request/check.js'
import { newRequestKey } from '../../../src/request/key.js'
import type { Entry } from '../../../src/index.js'
import type { FoundOut, Mutant } from '../../support/kit.js'
import { kept, saying, swallowing, telling, type Replies } from './ways.js'

const worded = (other: (text: string) => string): Mutant =>
  saying(message => (message.text === undefined ? message : { ...message, text: other(message.text) }))

const anotherKey =
  (reply: Replies): Replies =>
  (id, message, write) =>
    reply(id, message, { ...write, key: newRequestKey() })

const once = 'tells a reply once, in a new version'
const exactly = 'keeps a reply as it was written, character by character'
const longest = 'keeps the longest reply whole, and nothing of a longer one'
const perKey = 'says once what is sent twice under one key'
const conflicts = 'refuses one key for another reply'

/** Adapters that take words wrongly. */
export const replying: readonly FoundOut[] = [
  ['says a reply twice', telling(doubled), once],
  ['says the customer’s words as an engineer’s', telling(asEngineers), once],
  [
    'keeps its version when somebody replied',
    memory => ({
      get: async (id, known, call) => {
        const found = await memory.get(id, undefined, call)
        return known === '1' ? null : found && { ...found, version: '1' }
      },
    }),
    once,
  ],
  ['puts letters and their marks together', worded(text => text.normalize('NFC')), exactly],
  ['loses what stands above U+FFFF', worded(text => text.replace(/[\u{10000}-\u{10ffff}]/gu, '?')), exactly],
  ['takes out what turns the direction', worded(text => text.replace(/\p{Bidi_Control}/gu, '')), exactly],
  ['writes markup as entities', worded(text => text.replaceAll('<', '&lt;')), exactly],
  ['joins blanks', worded(text => text.replace(/[ \t]+/g, ' ')), exactly],
  ['ends lines as Windows does', worded(text => text.replaceAll('\n', '\r\n')), exactly],
  ['cuts a long reply off', worded(text => text.slice(0, 16_384)), longest],
  ['takes too long a reply for the part that fits', worded(text => text.slice(0, longestText)), longest],
  [
    'refuses too long a reply without saying what is wrong',
    memory => ({
      async reply(id, message, write) {
        if ((message.text?.length ?? 0) > longestText) throw new AdapterFault('invalid')
        return memory.reply(id, message, write)
      },
    }),
    longest,
  ],
  [
    'takes an empty reply, and says nothing',
    memory => ({
      reply: (id, message, write) =>
        message.text?.trim() === '' ? kept() : memory.reply(id, message, write),
    }),
    longest,
  ],
  [
    'makes a message each time',
    memory => ({ reply: (...args) => anotherKey(memory.reply)(...args) }),
    perKey,
  ],
  [
    'makes two messages of what comes twice at once',
    memory => {
      const running = new Set<string>()
      return {
        async reply(id, message, write) {
          const key = running.has(write.key) ? newRequestKey() : write.key
          running.add(write.key)
          const answer = await memory.reply(id, message, { ...write, key })
          running.delete(write.key)
          return answer
        },
      }
    },
    perKey,
  ],
  [
    'holds a second try to the version that the first has changed',
    memory => ({
      async reply(id, message, write) {
        const now = await memory.get(id)
        if (write.ifVersion !== undefined && now?.version !== write.ifVersion)
          throw new AdapterFault('conflict')
        return memory.reply(id, message, write)
      },
    }),
    perKey,
  ],
  ['takes another message under a key for the first', swallowing('conflict', () => kept), conflicts],
  [
    'has keys of its own for each ticket',
    memory => ({
      reply: (id, message, write) => memory.reply(id, message, { ...write, key: `${write.key}-${id}` }),
    }),
    conflicts,
  ],
  ['says another message under a key of its own', swallowing('conflict', anotherKey), conflicts],
  [
    'does not look which version was replied to',
    memory => ({ reply: (id, message, { ifVersion: _, ...write }) => memory.reply(id, message, write) }),
    'takes no reply to an older version, where it locks',
  ],
  [
    'takes a stranger’s reply for the customer’s',
    (memory, other) => ({
      reply: (id, message, write) =>
        memory.reply(id, message, write).catch(() => other.reply(id, message, write)),
    }),
    'takes no reply of a stranger, and tells them nothing by that',
  ],
  [
    'says of another’s ticket that it is there',
    (memory, other) => ({
      async reply(id, message, write) {
        if (await other.get(id).catch(() => null)) throw new AdapterFault('forbidden')
        return memory.reply(id, message, write)
      },
    }),
    'takes no reply of a stranger, and tells them nothing by that',
  ],
  [
    'says what was aborted',
    memory => ({
      async reply(id, message, { signal, ...write }) {
        const answer = await memory.reply(id, message, write)
        signal?.throwIfAborted()
        return answer
      },
    }),
    'keeps nothing of a reply that was aborted',
  ],
  [
    'fails by its own error where a reply is aborted',
    memory => ({
      async reply(id, message, write) {
        if (write.signal?.aborted) throw new AdapterFault('unavailable')
        return memory.reply(id, message, write)
      },
    }),
    'keeps nothing of a reply that was aborted',
  ],
  [
    'says that it takes no replies, and takes them',
    memory => ({
      async reply(id, message, write) {
        await memory.reply(id, message, write).catch(() => undefined)
        throw new AdapterFault('unsupported')
      },
    }),
    'refuses what it can’t do, by a code',
  ],
]

function doubled(entries: readonly Entry[]): readonly Entry[] {
  return entries.flatMap(entry =>
    isLater(entry) ? [entry, { ...entry, id: `${entry.id}-2`, seq: entry.seq + 1_000 }] : [entry],
  )
}

function asEngineers(entries: readonly Entry[]): readonly Entry[] {
  return entries.map(entry => (isLater(entry) ? { ...entry, by: 'engineer' } : entry))
}

/** Words that came after the request. */
function isLater({ seq, fact }: Entry): boolean {
  return seq > 1 && fact.kind === 'message'
}
