import canonicalize from 'canonicalize'
import type { Filing } from '../request/filing.js'
import type { Entry, Fact, Intervention } from '../tracking/intervention.js'
import type { InterventionAdapter } from './adapter.js'
import { answerOf } from './answer.js'
import * as wire from './wire.js'

/** Everything but the clock, which goes on between two answers. */
export function timeless(intervention: Intervention | null | undefined): unknown {
  return intervention ? { ...intervention, now: 0 } : intervention
}

/** What a customer and support call it, and the system. */
export function numbersOf({ id, number }: Intervention): unknown {
  return { id, number }
}

/** The ids, in their order. */
export function idsOf(items: readonly { readonly id: string }[]): readonly string[] {
  return items.map(({ id }) => id)
}

/** Is it this one? */
export function isThe({ id }: Intervention): (other: Intervention) => boolean {
  return other => other.id === id
}

/** Is this the entry that tells of sealed access? */
export function isSealing(fact: Fact): boolean {
  return fact.kind === 'access' && fact.event === 'sealed'
}

/** Is this the entry that holds the whole authorization? */
export function isRecord(authorization: unknown): (fact: Fact) => boolean {
  const expected = canonicalize(authorization)
  return fact => fact.kind === 'authorization' && canonicalize(fact.record) === expected
}

/** Is this the message that tells what was asked for? A system may write it itself, and mark each of the lines. */
export function tellsWordsOf({ server, problem, action }: Filing): (fact: Fact) => boolean {
  const lines = [server.value, ...problem.split('\n'), ...action.split('\n')]
  return fact => fact.kind === 'message' && lines.every(line => fact.text.includes(line))
}

/** All pages; each goes on after the last entry of the one before. */
export async function allEntries(
  adapter: InterventionAdapter,
  id: string,
  after?: string,
): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  for (let from = after, pages = 0; pages < 100; pages += 1) {
    const page = answerOf(wire.entryPage, await adapter.entries(id, from))
    entries.push(...page.items)
    const last = page.items.at(-1)
    if (page.cursor === undefined || !last) break
    from = last.id
  }
  return entries
}

/** An adapter over HTTP has `find` even where the system behind has none. */
export async function foundOr<T>(found: Promise<T>): Promise<T | 'unsupported'> {
  try {
    return await found
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'unsupported') return 'unsupported'
    throw error
  }
}
