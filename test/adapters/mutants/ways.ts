import type { InterventionAdapter, Message } from '../../../src/adapter/adapter.js'
import { AdapterFault } from '../../../src/adapter/fault.js'
import type { Entry, Fact, Intervention } from '../../../src/index.js'
import type { Mutant } from '../../support/kit.js'

/** How an adapter replies. */
export type Replies = InterventionAdapter['reply']

/** Says another message than the one that was sent. */
export const saying =
  (other: (message: Message) => Message): Mutant =>
  memory => ({ reply: (id, message, write) => memory.reply(id, other(message), write) })

/** Tells another history than there is; `after` is what was asked for. */
export const telling =
  (other: (entries: readonly Entry[], after: string | undefined) => readonly Entry[]): Mutant =>
  memory => ({
    async entries(id, after, call) {
      const page = await memory.entries(id, after, call)
      return { ...page, items: other(page.items, after) }
    },
  })

/** Tells other facts than there are. */
export const factual = (other: (fact: Fact) => Fact): Mutant =>
  telling(entries => entries.map(entry => ({ ...entry, fact: other(entry.fact) })))

/** Takes what the system behind refuses by this code. */
export const swallowing =
  (code: AdapterFault['code'], instead: (reply: Replies) => Replies): Mutant =>
  memory => ({
    async reply(id, message, write) {
      try {
        return await memory.reply(id, message, write)
      } catch (error) {
        if (!(error instanceof AdapterFault) || error.code !== code) throw error
        return instead(memory.reply)(id, message, write)
      }
    },
  })

/** Says yes, and does nothing. */
export async function kept(): ReturnType<Replies> {
  return { unstored: [] }
}

/** Tells a ticket otherwise than it stands. */
export const showing =
  (other: (now: Intervention) => Intervention): Mutant =>
  memory => ({
    async get(id, known, call) {
      const now = await memory.get(id, known, call)
      return now && other(now)
    },
  })
