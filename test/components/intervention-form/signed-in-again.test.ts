import { expect } from 'chai'
import meta, * as stories from '../../../demo/stories/intervention-form.stories.js'
import { until } from '../../../demo/stories/story.js'
import { AdapterFault } from '../../../src/index.js'
import { memoryAdapter } from '../../../src/testing.js'
import { awayAndBack } from '../../support/away.js'
import { expectAccessible } from '../../support/axe.js'
import { FormDriver } from '../../support/form-driver.js'
import { mount } from '../../support/mount.js'
import { quiet } from '../../support/spoken.js'

/** A form on its check page, with a system that knows whether the customer is signed in. */
async function signedOut() {
  const adapter = memoryAdapter()
  const { account } = await adapter.context()
  const session = { isOpen: true, account }
  const asked = { context: 0, submit: [] as string[], find: 0 }
  const guard = (): void => {
    if (!session.isOpen) throw new AdapterFault('unauthenticated')
  }
  const { context, submit, find } = adapter
  Object.assign(adapter, {
    context: async () => {
      asked.context += 1
      guard()
      return { ...(await context()), account: session.account }
    },
    submit: async (...[filing, write]: Parameters<typeof submit>) => {
      asked.submit.push(write.key)
      guard()
      return submit(filing, write)
    },
    find: async (...args: Parameters<typeof find>) => {
      asked.find += 1
      guard()
      return find(...args)
    },
  })
  const form = new FormDriver(await mount(meta, { ...stories.Check, args: { adapter, locale: 'en' } }))
  await form.reaches('Check before you send')
  let wanted = 0
  form.form.addEventListener('os-auth-required', () => (wanted += 1))
  return { adapter, form, session, asked, wanted: () => wanted }
}

describe('a customer whose session has ended, and who signs in again elsewhere', () => {
  it('R7: finds the request sent at the return, with the same key, and was asked to sign in once', async () => {
    const { adapter, form, session, asked, wanted } = await signedOut()
    const { context } = adapter
    // It ends between the sealing and the sending.
    let looks = 0
    Object.assign(adapter, {
      context: async () => {
        looks += 1
        const told = await context()
        if (looks === 1) session.isOpen = false
        return told
      },
    })
    await form.press('button', 'Send the request')
    await form.says('Your session in the client area has ended')
    await expectAccessible(form.form)

    const before = asked.context
    awayAndBack()
    await quiet()
    expect(asked.context - before).to.equal(1)
    await form.says('Your session in the client area has ended')
    expect(wanted()).to.equal(1)

    session.isOpen = true
    awayAndBack()
    await form.reaches('Ticket')
    expect([new Set(asked.submit).size, adapter.staff.tickets.length, wanted()]).to.deep.equal([1, 1, 1])
  })

  it('R7: finds it sent where nothing was sealed yet, the password still in its field', async () => {
    const { adapter, form, session, wanted } = await signedOut()
    session.isOpen = false
    await form.press('button', 'Send the request')
    await form.says('Your session in the client area has ended')
    expect(form.control<HTMLInputElement>('#password')?.value).to.equal('a password for the story')
    session.isOpen = true
    awayAndBack()
    await form.reaches('Ticket')
    expect([adapter.staff.tickets.length, wanted()]).to.deep.equal([1, 1])
  })

  it('R7: is told what became of a request that may have arrived', async () => {
    const { adapter, form, session, asked } = await signedOut()
    const { submit } = adapter
    Object.assign(adapter, {
      submit: async (...args: Parameters<typeof submit>) => {
        await submit(...args)
        session.isOpen = false
        throw new AdapterFault('unavailable', { uncertain: true })
      },
    })
    await form.press('button', 'Send the request')
    await form.says('Your session in the client area has ended')
    await until('the look is over', () => asked.find > 0)
    session.isOpen = true
    awayAndBack()
    await form.reaches('Ticket')
    expect([asked.submit.length, adapter.staff.tickets.length]).to.deep.equal([1, 1])
  })

  it('finds the form empty, and nothing sent, where somebody else has signed in', async () => {
    const { adapter, form, session } = await signedOut()
    session.isOpen = false
    await form.press('button', 'Send the request')
    await form.says('Your session in the client area has ended')
    session.isOpen = true
    session.account = { id: 'c-2', name: 'Jan Nowak', owner: true }
    awayAndBack()
    await form.reaches('Which server')
    await quiet()
    expect(adapter.staff.tickets).to.have.length(0)
  })

  it('has what was about to be tried again sent for nobody else, and kept for nobody else', async () => {
    const { adapter, form, session, asked } = await signedOut()
    adapter.fault('submit', { code: 'rate-limited', retryAfterMs: 1_500, times: 9 })
    await form.press('button', 'Send the request')
    await until('the first try', () => asked.submit.length === 1)
    session.account = { id: 'c-2', name: 'Jan Nowak', owner: true }
    awayAndBack()
    await form.reaches('Which server')
    await new Promise(resolve => setTimeout(resolve, 2_500))
    expect([asked.submit.length, adapter.staff.tickets.length]).to.deep.equal([1, 0])
    await form.reaches('Which server')
  })

  it('is not sent anything for by a return where the system has refused for another reason', async () => {
    const { adapter, form, asked } = await signedOut()
    adapter.fault('submit', { code: 'forbidden' })
    await form.press('button', 'Send the request')
    await form.says('The request was not sent')
    const before = asked.submit.length
    awayAndBack()
    await quiet()
    expect(asked.submit).to.have.length(before)
    expect(adapter.staff.tickets).to.have.length(0)
  })
})
