import { html } from 'lit'
import {
  introservVatTable,
  type Account,
  type BindingQuote,
  type ChosenExtra,
  type Context,
  type InterventionAdapter,
  type PriceList,
  type QuoteOrder,
  type TaxPolicy,
} from '../../src/index.js'
import { memoryAdapter } from '../../src/testing.js'
import '../../components/extras-quote/define.js'
import { nordhost } from '../policy.js'
import { bindingFor, storyPrices } from './prices.js'
import { settled, until, type Meta, type StoryObj } from './story.js'

interface Args {
  readonly customer: Partial<Account>
  readonly prices: PriceList | undefined
  readonly tax: TaxPolicy
  readonly lines: readonly ChosenExtra[]
  readonly postcode: string
  readonly locale: string
  /** The authority's answer on a VAT ID; `undefined`: nobody can ask it. */
  readonly vatCheck: 'valid' | 'invalid' | 'unavailable' | 'never' | undefined
  /** The provider's answer; `undefined`: it makes no quotes. */
  readonly quote: ((order: QuoteOrder, tax: TaxPolicy) => Promise<BindingQuote>) | undefined
}

type Story = StoryObj<Args>

const twoExtras: readonly ChosenExtra[] = [
  { extra: 'application-troubleshooting' },
  { extra: 'performance-tuning' },
]

const polish: TaxPolicy = {
  seller: 'PL',
  table: 'dated',
  oss: true,
  supplyKind: { 'application-troubleshooting': 'electronic', 'performance-tuning': 'electronic' },
}

function made({ customer, prices, tax, vatCheck, quote }: Args): InterventionAdapter {
  const base = memoryAdapter()
  return {
    ...base,
    async context(call): Promise<Context> {
      const context = await base.context(call)
      const { country: _country, kind: _kind, vatId: _vatId, ...account } = context.account
      return {
        ...context,
        account: { ...account, ...customer },
        ...(prices && { prices }),
        tax,
        policy: nordhost,
      }
    },
    ...(quote && { quote: order => quote(order, tax) }),
    ...(vatCheck && {
      checkVatId: () => (vatCheck === 'never' ? new Promise(() => undefined) : Promise.resolve(vatCheck)),
    }),
  }
}

const meta: Meta<Args> = {
  title: 'Extras quote',
  component: 'os-extras-quote',
  args: {
    customer: { country: 'PL', kind: 'consumer' },
    prices: storyPrices,
    tax: polish,
    lines: twoExtras,
    postcode: '',
    locale: '',
    vatCheck: undefined,
    quote: undefined,
  },
  render: args =>
    html`<os-extras-quote
      .adapter=${made(args)}
      .lines=${args.lines}
      postcode=${args.postcode}
      locale=${args.locale}
    >
      <p>Ask us in a ticket: we tell you the price before any work begins.</p>
    </os-extras-quote>`,
}
export default meta

/** Presses the one primary button once it is there. */
async function approved({ canvasElement }: { readonly canvasElement: HTMLElement }): Promise<void> {
  const quote = await until('the quote', () => canvasElement.querySelector('os-extras-quote'))
  const button = await until('the button', () =>
    quote.renderRoot.querySelector<HTMLElement>('button.primary'),
  )
  button.click()
  await until('the approval', () => quote.renderRoot.querySelector('.notice.success'))
  await settled(canvasElement)
}

/** Waits for the price. */
async function priced({ canvasElement }: { readonly canvasElement: HTMLElement }): Promise<void> {
  const quote = await until('the quote', () => canvasElement.querySelector('os-extras-quote'))
  await until('the price', () => quote.renderRoot.querySelector('table'))
  await settled(canvasElement)
}

/** Opens the tax details, as a press does. */
async function unfolded(context: { readonly canvasElement: HTMLElement }): Promise<void> {
  await priced(context)
  const quote = context.canvasElement.querySelector('os-extras-quote')
  quote?.renderRoot.querySelector('summary')?.click()
}

async function changed(context: { readonly canvasElement: HTMLElement }): Promise<void> {
  await approved(context)
  const quote = context.canvasElement.querySelector('os-extras-quote')
  if (quote) quote.country = 'FI'
  await settled(context.canvasElement)
}

const german: Partial<Account> = { country: 'DE', kind: 'business', vatId: 'DE123456789' }

export const Consumer: Story = { play: priced }
export const Business: Story = {
  args: { customer: { country: 'PL', kind: 'business', vatId: 'PL1234567890' } },
  play: priced,
}
export const ConsumerInFinland: Story = {
  args: { customer: { country: 'FI', kind: 'consumer' } },
  play: priced,
}
export const SellersRate: Story = {
  args: { customer: { country: 'FI', kind: 'consumer' }, tax: { ...polish, oss: false } },
  play: priced,
}
export const ReverseCharge: Story = { args: { customer: german, vatCheck: 'valid' }, play: priced }
export const VatIdPending: Story = { args: { customer: german }, play: priced }
export const VatIdBeingChecked: Story = { args: { customer: german, vatCheck: 'never' }, play: priced }
export const VatIdUnavailable: Story = { args: { customer: german, vatCheck: 'unavailable' }, play: priced }
export const VatIdRefused: Story = { args: { customer: german, vatCheck: 'invalid' }, play: priced }
export const VatIdMalformed: Story = { args: { customer: { ...german, vatId: 'DE12' } }, play: priced }
export const OutsideScope: Story = { args: { customer: { country: 'US', kind: 'business' } }, play: priced }
export const NoVatSeller: Story = { args: { tax: { ...polish, vatRegistered: false } }, play: priced }
export const RegionOfItsOwn: Story = {
  args: { customer: { country: 'PT', kind: 'consumer' }, postcode: '9000-082' },
  play: unfolded,
}
export const RatesDiffer: Story = {
  args: {
    customer: { country: 'DE', kind: 'consumer' },
    tax: { ...polish, supplyKind: { ...polish.supplyKind, 'performance-tuning': 'general' } },
  },
  play: priced,
}
export const RateUnknown: Story = {
  args: { customer: { country: 'SI', kind: 'consumer' }, tax: { ...polish, table: introservVatTable } },
  play: priced,
}
export const TableWithoutDate: Story = {
  args: { tax: { ...polish, table: introservVatTable } },
  play: priced,
}
export const CountryUnknown: Story = { args: { customer: {} }, play: priced }
export const OnRequest: Story = { args: { lines: [{ extra: 'data-recovery' }] }, play: priced }
export const NoPrices: Story = { args: { prices: undefined }, play: priced }
export const PartlyOnRequest: Story = {
  args: { lines: [...twoExtras, { extra: 'data-recovery' }] },
  play: priced,
}
export const Binding: Story = { args: { quote: bindingFor }, play: priced }
export const BindingForBusiness: Story = {
  args: { customer: german, vatCheck: 'valid', quote: bindingFor },
  play: priced,
}
export const PriceDiffers: Story = {
  args: {
    quote: (order, tax) =>
      bindingFor(
        {
          ...order,
          lines: order.lines.map(line =>
            line.unitNet === 'on-request'
              ? line
              : { ...line, unitNet: { ...line.unitNet, amount: '120.00' } },
          ),
        },
        tax,
      ),
  },
  play: priced,
}
export const DoesNotAddUp: Story = {
  args: {
    quote: async (order, tax) => {
      const binding = await bindingFor(order, tax)
      const { quote } = binding
      return quote.kind === 'total'
        ? { ...binding, quote: { ...quote, gross: { ...quote.gross, amount: '1.00' } } }
        : binding
    },
  },
  play: priced,
}
export const NoQuoteNow: Story = { args: { quote: () => Promise.reject(new Error('down')) }, play: priced }
export const BeingAsked: Story = { args: { quote: () => new Promise(() => undefined) }, play: priced }
export const Expired: Story = {
  args: {
    quote: async (order, tax) => ({ ...(await bindingFor(order, tax)), validUntil: 1_700_000_000_000 }),
  },
  play: priced,
}
export const Approved: Story = { args: { quote: bindingFor }, play: approved }
export const ChangedAfterApproval: Story = { args: { quote: bindingFor }, play: changed }
export const ManyZloty: Story = {
  args: {
    prices: {
      currency: 'PLN',
      prices: {
        'data-recovery': {
          kind: 'per-unit',
          net: '1249.50',
          unit: 'hour',
          estimateMinutes: 6_000,
          capMinutes: 12_000,
        },
        'malware-removal': { kind: 'fixed', net: '86.375' },
      },
    },
    lines: [{ extra: 'data-recovery' }, { extra: 'malware-removal', quantity: '2.5' }],
  },
  play: priced,
}
export const NothingChosen: Story = { args: { lines: [] } }
export const NoAnswer: Story = {
  render: ({ lines }) => {
    const adapter = memoryAdapter()
    adapter.fault('context', { code: 'unavailable', times: 100 })
    return html`<os-extras-quote .adapter=${adapter} .lines=${lines}>
      <p>Ask us in a ticket: we tell you the price before any work begins.</p>
    </os-extras-quote>`
  },
}
export const NotConnected: Story = {
  render: () =>
    html`<os-extras-quote
      ><p>Ask us in a ticket: we tell you the price before any work begins.</p></os-extras-quote
    >`,
}
