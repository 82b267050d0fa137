import { expect } from 'chai'
import '../../../components/intervention-form/define.js'
import { sarna } from '../../../demo/another/policy.js'
import { fill, filling } from '../../../demo/stories/fill.js'
import { introserv, type ServicePolicy } from '../../../src/index.js'
import { memoryAdapter } from '../../../src/testing.js'
import { expectAccessible } from '../../support/axe.js'
import { FormDriver } from '../../support/form-driver.js'

const warnings: string[] = []
const { warn } = console
let place: HTMLElement

beforeEach(() => {
  warnings.length = 0
  console.warn = (...words: unknown[]) => warnings.push(words.join(' '))
  place = document.createElement('main')
  document.body.append(place)
})
afterEach(() => {
  console.warn = warn
  place.remove()
})

async function shown(settings: object): Promise<FormDriver> {
  const element = document.createElement('os-intervention-form')
  Object.assign(element, { locale: 'en', ...settings })
  place.append(element)
  const form = new FormDriver(element)
  await form.reaches('Which server')
  return form
}

describe('a page that names no policy', () => {
  it('is not warned where the client area names one', async () => {
    await shown({ adapter: memoryAdapter({ context: { policy: sarna } }) })
    expect(warnings).to.deep.equal([])
  })

  it('is warned of one that is none, and the client area’s counts', async () => {
    const form = await shown({
      adapter: memoryAdapter({ context: { policy: sarna } }),
      policy: { ...sarna, times: 'soon' },
    })
    expect(warnings).to.have.lengthOf(1)
    expect(warnings[0]).to.include('"policy" property is not a service policy')
    await form.says('within 30 minutes')
  })

  it('is warned once, however many forms there are, that another provider’s promises are shown', async () => {
    await shown({ adapter: memoryAdapter() })
    place.replaceChildren()
    await shown({ adapter: memoryAdapter() })
    expect(warnings).to.have.lengthOf(1)
    expect(warnings[0]).to.include('the INTROSERV preset is used')
  })
})

/** As bare as a policy may be. */
const bare: ServicePolicy = {
  ...sarna,
  tasks: [],
  extras: [],
  duties: [],
  limits: [],
  aftercare: { facts: [], toDo: [] },
  authorization: { ...sarna.authorization, windows: ['7d'], defaultWindow: '7d', reboot: false },
}

describe('a policy with next to nothing in it', () => {
  for (const locale of ['en', 'pl']) {
    it(`leads to a ticket without an empty question: ${locale}`, async () => {
      const adapter = memoryAdapter({ context: { policy: bare } })
      const form = await shown({ adapter, policy: bare })
      form.form.lang = locale
      Object.assign(form.form, { locale })
      const filler = await filling(place)
      await fill.server(filler)
      const emptyQuestions = () =>
        [...form.form.shadowRoot!.querySelectorAll('fieldset')].filter(set => !set.querySelector('input'))
          .length
      await filler.type('problem', 'It stands still.')
      await filler.type('action', 'Make it go.')
      expect(emptyQuestions()).to.equal(0)
      await expectAccessible(form.form)
      await filler.on()
      await fill.access(filler)
      await filler.press('authorization')
      expect(emptyQuestions()).to.equal(0)
      await expectAccessible(form.form)
      await filler.on()
      await filler.on()
      await form.says(/1000/)
      const [ticket] = adapter.staff.tickets
      const { duties, window } = ticket!.filing.authorization.record
      expect([duties, window]).to.deep.equal([[], '7d'])
    })
  }
})

describe('a policy that is changed while somebody types', () => {
  it('keeps what was typed, and lets the tick fall that stood under the old one', async () => {
    const form = await shown({ adapter: memoryAdapter(), policy: introserv })
    const filler = await filling(place)
    for (const step of ['server', 'problem', 'access', 'authorization'] as const) await fill[step](filler)
    await form.reaches('Check before you send')
    Object.assign(form.form, { policy: sarna })
    await form.press('button', 'Change: Authorization')
    await form.says('I answer the phone during the work.')
    expect(form.control<HTMLInputElement>('#authorization')!.checked).to.equal(false)
    await form.says('The text has changed')
    await form.press('button', 'Back')
    await form.press('button', 'Back')
    expect(form.control<HTMLTextAreaElement>('#problem')!.value).to.include('firewall change')
    await form.says('Rebuild of a RAID array')
  })
})
