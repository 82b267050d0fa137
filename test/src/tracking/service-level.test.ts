import { expect } from 'chai'
import fc from 'fast-check'
import {
  clockOf,
  introserv,
  nextChangeAt,
  offsetOf,
  reconciled,
  remaining,
  standingOf,
  type Clock,
  type Intervention,
  type ServicePolicy,
} from '../../../src/index.js'
import {
  done,
  effort,
  filed,
  method,
  minute,
  promise,
  says,
  stage,
  start,
  story,
  waiting,
  working,
  type Line,
} from '../../support/story.js'
import { intervention } from '../../support/whole.js'

const hour = 60 * minute
const { promise: _promise, ...unpromised } = intervention
const ticket: Intervention = { ...unpromised, openedAt: start, now: start }
const standing = (lines: readonly Line[]) => standingOf(story(lines), introserv)

/** The clock of a ticket so many minutes after it was filed. */
function clock(lines: readonly Line[], minutes: number, policy: ServicePolicy = introserv): Clock {
  return clockOf(standingOf(story(lines), policy), ticket, policy, start + minutes * minute)
}

const answered: readonly Line[] = [
  ...waiting,
  ['customer', says(), 40],
  ['customer', stage('in-progress'), 40],
]
const plus = (lines: readonly Line[], ...more: Line[]) => [...lines, ...more]
const standard: Line = ['engineer', effort('standard'), 7]
const complex: Line = ['engineer', effort('complex'), 20]

describe('the first response', () => {
  it('counts from filing, and is overdue once its time has come', () => {
    expect(clock(filed, 3)).to.deep.equal({ kind: 'first-response', by: start + 10 * minute, overdue: false })
    expect(clock(filed, 9.999)).to.include({ overdue: false })
    expect(clock(filed, 10)).to.include({ overdue: true })
  })

  it('is due when the backend promised it, where it did', () => {
    const promised = { ...ticket, promise: { firstResponseBy: start + minute } }
    expect(clockOf(standing(filed), promised, introserv, start)).to.include({ by: start + minute })
  })

  it('is given by an engineer’s entry, by nobody else’s', () => {
    expect(clock(plus(filed, ['customer', says()], ['system', stage('verification')]), 3).kind).to.equal(
      'first-response',
    )
    expect(clock(plus(filed, ['engineer', says()]), 60)).to.deep.equal({
      kind: 'not-begun',
      class: 'unclassified',
      reclassed: false,
    })
  })

  it('is given where the ticket says that the work goes on, and is not asked for again after reopening', () => {
    const moved = reconciled(
      standing(filed),
      { ...ticket, phase: 'working', stage: 'in-progress' },
      introserv,
    )
    expect(clockOf(moved, ticket, introserv, start + hour).kind).to.equal('not-begun')
    const again = plus(filed, ['customer', stage('cancelled'), 2], ['customer', stage('reopened'), 300])
    expect(clock(again, 301).kind).to.equal('not-begun')
  })
})

describe('the work', () => {
  it('counts from the stage in which it is in progress; both ranges stand until an engineer says which', () => {
    expect(clock(working, 21)).to.deep.equal({
      kind: 'work',
      class: 'unclassified',
      reclassed: false,
      countsFrom: start + 6 * minute,
      worked: 15 * minute,
      targets: [
        { class: 'standard', from: start + 21 * minute, to: start + 66 * minute },
        { class: 'complex', from: start + 66 * minute, to: start + 246 * minute },
      ],
      overdue: false,
    })
  })

  const table: readonly (readonly [
    string,
    readonly Line[],
    number,
    Partial<Extract<Clock, { kind: 'work' }>>,
  ])[] = [
    ['standard in time', plus(working, standard), 65, { class: 'standard', overdue: false }],
    ['standard overdue', plus(working, standard), 66, { class: 'standard', overdue: true }],
    ['complex in time', plus(working, complex), 245, { class: 'complex', overdue: false, reclassed: false }],
    ['complex overdue', plus(working, complex), 246, { class: 'complex', overdue: true }],
    [
      'complex after all',
      plus(working, standard, complex),
      70,
      { class: 'complex', overdue: false, reclassed: true },
    ],
    ['unclassified past the standard', working, 70, { class: 'unclassified', overdue: false }],
    ['unclassified past all', working, 246, { overdue: true }],
    ['a pause left out', answered, 50, { worked: 14 * minute, countsFrom: start + 36 * minute }],
    ['overdue later by the pause', plus(answered, standard), 95, { overdue: false }],
    ['overdue in spite of the pause', plus(answered, standard), 96, { overdue: true }],
    ['before it began, by the clock', working, 2, { worked: 0, overdue: false }],
  ]
  for (const [name, lines, at, told] of table) {
    it(`is ${name}`, () => {
      expect(clock(lines, at)).to.include({ kind: 'work', ...told })
    })
  }

  it('has no time to keep where somebody goes to the server', () => {
    const onSite = plus(working, complex, ['engineer', method('datacentre')])
    expect(clock(onSite, 2_000)).to.deep.include({
      kind: 'work',
      class: 'datacentre',
      targets: [],
      overdue: false,
    })
    expect(remaining(clock(onSite, 2_000), start)).to.deep.equal({ kind: 'none' })
  })

  it('is paused while it waits for the customer', () => {
    for (const at of [10, 30, 3_000]) {
      expect(clock(waiting, at)).to.deep.equal({
        kind: 'paused',
        class: 'unclassified',
        reclassed: false,
        since: start + 10 * minute,
        worked: 4 * minute,
      })
    }
    expect(clock(plus(filed, ['engineer', stage('waiting-for-customer'), 3]), 5)).to.include({
      kind: 'paused',
      worked: 0,
    })
  })

  it('goes on while it waits, by a policy that pauses nothing', () => {
    const running = { ...introserv, times: { ...introserv.times, pausedWhileWaiting: false } }
    expect(clock(waiting, 30, running)).to.include({ kind: 'work', worked: 24 * minute })
    expect(clock(answered, 50, running)).to.include({ kind: 'work', worked: 44 * minute })
  })

  it('counts from the phase, by a policy without that stage', () => {
    const plain: ServicePolicy = {
      ...introserv,
      stages: [
        { id: 'noted', phase: 'received', path: 'straight' },
        { id: 'at-it', phase: 'working', path: 'straight' },
      ],
    }
    expect(clock([['engineer', stage('at-it'), 5]], 9, plain)).to.include({
      kind: 'work',
      worked: 4 * minute,
    })
  })

  it('ends with what it took, and whether that was in time', () => {
    expect(clock(done, 5_000)).to.deep.equal({
      kind: 'ended',
      class: 'unclassified',
      reclassed: false,
      took: 24 * minute,
      overdue: false,
    })
    const late = plus(answered, standard, ['engineer', stage('done'), 200])
    expect(clock(late, 300)).to.include({ took: 164 * minute, overdue: true })
    expect(clock(plus(filed, ['engineer', stage('declined')]), 300)).to.include({ kind: 'ended', took: null })
  })

  it('counts anew after reopening', () => {
    const again = plus(done, ['customer', stage('reopened'), 100], ['engineer', stage('in-progress'), 110])
    expect(clock(again, 115)).to.include({ kind: 'work', worked: 5 * minute })
  })

  it('is never negative, whatever the clocks of the entries say', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...introserv.stages), fc.integer({ min: -200, max: 200 })), {
          maxLength: 12,
        }),
        fc.integer({ min: -300, max: 300 }),
        (moves, at) => {
          const told = clock(
            moves.map(([{ id }, minute]) => ['engineer', stage(id), minute] as const),
            at,
          )
          if ('worked' in told) expect(told.worked).to.be.at.least(0)
          if (told.kind === 'ended') expect(told.took ?? 0).to.be.at.least(0)
        },
      ),
    )
  })
})

describe('R20: a clock of this machine that is wrong', () => {
  const stories = [filed, working, waiting, answered, done, plus(working, standard, complex)]

  it('changes nothing, by up to three hours either way', () => {
    for (const lines of stories) {
      for (const minutes of [0, 9, 11, 30, 45, 100, 300]) {
        const seen = [-3 * hour, -minute, 0, minute, 3 * hour].map(skew => {
          const local = start + minutes * minute + skew
          const offset = offsetOf(start + minutes * minute, local)
          // Ten seconds later the page looks at its own clock again.
          const now = local + 10_000 + offset
          const told = clockOf(standing(lines), ticket, introserv, now)
          return { told, left: remaining(told, now), next: nextChangeAt(told, { kind: 'none' }, now) }
        })
        for (const one of seen) expect(one).to.deep.equal(seen[0])
      }
    }
  })
})

describe('what is left', () => {
  it('is told to the last target, then by how much it has passed', () => {
    const left = (lines: readonly Line[], at: number) => remaining(clock(lines, at), start + at * minute)
    expect(left(filed, 4)).to.deep.equal({ kind: 'left', ms: 6 * minute })
    expect(left(filed, 12)).to.deep.equal({ kind: 'over', ms: 2 * minute })
    expect(left(plus(working, standard), 36)).to.deep.equal({ kind: 'left', ms: 30 * minute })
    expect(left(working, 36)).to.deep.equal({ kind: 'left', ms: 210 * minute })
    expect(left(waiting, 36)).to.deep.equal({ kind: 'none' })
    expect(left(done, 36)).to.deep.equal({ kind: 'none' })
  })
})

describe('the one timer', () => {
  const stories = [
    filed,
    working,
    waiting,
    answered,
    done,
    plus(working, standard),
    plus(working, ['engineer', promise(33.5)]),
  ]

  /** What words could be made of: nothing finer than minutes. */
  function words(lines: readonly Line[], now: number) {
    const { nextUpdate } = standing(lines)
    const told = clockOf(standing(lines), ticket, introserv, now)
    const left = remaining(told, now)
    return JSON.stringify([
      told.kind,
      'overdue' in told && told.overdue,
      told.kind === 'work' && [
        Math.floor(told.worked / minute),
        told.targets.map(({ from, to }) => [now >= from, now >= to]),
      ],
      told.kind === 'paused' && Math.floor(told.worked / minute),
      left.kind,
      left.kind === 'left' && Math.ceil(left.ms / minute),
      left.kind === 'over' && Math.floor(left.ms / minute),
      nextUpdate.kind === 'promised' && [now >= nextUpdate.by, Math.ceil((nextUpdate.by - now) / minute)],
    ])
  }

  it('rings whenever the words change, and never twice in a minute for the same clock', () => {
    for (const lines of stories) {
      const { nextUpdate } = standing(lines)
      for (let now = start + 7 * minute + 123; now < start + 5 * hour; now += 7_919) {
        const next = nextChangeAt(clockOf(standing(lines), ticket, introserv, now), nextUpdate, now)
        const until = next ?? now + hour
        expect(until).to.be.above(now)
        expect(until - now).to.be.at.most(next === null ? hour : minute)
        expect(words(lines, until - 1)).to.equal(words(lines, now))
      }
    }
  })

  it('is silent where time changes nothing', () => {
    for (const lines of [waiting, done])
      expect(nextChangeAt(clock(lines, 40), { kind: 'none' }, start + 40 * minute)).to.equal(null)
  })
})
