import { expect } from 'chai'
import { done, filed, stage, working } from '../../../demo/stories/happenings.js'
import { until } from '../../../demo/stories/story.js'
import { toldTicket, type Happening } from '../../../demo/stories/ticket.js'
import { expectAccessible } from '../../support/axe.js'
import { instead } from '../../support/taken-files.js'
import { TrackerDriver } from '../../support/tracker-driver.js'

const of = (happenings: readonly Happening[], locale = 'en') =>
  TrackerDriver.of({ happenings, minutesAgo: 60 }, locale)

function choose(tracker: TrackerDriver, family: string): void {
  const system = tracker.find<HTMLSelectElement>('#system-family')!
  system.value = family
  system.dispatchEvent(new Event('change', { bubbles: true }))
}

const commands = (tracker: TrackerDriver): string[] =>
  [...tracker.element.shadowRoot!.querySelectorAll('.commands code')].map(one => one.textContent)

describe('a temporary account, once the work is done', () => {
  it('is removed by commands that are copied, for the name that the customer gives', async () => {
    let copied = ''
    instead(navigator.clipboard, 'writeText', text => {
      copied = text
      return Promise.resolve()
    })
    const tracker = await of(done)
    await tracker.reads('Remove the temporary account')
    await tracker.unfold(/^Remove the temporary account/)
    expect(commands(tracker)).to.deep.equal([])
    await tracker.type('User name of that account', 'support4821')
    choose(tracker, 'debian')
    await tracker.reads('If you have made the account support4821')
    expect(commands(tracker)).to.deep.equal(['pkill -KILL -u support4821; sleep 1', 'userdel -r support4821'])
    await expectAccessible(tracker.element)
    await tracker.press('button', 'Copy the commands that remove it')
    await until('it is copied', () => copied !== '')
    expect(copied).to.equal('pkill -KILL -u support4821; sleep 1\nuserdel -r support4821\n')
    expect(tracker.said).to.deep.equal([])
  })

  for (const name of ['root', 'Administrator', 'support', 'support48211', 'anna'])
    it(`is no other account: there are no commands that remove ${name}`, async () => {
      const tracker = await of(done)
      await tracker.reads('Remove the temporary account')
      await tracker.unfold(/^Remove the temporary account/)
      choose(tracker, 'debian')
      await tracker.type('User name of that account', name)
      expect(tracker.text).not.to.include('The form doesn’t generate names like this one')
      tracker.find<HTMLInputElement>('#made-account')!.blur()
      await tracker.reads('The form doesn’t generate names like this one')
      expect(commands(tracker)).to.deep.equal([])
      await expectAccessible(tracker.element)
    })

  it('is of the system that the client area tells of this server', async () => {
    const told = toldTicket({ happenings: done, minutesAgo: 60 })
    const tracker = await TrackerDriver.on({
      ...told,
      async context(call) {
        const context = await told.context(call)
        const service = {
          ...{ id: 's', name: 'web', addresses: ['203.0.113.24'] },
          ...{ serverType: 'vps' as const, operatingSystem: 'Windows Server 2022' },
        }
        return { ...context, services: [service] }
      },
    })
    await tracker.reads('Remove the temporary account')
    await tracker.unfold(/^Remove the temporary account/)
    await tracker.type('User name of that account', 'support4821')
    await tracker.reads('in PowerShell, as administrator')
    expect(commands(tracker).at(-1)).to.equal('Remove-LocalUser -Name support4821')
  })

  it('is spoken of in Polish too, and where the request was declined', async () => {
    const tracker = await of([...working, [20, 'engineer', stage('declined', 'Not the owner.')]], 'pl')
    await tracker.reads('Usuń konto tymczasowe')
    await tracker.unfold(/^Usuń konto tymczasowe/)
    await tracker.type('Nazwa użytkownika tego konta', 'support4821')
    choose(tracker, 'freebsd')
    await tracker.reads('po zakończeniu prac usuń je')
    await expectAccessible(tracker.element)
  })

  it('is not spoken of while the work is on, nor where no login details were ever given', async () => {
    expect((await of(working)).find('#made-account') === null).to.equal(true)
    const without = filed.filter(([, , fact]) => fact.kind !== 'access')
    const tracker = await of([...without, [9, 'engineer', stage('done')]])
    await tracker.reads('After the intervention')
    expect(tracker.find('#made-account') === null).to.equal(true)
  })
})
