import { expect } from 'chai'
import { done } from '../../../demo/stories/happenings.js'
import { until } from '../../../demo/stories/story.js'
import { toldTicket, type Told } from '../../../demo/stories/ticket.js'
import { AdapterFault, verifyAuthorization, type InterventionAdapter } from '../../../src/index.js'
import { expectAccessible } from '../../support/axe.js'
import { allByRole } from '../../support/by-role.js'
import { type } from '../../support/keys.js'
import { TrackerDriver } from '../../support/tracker-driver.js'

const told: Told = { happenings: done, minutesAgo: 60 }

const login = /^I’m giving new login details too/

/** A request that is about to be opened again, all of it said but the login details. */
async function reopening(adapter: InterventionAdapter = toldTicket(told)): Promise<TrackerDriver> {
  const tracker = await TrackerDriver.on(adapter)
  await tracker.press('button', 'Reopen this request')
  await tracker.type(/What is wrong now/, 'SSH is closed again.')
  await tracker.press('checkbox', /I give the same authorization/)
  return tracker
}

async function typePassword(tracker: TrackerDriver): Promise<void> {
  tracker.find<HTMLInputElement>('#password')!.focus()
  await type('kanarek-7!')
}

describe('a request that is opened again with new login details', () => {
  it('is sent whole: the reason, the authorization, and the sealed text, nothing else of it', async () => {
    const tracker = await reopening()
    expect(tracker.text).to.include('The engineer no longer has the ones you gave before')
    await tracker.press('checkbox', login)
    await tracker.type('User name', 'admin')
    await typePassword(tracker)
    await expectAccessible(tracker.element)
    await tracker.press('button', 'Reopen')
    await tracker.reads('Reopened')
    expect(tracker.said.length).to.equal(1)
    const [{ intent, text, authorization, sealed }] = tracker.said as [(typeof tracker.said)[0]]
    expect([intent, text]).to.deep.equal(['reopen', 'SSH is closed again.'])
    expect(await verifyAuthorization(authorization)).to.equal(true)
    expect(sealed?.armored).to.match(/^-----BEGIN AGE ENCRYPTED FILE-----/)
    expect(JSON.stringify(tracker.said)).not.to.include('kanarek')
    await until('the fields are gone', () => !tracker.find('#password'))
    expect(tracker.text.match(/Login details sealed/g)!.length).to.be.at.least(2)
  })

  it('is not sent before they are whole', async () => {
    const tracker = await reopening()
    await tracker.press('checkbox', login)
    await tracker.press('button', 'Reopen')
    await tracker.reads('Give the user name of the account.')
    expect(tracker.said).to.deep.equal([])
    await expectAccessible(tracker.element)
  })

  it('is told everything that is missing at once', async () => {
    const tracker = await TrackerDriver.of(told)
    await tracker.press('button', 'Reopen this request')
    await tracker.press('checkbox', login)
    await tracker.press('button', 'Reopen')
    await tracker.reads('Say what is wrong now.')
    expect(tracker.text).to.include('Give the user name of the account.')
    expect(tracker.text).to.include('Give the authorization')
  })

  it('needs none, and they are gone with the tick, or when it is left as it is', async () => {
    const tracker = await reopening()
    await tracker.press('checkbox', login)
    await typePassword(tracker)
    await tracker.press('checkbox', login)
    await tracker.press('checkbox', login)
    expect(tracker.find<HTMLInputElement>('#password')!.value).to.equal('')
    await tracker.press('button', 'Go back')
    await tracker.press('button', 'Reopen this request')
    expect(tracker.find('#password') === null).to.equal(true)
    await tracker.press('button', 'Reopen')
    await until('it is sent', () => tracker.said.length === 1)
    expect(tracker.said[0]).not.to.have.property('sealed')
  })

  it('keeps the seal when it could not be sent, and sends the very same again', async () => {
    const adapter = toldTicket(told)
    let tries = 0
    const tracker = await reopening({
      ...adapter,
      reply: (id, message, write) =>
        (tries += 1) === 1
          ? Promise.reject(new AdapterFault('unavailable'))
          : adapter.reply(id, message, write),
    })
    await tracker.press('checkbox', login)
    await tracker.type('User name', 'admin')
    await typePassword(tracker)
    await tracker.press('button', 'Reopen')
    await tracker.reads('Not sent')
    expect(tracker.find<HTMLInputElement>('#password')!.value).to.equal('')
    await tracker.press('button', 'Try again')
    await tracker.reads('Reopened')
    expect(tracker.said[0]!.sealed).to.equal(tracker.said[1]!.sealed)
  })

  it('is not sent where nothing can be sealed', async () => {
    const adapter = toldTicket(told)
    const tracker = await reopening({
      ...adapter,
      context: async call => ({ ...(await adapter.context(call)), recipients: [] }),
    })
    await tracker.press('checkbox', login)
    await tracker.type('User name', 'admin')
    await typePassword(tracker)
    await tracker.press('button', 'Reopen')
    await until('it is told', () => tracker.find('.renewal .notice.danger'))
    expect(tracker.said).to.deep.equal([])
  })

  it('is not offered to a system that takes none', async () => {
    const tracker = await reopening(toldTicket({ ...told, capabilities: { sealed: null } }))
    expect((await allByRole('checkbox', login, tracker.element)).length).to.equal(0)
    await tracker.press('button', 'Reopen')
    await tracker.reads('Reopened')
  })
})
