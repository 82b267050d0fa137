import { expect } from 'chai'
import { fill, filling } from '../../../demo/stories/fill.js'
import meta, * as stories from '../../../demo/stories/intervention-form.stories.js'
import { settled, until } from '../../../demo/stories/story.js'
import { AdapterFault } from '../../../src/index.js'
import { memoryAdapter, type MemoryAdapter, type MemoryOptions } from '../../../src/testing.js'
import { expectAccessible } from '../../support/axe.js'
import { FormDriver } from '../../support/form-driver.js'
import { presses } from '../../support/presses.js'
import { mount } from '../../support/mount.js'
import { listening, quiet } from '../../support/spoken.js'

/** A form on its check page, with the ticket system behind it. */
async function checked(options: MemoryOptions = {}): Promise<{ form: FormDriver; adapter: MemoryAdapter }> {
  const adapter = memoryAdapter(options)
  const form = new FormDriver(await mount(meta, { ...stories.Check, args: { adapter, locale: 'en' } }))
  await form.reaches('Check before you send')
  return { form, adapter }
}

const password = (form: FormDriver): string | undefined => form.control<HTMLInputElement>('#password')?.value

describe('a request that was not sent', () => {
  it('R3: is said not to be, keeps everything, and goes through at the second try with the same bytes', async () => {
    const { form, adapter } = await checked()
    adapter.fault('submit', { code: 'forbidden' })
    const codes: string[] = []
    form.form.addEventListener('os-request-failed', event => codes.push(event.code))
    await form.press('button', 'Send the request')
    await form.says('The request was not sent')
    expect(form.focused()?.id).to.equal('outcome')
    expect(codes).to.deep.equal(['forbidden'])
    expect(adapter.staff.tickets).to.have.length(0)
    await form.press('button', 'Try again')
    await form.reaches('Ticket')
    expect(adapter.staff.tickets).to.have.length(1)
  })

  it('can be edited and sent without typing the password again: it is sealed already', async () => {
    const { form, adapter } = await checked()
    adapter.fault('submit', { code: 'forbidden' })
    await form.press('button', 'Send the request')
    await form.says('The request was not sent')
    await form.press('button', /^Change: Problem/)
    await form.reaches('What is wrong')
    await form.type(/^What is the problem/, 'Also: ')
    await form.press('button', 'Continue')
    await form.reaches('Check before you send')
    await form.says('sealed: only the support team can read it')
    await form.press('button', 'Send the request')
    await form.reaches('Ticket')
    expect(adapter.staff.tickets[0]?.filing.problem).to.include('Also: ')
  })

  it('asks for the password again, and says why, when another server is chosen after sealing', async () => {
    const { form, adapter } = await checked()
    adapter.fault('submit', { code: 'forbidden' })
    await form.press('button', 'Send the request')
    await form.says('The request was not sent')
    await form.press('button', /^Change: Server/)
    await form.press('radio', /^kopie/)
    await form.press('button', 'Continue')
    await form.reaches('Access')
    await form.says('were removed from this page')
    expect(adapter.staff.tickets).to.have.length(0)
  })

  it('R3: goes by itself where the system was down for a moment, or at once by a press', async () => {
    for (const press of [false, true]) {
      const { form, adapter } = await checked()
      const told: string[] = []
      form.form.addEventListener('os-request-failed', event => told.push(event.code))
      adapter.fault('submit', { code: 'unavailable', ...(press ? { retryAfterMs: 60_000 } : { times: 2 }) })
      await form.press('button', 'Send the request')
      await form.says('Still trying to send the request…')
      await expectAccessible(form.form)
      if (press) await form.press('button', 'Try now')
      await form.reaches('Ticket')
      expect(adapter.staff.tickets).to.have.length(1)
      expect(told).to.deep.equal([])
    }
  })

  it('waits no longer where the customer thinks again, and was not sent', async () => {
    const { form, adapter } = await checked()
    adapter.fault('submit', { code: 'rate-limited', retryAfterMs: 90_000, times: 9 })
    await form.press('button', 'Send the request')
    await form.says('The next attempt is at')
    await form.press('button', 'Stop sending')
    await form.says('You stopped the sending.')
    expect(adapter.staff.tickets).to.have.length(0)
  })

  it('R5: waits for the network, and goes as soon as it is back', async () => {
    const { form, adapter } = await checked()
    const network = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine')!
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false })
    try {
      await form.press('button', 'Send the request')
      await form.says('No network: the request is waiting')
      await expectAccessible(form.form)
      expect(adapter.staff.tickets).to.have.length(0)
    } finally {
      Object.defineProperty(navigator, 'onLine', { ...network, configurable: true })
    }
    dispatchEvent(new Event('online'))
    await form.reaches('Ticket')
    expect(adapter.staff.tickets).to.have.length(1)
  })

  it('R7: tells the page that the session has ended, and goes on after signing in', async () => {
    const { form, adapter } = await checked()
    let asked = 0
    form.form.addEventListener('os-auth-required', () => (asked += 1))
    adapter.fault('context', { code: 'unauthenticated' })
    await form.press('button', 'Send the request')
    await form.says('Your session in the client area has ended')
    expect(asked).to.equal(1)
    expect(password(form)).to.equal('a password for the story')
    await form.press('button', 'Try again')
    await form.reaches('Ticket')
  })

  it('goes back to the field that the ticket system refuses', async () => {
    const { form, adapter } = await checked()
    const refuse = adapter.submit.bind(adapter)
    let refused = false
    Object.assign(adapter, {
      submit: async (...args: Parameters<typeof refuse>) => {
        if (refused) return refuse(...args)
        refused = true
        throw new AdapterFault('invalid', { fields: ['username'] })
      },
    })
    await form.press('button', 'Send the request')
    await form.reaches('Access')
    await form.says('did not accept this answer')
  })
})

describe('a request whose outcome is not known', () => {
  it('is said not to be known, cannot be edited, and is found by looking', async () => {
    const { form, adapter } = await checked()
    adapter.fault('submit', 'lose-answer')
    adapter.fault('find', { code: 'forbidden' })
    await form.press('button', 'Send the request')
    await form.says('We don’t know yet whether the request arrived')
    expect(form.form.shadowRoot!.textContent).to.not.include('Nothing has been sent yet')
    expect(form.has('.group button')).to.equal(false)
    await form.says('Check again')
    await form.press('button', 'Check again')
    await form.reaches('Ticket')
    expect(adapter.staff.tickets).to.have.length(1)
  })

  it('R2: is sent again with the same bytes where it never arrived', async () => {
    const { form, adapter } = await checked()
    adapter.fault('submit', { code: 'unavailable', uncertain: true })
    await form.press('button', 'Send the request')
    await form.says('We don’t know yet')
    await form.reaches('Ticket')
    expect(adapter.staff.tickets).to.have.length(1)
  })

  it('R2: is found by itself, and told to the page and to the ear once each', async () => {
    const { form, adapter } = await checked()
    const told: string[] = []
    form.form.addEventListener('os-request-failed', event => told.push(event.code))
    form.form.addEventListener('os-request-filed', event => told.push(event.number))
    adapter.fault('submit', 'lose-answer')
    adapter.fault('find', { code: 'unavailable', times: 2 })
    await form.press('button', 'Send the request')
    await form.reaches('Ticket')
    expect(told).to.deep.equal(['unknown', '10001'])
    expect(adapter.staff.tickets).to.have.length(1)
  })

  it('is looked for by the customer where the system can’t be asked', async () => {
    for (const [answer, outcome] of [
      ['It is there', 'This request is among your tickets'],
      ['It isn’t there', 'The request was not sent'],
    ] as const) {
      const { find: _, ...adapter } = memoryAdapter({
        capabilities: { retries: { submit: 'unsafe', reply: 'unsafe' } },
      })
      const form = new FormDriver(await mount(meta, { ...stories.Check, args: { adapter, locale: 'en' } }))
      await form.reaches('Check before you send')
      adapter.fault('submit', { code: 'unavailable', uncertain: true })
      await form.press('button', 'Send the request')
      await form.says('is this request among them?')
      await form.press('button', answer)
      await form.says(outcome)
      await expectAccessible(form.form)
    }
  })

  it('stays not known while nobody can tell', async () => {
    const { form, adapter } = await checked()
    adapter.fault('submit', 'lose-answer')
    adapter.fault('find', { code: 'forbidden', times: 2 })
    await form.press('button', 'Send the request')
    await form.says('We don’t know yet')
    await form.says('Check again')
    await form.press('button', 'Check again')
    await form.says('We don’t know yet')
    await form.says('Check again')
    await form.press('button', 'Check again')
    await form.reaches('Ticket')
  })
})

describe('a correction', () => {
  it('leads straight back to the check page', async () => {
    const { form } = await checked()
    await form.press('button', /^Change: Server/)
    await form.press('button', 'Continue')
    await form.reaches('Check before you send')
  })

  it('leads to what it has broken, and says what', async () => {
    const { form } = await checked()
    await form.press('button', /^Change: Server/)
    await form.press('radio', /^www/)
    await form.press('button', 'Continue')
    await form.reaches('Your authorization')
    await form.says('Give the authorization')
    await form.says('The text has changed')
  })

  it('of what was sealed asks for the login details anew', async () => {
    const { form, adapter } = await checked()
    adapter.fault('submit', { code: 'forbidden' })
    await form.press('button', 'Send the request')
    await form.says('The request was not sent')
    await form.press('button', /^Change: Access/)
    await form.says('were sealed at')
    await form.press('button', 'Type new login details')
    expect(form.focused()).to.not.equal(null)
    expect(form.control<HTMLInputElement>('#password')?.value).to.equal('')
    await form.press('button', 'Continue')
    await form.says('Type the password of the account')
  })
})

describe('what the client area tells at Send', () => {
  it('unticks a statement that no longer says the same, and sends nothing', async () => {
    const { form, adapter } = await checked()
    const { context } = adapter
    Object.assign(adapter, {
      context: async () => {
        const told = await context()
        const [first, ...others] = told.services
        return { ...told, services: [{ ...first, addresses: ['203.0.113.99'] }, ...others] }
      },
    })
    await form.press('button', 'Send the request')
    await form.reaches('Your authorization')
    await form.says('The text has changed')
    expect(form.control('.sheet')?.textContent).to.include('203.0.113.99')
    expect(adapter.staff.tickets).to.have.length(0)
  })

  it('R14: is asked of the ticket system that the request went to, whatever the page has connected since', async () => {
    const { form, adapter } = await checked()
    adapter.fault('submit', 'lose-answer')
    adapter.fault('find', { code: 'forbidden' })
    await form.press('button', 'Send the request')
    await form.says('We don’t know yet')
    const other = memoryAdapter()
    Object.assign(form.form, { adapter: other })
    await form.says('Check again')
    await form.press('button', 'Check again')
    await form.reaches('Ticket')
    expect(other.staff.tickets).to.have.length(0)
    expect(adapter.staff.tickets).to.have.length(1)
  })

  it('says that the ticket holds earlier words where it does', async () => {
    const { form, adapter } = await checked()
    const { submit } = adapter
    let first = true
    Object.assign(adapter, {
      submit: async (...args: Parameters<typeof submit>) => {
        const filed = await submit(...args)
        if (!first) return filed
        first = false
        throw new AdapterFault('forbidden')
      },
    })
    await form.press('button', 'Send the request')
    await form.says('The request was not sent')
    await form.press('button', /^Change: Problem/)
    await form.type(/^What is the problem/, 'Later: ')
    await form.press('button', 'Continue')
    await form.press('button', 'Send the request')
    await form.says('The ticket has an earlier version')
  })

  it('asks to sign in where the session has ended while the outcome is not known', async () => {
    const { form, adapter } = await checked()
    let asked = 0
    form.form.addEventListener('os-auth-required', () => (asked += 1))
    adapter.fault('submit', 'lose-answer')
    adapter.fault('find', { code: 'unauthenticated' })
    await form.press('button', 'Send the request')
    await form.says('We don’t know yet')
    await form.says('Your session in the client area has ended')
    expect(asked).to.equal(1)
  })
})

describe('another request', () => {
  it('begins anew after the first, with a key of its own', async () => {
    const { form, adapter } = await checked()
    await form.press('button', 'Send the request')
    await form.reaches('Ticket')
    await form.press('button', 'Start another request')
    await form.reaches('Which server')
    await fill.server(await filling(document))
    expect(form.control<HTMLTextAreaElement>('#problem')?.value).to.equal('')
    expect(adapter.staff.tickets).to.have.length(1)
  })
})

describe('one press or many', () => {
  for (const [what, pressing] of Object.entries(presses))
    it(`R1: make one call and one ticket, told once, and the button stays: ${what}`, async () => {
      const { form, adapter } = await checked()
      let calls = 0
      let arrive = (): void => undefined
      const delay = new Promise<void>(resolve => (arrive = resolve))
      const { submit } = adapter
      Object.assign(adapter, {
        submit: async (...args: Parameters<typeof submit>) => {
          calls += 1
          await delay
          return submit(...args)
        },
      })
      const heard = listening()
      form.control('button.primary')!.scrollIntoView({ block: 'center' })
      await pressing(form)
      await until('it is out', () => calls > 0)
      const button = form.control<HTMLButtonElement>('button.primary')!
      button.focus()
      expect([form.focused() === button, button.disabled]).to.deep.equal([true, false])
      button.click()
      arrive()
      await form.reaches('Ticket')
      await quiet()
      expect([calls, adapter.staff.tickets.length]).to.deep.equal([1, 1])
      expect(heard.filter(sentence => sentence.startsWith('Sending the request'))).to.have.length(1)
    })
})

describe('a request without login details', () => {
  const without = async (tasks: readonly string[]) => {
    const adapter = memoryAdapter()
    const element = await mount(meta, { args: { adapter, locale: 'en' } })
    const filler = await filling(document)
    await fill.server(filler)
    await filler.type('problem', 'I lost the password.')
    await filler.type('action', 'Reset it.')
    await filler.press(...tasks)
    await filler.on()
    return { form: new FormDriver(element), adapter, filler }
  }

  for (const tasks of [['tasks'], ['tasks', 'tasks-filesystem-repair']]) {
    it(`goes through with its own consent: ${tasks.join(' and ')}`, async () => {
      const { form, adapter, filler } = await without(tasks)
      await form.press('radio', /^I can’t log in/)
      await form.press('button', 'Continue')
      await form.says('Agree to the use of rescue mode or a console')
      await form.press('checkbox', /^I agree that the engineers use rescue mode/)
      await form.press('button', 'Continue')
      await fill.authorization(filler)
      await form.press('button', 'Send the request')
      await form.reaches('Ticket')
      const { filing } = adapter.staff.tickets[0]!
      expect(filing.access).to.deep.equal({ kind: 'none' })
      expect(filing.authorization.record.withoutCredentials).to.deep.equal({
        console: true,
        reboot: true,
        mounting: true,
      })
    })
  }

  it('is not offered for other tasks', async () => {
    const { form } = await without(['tasks-filesystem-repair'])
    expect(form.form.shadowRoot!.textContent).to.not.include('I can’t log in')
  })

  it('is stopped with a clear error when its task is taken back', async () => {
    const { form, adapter } = await without(['tasks'])
    await form.press('radio', /^I can’t log in/)
    await form.press('button', 'Back')
    await form.press('checkbox', /^Reset of the root/)
    await form.press('button', 'Continue')
    await form.reaches('Access')
    await form.press('button', 'Continue')
    await form.says('This work can’t be done without login details')
    expect(adapter.staff.tickets).to.have.length(0)
  })
})

describe('the statement', () => {
  it('is unticked when what it says changes, and only then', async () => {
    const { form } = await checked()
    await form.press('button', /^Change: Authorization/)
    await form.unfold(/^What the engineers may use/)
    await form.press('radio', /^7 days/)
    await settled(document)
    expect(form.control<HTMLInputElement>('#authorization')?.checked).to.equal(false)
    await form.says('The text has changed')
    await form.press('checkbox', /^I give the authorization/)
    await form.press('button', 'Back')
    await form.press('button', 'Continue')
    await form.press('button', /^Change: Authorization/)
    expect(form.control<HTMLInputElement>('#authorization')?.checked).to.equal(true)
  })

  it('stays as it was ticked when the language changes', async () => {
    const { form } = await checked()
    form.form.setAttribute('locale', 'pl')
    await form.reaches('Sprawdź')
    const sheet = form.control('.sheet [lang]')
    expect(sheet?.lang).to.equal('en')
    expect(sheet?.textContent).to.include('explicitly authorize')
  })
})
