import { expect } from 'chai'
import { OsInterventionForm } from '../../../components/intervention-form/intervention-form.js'
import meta, * as stories from '../../../demo/stories/intervention-form.stories.js'
import { until } from '../../../demo/stories/story.js'
import { AdapterFault } from '../../../src/index.js'
import { memoryAdapter, type MemoryAdapter } from '../../../src/testing.js'
import { expectAccessible } from '../../support/axe.js'
import { FormDriver } from '../../support/form-driver.js'
import { mount } from '../../support/mount.js'

/** A form on its check page; the account has a name of its own, so that no other test's things are found. */
async function checked(adapter: MemoryAdapter, outbox = ''): Promise<FormDriver> {
  const form = new FormDriver(
    await mount(meta, { ...stories.Check, args: { adapter, locale: 'en', outbox } }),
  )
  await form.reaches('Check before you send')
  return form
}

/** The page as it is loaded again, with the same system behind it. */
const loadedAgain = async (adapter: MemoryAdapter) =>
  new FormDriver(await mount(meta, { args: { adapter, locale: 'en', outbox: '' } }))

let accounts = 0
function system(): MemoryAdapter {
  accounts += 1
  const account = {
    id: `outbox-${String(accounts)}-${String(Date.now())}`,
    name: 'Anna Wiśniewska',
    owner: true,
  }
  return memoryAdapter({ context: { account } })
}

/** Away from the page in the midst of it, as by a reload: the element goes, and with it all that it knew. */
function leave(form: FormDriver): void {
  form.form.remove()
}

describe('a page that is left while a request is on its way', () => {
  it('R6: finds the ticket when it is loaded again, where it had arrived', async () => {
    const adapter = system()
    adapter.fault('submit', 'lose-answer')
    adapter.fault('find', 'hang')
    const form = await checked(adapter)
    await form.press('button', 'Send the request')
    await form.says('Checking…')
    await new Promise(resolve => setTimeout(resolve, 1_100))
    leave(form)
    const again = await loadedAgain(adapter)
    await again.reaches('Ticket')
    expect(adapter.staff.tickets).to.have.length(1)
  })

  it('R6: sends the very same when it is loaded again, where it had not', async () => {
    const adapter = system()
    const keys: string[] = []
    const bodies = new Set<string>()
    const { submit } = adapter
    Object.assign(adapter, {
      submit: (...[filing, write]: Parameters<typeof submit>) => {
        keys.push(write.key)
        bodies.add(JSON.stringify(filing))
        return keys.length === 1 ? new Promise(() => undefined) : submit(filing, write)
      },
    })
    const form = await checked(adapter)
    await form.press('button', 'Send the request')
    await until('it is out', () => keys.length === 1)
    leave(form)
    const again = await loadedAgain(adapter)
    await again.reaches('Ticket')
    expect([new Set(keys).size, keys.length, bodies.size]).to.deep.equal([1, 2, 1])
    expect(adapter.staff.tickets).to.have.length(1)
  })

  it('R6: says that it was not sent, where that was told, and sends nothing by itself', async () => {
    const adapter = system()
    adapter.fault('submit', { code: 'forbidden' })
    const form = await checked(adapter)
    await form.press('button', 'Send the request')
    await form.says('The request was not sent')
    leave(form)
    const again = await loadedAgain(adapter)
    await again.says('The page was closed before it could be sent')
    await expectAccessible(again.form)
    expect(adapter.staff.tickets).to.have.length(0)
    await again.press('button', 'Try again')
    await again.reaches('Ticket')
    expect(adapter.staff.tickets).to.have.length(1)
  })

  it('begins anew once it was sent, and for another account', async () => {
    const adapter = system()
    const form = await checked(adapter)
    await form.press('button', 'Send the request')
    await form.reaches('Ticket')
    leave(form)
    await (await loadedAgain(adapter)).reaches('Which server')

    const first = system()
    first.fault('submit', 'lose-answer')
    first.fault('find', { code: 'forbidden' })
    const lost = await checked(first)
    await lost.press('button', 'Send the request')
    await lost.says('We don’t know yet')
    leave(lost)
    await (await loadedAgain(system())).reaches('Which server')
  })

  it('R6: keeps nothing where the page doesn’t want it, and after its log-out', async () => {
    for (const off of ['outbox', 'clear'] as const) {
      const adapter = system()
      adapter.fault('submit', { code: 'forbidden' })
      const form = await checked(adapter, off === 'outbox' ? 'off' : '')
      await form.press('button', 'Send the request')
      await form.says('The request was not sent')
      if (off === 'clear' && form.form instanceof OsInterventionForm) form.form.clear()
      leave(form)
      const again = await loadedAgain(adapter)
      // Long enough for what is kept to be found.
      await new Promise(resolve => setTimeout(resolve, 500))
      await again.reaches('Which server')
      expect(again.form.shadowRoot!.textContent).not.to.include('The request was not sent')
    }
  })

  it('goes back to the words where the customer wants that: then they are no longer to be sent', async () => {
    const adapter = system()
    adapter.fault('submit', { code: 'forbidden' })
    const form = await checked(adapter)
    await form.press('button', 'Send the request')
    await form.says('The request was not sent')
    await form.press('button', 'Go back and edit')
    await form.reaches('Which server')
    leave(form)
    await (await loadedAgain(adapter)).reaches('Which server')
  })
})

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
})
