import { expect } from 'chai'
import fc from 'fast-check'
import {
  introserv,
  merge,
  noEntries,
  standingAfter,
  standingOf,
  type Entry,
  type Fact,
  type Timeline,
} from '../../../src/index.js'
import { comparable, otherStanding } from '../../support/other-standing.js'
import { sequences, toldOf } from '../../support/sequences.js'
import {
  access,
  asks,
  authorizes,
  cannotHave,
  checksOff,
  effort,
  method,
  minute,
  price,
  promise,
  says,
  stage,
  start,
  story,
  sums,
  working,
} from '../../support/story.js'

/** A fixed seed: the same ten thousand tickets every time. */
const seed = 20_261_126

const merged = (timeline: Timeline, ...parts: (readonly Entry[])[]) =>
  parts.reduce((before, part) => merge(before, part).timeline, timeline)

const entries = story(working)
const seqs = ({ entries }: Timeline) => entries.map(({ seq }) => seq)

/** A chance of one's own for a test: always the same. */
function shuffled<T>(items: readonly T[], turn: number): T[] {
  return items
    .map((item, index) => ({ item, key: Math.imul(index * 31 + turn * 17 + 7, 2_654_435_761) >>> 0 }))
    .sort((one, other) => one.key - other.key)
    .map(({ item }) => item)
}

describe('R18: the entries of a ticket', () => {
  for (const { name, entries, told } of sequences) {
    it(`end in the same state however they come: ${name}`, () => {
      for (let turn = 0; turn < 8; turn++) {
        const drafts = entries.map(entry => ({ ...entry, rev: 0, fact: says('a first version') }))
        const final = entries.map(entry => ({ ...entry, rev: 1 }))
        const skewed = final.map((entry, nth) => ({
          ...entry,
          at: entry.at + (nth % 2 ? 3 : -3) * 60 * minute,
        }))
        const sent = shuffled([...drafts, ...final, ...final, ...drafts], turn)
        const timeline = merged(noEntries, ...sent.map(entry => [entry]))
        expect(timeline).to.deep.equal(merged(noEntries, final))
        expect(toldOf(standingOf(timeline.entries, introserv), told)).to.deep.equal(told)
        const { stage, phase, acts } = standingOf(
          merged(noEntries, shuffled(skewed, turn)).entries,
          introserv,
        )
        expect({ stage, phase, acts }).to.deep.equal({
          stage: told.stage,
          phase: told.phase,
          acts: told.acts,
        })
      }
    })
  }

  it('are kept once, in the highest revision, whichever came first', () => {
    const revised: Entry = { ...entries[2]!, rev: 2, fact: says('mended') }
    for (const order of [
      [entries, [revised]],
      [[revised], entries],
      [[revised, ...entries], entries],
    ])
      expect(merged(noEntries, ...order).entries[2]).to.deep.equal(revised)
  })

  it('move when a revision gives them another place', () => {
    const later: Entry = { ...entries[0]!, rev: 1, seq: 99 }
    expect(merged(noEntries, entries, [later]).entries.at(-1)).to.deep.equal(later)
    expect(merged(noEntries, [later], entries).entries.at(-1)).to.deep.equal(later)
  })

  it('are the same timeline where nothing is new', () => {
    const { timeline } = merge(noEntries, entries)
    const again = merge(timeline, entries.toReversed())
    expect(again.timeline).to.equal(timeline)
    expect(again.appended).to.deep.equal([])
  })

  it('are told to have grown, or to be read anew', () => {
    const { timeline } = merge(noEntries, entries.slice(0, 5))
    expect(merge(timeline, [entries[6]!, entries[5]!]).appended).to.deep.equal([entries[5], entries[6]])
    expect(merge(timeline, [{ ...entries[1]!, rev: 1 }]).appended).to.equal(null)
    const { timeline: torn } = merge(noEntries, [entries[0]!, entries[2]!])
    expect(merge(torn, [entries[1]!, entries[3]!]).appended).to.equal(null)
  })

  it('are not sorted or read again for one more at the end of five thousand', () => {
    let reads = 0
    const counted = Array.from({ length: 5_000 }, (_, nth): Entry => {
      const entry = story([['engineer', says()]], nth + 1)[0]!
      return Object.defineProperty(entry, 'seq', { get: () => (reads++, nth + 1) })
    })
    const { timeline } = merge(noEntries, counted)
    reads = 0
    expect(merge(timeline, story([['engineer', says()]], 5_001)).timeline.entries.length).to.equal(5_001)
    expect(reads).to.be.at.most(10)
  })
})

describe('R18: a gap', () => {
  const [one, two, three, four, five] = entries

  it('is told with the entry before it, and closed by what was missing', () => {
    const { timeline } = merge(noEntries, [one!, two!, four!])
    expect(timeline.gaps).to.deep.equal([{ after: 'e2', from: 2, to: 4 }])
    expect(merge(timeline, [three!, four!], 'e2').timeline.gaps).to.deep.equal([])
    expect(merge(timeline, [three!]).timeline.gaps).to.deep.equal([])
  })

  it('is none any more once a second look found the same', () => {
    const { timeline } = merge(noEntries, [one!, two!, four!])
    const looked = merge(timeline, [four!], 'e2').timeline
    expect(looked.gaps).to.deep.equal([])
    expect(merge(looked, [two!, four!]).timeline.gaps).to.deep.equal([])
    expect(merge(looked, [{ ...two!, rev: 1 }]).timeline.gaps).to.deep.equal([])
    expect(merge(timeline, [], 'e2').timeline.gaps).to.deep.equal([])
  })

  it('is one still where nobody looked', () => {
    const { timeline } = merge(noEntries, [one!, two!, four!])
    expect(merge(timeline, [five!]).timeline.gaps).to.have.length(1)
    expect(merge(timeline, [{ ...one!, rev: 1 }]).timeline.gaps).to.have.length(1)
    expect(merge(timeline, [four!], 'e1').timeline.gaps).to.have.length(1)
  })

  it('is one still where the look ended before it', () => {
    const { timeline } = merge(noEntries, [one!, three!, five!])
    expect(merge(timeline, [three!], 'e1').timeline.gaps).to.deep.equal([{ after: 'e3', from: 3, to: 5 }])
    expect(merge(timeline, [three!, five!], 'e1').timeline.gaps).to.deep.equal([])
  })

  it('is a new one where the look itself found another', () => {
    const { timeline } = merge(noEntries, [one!, three!])
    expect(merge(timeline, [three!, five!], 'e1').timeline.gaps).to.deep.equal([
      { after: 'e3', from: 3, to: 5 },
    ])
    const half = merge(merge(noEntries, [one!, five!]).timeline, [three!, five!], 'e1')
    expect(half.timeline.gaps).to.deep.equal([
      { after: 'e1', from: 1, to: 3 },
      { after: 'e3', from: 3, to: 5 },
    ])
  })

  it('is asked about once each, by a system that counts in leaps too', () => {
    const sparse = story(Array.from({ length: 300 }, () => ['engineer', says()] as const)).map(
      (entry, nth) => ({
        ...entry,
        seq: nth * 7 + (nth % 3),
      }),
    )
    let timeline = noEntries
    let looks = 0
    const answer = (after: string | undefined) => sparse.slice(sparse.findIndex(({ id }) => id === after) + 1)
    timeline = merge(timeline, answer(undefined)).timeline
    for (let gap = timeline.gaps[0]; gap && looks < 1_000; gap = timeline.gaps[0]) {
      looks += 1
      timeline = merge(timeline, answer(gap.after), gap.after).timeline
    }
    expect(looks).to.equal(1)
    expect(seqs(timeline)).to.have.length(300)
  })
})

describe('R18: ten thousand tickets', () => {
  const pool: readonly Fact[] = [
    ...introserv.stages.map(({ id }) => stage(id)),
    ...[stage('in-progress'), stage('waiting-for-customer'), stage('done'), stage('reopened')],
    ...[says('a'), says('b'), asks('a'), asks('b'), sums('a'), sums('b')],
    ...introserv.methods.map(({ id }) => method(id)),
    ...[effort('standard'), effort('complex'), promise(10), promise(20)],
    ...(['sealed', 'opened', 'refused', 'destroyed', 'kept', 'withdrawn'] as const).map(event =>
      access(event),
    ),
    ...(['offered', 'approved', 'declined', 'expired'] as const).flatMap(to => [
      price('d1', to),
      price('d2', to),
    ]),
    ...[authorizes(), authorizes({ methods: ['ssh-rdp'] }), authorizes({ methods: ['vnc', 'rescue'] })],
    ...[checksOff('review-logs'), checksOff('verify-access-and-passwords')],
    ...[cannotHave('data-recovery'), cannotHave('malware-removal')],
  ]
  const line = fc.record({
    by: fc.constantFrom('customer', 'engineer', 'system'),
    fact: fc.nat(pool.length - 1),
    earlier: fc.option(fc.nat(pool.length - 1), { freq: 4 }),
    at: fc.integer({ min: -180, max: 180 }),
    /** Where it comes, the first time and perhaps once more, and whether alone. */
    place: fc.nat(1_000),
    again: fc.option(fc.nat(1_000), { freq: 3 }),
    alone: fc.boolean(),
  })

  it('end as the slow way has it: shuffled, repeated, revised, in parts, by clocks that go wrong', function () {
    this.timeout(60_000)
    fc.assert(
      fc.property(fc.array(line, { maxLength: 24 }), lines => {
        const final = lines.map(({ by, fact, at, earlier }, nth): Entry => {
          return {
            id: `e${nth}`,
            seq: nth + 1,
            rev: earlier === null ? 0 : 1,
            at: start + at * minute,
            by,
            fact: pool[fact]!,
          }
        })
        const sent = lines
          .flatMap(({ place, again, earlier, alone }, nth) => {
            const entry = final[nth]!
            return [
              { place, alone, entry },
              ...(again === null ? [] : [{ place: again, alone, entry }]),
              ...(earlier === null
                ? []
                : [{ place: 1_000 - place, alone, entry: { ...entry, rev: 0, fact: pool[earlier]! } }]),
            ]
          })
          .sort((a, b) => a.place - b.place)
        const parts: Entry[][] = [[]]
        for (const { entry, alone } of sent) {
          if (alone) parts.push([])
          parts.at(-1)!.push(entry)
        }
        let timeline = noEntries
        let standing = standingOf([], introserv)
        for (const part of parts) {
          const outcome = merge(timeline, part)
          timeline = outcome.timeline
          standing = standingAfter(standing, outcome, introserv)
        }
        expect(timeline.entries).to.deep.equal(final)
        expect(timeline.gaps).to.deep.equal([])
        expect(standing).to.deep.equal(standingOf(final, introserv))
        expect(comparable(standing)).to.deep.equal(otherStanding(final, introserv))
      }),
      { seed, numRuns: 10_000 },
    )
  })
})
