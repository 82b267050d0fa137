import { expect } from 'chai'
import { working } from '../../../demo/stories/happenings.js'
import { until } from '../../../demo/stories/story.js'
import { AdapterFault, type InterventionAdapter, type Message, type Write } from '../../../src/index.js'
import { expectAccessible } from '../../support/axe.js'
import { keptReplies } from '../../support/kept-replies.js'
import { SlowTimers } from '../../support/slow-timers.js'
import { TrackerDriver } from '../../support/tracker-driver.js'

const { customer, late, shown, becomes } = keptReplies(working)

const reply = (tracker: TrackerDriver): string => tracker.find<HTMLTextAreaElement>('#reply')!.value
const notKnown = 'We don’t know yet whether this arrived'
const lost = () => new AdapterFault('unavailable', { uncertain: true })

interface Call {
  readonly message: Message
  readonly key: string
  /** By `performance.now()`. */
  readonly at: number
}

/** A system of which every write is seen, and answered as the test wants; `deliver` puts it on the ticket. */
function system(
  answer: (call: number, deliver: () => Promise<unknown>) => Promise<unknown>,
  retries: 'safe' | 'unsafe' = 'safe',
) {
  const { adapter, ...rest } = customer()
  const calls: Call[] = []
  const watched: InterventionAdapter = {
    ...adapter,
    capabilities: { ...adapter.capabilities, retries: { ...adapter.capabilities.retries, reply: retries } },
    async reply(id: string, message: Message, write: Write) {
      calls.push({ message, key: write.key, at: performance.now() })
      await answer(calls.length, () => adapter.reply(id, message, write))
      return { unstored: [] }
    },
  }
  return { ...rest, calls, adapter: watched }
}

const never = () => new Promise<never>(() => undefined)

async function write(tracker: TrackerDriver, text: string): Promise<void> {
  await tracker.type(/Write to the engineer/, text)
  await tracker.press('button', 'Send')
}

describe('R21: an answer to which nothing is said', () => {
  it('is not known after half a minute, and nothing else waits for it; what comes late still counts', async () => {
    let answer: () => void = () => undefined
    const gate = new Promise<void>(resolve => (answer = resolve))
    const { adapter, calls } = system((_, deliver) => gate.then(deliver), 'unsafe')
    const tracker = await shown(adapter)
    const slow = new SlowTimers()
    try {
      await write(tracker, 'Any news?')
      await until('it is out', () => calls.length === 1)
      expect(tracker.text).not.to.include(notKnown)
      slow.end(30_000)
      await tracker.reads(notKnown)
      await expectAccessible(tracker.element)
      answer()
      await until('the field is empty', () => reply(tracker) === '')
      expect(tracker.text).not.to.include(notKnown)
      expect(calls.length).to.equal(1)
    } finally {
      slow.restore()
    }
  })
})

describe('R6: an answer that was on its way when the page was left', () => {
  it('goes again by itself, with the same key and the same bytes, and its files', async () => {
    const { adapter, calls, kept } = system((call, deliver) => (call === 1 ? never() : deliver()))
    const tracker = await shown(adapter)
    await tracker.attach(new File(['nothing'], 'app.log', { type: 'text/plain' }))
    await write(tracker, 'Any news?')
    await until('it is out', () => calls.length === 1)
    tracker.element.remove()
    const again = await shown(adapter)
    await until('it is sent', () => calls.length === 2)
    await until('the field is empty', () => reply(again) === '')
    await again.reads('Any news?')
    const [one, other] = calls
    expect(other!.key).to.equal(one!.key)
    const bytes = async ({ message: { files = [], ...data } }: Call) => [
      JSON.stringify(data),
      await Promise.all(files.map(async file => `${file.name} ${file.type} ${await file.text()}`)),
    ]
    expect(await bytes(other!)).to.deep.equal(await bytes(one!))
    expect(again.text).not.to.match(/We don’t know|Your message is back/)
    expect(again.events).to.include('os-reply-sent')
    await becomes(kept, ({ written, underWay }) => !written && !underWay)
    again.element.remove()
    await shown(adapter)
    await late()
    expect(calls).to.have.length(2)
  })

  it('is looked for among what was said where it can’t go twice, and found', async () => {
    const { adapter, calls, kept } = system(async (_, deliver) => {
      await deliver()
      await never()
    }, 'unsafe')
    const tracker = await shown(adapter)
    await write(tracker, 'Any news?')
    await until('it is out', () => calls.length === 1)
    tracker.element.remove()
    const again = await shown(adapter)
    await until('the field is empty', () => reply(again) === '')
    await becomes(kept, ({ written, underWay }) => !written && !underWay)
    expect(calls).to.have.length(1)
    expect(again.text).not.to.include(notKnown)
  })

  it('is said to be not known where it can’t go twice and isn’t found, and waits for the customer', async () => {
    const { adapter, calls, kept } = system(never, 'unsafe')
    const tracker = await shown(adapter)
    await write(tracker, 'Any news?')
    await until('it is out', () => calls.length === 1)
    tracker.element.remove()
    const again = await shown(adapter)
    await again.reads(notKnown)
    await late()
    expect(again.text).not.to.match(/Not sent|Sent\./)
    expect([reply(again), calls.length]).to.deep.equal(['Any news?', 1])
    await expectAccessible(again.element)
    await again.press('button', 'Discard the message')
    await becomes(kept, ({ written, underWay }) => !written && !underWay)
    expect(again.text).not.to.include(notKnown)
  })

  it('is not kept where the outbox is off, and nothing is sent anew', async () => {
    const { adapter, calls, kept } = system(never)
    const tracker = await TrackerDriver.on(adapter, 'en', { drafts: '', outbox: 'off' })
    await write(tracker, 'Any news?')
    await until('it is out', () => calls.length === 1)
    await late()
    expect((await kept()).underWay).to.equal(undefined)
    tracker.element.remove()
    const again = await TrackerDriver.on(adapter, 'en', { drafts: '', outbox: 'off' })
    await again.reads('Your message is back')
    await late()
    expect(calls).to.have.length(1)
  })

  it('doesn’t go any more after the page’s log-out', async () => {
    const { adapter, calls, kept } = system(never)
    const tracker = await shown(adapter)
    await write(tracker, 'Any news?')
    await until('it is out', () => calls.length === 1)
    await becomes(kept, ({ underWay }) => underWay !== undefined)
    const { element } = tracker
    if ('clear' in element && typeof element.clear === 'function') element.clear()
    await becomes(kept, ({ written, underWay }) => !written && !underWay)
    element.remove()
    await shown(adapter)
    await late()
    expect(calls).to.have.length(1)
  })

  it('R13: is told to nobody who has gone', async () => {
    let arrive = (): void => undefined
    const { adapter, kept } = system(async (_, deliver) => {
      await new Promise<void>(resolve => {
        arrive = resolve
      })
      await deliver()
    })
    const tracker = await shown(adapter)
    await write(tracker, 'Any news?')
    await becomes(kept, ({ underWay }) => underWay !== undefined)
    tracker.element.remove()
    const { events } = tracker
    arrive()
    await becomes(kept, ({ written, underWay }) => !written && !underWay)
    expect(events).not.to.include('os-reply-sent')
  })
})

describe('sent, not sent and not known', () => {
  it('are never mixed: what may have arrived is not known until the system has it, whatever fails later', async () => {
    const { adapter, calls } = system((call, deliver) => {
      if (call === 1) return Promise.reject(lost())
      if (call < 4) return Promise.reject(new AdapterFault(call === 2 ? 'unavailable' : 'forbidden'))
      return deliver()
    })
    const tracker = await shown(adapter)
    await write(tracker, 'Any news?')
    await until('it is tried by itself', () => calls.length === 3)
    await tracker.reads(notKnown)
    expect(tracker.text).not.to.include('Not sent')
    await tracker.press('button', 'Try again')
    await until('the field is empty', () => reply(tracker) === '')
    expect(new Set(calls.map(({ key }) => key)).size).to.equal(1)
  })

  it('a refusal of the very words is one, even after a doubt', async () => {
    const { adapter } = system(call =>
      Promise.reject(call === 1 ? lost() : new AdapterFault('too-large', { fields: ['replyFiles'] })),
    )
    const tracker = await shown(adapter)
    await write(tracker, 'Any news?')
    await tracker.reads('Not sent')
    expect(tracker.text).not.to.include(notKnown)
  })
})

describe('R4: a system that asks for a wait', () => {
  it('gets it, and the customer is told; then it goes by itself', async () => {
    const { adapter, calls } = system((call, deliver) =>
      call === 1 ? Promise.reject(new AdapterFault('rate-limited', { retryAfterMs: 1_500 })) : deliver(),
    )
    const tracker = await shown(adapter)
    await write(tracker, 'Any news?')
    await tracker.reads('The next attempt is at')
    await expectAccessible(tracker.element)
    await until('it is sent', () => calls.length === 2)
    expect(calls[1]!.at - calls[0]!.at).to.be.at.least(1_500)
    expect(calls[1]!.key).to.equal(calls[0]!.key)
    await until('the field is empty', () => reply(tracker) === '')
  })

  it('is left alone when it asks for long, and the time is told', async () => {
    const { adapter, calls } = system(() =>
      Promise.reject(new AdapterFault('unavailable', { retryAfterMs: 3_600_000 })),
    )
    const tracker = await shown(adapter)
    await write(tracker, 'Any news?')
    await tracker.reads('asks to wait until')
    await late()
    expect(calls).to.have.length(1)
  })

  it('gets it in a doubt too: what may have arrived is not asked about before', async () => {
    const { adapter, calls } = system((call, deliver) =>
      call === 1
        ? Promise.reject(new AdapterFault('unavailable', { uncertain: true, retryAfterMs: 2_500 }))
        : deliver(),
    )
    const tracker = await shown(adapter)
    await write(tracker, 'Any news?')
    await tracker.reads(notKnown)
    await until('it is sent', () => calls.length === 2)
    expect(calls[1]!.at - calls[0]!.at).to.be.at.least(2_500)
  })

  it('R13: is sent nothing by a page that was left meanwhile', async () => {
    const { adapter, calls } = system(() =>
      Promise.reject(new AdapterFault('rate-limited', { retryAfterMs: 1_000 })),
    )
    const tracker = await shown(adapter)
    await write(tracker, 'Any news?')
    await tracker.reads('The next attempt is at')
    tracker.element.remove()
    await late()
    await late()
    expect(calls).to.have.length(1)
  })

  it('is sent it all the same where the page has taken the element out, and put it back', async () => {
    const { adapter, calls } = system((call, deliver) =>
      call === 1 ? Promise.reject(new AdapterFault('rate-limited', { retryAfterMs: 1_500 })) : deliver(),
    )
    const tracker = await shown(adapter)
    const { element } = tracker
    await write(tracker, 'Any news?')
    await tracker.reads('The next attempt is at')
    const place = element.parentElement!
    element.remove()
    await new Promise(resolve => setTimeout(resolve, 100))
    place.append(element)
    await until('it is sent', () => calls.length === 2)
    expect(calls[1]!.at - calls[0]!.at).to.be.at.least(1_500)
  })

  it('is not sent what the customer has changed meanwhile', async () => {
    const { adapter, calls } = system(() =>
      Promise.reject(new AdapterFault('rate-limited', { retryAfterMs: 1_000 })),
    )
    const tracker = await shown(adapter)
    await write(tracker, 'Any news')
    await tracker.reads('The next attempt is at')
    await tracker.type(/Write to the engineer/, '?')
    await late()
    expect(calls).to.have.length(1)
    expect(tracker.text).to.include('asks to wait until')
  })
})
