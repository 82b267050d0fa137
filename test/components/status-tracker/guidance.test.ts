import { expect } from 'chai'
import { authorizedFor, done, raised, working } from '../../../demo/stories/happenings.js'
import { until } from '../../../demo/stories/story.js'
import { toldTicket, type Told } from '../../../demo/stories/ticket.js'
import { AdapterFault, longestText, type InterventionAdapter } from '../../../src/index.js'
import { expectAccessible } from '../../support/axe.js'
import { allByRole } from '../../support/by-role.js'
import { TrackerDriver } from '../../support/tracker-driver.js'

const told: Told = { happenings: working, minutesAgo: 30 }
const ended: Told = { happenings: done, minutesAgo: 60 }

/** All that is told to the ear from now on, in order. */
function listening(): string[] {
  const heard: string[] = []
  const region = document.querySelector('body > [role=status]')
  new MutationObserver(() => {
    if (region?.textContent) heard.push(region.textContent)
  }).observe(region!, { childList: true })
  return heard
}

const focused = ({ element }: TrackerDriver) => {
  const { activeElement } = element.shadowRoot!
  return activeElement?.id === '' ? activeElement.className : activeElement?.id
}

const refusing = (fault: () => AdapterFault, of: Told = told): InterventionAdapter => ({
  ...toldTicket(of),
  reply: () => Promise.reject(fault()),
})

/** Long enough for whatever would still be told. */
const quiet = () => new Promise(resolve => setTimeout(resolve, 700))

describe('the focus on a request', () => {
  for (const [what, of, open, within, leave] of [
    ['new login details', told, 'Enter new login details', 'username', 'open-renewal'],
    ['a narrowing', told, 'Allow less', 'keep-ssh-rdp', 'open-narrowing'],
    ['a reopening', ended, 'Reopen this request', 'reopen-heading', 'open-reopening'],
  ] as const)
    it(`goes into ${what}, and back to the button when it is left as it is`, async () => {
      const tracker = await TrackerDriver.of(of)
      await tracker.press('button', open)
      expect(focused(tracker)).to.equal(within)
      await expectAccessible(tracker.element)
      await tracker.press('button', 'Leave it as it is')
      expect(focused(tracker)).to.equal(leave)
    })

  it('is at the heading of the section once its work is done', async () => {
    const tracker = await TrackerDriver.of(told)
    await tracker.press('button', 'Allow less')
    await tracker.press('checkbox', /^SSH/)
    await tracker.press('button', 'Allow only this')
    await until('it is done', () => !tracker.find('#narrowing'))
    await until('the focus', () => focused(tracker) === 'authorization-heading')
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
      await until('the focus', () => focused(tracker) === field)
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
    await tracker.press('button', 'Allow only this')
    expect(focused(tracker)).to.equal('keep-ssh-rdp')
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
      await until('the focus', () => focused(tracker) === `${key}-guard`)
      await until('the ear', () => heard.some(words => words.startsWith('Something in your text')))
      expect(tracker.said).to.deep.equal([])
      await expectAccessible(tracker.element)
      await tracker.press('button', 'Mask it')
      expect(focused(tracker)).to.equal(key)
      await tracker.press('button', send)
      await until('it is sent', () => tracker.said.length === 1)
      expect(tracker.said[0]!.text).to.equal('The root password is •••')
    })

    it(`that is ${what} gives its password to the protected fields`, async () => {
      const tracker = await written('The root password is Winter-2024!')
      await tracker.press('button', send)
      await tracker.reads('This looks like a password.')
      await tracker.press('button', 'Mask it, and enter new login details')
      expect(focused(tracker)).to.equal('username')
      expect(tracker.find<HTMLTextAreaElement>(`#${key}`)!.value).to.equal('The root password is •••')
    })

    it(`that is ${what} can be too long: that is said at the field`, async () => {
      const tracker = await written('x')
      const field = tracker.find<HTMLTextAreaElement>(`#${key}`)!
      field.value = 'x '.repeat(longestText / 2 + 1)
      field.dispatchEvent(new Event('input', { bubbles: true }))
      await tracker.press('button', send)
      await tracker.reads('At most 20,000 characters fit in here.')
      expect(focused(tracker)).to.equal(key)
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

describe('what fails on a request', () => {
  for (const [what, fault, words] of [
    ['not sent', () => new AdapterFault('unavailable'), /^This was not sent\. /],
    ['signed out', () => new AdapterFault('unauthenticated'), /^This was not sent\. .*Sign in/i],
    [
      'refused',
      () => new AdapterFault('invalid', { fields: ['reply'] }),
      /^This was not sent\. Your message: /,
    ],
  ] as const)
    it(`is told once, and has one way on: ${what}`, async () => {
      const tracker = await TrackerDriver.on(refusing(fault))
      await tracker.type(/Write to the engineer/, 'Any news?')
      const heard = listening()
      await tracker.press('button', 'Send')
      await tracker.reads('This was not sent')
      await quiet()
      expect(heard).to.have.length(1)
      expect(heard[0]).to.match(words)
      const ways = await allByRole('button', /^(Send|Try again)$/, tracker.element)
      expect(ways.map(({ told: { name } }) => name)).to.deep.equal([
        what === 'refused' ? 'Send' : 'Try again',
      ])
      await expectAccessible(tracker.element)
    })

  it('has its own name again once the text is another', async () => {
    const tracker = await TrackerDriver.on(refusing(() => new AdapterFault('unavailable')))
    await tracker.type(/Write to the engineer/, 'Any news?')
    await tracker.press('button', 'Send')
    await tracker.reads('Try again')
    await tracker.type(/Write to the engineer/, ' Please.')
    await tracker.press('button', 'Send')
    await until('it is tried', () => tracker.said.length === 2)
  })

  it('is told once though it is tried again by itself', async () => {
    let tries = 0
    const tracker = await TrackerDriver.on({
      ...toldTicket({ ...told, capabilities: { pollEveryMs: 100 } }),
      reply: () => {
        tries += 1
        return Promise.reject(new AdapterFault('unavailable', { uncertain: true }))
      },
    })
    await tracker.type(/Write to the engineer/, 'Any news?')
    const heard = listening()
    await tracker.press('button', 'Send')
    await until('it is tried again', () => tries === 3)
    await quiet()
    expect(heard.filter(words => words.startsWith('We don’t know'))).to.have.length(1)
    expect(heard).to.have.length(1)
  })

  it('is told when the connection is lost, and when it is back, once each', async () => {
    const adapter = toldTicket({
      ...told,
      capabilities: { pollEveryMs: 100 },
      change: { watch: () => undefined },
    })
    let isDown = false
    let asked = 0
    const tracker = await TrackerDriver.on({
      ...adapter,
      get: (id, version, call) => {
        if (isDown) asked += 1
        return isDown ? Promise.reject(new AdapterFault('unavailable')) : adapter.get(id, version, call)
      },
    })
    const heard = listening()
    isDown = true
    await tracker.reads('No connection')
    await until('it is tried again', () => asked > 1)
    isDown = false
    await until('it is back', () => heard.includes('The connection is back.'))
    await quiet()
    expect(heard).to.have.length(2)
    expect(heard[0]).to.match(/^No connection: what you see is from .*We keep trying/)
  })

  it('stays in sight where the price was decided on elsewhere meanwhile', async () => {
    const adapter = toldTicket({ happenings: raised, minutesAgo: 30 })
    const tracker = await TrackerDriver.on({
      ...adapter,
      async reply(id, message, write) {
        // The other tab was faster.
        await adapter.reply(id, { ...message, intent: 'approve-quote' }, write)
        throw new AdapterFault('forbidden')
      },
    })
    await tracker.reads('€183.27')
    const heard = listening()
    await tracker.press('button', 'Do without it')
    await until('the price is gone', () => !tracker.text.includes('Approve this price'))
    await quiet()
    expect(tracker.text).to.include('perhaps it was made elsewhere already')
    expect(heard.filter(words => words.startsWith('This was not sent'))).to.have.length(1)
    expect(focused(tracker)).to.equal('outcome')
    await expectAccessible(tracker.element)
    await tracker.type(/Write to the engineer/, 'Thanks.')
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
