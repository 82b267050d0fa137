import { expect } from 'chai'
import * as fc from 'fast-check'
import { next, type Attempt, type Filed, type FlowAction, type FlowState } from '../../../src/index.js'

// Only identity matters to the machine; what is in them is checked where they are made.
const attempt: Attempt = { key: 'k', filing: JSON.parse('{}') }
const filed: Filed = { intervention: JSON.parse('{"id":"1"}'), unstored: [] }

const actions: FlowAction[] = [
  { do: 'go', step: 'problem', issues: [] },
  { do: 'seal' },
  { do: 'send', attempt },
  { do: 'reject', step: 'server', issues: [{ field: 'server', code: 'refused' }] },
  { do: 'fail', reason: { kind: 'fault', code: 'unavailable' } },
  { do: 'lose' },
  { do: 'look' },
  { do: 'accept', filed },
]
const start: FlowState = { at: 'draft', step: 'server', issues: [] }
const some = fc.array(fc.constantFrom(...actions), { maxLength: 30 })
const after = (done: readonly FlowAction[]): FlowState => done.reduce(next, start)

describe('a submission', () => {
  it('goes from the draft over sealing and sending to the ticket', () => {
    expect(after([{ do: 'seal' }, { do: 'send', attempt }, { do: 'accept', filed }])).to.deep.equal({
      at: 'accepted',
      filing: attempt.filing,
      filed,
      differs: false,
    })
  })

  it('once accepted, is moved by nothing', () => {
    const accepted: FlowState = { at: 'accepted', filing: attempt.filing, filed, differs: false }
    for (const action of actions) expect(next(accepted, action)).to.equal(accepted)
  })

  it('leaves the unknown only by an answer about the same request', () => {
    fc.assert(
      fc.property(some, done => {
        let state: FlowState = { at: 'unknown', attempt, checking: false, differs: false }
        for (const action of done) {
          const moved = next(state, action)
          if (state.at === 'unknown' && moved.at !== 'unknown') {
            expect(action.do).to.be.oneOf(['accept', 'reject', 'fail'])
          }
          if (moved.at === 'sending' || moved.at === 'unknown') expect(moved.attempt).to.equal(attempt)
          state = moved
        }
      }),
    )
  })

  it('is never accepted without having been sent', () => {
    fc.assert(
      fc.property(some, done => {
        const sent = done.some(action => action.do === 'send')
        if (!sent) expect(after(done).at).to.not.be.oneOf(['accepted', 'unknown', 'sending'])
      }),
    )
  })

  it('remembers that the ticket may hold other words, until it is found', () => {
    const lost = after([
      { do: 'seal' },
      { do: 'send', attempt },
      { do: 'lose', differs: true },
      { do: 'look' },
    ])
    expect(next(next(lost, { do: 'lose' }), { do: 'accept', filed })).to.include({
      at: 'accepted',
      differs: true,
    })
  })

  it('is there where the system says so, even after the customer has not found it', () => {
    const missed = after([{ do: 'seal' }, { do: 'send', attempt }, { do: 'lose' }, { do: 'miss' }])
    expect(missed.at).to.equal('not-sent')
    expect(next(missed, { do: 'accept', filed })).to.include({ at: 'accepted', filed })
  })

  it('keeps the bytes of a failed try for the next', () => {
    const failed = after([
      { do: 'seal' },
      { do: 'send', attempt },
      { do: 'fail', reason: { kind: 'fault', code: 'unavailable' } },
    ])
    expect(failed).to.have.property('attempt', attempt)
  })

  it('cannot be edited while it is under way or not known', () => {
    const go: FlowAction = { do: 'go', step: 'server', issues: [] }
    for (const state of [
      { at: 'sealing' },
      { at: 'sending', attempt },
      { at: 'unknown', attempt, checking: true, differs: false },
    ] as const) {
      expect(next(state, go)).to.equal(state)
    }
  })
})
