import { expect } from 'chai'
import meta, * as stories from '../../../demo/stories/intervention-form.stories.js'
import { until } from '../../../demo/stories/story.js'
import type { Filed, InterventionAdapter } from '../../../src/index.js'
import { memoryAdapter, type MemoryAdapter } from '../../../src/testing.js'
import { expectAccessible } from '../../support/axe.js'
import { FormDriver } from '../../support/form-driver.js'
import { mount } from '../../support/mount.js'
import { SlowTimers } from '../../support/slow-timers.js'
import { quiet } from '../../support/spoken.js'

let slow: SlowTimers
beforeEach(() => {
  slow = new SlowTimers()
})
afterEach(() => {
  slow.restore()
})

/** A system of a customer of its own, which holds each request until the test lets it go. */
function system(submit: 'safe' | 'unsafe') {
  const account = { id: `never-${String(Date.now())}-${String(Math.random())}`, name: 'Anna', owner: true }
  const memory = memoryAdapter({
    context: { account },
    capabilities: { retries: { submit, reply: 'unsafe' } },
  })
  const calls: (() => Promise<void>)[] = []
  const { find: _, ...rest } = memory
  const adapter: InterventionAdapter & Pick<MemoryAdapter, 'staff'> = {
    ...rest,
    submit: (...args) =>
      new Promise<Filed>(resolve => {
        calls.push(async () => {
          resolve(await memory.submit(...args))
        })
      }),
  }
  return { adapter, calls }
}

async function sent({ adapter, calls }: ReturnType<typeof system>, outbox = ''): Promise<FormDriver> {
  const args = { adapter, locale: 'en', outbox }
  const form = new FormDriver(await mount(meta, { ...stories.Check, args }))
  await form.reaches('Check before you send')
  await form.press('button', 'Send the request')
  await until('it is out', () => calls.length === 1)
  return form
}

const another = async (adapter: InterventionAdapter): Promise<FormDriver> =>
  new FormDriver(await mount(meta, { args: { adapter, locale: 'en', outbox: '' } }))

const question = 'is this request among them?'

describe('a system that never answers, and that makes two tickets of two requests', () => {
  it('R21: is sent it anew where the customer says that it isn’t there', async () => {
    const out = system('unsafe')
    const form = await sent(out)
    slow.end()
    await form.says(question)
    await form.press('button', 'It isn’t there')
    await form.says('You told us that it isn’t among your tickets')
    await form.press('button', 'Try again')
    await until('it is out anew', () => out.calls.length === 2)
    await out.calls[1]!()
    await form.reaches('Ticket')
    expect(out.adapter.staff.tickets).to.have.length(1)
  })

  it('is believed when it answers after all, and is sent nothing more', async () => {
    const out = system('unsafe')
    const form = await sent(out)
    slow.end()
    await form.says(question)
    await form.press('button', 'It isn’t there')
    await form.says('The request was not sent')
    await out.calls[0]!()
    await form.reaches('Ticket')
    expect(out.calls).to.have.length(1)
  })

  it('is believed, too, where the customer has gone back to the words', async () => {
    for (const outbox of ['', 'off']) {
      const out = system('unsafe')
      const form = await sent(out, outbox)
      slow.end()
      await form.says(question)
      await form.press('button', 'It isn’t there')
      await form.press('button', 'Go back and edit')
      await form.reaches('Which server')
      await out.calls[0]!()
      await form.says('This request has already been sent: ticket 10001')
      await expectAccessible(form.form)
      expect(out.calls).to.have.length(1)
      form.form.remove()
    }
  })

  it('R21: is sent it by nobody else meanwhile: a second form says who is sending, then asks', async () => {
    const out = system('unsafe')
    const first = await sent(out)
    const second = await another(out.adapter)
    await second.says(question)
    await second.press('button', 'It isn’t there')
    await second.press('button', 'Try again')
    await second.says('Another tab or form is sending this request')
    await expectAccessible(second.form)
    slow.end()
    await first.says(question)
    await second.says(question)
    expect(out.calls).to.have.length(1)
    await out.calls[0]!()
    await first.reaches('Ticket')
    await second.says('This request has already been sent: ticket 10001')
    expect(out.adapter.staff.tickets).to.have.length(1)
  })
})

describe('a client area that never answers', () => {
  it('R21: holds nobody up: the request is not sent, and that is said', async () => {
    const adapter = memoryAdapter()
    const form = new FormDriver(await mount(meta, { ...stories.Check, args: { adapter, locale: 'en' } }))
    await form.reaches('Check before you send')
    Object.assign(adapter, { context: () => new Promise(() => undefined) })
    await form.press('button', 'Send the request')
    await form.says('Sealing your login details')
    await until('it is asked', () => slow.waits.includes(10_000))
    slow.end(10_000)
    await form.says('Sending the request')
    await until('it is asked anew', () => slow.waits.includes(30_000))
    slow.end(10_000)
    await form.says('Still trying to send the request')
    slow.end()
    await form.says('The request was not sent')
    await expectAccessible(form.form)
    expect(adapter.staff.tickets).to.have.length(0)
  })
})

describe('an answer that comes when the form has gone', () => {
  it('R13: is found by the next form, and no second ticket is made', async () => {
    const out = system('unsafe')
    const form = await sent(out)
    form.form.remove()
    await quiet()
    await out.calls[0]!()
    await quiet()
    const again = await another(out.adapter)
    await again.says('This request has already been sent: ticket 10001')
    await expectAccessible(again.form)
    again.form.remove()
    await (await another(out.adapter)).reaches('Which server')
    expect([out.calls.length, out.adapter.staff.tickets.length]).to.deep.equal([1, 1])
  })

  it('R12: is shown by the form itself where it comes back', async () => {
    const out = system('unsafe')
    const form = await sent(out)
    const place = form.form.parentElement!
    form.form.remove()
    await quiet()
    await out.calls[0]!()
    await quiet()
    place.append(form.form)
    await form.reaches('Ticket')
  })
})

describe('a system that asks for a long wait', () => {
  for (const [locale, sentence] of [
    ['en', /The ticket system asks to wait until \d\d:\d\d/],
    ['pl', /Spróbuj ponownie nie wcześniej niż: \d\d:\d\d/],
  ] as const)
    it(`R4: is told by the time, by its own clock: ${locale}`, async () => {
      const ahead = 3 * 3_600_000
      const adapter = memoryAdapter()
      const { context } = adapter
      Object.assign(adapter, {
        context: async () => ({ ...(await context()), now: Date.now() + ahead }),
      })
      const form = new FormDriver(await mount(meta, { ...stories.Check, args: { adapter, locale: 'en' } }))
      await form.reaches('Check before you send')
      adapter.fault('submit', { code: 'rate-limited', retryAfterMs: 600_000 })
      const from = Date.now() + ahead + 600_000
      await form.press('button', 'Send the request')
      await form.says('The request was not sent')
      form.form.setAttribute('locale', locale)
      await form.says(sentence)
      const shown = /\d\d:\d\d/.exec(sentence.exec(form.form.shadowRoot!.textContent)![0])![0]
      const clock = (time: number) => new Date(time).toTimeString().slice(0, 5)
      expect(shown).to.be.oneOf([clock(from + 59_999), clock(from + 119_999)])
      await expectAccessible(form.form)
    })
})
