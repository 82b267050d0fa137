import { expect } from 'chai'
import { digest, asked, done, raised, working } from '../../../demo/stories/happenings.js'
import { until } from '../../../demo/stories/story.js'
import { AdapterFault, verifyAuthorization } from '../../../src/index.js'
import { expectAccessible } from '../../support/axe.js'
import { press } from '../../support/keys.js'
import { spoken, TrackerDriver } from '../../support/tracker-driver.js'

const told = { happenings: working, minutesAgo: 30 }

describe('what a customer does on a request', () => {
  it('an answer goes on the ticket, and the work goes on', async () => {
    const tracker = await TrackerDriver.of({ happenings: asked, minutesAgo: 30 })
    await tracker.reads('You need to answer')
    await tracker.type(/Your answer/, 'The one of Monday.')
    await tracker.press('button', 'Send')
    await tracker.reads('Work in progress')
    await until('the ear', () => /Sent|Status/.test(spoken()))
    expect(tracker.said.map(({ text, intent }) => [intent, text])).to.deep.equal([
      ['reply', 'The one of Monday.'],
    ])
    expect(tracker.text).not.to.include('You need to answer')
    expect(tracker.text).to.include('The one of Monday.')
    expect(tracker.find<HTMLTextAreaElement>('#reply')!.value).to.equal('')
    expect(tracker.events).to.include.members(['os-reply-sent', 'os-stage-changed'])
    await expectAccessible(tracker.element)
  })

  it('an empty answer is asked for, not sent', async () => {
    const tracker = await TrackerDriver.of(told)
    await tracker.press('button', 'Send')
    await tracker.reads('Write something first')
    expect(tracker.said).to.deep.equal([])
  })

  it('a password in an answer goes nowhere before the customer has decided', async () => {
    const tracker = await TrackerDriver.of(told)
    await tracker.type(/Write to the engineer/, 'The root password is Winter-2024!')
    await tracker.press('button', 'Send')
    await tracker.reads('This looks like a password.')
    expect(tracker.said).to.deep.equal([])
    await expectAccessible(tracker.element)
    await tracker.press('button', 'Replace it with dots')
    await tracker.press('button', 'Send')
    await until('it is sent', () => tracker.said.length === 1)
    expect(tracker.said[0]!.text).to.equal('The root password is •••')
  })

  it('what can’t be sent stays, and goes once, by another press', async () => {
    let isDown = true
    const adapter = await import('../../../demo/stories/ticket.js').then(({ toldTicket }) => toldTicket(told))
    const keys: string[] = []
    const tracker = await TrackerDriver.on({
      ...adapter,
      reply(id, message, write) {
        keys.push(write.key)
        if (isDown) return Promise.reject(new AdapterFault('unavailable'))
        return adapter.reply(id, message, write)
      },
    })
    await tracker.type(/Write to the engineer/, 'Any news?')
    await tracker.press('button', 'Send')
    await tracker.reads('Not sent')
    expect(tracker.find<HTMLTextAreaElement>('#reply')!.value).to.equal('Any news?')
    isDown = false
    await tracker.press('button', 'Try again')
    await until('the field is empty', () => tracker.find<HTMLTextAreaElement>('#reply')!.value === '')
    await tracker.reads('Any news?')
    expect(new Set(keys).size).to.equal(1)
    expect(keys.length).to.equal(2)
  })

  it('what may have got lost on its way goes once more by itself, under the same key', async () => {
    const adapter = await import('../../../demo/stories/ticket.js').then(({ toldTicket }) => toldTicket(told))
    const keys: string[] = []
    let isDown = false
    const tracker = await TrackerDriver.on({
      ...adapter,
      get: (id, version, call) =>
        isDown ? Promise.reject(new AdapterFault('unavailable')) : adapter.get(id, version, call),
      async reply(id, message, write) {
        isDown ||= keys.length === 0
        keys.push(write.key)
        // A system that knows its keys takes it once, however often it comes.
        const answer = keys.length === 1 ? await adapter.reply(id, message, write) : { unstored: [] }
        if (keys.length < 2) throw new AdapterFault('unavailable', { uncertain: true })
        return answer
      },
    })
    await tracker.type(/Write to the engineer/, 'Any news?')
    await tracker.press('button', 'Send')
    await tracker.reads('We don’t know yet whether this arrived')
    expect(tracker.text).to.include('nothing will be done twice')
    await expectAccessible(tracker.element)
    isDown = false
    await until('the field is empty', () => tracker.find<HTMLTextAreaElement>('#reply')!.value === '')
    expect(new Set(keys).size).to.equal(1)
    expect(keys.length).to.equal(2)
    expect(tracker.text).to.include('Any news?')
    expect(tracker.text).not.to.include('We don’t know')
  })

  it('a price is approved by its own digest, or done without', async () => {
    for (const [name, intent] of [
      ['Approve this price', 'approve-quote'],
      ['Decline this service', 'decline-quote'],
    ] as const) {
      const tracker = await TrackerDriver.of({ happenings: raised, minutesAgo: 30 })
      await tracker.reads('€183.27')
      await tracker.press('button', name)
      await until('it is said', () => !tracker.text.includes('You need to answer'))
      expect(tracker.said).to.have.length(1)
      expect(tracker.said[0]).to.include({ intent, quoteDigest: digest })
      tracker.element.remove()
    }
  })

  it('a price that doesn’t add up is not shown, and can’t be approved', async () => {
    const [last, ...before] = [...raised].reverse()
    const [minutes, by, fact] = last!
    if (fact.kind !== 'quote' || fact.quote.kind !== 'total') throw new Error('no price')
    const broken = { ...fact, quote: { ...fact.quote, gross: { amount: '1.00', currency: 'EUR' } } }
    const tracker = await TrackerDriver.of({
      happenings: [...before.reverse(), [minutes, by, broken]],
      minutesAgo: 30,
    })
    await tracker.reads('contradict each other')
    expect(tracker.text).not.to.include('Approve this price')
  })

  it('access is withdrawn, and said to be so only once it is', async () => {
    const tracker = await TrackerDriver.of(told)
    await tracker.unfold(/^Withdraw access/)
    await expectAccessible(tracker.element)
    await tracker.press('button', 'Go back')
    expect(tracker.find('#withdraw-access')!.checkVisibility()).to.equal(false)
    expect(tracker.said).to.deep.equal([])
    await press('Enter')
    await tracker.press('button', 'Withdraw access')
    await tracker.reads('Login details destroyed')
    expect(tracker.events).to.include('os-access-withdrawn')
    expect(tracker.text).to.include('You withdrew access')
    await expectAccessible(tracker.element)
  })

  it('new login details are sealed, and nothing else of them is sent', async () => {
    const tracker = await TrackerDriver.of(told)
    await tracker.press('button', 'Enter new login details')
    await tracker.press('button', 'Seal and send')
    await tracker.reads('Give the user name of the account.')
    await tracker.type('User name', 'admin')
    const password = tracker.find<HTMLInputElement>('#password')!
    password.focus()
    const { type } = await import('../../support/keys.js')
    await type('kanarek-7!')
    await tracker.press('button', 'Seal and send')
    await until('it is sent', () => tracker.said.length === 1)
    const [message] = tracker.said
    expect(message!.intent).to.equal('renew-credentials')
    expect(message!.sealed?.armored).to.match(/^-----BEGIN AGE ENCRYPTED FILE-----/)
    expect(JSON.stringify(message)).not.to.include('kanarek')
    await until('the fields are gone', () => !tracker.find('#password'))
  })

  it('less is allowed from now on, and never more', async () => {
    const tracker = await TrackerDriver.of(told)
    await tracker.press('button', 'Allow less')
    await tracker.press('checkbox', /^SSH/)
    await tracker.press('button', 'Allow only what is ticked')
    await until('it is sent', () => tracker.said.length === 1)
    const { authorization } = tracker.said[0]!
    expect(await verifyAuthorization(authorization)).to.equal(true)
    expect(authorization!.record.methods).to.deep.equal(['rescue', 'vnc', 'datacentre'])
  })

  it('what is in use stays an alarm where it is no longer allowed', async () => {
    const tracker = await TrackerDriver.of(told)
    expect(tracker.text).not.to.include('You didn’t allow this access method')
    await tracker.press('button', 'Allow less')
    await tracker.press('checkbox', /^Rescue/)
    await tracker.press('button', 'Allow only what is ticked')
    await tracker.reads('You didn’t allow this access method: Rescue')
    await expectAccessible(tracker.element)
  })

  it('a request is opened again with a reason and the authorization given once more', async () => {
    const tracker = await TrackerDriver.of({ happenings: done, minutesAgo: 60 })
    await tracker.reads('Summary of the work')
    await tracker.press('button', 'Reopen this request')
    await tracker.press('button', 'Reopen')
    await tracker.reads('Say what is wrong now.')
    expect(tracker.said).to.deep.equal([])
    await tracker.type(/What is wrong now/, 'SSH is closed again.')
    await tracker.press('checkbox', /I give the same authorization/)
    await tracker.press('button', 'Reopen')
    await tracker.reads('Reopened')
    const { authorization, text } = tracker.said[0]!
    expect(text).to.equal('SSH is closed again.')
    expect(await verifyAuthorization(authorization)).to.equal(true)
    await expectAccessible(tracker.element)
  })

  it('a to-do is ticked off, and stays so', async () => {
    const tracker = await TrackerDriver.of({ happenings: done, minutesAgo: 60 })
    await tracker.press('checkbox', /^Review the system/)
    await until('it is kept', () => tracker.said.length === 1)
    await tracker.reads('Done:')
    expect(tracker.said[0]).to.include({ intent: 'check-off', item: 'review-logs' })
  })

  it('a request is cancelled only behind a fold', async () => {
    const tracker = await TrackerDriver.of(told)
    await tracker.unfold(/Cancel this request/)
    await tracker.press('button', 'Cancel the request')
    await tracker.reads('Cancelled')
    expect(tracker.text).to.include('Login details destroyed')
    await press('Tab')
  })
})
