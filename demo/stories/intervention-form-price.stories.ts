import type { Account } from '../../src/index.js'
import { memoryAdapter, testAccount, type MemoryAdapter, type MemoryOptions } from '../../src/testing.js'
import { fill, filling, type Filling } from './fill.js'
import form from './intervention-form.stories.js'
import { storyPrices } from './prices.js'
import { settled, until, type Meta, type StoryObj } from './story.js'

type Story = StoryObj<typeof form.args>

const meta: Meta<typeof form.args> = {
  ...form,
  title: 'Intervention form/Price',
  args: { ...form.args, make: () => shop() },
}
export default meta

const consumer: Partial<Account> = { country: 'PL', kind: 'consumer' }
const businessAbroad: Partial<Account> = { country: 'DE', kind: 'business', vatId: 'DE136695976' }

const aDay = 86_400_000

/** A provider with prices, and a customer. */
function shop(customer = consumer, options: MemoryOptions = {}): MemoryAdapter {
  const { country: _, kind: __, ...account } = testAccount
  return memoryAdapter({
    ...options,
    context: {
      account: { ...account, ...customer },
      prices: storyPrices,
      tax: { seller: 'PL', table: 'dated', oss: true, supplyKind: { 'performance-tuning': 'electronic' } },
    },
  })
}

/** The clock of a provider who stands by a price for a day: goes on where a story says so. */
const providersClock = { ahead: 0 }

/** Waits until the form shows this. */
async function shown(below: HTMLElement, selector: string): Promise<HTMLElement> {
  const { renderRoot } = await until('the form', () => below.querySelector('os-intervention-form'))
  const found = await until(selector, () => renderRoot.querySelector<HTMLElement>(selector))
  await settled(below)
  return found
}

/** The problem step with an extra ticked, and its price. */
async function priced(below: HTMLElement): Promise<Filling> {
  const filler = await filling(below)
  await fill.server(filler)
  await filler.type('problem', 'Everything is slow since the last release.')
  await filler.type('action', 'Find out why, and make it fast again.')
  await filler.press('extras-performance-tuning')
  await shown(below, 'section.quote table')
  return filler
}

/** The same, and agreed to. */
async function approved(below: HTMLElement): Promise<Filling> {
  const filler = await priced(below)
  const approve = await shown(below, 'section.quote .tight > .row > button')
  approve.click()
  await shown(below, '#quote-approved')
  return filler
}

export const Price: Story = {
  play: async ({ canvasElement }) => {
    await priced(canvasElement)
  },
}
export const PriceApproved: Story = {
  play: async ({ canvasElement }) => {
    await approved(canvasElement)
  },
}
export const PriceToCheck: Story = {
  name: 'Price, VAT ID not confirmed',
  args: { make: () => shop(businessAbroad, { vatIds: { DE136695976: 'unavailable' } }) },
  play: async ({ canvasElement }) => {
    await priced(canvasElement)
    await shown(canvasElement, 'section.quote .notice')
  },
}
export const PriceLapsed: Story = {
  name: 'Price, approval run out before it was sent',
  args: { make: () => shop(consumer, { quotes: true, now: () => Date.now() + providersClock.ahead }) },
  play: async ({ canvasElement }) => {
    const filler = await approved(canvasElement)
    await filler.on()
    await fill.access(filler)
    await fill.authorization(filler)
    providersClock.ahead += 2 * aDay
    await filler.on()
    const link = await shown(canvasElement, '#error-summary a')
    link.click()
    await shown(canvasElement, 'section.quote')
  },
}
export const PriceWithQuantityWrong: Story = {
  name: 'Price, quantity wrong',
  play: async ({ canvasElement }) => {
    const filler = await priced(canvasElement)
    await filler.type('quantity-performance-tuning', '0')
    await filler.on()
    await shown(canvasElement, '#error-summary')
  },
}
