import type { Phase, ServicePolicy } from '../policy/policy.js'
import { followUps } from '../tracking/follow-ups.js'
import type { Entry, Fact } from '../tracking/intervention.js'
import { advance, standingOf } from '../tracking/standing-of.js'
import type { Standing } from '../tracking/standing.js'
import type { Said } from './filed-facts.js'

/** A history that is written down from the beginning. */
export interface TicketBook {
  readonly entries: readonly Entry[]
  /** Where the ticket stands by what is written so far. */
  readonly standing: () => Standing
  /** What was said at once, and what follows of it; `of` begins the entries' ids. */
  readonly write: (of: string, at: number, said: readonly Said[]) => void
}

/** An empty one. What `revised` holds is told as revised once. */
export function ticketBook(
  policy: ServicePolicy,
  revised: ReadonlyMap<string, number> = new Map(),
): TicketBook {
  const entries: Entry[] = []
  let standing = standingOf([], policy)
  return {
    entries,
    standing: () => standing,
    write(of, at, said) {
      let count = 0
      const add = ([by, fact]: Said) => {
        const id = `${of}-${(count += 1)}`
        const rev = revised.has(id) ? 1 : 0
        const entry: Entry = { id, seq: entries.length + 1, rev, at, by, fact }
        entries.push(entry)
        standing = advance(standing, entry, policy)
      }
      for (const one of said) {
        add(one)
        // None of these systems forgets what it was told.
        for (const own of followUps(one[1], standing, { erasable: false, policy })) add(['system', own])
      }
    },
  }
}

/** The stage that a status stands for: the policy's of its name, or the phase's first. */
export function stageOf(phase: Phase, status: string, { stages }: ServicePolicy): Fact {
  const named = stages.find(({ id, phase: its }) => its === phase && id === status)
  return { kind: 'stage', stage: (named ?? stages.find(({ phase: its }) => its === phase))?.id ?? phase }
}
