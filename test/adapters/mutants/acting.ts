import type { InterventionAdapter, Message } from '../../../src/adapter/adapter.js'
import { AdapterFault } from '../../../src/adapter/fault.js'
import type { FoundOut, Mutant } from '../../support/kit.js'
import { showing, telling } from './ways.js'

const offered = 'does nothing that a ticket doesn’t offer'
const withdrawn = 'withdraws access, and says destroyed of nothing that is kept'
const cancelled = 'calls a request off'
const narrowed = 'narrows an authorization, and never widens it'
const approved = 'takes an approval of the price that was offered, and of no other'

/** Does what is asked for by an intent otherwise. */
const doing =
  (
    intent: Message['intent'],
    instead: (...args: Parameters<InterventionAdapter['reply']>) => unknown,
  ): Mutant =>
  memory => ({
    async reply(id, message, write) {
      if (message.intent !== intent) return memory.reply(id, message, write)
      await instead(id, message, write)
      return { unstored: [] }
    },
  })

/** Adapters that do wrongly what a reply asks for. */
export const acting: readonly FoundOut[] = [
  [
    'takes words for what isn’t offered',
    memory => ({
      reply: (id, { intent, ...message }, write) =>
        memory.reply(id, intent === 'reopen' ? message : { ...message, ...(intent && { intent }) }, write),
    }),
    offered,
  ],
  ['says yes to what isn’t offered', doing('check-off', () => undefined), offered],
  [
    'refuses what isn’t offered by another code',
    doing('approve-quote', () => Promise.reject(new AdapterFault('not-found'))),
    offered,
  ],
  ['withdraws nothing', doing('withdraw-access', () => undefined), withdrawn],
  [
    'goes on saying that access is there',
    showing(({ access, ...now }) => ({ ...now, ...(access && { access: { ...access, event: 'opened' } }) })),
    withdrawn,
  ],
  [
    'offers what was withdrawn',
    showing(now => ({ ...now, actions: [...now.actions, 'withdraw-access'] })),
    withdrawn,
  ],
  ['calls nothing off', doing('cancel', () => undefined), cancelled],
  [
    'lists what was called off as open',
    memory => ({ list: (query, call) => memory.list({ ...query, open: false }, call) }),
    cancelled,
  ],
  [
    'keeps no narrower authorization',
    telling(entries => entries.filter(({ seq, fact }) => fact.kind !== 'authorization' || seq <= 2)),
    narrowed,
  ],
  ['narrows nothing', doing('narrow-authorization', () => undefined), narrowed],
  [
    'widens an authorization without looking',
    memory => ({
      async reply(id, message, write) {
        const { authorization } = message
        const isWider = authorization?.record.window !== '24h'
        if (!authorization || !isWider) return memory.reply(id, message, write)
        memory.staff.say(id, { kind: 'authorization', record: authorization }, 'customer')
        return { unstored: [] }
      },
    }),
    narrowed,
  ],
  [
    'lets nobody approve',
    showing(now => ({ ...now, actions: now.actions.filter(action => action !== 'approve-quote') })),
    approved,
  ],
  [
    'takes any digest for the price that was offered',
    memory => ({
      async reply(id, message, write) {
        const { items } = await memory.entries(id).catch(() => ({ items: [] }))
        const price = items.map(({ fact }) => fact).findLast(fact => fact.kind === 'quote')
        const { quoteDigest } = message
        const any = quoteDigest === undefined || !price ? {} : { quoteDigest: price.digest }
        return memory.reply(id, { ...message, ...any }, write)
      },
    }),
    approved,
  ],
  [
    'approves each time',
    memory => ({
      async reply(id, message, write) {
        try {
          return await memory.reply(id, message, write)
        } catch (error) {
          const { items } = await memory.entries(id).catch(() => ({ items: [] }))
          const price = items.map(({ fact }) => fact).findLast(fact => fact.kind === 'quote')
          if (price?.state !== 'approved') throw error
          memory.staff.say(id, price, 'customer')
          return { unstored: [] }
        }
      },
    }),
    approved,
  ],
]

const destroyed = showing(({ access, ...now }) => ({
  ...now,
  ...(access && { access: { ...access, event: access.event === 'kept' ? 'destroyed' : access.event } }),
}))

/** Adapters that say what isn’t so of a system that can’t erase. */
export const keeping: readonly FoundOut[] = [['says destroyed of what it keeps', destroyed, withdrawn]]
