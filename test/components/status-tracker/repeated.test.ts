import { expect } from 'chai'
import { done, working } from '../../../demo/stories/happenings.js'
import { until } from '../../../demo/stories/story.js'
import { expectAccessible } from '../../support/axe.js'
import { allByRole } from '../../support/by-role.js'
import { type } from '../../support/keys.js'
import { log } from '../../support/some-files.js'
import { spoken, TrackerDriver } from '../../support/tracker-driver.js'

const typedTwice = 'These are your new login details.'

/** New login details are begun: the password stands in its field. */
async function withPassword(tracker: TrackerDriver, opener: readonly ['button' | 'checkbox', RegExp]) {
  await tracker.press(...opener)
  const password = await until('the field', () => tracker.find<HTMLInputElement>('#password'))
  password.focus()
  await type('Kanarek7')
  return password
}

const renewing = ['button', /^Enter new login details$/] as const
const reply = (tracker: TrackerDriver): string => tracker.find<HTMLTextAreaElement>('#reply')!.value

describe('S3: an answer that repeats the new password', () => {
  it('is not sent with it, but with dots in its place, wherever it stands', async () => {
    const tracker = await TrackerDriver.of({ happenings: working, minutesAgo: 30 })
    await tracker.type(/Write to the engineer/, 'Try Kanarek7 or root/Kanarek7 please')
    await withPassword(tracker, renewing)
    await tracker.press('button', 'Send')
    await tracker.reads(typedTwice)
    expect([tracker.said, tracker.focused]).to.deep.equal([[], 'reply-guard'])
    await until('the sentence', () => spoken().includes('looks like a password'))
    expect(await allByRole('button', 'It isn’t a secret', tracker.element)).to.deep.equal([])
    await expectAccessible(tracker.element)
    await tracker.press('button', 'Replace it with dots')
    expect([reply(tracker), tracker.text.includes(typedTwice)]).to.deep.equal([
      'Try ••• or root/••• please',
      false,
    ])
    await tracker.press('button', 'Send')
    await until('it is sent', () => tracker.said.length === 1)
    expect(tracker.said[0]!.text).to.equal('Try ••• or root/••• please')
  })

  it('is asked about too once that is wiped; then the customer may know better', async () => {
    const tracker = await TrackerDriver.of({ happenings: working, minutesAgo: 30 })
    await tracker.type(/Write to the engineer/, 'Try Kanarek7 please')
    const password = await withPassword(tracker, renewing)
    dispatchEvent(new PageTransitionEvent('pagehide'))
    await until('the wiping', () => password.value === '')
    await tracker.press('button', 'Send')
    await tracker.reads(typedTwice)
    expect(tracker.said).to.deep.equal([])
    await tracker.press('button', 'It isn’t a secret')
    await tracker.press('button', 'Send')
    await until('it is sent', () => tracker.said.length === 1)
    expect(tracker.said[0]!.text).to.equal('Try Kanarek7 please')
  })

  it('is not sent with a file that holds it', async () => {
    const tracker = await TrackerDriver.of({
      ...{ happenings: working, minutesAgo: 30 },
      capabilities: { files: { maxBytes: 6_000_000, maxCount: 5 } },
    })
    await tracker.type(/Write to the engineer/, 'See the log')
    await tracker.attach(log('app.log', 'it was Kanarek7 yesterday\n'))
    await withPassword(tracker, renewing)
    await tracker.press('button', 'Send')
    await tracker.reads('Your new login details are in this file.')
    expect(tracker.text).to.include('Remove the file: the protected field is enough.')
    expect([tracker.said, tracker.focused]).to.deep.equal([[], 'replyFiles'])
    await expectAccessible(tracker.element)
    await tracker.press('button', /^Remove: app/)
    await tracker.press('button', 'Send')
    await until('it is sent', () => tracker.said.length === 1)
  })
})

describe('S3: the reason for opening a request again that repeats the new password', () => {
  it('is not sent with it', async () => {
    const tracker = await TrackerDriver.of({ happenings: done, minutesAgo: 60 })
    await tracker.press('button', 'Reopen this request')
    await tracker.type(/What is wrong now/, 'Neither Kanarek7 nor the key is taken.')
    await tracker.press('checkbox', /I give the same authorization/)
    await withPassword(tracker, ['checkbox', /^I’m giving new login details too/])
    await tracker.type('User name', 'admin')
    await tracker.press('button', 'Reopen')
    await tracker.reads(typedTwice)
    expect([tracker.said, tracker.focused]).to.deep.equal([[], 'reopenReason-guard'])
    await tracker.press('button', 'Replace it with dots')
    await tracker.press('button', 'Reopen')
    await tracker.reads('Reopened')
    expect(tracker.said[0]!.text).to.equal('Neither ••• nor the key is taken.')
  })
})
