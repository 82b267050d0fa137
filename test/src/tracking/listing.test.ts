import { expect } from 'chai'
import fc from 'fast-check'
import {
  customerTurn,
  listingWait,
  rereadListing,
  unreadListing,
  withPage,
  type Action,
  type Intervention,
  type Phase,
} from '../../../src/index.js'

const request = (id: string, changes: Partial<Intervention> = {}): Intervention => ({
  id,
  number: id,
  version: '1',
  phase: 'working',
  server: { kind: 'ip', value: '192.0.2.1' },
  openedAt: 1_000,
  changedAt: 1_000,
  now: 5_000,
  actions: [],
  ...changes,
})

const idsOf = ({ items }: { readonly items: readonly Intervention[] }) => items.map(({ id }) => id)

describe('a list that is read page by page', () => {
  it('holds each request once, newest first, and knows whether there is more', () => {
    const first = withPage(unreadListing, {
      items: [request('c', { openedAt: 3 }), request('b', { openedAt: 2 })],
      cursor: 'b',
      total: 3,
    })
    expect(idsOf(first)).to.deep.equal(['c', 'b'])
    expect([first.cursor, first.total]).to.deep.equal(['b', 3])
    const second = withPage(first, { items: [request('b', { openedAt: 2 }), request('a', { openedAt: 1 })] })
    expect(idsOf(second)).to.deep.equal(['c', 'b', 'a'])
    expect([second.cursor, second.total]).to.deep.equal([null, 3])
  })

  it('ends where a page leads to itself', () => {
    const first = withPage(unreadListing, { items: [request('a')], cursor: 'again' })
    expect(withPage(first, { items: [], cursor: 'again' }).cursor).to.equal(null)
  })

  it('leaves requests of one moment as the system orders them', () => {
    const items = ['x', 'm', 'a'].map(id => request(id))
    expect(idsOf(withPage(unreadListing, { items }))).to.deep.equal(['x', 'm', 'a'])
  })

  it('is the same whatever order its pages came in, with each request in its newest state', () => {
    const told = fc.record({
      id: fc.nat(15),
      now: fc.nat(50),
      phase: fc.constantFrom<Phase>('working', 'done'),
    })
    fc.assert(
      fc.property(fc.array(fc.array(told, { maxLength: 8 }), { maxLength: 8 }), fc.nat(), (pages, turn) => {
        const asTold = pages.map(page =>
          // What is told at one moment of one request is one thing.
          page.map(({ id, now }) =>
            request(String(id), { openedAt: id, now, changedAt: now, version: `${id}.${now}` }),
          ),
        )
        const readIn = (order: typeof asTold) =>
          order.reduce((listing, items) => withPage(listing, { items }), unreadListing).items
        const turned = [...asTold.slice(turn % 9), ...asTold.slice(0, turn % 9)].reverse()
        const expected = [...new Set(asTold.flat().map(({ id }) => Number(id)))]
          .sort((one, other) => other - one)
          .map(id => {
            const newest = Math.max(
              ...asTold
                .flat()
                .filter(one => one.id === String(id))
                .map(({ now }) => now),
            )
            return `${id}.${newest}`
          })
        for (const order of [asTold, turned])
          expect(readIn(order).map(({ version }) => version)).to.deep.equal(expected)
      }),
      { seed: 20_261, numRuns: 500 },
    )
  })
})

describe('a list that is read anew', () => {
  const shown = withPage(unreadListing, {
    items: [request('b', { openedAt: 2, version: '7', now: 9_000 }), request('a', { openedAt: 1 })],
    cursor: 'a',
  })

  it('loses what is gone, and gains what is new', () => {
    const fresh = withPage(unreadListing, {
      items: [
        request('c', { openedAt: 3, now: 9_500 }),
        request('b', { openedAt: 2, version: '8', now: 9_500 }),
      ],
    })
    const now = rereadListing(shown, fresh)
    expect(now.items.map(({ id, version }) => id + version)).to.deep.equal(['c1', 'b8'])
    expect(now.cursor).to.equal(null)
  })

  it('goes back to no older state that a slow answer tells', () => {
    const late = withPage(unreadListing, { items: [request('b', { openedAt: 2, version: '6', now: 8_000 })] })
    expect(rereadListing(shown, late).items.map(({ version }) => version)).to.deep.equal(['7'])
  })
})

describe('the customer is waited for', () => {
  const cases: readonly [phase: Phase, actions: readonly Action[], turn: ReturnType<typeof customerTurn>][] =
    [
      ['received', ['reply', 'cancel'], null],
      ['working', ['reply'], null],
      ['working', ['reply', 'approve-quote', 'decline-quote'], 'approval'],
      ['received', ['approve-quote'], 'approval'],
      ['waiting', [], 'answer'],
      ['waiting', ['reply', 'approve-quote'], 'answer'],
      ['done', ['reopen', 'check-off'], null],
      ['declined', ['reopen'], null],
    ]
  for (const [phase, actions, turn] of cases)
    it(`${turn === null ? 'with nothing' : `for an ${turn}`}: ${phase}, ${actions.join(' ') || 'no action'}`, () => {
      expect(customerTurn({ phase, actions })).to.equal(turn)
    })
})

describe('a list is read by itself', () => {
  const cases: readonly [
    what: string,
    pollEveryMs: number,
    failures: number,
    after: number | undefined,
    ms: number,
  ][] = [
    ['at most every 15 s', 1_000, 0, undefined, 15_000],
    ['ten times more seldom than one request', 15_000, 0, undefined, 150_000],
    ['half as often after a failure', 1_000, 1, undefined, 30_000],
    ['sixteen times more seldom at most', 1_000, 99, undefined, 240_000],
    ['no earlier than the system says', 1_000, 1, 100_000, 100_000],
    ['no earlier than usual, whatever the system says', 1_000, 1, -5, 30_000],
    ['within what a timer can wait', 3_600_000, 0, Number.MAX_SAFE_INTEGER, 2_147_483_647],
  ]
  for (const [what, pollEveryMs, failures, after, ms] of cases)
    it(what, () => {
      expect(listingWait({ pollEveryMs }, failures, after)).to.equal(ms)
    })
})
