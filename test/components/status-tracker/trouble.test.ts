import { expect } from 'chai'
import { raised, working } from '../../../demo/stories/happenings.js'
import { until } from '../../../demo/stories/story.js'
import { toldTicket, type Told } from '../../../demo/stories/ticket.js'
import { AdapterFault, type InterventionAdapter } from '../../../src/index.js'
import { awayAndBack } from '../../support/away.js'
import { expectAccessible } from '../../support/axe.js'
import { allByRole } from '../../support/by-role.js'
import { listening, quiet } from '../../support/spoken.js'
import { TrackerDriver } from '../../support/tracker-driver.js'

const told: Told = { happenings: working, minutesAgo: 30 }

const refusing = (fault: () => AdapterFault): InterventionAdapter => ({
  ...toldTicket(told),
  reply: () => Promise.reject(fault()),
})

describe('what fails on a request', () => {
  // What an earlier test leaves to be told is not this one’s.
  beforeEach(quiet)

  for (const [what, fault, words] of [
    ['not sent', () => new AdapterFault('unavailable'), /^Not sent\. /],
    ['signed out', () => new AdapterFault('unauthenticated'), /^Not sent\. .*Sign in/i],
    ['refused', () => new AdapterFault('invalid', { fields: ['reply'] }), /^Not sent\. Your message: /],
  ] as const)
    it(`is told once, and has one way on: ${what}`, async () => {
      const tracker = await TrackerDriver.on(refusing(fault))
      await tracker.type(/Write to the engineer/, 'Any news?')
      const heard = listening()
      await tracker.press('button', 'Send')
      await tracker.reads('Not sent')
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
      ...toldTicket(told),
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
    expect(heard.map(words => words.slice(0, 16))).to.deep.equal(['We don’t know ye'])
  })

  it('R7: asks to sign in once, and once more by a press, however often somebody comes back', async () => {
    const system = toldTicket(told)
    const { get } = system
    let isOpen = true
    const guarded: InterventionAdapter = {
      ...system,
      get: (...args) => (isOpen ? get(...args) : Promise.reject(new AdapterFault('unauthenticated'))),
    }
    const tracker = await TrackerDriver.on(guarded)
    let wanted = 0
    tracker.element.addEventListener('os-auth-required', () => (wanted += 1))
    isOpen = false
    for (let times = 0; times < 3; times += 1) {
      awayAndBack()
      await quiet()
    }
    await tracker.reads('Sign in')
    expect(wanted).to.equal(1)
    await tracker.press('button', 'Try now')
    await until('it is asked for once more', () => wanted === 2)
  })

  it('is told when the connection is lost, and when it is back, once each', async () => {
    const adapter = toldTicket({ ...told, change: { watch: () => undefined } })
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
    await tracker.press('button', 'Decline this service')
    await until('the price is gone', () => !tracker.text.includes('Approve this price'))
    await quiet()
    expect(tracker.text).to.include('perhaps it was already made elsewhere')
    expect(heard.filter(words => words.startsWith('Not sent'))).to.have.length(1)
    expect(tracker.focused).to.equal('outcome')
    await expectAccessible(tracker.element)
    await tracker.type(/Write to the engineer/, 'Thanks.')
  })
})
