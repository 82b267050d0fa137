import { expect } from 'chai'
import { authorizedFor, done, raised, working } from '../../../demo/stories/happenings.js'
import { until } from '../../../demo/stories/story.js'
import type { Told } from '../../../demo/stories/ticket.js'
import { longestText } from '../../../src/index.js'
import { expectAccessible } from '../../support/axe.js'
import { allByRole } from '../../support/by-role.js'
import { listening, quiet } from '../../support/spoken.js'
import { TrackerDriver } from '../../support/tracker-driver.js'

const told: Told = { happenings: working, minutesAgo: 30 }
const ended: Told = { happenings: done, minutesAgo: 60 }

describe('the focus on a request', () => {
  for (const [what, of, open, within, leave] of [
    ['new login details', told, 'Enter new login details', 'username', 'open-renewal'],
    ['a narrowing', told, 'Allow less', 'keep-ssh-rdp', 'open-narrowing'],
    ['a reopening', ended, 'Reopen this request', 'reopen-heading', 'open-reopening'],
  ] as const)
    it(`goes into ${what}, and back to the button when it is left as it is`, async () => {
      const tracker = await TrackerDriver.of(of)
      await tracker.press('button', open)
      expect(tracker.focused).to.equal(within)
      await expectAccessible(tracker.element)
      await tracker.press('button', 'Go back')
      expect(tracker.focused).to.equal(leave)
    })

  it('is at the heading of the section once its work is done', async () => {
    const tracker = await TrackerDriver.of(told)
    await tracker.press('button', 'Allow less')
    await tracker.press('checkbox', /^SSH/)
    await tracker.press('button', 'Allow only what is ticked')
    await until('it is done', () => !tracker.find('#narrowing'))
    await until('the focus', () => tracker.focused === 'authorization-heading')
  })

  it('goes to what is missing, which is told once', async () => {
    const cases = [
      [told, ['Enter new login details'], 'Seal and send', 'username', /Give the user name.*password/],
      [ended, ['Reopen this request'], 'Reopen', 'reopenReason', /^Say what is wrong now\. Give the auth/],
      [told, [], 'Send', 'reply', /^Write something first/],
    ] as const
    for (const [of, opened, send, field, words] of cases) {
      const tracker = await TrackerDriver.of(of)
      for (const name of opened) await tracker.press('button', name)
      const heard = listening()
      await tracker.press('button', send)
      await until('the focus', () => tracker.focused === field)
      await quiet()
      expect(heard).to.have.length(1)
      expect(heard[0]).to.match(words)
      await expectAccessible(tracker.element)
      tracker.element.remove()
    }
  })

  it('goes to the choices where nothing would be allowed any longer', async () => {
    const tracker = await TrackerDriver.of(told)
    await tracker.press('button', 'Allow less')
    for (const { element } of await allByRole('checkbox', /./, tracker.find('#narrowing')!)) element.click()
    await tracker.reads('Allow at least one access method.')
    const heard = listening()
    await tracker.press('button', 'Allow only what is ticked')
    expect(tracker.focused).to.equal('keep-ssh-rdp')
    await until('the ear', () => heard.includes('Allow at least one access method.'))
    expect(tracker.said).to.deep.equal([])
    await expectAccessible(tracker.element)
  })
})

describe('a text for the ticket', () => {
  for (const [what, of, opened, name, send, key] of [
    ['an answer', told, undefined, /Write to the engineer/, 'Send', 'reply'],
    ['a reason to reopen', ended, 'Reopen this request', /What is wrong now/, 'Reopen', 'reopenReason'],
  ] as const) {
    const written = async (text: string): Promise<TrackerDriver> => {
      const tracker = await TrackerDriver.of(of)
      if (opened) {
        await tracker.press('button', opened)
        await tracker.press('checkbox', /I give the same authorization/)
      }
      await tracker.type(name, text)
      return tracker
    }

    it(`that is ${what} is sent with no password in it, which is asked about`, async () => {
      const tracker = await written('The root password is Winter-2024!')
      const heard = listening()
      await tracker.press('button', send)
      await tracker.reads('This looks like a password.')
      await until('the focus', () => tracker.focused === `${key}-guard`)
      await until('the ear', () => heard.some(words => words.startsWith('Something in your text')))
      expect(tracker.said).to.deep.equal([])
      await expectAccessible(tracker.element)
      await tracker.press('button', 'Replace it with dots')
      expect(tracker.focused).to.equal(key)
      await tracker.press('button', send)
      await until('it is sent', () => tracker.said.length === 1)
      expect(tracker.said[0]!.text).to.equal('The root password is •••')
    })

    it(`that is ${what} gives its password to the protected fields`, async () => {
      const tracker = await written('The root password is Winter-2024!')
      await tracker.press('button', send)
      await tracker.reads('This looks like a password.')
      await tracker.press('button', 'Replace it with dots, and enter new login details')
      expect(tracker.focused).to.equal('username')
      expect(tracker.find<HTMLTextAreaElement>(`#${key}`)!.value).to.equal('The root password is •••')
    })

    it(`that is ${what} can be too long: that is said at the field`, async () => {
      const tracker = await written('x')
      const field = tracker.find<HTMLTextAreaElement>(`#${key}`)!
      field.value = 'x '.repeat(longestText / 2 + 1)
      field.dispatchEvent(new Event('input', { bubbles: true }))
      await tracker.press('button', send)
      await tracker.reads('At most 20,000 characters fit in here.')
      expect(tracker.focused).to.equal(key)
      expect(tracker.said).to.deep.equal([])
    })
  }

  it('is offered no protected field where the ticket takes no login details', async () => {
    const tracker = await TrackerDriver.of({ ...ended, capabilities: { sealed: null } })
    await tracker.press('button', 'Reopen this request')
    await tracker.press('checkbox', /I give the same authorization/)
    await tracker.type(/What is wrong now/, 'The root password is Winter-2024!')
    await tracker.press('button', 'Reopen')
    await tracker.reads('This looks like a password.')
    expect(tracker.text).not.to.include('enter new login details')
  })
})

describe('the head of a request', () => {
  it('has what is not as allowed, before everything else that is there', async () => {
    const hours = await authorizedFor('24h', 25 * 60)
    for (const [happenings, words] of [
      [[...working, [20, 'engineer', { kind: 'method', method: 'ip-kvm' }]], 'You didn’t allow this'],
      [
        [
          ...working,
          [20, 'customer', { kind: 'access', event: 'withdrawn' }],
          [22, 'engineer', { kind: 'access', event: 'opened', role: 'night shift' }],
        ],
        'opened after you withdrew access',
      ],
      [hours, 'The authorization has ended'],
    ] satisfies (readonly [Told['happenings'], string])[]) {
      const tracker = await TrackerDriver.of({ happenings, minutesAgo: 30 })
      expect(tracker.find('.head')!.textContent).to.include(words)
      await expectAccessible(tracker.element)
      tracker.element.remove()
    }
  })

  it('says that the work goes on where only a price is asked about', async () => {
    const tracker = await TrackerDriver.of({ happenings: raised, minutesAgo: 30 })
    expect(tracker.text).to.include('The work goes on. Your decision is needed.')
    expect(tracker.text).not.to.include('after your answer')
  })
})
