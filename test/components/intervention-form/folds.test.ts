import { expect } from 'chai'
import { OsInterventionForm } from '../../../components/index.js'
import meta, { Authorization, Problem } from '../../../demo/stories/intervention-form.stories.js'
import { introserv, type ServicePolicy } from '../../../src/index.js'
import { expectAccessible } from '../../support/axe.js'
import { FormDriver } from '../../support/form-driver.js'
import { mount } from '../../support/mount.js'

const sees = (form: FormDriver, selector: string): boolean =>
  form.control(selector)?.checkVisibility() ?? false

describe('what most people need not answer', () => {
  it('is folded, and says how it stands', async () => {
    const form = new FormDriver(await mount(meta, Authorization))
    expect(sees(form, '#methods')).to.equal(false)
    await form.says(/SSH or RDP.*Until the work is done.*restart allowed/su)
    await form.unfold(/^What the engineers may use/)
    expect(sees(form, '#methods')).to.equal(true)
    await form.press('radio', /^24 hours/)
    await form.says(/SSH or RDP.*24 hours from sending.*restart allowed/su)
    expect(sees(form, '#methods')).to.equal(true)
    await expectAccessible(form.form)
  })

  it('opens by itself where something in it is to be corrected', async () => {
    const form = new FormDriver(await mount(meta, Authorization))
    await form.unfold(/^What the engineers may use/)
    for (const name of [/^SSH or RDP/, /^IP-KVM/, /^Rescue/, /^Data-centre/])
      await form.press('checkbox', name)
    await form.unfold(/^What the engineers may use/)
    expect(sees(form, '#methods')).to.equal(false)
    await form.press('button', 'Continue')
    await form.says('Allow at least one access method.')
    expect(sees(form, '#methods')).to.equal(true)
    await form.press('checkbox', /^Rescue/)
    await form.press('checkbox', /^IP-KVM/)
    expect(sees(form, '#methods')).to.equal(true)
    expect(form.focused()?.id).to.equal('methods-ip-kvm')
  })

  it('opens for the focus that the page puts there', async () => {
    const { form } = new FormDriver(await mount(meta, Problem))
    if (!(form instanceof OsInterventionForm)) throw new Error('not a form')
    form.focusField('extras')
    await form.updateComplete
    expect(form.shadowRoot?.activeElement?.id).to.equal('extras')
  })

  it('keeps what was chosen in sight', async () => {
    const form = new FormDriver(await mount(meta, Problem))
    await form.unfold(/^Additional/)
    await form.press('checkbox', /^Malware/)
    await form.unfold(/^Additional/)
    expect(form.control('.fold:has(#extras) > summary')?.textContent).to.include('Malware removal')
    expect(sees(form, '#extras')).to.equal(false)
  })
})

describe('the limits', () => {
  const limit = 'can’t guarantee'
  const told = (form: FormDriver): number =>
    [...form.form.shadowRoot!.querySelectorAll('li, .statement span')].filter(({ textContent }) =>
      textContent.includes(limit),
    ).length

  it('are told once, in the statement, before anything is authorized', async () => {
    const form = new FormDriver(await mount(meta, Authorization))
    expect(told(form)).to.equal(1)
  })

  it('stand on their own where the provider’s statement leaves them out', async () => {
    const policy: ServicePolicy = {
      ...introserv,
      authorization: { ...introserv.authorization, text: { en: 'I authorize {{provider}}.' } },
    }
    const { form } = new FormDriver(await mount(meta, Authorization))
    if (!(form instanceof OsInterventionForm)) throw new Error('not a form')
    form.policy = policy
    await form.updateComplete
    const driver = new FormDriver(form)
    expect(told(driver)).to.equal(1)
    await driver.says('Read this before you authorize')
  })
})
