import { expect } from 'chai'
import {
  advance,
  introserv,
  nextStage,
  reconciled,
  standingOf,
  type Intervention,
} from '../../../src/index.js'
import { intervention } from '../../support/whole.js'
import { sequences, toldOf } from '../../support/sequences.js'
import {
  access,
  authorizes,
  done,
  filed,
  minute,
  promise,
  says,
  stage,
  start,
  story,
  waiting,
  working,
} from '../../support/story.js'

const standing = (...lines: Parameters<typeof story>[0]) => standingOf(story(lines), introserv)

describe('where a request stands', () => {
  for (const { name, entries, told } of sequences) {
    it(`is told by its entries: ${name}`, () => {
      expect(toldOf(standingOf(entries, introserv), told)).to.deep.equal(told)
    })
  }

  it('is the same whether reduced at once or entry by entry', () => {
    for (const { entries } of sequences) {
      const half = Math.ceil(entries.length / 2)
      const grown = entries
        .slice(half)
        .reduce(
          (before, entry) => advance(before, entry, introserv),
          standingOf(entries.slice(0, half), introserv),
        )
      expect(grown).to.deep.equal(standingOf(entries, introserv))
    }
  })

  it('tells when each step of the straight path was first reached, and the reason of the present stage', () => {
    const back = standing(...waiting, ['customer', says()], ['customer', stage('in-progress', 'go on'), 20])
    expect(back.path.map(({ at }) => at && (at - start) / minute)).to.deep.equal([0, 2, 4, 6, null])
    expect(back.reason).to.equal('go on')
    expect(back.waitedIn).to.equal(null)
  })

  it('tells why a method was chosen, and who opened the login details when', () => {
    const opened = standing(...working, ['engineer', access('opened', 'on-call engineer'), 8])
    expect(opened.method).to.deep.equal({
      method: 'ssh-rdp',
      reason: 'the usual way',
      at: start + 5 * minute,
    })
    expect(opened.access.events).to.deep.equal([
      { event: 'sealed', at: start },
      { event: 'opened', role: 'on-call engineer', at: start + 8 * minute },
    ])
  })

  it('counts the time window from the first consent of a round: narrowing gives no new time', () => {
    const later = { serverTime: start + 50 * minute }
    expect(standing(...filed, ['customer', authorizes(later)]).authorizedAt).to.equal(start)
    const again = standing(...done, ['customer', authorizes(later)], ['customer', stage('reopened')])
    expect(again.authorizedAt).to.equal(later.serverTime)
  })

  it('names the next stage of the straight path, while there is one', () => {
    expect(nextStage(standing(...filed))).to.equal('verification')
    expect(nextStage(standing(...waiting))).to.equal('done')
    expect(nextStage(standing(...done))).to.equal(null)
    expect(nextStage(standing(...filed, ['engineer', stage('declined')]))).to.equal(null)
  })
})

describe('a standing that the ticket confirms', () => {
  const ticket = (changes: Partial<Intervention>): Intervention => {
    const { stage: _stage, access: _access, promise: _promise, ...plain } = intervention
    return { ...plain, phase: 'working', ...changes }
  }

  it('stays as it is where both agree', () => {
    const before = standing(...working)
    expect(reconciled(before, ticket({ stage: 'in-progress' }), introserv)).to.deep.equal(before)
    expect(reconciled(before, ticket({}), introserv)).to.deep.equal(before)
  })

  it('follows the ticket where they differ, and doesn’t say since when', () => {
    const after = reconciled(standing(...working), ticket({ phase: 'done', stage: 'done' }), introserv)
    expect(after).to.include({ phase: 'done', stage: 'done', since: null, acts: 'nobody' })
    expect(after.path.at(-1)).to.deep.equal({ stage: 'done', state: 'here', at: null })
  })

  it('knows no stage where the ticket tells another phase only', () => {
    const after = reconciled(standing(...filed), ticket({}), introserv)
    expect(after).to.include({ phase: 'working', stage: null, since: null })
    expect(after.path.map(({ state }) => state)).to.deep.equal(['passed', 'passed', 'here', 'ahead', 'ahead'])
  })

  it('takes the phase of a stage of the provider’s own from the ticket', () => {
    const own = standing(...working, ['engineer', stage('on-hold'), 12])
    const after = reconciled(own, ticket({ phase: 'waiting', stage: 'on-hold' }), introserv)
    expect(after).to.include({ phase: 'waiting', acts: 'customer', since: start + 12 * minute })
  })

  it('hears of access and of the next update from systems that have no entries of them', () => {
    const told = ticket({ access: { event: 'destroyed', at: 7 }, promise: { nextUpdateBy: 9 } })
    const after = reconciled(standing(...working), told, introserv)
    expect(after.access.current).to.deep.equal({ event: 'destroyed', at: 7 })
    expect(after.nextUpdate).to.deep.equal({ kind: 'promised', by: 9 })
    const ended = { ...told, phase: 'done', stage: 'done' } as const
    expect(reconciled(standing(...done), ended, introserv).nextUpdate).to.deep.equal({ kind: 'none' })
  })

  it('hears of an opening that no entry told, though one before was told', () => {
    const before = standing(...working, ['engineer', access('opened'), 8])
    const told = ticket({ access: { event: 'opened', at: start + 9 * minute } })
    expect(reconciled(before, told, introserv).access.current?.at).to.equal(start + 9 * minute)
  })

  it('is not taken back by a ticket that is older than the entries', () => {
    const before = standing(
      ...working,
      ['engineer', promise(40)],
      ['engineer', says()],
      ['customer', access('withdrawn')],
    )
    const told = ticket({
      stage: 'in-progress',
      access: { event: 'sealed', at: start },
      promise: { nextUpdateBy: start + 40 * minute },
    })
    expect(reconciled(before, told, introserv)).to.deep.equal(before)
  })
})
