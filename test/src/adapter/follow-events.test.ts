import { expect } from 'chai'
import fc from 'fast-check'
import { followEvents } from '../../../src/adapter/follow-events.js'
import { retryPace } from '../../../src/adapter/retry-pace.js'
import { fakeClock, settled } from '../../support/fake-clock.js'

/** One try to open the stream. */
interface Try {
  readonly at: number
  readonly lastId: string | undefined
  readonly signal: AbortSignal
}

type Source = ReadableStreamDefaultController<Uint8Array>

/** A stream that is open, to be written to. */
function stream(): {
  readonly answer: Response
  readonly write: (text: string) => void
  readonly source: () => Source
} {
  let source: Source | undefined
  const body = new ReadableStream<Uint8Array>({ start: controller => void (source = controller) })
  return {
    answer: events(body),
    write: text => source!.enqueue(new TextEncoder().encode(text)),
    source: () => source!,
  }
}

function events(body: BodyInit | null): Response {
  return new Response(body, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } })
}

/** Somebody who follows what `answer` answers, on a clock of the test's. */
function following(answer: (count: number) => Response | Promise<Response>, random?: () => number) {
  const clock = fakeClock(random)
  const control = new AbortController()
  const tries: Try[] = []
  const told: string[] = []
  let isOver = false
  void followEvents(
    {
      open: async (headers, signal) => {
        tries.push({ at: clock.now(), lastId: headers['last-event-id'], signal })
        return answer(tries.length)
      },
      changed: version => told.push(version),
      signal: control.signal,
    },
    clock,
  ).then(() => (isOver = true))
  return { clock, control, tries, told, isOver: () => isOver }
}

describe('R19: whoever follows a stream of events', () => {
  it('is told each version once, however the bytes are cut, and nothing of comments and other fields', async () => {
    const { answer, write } = stream()
    const { told } = following(() => answer)
    const text =
      ':\n\nid: 1\ndata: changed\n\n: beat\n\nevent: x\nid: a%20%C4%85\r\ndata: {"a":1}\r\n\r\nid: 1\ndata:\n\ndata: x\n\n'
    for (const char of text) write(char)
    await settled()
    expect(told).to.deep.equal(['1', 'a ą', '1'])
    write('id: 1\ndata: changed\n\nid: %E0%A4%A\ndata: x\n\nid:\ndata: x\n\n')
    await settled()
    expect(told).to.have.lengthOf(3)
  })

  it('goes on from the last event when the stream breaks off, and is not told that one again', async () => {
    const streams = [stream(), stream(), stream()]
    const { clock, tries, told } = following(count => streams[count - 1]!.answer)
    await settled()
    streams[0]!.write('id: 7%22\ndata: changed\n\n')
    await settled()
    streams[0]!.source().close()
    await clock.pass(1_000)
    streams[1]!.write('id: 7%22\ndata: changed\n\nid: 8\ndata: changed\n\n')
    await settled()
    streams[1]!.source().error(new TypeError('reset'))
    await clock.pass(2_000)
    expect(tries.map(({ lastId }) => lastId)).to.deep.equal([undefined, '7%22', '8'])
    expect(told).to.deep.equal(['7"', '8'])
  })

  it('opens a hundred streams that close at once no more than twelve times in any five minutes', async () => {
    for (const random of [() => 0, () => 0.5, () => 1, Math.random]) {
      const { clock, control, tries } = following(() => events('id: 1\ndata: changed\n\n'), random)
      await clock.pass(1_500_000)
      const most = Math.max(
        ...tries.map(({ at }) => tries.filter(other => other.at >= at && other.at < at + 300_000).length),
      )
      expect(most).to.be.at.most(12)
      expect(tries.length).to.be.at.least(50)
      control.abort()
    }
  })

  it('waits longer and longer, any time up to 1 s, 2 s, 4 s … 30 s', async () => {
    const { clock, tries } = following(() => Promise.reject(new TypeError('Failed to fetch')))
    await clock.pass(121_000)
    const waits = tries.slice(1).map(({ at }, index) => at - tries[index]!.at)
    expect(waits).to.deep.equal([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000])
  })

  it('comes back at once when a stream breaks that has stood for a while', async () => {
    const good = stream()
    const { clock, tries } = following(count => (count === 4 ? good.answer : events('')))
    await clock.pass(7_000)
    for (let beat = 0; beat < 3; beat += 1) {
      await clock.pass(15_000)
      good.write(':\n\n')
    }
    await settled()
    good.source().close()
    await clock.pass(1_000)
    expect(tries.map(({ at }) => at)).to.deep.equal([0, 1_000, 3_000, 7_000, 53_000])
  })

  it('takes a stream for broken that is silent for two heartbeats, and lets go of it', async () => {
    const { answer, write } = stream()
    const { clock, tries } = following(count => (count === 1 ? answer : events('')))
    await clock.pass(29_000)
    write(':\n\n')
    await clock.pass(29_000)
    expect(tries).to.have.lengthOf(1)
    await clock.pass(2_000)
    expect(tries).to.have.lengthOf(2)
    expect(tries[0]!.signal.aborted).to.equal(true)
  })

  it('waits no longer than that for a stream to open', async () => {
    const { clock, tries } = following(() => new Promise<never>(() => undefined))
    await clock.pass(31_000)
    expect(tries.map(({ at }) => at)).to.deep.equal([0, 31_000])
  })

  const forGood: readonly [string, () => Response, readonly string[]][] = [
    ['there is none (204)', () => new Response(null, { status: 204 }), []],
    ['there is none (404)', () => new Response('', { status: 404 }), []],
    ['there is none (405)', () => new Response('', { status: 405 }), []],
    ['there is none (501)', () => new Response('', { status: 501 }), []],
    [
      'there is none of this protocol',
      () => new Response('', { headers: { 'os-intervention-protocol': '2' } }),
      [],
    ],
    ['nobody is signed in (401)', () => new Response('', { status: 401 }), ['locked-out']],
    ['nobody is let in (403)', () => new Response('', { status: 403 }), ['locked-out']],
    [
      'a login page stands',
      () =>
        new Response('<input type=password>', { headers: { 'content-type': 'text/html; charset=utf-8' } }),
      ['locked-out'],
    ],
  ]
  for (const [where, answer, expected] of forGood)
    it(`asks never again where ${where}${expected.length > 0 ? ', and has the caller find out' : ''}`, async () => {
      const { clock, tries, told, isOver } = following(answer)
      await clock.pass(3_600_000)
      expect([tries.length, told, isOver()]).to.deep.equal([1, expected, true])
    })

  const again: readonly [string, () => Response, number][] = [
    ['500', () => new Response('', { status: 500 }), 1_000],
    [
      '429, and when it may',
      () => new Response('', { status: 429, headers: { 'retry-after': '40' } }),
      40_000,
    ],
    [
      'a captive portal',
      () => new Response('<h1>Wi-Fi', { headers: { 'content-type': 'text/html' } }),
      1_000,
    ],
    ['JSON', () => new Response('{}', { headers: { 'content-type': 'application/json' } }), 1_000],
    ['nothing at all', () => events(null), 1_000],
    ['a line without an end', () => events('data: '.concat('x'.repeat(100_000))), 1_000],
    ['the wish for a slower pace', () => events('retry: 60000\n\n'), 60_000],
    ['the wish for an endless one', () => events('retry: 999999999\n\n'), 300_000],
  ]
  for (const [what, answer, wait] of again)
    it(`tries again after ${what}`, async () => {
      const { clock, tries } = following(answer)
      await clock.pass(wait - 1)
      expect(tries).to.have.lengthOf(1)
      await clock.pass(1)
      expect(tries).to.have.lengthOf(2)
    })

  it('gives up a line without an end as soon as it is too long, and keeps none of it', async () => {
    const { answer, write, source } = stream()
    const { clock, tries } = following(count => (count === 1 ? answer : events('')))
    await settled()
    for (let part = 0; part < 3; part += 1) write('x'.repeat(6_000))
    await clock.pass(1_000)
    expect(tries).to.have.lengthOf(2)
    expect(() => source().enqueue(new Uint8Array())).to.throw()
  })

  it('is told nothing and asks nothing once they had enough, in whatever state that is', async () => {
    const { answer, write } = stream()
    const open = following(() => answer)
    await settled()
    open.control.abort()
    await settled()
    expect([open.isOver(), open.tries[0]!.signal.aborted]).to.deep.equal([true, true])
    expect(() => write('id: 9\ndata: changed\n\n')).to.throw()

    const waiting = following(() => events(''))
    await settled()
    waiting.control.abort()
    await waiting.clock.pass(100_000)
    expect([waiting.isOver(), waiting.tries.length]).to.deep.equal([true, 1])
  })

  it('hears on though their own listener fails', async () => {
    const { answer, write } = stream()
    const clock = fakeClock()
    const told: string[] = []
    const control = new AbortController()
    const changed = (version: string) => {
      told.push(version)
      throw new Error('the page’s own')
    }
    void followEvents({ open: () => Promise.resolve(answer), changed, signal: control.signal }, clock)
    await settled()
    write('id: 1\ndata: x\n\n')
    await settled()
    write('id: 2\ndata: x\n\n')
    await settled()
    expect(told).to.deep.equal(['1', '2'])
    control.abort()
  })
})

describe('R19: the pace of tries', () => {
  it('keeps to twelve in five minutes, whatever chance, servers and streams do', () => {
    const step = fc.record({
      lasts: fc.oneof(fc.constant(0), fc.nat({ max: 100_000 })),
      worked: fc.boolean(),
      atLeast: fc.oneof(fc.constant(0), fc.nat({ max: 60_000 })),
      chance: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(step, { minLength: 13, maxLength: 60 }), steps => {
        let time = 0
        let chance = 0
        const pace = retryPace({ now: () => time, random: () => chance })
        const tries: number[] = []
        for (const { lasts, worked, atLeast, ...next } of steps) {
          pace.began()
          tries.push(time)
          time += lasts
          if (worked) pace.worked()
          ;({ chance } = next)
          const wait = pace.wait(atLeast)
          expect(wait).to.be.at.least(atLeast)
          time += wait
        }
        for (const [index, at] of tries.entries())
          if (index >= 12) expect(at - tries[index - 12]!).to.be.at.least(300_000)
      }),
      { seed: 6 },
    )
  })
})
