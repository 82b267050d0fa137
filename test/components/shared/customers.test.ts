import { expect } from 'chai'
import {
  OsCredentialField,
  OsExtrasQuote,
  OsInterventionForm,
  OsInterventionList,
  OsStatusTracker,
} from '../../../components/index.js'
import '../../../components/define.js'
import { until } from '../../../demo/stories/story.js'
import { working } from '../../../demo/stories/happenings.js'
import { toldTicket } from '../../../demo/stories/ticket.js'
import { nordhost } from '../../../demo/policy.js'
import { AdapterFault, type InterventionAdapter } from '../../../src/index.js'
import { memoryAdapter } from '../../../src/testing.js'
import { provider } from '../../support/quote-driver.js'
import { place } from '../../support/placed.js'

/** A system in which another customer can sign in, who has nothing of what the first one has. */
function system(base: InterventionAdapter) {
  let account = 'C-1'
  const adapter: InterventionAdapter = {
    ...base,
    async context(call) {
      const known = await base.context(call)
      return { ...known, account: { ...known.account, id: account } }
    },
    get: (...asked) =>
      account === 'C-1' ? base.get(...asked) : Promise.reject(new AdapterFault('not-found')),
    list: (...asked) => (account === 'C-1' ? base.list(...asked) : Promise.resolve({ items: [] })),
  }
  return {
    adapter,
    another: () => {
      account = 'C-2'
    },
  }
}

const textOf = (element: HTMLElement): string => element.shadowRoot!.textContent.replace(/\s+/g, ' ')
const control = (element: HTMLElement, id: string) =>
  element.shadowRoot!.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#${id}`)

function typeInto(element: HTMLElement, id: string, text: string): void {
  const field = control(element, id)!
  field.value = text
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
}

/** Somebody comes back to the page, from another tab or by the way back. */
const ways = {
  'from another tab': () => document.dispatchEvent(new Event('visibilitychange')),
  'by the way back': () => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
} as const

async function tracker(adapter: InterventionAdapter): Promise<OsStatusTracker> {
  const element = place(new OsStatusTracker(), {
    adapter,
    policy: nordhost,
    intervention: '48210',
    drafts: 'off',
    outbox: 'off',
  })
  await until('the field', () => control(element, 'reply'))
  typeInto(element, 'reply', 'Of the first customer')
  return element
}

async function form(adapter: InterventionAdapter): Promise<OsInterventionForm> {
  const element = place(new OsInterventionForm(), { adapter, policy: nordhost, drafts: 'off', outbox: 'off' })
  const other = await until('the choice', () =>
    element.shadowRoot!.querySelector<HTMLInputElement>('#server-other'),
  )
  other.click()
  await until('the field', () => control(element, 'server-text'))
  typeInto(element, 'server-text', '203.0.113.99')
  return element
}

async function quote(adapter: InterventionAdapter): Promise<OsExtrasQuote> {
  const lines = [{ extra: 'malware-removal', quantity: '1' }]
  const element = place(new OsExtrasQuote(), { adapter, policy: nordhost, lines })
  await until('the price', () => element.shadowRoot!.querySelector('table'))
  const tick = await until('the consent', () =>
    [...element.shadowRoot!.querySelectorAll('button')].find(one => /Approve|agree/i.test(one.textContent)),
  )
  tick.click()
  await until('the approval', () => element.shadowRoot!.querySelector('#quote-approved'))
  return element
}

async function list(adapter: InterventionAdapter): Promise<OsInterventionList> {
  const element = place(new OsInterventionList(), { adapter, policy: nordhost })
  await until('the request', () => element.shadowRoot!.querySelector('.request'))
  return element
}

const ticket = () => toldTicket({ happenings: working, minutesAgo: 30 })
const listed = (): InterventionAdapter => {
  const told = ticket()
  return { ...told, list: async () => ({ items: [(await told.get('48210'))!] }) }
}
const priced = () => provider({ country: 'PL', kind: 'consumer', owner: true })

describe('another customer on the same page', () => {
  for (const [way, comeBack] of Object.entries(ways)) {
    it(`sees nothing of the former one’s request and answer, ${way}`, async () => {
      const { adapter, another } = system(ticket())
      const element = await tracker(adapter)
      another()
      comeBack()
      await until('it is gone', () => !control(element, 'reply'))
      await until('it is said', () => textOf(element).includes('isn’t in your account'))
      expect(textOf(element)).not.to.include('203.0.113.24')
    })

    it(`sees nothing of the former one’s draft, ${way}`, async () => {
      const { adapter, another } = system(memoryAdapter())
      const element = await form(adapter)
      another()
      comeBack()
      await until('it is gone', () => control(element, 'server-text')?.value !== '203.0.113.99')
    })

    it(`has approved no price that the former one has, ${way}`, async () => {
      const { adapter, another } = system(priced())
      const element = await quote(adapter)
      another()
      comeBack()
      await until('it is open', () => !element.shadowRoot!.querySelector('#quote-approved'))
      await until('the price', () => element.shadowRoot!.querySelector('table'))
      expect(element.shadowRoot!.querySelector('#quote-approved')).to.equal(null)
    })
  }

  it('sees nothing of the former one’s list', async () => {
    const { adapter, another } = system(listed())
    const element = await list(adapter)
    another()
    await element.refresh()
    await until('it is gone', () => !element.shadowRoot!.querySelector('.request'))
  })

  it('finds everything as it was where it is the same customer', async () => {
    const [one, two] = [await tracker(system(ticket()).adapter), await form(system(memoryAdapter()).adapter)]
    for (const comeBack of Object.values(ways)) comeBack()
    await new Promise(resolve => setTimeout(resolve, 300))
    expect(control(one, 'reply')!.value).to.equal('Of the first customer')
    expect(control(two, 'server-text')!.value).to.equal('203.0.113.99')
  })
})

describe('the page’s log-out', () => {
  it('empties the tracker', async () => {
    const element = await tracker(ticket())
    element.clear()
    await until('the field', () => control(element, 'reply')?.value === '')
  })

  it('empties the form', async () => {
    const element = await form(memoryAdapter())
    element.clear()
    await until('it is gone', () => control(element, 'server-text')?.value !== '203.0.113.99')
  })

  it('takes the approval back', async () => {
    const element = await quote(priced())
    element.clear()
    await until('it is open', () => !element.shadowRoot!.querySelector('#quote-approved'))
  })

  it('empties the list', async () => {
    const { adapter, another } = system(listed())
    const element = await list(adapter)
    another()
    element.clear()
    await until('it is gone', () => !element.shadowRoot!.querySelector('.request'))
  })

  it('empties the field of login details', async () => {
    const element = place(new OsCredentialField(), { adapter: memoryAdapter(), server: '203.0.113.24' })
    await until('the field', () => control(element, 'username'))
    typeInto(element, 'username', 'root')
    typeInto(element, 'password', 'kanarek-7!')
    element.clear()
    await element.updateComplete
    expect([control(element, 'username')!.value, control(element, 'password')!.value]).to.deep.equal(['', ''])
  })
})
