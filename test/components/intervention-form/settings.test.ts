import { expect } from 'chai'
import { OsInterventionForm } from '../../../components/index.js'
import '../../../components/intervention-form/define.js'
import { filling } from '../../../demo/stories/fill.js'
import { until } from '../../../demo/stories/story.js'
import { introserv, type InterventionAdapter, type ServicePolicy } from '../../../src/index.js'
import { memoryAdapter } from '../../../src/testing.js'
import { FormDriver } from '../../support/form-driver.js'

let place: HTMLElement

beforeEach(() => {
  place = document.createElement('main')
  document.body.append(place)
})
afterEach(() => {
  place.remove()
  document.documentElement.lang = 'en'
})

function element(settings: Partial<OsInterventionForm> = {}): OsInterventionForm {
  const form = document.createElement('os-intervention-form')
  form.innerHTML = '<p>By hand</p>'
  Object.assign(form, settings)
  return form
}

async function shown(settings: Partial<OsInterventionForm>): Promise<FormDriver> {
  const form = element({ policy: introserv, ...settings })
  place.append(form)
  const driver = new FormDriver(form)
  await driver.reaches(/./)
  return driver
}

function own({ form }: FormDriver): OsInterventionForm {
  if (form instanceof OsInterventionForm) return form
  throw new Error('not a form')
}

const fallbackShown = (form: HTMLElement): boolean =>
  form.querySelector('p')!.checkVisibility() && form.querySelector('p')!.getBoundingClientRect().height > 0

describe('the settings of the form', () => {
  it('may come before or after it stands on the page', async () => {
    const before = await shown({ adapter: memoryAdapter(), locale: 'pl' })
    const later = element()
    place.append(later)
    await later.updateComplete
    Object.assign(later, { adapter: memoryAdapter(), policy: introserv, locale: 'pl' })
    const after = new FormDriver(later)
    await after.reaches('Który serwer')
    expect(later.shadowRoot!.textContent).to.equal(before.form.shadowRoot!.textContent)
  })

  it('are taken from attributes and properties of an element that is upgraded late', async () => {
    place.innerHTML = '<os-intervention-form locale="pl"></os-intervention-form>'
    const late = place.querySelector('os-intervention-form')!
    Object.assign(late, { adapter: memoryAdapter(), policy: introserv })
    await new FormDriver(late).reaches('Który serwer')
  })

  it('leave the fallback in sight where nothing is connected', async () => {
    const form = element()
    place.append(form)
    await form.updateComplete
    expect(fallbackShown(form)).to.equal(true)
  })

  it('hide the fallback once the form is there', async () => {
    const form = await shown({ adapter: memoryAdapter() })
    expect(fallbackShown(form.form)).to.equal(false)
  })

  it('leave the fallback in sight for an endpoint on another site, and ask nothing there', async () => {
    const form = element({ endpoint: 'https://elsewhere.example/api' })
    place.append(form)
    await form.updateComplete
    expect(fallbackShown(form)).to.equal(true)
  })
})

describe('the language of the form', () => {
  it('is the nearest one of the page, and follows it without losing what was typed', async () => {
    document.documentElement.lang = 'pl'
    const form = await shown({ adapter: memoryAdapter() })
    await form.reaches('Który serwer')
    const { press, on, type } = await filling(place)
    await press('server')
    await on()
    await type('problem', 'wpisane raz')
    form.control('#problem')?.focus()
    document.documentElement.lang = 'en'
    await form.reaches('What is wrong')
    expect(form.control<HTMLTextAreaElement>('#problem')?.value).to.equal('wpisane raz')
    expect(form.focused()?.id).to.equal('problem')
  })

  it('is its own where it has one, and is told with its texts', async () => {
    document.documentElement.lang = 'en'
    const form = await shown({ adapter: memoryAdapter(), locale: 'pl' })
    expect(form.control('[lang]')?.lang).to.equal('pl')
  })

  it('takes the provider’s own wording', async () => {
    const form = await shown({
      adapter: memoryAdapter(),
      messages: { en: { step: { server: 'Pick the machine' } } },
    })
    expect(await form.heading()).to.include('Pick the machine')
  })
})

describe('another provider', () => {
  const policy: ServicePolicy = {
    ...introserv,
    id: 'other',
    provider: { ...introserv.provider, name: 'Other Hosting' },
    tasks: [{ id: 'raid-check', credentials: 'required', label: { en: 'RAID check', pl: 'Kontrola RAID' } }],
    times: { ...introserv.times, firstResponse: { withinMinutes: 45, countsFrom: 'filing' } },
  }

  it('is served by the same form, in its own words', async () => {
    const form = await shown({ adapter: memoryAdapter(), policy, locale: 'pl' })
    await form.says(/45 minut/)
    const { press, on } = await filling(place)
    await press('server')
    await on()
    await form.says('Kontrola RAID')
    expect(form.form.shadowRoot!.textContent).to.not.include('GRUB')
  })

  it('named by the client area counts where the page sets none', async () => {
    const form = element({ adapter: memoryAdapter({ context: { policy } }) })
    place.append(form)
    await new FormDriver(form).says(/within 45 minutes/)
  })

  it('that is no policy is left out, and the one of the client area is used', async () => {
    const form = element({ adapter: memoryAdapter({ context: { policy } }) })
    Object.assign(form, { policy: { id: 'broken' } })
    place.append(form)
    await new FormDriver(form).says(/within 45 minutes/)
  })
})

describe('what the page can do', () => {
  it('puts the focus on a field, in whichever step it is', async () => {
    const form = await shown({ adapter: memoryAdapter() })
    own(form).focusField('action')
    await form.reaches('What is wrong')
    await until('the focus', () => form.focused()?.id === 'action')
  })

  it('forgets everything at the page’s log-out', async () => {
    const form = await shown({ adapter: memoryAdapter() })
    const { press, on, type } = await filling(place)
    await press('server')
    await on()
    await type('problem', 'not for the next one')
    own(form).clear()
    await form.reaches('Which server')
    await press('server')
    await on()
    expect(form.control<HTMLTextAreaElement>('#problem')?.value).to.equal('')
  })
})

describe('an adapter that does not keep its word', () => {
  const answers: [string, unknown][] = [
    ['nothing', undefined],
    ['a text', 'no'],
    ['a forged template', { _$litType$: 1, strings: ['<img src=x onerror=alert(1)>'], values: [] }],
    [
      'a service without a name',
      { now: 1, account: { id: 'a', name: 'A', owner: true }, services: [{}], recipients: [] },
    ],
  ]
  for (const [what, answer] of answers) {
    it(`leaves the fallback in sight: ${what}`, async () => {
      const adapter: InterventionAdapter = Object.assign(memoryAdapter(), {
        context: () => Promise.resolve(answer),
      })
      const form = element({ adapter, policy: introserv })
      place.append(form)
      await new FormDriver(form).says('couldn’t be loaded')
      expect(fallbackShown(form)).to.equal(true)
      expect(form.shadowRoot!.querySelector('img')).to.equal(null)
    })
  }

  it('is asked again by a press, and the form begins', async () => {
    const adapter = memoryAdapter()
    adapter.fault('context', { code: 'unavailable' })
    const form = element({ adapter, policy: introserv })
    place.append(form)
    const driver = new FormDriver(form)
    await driver.says('couldn’t be loaded')
    await driver.press('button', 'Try again')
    await driver.reaches('Which server')
    expect(driver.focused()).to.not.equal(null)
  })
})
