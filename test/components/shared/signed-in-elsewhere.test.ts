import { expect } from 'chai'
import '../../../components/define.js'
import {
  OsExtrasQuote,
  OsInterventionForm,
  OsInterventionList,
  OsStatusTracker,
} from '../../../components/index.js'
import { working } from '../../../demo/stories/happenings.js'
import { until } from '../../../demo/stories/story.js'
import { toldTicket } from '../../../demo/stories/ticket.js'
import { nordhost } from '../../../demo/policy.js'
import { AdapterFault, type InterventionAdapter } from '../../../src/index.js'
import { memoryAdapter } from '../../../src/testing.js'
import { awayAndBack, besideAndBack } from '../../support/away.js'
import { expectAccessible } from '../../support/axe.js'
import { place } from '../../support/placed.js'
import { provider } from '../../support/quote-driver.js'
import { quiet } from '../../support/spoken.js'

/** A system whose session has ended, until the customer signs in elsewhere. */
function signedOut(base: InterventionAdapter) {
  const session = { isOpen: false }
  const guarded =
    <A extends readonly unknown[], T>(ask: (...asked: A) => Promise<T>) =>
    (...asked: A): Promise<T> =>
      session.isOpen ? ask(...asked) : Promise.reject(new AdapterFault('unauthenticated'))
  const adapter: InterventionAdapter = {
    ...base,
    context: guarded(base.context.bind(base)),
    get: guarded(base.get.bind(base)),
    list: guarded(base.list.bind(base)),
  }
  return { adapter, session }
}

const ticket = (): InterventionAdapter => {
  const told = toldTicket({ happenings: working, minutesAgo: 30 })
  return { ...told, list: async () => ({ items: [(await told.get('48210'))!] }) }
}
const kept = { drafts: 'off', outbox: 'off', policy: nordhost } as const

const elements = {
  form: [memoryAdapter, adapter => place(new OsInterventionForm(), { ...kept, adapter }), '#server-other'],
  tracker: [
    ticket,
    adapter => place(new OsStatusTracker(), { ...kept, adapter, intervention: '48210' }),
    '#tracker-heading',
  ],
  list: [ticket, adapter => place(new OsInterventionList(), { policy: nordhost, adapter }), '.request'],
  price: [
    () => provider({ country: 'PL', kind: 'consumer', owner: true }),
    adapter => {
      const lines = [{ extra: 'malware-removal', quantity: '1' }]
      return place(new OsExtrasQuote(), { policy: nordhost, adapter, lines })
    },
    'table',
  ],
} as const satisfies Record<
  string,
  readonly [() => InterventionAdapter, (adapter: InterventionAdapter) => HTMLElement, string]
>

describe('R7: a customer who was signed out when the page was loaded, and signs in elsewhere', () => {
  for (const [name, [base, placed, whole]] of Object.entries(elements))
    for (const [way, comeBack] of Object.entries({ tab: awayAndBack, window: besideAndBack }))
      it(`finds the ${name} at the return from another ${way}, without a press`, async () => {
        const { adapter, session } = signedOut(base())
        let wanted = 0
        const count = (): void => {
          wanted += 1
        }
        document.addEventListener('os-auth-required', count)
        const element = placed(adapter)
        const has = (selector: string) => element.shadowRoot!.querySelector(selector) !== null
        await until('the call to sign in', () => /sign in/i.test(element.shadowRoot!.textContent))
        await expectAccessible(element)
        comeBack()
        await quiet()
        expect([has(whole), wanted]).to.deep.equal([false, 1])
        session.isOpen = true
        comeBack()
        await until('all of it', () => has(whole))
        document.removeEventListener('os-auth-required', count)
        expect(wanted).to.equal(1)
      })
})
