import { expect } from 'chai'
import { asked, done, filed, message, stage, working } from '../../../demo/stories/happenings.js'
import { until } from '../../../demo/stories/story.js'
import { toldTicket, type Told } from '../../../demo/stories/ticket.js'
import type { Fact, InterventionAdapter } from '../../../src/index.js'
import { PassingTime } from '../../support/passing-time.js'
import { TrackerDriver } from '../../support/tracker-driver.js'

const HOUR = 3_600_000

/** A ticket system whose clock is right, whatever this machine's is set to. */
function rightTicket(told: Told): InterventionAdapter {
  const began = performance.now()
  const at = Date.now()
  const adapter = toldTicket(told)
  return {
    ...adapter,
    async get(...call) {
      const intervention = await adapter.get(...call)
      return intervention && { ...intervention, now: Math.round(at + performance.now() - began) }
    },
  }
}

describe('the clock of a request', () => {
  for (const [name, told] of Object.entries({
    sent: { happenings: filed, minutesAgo: 2 },
    'not answered in time': { happenings: filed, minutesAgo: 25 },
    'under way': { happenings: working, minutesAgo: 30 },
    'late for the target': { happenings: working, minutesAgo: 130 },
    'paused for an answer': { happenings: asked, minutesAgo: 300 },
    done: { happenings: done, minutesAgo: 60 },
  } satisfies Record<string, Told>))
    it(`says the same whatever this machine’s clock says: ${name}`, async () => {
      const texts: string[] = []
      for (const skew of [0, 3 * HOUR, -3 * HOUR]) {
        const adapter = rightTicket(told)
        const time = new PassingTime()
        time.sleep(skew)
        const tracker = await TrackerDriver.on(adapter)
        await tracker.reads('Last update')
        texts.push(tracker.text)
        tracker.element.remove()
        time.sleep(-skew)
      }
      const [right] = texts
      expect(right).to.match(/\d/)
      expect(right).not.to.match(/-\d/)
      // A minute may pass between two of them: what it says of the minute is told apart by nothing else.
      for (const text of texts) expect(inMinutes(text)).to.deep.equal(inMinutes(right!))
    })

  it('tells the ear each stage once, and nothing of time that passes', async () => {
    const every = 10 * 60_000
    const facts: readonly Fact[] = [
      stage('verification'),
      stage('assessment'),
      stage('in-progress'),
      stage('waiting-for-customer'),
      stage('in-progress'),
      message('It boots again.'),
    ]
    const quiet = { kind: 'promise', until: Date.now() + 24 * HOUR } as const
    const time = new PassingTime()
    const tracker = await TrackerDriver.on(
      toldTicket({
        happenings: filed,
        minutesAgo: 2,
        goesOn: { every, fact: index => facts[index] ?? quiet },
        change: { watch: () => undefined },
      }),
    )
    const heard: string[] = []
    const ear = new MutationObserver(records => {
      const region = document.querySelector('body > [role=status]')
      if (region?.textContent && records.some(({ target }) => target === region))
        heard.push(region.textContent)
    })
    ear.observe(document.body, { subtree: true, childList: true })
    for (const words of [
      'Status: Verifying account and authorization.',
      'Status: Assessing the problem.',
      'Status: Work in progress.',
      'Status: Waiting for your answer.',
      'Status: Work in progress.',
      '1 new message.',
    ]) {
      const before = heard.length
      time.sleep(every)
      await until(words, () => heard.length > before)
      expect(heard.slice(before)).to.deep.equal([words])
    }
    const before = heard.length
    // The target passes, hours pass, and the element is taken away and put back.
    for (let hour = 0; hour < 8; hour += 1) {
      time.sleep(HOUR)
      await new Promise(resolve => setTimeout(resolve, 20))
      ;(tracker.element as HTMLElement & { requestUpdate(): void }).requestUpdate()
    }
    await tracker.reads('taking longer')
    const place = tracker.element.parentElement!
    tracker.element.remove()
    place.append(tracker.element)
    await new Promise(resolve => setTimeout(resolve, 1_500))
    expect(heard.slice(before)).to.deep.equal([])
    ear.disconnect()
  })
})

/** Times of day as minutes, so that two that are a minute apart can be told from two that are hours apart. */
function inMinutes(text: string): readonly [string, readonly number[]] {
  const times: number[] = []
  const rest = text.replace(
    /(\d{1,2}):(\d\d)( [AP]M)?/g,
    (_, hours: string, minutes: string, half?: string) => {
      const inHalf = half?.trim() === 'PM' ? 12 : 0
      times.push(Math.round((((Number(hours) % 12) + inHalf) * 60 + Number(minutes)) / 5))
      return 'TIME'
    },
  )
  return [rest, times]
}
