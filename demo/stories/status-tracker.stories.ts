import { html } from 'lit'
import { AdapterFault, type InterventionAdapter } from '../../src/index.js'
import '../../components/status-tracker/define.js'
import { nordhost } from '../policy.js'
import { asked, done, filed, message, raised, reopened, stage, taken, working } from './happenings.js'
import { until, type Meta, type StoryObj } from './story.js'
import { toldTicket, type Happening, type Told } from './ticket.js'

interface Args {
  readonly make: () => InterventionAdapter
  readonly locale: string
}

type Story = StoryObj<Args>

const of = (happenings: readonly Happening[], told: Partial<Told> = {}) => ({
  make: () => toldTicket({ happenings, minutesAgo: 48, ...told }),
})

const long: readonly Happening[] = [
  ...working,
  ...Array.from({ length: 36 }, (_, index): Happening => [
    12 + index * 0.5,
    index % 3 === 0 ? 'customer' : 'engineer',
    message(`Message ${String(index + 1)} of a long conversation.`),
  ]),
]

const meta: Meta<Args> = {
  title: 'Status tracker',
  component: 'os-status-tracker',
  args: { ...of(working), locale: '' },
  render: ({ make, locale }) =>
    html`<os-status-tracker intervention="48210" locale=${locale} .adapter=${make()} .policy=${nordhost}>
      <p>You find this request in the client area, among your tickets.</p>
    </os-status-tracker>`,
}
export default meta

const shown: NonNullable<Story['play']> = async ({ canvasElement }) => {
  const tracker = await until('the tracker', () => canvasElement.querySelector('os-status-tracker'))
  await until('the request', () => tracker.renderRoot.querySelector('#tracker-heading, .notice'))
}
const pressed =
  (...ids: readonly string[]): NonNullable<Story['play']> =>
  async context => {
    await shown(context)
    const tracker = await until('the tracker', () => context.canvasElement.querySelector('os-status-tracker'))
    for (const id of ids) {
      const button = await until(id, () => tracker.renderRoot.querySelector<HTMLElement>(`#${id}`))
      button.click()
      await tracker.updateComplete
    }
  }

export const Loading: Story = {
  args: of(filed, { change: { get: () => new Promise(() => undefined) } }),
}
export const Sent: Story = { args: of(filed, { minutesAgo: 2 }), play: shown }
export const FirstResponseLate: Story = { args: of(filed, { minutesAgo: 25 }), play: shown }
export const Assessing: Story = { args: of(taken, { minutesAgo: 8 }), play: shown }
export const Working: Story = { play: shown }
export const Complex: Story = {
  args: of([
    ...working,
    [30, 'engineer', { kind: 'effort', effort: 'complex', reason: 'The array has to be rebuilt.' }],
  ]),
  play: shown,
}
export const Overdue: Story = { args: of(working, { minutesAgo: 130 }), play: shown }
export const WaitingForYou: Story = { args: of(asked), play: shown }
export const PriceRaised: Story = { args: of(raised), play: shown }
export const LoginRefused: Story = {
  args: of([...working, [20, 'engineer', { kind: 'access', event: 'refused' }]]),
  play: shown,
}
export const OpenedAfterWithdrawal: Story = {
  args: of([
    ...working,
    [20, 'customer', { kind: 'access', event: 'withdrawn' }],
    [22, 'engineer', { kind: 'access', event: 'opened', role: 'night shift' }],
  ]),
  play: shown,
}
export const MethodNotAllowed: Story = {
  args: of([...working, [20, 'engineer', { kind: 'method', method: 'ip-kvm' }]]),
  play: shown,
}
export const Escalated: Story = {
  args: of([
    ...working,
    [
      30,
      'engineer',
      stage('escalated', 'The disk reports errors: this goes on under the hardware failure procedure.'),
    ],
  ]),
  play: shown,
}
export const Declined: Story = {
  args: of([
    ...filed,
    [5, 'engineer', stage('declined', 'The person who signed is not the owner of the account.')],
  ]),
  play: shown,
}
export const Done: Story = { args: of(done, { minutesAgo: 60 }), play: shown }
export const Reopening: Story = {
  args: of(done, { minutesAgo: 60 }),
  play: pressed('open-reopening', 'reopen'),
}
export const Reopened: Story = { args: of(reopened, { minutesAgo: 75 }), play: shown }
export const NewLoginDetails: Story = { play: pressed('open-renewal', 'renew-credentials') }
export const AllowLess: Story = { play: pressed('open-narrowing') }
export const FortyEntries: Story = { args: of(long), play: shown }
export const NotThere: Story = {
  args: of(filed, { change: { get: () => Promise.reject(new AdapterFault('not-found')) } }),
  play: shown,
}
export const ReplyNotSent: Story = {
  args: of(working, { change: { reply: () => Promise.reject(new AdapterFault('unavailable')) } }),
  play: async context => {
    await shown(context)
    const tracker = await until('the tracker', () => context.canvasElement.querySelector('os-status-tracker'))
    const field = tracker.renderRoot.querySelector<HTMLTextAreaElement>('#reply')
    if (!field) return
    field.value = 'Any news?'
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
    tracker.renderRoot.querySelector<HTMLElement>('#reply-send')?.click()
    await until('the failure', () => tracker.renderRoot.querySelector('.notice.danger'))
  },
}
