import { expect } from 'chai'
import meta, * as stories from '../../../demo/stories/intervention-form.stories.js'
import { until } from '../../../demo/stories/story.js'
import { memoryAdapter, type MemoryAdapter } from '../../../src/testing.js'
import { FormDriver } from '../../support/form-driver.js'
import { mount } from '../../support/mount.js'
import { listening, quiet } from '../../support/spoken.js'

const events = ['os-request-filed', 'os-request-failed', 'os-step-changed', 'os-auth-required'] as const

/** A system that has the request, and answers when it is let. */
function slow(account = `removed-${String(Date.now())}-${String(Math.random())}`) {
  const adapter = memoryAdapter({
    context: { account: { id: account, name: 'Anna Wiśniewska', owner: true } },
  })
  const signals: (AbortSignal | undefined)[] = []
  let answer = (): void => undefined
  const delay = new Promise<void>(resolve => (answer = resolve))
  const { submit } = adapter
  Object.assign(adapter, {
    submit: async (...[filing, write]: Parameters<typeof submit>) => {
      signals.push(write.signal)
      const filed = await submit(filing, write)
      if (signals.length === 1) await delay
      return filed
    },
  })
  return {
    adapter,
    signals,
    answer: () => {
      answer()
    },
  }
}

async function onItsWay(adapter: MemoryAdapter, signals: readonly unknown[]): Promise<FormDriver> {
  const args = { adapter, locale: 'en', outbox: '' }
  const form = new FormDriver(await mount(meta, { ...stories.Check, args }))
  await form.reaches('Check before you send')
  await form.press('button', 'Send the request')
  await until('it is out', () => signals.length === 1)
  return form
}

describe('an element that is removed while its request is on its way', () => {
  it('R13: aborts nothing, says and throws nothing late, is rid of the secret; another finds the ticket', async () => {
    const { adapter, signals, answer } = slow()
    const form = await onItsWay(adapter, signals)
    const place = form.form.parentElement!
    const late: unknown[] = []
    const hear = (event: Event): unknown => late.push(event)
    for (const event of events) form.form.addEventListener(event, hear)
    addEventListener('error', hear)
    addEventListener('unhandledrejection', hear)
    try {
      form.form.remove()
      await quiet()
      const heard = listening()
      answer()
      await quiet()
      expect(late).to.deep.equal([])
      expect(heard).to.deep.equal([])
      expect(signals.some(signal => signal?.aborted)).to.equal(false)
      expect(form.control<HTMLInputElement>('#password')?.value ?? '').to.equal('')
      expect(adapter.staff.tickets).to.have.length(1)
    } finally {
      removeEventListener('error', hear)
      removeEventListener('unhandledrejection', hear)
    }
    const again = new FormDriver(await mount(meta, { args: { adapter, locale: 'en', outbox: '' } }))
    await again.says('This request has already been sent: ticket 10001')
    expect(adapter.staff.tickets).to.have.length(1)
    expect(place.isConnected).to.equal(true)
  })

  it('R12: tells what became of it once it is back', async () => {
    const { adapter, signals, answer } = slow()
    const form = await onItsWay(adapter, signals)
    const place = form.form.parentElement!
    form.form.remove()
    await quiet()
    answer()
    await quiet()
    place.append(form.form)
    await form.reaches('Ticket')
    expect(adapter.staff.tickets).to.have.length(1)
  })
})

describe('another ticket system while a request is on its way', () => {
  it('R14: leaves the request where it went, and its answer is not lost', async () => {
    const { adapter, signals, answer } = slow()
    const form = await onItsWay(adapter, signals)
    const { account } = await adapter.context()
    const other = memoryAdapter({ context: { account } })
    Object.assign(form.form, { adapter: other })
    await quiet()
    answer()
    await form.reaches('Ticket')
    expect([adapter.staff.tickets.length, other.staff.tickets.length]).to.deep.equal([1, 0])
  })

  it('R14: of another customer has the form to itself: a late answer doesn’t come over it', async () => {
    const { adapter, signals, answer } = slow()
    const form = await onItsWay(adapter, signals)
    const filed: unknown[] = []
    form.form.addEventListener('os-request-filed', event => filed.push(event))
    const other = slow()
    Object.assign(form.form, { adapter: other.adapter })
    await form.reaches('Which server')
    answer()
    await quiet()
    await form.reaches('Which server')
    expect(filed).to.deep.equal([])
    expect([adapter.staff.tickets.length, other.adapter.staff.tickets.length]).to.deep.equal([1, 0])
  })
})
