import { expect } from 'chai'
import { fill, filling } from '../../../demo/stories/fill.js'
import { until } from '../../../demo/stories/story.js'
import { AdapterFault, type Filed } from '../../../src/index.js'
import type { MemoryAdapter } from '../../../src/testing.js'
import { expectAccessible } from '../../support/axe.js'
import type { FormDriver } from '../../support/form-driver.js'
import { checked, inTwoTabs, leave, loadedAgain, rewrite, system } from '../../support/left-requests.js'

const others = 'Now the disk is full as well.'

const textOf = ({ form }: FormDriver) => form.shadowRoot!.textContent
const problems = ({ staff }: MemoryAdapter) => staff.tickets.map(({ filing }) => filing.problem)
const uncertain = () => Promise.reject(new AdapterFault('unavailable', { uncertain: true }))
/** Long enough for what another tab says to be heard. */
const heard = () => new Promise(resolve => setTimeout(resolve, 500))

/** The same system, which makes two tickets of two requests. */
function makeUnsafe(adapter: MemoryAdapter, more: Partial<MemoryAdapter> = {}): void {
  const capabilities = { ...adapter.capabilities, retries: { submit: 'unsafe', reply: 'unsafe' } }
  Object.assign(adapter, { capabilities, ...more })
}

describe('one request with other words in another tab', () => {
  it('R9: keeps those that couldn’t even be sealed when the first are sent', async () => {
    const adapter = system()
    const [one, other] = await inTwoTabs(adapter)
    await rewrite(other, others)
    adapter.fault('context', { code: 'forbidden' })
    await other.press('button', 'Send the request')
    await other.says('The request was not sent')
    await one.press('button', 'Try again')
    await one.reaches('Ticket')
    await other.says('This request has already been sent: ticket 10001')
    expect(textOf(other)).to.include(others)
    expect(textOf(other)).not.to.include('Nothing has been sent yet')
    await other.press('button', 'Keep what is here')
  })

  for (const kind of ['safe', 'unsafe'] as const)
    it(`R10: is one ticket though the tab with the others finds it first: ${kind}`, async () => {
      const adapter = system()
      const [one, other] = await inTwoTabs(adapter)
      await rewrite(other, others)
      if (kind === 'unsafe') makeUnsafe(adapter)
      adapter.fault('submit', 'lose-answer')
      adapter.fault('find', { code: 'forbidden', times: kind === 'safe' ? 2 : 1 })
      await other.press('button', 'Send the request')
      await other.says('Check again')
      await one.press('button', 'Try again')
      await one.says('Check again')
      await one.press('button', 'Check again')
      await one.reaches('Ticket')
      await one.says('The ticket has an earlier version')
      await heard()
      expect(textOf(other)).to.include('already been sent: ticket 10001')
      expect(textOf(other)).not.to.include('Keep what is here')
      expect(problems(adapter)).to.deep.equal([others])
    })

  it('R9: keeps what was written after it had gone, for the next request', async () => {
    const adapter = system()
    const { submit } = adapter
    let release = (): void => undefined
    const held = new Promise<void>(resolve => (release = resolve))
    Object.assign(adapter, {
      submit: async (...args: Parameters<typeof submit>): Promise<Filed> => {
        const filed = await submit(...args)
        await held
        return filed
      },
    })
    const one = await checked(adapter, '', '')
    await new Promise(resolve => setTimeout(resolve, 1_200))
    const other = await loadedAgain(adapter, '')
    await other.says('Your draft is back')
    await one.press('button', 'Send the request')
    await until('it is there', () => adapter.staff.tickets.length === 1)
    leave(one)
    const filled = await filling(other.form.parentElement!)
    await filled.on()
    await new Promise(resolve => setTimeout(resolve, 1_500))
    await filled.type('problem', others)
    await new Promise(resolve => setTimeout(resolve, 1_200))
    leave(other)
    release()
    await heard()
    const again = await loadedAgain(adapter, '')
    await again.says('This request has already been sent: ticket 10001')
    await again.press('button', 'Start another request')
    await again.says('Your draft is back')
    await again.press('button', 'Continue')
    expect(again.control<HTMLTextAreaElement>('#problem')!.value).to.equal(others)
  })

  it('R10: is the same where only the ticks were given again', async () => {
    const adapter = system()
    const one = await checked(adapter, '', '')
    await new Promise(resolve => setTimeout(resolve, 1_200))
    const other = await loadedAgain(adapter, '')
    await other.says('Your draft is back')
    const filled = await filling(other.form.parentElement!)
    for (let step = 0; step < 2; step += 1) await filled.on()
    await filled.type('username', 'rescue-admin')
    await filled.type('password', 'a password for the story')
    await filled.on()
    await fill.authorization(filled)
    await one.press('button', 'Send the request')
    await one.reaches('Ticket')
    await other.says('This request has already been sent: ticket 10001')
    expect(textOf(other)).not.to.include('Keep what is here')
  })
})

describe('a system that makes two tickets of two requests', () => {
  const unsupported = () => Promise.reject(new AdapterFault('unsupported'))

  it('R2: is sent nothing twice where the other tab has it out again', async () => {
    const adapter = system()
    const { submit } = adapter
    let calls = 0
    let release = (): void => undefined
    const held = new Promise<void>(resolve => (release = resolve))
    makeUnsafe(adapter, {
      find: unsupported,
      submit: async (...args: Parameters<typeof submit>): Promise<Filed> => {
        calls += 1
        if (calls === 2) await held
        return calls < 3 ? uncertain() : submit(...args)
      },
    })
    const one = await checked(adapter)
    await one.press('button', 'Send the request')
    await one.says('is this request among them?')
    const other = await loadedAgain(adapter)
    await other.says('is this request among them?')
    await other.press('button', 'It isn’t there')
    await other.press('button', 'Try again')
    await until('it is out again', () => calls === 2)
    await one.press('button', 'It isn’t there')
    await one.press('button', 'Try again')
    await one.says('Another tab or form is sending this request')
    release()
    await other.says('is this request among them?')
    await one.says('Check again')
    await one.press('button', 'Check again')
    await one.says('is this request among them?')
    expect(calls).to.equal(2)
    leave(one)
    leave(other)
  })

  it('R2: says nothing old of it where the element comes back to the page', async () => {
    const adapter = system()
    const { submit } = adapter
    let calls = 0
    let fail = (): void => undefined
    const failing = new Promise<void>(resolve => (fail = resolve))
    makeUnsafe(adapter, {
      find: unsupported,
      submit: async (...args: Parameters<typeof submit>): Promise<Filed> => {
        calls += 1
        if (calls > 1) return calls === 2 ? uncertain() : submit(...args)
        await failing
        throw new AdapterFault('forbidden')
      },
    })
    const one = await checked(adapter)
    await one.press('button', 'Send the request')
    await until('it is out', () => calls === 1)
    const parent = one.form.parentElement!
    one.form.remove()
    await heard()
    fail()
    await heard()
    const other = await loadedAgain(adapter)
    await other.says('The request was not sent')
    await other.press('button', 'Try again')
    await other.says('We don’t know yet')
    parent.append(one.form)
    await one.says('We don’t know yet')
    leave(other)
    const again = await loadedAgain(adapter)
    await again.says('is this request among them?')
  })

  it('lets the customer look, too, where it knows that the request isn’t there', async () => {
    const adapter = system()
    const { submit } = adapter
    let calls = 0
    makeUnsafe(adapter, {
      submit: (...args: Parameters<typeof submit>): Promise<Filed> => {
        calls += 1
        return calls === 1 ? uncertain() : submit(...args)
      },
    })
    const form = await checked(adapter)
    await form.press('button', 'Send the request')
    await form.says('is this request among them?')
    await form.says('Check again')
    await expectAccessible(form.form)
    await form.press('button', 'It isn’t there')
    await form.press('button', 'Try again')
    await form.reaches('Ticket')
    expect(adapter.staff.tickets).to.have.length(1)
  })
})
