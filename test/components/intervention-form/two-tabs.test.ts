import { expect } from 'chai'
import { filling } from '../../../demo/stories/fill.js'
import { until } from '../../../demo/stories/story.js'
import { AdapterFault, type Filed } from '../../../src/index.js'
import { expectAccessible } from '../../support/axe.js'
import { checked, inTwoTabs, leave, loadedAgain, rewrite, system } from '../../support/left-requests.js'

describe('two tabs with the same request', () => {
  it('R10: make one ticket of it, and the other one says its number', async () => {
    const adapter = system()
    let isDown = true
    const { submit } = adapter
    Object.assign(adapter, {
      submit: (...args: Parameters<typeof submit>) =>
        isDown ? Promise.reject(new AdapterFault('forbidden')) : submit(...args),
    })
    const one = await checked(adapter)
    await one.press('button', 'Send the request')
    await one.says('The request was not sent')
    const other = await loadedAgain(adapter)
    await other.says('The request was not sent')
    isDown = false
    await one.press('button', 'Try again')
    await one.reaches('Ticket')
    await other.says('This request has already been sent: ticket 10001')
    await expectAccessible(other.form)
    expect(adapter.staff.tickets).to.have.length(1)
  })

  it('R2: never say “not sent” in one of them of what the other has out, before and after a reload', async () => {
    const adapter = system()
    const [one, other] = await inTwoTabs(adapter)
    const third = await loadedAgain(adapter)
    await third.says('The request was not sent')
    adapter.fault('submit', 'lose-answer')
    adapter.fault('find', { code: 'forbidden', times: 3 })
    await one.press('button', 'Try again')
    await one.says('Check again')
    adapter.fault('submit', { code: 'forbidden' })
    await other.press('button', 'Try again')
    await other.says('We don’t know yet')
    await other.says('Check again')
    await third.press('button', 'Go back and edit')
    await third.reaches('Which server')
    for (const form of [one, other, third]) leave(form)
    const again = await loadedAgain(adapter)
    await again.says('We don’t know yet')
    await again.says('Check again')
    await again.press('button', 'Check again')
    await again.reaches('Ticket')
    expect(adapter.staff.tickets).to.have.length(1)
  })

  it('R9: lose no words in the one that couldn’t send, where the other has sent others', async () => {
    const adapter = system()
    const [one, other] = await inTwoTabs(adapter)
    await rewrite(other, 'Now the disk is full as well.')
    await other.press('button', 'Send the request')
    await other.reaches('Ticket')
    await one.says('This request has already been sent: ticket 10001')
    expect(one.form.shadowRoot!.textContent).to.include('Since the firewall change at noon')
    await expectAccessible(one.form)

    await one.press('button', 'Send the request')
    expect(one.focused()?.id).to.equal('draft-note')
    expect(adapter.staff.tickets).to.have.length(1)
    await one.press('button', 'Keep what is here')
    await one.press('button', 'Send the request')
    // What was sealed was sealed for the other one.
    await one.reaches('Access to the server')
    const kept = await filling(one.form.parentElement!)
    await kept.type('password', 'a password for the story')
    await kept.on()
    await one.press('button', 'Send the request')
    await one.reaches('Ticket')
    expect(adapter.staff.tickets.map(({ filing }) => filing.problem)).to.deep.equal([
      'Now the disk is full as well.',
      'Since the firewall change at noon nothing answers any more, SSH included.',
    ])
  })

  it('S6: leave no password in the fields of the one that has sent nothing', async () => {
    const adapter = system()
    const [one, other] = await inTwoTabs(adapter)
    await other.press('button', 'Go back and edit')
    await other.reaches('Which server')
    const field = other.control<HTMLInputElement>('#password')!
    field.value = 'a password for the story'
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    await one.press('button', 'Try again')
    await one.reaches('Ticket')
    await other.says('This request has already been sent: ticket 10001')
    expect(field.value).to.equal('')
  })

  it('R2: say that nobody knows in the one that waits, where the other has tried it in its name', async () => {
    const adapter = system()
    const { find, submit } = adapter
    const looks: string[] = []
    Object.assign(adapter, {
      find: (...args: Parameters<typeof find>): Promise<Filed | null> => {
        looks.push(args[0])
        return looks.length === 1 ? find(...args) : Promise.reject(new AdapterFault('forbidden'))
      },
    })
    const answers: (() => Promise<Filed>)[] = [
      () => Promise.reject(new AdapterFault('unavailable', { retryAfterMs: 4_000 })),
      () => Promise.reject(new AdapterFault('unavailable', { uncertain: true })),
      () => Promise.reject(new AdapterFault('forbidden')),
    ]
    Object.assign(adapter, {
      submit: (...args: Parameters<typeof submit>) => answers.shift()?.() ?? submit(...args),
    })
    const one = await checked(adapter)
    await one.press('button', 'Send the request')
    await one.says('Still trying')
    const other = await loadedAgain(adapter)
    await other.says('Check again')
    expect(answers).to.have.length(1)
    await until('the first has tried again', () => answers.length === 0)
    await one.says('Check again')
    await one.says('We don’t know yet')
    leave(one)
    leave(other)
  })
})

describe('a request that is found again', () => {
  it('R5: can be looked for by hand while there is no network', async () => {
    const adapter = system()
    adapter.fault('submit', 'lose-answer')
    adapter.fault('find', { code: 'forbidden' })
    const form = await checked(adapter)
    await form.press('button', 'Send the request')
    await form.says('Check again')
    leave(form)
    const online = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine')!
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false })
    try {
      const again = await loadedAgain(adapter)
      await again.says('Add a ticket yourself')
      await again.press('button', 'Check again')
      await again.reaches('Ticket')
      expect(adapter.staff.tickets).to.have.length(1)
    } finally {
      Reflect.deleteProperty(navigator, 'onLine')
      expect(Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine')).to.deep.equal(online)
    }
  })

  it('is looked for by the customer where nothing behind the bridge can be asked', async () => {
    const adapter = system()
    adapter.fault('submit', 'lose-answer')
    const unsupported = () => Promise.reject(new AdapterFault('unsupported'))
    const capabilities = { ...adapter.capabilities, retries: { submit: 'unsafe', reply: 'unsafe' } }
    Object.assign(adapter, { find: unsupported, capabilities })
    const form = await checked(adapter)
    await form.press('button', 'Send the request')
    await form.says('is this request among them?')
    await expectAccessible(form.form)
    await form.press('button', 'It isn’t there')
    await form.says('Try again')
  })
})
