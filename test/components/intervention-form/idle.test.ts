import { expect } from 'chai'
import credential, * as credentialStories from '../../../demo/stories/credential-field.stories.js'
import meta, * as stories from '../../../demo/stories/intervention-form.stories.js'
import { settled, until } from '../../../demo/stories/story.js'
import { expectAccessible } from '../../support/axe.js'
import { FormDriver } from '../../support/form-driver.js'
import { press } from '../../support/keys.js'
import { mount } from '../../support/mount.js'
import { PassingTime } from '../../support/passing-time.js'

const MINUTE = 60_000
const ENDING = 'Are you still there?'

const spoken = () => document.querySelector('body > [role=status]')?.textContent ?? ''

describe('login details that nobody touches', () => {
  let time: PassingTime

  beforeEach(() => {
    time = new PassingTime(MINUTE / 2 + 1)
  })

  async function typed(): Promise<FormDriver> {
    const form = new FormDriver(await mount(meta, { ...stories.Access, args: { locale: 'en' } }))
    form.control('#access')!.click()
    await settled(document)
    form.control('#password')!.focus()
    await press('a')
    return form
  }

  const value = (form: FormDriver) => form.control<HTMLInputElement>('#password')!.value
  const pass = async (minutes: number) => {
    time.pass(minutes * MINUTE)
    await settled(document)
  }

  it('S6: go with the fields, where those leave the page', async () => {
    const form = await typed()
    const field = form.control<HTMLInputElement>('#password')!
    Object.assign(form.form, { adapter: undefined, endpoint: '' })
    await until('the way by hand alone', () => !form.has('#password'))
    expect(field.value).to.equal('')
    await pass(9.1)
    expect(spoken()).not.to.include(ENDING)
  })

  it('S6: go after ten minutes, of which the last is told to eye and ear', async () => {
    const form = await typed()
    await pass(8.9)
    expect(form.has('.idle')).to.equal(false)
    await pass(0.1)
    expect(form.control('.idle')!.checkVisibility()).to.equal(true)
    expect(form.control('.idle')!.textContent).to.include(ENDING)
    await until('the sentence', () => spoken().includes(ENDING))
    await expectAccessible(form.form)
    expect(value(form)).to.equal('a')
    await pass(1)
    expect(value(form)).to.equal('')
    expect(form.has('.idle')).to.equal(false)
    await until('why', () => spoken().includes('were removed from this page'))
  })

  it('S6: stay by one key, wherever on the page, as often as it takes', async () => {
    const form = await typed()
    const elsewhere = document.body.appendChild(document.createElement('button'))
    elsewhere.focus()
    for (let turn = 0; turn < 11; turn += 1) {
      await pass(9)
      expect(form.has('.idle')).to.equal(true)
      await press('Shift')
      await settled(document)
      expect(form.has('.idle')).to.equal(false)
    }
    elsewhere.remove()
    expect(value(form)).to.equal('a')
    await pass(9)
    await pass(1)
    expect(value(form)).to.equal('')
  })

  it('S6: are warned of in another step, too, and stay while the customer is at work there', async () => {
    const form = await typed()
    await form.press('button', 'Back')
    await pass(8)
    await press('Shift')
    await pass(8)
    expect(form.has('.idle')).to.equal(false)
    await pass(1)
    expect([...form.form.shadowRoot!.querySelectorAll('.idle')].some(one => one.checkVisibility())).to.equal(
      true,
    )
  })

  it('S6: stay by a press that comes without pointer or key, as a screen reader’s, which keeps its place', async () => {
    const form = await typed()
    await pass(9)
    form.control('.idle button')!.click()
    await settled(document)
    expect(form.has('.idle')).to.equal(false)
    expect(form.form.shadowRoot!.activeElement).to.equal(form.control('#step-heading'))
    await pass(8)
    expect(value(form)).to.equal('a')
  })

  it('S6: are asked for once, however many fields hold them', async () => {
    const story = { ...credentialStories.NobodyThereWithPrivateKey, args: { locale: 'en' } }
    const { shadowRoot } = await mount(credential, story)
    expect([...shadowRoot!.querySelectorAll('.idle')].map(one => one.checkVisibility())).to.deep.equal([true])
  })

  it('S6: are gone when a machine wakes that slept for long', async () => {
    const form = await typed()
    time.sleep(60 * MINUTE)
    document.dispatchEvent(new Event('visibilitychange'))
    expect(value(form)).to.equal('')
  })
})
