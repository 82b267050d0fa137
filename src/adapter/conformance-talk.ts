import type { FieldKey } from '../request/field.js'
import type { Filing } from '../request/filing.js'
import { newRequestKey } from '../request/key.js'
import type { Entry, Intervention } from '../tracking/intervention.js'
import type { InterventionAdapter, Message, Write } from './adapter.js'
import { answerOf } from './answer.js'
import { holds, tellsTheSame } from './conformance-assert.js'
import { sampleFor } from './conformance-filing.js'
import { allEntries, foundOr } from './conformance-reading.js'
import * as wire from './wire.js'

/** An id that no system gives. */
export const nobodys = 'no-such-thing-7f3a'

/** A ticket of the kit's own, and what is said on it. */
export interface Talk {
  readonly id: string
  /** The request, as it was filed. */
  readonly filing: Filing
  /** Says it, under a key of its own where none is named; comes to what was not kept of it. */
  readonly say: (message: Message, write?: Partial<Write>) => Promise<readonly FieldKey[]>
  readonly now: () => Promise<Intervention>
  readonly entries: () => Promise<readonly Entry[]>
}

/** A fresh ticket, whether something can be said on it or not. */
export async function fileTicket(adapter: InterventionAdapter): Promise<Talk> {
  const { key, filing } = await sampleFor(adapter)
  const { id } = (await adapter.submit(filing, { key })).intervention
  return {
    id,
    filing,
    async say(message, write) {
      const answer = await adapter.reply(id, message, { key: newRequestKey(), ...write })
      return answerOf(wire.unstored, answer).unstored
    },
    async now() {
      const found = answerOf(wire.interventionOrNothing, await adapter.get(id))
      holds(found !== null, 'get without a version: answered null')
      return found
    },
    entries: () => allEntries(adapter, id),
  }
}

/** A fresh ticket that its customer may write on; nothing where the system takes no replies. */
export async function beginTalk(adapter: InterventionAdapter): Promise<Talk | undefined> {
  if (!(await takesReplies(adapter))) return undefined
  const talk = await fileTicket(adapter)
  const { actions } = await talk.now()
  return actions.includes('reply') ? talk : undefined
}

/** What it says to a reply to nothing tells whether it takes any. */
export async function takesReplies(adapter: InterventionAdapter): Promise<boolean> {
  try {
    const reply = adapter.reply(nobodys, { text: '?' }, { key: newRequestKey() })
    return (await foundOr(reply)) !== 'unsupported'
  } catch {
    // Refused for another reason: that, and by which code, is another test's.
    return true
  }
}

/** What the customer has written, message by message. */
export function wordsIn(entries: readonly Entry[]): readonly string[] {
  return entries.flatMap(({ by, fact }) => (by === 'customer' && fact.kind === 'message' ? [fact.text] : []))
}

/** How often the customer has written exactly this. */
export async function countOf(text: string, { entries }: Talk): Promise<number> {
  return wordsIn(await entries()).filter(word => word === text).length
}

/** The ticket afterwards is the one of before. */
export async function leavesNothing(
  of: string,
  { entries, now }: Talk,
  work: () => Promise<unknown>,
): Promise<void> {
  const state = async () => ({ version: (await now()).version, history: await entries() })
  const before = await state()
  await work()
  const after = await state()
  const added = after.history.slice(before.history.length).map(({ fact }) => fact.kind)
  tellsTheSame(added, [], `what ${of} has left on the ticket`)
  tellsTheSame(after, before, `the ticket after ${of}`)
}
