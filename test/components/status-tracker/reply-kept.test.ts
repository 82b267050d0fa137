import { expect } from 'chai'
import { done, working } from '../../../demo/stories/happenings.js'
import { until } from '../../../demo/stories/story.js'
import { OsStatusTracker } from '../../../components/status-tracker/status-tracker.js'
import type { InterventionAdapter, ReplyShelf } from '../../../src/index.js'
import { expectAccessible } from '../../support/axe.js'
import { blocked, busy } from '../../support/broken-storage.js'
import { keptReplies } from '../../support/kept-replies.js'
import { spoken, TrackerDriver } from '../../support/tracker-driver.js'

const { customer, late, shown, becomes } = keptReplies(working)

const reply = (tracker: TrackerDriver): string => tracker.find<HTMLTextAreaElement>('#reply')!.value
const isBack = 'Your message is back'

/** Loads the page with what was written on it before: the element goes, and another comes. */
async function reloaded(tracker: TrackerDriver, adapter: InterventionAdapter): Promise<TrackerDriver> {
  tracker.element.remove()
  return shown(adapter)
}

describe('R9: an answer that was being written', () => {
  it('is found again with a note, and goes for good when it is discarded', async () => {
    const { adapter, kept } = customer()
    const tracker = await shown(adapter)
    await tracker.type(/Write to the engineer/, 'Any news?')
    await becomes(kept, ({ written }) => written?.text === 'Any news?')
    const again = await reloaded(tracker, adapter)
    await again.reads(isBack)
    expect(reply(again)).to.equal('Any news?')
    await expectAccessible(again.element)
    await again.press('button', 'Discard the message')
    await until('the sentence', () => spoken().includes('has been discarded'))
    expect(reply(again)).to.equal('')
    expect(again.focused).to.equal('reply')
    expect(again.text).not.to.include(isBack)
    await becomes(kept, ({ written }) => written === undefined)
    const last = await reloaded(again, adapter)
    await late()
    expect([reply(last), last.text.includes(isBack)]).to.deep.equal(['', false])
  })

  it('is kept within a second while the customer goes on typing', async () => {
    const { adapter, kept } = customer()
    const tracker = await shown(adapter)
    const field = tracker.find<HTMLTextAreaElement>('#reply')!
    const began = Date.now()
    for (let letters = 1; Date.now() - began < 1_500; letters += 1) {
      field.value = 'x'.repeat(letters)
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    expect((await kept()).written!.at - began).to.be.below(1_500)
  })

  it('is kept at once when the page is hidden for good', async () => {
    const { adapter, kept } = customer()
    const tracker = await shown(adapter)
    await late()
    await tracker.type(/Write to the engineer/, 'On my way out')
    dispatchEvent(new PageTransitionEvent('pagehide'))
    await becomes(kept, ({ written }) => written?.text === 'On my way out')
  })

  it('holds no secret: neither what looks like one nor what repeats the new password', async () => {
    const { adapter, kept } = customer()
    const tracker = await shown(adapter)
    await tracker.type(/Write to the engineer/, 'The root password is Winter-2024! and it is firewall73 too')
    await becomes(kept, ({ written }) => written?.text.includes('••• and it is') === true)
    await tracker.press('button', 'Enter new login details')
    const password = await until('the field', () => tracker.find<HTMLInputElement>('#password'))
    password.focus()
    const { type } = await import('../../support/keys.js')
    await type('firewall73')
    await becomes(kept, ({ written }) => written?.text.endsWith('it is ••• too') === true)
    expect(reply(tracker)).to.include('Winter-2024!')
    tracker.element.remove()
    await late()
    expect(JSON.stringify(await kept())).not.to.match(/Winter|firewall73/)
    const again = await shown(adapter)
    await again.reads('has been replaced with •••')
  })

  it('holds nothing of the new password once that is wiped from its field, either', async () => {
    const { adapter, kept } = customer()
    const tracker = await shown(adapter)
    await tracker.type(/Write to the engineer/, 'Since the firewall change')
    await tracker.press('button', 'Enter new login details')
    const password = await until('the field', () => tracker.find<HTMLInputElement>('#password'))
    password.focus()
    const { type } = await import('../../support/keys.js')
    await type('firewall')
    await becomes(kept, ({ written }) => written?.text === 'Since the ••• change')
    dispatchEvent(new PageTransitionEvent('pagehide'))
    await until('the wiping', () => password.value === '')
    await late()
    await tracker.type(/Write to the engineer/, ' of Monday')
    await becomes(kept, ({ written }) => written?.text.endsWith('of Monday') === true)
    expect(JSON.stringify(await kept()))
      .to.include('Since the ••• change')
      .and.not.include('firewall')
    expect(reply(tracker)).to.include('firewall')
  })

  it('holds nothing of the new password while that is taken back letter by letter', async () => {
    const { adapter, kept } = customer()
    const tracker = await shown(adapter)
    await tracker.type(/Write to the engineer/, 'Since the firewall change')
    await tracker.press('button', 'Enter new login details')
    const password = await until('the field', () => tracker.find<HTMLInputElement>('#password'))
    password.focus()
    const { press, type } = await import('../../support/keys.js')
    await type('firewall')
    await becomes(kept, ({ written }) => written?.text === 'Since the ••• change')
    for (const letters of ['firewal', 'firewa', 'firew', 'fire', 'fir', 'fi']) {
      await press('Backspace')
      expect(password.value).to.equal(letters)
    }
    await late()
    await type('ddlestick')
    await late()
    await tracker.type(/Write to the engineer/, ' of Monday')
    await becomes(kept, ({ written }) => written?.text.endsWith('of Monday') === true)
    expect((await kept()).written!.text).to.equal('Since the ••• change of Monday')
  })

  it('tells which files are to be chosen again', async () => {
    const { adapter, kept } = customer()
    const tracker = await shown(adapter)
    await tracker.type(/Write to the engineer/, 'See the log')
    await tracker.attach(new File(['nothing'], 'app.log', { type: 'text/plain' }))
    await becomes(kept, ({ written }) => written?.files.length === 1)
    const again = await reloaded(tracker, adapter)
    await again.reads('Choose the files again: app.log')
    expect(reply(again)).to.equal('See the log')
  })

  it('is gone once it is on the ticket', async () => {
    const { adapter, kept } = customer()
    const tracker = await shown(adapter)
    await tracker.type(/Write to the engineer/, 'Any news?')
    await becomes(kept, ({ written }) => written?.text === 'Any news?')
    await tracker.press('button', 'Send')
    await until('it has gone', () => reply(tracker) === '')
    await becomes(kept, ({ written }) => written === undefined)
    const again = await reloaded(tracker, adapter)
    await late()
    expect([reply(again), await kept()]).to.deep.equal(['', { written: undefined, underWay: undefined }])
  })

  it('is not put over what the customer has begun meanwhile', async () => {
    const { adapter, kept, shelf } = customer()
    await shelf.written.write('48210', { text: 'Of yesterday', files: [] })
    const free = await busy()
    const tracker = await shown(adapter)
    await tracker.type(/Write to the engineer/, 'Of today')
    free()
    await tracker.reads('Your message has been changed in another tab')
    expect([reply(tracker), (await kept()).written!.text]).to.deep.equal(['Of today', 'Of yesterday'])
    await tracker.press('button', 'Keep what is here')
    await becomes(kept, ({ written }) => written?.text === 'Of today')
    expect([reply(tracker), tracker.text.includes(isBack)]).to.deep.equal(['Of today', false])
  })

  it('is seen by no other account, and not found where drafts are off', async () => {
    const { adapter, shelf } = customer()
    await shelf.written.write('48210', { text: 'Mine', files: [] })
    const stranger = await shown(customer().adapter)
    const off = await TrackerDriver.on(adapter, 'en', { drafts: 'off', outbox: '' })
    const without = await TrackerDriver.on(adapter, 'en', { drafts: 'off', outbox: 'off' })
    await late()
    for (const tracker of [stranger, off, without]) {
      expect(reply(tracker)).to.equal('')
      expect(tracker.text).not.to.include(isBack)
    }
    await off.type(/Write to the engineer/, 'Not to be kept')
    await late()
    expect((await shelf.read('48210')).written!.text).to.equal('Mine')
  })

  it('is kept on its own request, and comes back with it', async () => {
    const { adapter } = customer()
    const tracker = await shown(adapter)
    await tracker.type(/Write to the engineer/, 'Of this one')
    if (!(tracker.element instanceof OsStatusTracker)) throw new Error('no tracker')
    tracker.element.intervention = '48211'
    await until('the other', () => tracker.find('#reply') && reply(tracker) === '')
    await late()
    expect(reply(tracker)).to.equal('')
    tracker.element.intervention = '48210'
    await until('the first', () => tracker.find('#reply') && reply(tracker) === 'Of this one')
  })

  it('is forgotten with the page’s log-out', async () => {
    const { adapter, kept } = customer()
    const tracker = await shown(adapter)
    await tracker.type(/Write to the engineer/, 'Mine')
    await becomes(kept, ({ written }) => written?.text === 'Mine')
    if (tracker.element instanceof OsStatusTracker) tracker.element.clear()
    await becomes(kept, ({ written }) => written === undefined)
    await late()
    expect([reply(tracker), (await kept()).written]).to.deep.equal(['', undefined])
  })

  it('is written and sent where storage is blocked', async () => {
    const unblock = blocked()
    const faults: unknown[] = []
    const hear = (event: Event) => faults.push(event)
    addEventListener('error', hear)
    addEventListener('unhandledrejection', hear)
    try {
      const tracker = await shown(customer().adapter)
      await tracker.type(/Write to the engineer/, 'It goes on')
      await late()
      await tracker.press('button', 'Send')
      await until('it is sent', () => tracker.said.length === 1)
    } finally {
      unblock()
      removeEventListener('error', hear)
      removeEventListener('unhandledrejection', hear)
    }
    expect(faults).to.deep.equal([])
  })
})

describe('R10: one answer in two tabs', () => {
  it('is asked about before one is put over the other', async () => {
    const { adapter, kept } = customer()
    const one = await shown(adapter)
    const two = await shown(adapter)
    await one.type(/Write to the engineer/, 'One')
    await becomes(kept, ({ written }) => written?.text === 'One')
    await two.type(/Write to the engineer/, 'Two')
    await two.reads('Your message has been changed in another tab')
    await until('the sentence', () => spoken().includes('changed in another tab'))
    await two.type(/Write to the engineer/, ' and more')
    await late()
    expect((await kept()).written!.text).to.equal('One')
    await expectAccessible(two.element)

    await two.press('button', 'Keep what is here')
    await becomes(kept, ({ written }) => written?.text === 'Two and more')
    expect(two.focused).to.equal('reply')
    await one.type(/Write to the engineer/, ' too')
    await one.reads('Your message has been changed in another tab')
    await one.press('button', 'Take the other version')
    expect(reply(one)).to.equal('Two and more')
    await late()
    expect((await kept()).written!.text).to.equal('Two and more')
  })

  it('doesn’t come back once it was sent from the other one', async () => {
    const { adapter, kept } = customer()
    const one = await shown(adapter)
    await one.type(/Write to the engineer/, 'Any news?')
    await becomes(kept, ({ written }) => written?.text === 'Any news?')
    const two = await shown(adapter)
    await two.reads(isBack)
    await one.press('button', 'Send')
    await becomes(kept, ({ written }) => written === undefined)
    await late()
    expect(one.text).not.to.include('in another tab')
    await two.type(/Write to the engineer/, ' Please.')
    await two.reads('Your message has been discarded or sent in another tab')
    expect((await kept()).written).to.equal(undefined)
    await two.press('button', 'Empty the field')
    await late()
    expect([reply(two), (await kept()).written]).to.deep.equal(['', undefined])
  })

  it('goes on to be kept after one was sent', async () => {
    const { adapter, kept } = customer()
    const tracker = await shown(adapter)
    await tracker.type(/Write to the engineer/, 'Any news?')
    await becomes(kept, ({ written }) => written?.text === 'Any news?')
    await tracker.press('button', 'Send')
    await until('it has gone', () => reply(tracker) === '')
    await tracker.type(/Write to the engineer/, 'Thank you')
    await becomes(kept, ({ written }) => written?.text === 'Thank you')
    expect(tracker.text).not.to.include('in another tab')
  })
})

describe('R9: the reason for opening a request again', () => {
  const closed = keptReplies(done)
  const reason = (tracker: TrackerDriver) => tracker.find<HTMLTextAreaElement>('#reopenReason')!.value
  const tilKept = (shelf: ReplyShelf, text: string | undefined) =>
    becomes(
      async () => ({ written: await shelf.reasons.read('48210'), underWay: undefined }),
      ({ written }) => written?.text === text,
    )

  it('is found again with a note, goes when it is discarded, and with the sending', async () => {
    const { adapter, shelf } = closed.customer()
    const tracker = await closed.shown(adapter)
    await tracker.press('button', 'Reopen this request')
    await tracker.type(/What is wrong now/, 'SSH is closed again.')
    await tilKept(shelf, 'SSH is closed again.')
    tracker.element.remove()
    const again = await closed.shown(adapter)
    await again.press('button', 'Reopen this request')
    await again.reads(isBack)
    expect(reason(again)).to.equal('SSH is closed again.')
    await expectAccessible(again.element)
    await again.press('button', 'Discard the message')
    expect([reason(again), again.focused]).to.deep.equal(['', 'reopenReason'])
    await tilKept(shelf, undefined)
    await again.type(/What is wrong now/, 'RDP is closed.')
    await tilKept(shelf, 'RDP is closed.')
    await again.press('checkbox', /I give the same authorization/)
    await again.press('button', 'Reopen')
    await again.reads('Reopened')
    await tilKept(shelf, undefined)
  })

  it('holds no password that is wiped meanwhile', async () => {
    const { adapter, shelf } = closed.customer()
    const tracker = await closed.shown(adapter)
    await tracker.press('button', 'Reopen this request')
    await tracker.type(/What is wrong now/, 'Since the firewall change')
    await tracker.press('checkbox', /^I’m giving new login details too/)
    const { type } = await import('../../support/keys.js')
    tracker.find('#password')!.focus()
    await type('firewall')
    await tilKept(shelf, 'Since the ••• change')
    dispatchEvent(new PageTransitionEvent('pagehide'))
    await tracker.type(/What is wrong now/, ' of Monday')
    await tilKept(shelf, 'Since the ••• change of Monday')
  })
})
