import { fill, filling } from '../../demo/stories/fill.js'
import { storyPrices } from '../../demo/stories/prices.js'
import meta from '../../demo/stories/intervention-form.stories.js'
import { settled, until } from '../../demo/stories/story.js'
import type { Account, Context, InterventionAdapter } from '../../src/index.js'
import { memoryAdapter, testAccount, type MemoryAdapter, type MemoryOptions } from '../../src/testing.js'
import { byRole } from './by-role.js'
import { FormDriver } from './form-driver.js'
import { press, type } from './keys.js'
import { mount } from './mount.js'
import { polishSeller } from './quote-driver.js'

/** Who buys in most tests, and who doesn't. */
export const consumer = { country: 'PL', kind: 'consumer' } as const
export const german = { country: 'DE', kind: 'business', vatId: 'DE136695976' } as const

/** What of a shop a test wants otherwise. */
export interface Shop extends Omit<MemoryOptions, 'context'> {
  readonly customer?: Partial<Account>
  readonly context?: Partial<Context>
}

/** A provider that sells extras, with its tickets. */
export function shop({ customer = consumer, context, ...options }: Shop = {}): MemoryAdapter {
  const { country: _, kind: __, ...account } = testAccount
  return memoryAdapter({
    ...options,
    context: { prices: storyPrices, tax: polishSeller, ...context, account: { ...account, ...customer } },
  })
}

/** What the extras are called, as they begin. */
export const names = {
  tuning: /^Optimization or performance/,
  work: /^Application problems/,
  malware: /^Malware removal/,
  recovery: /^Recovery of data/,
} as const

/** A form of which the problem step's price is looked at, driven by keys. */
export class PriceForm extends FormDriver {
  /** What the page was told, in order. */
  readonly approvals: { readonly id: string | undefined; readonly digest: string }[] = []

  constructor(form: HTMLElement) {
    super(form)
    form.addEventListener('os-quote-approved', ({ detail }) => this.approvals.push(detail))
  }

  /** On the problem step, the words written and the extras in sight. */
  static async opened(adapter: InterventionAdapter, locale = 'en'): Promise<PriceForm> {
    const form = new PriceForm(await mount(meta, { args: { adapter, locale } }))
    const filler = await filling(document)
    await fill.server(filler)
    await filler.type('problem', 'Everything is slow since the last release.')
    await filler.type('action', 'Make it fast again.')
    if (locale === 'en') await form.unfold(/^Additional/)
    return form
  }

  /** The same, with these extras ticked and their price in sight. */
  static async priced(
    adapter: InterventionAdapter,
    extras: readonly RegExp[] = [names.tuning],
  ): Promise<PriceForm> {
    const form = await PriceForm.opened(adapter)
    for (const extra of extras) await form.press('checkbox', extra)
    await until('a price', () => form.has('section.quote table'))
    return form
  }

  /** Everything that can be read of the price, blanks drawn together; empty where there is none. */
  get price(): string {
    return read(this.control('section.quote'))
  }

  /** The figure that is looked for, and what it is. */
  get headline(): string {
    return read(this.control('#quote-headline'))
  }

  /** Everything that can be read. */
  get text(): string {
    return read(this.form.shadowRoot)
  }

  /** Waits until this can be read of the price. */
  async reads(words: string): Promise<void> {
    await until(`${words} in: ${this.price}`, () => this.price.includes(words))
    await settled(document)
  }

  /** Gives another answer in a line of text, and leaves it. */
  async answer(name: string | RegExp, text: string): Promise<void> {
    ;(await byRole('textbox', name, this.form)).focus()
    await press('Control+a', 'Delete')
    if (text !== '') await type(text)
    await press('Tab')
    await settled(document)
  }

  /** Chooses a country by its first letters. */
  async choose(country: string): Promise<void> {
    ;(await byRole('combobox', /^Country/, this.form)).focus()
    await type(country)
    await settled(document)
  }

  /** Agrees to the price that is shown. */
  async approve(): Promise<void> {
    await this.press('button', /^Approve this/)
    await this.reads('Price approved')
  }

  /** From the problem to the check page. */
  async toCheck(): Promise<void> {
    const filler = await filling(document)
    await filler.on()
    await fill.access(filler)
    await fill.authorization(filler)
    await this.reaches('Check before you send')
  }

  /** Sends, and waits for the ticket. */
  async send(): Promise<void> {
    await this.press('button', 'Send the request')
    await this.reaches('Ticket')
  }
}

function read(node: Node | null): string {
  return (node?.textContent ?? '').replace(/\s+/g, ' ').trim()
}
