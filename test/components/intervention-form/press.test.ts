import { sendMouse, resetMouse } from '@web/test-runner-commands'
import { expect } from 'chai'
import meta, * as stories from '../../../demo/stories/intervention-form.stories.js'
import { settled, until } from '../../../demo/stories/story.js'
import { FormDriver } from '../../support/form-driver.js'
import { mount } from '../../support/mount.js'

/** Where the way on is now; scrolled into sight. */
async function wayOn(form: FormDriver): Promise<[number, number]> {
  const button = form.control('button.primary')!
  button.scrollIntoView({ block: 'center' })
  await new Promise(requestAnimationFrame)
  const { left, top, width, height } = button.getBoundingClientRect()
  return [Math.round(left + width / 2), Math.round(top + height / 2)]
}

describe('a press on the way on, when the field that was left has something to say', () => {
  afterEach(() => resetMouse())

  it('is not lost where a warning comes', async () => {
    const form = new FormDriver(await mount(meta, { ...stories.Access, args: { locale: 'en' } }))
    await form.press('radio', /administrator account/)
    await form.type(/^User name/, 'root')
    await form.type(/^Password/, 'ends with a blank ')
    await sendMouse({ type: 'click', position: await wayOn(form) })
    await form.reaches('Your authorization')
  })

  it('is not lost where an error goes', async () => {
    const form = new FormDriver(await mount(meta, { ...stories.ProblemWrong, args: { locale: 'en' } }))
    await form.type('What should the engineers do?', 'Mend it.')
    await form.type('What is the problem?', 'It is broken.')
    await sendMouse({ type: 'click', position: await wayOn(form) })
    await form.reaches('Access to the server')
  })

  it('holds the drawing back no longer than it lasts', async () => {
    const form = new FormDriver(await mount(meta, { ...stories.Access, args: { locale: 'en' } }))
    await form.press('radio', /administrator account/)
    await form.type(/^Password/, 'ends with a blank ')
    const heading = form.control('#step-heading')!.getBoundingClientRect()
    await sendMouse({ type: 'move', position: [Math.round(heading.left + 2), Math.round(heading.top + 2)] })
    await sendMouse({ type: 'down' })
    await new Promise(requestAnimationFrame)
    expect(form.has('#password-warnings')).to.equal(false)
    await sendMouse({ type: 'up' })
    await until('the warning', () => form.has('#password-warnings'))
    await settled(document)
  })

  it('holds it back for a while at most, if its end is never heard of', async () => {
    const form = new FormDriver(await mount(meta, { ...stories.Server, args: { locale: 'en' } }))
    form.form.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }))
    form.form.setAttribute('locale', 'pl')
    await form.reaches('Który serwer')
  })
})

describe('quick presses, before anything is drawn anew', () => {
  const checked = ({ form }: FormDriver, selector: string): number =>
    form.shadowRoot!.querySelectorAll(`${selector}:checked`).length

  function clickAll({ form }: FormDriver, selector: string): void {
    for (const box of form.shadowRoot!.querySelectorAll<HTMLInputElement>(selector)) box.click()
  }

  it('all count, of the duties', async () => {
    const form = new FormDriver(await mount(meta, stories.Authorization))
    clickAll(form, '[name="duties"]')
    await settled(document)
    expect(checked(form, '[name="duties"]')).to.equal(5)
  })

  it('all count, of the methods', async () => {
    const form = new FormDriver(await mount(meta, stories.Authorization))
    clickAll(form, '[name="methods"]')
    await settled(document)
    expect(checked(form, '[name="methods"]')).to.equal(0)
  })

  it('all count, of the tasks and extras', async () => {
    const form = new FormDriver(await mount(meta, stories.Problem))
    clickAll(form, '[name="tasks"], [name="extras"]')
    await settled(document)
    expect(checked(form, '[name="tasks"], [name="extras"]')).to.equal(12)
  })
})
