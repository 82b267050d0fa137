import {
  actionsOf,
  AdapterFault,
  standingOf,
  type Capabilities,
  type Entry,
  type Fact,
  type FileRef,
  type Intervention,
  type InterventionAdapter,
  type ServicePolicy,
} from '../../src/index.js'
import { factsOf, followUps } from '../../src/bridge.js'
import { memoryAdapter, testCapabilities } from '../../src/testing.js'
import { nordhost } from '../policy.js'

/** Something that happened, so many minutes after the request was filed. */
export type Happening = readonly [minutes: number, by: Entry['by'], fact: Fact]

/** A ticket that a story tells, and what the adapter is otherwise like. */
export interface Told {
  readonly happenings: readonly Happening[]
  /** How many minutes ago it was filed. */
  readonly minutesAgo: number
  /** What an engineer writes from now on, one every so many milliseconds. */
  readonly goesOn?: { readonly every: number; readonly fact: (index: number) => Fact }
  readonly capabilities?: Partial<Capabilities>
  readonly change?: Partial<InterventionAdapter>
}

const policy: ServicePolicy = nordhost

/** How many entries are told at once. */
const pageSize = 500

/** An adapter with one ticket, `48210`: what happened is told, and a reply goes on it as a backend would have it. */
export function toldTicket({
  happenings,
  minutesAgo,
  goesOn,
  capabilities,
  change,
}: Told): InterventionAdapter {
  const shownAt = Date.now()
  const openedAt = shownAt - minutesAgo * 60_000
  const entries: Entry[] = []
  const files = new Map<string, File>()
  const listeners = new Set<(version: string) => void>()
  const add = (at: number, by: Entry['by'], fact: Fact): void => {
    const seq = entries.length + 1
    entries.push({ id: `48210-${seq}`, seq, rev: 0, at, by, fact })
  }
  for (const [minutes, by, fact] of happenings) add(openedAt + minutes * 60_000, by, fact)
  let written = 0
  /** Whoever asks is told what was due by then: nothing runs while nobody looks. */
  const goOn = (): void => {
    const due = goesOn ? Math.floor((Date.now() - shownAt) / goesOn.every) : 0
    for (; goesOn && written < due; written += 1)
      add(shownAt + (written + 1) * goesOn.every, 'engineer', goesOn.fact(written))
  }
  const intervention = (): Intervention => {
    const standing = standingOf(entries, policy)
    const { current } = standing.access
    return {
      id: '48210',
      number: '48210',
      version: String(entries.length),
      phase: standing.phase,
      ...(standing.stage !== null && { stage: standing.stage }),
      server: { kind: 'ip', value: '203.0.113.24' },
      openedAt,
      changedAt: entries.at(-1)?.at ?? openedAt,
      now: Date.now(),
      actions: actionsOf(standing, policy),
      ...(current && { access: current }),
    }
  }
  const base = memoryAdapter({ context: { policy }, quotes: true })
  return {
    ...base,
    capabilities: { ...testCapabilities, pollEveryMs: 1_000, ...capabilities },
    get: (_id, known) => {
      goOn()
      const now = intervention()
      return Promise.resolve(now.version === known ? null : now)
    },
    entries(_id, after) {
      const start = after === undefined ? 0 : entries.findIndex(({ id }) => id === after) + 1
      const items = entries.slice(start, start + pageSize)
      const cursor = start + pageSize < entries.length ? items.at(-1)?.id : undefined
      return Promise.resolve({ items, ...(cursor !== undefined && { cursor }) })
    },
    reply(_id, message) {
      const standing = standingOf(entries, policy)
      const sent = (message.files ?? []).map(
        (file, index) => [`file-${String(files.size + index + 1)}`, file] as const,
      )
      const refs = sent.map(([id, { name, type, size }]): FileRef => ({ id, name, type, bytes: size }))
      const said = factsOf({ ...message, files: refs }, standing, policy)
      if (!said.ok) return Promise.reject(new Error('not in order'))
      for (const [id, file] of sent) files.set(id, file)
      for (const fact of said.value) {
        add(Date.now(), 'customer', fact)
        for (const more of followUps(fact, standingOf(entries, policy), { erasable: true, policy }))
          add(Date.now(), 'system', more)
      }
      for (const told of listeners) told(String(entries.length))
      return Promise.resolve({ unstored: [] })
    },
    open: ({ id }) => {
      const file = files.get(id)
      return file ? Promise.resolve(file) : Promise.reject(new AdapterFault('not-found'))
    },
    watch(_id, changed, { signal }) {
      listeners.add(changed)
      signal.addEventListener('abort', () => listeners.delete(changed))
    },
    ...change,
  }
}
