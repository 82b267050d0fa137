import { expect } from 'chai'
import { aftercareOf, authorizedUntil, introserv, standingOf } from '../../../src/index.js'
import {
  authorizes,
  checksOff,
  done,
  filed,
  minute,
  says,
  stage,
  start,
  story,
  sums,
  working,
  type Line,
} from '../../support/story.js'

const hour = 60 * minute
const at = (...lines: Line[]) => standingOf(story(lines), introserv)
const summary = (said: object): Line[] => [
  ...working,
  ['engineer', { ...sums(), kind: 'summary', ...said } as Line[1]],
  ['engineer', stage('done'), 30],
]

describe('what is left after the work', () => {
  it('is nothing before it is done, nor once it is taken up again', () => {
    expect(aftercareOf(at(...working), introserv)).to.equal(null)
    expect(aftercareOf(at(...filed, ['engineer', stage('declined')]), introserv)).to.equal(null)
    expect(aftercareOf(at(...done, ['customer', stage('reopened')]), introserv)).to.equal(null)
  })

  it('is told as the policy has it, with what was checked off when', () => {
    const checked: Line = ['customer', checksOff('review-logs'), 90]
    const aftercare = aftercareOf(at(...done, checked, ['customer', checksOff('review-logs'), 95]), introserv)
    expect(aftercare?.facts).to.equal(introserv.aftercare.facts)
    expect(aftercare?.toDo).to.deep.equal([
      { item: { id: 'verify-access-and-passwords' }, doneAt: null },
      { item: { id: 'review-logs' }, doneAt: start + 90 * minute },
    ])
    expect(aftercare?.summary?.fact.text).to.equal('All is well.')
  })

  it('begins anew with each round', () => {
    const again = at(
      ...done,
      ['customer', checksOff('review-logs')],
      ['customer', stage('reopened')],
      ['engineer', stage('done')],
    )
    expect(aftercareOf(again, introserv)?.toDo.map(({ doneAt }) => doneAt)).to.deep.equal([null, null])
    expect(aftercareOf(again, introserv)?.summary).to.equal(null)
  })

  it('says whether changing passwords is advised and login details were made, or that nobody said', () => {
    const said = (words: object) => aftercareOf(at(...summary(words)), introserv)
    expect(said({})).to.include({ changePasswords: 'unsaid', newCredentials: 'unsaid' })
    expect(said({ changePasswords: true, newCredentials: false })).to.include({
      changePasswords: 'advised',
      newCredentials: 'none',
    })
    expect(said({ changePasswords: false, newCredentials: true })).to.include({
      changePasswords: 'not-advised',
      newCredentials: 'made',
    })
  })
})

describe('how long an authorization holds', () => {
  const until = (...lines: Line[]) => authorizedUntil(at(...lines), introserv)

  it('is until done and the policy’s hours more, which are counted once it is', () => {
    expect(until(...working)).to.deep.equal({ kind: 'until-done', hoursAfter: 24 })
    expect(until(...done)).to.deep.equal({ kind: 'at', at: start + 30 * minute + 24 * hour })
    expect(until(...filed, ['customer', stage('cancelled')])).to.deep.equal({
      kind: 'until-done',
      hoursAfter: 24,
    })
  })

  it('is a fixed time from the first consent, however often it is narrowed', () => {
    const day: Line = ['customer', authorizes({ window: '24h' })]
    expect(until(...filed, day)).to.deep.equal({ kind: 'at', at: start + 24 * hour })
    const later: Line = ['customer', authorizes({ window: '24h', serverTime: start + 5 * hour })]
    expect(until(...filed, day, later)).to.deep.equal({ kind: 'at', at: start + 24 * hour })
    const week: Line = ['customer', authorizes({ window: '7d', serverTime: start + 50 * hour })]
    expect(until(...done, week, ['customer', stage('reopened')])).to.deep.equal({
      kind: 'at',
      at: start + (50 + 7 * 24) * hour,
    })
  })

  it('ends no later than time itself', () => {
    const end = 8_640_000_000_000_000
    const never: Line = ['customer', authorizes({ window: '7d', serverTime: end })]
    expect(until(never)).to.deep.equal({ kind: 'at', at: end })
  })

  it('is no question where none was given', () => {
    expect(until(['customer', says()])).to.equal(null)
  })
})
