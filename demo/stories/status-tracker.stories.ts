import { html } from 'lit'
import { AdapterFault, type FaultCode, type InterventionAdapter } from '../../src/index.js'
import '../../components/status-tracker/define.js'
import type { OsStatusTracker } from '../../components/status-tracker/status-tracker.js'
import { nordhost } from '../policy.js'
import {
  asked,
  authorizedFor,
  done,
  filed,
  message,
  raised,
  reopened,
  stage,
  taken,
  working,
} from './happenings.js'
import { withReply } from './kept-reply.js'
import { until, type Meta, type StoryObj } from './story.js'
import { toldTicket, type Happening, type Told } from './ticket.js'

interface Args {
  readonly make: () => InterventionAdapter
  readonly locale: string
  /** `off`, so that no story finds what another has left. */
  readonly drafts: string
  readonly outbox: string
}

type Story = StoryObj<Args>

const of = (happenings: readonly Happening[], told: Partial<Told> = {}) => ({
  make: () => toldTicket({ happenings, minutesAgo: 48, ...told }),
})

const talk = (index: number) => message(`Message ${String(index + 1)} of a long conversation.`)

/** A conversation of so many entries, over the last half of an hour. */
const long = (entries: number): readonly Happening[] => [
  ...working,
  ...Array.from({ length: entries - working.length }, (_, index): Happening => [
    12 + (index * 30) / entries,
    index % 3 === 0 ? 'customer' : 'engineer',
    talk(index),
  ]),
]

const meta: Meta<Args> = {
  title: 'Status tracker',
  component: 'os-status-tracker',
  args: { ...of(working), locale: '', drafts: 'off', outbox: 'off' },
  render: ({ make, locale, drafts, outbox }) =>
    html`<os-status-tracker
      intervention="48210"
      locale=${locale}
      drafts=${drafts}
      outbox=${outbox}
      .adapter=${make()}
      .policy=${nordhost}
    >
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

/** The smallest picture that there is. */
const screenshot = new File(
  [
    Uint8Array.from(
      atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII='),
      sign => sign.charCodeAt(0),
    ),
  ],
  'screenshot.png',
)

type PlayOf = NonNullable<Story['play']>

/** Files are chosen for an answer, and looked through. */
async function chosen(
  { canvasElement }: Parameters<PlayOf>[0],
  files: readonly File[],
): Promise<OsStatusTracker> {
  const tracker = await until('the tracker', () => canvasElement.querySelector('os-status-tracker'))
  if (files.length === 0) return tracker
  const input = await until('the place for files', () =>
    tracker.renderRoot.querySelector<HTMLInputElement>('#replyFiles'),
  )
  input.closest('details')?.setAttribute('open', '')
  const carried = new DataTransfer()
  for (const file of files) carried.items.add(file)
  input.files = carried.files
  input.dispatchEvent(new Event('change', { bubbles: true }))
  await until('the files, read', () => {
    const rows = [...tracker.renderRoot.querySelectorAll('.attached > li')]
    return rows.length >= files.length && rows.every(row => !row.matches('[data-at=reading]'))
  })
  return tracker
}

/** An answer is written and sent. */
async function replying(context: Parameters<PlayOf>[0], files: readonly File[]): Promise<OsStatusTracker> {
  await shown(context)
  const tracker = await chosen(context, files)
  const field = await until('the field', () =>
    tracker.renderRoot.querySelector<HTMLTextAreaElement>('#reply'),
  )
  field.value = 'Any news?'
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
  tracker.renderRoot.querySelector<HTMLElement>('#reply-send')?.click()
  return tracker
}

/** A request that is shown, and then heard of no more. */
function lost(code: FaultCode): Story {
  let isLost = false
  let tell: ((version: string) => void) | undefined
  return {
    args: {
      make: () => {
        isLost = false
        const whole = toldTicket({
          happenings: working,
          minutesAgo: 48,
          change: {
            watch: (_id, changed) => {
              tell = changed
            },
          },
        })
        return {
          ...whole,
          get: (...which) => (isLost ? Promise.reject(new AdapterFault(code)) : whole.get(...which)),
        }
      },
    },
    play: async context => {
      await shown(context)
      isLost = true
      ;(await until('the watch', () => tell))('lost')
      const tracker = await until('the tracker', () =>
        context.canvasElement.querySelector('os-status-tracker'),
      )
      await until('that nothing is heard', () => tracker.renderRoot.querySelector('.notice'))
    },
  }
}

export const Loading: Story = {
  args: of(filed, { change: { get: () => new Promise(() => undefined) } }),
}
export const NoEntries: Story = { args: of([], { minutesAgo: 0 }), play: shown }
export const OneEntry: Story = { args: of(filed.slice(0, 1), { minutesAgo: 1 }), play: shown }
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
export const AllowedForADay: Story = { args: of(await authorizedFor('24h', 48)), play: shown }
export const AuthorizationOver: Story = {
  args: of(await authorizedFor('24h', 26 * 60), { minutesAgo: 26 * 60 }),
  play: shown,
}
export const ReceiptAgain: Story = {
  play: async context => {
    await shown(context)
    const tracker = await until('the tracker', () => context.canvasElement.querySelector('os-status-tracker'))
    tracker.renderRoot.querySelector('#receipt')?.closest('details')?.setAttribute('open', '')
  },
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
export const AccountToRemove: Story = {
  args: of(done, { minutesAgo: 60 }),
  play: async context => {
    await shown(context)
    const tracker = await until('the tracker', () => context.canvasElement.querySelector('os-status-tracker'))
    const field = await until('the name', () =>
      tracker.renderRoot.querySelector<HTMLInputElement>('#made-account'),
    )
    field.closest('details')?.setAttribute('open', '')
    field.value = 'support4821'
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
    const system = tracker.renderRoot.querySelector<HTMLSelectElement>('#system-family')
    if (!system) return
    system.value = 'debian'
    system.dispatchEvent(new Event('change', { bubbles: true }))
    await until('the commands', () => tracker.renderRoot.querySelector('#account-removal'))
  },
}
export const Reopening: Story = {
  args: of(done, { minutesAgo: 60 }),
  play: pressed('open-reopening', 'reopen'),
}
export const ReopeningWithLogin: Story = {
  args: of(done, { minutesAgo: 60 }),
  play: pressed('open-reopening', 'reopen-login', 'reopen'),
}
export const Reopened: Story = { args: of(reopened, { minutesAgo: 75 }), play: shown }
export const NewLoginDetails: Story = { play: pressed('open-renewal', 'renew-credentials') }
export const AllowLess: Story = { play: pressed('open-narrowing') }
export const FortyEntries: Story = { args: of(long(48)), play: shown }
export const FiveThousandEntries: Story = { args: of(long(5_000)), play: shown }
/** An engineer who writes every six seconds. */
export const Busy: Story = {
  args: of(working, {
    goesOn: { every: 5_760, fact: talk },
    capabilities: { pollEveryMs: 5_000 },
    change: { watch: () => undefined },
  }),
  play: shown,
}
export const Stale: Story = lost('unavailable')
export const StaleSignedOut: Story = lost('unauthenticated')
export const NotThere: Story = {
  args: of(filed, { change: { get: () => Promise.reject(new AdapterFault('not-found')) } }),
  play: shown,
}
export const ReplyNotSent: Story = {
  args: of(working, { change: { reply: () => Promise.reject(new AdapterFault('unavailable')) } }),
  play: async context => {
    const tracker = await replying(context, [])
    await until('the failure', () => tracker.renderRoot.querySelector('.notice.danger'))
  },
}
export const ReplyRestored: Story = {
  args: {
    make: () => withReply(toldTicket({ happenings: working, minutesAgo: 48 }), '48210'),
    drafts: '',
  },
  play: async context => {
    await shown(context)
    const tracker = await until('the tracker', () => context.canvasElement.querySelector('os-status-tracker'))
    await until('the note', () => tracker.renderRoot.querySelector('.reply .notice'))
  },
}
export const ReplyHasToWait: Story = {
  args: of(working, {
    change: {
      reply: () => Promise.reject(new AdapterFault('rate-limited', { retryAfterMs: 90_000 })),
    },
  }),
  play: async context => {
    const tracker = await replying(context, [])
    await until('the failure', () => tracker.renderRoot.querySelector('.notice.danger'))
  },
}
export const ReplyWithFiles: Story = {
  play: async context => {
    await shown(context)
    await chosen(context, [
      screenshot,
      new File(['sshd: no hostkeys available\n'], 'sshd.log'),
      new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'diagram.png'),
    ])
  },
}
export const ReplyUnderway: Story = {
  args: of(working, {
    change: {
      reply: (_id, _message, { onProgress }) => {
        onProgress?.(0.42)
        return new Promise(() => undefined)
      },
    },
  }),
  play: async context => {
    const tracker = await replying(context, [screenshot])
    await until('the bar', () => tracker.renderRoot.querySelector('progress'))
  },
}
export const FilesSent: Story = {
  play: async context => {
    const tracker = await replying(context, [screenshot])
    await until('the file', () => tracker.renderRoot.querySelector('.files'))
  },
}
/** A name without a place to break it, once chosen and once in the conversation. */
export const LongFileName: Story = {
  play: async context => {
    const longest = new File([screenshot], `${'screenshot-of-the-console'.repeat(4)}.png`)
    await replying(context, [longest])
    const tracker = await until('the tracker', () => context.canvasElement.querySelector('os-status-tracker'))
    await until('the file', () => tracker.renderRoot.querySelector('.files'))
    await chosen(context, [longest])
  },
}
