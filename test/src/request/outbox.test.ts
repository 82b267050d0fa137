import { expect } from 'chai'
import { quoteDigest, quoteExtras, type Attempt, type Draft } from '../../../src/index.js'
import { deviceShelf, Outbox, type SentElsewhere } from '../../../src/request/kept.js'
import { blocked, freshKey, full, replaced } from '../../support/broken-storage.js'
import { completeDraft, composedFiling, facts } from '../../support/examples.js'
import { keptInAFrame } from '../../support/in-a-frame.js'
import { log, picture } from '../../support/some-files.js'

const minute = 60_000
const hour = 60 * minute
const noon = Date.UTC(2026, 10, 26, 12)

const ticket = { number: '#4711', id: '4711' }

let filing: Attempt['filing']
before(async () => {
  filing = await composedFiling(completeDraft(), facts(), noon)
})

const attempt = (key: string, changes: Partial<Attempt['filing']> = {}): Attempt => ({
  key,
  filing: { ...filing, ...changes },
})

const keys = Array.from({ length: 9 }, (_, index) => `request-${index}`)
const [one, two] = keys as [string, string]

/** An outbox of an account that nobody has used, and of its neighbours. */
function ofANewcomer() {
  const clock = { now: noon }
  const shelf = deviceShelf()
  const scope = { provider: 'INTROSERV & Co', account: freshKey() }
  const where = `outbox/1/INTROSERV%20%26%20Co/${scope.account}`
  const open = (changes: Partial<typeof scope> = {}) =>
    new Outbox(deviceShelf(), { ...scope, ...changes }, () => clock.now)
  const held = async () => JSON.stringify(await shelf.read(where))
  return { clock, shelf, scope, where, open, outbox: open(), held }
}

describe('what is on its way', () => {
  it('R6: is found after a reload: the same key and the same bytes', async () => {
    const { outbox, open } = ofANewcomer()
    const mine = attempt(one, { files: [log('żółw.log', 'słowa'), picture()] })
    expect(await outbox.keep(mine, 'sending')).to.equal(true)
    const found = (await open().pending())!
    expect(found).to.deep.include({ is: 'sending', at: noon })
    expect(found.attempt.key).to.equal(one)
    const { files, ...data } = found.attempt.filing
    expect(JSON.stringify(data)).to.equal(JSON.stringify(filing))
    for (const [index, file] of mine.filing.files!.entries()) {
      const { name, type } = file
      expect(files![index]).to.include({ name, type })
      expect(new Uint8Array(await files![index]!.arrayBuffer())).to.deep.equal(
        new Uint8Array(await file.arrayBuffer()),
      )
    }
  })

  const ways: readonly [string, Partial<Draft>][] = [
    ['by the team’s key', { access: 'ssh-key', username: 'root', port: '22' }],
    ['without login details', { access: 'none', tasks: ['password-reset'], consoleConsent: true }],
    ['with all that may be left out', { errors: 'EIO', operatingSystem: 'Debian 12', secondFactor: true }],
  ]
  for (const [way, changes] of ways)
    it(`is found ${way}, to the byte`, async () => {
      const { outbox, open } = ofANewcomer()
      const other = await composedFiling(completeDraft(changes), facts(), noon)
      expect(await outbox.keep({ key: one, filing: other }, 'sending')).to.equal(true)
      expect(JSON.stringify((await open().pending())!.attempt.filing)).to.equal(JSON.stringify(other))
    })

  it('is found with its price, to the byte, in whatever order it was written', async () => {
    const { outbox, open } = ofANewcomer()
    const unitNet = { amount: '149.90', currency: 'EUR' }
    const customer = { country: 'PL', kind: 'business' } as const
    const lines = [{ extra: 'malware-removal', quantity: '1', unitNet }]
    const quote = quoteExtras({ lines, customer, date: '2026-11-26' }, { seller: 'PL', table: 'dated' })
    const priced = attempt(one, { quote: { digest: await quoteDigest(quote), customer, quote } })
    expect(await outbox.keep(priced, 'sending')).to.equal(true)
    expect(JSON.stringify((await open().pending())!.attempt)).to.equal(JSON.stringify(priced))
  })

  it('is the newest of those that have not arrived', async () => {
    const { clock, outbox } = ofANewcomer()
    await outbox.keep(attempt(one), 'sending')
    clock.now += minute
    await outbox.keep(attempt(two), 'not-sent')
    await outbox.sent('request-3', ticket)
    expect(await outbox.pending()).to.deep.include({ is: 'not-sent', at: noon + minute })
    await outbox.forget(two)
    expect((await outbox.pending())!.attempt.key).to.equal(one)
  })

  it('becomes a ticket, and its words leave the device', async () => {
    const { outbox, held } = ofANewcomer()
    await outbox.keep(attempt(one), 'sending')
    expect(await held()).to.include(filing.problem)
    await outbox.sent(one, ticket)
    expect(await outbox.pending()).to.equal(undefined)
    expect(await outbox.sentAs(one)).to.deep.equal(ticket)
    expect(await held())
      .to.not.include(filing.problem)
      .and.not.include('BEGIN AGE')
  })

  it('stays a ticket, whatever a tab that comes late says', async () => {
    const { outbox, open } = ofANewcomer()
    await outbox.sent(one, ticket)
    for (const is of ['sending', 'not-sent'] as const)
      expect(await open().keep(attempt(one), is)).to.equal(false)
    expect(await outbox.sentAs(one)).to.deep.equal(ticket)
    expect(await outbox.pending()).to.equal(undefined)
  })

  it('is no ticket before it is one', async () => {
    const { outbox } = ofANewcomer()
    await outbox.keep(attempt(one), 'sending')
    expect(await outbox.sentAs(one)).to.equal(undefined)
    expect(await outbox.sentAs(two)).to.equal(undefined)
  })

  it('is five requests at most: the oldest goes first', async () => {
    const { outbox, shelf, where } = ofANewcomer()
    for (const key of keys.slice(0, 7)) await outbox.sent(key, { ...ticket, number: key })
    expect(await shelf.read(where)).to.have.length(5)
    const left = await Promise.all(keys.slice(0, 7).map(async key => (await outbox.sentAs(key))?.number))
    expect(left).to.deep.equal([undefined, undefined, ...keys.slice(2, 7)])
  })

  it('loses none of two tabs that write at once', async () => {
    const { open } = ofANewcomer()
    await Promise.all(keys.slice(0, 5).map(key => open().keep(attempt(key), 'sending')))
    const outbox = open()
    for (const key of keys.slice(0, 5)) await outbox.sent(key, ticket)
    expect(await outbox.pending()).to.equal(undefined)
  })

  it('is gone with the log-out', async () => {
    const { outbox, shelf, where } = ofANewcomer()
    await outbox.keep(attempt(one), 'sending')
    await outbox.clear()
    expect(await outbox.pending()).to.equal(undefined)
    expect(await shelf.read(where)).to.equal(undefined)
    expect(await outbox.keep(attempt(one), 'sending')).to.equal(false)
    expect(await shelf.read(where)).to.equal(undefined)
  })

  for (const [whose, changes] of [
    ['account', { account: 'another' }],
    ['provider', { provider: 'another' }],
  ] as const)
    it(`is not another ${whose}’s`, async () => {
      const { outbox, open } = ofANewcomer()
      await outbox.keep(attempt(one), 'sending')
      await outbox.sent(two, ticket)
      expect(await open(changes).pending()).to.equal(undefined)
      expect(await open(changes).sentAs(two)).to.equal(undefined)
    })

  it('is told apart where the names hold the mark between them', async () => {
    const { outbox, open, scope } = ofANewcomer()
    await outbox.sent(one, ticket)
    const slipped = { provider: `${scope.provider}/${scope.account}`, account: '' }
    expect(await open(slipped).sentAs(one)).to.equal(undefined)
    expect(await open({ account: '\ud800' }).sentAs(one)).to.equal(undefined)
  })
})

describe('a request that arrived when the page had been left', () => {
  it('R13: is told of once, to whoever comes after', async () => {
    const { outbox, open } = ofANewcomer()
    await outbox.keep(attempt(one), 'sending')
    expect([(await outbox.out(one))?.key, await outbox.untold()]).to.deep.equal([one, undefined])
    await outbox.sent(one, ticket, false)
    expect(await open().untold()).to.deep.equal({ key: one, ...ticket })
    expect([await outbox.out(one), await outbox.pending()]).to.deep.equal([undefined, undefined])
    await open().settled(one)
    expect([await outbox.untold(), await outbox.sentAs(one)]).to.deep.equal([undefined, ticket])
    await outbox.sent(one, ticket, false)
    expect(await outbox.untold()).to.equal(undefined)
  })
})

describe('the time in the outbox', () => {
  const times: readonly [string, number, boolean][] = [
    ['a day', 24 * hour, true],
    ['more than a day', 24 * hour + 1, false],
    ['ten minutes back', -10 * minute, true],
    ['more than ten minutes back', -10 * minute - 1, false],
  ]
  for (const [time, ms, isThere] of times)
    it(`${time}: ${isThere ? 'still there' : 'gone, from the device too'}`, async () => {
      const { clock, outbox, held } = ofANewcomer()
      await outbox.keep(attempt(one), 'sending')
      clock.now += ms
      expect((await outbox.pending()) !== undefined).to.equal(isThere)
      expect((await held()) !== undefined).to.equal(isThere)
    })

  it('leaves the younger where the older goes', async () => {
    const { clock, outbox, held } = ofANewcomer()
    await outbox.keep(attempt(one), 'sending')
    clock.now += 20 * hour
    await outbox.keep(attempt(two), 'sending')
    clock.now += 5 * hour
    expect((await outbox.pending())!.attempt.key).to.equal(two)
    expect(await held()).to.not.include(one)
  })
})

describe('what else lies in the outbox', () => {
  it('is not given back: a field too many', async () => {
    const { outbox, shelf, where } = ofANewcomer()
    const planted = { password: 'kanarek' }
    const { access } = filing
    await shelf.write(where, [
      {
        ...planted,
        ...{ v: 1, key: one, at: noon, is: 'sending' },
        attempt: {
          ...planted,
          key: one,
          filing: {
            ...filing,
            ...planted,
            access: { ...access, ...planted, sealed: { ...Reflect.get(access, 'sealed'), ...planted } },
          },
        },
      },
    ])
    const found = await outbox.pending()
    expect(found!.attempt.filing).to.deep.equal(filing)
    expect(JSON.stringify(found)).to.not.include('kanarek')
  })

  it('does not get there: a field too many, or login details that are not sealed', async () => {
    const { outbox, held } = ofANewcomer()
    await outbox.keep({ ...attempt(one), ...{ password: 'kanarek' } }, 'sending')
    expect(await held())
      .to.include(one)
      .and.not.include('kanarek')
    const plain = JSON.parse('{"kind":"account","sealed":{"v":1,"armored":"kanarek","recipients":[]}}')
    expect(await outbox.keep(attempt(two, { access: plain }), 'sending')).to.equal(false)
    expect(await held()).to.not.include(two)
  })

  const entry = () => ({ v: 1, key: one, at: noon, is: 'sending', attempt: attempt(one) })
  const foreign: readonly [string, () => unknown][] = [
    ['a word', () => 'words'],
    ['an object', () => ({ 0: entry() })],
    ['nothing', () => null],
    ['a list of other things', () => [null, 7, [], {}, new Date()]],
    ['another version', () => [{ ...entry(), v: 2 }]],
    ['another state', () => [{ ...entry(), is: 'lost' }]],
    ['another key inside', () => [{ ...entry(), key: two }]],
    [
      'a time that is none',
      () => [
        { ...entry(), at: 'noon' },
        { ...entry(), at: NaN },
      ],
    ],
    ['no request', () => [{ ...entry(), attempt: { key: one, filing: {} } }]],
    [
      'files that are none',
      () => [{ ...entry(), attempt: attempt(one, { files: JSON.parse('["a.log"]') }) }],
    ],
    ['a ticket without a number', () => [{ v: 1, key: one, at: noon, is: 'sent', id: '1' }]],
  ]
  for (const [what, make] of foreign)
    it(`${what}: dropped without a word, from the device too`, async () => {
      const { outbox, shelf, where } = ofANewcomer()
      await shelf.write(where, make())
      expect(await outbox.pending()).to.equal(undefined)
      expect(await outbox.sentAs(one)).to.equal(undefined)
      expect(await shelf.read(where)).to.equal(undefined)
      expect(await outbox.keep(attempt(two), 'sending')).to.equal(true)
    })

  it('takes nothing sound with it', async () => {
    const { outbox, shelf, where } = ofANewcomer()
    await shelf.write(where, ['words', entry(), { v: 2 }])
    expect((await outbox.pending())!.attempt.key).to.equal(one)
    expect(await shelf.read(where)).to.have.length(1)
  })
})

describe('an outbox on a device that keeps nothing', () => {
  for (const [way, begin] of [
    ['blocked', blocked],
    ['full', () => full('at once')],
    ['full, found out late', () => full('late')],
    ['without IndexedDB', () => replaced(globalThis, 'indexedDB', { value: undefined })],
  ] as const)
    it(`${way}: is empty, and nothing fails`, async () => {
      const end = begin()
      try {
        const { outbox } = ofANewcomer()
        expect(await outbox.keep(attempt(one), 'sending')).to.equal(false)
        await outbox.sent(two, ticket)
        expect([await outbox.pending(), await outbox.sentAs(two)]).to.deep.equal([undefined, undefined])
        await outbox.forget(one)
        await outbox.clear()
        expect(await outbox.onceAtATime(one, async () => 'done')).to.equal('done')
      } finally {
        end()
      }
    })
})

describe('one request in two tabs', () => {
  it('R10: 200 races: one ticket each, and the second tab sees its number', async () => {
    const { scope, open } = ofANewcomer()
    const { kept, leave } = await keptInAFrame()
    try {
      const tabs = [open(), new kept.Outbox(kept.deviceShelf(), scope, () => noon)]
      for (let race = 0; race < 200; race += 1) {
        const key = freshKey()
        let tickets = 0
        const hand = (outbox: Outbox) =>
          outbox.onceAtATime(key, async () => {
            const known = await outbox.sentAs(key)
            if (known) return known.number
            tickets += 1
            const number = `${race}-${tickets}`
            await new Promise(resolve => setTimeout(resolve, 0))
            await outbox.sent(key, { number, id: '1' })
            return number
          })
        const ran = race % 2 ? tabs : tabs.toReversed()
        expect(await Promise.all(ran.map(hand))).to.deep.equal([`${race}-1`, `${race}-1`])
        expect(tickets).to.equal(1)
      }
    } finally {
      leave()
    }
  })

  it('does not wait for another request', async () => {
    const { outbox, open } = ofANewcomer()
    let end: () => void = () => undefined
    const long = outbox.onceAtATime(freshKey(), () => new Promise<void>(resolve => (end = resolve)))
    expect(await open().onceAtATime(freshKey(), async () => 'through')).to.equal('through')
    end()
    await long
  })

  it('waits for a tab that hangs no longer than it is told to, and does it once', async () => {
    const { outbox, open } = ofANewcomer()
    const key = freshKey()
    let end: () => void = () => undefined
    const hanging = outbox.onceAtATime(key, () => new Promise<void>(resolve => (end = resolve)))
    let times = 0
    const work = async () => (times += 1)
    let isPatientOneThrough = false
    const patient = open()
      .onceAtATime(key, async () => undefined)
      .then(() => (isPatientOneThrough = true))
    let isTold = false
    const onWait = () => (isTold = true)
    expect(await open().onceAtATime(key, work, { patience: 50, onWait })).to.equal(1)
    expect(isTold).to.equal(true)
    expect([times, isPatientOneThrough]).to.deep.equal([1, false])
    end()
    await Promise.all([hanging, patient])
    expect(times).to.equal(1)
  })

  it('is not done beside a tab that hangs where that is not wanted', async () => {
    const { outbox, open } = ofANewcomer()
    const key = freshKey()
    let end: () => void = () => undefined
    const hanging = outbox.onceAtATime(key, () => new Promise<void>(resolve => (end = resolve)))
    let times = 0
    const work = async () => String((times += 1))
    const inVain = async () => 'in vain'
    expect(await open().onceAtATime(key, work, { patience: 50, inVain })).to.equal('in vain')
    end()
    await hanging
    expect(times).to.equal(0)
  })

  it('does failing work once, tells so, and lets the next begin', async () => {
    const { outbox, open } = ofANewcomer()
    const key = freshKey()
    let times = 0
    const failure = await outbox
      .onceAtATime(key, async () => {
        times += 1
        throw new Error('no network')
      })
      .catch((error: unknown) => error)
    expect(failure).to.have.property('message', 'no network')
    expect(times).to.equal(1)
    expect(await open().onceAtATime(key, async () => 'next')).to.equal('next')
  })

  for (const [way, lack] of [
    ['has no locks', () => replaced(navigator, 'locks', { value: undefined })],
    [
      'forbids locks',
      () =>
        replaced(LockManager.prototype, 'request', {
          value: () => Promise.reject(new DOMException('', 'SecurityError')),
        }),
    ],
  ] as const)
    it(`works where the browser ${way}, once`, async () => {
      const end = lack()
      try {
        let times = 0
        const work = async () => (times += 1)
        expect(await ofANewcomer().outbox.onceAtATime(freshKey(), work)).to.equal(1)
      } finally {
        end()
      }
    })
})

describe('the word from tab to tab', () => {
  const news = { key: one, ...ticket }
  /** Messages keep their order: once the last is heard, the others were. */
  const last = { key: 'last-of-all', number: '#9', id: '9' }
  const say = (outbox: Outbox, { key, ...ticket }: SentElsewhere) => outbox.tellOthers(key, ticket)

  function listening(outbox: Outbox) {
    const heard: SentElsewhere[] = []
    let stop: () => void = () => undefined
    const through = new Promise<void>(resolve => {
      stop = outbox.listen(sent => {
        if (sent.key === last.key) resolve()
        else heard.push(sent)
      })
    })
    return { heard, through, stop: () => stop() }
  }

  it('tells another tab what was sent', async () => {
    const { scope, open } = ofANewcomer()
    const { kept, leave } = await keptInAFrame()
    const { heard, through, stop } = listening(open())
    const there = new kept.Outbox(kept.deviceShelf(), scope, () => noon)
    say(there, news)
    say(there, last)
    await through
    expect(heard).to.deep.equal([news])
    stop()
    leave()
  })

  it('is not heard by the tab that says it, nor by another account, nor after the end', async () => {
    const { open, outbox } = ofANewcomer()
    const other = listening(open())
    const own = listening(outbox)
    const stranger = listening(open({ account: 'another' }))
    const ended = listening(open())
    ended.stop()
    say(outbox, news)
    say(outbox, last)
    await other.through
    say(open(), last)
    await own.through
    expect([other, own, stranger, ended].map(({ heard }) => heard.length)).to.deep.equal([1, 0, 0, 0])
    for (const each of [other, own, stranger]) each.stop()
  })

  it('goes on for one listener when another of the same tab stops', async () => {
    const { open, outbox } = ofANewcomer()
    const [stays, goes] = [listening(outbox), listening(outbox)]
    goes.stop()
    const teller = open()
    say(teller, news)
    say(teller, last)
    await stays.through
    expect([stays.heard.length, goes.heard.length]).to.deep.equal([1, 0])
    stays.stop()
  })

  it('is not news of ours: not heard', async () => {
    const { outbox, scope } = ofANewcomer()
    const { heard, through, stop } = listening(outbox)
    const channel = new BroadcastChannel(`os-intervention/INTROSERV%20%26%20Co/${scope.account}`)
    const others = [
      null,
      'words',
      { ...news },
      { v: 2, ...news },
      { v: 1, ...news, number: 7 },
      { v: 1, key: one },
    ]
    for (const message of [...others, { v: 1, ...news, html: '<b>' }, { v: 1, ...last }])
      channel.postMessage(message)
    await through
    expect(heard).to.deep.equal([news])
    channel.close()
    stop()
  })

  it('is not said where the browser has no channels', () => {
    const end = replaced(globalThis, 'BroadcastChannel', { value: undefined })
    try {
      const { outbox } = ofANewcomer()
      const stop = outbox.listen(() => undefined)
      say(outbox, news)
      stop()
    } finally {
      end()
    }
  })
})
