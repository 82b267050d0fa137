import type { OsExtrasQuote } from '../../components/index.js'
import '../../components/extras-quote/define.js'
import { storyPrices } from '../../demo/stories/prices.js'
import { settled, until } from '../../demo/stories/story.js'
import type { Account, Context, InterventionAdapter, TaxPolicy } from '../../src/index.js'
import { memoryAdapter } from '../../src/testing.js'
import { byRole } from './by-role.js'

/** A Polish seller by the dated rates, with everything settled. */
export const polishSeller: TaxPolicy = {
  seller: 'PL',
  table: 'dated',
  oss: true,
  supplyKind: { 'performance-tuning': 'electronic', 'application-troubleshooting': 'electronic' },
}

/** A provider that sells extras, as a test wants it. */
export function provider(
  account: Partial<Account>,
  context: Partial<Context> = {},
  methods: Partial<InterventionAdapter> = {},
): InterventionAdapter {
  const base = memoryAdapter()
  return {
    ...base,
    async context(call) {
      const { account: whole, ...rest } = await base.context(call)
      const { country: _country, kind: _kind, vatId: _vatId, ...known } = whole
      return {
        ...rest,
        prices: storyPrices,
        tax: polishSeller,
        ...context,
        account: { ...known, ...account },
      }
    },
    ...methods,
  }
}

const placed = new Set<HTMLElement>()

afterEach(() => {
  for (const element of placed) element.remove()
  placed.clear()
})

/** A quote on the page, as a customer meets it. */
export class QuoteDriver {
  readonly element: OsExtrasQuote
  /** What the page was told, in order. */
  readonly approvals: { readonly id: string | undefined; readonly digest: string }[] = []

  constructor(element: OsExtrasQuote) {
    this.element = element
    element.addEventListener('os-quote-approved', ({ detail }) => this.approvals.push(detail))
  }

  /** Places the element; one extra of a fixed price where nothing else is said. */
  static async shown(settings: Partial<OsExtrasQuote>): Promise<QuoteDriver> {
    const element = document.createElement('os-extras-quote')
    element.innerHTML = '<p>Ask us</p>'
    Object.assign(element, { lines: [{ extra: 'performance-tuning' }], locale: 'en', ...settings })
    placed.add(element)
    document.body.append(element)
    await settled(document.body)
    return new QuoteDriver(element)
  }

  /** The same, once there is a price. */
  static async priced(settings: Partial<OsExtrasQuote>): Promise<QuoteDriver> {
    const driver = await QuoteDriver.shown(settings)
    await until('a price', () => driver.element.shadowRoot?.querySelector('table'))
    return driver
  }

  /** Everything that can be read, blanks drawn together. */
  get text(): string {
    const root = this.element.shadowRoot
    return (root?.textContent ?? '').replace(/\s+/g, ' ').trim()
  }

  /** The rows of the table: what is priced or summed up, and the amount in words or numbers. */
  get rows(): readonly string[] {
    const rows = [...(this.element.shadowRoot?.querySelectorAll('tbody tr, tfoot tr') ?? [])]
    return rows
      .filter(row => row.querySelector('th'))
      .map(row => [...row.children].map(cell => cell.textContent.replace(/\s+/g, ' ').trim()).join(': '))
  }

  /** Waits until this can be read. */
  reads(words: string): Promise<unknown> {
    return until(words, () => this.text.includes(words))
  }

  control<E extends HTMLElement = HTMLInputElement>(id: string): E {
    const found = this.element.shadowRoot?.querySelector<E>(`#${id}`)
    if (!found) throw new Error(`there is no ${id}`)
    return found
  }

  has(id: string): boolean {
    return Boolean(this.element.shadowRoot?.querySelector(`#${id}`))
  }

  /** Opens the questions about the customer. */
  async open(): Promise<void> {
    const details = this.element.shadowRoot?.querySelector('details')
    if (details && !details.open) details.querySelector('summary')?.click()
    await settled(document.body)
  }

  /** Chooses a country as a press does. */
  async choose(country: string): Promise<void> {
    const select = this.control<HTMLSelectElement>('country')
    select.value = country
    select.dispatchEvent(new Event('change', { bubbles: true }))
    await settled(document.body)
  }

  button(name: string | RegExp): Promise<HTMLElement> {
    return byRole('button', name, this.element)
  }
}

export { spoken } from './spoken.js'

/** A promise that is kept when the test says so. */
export function promised<T>(): { readonly promise: Promise<T>; readonly keep: (value: T) => void } {
  let keep: (value: T) => void = () => undefined
  const promise = new Promise<T>(resolve => (keep = resolve))
  return { promise, keep: value => keep(value) }
}
