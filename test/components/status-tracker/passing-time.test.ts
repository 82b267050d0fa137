import { expect } from 'chai'
import { asked, authorizedFor, done, filed, stage, working } from '../../../demo/stories/happenings.js'
import { settled } from '../../../demo/stories/story.js'
import type { Happening } from '../../../demo/stories/ticket.js'
import { expectAccessible } from '../../support/axe.js'
import { SlowTimers } from '../../support/slow-timers.js'
import { TrackerDriver } from '../../support/tracker-driver.js'

const second = 1 / 60
/** Nobody asks in the meantime: what changes, changes by the clock. */
const capabilities = { pollEveryMs: 900_000 }

function see(state: 'visible' | 'hidden'): void {
  Object.defineProperty(document, 'visibilityState', { configurable: true, value: state })
  document.dispatchEvent(new Event('visibilitychange'))
}

describe('a request that is looked at while time passes', () => {
  it('says that the first response is late as soon as it is', async () => {
    const tracker = await TrackerDriver.of({
      ...{ happenings: filed, minutesAgo: 10 - 1.5 * second, capabilities },
    })
    expect(tracker.text).to.include('First response by')
    await tracker.reads('The first response is late')
  })

  it('says that the authorization is over as soon as it is', async () => {
    const tracker = await TrackerDriver.of({
      happenings: await authorizedFor('24h', 24 * 60 - 1.5 * second),
      ...{ minutesAgo: 1_000.5, capabilities },
    })
    expect(tracker.text).to.match(/Valid Until \d/)
    await tracker.reads('It has ended:')
  })

  describe('waits for the next change with one timer', () => {
    let timers: SlowTimers
    const waits = (): readonly number[] => timers.waits.filter(ms => ms <= 60_001)

    beforeEach(() => (timers = new SlowTimers()))
    afterEach(() => {
      timers.restore()
      Reflect.deleteProperty(document, 'visibilityState')
    })

    it('however often it is drawn, a minute at the most, and none once it is gone', async () => {
      const tracker = await TrackerDriver.of({ happenings: working, minutesAgo: 30.5, capabilities })
      for (const locale of ['pl', 'en', 'pl']) {
        tracker.element.setAttribute('locale', locale)
        await settled(document)
      }
      expect(waits().length).to.equal(1)
      const place = tracker.element.parentElement!
      tracker.element.remove()
      expect(waits()).to.deep.equal([])
      place.append(tracker.element)
      await settled(document)
      expect(waits().length).to.equal(1)
    })

    it('and none while nobody sees it', async () => {
      const tracker = await TrackerDriver.of({ happenings: working, minutesAgo: 30.5, capabilities })
      see('hidden')
      await settled(document)
      expect(waits()).to.deep.equal([])
      tracker.element.setAttribute('locale', 'pl')
      await settled(document)
      expect(waits()).to.deep.equal([])
      see('visible')
      await settled(document)
      expect(waits().length).to.equal(1)
    })
  })
})

describe('how long an authorization holds', () => {
  const of = (happenings: readonly Happening[], minutesAgo = 60, locale = 'en') =>
    TrackerDriver.of({ happenings, minutesAgo }, locale)
  /** What stands beside "Valid". */
  const valid = (tracker: TrackerDriver): string | undefined =>
    [...tracker.element.shadowRoot!.querySelectorAll('dl > div')]
      .map(row => row.textContent.replace(/\s+/g, ' ').trim())
      .find(row => /^(?:Valid|Obowiązuje) /.test(row))

  it('is told by a time where it was given for a day', async () => {
    const tracker = await of(await authorizedFor('24h', 60))
    expect(valid(tracker)).to.match(/^Valid Until \d+ \w+ \d{4} at \d\d:\d\d/)
    await expectAccessible(tracker.element)
  })

  it('is told as it was given while the work is on, in both languages', async () => {
    expect(valid(await of(asked))).to.match(/^Valid Until the work is done, and at most \d+ hours? after$/)
    expect(valid(await of(asked, 60, 'pl'))).to.match(/^Obowiązuje Do zakończenia prac i jeszcze najwyżej/)
    expect(valid(await of(await authorizedFor('7d', 60), 60, 'pl'))).to.match(
      /^Obowiązuje Do \d+ \p{L}+ \d{4}/u,
    )
  })

  it('is told by a time once the work is done, and that it is over', async () => {
    expect(valid(await of(done))).to.match(/^Valid Until \d/)
    expect(valid(await of(done, 9_000))).to.match(/^Valid It has ended: \d/)
  })

  it('is left out where nobody knows: the work was never done', async () => {
    const tracker = await of([...working, [20, 'engineer', stage('declined', 'Not the owner.')]])
    expect(valid(tracker)).to.equal(undefined)
    expect(tracker.text).to.include('Restart')
  })
})
