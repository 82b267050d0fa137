import { expect } from 'chai'
import type { Clock } from '../../../src/adapter/clock.js'
import {
  AdapterFault,
  Dispatch,
  type Attempt,
  type FaultCode,
  type FaultDetail,
  type Filed,
  type FlowAction,
  type InterventionAdapter,
} from '../../../src/index.js'
import { memoryAdapter, testAccount, testCapabilities } from '../../../src/testing.js'
import { fakeClock } from '../../support/fake-clock.js'

const signedBy = (account: string): Attempt => ({
  key: 'k',
  filing: JSON.parse(JSON.stringify({ authorization: { record: { signer: { account } } } })),
})
const own = signedBy(testAccount.id)
const filed: Filed = { intervention: JSON.parse('{"id":"1"}'), unstored: [] }

type Answer = 'taken' | 'silent' | readonly [FaultCode, FaultDetail?]

interface System {
  readonly answers?: readonly Answer[]
  /** What it tells of the key; no such question where unset. */
  readonly finds?: readonly (Filed | null | FaultCode | readonly [FaultCode, FaultDetail?])[]
  readonly submit?: 'safe' | 'unsafe'
  readonly isOnline?: () => boolean
  /** The question before the first try. */
  readonly reach?: () => Promise<unknown>
  /** Whose request it is. */
  readonly signer?: string
}

/** A system that answers so, one after the other; after the last it goes on as it ended. */
function of({ answers = ['taken'], finds, submit = 'safe', isOnline = () => true, reach, signer }: System) {
  const attempt = signer === undefined ? own : signedBy(signer)
  const clock = fakeClock()
  const tries: number[] = []
  const looks: number[] = []
  const told: FlowAction[] = []
  const keys = new Set<unknown>()
  let asked = 0
  const adapter: InterventionAdapter = {
    ...memoryAdapter(),
    capabilities: { ...testCapabilities, retries: { submit, reply: 'safe' } },
    submit(filing, { key }) {
      const answer = answers[Math.min(tries.length, answers.length - 1)]!
      tries.push(clock.now())
      keys.add(key).add(filing)
      if (answer === 'taken') return Promise.resolve(filed)
      if (answer === 'silent') return new Promise(() => undefined)
      return Promise.reject(new AdapterFault(...answer))
    },
  }
  const find = (): Promise<Filed | null> => {
    const answer = finds![Math.min(asked, finds!.length - 1)]!
    asked += 1
    looks.push(clock.now())
    if (typeof answer === 'string') return Promise.reject(new AdapterFault(answer))
    return answer === null || 'intervention' in answer
      ? Promise.resolve(answer)
      : Promise.reject(new AdapterFault(...answer))
  }
  const { find: _, ...rest } = adapter
  const dispatch = new Dispatch(finds ? { ...rest, find } : rest, { clock, isOnline })
  let isThrough = false
  const run = dispatch.run(attempt, action => told.push(action), {}, reach).then(() => (isThrough = true))
  return {
    clock,
    dispatch,
    tries,
    looks,
    told,
    keys,
    run,
    asked: () => asked,
    isThrough: () => isThrough,
    last: () => told.at(-1),
    kinds: () => told.map(action => action.do),
  }
}

const failing = (...fault: [FaultCode, FaultDetail?]) => fault
const down = failing('unavailable')
const lost = failing('unavailable', { uncertain: true })

describe('a request that is handed over', () => {
  it('goes once where it is taken', async () => {
    const { clock, tries, kinds } = of({})
    await clock.pass(0)
    expect(tries).to.deep.equal([0])
    expect(kinds()).to.deep.equal(['send', 'accept'])
  })

  it('R3: goes three times more by itself where the system is down, then waits for a press', async () => {
    const { clock, tries, last, kinds } = of({ answers: [down] })
    await clock.pass(60_000)
    expect(tries).to.deep.equal([0, 1_000, 3_000, 7_000])
    expect(kinds()).to.deep.equal(['send', 'wait', 'send', 'wait', 'send', 'wait', 'send', 'fail'])
    expect(last()).to.deep.equal({ do: 'fail', reason: { kind: 'fault', code: 'unavailable' } })
  })

  it('R2, R3: is taken as soon as the system is back, under the same key with the same words', async () => {
    const { clock, last, keys } = of({ answers: [down, down, 'taken'] })
    await clock.pass(60_000)
    expect(last()).to.deep.equal({ do: 'accept', filed })
    expect([...keys]).to.deep.equal(['k', own.filing])
  })

  it('does not go again where a second one could be made of it', async () => {
    for (const answer of [down, lost]) {
      const { clock, tries, last } = of({ answers: [answer], submit: 'unsafe' })
      await clock.pass(60_000)
      expect(tries).to.have.length(1)
      expect(last()?.do).to.equal(answer === lost ? 'lose' : 'fail')
    }
  })

  for (const code of ['invalid', 'unauthenticated', 'forbidden', 'too-large', 'unsupported'] as const)
    it(`does not go again where waiting helps nothing: ${code}`, async () => {
      const { clock, tries, last } = of({ answers: [failing(code)] })
      await clock.pass(60_000)
      expect(tries).to.have.length(1)
      expect(last()).to.deep.equal({ do: 'fail', reason: { kind: 'fault', code } })
    })

  for (const [asked, second] of [
    [0, 0],
    [90_000, 90_000],
    [120_000, 120_000],
  ] as const)
    it(`R4: waits as long as the server asks, no less and no more: ${String(asked)} ms`, async () => {
      const busy = failing('rate-limited', { retryAfterMs: asked })
      const { clock, tries, kinds } = of({ answers: [busy, 'taken'] })
      await clock.pass(200_000)
      expect(tries).to.deep.equal([0, second])
      expect(kinds()).to.deep.equal(['send', 'wait', 'send', 'accept'])
    })

  it('R4: waits silently for no longer than two minutes: it tells the time instead', async () => {
    const { clock, tries, last } = of({ answers: [failing('rate-limited', { retryAfterMs: 120_001 })] })
    await clock.pass(600_000)
    expect(tries).to.have.length(1)
    expect(last()).to.deep.equal({
      do: 'fail',
      reason: { kind: 'fault', code: 'rate-limited', retryAfterMs: 120_001 },
    })
  })

  it('R5: waits for the network, and goes within the moment that it is back', async () => {
    let isOnline = false
    const { clock, dispatch, tries, told, last } = of({ isOnline: () => isOnline })
    await clock.pass(3_600_000)
    expect(tries).to.deep.equal([])
    expect(told[0]).to.deep.equal({ do: 'wait', ms: null })
    isOnline = true
    dispatch.online()
    await clock.pass(0)
    expect(tries).to.deep.equal([3_600_000])
    expect(last()?.do).to.equal('accept')
  })

  it('R5: goes by a press though the browser says that there is no network, and waits again where it is right', async () => {
    const { clock, dispatch, tries, last } = of({
      answers: [failing('unavailable'), 'taken'],
      isOnline: () => false,
    })
    await clock.pass(10_000)
    expect(tries).to.deep.equal([])
    dispatch.wake()
    await clock.pass(0)
    expect(tries).to.deep.equal([10_000])
    await clock.pass(3_600_000)
    expect(tries).to.deep.equal([10_000])
    dispatch.wake()
    await clock.pass(0)
    expect(last()?.do).to.equal('accept')
  })

  it('R4: goes no earlier than the server has asked when the network is back, only by a press', async () => {
    const busy = failing('rate-limited', { retryAfterMs: 90_000 })
    const { clock, dispatch, tries } = of({ answers: [busy, 'taken'] })
    await clock.pass(10_000)
    dispatch.online()
    await clock.pass(10_000)
    expect(tries).to.deep.equal([0])
    dispatch.wake()
    await clock.pass(0)
    expect(tries).to.deep.equal([0, 20_000])
  })

  it('goes at once by a press, while it waits', async () => {
    const { clock, dispatch, tries } = of({ answers: [down, 'taken'] })
    await clock.pass(10)
    dispatch.wake()
    await clock.pass(0)
    expect(tries).to.deep.equal([0, 10])
  })

  it('stops when the customer thinks again, while it waits', async () => {
    const { clock, dispatch, tries, last } = of({ answers: [down] })
    await clock.pass(10)
    dispatch.stop()
    await clock.pass(60_000)
    expect(tries).to.have.length(1)
    expect(last()).to.deep.equal({ do: 'fail', reason: { kind: 'cancelled' } })
  })
})

describe('a request that nobody waits for any more', () => {
  it('R13: is not tried again, and what comes of it is told all the same', async () => {
    for (const [answer, outcome] of [
      ['taken', 'accept'],
      [down, 'fail'],
      [lost, 'lose'],
    ] as const) {
      const { clock, dispatch, run, tries, last } = of({ answers: [answer], finds: [null] })
      dispatch.leave()
      await clock.pass(60_000)
      await run
      expect([tries.length, last()?.do]).to.deep.equal([0, 'fail'])
      const out = of({ answers: [answer], finds: [null] })
      while (out.tries.length === 0) await Promise.resolve()
      out.dispatch.leave()
      await out.clock.pass(60_000)
      expect([out.tries.length, out.asked(), out.last()?.do]).to.deep.equal([1, 0, outcome])
    }
  })
})

describe('a request that may have arrived', () => {
  it('R2: is found by its key', async () => {
    const { clock, tries, kinds } = of({ answers: [lost], finds: [filed] })
    await clock.pass(60_000)
    expect(tries).to.have.length(1)
    expect(kinds()).to.deep.equal(['send', 'lose', 'look', 'accept'])
  })

  it('R2: goes again where it isn’t found, with the same key and words', async () => {
    const { clock, tries, last, keys } = of({ answers: [lost, 'taken'], finds: [null] })
    await clock.pass(60_000)
    expect(tries).to.have.length(2)
    expect([...keys]).to.deep.equal(['k', own.filing])
    expect(last()?.do).to.equal('accept')
  })

  it('R2: is sent again in its signer’s session alone', async () => {
    for (const [signer, outcome, times] of [
      [testAccount.id, { do: 'accept', filed }, 2],
      [`not ${testAccount.id}`, { do: 'lose', code: 'unauthenticated' }, 1],
    ] as const) {
      const { clock, last, tries, run } = of({ answers: [lost, 'taken'], finds: [null], signer })
      await clock.pass(60_000)
      await run
      expect([last(), tries.length]).to.deep.equal([outcome, times])
    }
  })

  it('R5: can be looked for by hand while there is no network, and is looked for once there is', async () => {
    let isOnline = true
    const { clock, dispatch, told, looks, last, run } = of({
      ...{ answers: [lost], finds: [filed] },
      isOnline: () => isOnline,
    })
    await clock.pass(0)
    isOnline = false
    await clock.pass(600_000)
    expect(last()).to.deep.equal({ do: 'lose', code: 'unavailable' })
    expect([told.filter(({ do: done }) => done === 'lose').length, looks.length]).to.deep.equal([2, 0])
    isOnline = true
    dispatch.online()
    await clock.pass(0)
    await run
    expect(last()).to.deep.equal({ do: 'accept', filed })
  })

  it('R2: is never said not to be sent, whatever comes after', async () => {
    for (const answer of [down, failing('unauthenticated'), failing('forbidden'), failing('conflict')]) {
      const { clock, kinds, last } = of({ answers: [lost, answer], finds: [null] })
      await clock.pass(600_000)
      expect(kinds()).not.to.include('fail')
      expect(last()?.do).to.equal('lose')
    }
  })

  for (const code of ['rate-limited', 'unavailable'] as const)
    for (const [asked, second] of [
      [0, 1_000],
      [90_000, 91_000],
      [120_000, 121_000],
    ] as const)
      it(`R4: is asked for again when the server wants that, no earlier and no later: ${code}, ${String(asked)} ms`, async () => {
        const busy = failing(code, { retryAfterMs: asked })
        const { clock, looks, last } = of({ answers: [lost], finds: [busy, filed] })
        await clock.pass(200_000)
        expect(looks).to.deep.equal([1_000, second])
        expect(last()?.do).to.equal('accept')
      })

  it('R4: is not asked for where the server wants a longer wait than two minutes: the time is told', async () => {
    const busy = failing('unavailable', { retryAfterMs: 120_001 })
    const { clock, looks, last, isThrough } = of({ answers: [lost], finds: [busy] })
    await clock.pass(600_000)
    expect(looks).to.deep.equal([1_000])
    expect(last()).to.deep.equal({ do: 'lose', code: 'unavailable', retryAfterMs: 120_001 })
    expect(isThrough()).to.equal(true)
  })

  it('R4: is let alone as long as the answer that left the doubt has asked for', async () => {
    const doubtful = failing('unavailable', { uncertain: true, retryAfterMs: 70_000 })
    const { clock, looks } = of({ answers: [doubtful], finds: [filed] })
    await clock.pass(200_000)
    expect(looks).to.deep.equal([70_000])
  })

  it('R4: goes again as late as the server wants that was sent the same once more', async () => {
    const busy = failing('rate-limited', { retryAfterMs: 80_000 })
    const { clock, tries, last } = of({ answers: [lost, busy, 'taken'], finds: [null] })
    await clock.pass(200_000)
    expect(tries).to.deep.equal([0, 1_000, 81_000])
    expect(last()?.do).to.equal('accept')
  })

  it('is asked for three times, then by a press', async () => {
    const { clock, asked, last } = of({ answers: [lost], finds: ['unavailable'] })
    await clock.pass(600_000)
    expect(asked()).to.equal(3)
    expect(last()).to.deep.equal({ do: 'lose', code: 'unavailable' })
  })

  it('is given back to the customer where the system refuses its very words', async () => {
    const refusing = failing('invalid', { fields: ['problem'] })
    const { clock, last } = of({ answers: [lost, refusing], finds: [null] })
    await clock.pass(60_000)
    expect(last()?.do).to.equal('reject')
  })
})

describe('a system that is silent', () => {
  it('R21: is said to be slow after ten seconds, and not to be known after thirty', async () => {
    const { clock, told, isThrough } = of({ answers: ['silent'] })
    await clock.pass(9_999)
    expect(told).to.have.length(1)
    await clock.pass(1)
    expect(told.at(-1)).to.deep.equal({ do: 'linger' })
    await clock.pass(19_999)
    expect(told).to.have.length(2)
    await clock.pass(1)
    expect(told.at(-1)).to.deep.equal({ do: 'lose' })
    expect(isThrough()).to.equal(false)
  })

  it('has ten times as long where files are sent and nobody tells how far they are', async () => {
    const { clock, kinds } = withFiles(() => undefined)
    await clock.pass(299_999)
    expect(kinds()).to.deep.equal(['send', 'linger'])
    await clock.pass(1)
    expect(kinds()).to.deep.equal(['send', 'linger', 'lose'])
  })

  it('is not silent as long as the files get further, and its time begins anew with each of it', async () => {
    const { clock, told, kinds } = withFiles((onProgress, clock) => {
      for (let step = 1; step <= 10; step += 1)
        clock.later(step * 29_000, () => {
          onProgress(step / 10)
        })
    })
    await clock.pass(290_000)
    expect(kinds()).not.to.include('lose')
    expect(kinds().slice(0, 4)).to.deep.equal(['send', 'linger', 'send', 'linger'])
    expect(told.filter(({ do: done }) => done === 'linger')).to.have.length(10)
    await clock.pass(10_000)
    expect(kinds().at(-1)).to.equal('linger')
    await clock.pass(20_000)
    expect(kinds().at(-1)).to.equal('lose')
  })

  it('is not heard where what it tells gets no further', async () => {
    const { clock, kinds } = withFiles((onProgress, clock) => {
      onProgress(0.4)
      for (const at of [10_000, 20_000, 29_000])
        clock.later(at, () => {
          onProgress(0.4)
        })
    })
    await clock.pass(30_000)
    expect(kinds()).to.deep.equal(['send', 'linger', 'lose'])
  })
})

describe('a system that is asked first whether it is there', () => {
  const never = () => new Promise<never>(() => undefined)

  it('R21: is said to be slow after ten seconds of silence; after thirty nothing was sent, and nothing will be', async () => {
    for (const submit of ['safe', 'unsafe'] as const) {
      let reached = (): void => undefined
      const reach = () => new Promise<void>(resolve => (reached = resolve))
      const { clock, tries, told, kinds, isThrough } = of({ reach, submit })
      await clock.pass(10_000)
      expect(kinds()).to.deep.equal(['send', 'linger'])
      await clock.pass(20_000)
      expect(told.slice(2)).to.deep.equal([{ do: 'fail', reason: { kind: 'fault', code: 'unavailable' } }])
      expect(isThrough()).to.equal(true)
      reached()
      await clock.pass(600_000)
      expect([tries.length, told.length]).to.deep.equal([0, 3])
    }
  })

  it('has all its time for the request itself, once it is there', async () => {
    let reached = (): void => undefined
    const reach = () => new Promise<void>(resolve => (reached = resolve))
    const { clock, tries, kinds } = of({ reach, answers: ['silent'] })
    await clock.pass(20_000)
    reached()
    await clock.pass(29_999)
    expect(tries).to.deep.equal([20_000])
    expect(kinds()).not.to.include('lose')
    await clock.pass(1)
    expect(kinds().at(-1)).to.equal('lose')
  })

  it('is asked before each try: somebody else may have signed in meanwhile', async () => {
    let asked = 0
    const reach = () => {
      asked += 1
      return asked === 1 ? Promise.reject(new AdapterFault('unavailable')) : Promise.resolve()
    }
    const { clock, tries, last } = of({ reach, answers: [down, 'taken'] })
    await clock.pass(60_000)
    expect([asked, tries.length, last()?.do]).to.deep.equal([3, 2, 'accept'])
  })

  it('is sent nothing when it answers after the customer has thought again', async () => {
    let reached = (): void => undefined
    const reach = () => new Promise<void>(resolve => (reached = resolve))
    const { clock, dispatch, tries, last } = of({ reach })
    await clock.pass(5_000)
    dispatch.stop()
    reached()
    await clock.pass(60_000)
    expect(tries).to.deep.equal([])
    expect(last()).to.deep.equal({ do: 'fail', reason: { kind: 'cancelled' } })
  })

  it('is sent nothing when it answers after the page was left', async () => {
    let reached = (): void => undefined
    const reach = () => new Promise<void>(resolve => (reached = resolve))
    const { clock, dispatch, tries, last, isThrough } = of({ reach })
    await clock.pass(5_000)
    dispatch.leave()
    reached()
    await clock.pass(60_000)
    expect([tries.length, isThrough()]).to.deep.equal([0, true])
    expect(last()).to.deep.equal({ do: 'fail', reason: { kind: 'left' } })
  })

  it('is not waited for when the customer takes back what has files', async () => {
    const { clock, told, stop } = withFiles(() => undefined, never)
    await clock.pass(1_000)
    stop()
    await clock.pass(0)
    expect(told.at(-1)).to.deep.equal({ do: 'fail', reason: { kind: 'cancelled' } })
  })
})

/** A request with a file to a system that takes it without end, and tells of it so. */
function withFiles(
  tells: (onProgress: (fraction: number) => void, clock: Clock) => void,
  reach?: () => Promise<unknown>,
) {
  const clock = fakeClock()
  const told: FlowAction[] = []
  const { find: _, ...adapter } = memoryAdapter()
  const submit: InterventionAdapter['submit'] = (_, { onProgress }) => {
    tells(fraction => onProgress?.(fraction), clock)
    return new Promise(() => undefined)
  }
  const dispatch = new Dispatch({ ...adapter, submit }, { clock })
  const carrying = { ...own, filing: { ...own.filing, files: [new File(['log'], 'a.log')] } }
  const abortion = new AbortController()
  const handing = { onProgress: () => undefined, signal: abortion.signal }
  void dispatch.run(carrying, action => told.push(action), handing, reach)
  return {
    clock,
    told,
    kinds: () => told.map(action => action.do),
    stop: () => {
      abortion.abort()
    },
  }
}
