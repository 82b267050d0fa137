import { expect } from 'chai'
import meta, { type ListArgs } from '../../../demo/stories/intervention-list.stories.js'
import * as stories from '../../../demo/stories/intervention-list.stories.js'
import { everyPhase, many, request, systemWith } from '../../../demo/stories/requests.js'
import { settled, until, type StoryObj } from '../../../demo/stories/story.js'
import {
  AdapterFault,
  type FaultCode,
  type Intervention,
  type InterventionAdapter,
} from '../../../src/index.js'
import { expectAccessible } from '../../support/axe.js'
import { byRole } from '../../support/by-role.js'
import { press } from '../../support/keys.js'
import { ListDriver } from '../../support/list-driver.js'
import { mount } from '../../support/mount.js'
import { SlowTimers } from '../../support/slow-timers.js'
import { spoken } from '../../support/spoken.js'

/** A ticket system that a test can change, and let fail. */
function system(first: readonly Intervention[] = everyPhase()) {
  const whole = systemWith(() => state.requests)
  const state = {
    requests: first,
    account: 'C-1',
    fault: undefined as FaultCode | undefined,
    retryAfterMs: undefined as number | undefined,
    asked: 0,
    limits: [] as (number | undefined)[],
  }
  const adapter: InterventionAdapter = {
    ...whole,
    async context(call) {
      const context = await whole.context(call)
      return { ...context, account: { ...context.account, id: state.account } }
    },
    async list(query, call) {
      state.asked += 1
      state.limits.push(query.limit)
      if (state.fault)
        throw new AdapterFault(state.fault, {
          ...(state.retryAfterMs !== undefined && { retryAfterMs: state.retryAfterMs }),
        })
      return whole.list(query, call)
    },
  }
  return { state, adapter }
}

/** Turns the page away from whoever looks at it, or back. */
function hide(isHidden: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden })
  document.dispatchEvent(new Event('visibilitychange'))
}

let timers: SlowTimers
beforeEach(() => {
  timers = new SlowTimers()
})
afterEach(() => {
  timers.restore()
  Reflect.deleteProperty(document, 'hidden')
})

describe('a list that is looked at', () => {
  it('is read again by itself, ten times more seldom than a request, and leaves the focus where it is', async () => {
    const { state, adapter } = system()
    const list = await ListDriver.read({ adapter })
    expect(timers.waits).to.deep.equal([15_000])
    list.row(3).focus()
    const later = Date.now() + 1_000
    state.requests = state.requests.map(one =>
      one.number === '48214' ? { ...one, phase: 'waiting', stage: 'waiting-for-customer', now: later } : one,
    )
    timers.end()
    await list.reads('3 requests are waiting for you')
    expect(list.focused).to.match(/^Ticket 48214 /)
    await until('the sentence', () => spoken() === '3 requests are waiting for you.')
    expect(timers.waits).to.deep.equal([15_000])
    await expectAccessible(list.element)
  })

  it('says nothing where nothing waits that didn’t before', async () => {
    const { state, adapter } = system()
    const list = await ListDriver.read({ adapter })
    const before = spoken()
    state.requests = [request(48_999), ...state.requests]
    timers.end()
    await until('the new one', () => list.numbers.includes('48999'))
    await new Promise(resolve => setTimeout(resolve, 100))
    expect(spoken()).to.equal(before)
  })

  it('is read as far as it is shown', async () => {
    const { state, adapter } = system(many(45))
    const list = await ListDriver.read({ adapter })
    ;(await list.button('Show more')).click()
    await until('more', () => list.rows.length === 40)
    timers.end()
    await until('the reading', () => state.asked === 3)
    await settled(document.body)
    expect(list.rows).to.have.length(40)
    expect(state.limits).to.deep.equal([20, 20, 40])
  })

  it('leaves the focus at its heading where the request that had it is gone', async () => {
    const { state, adapter } = system()
    const list = await ListDriver.read({ adapter })
    list.row(5).focus()
    state.requests = state.requests.slice(0, 5)
    timers.end()
    await until('fewer', () => list.rows.length === 5)
    expect(list.focused).to.equal('list-heading')
  })

  it('keeps what was read when that can’t be done, says since when, and asks more seldom', async () => {
    const { state, adapter } = system()
    const list = await ListDriver.read({ adapter })
    state.fault = 'unavailable'
    timers.end()
    await list.reads('The list couldn’t be refreshed. Last read: ')
    expect(list.text).to.match(/Last read: \d\d:\d\d/)
    expect(list.rows).to.have.length(6)
    expect(timers.waits).to.deep.equal([30_000])
    await expectAccessible(list.element)
    state.fault = undefined
    timers.end()
    await until('calm', () => !list.text.includes('couldn’t be refreshed'))
    expect(timers.waits).to.deep.equal([15_000])
  })

  it('waits as long as the system asks for', async () => {
    const { state, adapter } = system()
    const list = await ListDriver.read({ adapter })
    Object.assign(state, { fault: 'rate-limited', retryAfterMs: 600_000 })
    timers.end()
    await list.reads('This page will try again by itself.')
    expect(timers.waits).to.deep.equal([600_000])
  })

  it('is left alone while nobody looks, and read at once when somebody comes back late', async () => {
    const { state, adapter } = system()
    await ListDriver.read({ adapter })
    hide(true)
    expect(timers.waits).to.deep.equal([])
    hide(false)
    expect([state.asked, timers.waits.length]).to.deep.equal([1, 1])
    hide(true)
    const { now } = Date
    Date.now = () => now() + 3_600_000
    try {
      hide(false)
    } finally {
      Date.now = now
    }
    await until('the reading', () => state.asked === 2)
  })

  it('is read no more once it is gone from the page, and again when it is back', async () => {
    const { state, adapter } = system()
    const list = await ListDriver.read({ adapter })
    list.element.remove()
    expect(timers.waits).to.deep.equal([])
    for (let moved = 0; moved < 20; moved += 1) document.body.append(list.element)
    expect([state.asked, timers.waits.length, list.rows.length]).to.deep.equal([1, 1, 6])
  })

  it('that was removed while it was read sets no timer', async () => {
    const { adapter } = system()
    const list = await ListDriver.shown({ adapter })
    list.element.remove()
    await new Promise(resolve => setTimeout(resolve, 100))
    expect(timers.waits).to.deep.equal([])
  })
})

describe('a list that can’t be read', () => {
  for (const [code, words] of [
    ['unavailable', 'The ticket system isn’t answering'],
    ['invalid', 'The ticket system isn’t answering'],
    ['rate-limited', 'too many attempts'],
    ['forbidden', 'isn’t allowed to do that'],
    ['unauthenticated', 'Your session in the client area has ended. Sign in again'],
  ] as const)
    it(`says why, shows the page’s own way, and tries again: ${code}`, async () => {
      const { state, adapter } = system()
      state.fault = code
      const list = await ListDriver.read({ adapter })
      expect(list.text).to.include('Your requests couldn’t be loaded').and.include(words)
      expect(list.element.querySelector('p:not([slot])')!.checkVisibility()).to.equal(true)
      expect(list.element.querySelector('[slot=empty]')!.checkVisibility()).to.equal(false)
      await expectAccessible(list.element)
      state.fault = undefined
      ;(await list.button('Try again')).focus()
      await press('Enter')
      await until('the list', () => list.rows.length === 6)
      expect(list.focused).to.equal('list-heading')
    })

  it('has nothing to press where the system has no list at all', async () => {
    const { state, adapter } = system()
    state.fault = 'unsupported'
    const list = await ListDriver.read({ adapter })
    expect(list.element.shadowRoot!.querySelector('button')).to.equal(null)
  })

  it('goes on by itself once it can, and stays calm until then', async () => {
    const { state, adapter } = system()
    state.fault = 'unavailable'
    const list = await ListDriver.read({ adapter })
    timers.end()
    await until('another try', () => state.asked === 2)
    expect(list.text).to.include('couldn’t be loaded')
    state.fault = undefined
    await until('the timer', () => timers.waits.length === 1)
    timers.end()
    await until('the list', () => list.rows.length === 6)
  })

  it('tells the page once that the session has ended', async () => {
    const { state, adapter } = system()
    const list = await ListDriver.read({ adapter })
    state.fault = 'unauthenticated'
    timers.end()
    await list.reads('Your session in the client area has ended')
    await until('the timer', () => timers.waits.length === 1)
    timers.end()
    await until('the end of another try', () => state.asked === 3 && timers.waits.length === 1)
    expect(list.told).to.deep.equal(['auth'])
    expect(list.rows).to.have.length(6)
  })

  for (const [what, answer] of [
    ['nothing', undefined],
    ['a text', 'no requests'],
    ['a page of nonsense', { items: [{ id: 7 }] }],
    [
      'a forged template',
      { items: [{ _$litType$: 1, strings: ['<img src=x onerror=alert(1)>'], values: [] }] },
    ],
    ['too many', { items: Array.from({ length: 501 }, (_, index) => request(index)) }],
    ['a time that is none', { items: [request(1, { changedAt: Number.NaN })] }],
  ] as const)
    it(`because the answer is ${what} says so, and breaks nothing`, async () => {
      const given: unknown = answer
      const adapter = systemWith(() => [], { list: async () => given as never })
      const list = await ListDriver.read({ adapter })
      expect(list.text).to.include('couldn’t be loaded')
      expect(list.element.shadowRoot!.querySelector('img')).to.equal(null)
    })
})

describe('another customer', () => {
  it('sees nothing of the former one’s after the page says so', async () => {
    const { state, adapter } = system()
    const list = await ListDriver.read({ adapter })
    state.requests = [request(7)]
    state.account = 'C-2'
    list.element.clear()
    await settled(document.body)
    expect(list.rows).to.deep.equal([])
    await until('the other list', () => list.rows.length === 1)
    expect(list.numbers).to.deep.equal(['7'])
  })

  it('who signed in elsewhere gets no page of theirs under the former one’s list', async () => {
    const { state, adapter } = system(many())
    const list = await ListDriver.read({ adapter })
    const more = await list.button('Show more')
    state.account = 'C-2'
    state.requests = [...many().slice(0, 20), request(5), request(4)].map((one, index) =>
      index < 20 ? one : { ...one, openedAt: index },
    )
    more.click()
    await until('the other list', () => state.asked === 3)
    await until('its end', () => list.rows.length === 20)
    expect(list.numbers).to.not.include('5')
    expect(list.text).to.include('Shown: 20 of 22')
  })
})

describe('an element', () => {
  it('is the same whether its adapter comes before or after it is on the page', async () => {
    const { adapter } = system()
    const before = await ListDriver.read({ adapter })
    const after = await ListDriver.shown({})
    expect(after.element.querySelector('p')!.checkVisibility()).to.equal(true)
    after.element.adapter = adapter
    await until('the list', () => after.rows.length === 6)
    expect(after.rows).to.deep.equal(before.rows)
    expect(after.element.querySelector('p')!.checkVisibility()).to.equal(false)
  })

  it('with another adapter shows nothing that the former one answers late', async () => {
    let answer: (() => void) | undefined
    const slow = systemWith(everyPhase)
    const late = {
      ...slow,
      list: async (...of: Parameters<typeof slow.list>) => {
        await new Promise<void>(resolve => (answer = resolve))
        return slow.list(...of)
      },
    }
    const list = await ListDriver.shown({ adapter: late })
    list.element.adapter = systemWith(() => [request(7)])
    await until('the other list', () => list.rows.length === 1)
    answer!()
    await new Promise(resolve => setTimeout(resolve, 50))
    expect(list.numbers).to.deep.equal(['7'])
  })

  it('that a page gives an odd page size asks for 20', async () => {
    const { state, adapter } = system()
    for (const pageSize of [0, -1, 1.5, 501, Number.NaN]) {
      const list = await ListDriver.read({ adapter, pageSize })
      list.element.remove()
    }
    expect(state.limits).to.deep.equal([20, 20, 20, 20, 20])
  })

  it('names the provider’s menu where there is no request, unless the page has a way of its own', async () => {
    const adapter = systemWith(() => [])
    const list = await ListDriver.read({ adapter })
    await byRole('heading', 'Your interventions', list.element)
    expect(list.element.querySelector('[slot=empty]')!.checkVisibility()).to.equal(true)
    list.element.querySelector('[slot=empty]')!.remove()
    expect(list.text).to.include('You send a request here: My Nordhost › Tickets › New ticket')
    await expectAccessible(list.element)
  })
})

describe('every story of the list', () => {
  const all: readonly [string, StoryObj<ListArgs>][] = Object.entries(stories).filter(
    (entry): entry is [string, StoryObj<ListArgs>] => /^[A-Z]/.test(entry[0]),
  )
  for (const [name, story] of all)
    it(`is accessible in both languages, and all its words are there: ${name}`, async () => {
      for (const locale of ['en', 'pl']) {
        const element = await mount(meta, { ...story, args: { ...story.args, locale } })
        await expectAccessible(element)
        expect(element.shadowRoot?.textContent).to.not.match(/list\.|\{\{|undefined|NaN/)
      }
    })
})
