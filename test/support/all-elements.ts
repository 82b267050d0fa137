import {
  OsCredentialField,
  OsExtrasQuote,
  OsInterventionForm,
  OsInterventionList,
  OsStatusTracker,
} from '../../components/index.js'
import '../../components/define.js'
import { until } from '../../demo/stories/story.js'
import { working } from '../../demo/stories/happenings.js'
import { toldTicket } from '../../demo/stories/ticket.js'
import { nordhost } from '../../demo/policy.js'
import { memoryAdapter } from '../../src/testing.js'
import { provider } from './quote-driver.js'

const off = { drafts: 'off', outbox: 'off' } as const
const lines = [{ extra: 'malware-removal', quantity: '1' }]
const ticket = () => toldTicket({ happenings: working, minutesAgo: 30 })

/** Each element, what it is connected to, and what tells that it is there. */
export const elements = {
  'os-intervention-form': {
    make: () => new OsInterventionForm(),
    settings: () => ({ adapter: memoryAdapter(), policy: nordhost, ...off }),
    sign: '#step-heading',
  },
  'os-credential-field': {
    make: () => new OsCredentialField(),
    settings: () => ({ adapter: memoryAdapter(), policy: nordhost, server: '203.0.113.24' }),
    sign: '#username',
  },
  'os-extras-quote': {
    make: () => new OsExtrasQuote(),
    settings: () => ({ adapter: provider({ country: 'PL', kind: 'consumer' }), policy: nordhost, lines }),
    sign: 'table',
  },
  'os-intervention-list': {
    make: () => new OsInterventionList(),
    settings: () => ({ adapter: memoryAdapter(), policy: nordhost }),
    sign: '#list-heading',
  },
  'os-status-tracker': {
    make: () => new OsStatusTracker(),
    settings: () => ({ adapter: ticket(), policy: nordhost, intervention: '48210', ...off }),
    sign: '#tracker-heading',
  },
} as const

export const find = <E extends HTMLElement = HTMLInputElement>(
  element: HTMLElement,
  selector: string,
): E | null => element.shadowRoot?.querySelector<E>(selector) ?? null
export const isThere = (element: HTMLElement, sign: string) => until(sign, () => find(element, sign))
export const moment = () => new Promise(resolve => setTimeout(resolve, 200))

export function typeInto(element: HTMLElement, selector: string, text: string): void {
  const field = find(element, selector)!
  field.value = text
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
}
