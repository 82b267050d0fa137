import type { Entry } from './intervention.js'

/** Numbers are missing between two entries. */
export interface Gap {
  /** The id of the entry before it: from there to ask again. */
  readonly after: string
  /** The `seq` of that entry, and of the one behind the gap. */
  readonly from: number
  readonly to: number
}

/** A ticket's entries as far as they are known: ordered by `seq`, each id once, in its highest revision. */
export interface Timeline {
  readonly entries: readonly Entry[]
  /**
   * What may have been missed, in order. Ask once for the entries after the first of them, and merge the answer as such:
   * what is missing still is no gap, but how the system counts.
   */
  readonly gaps: readonly Gap[]
}

/** What came of a merge. */
export interface Merged {
  readonly timeline: Timeline
  /** The new entries, where all follow what was there; `null` where something before them changed: read the whole anew. */
  readonly appended: readonly Entry[] | null
}

/** No entry is known yet. */
export const noEntries: Timeline = { entries: [], gaps: [] }

/**
 * Takes in entries in whatever order, as often as they come; what is known in this revision or a higher one changes
 * nothing. No clock is asked.
 *
 * @param askedAfter - The id of the entry after which these were asked for because of a gap: they answer it.
 */
export function merge(timeline: Timeline, incoming: readonly Entry[], askedAfter?: string): Merged {
  const news = newsIn(timeline, incoming)
  const last = timeline.entries.at(-1)
  const follows = last === undefined || news.entries.every(entry => byOrder(last, entry) < 0)
  const grown =
    news.replaced.size === 0 && follows ? appendedTo(timeline, news.entries) : rebuilt(timeline, news)
  const answered = askedAfter === undefined ? undefined : gapsAnswered(timeline, incoming, askedAfter)
  return answered === undefined || answered.length === 0
    ? grown
    : { ...grown, timeline: { ...grown.timeline, gaps: without(grown.timeline.gaps, answered) } }
}

interface News {
  /** New or revised, in order. */
  readonly entries: readonly Entry[]
  /** The ids of those that were known in a lower revision. */
  readonly replaced: ReadonlySet<string>
}

function newsIn({ entries }: Timeline, incoming: readonly Entry[]): News {
  const latest = new Map<string, Entry>()
  for (const entry of incoming) {
    const other = latest.get(entry.id)
    if (other === undefined || other.rev < entry.rev) latest.set(entry.id, entry)
  }
  const replaced = new Set<string>()
  for (const { id, rev } of entries) {
    const entry = latest.get(id)
    if (entry === undefined) continue
    if (entry.rev > rev) replaced.add(id)
    else latest.delete(id)
  }
  return { entries: [...latest.values()].sort(byOrder), replaced }
}

function appendedTo(timeline: Timeline, appended: readonly Entry[]): Merged {
  if (appended.length === 0) return { timeline, appended }
  const { entries, gaps } = timeline
  return {
    timeline: {
      entries: [...entries, ...appended],
      gaps: [...gaps, ...gapsIn([...entries.slice(-1), ...appended])],
    },
    appended,
  }
}

/** A gap that was there before is one still, or was answered; only where the neighbours are new it is a new one. */
function rebuilt(timeline: Timeline, news: News): Merged {
  const kept = timeline.entries.filter(({ id }) => !news.replaced.has(id))
  const entries = [...kept, ...news.entries].sort(byOrder)
  const known = new Set(gapsIn(timeline.entries).map(keyOf))
  const open = new Set(timeline.gaps.map(keyOf))
  const gaps = gapsIn(entries).filter(gap => open.has(keyOf(gap)) || !known.has(keyOf(gap)))
  return { timeline: { entries, gaps }, appended: null }
}

function gapsIn(entries: readonly Entry[]): readonly Gap[] {
  return entries.flatMap(({ seq: to }, index) => {
    const before = entries[index - 1]
    return before === undefined || to - before.seq <= 1 ? [] : [{ after: before.id, from: before.seq, to }]
  })
}

/** Of the gaps that were known when it was asked, those that the answer spans; the one it was asked for in any case. */
function gapsAnswered({ gaps }: Timeline, incoming: readonly Entry[], askedAfter: string): readonly Gap[] {
  const asked = gaps.find(({ after }) => after === askedAfter)
  if (asked === undefined) return []
  const until = incoming.reduce((most, { seq }) => Math.max(most, seq), asked.to)
  return gaps.filter(({ from, to }) => from >= asked.from && to <= until)
}

function without(gaps: readonly Gap[], answered: readonly Gap[]): readonly Gap[] {
  const keys = new Set(answered.map(keyOf))
  return gaps.filter(gap => !keys.has(keyOf(gap)))
}

function keyOf({ from, to }: Gap): string {
  return `${from}-${to}`
}

/** By `seq`; should two share one, by id, so that the order never depends on which came first. */
function byOrder(one: Entry, other: Entry): number {
  if (one.seq !== other.seq) return one.seq - other.seq
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0
}
