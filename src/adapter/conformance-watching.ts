import type { Entry, Version } from '../tracking/intervention.js'
import type { InterventionAdapter } from './adapter.js'
import { ownClock, pause } from './clock.js'
import { holds, tellsTheSame } from './conformance-assert.js'
import { allEntries, idsOf } from './conformance-reading.js'
import type { Check, ConformanceSubject } from './conformance-subject.js'
import { beginTalk, nobodys, type Talk } from './conformance-talk.js'

/** Somebody who watches a ticket. */
interface Watcher {
  /** What they were told, in order. */
  readonly told: readonly Version[]
  /** Waits until they were told this version. */
  readonly hears: (version: Version) => Promise<boolean>
  readonly leave: () => void
}

function watcherOf(adapter: InterventionAdapter, id: string, patience: number): Watcher {
  const told: Version[] = []
  const control = new AbortController()
  let heard = new AbortController()
  adapter.watch?.(
    id,
    version => {
      told.push(version)
      heard.abort()
    },
    control,
  )
  return {
    told,
    async hears(version) {
      const late = ownClock.now() + patience
      while (!told.includes(version) && ownClock.now() < late) {
        heard = new AbortController()
        await pause(late - ownClock.now(), heard.signal, ownClock)
      }
      return told.includes(version)
    },
    leave: () => control.abort(),
  }
}

/** How long news may take; nothing where there is none to be expected. */
function patienceWith({ adapter, tellsWithin = 5_000 }: ConformanceSubject): number | undefined {
  return adapter.watch && tellsWithin !== 'never' ? tellsWithin : undefined
}

/** A ticket that the customer writes on while somebody watches it, and what is done with both. */
async function watched(
  subject: ConformanceSubject,
  hold: (talk: Talk, watcher: Watcher, patience: number) => Promise<void>,
): Promise<void> {
  const { adapter } = subject
  const patience = patienceWith(subject)
  const talk = patience !== undefined && (await beginTalk(adapter))
  if (!talk) return
  const watcher = watcherOf(adapter, talk.id, patience)
  try {
    await hold(talk, watcher, patience)
  } finally {
    watcher.leave()
  }
}

/** They are told the version that stands. */
async function isTold({ now }: Talk, { hears, told }: Watcher, of: string): Promise<void> {
  const { version } = await now()
  const others = told.length === 0 ? 'nothing' : `${told.length} other versions`
  holds(await hears(version), `watch: tells ${others} after ${of}, and not the version that get tells`)
}

function tellsOfEachChange(subject: ConformanceSubject): Promise<void> {
  return watched(subject, async (talk, watcher) => {
    for (const text of ['Jeden.', 'Dwa.']) {
      await talk.say({ text })
      await isTold(talk, watcher, 'a reply')
    }
    const { staff } = subject
    if (!staff) return
    await staff.ask(talk.id, 'Który dysk?')
    await isTold(talk, watcher, 'an engineer’s question')
    const { by, fact } = (await talk.entries()).findLast(entry => entry.fact.kind === 'question') ?? {}
    holds(by === 'engineer', 'entries: no question of an engineer’s')
    holds(fact?.kind === 'question' && fact.text === 'Który dysk?', 'entries: the question is another one')
  })
}

/** Asks for what follows after the last entry at each news, as the tracker does, and misses and repeats nothing. */
function losesNothing(subject: ConformanceSubject): Promise<void> {
  const { adapter } = subject
  return watched(subject, async (talk, watcher, patience) => {
    const read: Entry[] = [...(await talk.entries())]
    const readOn = async () => {
      read.push(...(await allEntries(adapter, talk.id, read.at(-1)?.id)))
    }
    for (const text of ['Jeden.', 'Dwa.']) {
      await talk.say({ text })
      await isTold(talk, watcher, 'a reply')
      await readOn()
    }
    watcher.leave()
    await talk.say({ text: 'Trzy.' })
    const again = watcherOf(adapter, talk.id, patience)
    try {
      await readOn()
      await talk.say({ text: 'Cztery.' })
      await isTold(talk, again, 'coming back')
      await readOn()
    } finally {
      again.leave()
    }
    const whole = await talk.entries()
    tellsTheSame(idsOf(read), idsOf(whole), 'the entries read one by one, beside the whole history')
    tellsTheSame(read, whole, 'the entries read one by one')
  })
}

function leavesWhoeverLeft(subject: ConformanceSubject): Promise<void> {
  const { adapter } = subject
  return watched(subject, async (talk, watcher, patience) => {
    const left = watcherOf(adapter, talk.id, patience)
    await talk.say({ text: 'Jeden.' })
    await isTold(talk, left, 'a reply')
    left.leave()
    const heard = left.told.length
    const late: Version[] = []
    adapter.watch?.(talk.id, version => late.push(version), { signal: AbortSignal.abort() })
    await talk.say({ text: 'Dwa.' })
    await isTold(talk, watcher, 'a reply')
    tellsTheSame(left.told.slice(heard), [], 'what is told to whoever has turned away')
    tellsTheSame(late, [], 'what is told to whoever had turned away before')
  })
}

function tellsStrangersNothing(subject: ConformanceSubject): Promise<void> {
  const { adapter, stranger } = subject
  return watched(subject, async (talk, watcher, patience) => {
    const missing = watcherOf(adapter, nobodys, patience)
    const theirs = stranger && watcherOf(stranger, talk.id, patience)
    const versions: Version[] = []
    for (const text of ['Jeden.', 'Dwa.']) {
      await talk.say({ text })
      await isTold(talk, watcher, 'a reply')
      versions.push((await talk.now()).version)
    }
    missing.leave()
    theirs?.leave()
    // Whoever isn't let in may be told once, by a version of no ticket, to ask and learn why.
    const leaked = (theirs?.told ?? []).filter(version => versions.includes(version))
    tellsTheSame(leaked, [], 'the versions that a stranger is told')
    tellsTheSame(
      missing.told.filter(version => versions.includes(version)),
      [],
      'what is told of no ticket',
    )
  })
}

async function mends({ adapter, staff }: ConformanceSubject): Promise<void> {
  const talk = staff?.mend && (await beginTalk(adapter))
  if (!talk) return
  await staff.ask(talk.id, 'Który dysk?')
  const question = (await talk.entries()).findLast(({ fact }) => fact.kind === 'question')
  holds(question !== undefined, 'entries: no question of an engineer’s')
  await talk.say({ text: 'Pierwszy.' })
  const [last, { version }] = [(await talk.entries()).at(-1), await talk.now()]
  await staff.mend?.(question.id, 'Który z dysków?')
  holds(
    (await adapter.get(talk.id, version)) !== null,
    'get: still the same version after an entry was mended',
  )
  const [again, ...more] = await allEntries(adapter, talk.id, last?.id)
  holds(again !== undefined && more.length === 0, 'entries after the last: not the mended one, and it alone')
  const { fact: _, rev, ...same } = again
  const { fact: __, rev: before, ...expected } = question
  tellsTheSame(same, expected, 'the mended entry, but for its text')
  holds(rev > before, 'entries: a mended entry has no higher rev')
  const whole = (await talk.entries()).filter(({ id }) => id === question.id)
  tellsTheSame(whole, [again], 'the mended entry in the whole history')
}

/** What the contract promises of news, and of history that goes on. */
export const watching: readonly Check[] = [
  ['tells whoever watches of each change', tellsOfEachChange],
  ['loses and repeats nothing for whoever follows, leaves and comes back', losesNothing],
  ['tells nothing more to whoever has turned away', leavesWhoeverLeft],
  ['tells a stranger of no version, and fails for no id', tellsStrangersNothing],
  ['tells a mended entry again, with a higher rev', mends],
]
