import { expect } from 'chai'
import { OsInterventionForm } from '../../../components/intervention-form/intervention-form.js'
import { fill, filling } from '../../../demo/stories/fill.js'
import meta from '../../../demo/stories/intervention-form.stories.js'
import { until } from '../../../demo/stories/story.js'
import { AdapterFault } from '../../../src/index.js'
import type { MemoryAdapter } from '../../../src/testing.js'
import { expectAccessible } from '../../support/axe.js'
import { full } from '../../support/broken-storage.js'
import { FormDriver } from '../../support/form-driver.js'
import { checked, leave, loadedAgain, system } from '../../support/left-requests.js'
import { mount } from '../../support/mount.js'
import { log } from '../../support/some-files.js'

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

  it('R6: keeps nothing after the log-out of what waited for another tab until then', async () => {
    const adapter = system()
    const { submit } = adapter
    let calls = 0
    let refuse = (): void => undefined
    Object.assign(adapter, {
      submit: (...args: Parameters<typeof submit>) => {
        calls += 1
        if (calls > 2) return submit(...args)
        return new Promise((_, reject) => {
          refuse = () => reject(new AdapterFault('forbidden'))
          if (calls === 1) refuse()
        })
      },
    })
    const one = await checked(adapter)
    await one.press('button', 'Send the request')
    await one.says('The request was not sent')
    const other = await loadedAgain(adapter)
    await other.says('The request was not sent')
    await one.press('button', 'Try again')
    await until('it is out', () => calls === 2)
    await other.press('button', 'Try again')
    await other.says('Another tab or form is sending this request')
    for (const { form } of [one, other]) if (form instanceof OsInterventionForm) form.clear()
    refuse()
    for (const form of [one, other]) leave(form)
    await new Promise(resolve => setTimeout(resolve, 500))
    const again = await loadedAgain(adapter)
    await new Promise(resolve => setTimeout(resolve, 500))
    await again.reaches('Which server')
    expect([calls, adapter.staff.tickets.length]).to.deep.equal([2, 0])
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

describe('a request that is found again, and wanted otherwise', () => {
  /** Not sent for now, with a file, and left: then loaded again. */
  async function found(adapter: MemoryAdapter, drafts: string): Promise<FormDriver> {
    const args = { adapter, locale: 'en', outbox: '', drafts }
    const form = new FormDriver(await mount(meta, { args }))
    const filled = await filling(form.form.parentElement!)
    await fill.server(filled)
    await filled.type('errors', 'No route to host')
    await filled.attach(log('messages.txt'))
    for (const step of ['problem', 'access', 'authorization'] as const) await fill[step](filled)
    await form.press('button', 'Send the request')
    await form.says('The request was not sent')
    leave(form)
    const again = new FormDriver(await mount(meta, { args }))
    await again.says('The page was closed before it could be sent')
    return again
  }

  const refusing = (): MemoryAdapter => {
    const adapter = system()
    adapter.fault('submit', { code: 'not-found' })
    return adapter
  }

  it('fills the form again with all but what is secret and what was confirmed, where no draft is kept', async () => {
    const adapter = refusing()
    const form = await found(adapter, 'off')
    await form.press('button', 'Go back and edit')
    await form.reaches('Which server')
    await expectAccessible(form.form)
    await form.press('button', 'Continue')
    await until('the words', () => form.has('#errors'))
    const text = (id: string) => form.control<HTMLTextAreaElement>(`#${id}`)!.value
    expect(text('problem')).to.include('Since the firewall change at noon')
    expect(text('action')).to.include('Open SSH again')
    expect(text('errors')).to.equal('No route to host')
    await form.says('messages.txt')
    await form.press('button', 'Continue')
    await form.reaches('Access to the server')
    expect(form.control<HTMLInputElement>('#access')!.checked).to.equal(true)
    expect([text('username'), text('password')]).to.deep.equal(['', ''])
    const filled = await filling(form.form.parentElement!)
    await filled.type('username', 'rescue-admin')
    await filled.type('password', 'a password for the story')
    await form.press('button', 'Continue')
    await until('the authorization', () => form.has('#authorization'))
    expect(form.control<HTMLInputElement>('#authorization')!.checked).to.equal(false)
    await fill.authorization(filled)
    await form.press('button', 'Send the request')
    await form.reaches('Ticket')
    const [ticket] = adapter.staff.tickets
    expect(ticket!.filing.errors).to.equal('No route to host')
    expect(ticket!.filing.files!.map(({ name }) => name)).to.deep.equal(['messages.txt'])
  })

  it('needs no file chosen again where its draft is kept', async () => {
    const form = await found(refusing(), '')
    await form.press('button', 'Go back and edit')
    await form.press('button', 'Continue')
    await form.says('messages.txt')
    expect(form.form.shadowRoot!.textContent).not.to.include('Choose the file again')
  })

  it('is told by hand as it was to be sent: with its files, and that its login details are not in the text', async () => {
    const adapter = refusing()
    const form = await found(adapter, 'off')
    adapter.fault('submit', { code: 'not-found' })
    await form.press('button', 'Try again')
    await form.says('Add a ticket yourself')
    await form.says(/messages\.txt/)
    await form.says('Your login details are not in this text')
    expect(form.control<HTMLTextAreaElement>('#by-hand-text')!.value).to.include('No route to host')
  })
})

describe('a device that is full by the time a request goes out', () => {
  it('doesn’t say after a reload that it was not sent', async () => {
    const adapter = system()
    adapter.fault('submit', { code: 'forbidden' })
    const form = await checked(adapter)
    await form.press('button', 'Send the request')
    await form.says('The request was not sent')
    adapter.fault('submit', 'lose-answer')
    adapter.fault('find', { code: 'forbidden' })
    const free = full('at once')
    try {
      await form.press('button', 'Try again')
      await form.says('We don’t know yet')
    } finally {
      free()
    }
    leave(form)
    const again = await loadedAgain(adapter)
    // Long enough for what is kept to be found.
    await new Promise(resolve => setTimeout(resolve, 2_000))
    expect(again.form.shadowRoot!.textContent).not.to.include('The page was closed before it could be sent')
  })
})
