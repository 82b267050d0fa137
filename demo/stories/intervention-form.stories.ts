import { html } from 'lit'
import { introserv, type FaultCode, type FaultDetail, type InterventionAdapter } from '../../src/index.js'
import { memoryAdapter, type MemoryOptions } from '../../src/testing.js'
import '../../components/intervention-form/define.js'
import { answer, fill, filling, type Filling } from './fill.js'
import { withDraft } from './kept-draft.js'
import { until, type Meta, type StoryObj } from './story.js'

interface Args {
  /** A ticket system of its own; else `make` makes one. */
  readonly adapter: InterventionAdapter | undefined
  readonly make: () => InterventionAdapter
  readonly locale: string
  /** Whether a request on its way is found again by the next story: not by default. */
  readonly outbox: string
  /** Whether a draft is: not by default either. */
  readonly drafts: string
}

type Story = StoryObj<Args>

const meta: Meta<Args> = {
  title: 'Intervention form',
  component: 'os-intervention-form',
  args: { adapter: undefined, make: () => memoryAdapter(), locale: '', outbox: 'off', drafts: 'off' },
  render: ({ adapter, make, locale, outbox, drafts }) =>
    html`<os-intervention-form
      .adapter=${adapter ?? make()}
      .policy=${introserv}
      locale=${locale}
      outbox=${outbox}
      drafts=${drafts}
    >
      <p>Client area › Tickets › Add ticket › Technical problems</p>
    </os-intervention-form>`,
}
export default meta

const steps = ['server', 'problem', 'access', 'authorization'] as const

/** Plays the form up to a step, and presses on there so that its errors show where `wrong`. */
function upTo(step: (typeof steps)[number] | 'check', wrong = false): NonNullable<Story['play']> {
  return async ({ canvasElement }) => {
    const form = await filling(canvasElement)
    for (const before of steps) {
      if (before === step) break
      await fill[before](form)
    }
    if (wrong) await form.on()
  }
}

/** A step with its answers, before the press that goes on. */
function filledIn(step: (typeof steps)[number]): NonNullable<Story['play']> {
  return async context => {
    await upTo(step)(context)
    await answer[step](await filling(context.canvasElement))
  }
}

/** The problem step of a server that the client area knows nothing of, with these words, read. */
async function written(below: HTMLElement, problem: string): Promise<Filling> {
  const form = await filling(below)
  await form.press('server-other')
  await form.type('server-text', '185.203.116.4')
  await form.on()
  await form.type('problem', problem)
  await form.type('action', 'Make it answer again.')
  const { renderRoot } = await until('the form', () => below.querySelector('os-intervention-form'))
  await until('what the words speak of', () => renderRoot.querySelector('.suggestions, #problem-guard'))
  return form
}

function sent(): NonNullable<Story['play']> {
  return async context => {
    await upTo('check')(context)
    await (await filling(context.canvasElement)).on()
    const { renderRoot } = await until('the form', () =>
      context.canvasElement.querySelector('os-intervention-form'),
    )
    // While it is sealed, and then sent, the form only says so.
    await until('what became of it', () =>
      renderRoot.querySelector('.filed, .notice:not(.info), .notice button'),
    )
  }
}

/** What a customer attaches: a screenshot, a log that tells a password, and a page, which is refused. */
function storyFiles(): readonly File[] {
  const picture = '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0'
  return [
    new File([Uint8Array.from(picture, sign => sign.charCodeAt(0)), '\0'.repeat(184_000)], 'screenshot.png'),
    new File(
      ['Nov 26 03:12:44 db1 sshd[812]: error: no hostkeys\n'.repeat(40), 'root password: Winter-2024!\n'],
      'auth-failure-after-the-upgrade-of-tuesday-night.log',
    ),
    new File(['<!doctype html><title>502</title>'], 'error-page.html'),
  ]
}

function withFiles(...files: readonly File[]): NonNullable<Story['play']> {
  return async context => {
    await upTo('problem')(context)
    await (await filling(context.canvasElement)).attach(...files)
  }
}

/** A ticket system that takes forever, and tells how far it is. */
function slow(): NonNullable<Story['args']> {
  return {
    make: () => {
      const adapter = memoryAdapter()
      const submit: InterventionAdapter['submit'] = (_, { onProgress }) => {
        onProgress?.(0.42)
        return new Promise(() => undefined)
      }
      return Object.assign(adapter, { submit })
    },
  }
}

function failing(code: FaultCode, detail: FaultDetail = {}): NonNullable<Story['args']> {
  return {
    make: () => {
      const adapter = memoryAdapter()
      adapter.fault('submit', { code, ...detail, times: 100 })
      return adapter
    },
  }
}

function losing(): NonNullable<Story['args']> {
  return {
    make: () => {
      const adapter = memoryAdapter()
      adapter.fault('submit', 'lose-answer')
      adapter.fault('find', { code: 'forbidden', times: 100 })
      return adapter
    },
  }
}

/** A system that makes a second ticket of a second try, and can't be asked. */
function forgetful(): InterventionAdapter {
  const { find: _, ...adapter } = memoryAdapter({
    capabilities: { retries: { submit: 'unsafe', reply: 'unsafe' } },
  })
  adapter.fault('submit', 'lose-answer')
  return adapter
}

const of = (context: NonNullable<MemoryOptions['context']>) => ({ make: () => memoryAdapter({ context }) })
const account = { id: 'c-1', name: 'Piotr Wiśniewski' }

export const Server: Story = {}
export const ServerFilled: Story = { play: filledIn('server') }
export const ServerWrong: Story = { play: upTo('server', true) }
export const DraftRestored: Story = {
  args: {
    make: () => withDraft(memoryAdapter({ context: { account: { ...account, owner: true } } })),
    drafts: '',
  },
}
export const Problem: Story = { play: upTo('problem') }
export const ProblemFilled: Story = { play: filledIn('problem') }
export const ProblemWrong: Story = { play: upTo('problem', true) }
export const ProblemSuggested: Story = {
  name: 'Problem, work suggested from the words',
  play: async context => {
    const form = await written(
      context.canvasElement,
      'Since I changed the firewall rules the server can’t be reached any more. It is a VPS with Debian 12. I also think we were hacked, something mines on it.',
    )
    await form.press('suggestion-network-recovery', 'suggestion-malware-removal')
  },
}
export const ProblemWithSecret: Story = {
  name: 'Problem, a password in the text',
  play: async context => {
    const form = await written(
      context.canvasElement,
      'I can’t get in since yesterday. The root password is Winter-2024! and it worked before.',
    )
    await form.on()
  },
}
export const ProblemSecretMoved: Story = {
  name: 'Problem, a password moved out of the text',
  play: async context => {
    await ProblemWithSecret.play?.(context)
    await (await filling(context.canvasElement)).press('problem-moved')
  },
}
export const ProblemWithFiles: Story = {
  name: 'Problem, files attached and refused',
  play: async context => {
    await withFiles(...storyFiles())(context)
  },
}
export const Access: Story = { play: upTo('access') }
export const AccessFilled: Story = { play: filledIn('access') }
export const AccessWrong: Story = { play: upTo('access', true) }
export const AccessWithWarnings: Story = {
  play: async context => {
    await upTo('access')(context)
    const form = await filling(context.canvasElement)
    await form.press('access')
    await form.type('username', 'anna@sklep.example')
    await form.type('password', ' p\u0430ssword')
  },
}
export const AccessBySshKey: Story = {
  play: async context => {
    await upTo('access')(context)
    const form = await filling(context.canvasElement)
    await form.press('access-ssh-key')
    await form.on()
  },
}
export const AccessByTemporaryAccount: Story = {
  name: 'Access, account made for this',
  play: async context => {
    await upTo('access')(context)
    const form = await filling(context.canvasElement)
    await form.press('access')
    const { renderRoot } = await until('the form', () =>
      context.canvasElement.querySelector('os-intervention-form'),
    )
    renderRoot.querySelector('details:has(#generate-account)')?.setAttribute('open', '')
    await form.press('generate-account')
  },
}
export const AccessByPrivateKey: Story = {
  play: async context => {
    await upTo('access')(context)
    const form = await filling(context.canvasElement)
    await form.press('access', 'kind-private-key')
    await form.on()
  },
}
export const CannotLogIn: Story = {
  play: async context => {
    const form = await filling(context.canvasElement)
    await fill.server(form)
    await form.type('problem', 'The password is lost.')
    await form.type('action', 'Reset it.')
    await form.press('tasks')
    await form.on()
    await form.press('access-none')
    await form.on()
  },
}
export const Authorization: Story = { play: upTo('authorization') }
export const AuthorizationFilled: Story = { play: filledIn('authorization') }
export const AuthorizationWrong: Story = { play: upTo('authorization', true) }
export const Check: Story = { play: upTo('check') }
export const Sending: Story = {
  args: slow(),
  play: async context => {
    await upTo('check')(context)
    await (await filling(context.canvasElement)).on()
  },
}
export const SendingFiles: Story = {
  args: slow(),
  play: async context => {
    const [picture = new File([], '')] = storyFiles()
    await withFiles(picture)(context)
    const form = await filling(context.canvasElement)
    for (const step of ['problem', 'access', 'authorization'] as const) await fill[step](form)
    await form.on()
  },
}
export const Sent: Story = { play: sent() }
export const NotTheOwner: Story = {
  args: of({ account: { ...account, owner: false } }),
  play: upTo('authorization'),
}
export const OwnerUnknown: Story = {
  args: of({ account: { ...account, owner: 'unknown' } }),
  play: upTo('authorization', true),
}
export const NoServices: Story = { args: of({ services: [] }) }
export const NothingSealable: Story = {
  args: { make: () => memoryAdapter({ capabilities: { sealed: null } }) },
}
export const WaitingToTryAgain: Story = {
  args: failing('rate-limited', { retryAfterMs: 110_000 }),
  play: sent(),
}
export const NotSent: Story = { args: failing('forbidden'), play: sent() }
export const OutOfReach: Story = {
  name: 'Not sent, to be filed by hand',
  args: failing('unsupported'),
  play: sent(),
}
export const SessionEnded: Story = { args: failing('unauthenticated'), play: sent() }
export const OutcomeUnknown: Story = { args: losing(), play: sent() }
export const OutcomeUnknownForGood: Story = { args: { make: forgetful }, play: sent() }
export const NoRecipient: Story = { args: of({ recipients: [] }), play: sent() }
export const NotConnected: Story = {
  render: () => html`<os-intervention-form><p>By hand</p></os-intervention-form>`,
}
