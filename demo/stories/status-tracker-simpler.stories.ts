import { AdapterFault, type FieldKey, type InterventionAdapter } from '../../src/index.js'
import { asked, done, filed, message, stage, working } from './happenings.js'
import tracker from './status-tracker.stories.js'
import { until, type Meta, type PlayContext, type StoryObj } from './story.js'
import { toldTicket, type Happening, type Told } from './ticket.js'

// What a ticket system can't do, and what the customer sees in its place.

type Args = typeof tracker.args
type Story = StoryObj<Args>

const meta: Meta<Args> = { ...tracker, title: 'Status tracker/Simpler systems' }
export default meta

const of = (happenings: readonly Happening[], told: Partial<Told> = {}): Partial<Args> => ({
  make: () => toldTicket({ happenings, minutesAgo: 48, ...told }),
})

async function shown({ canvasElement }: Pick<PlayContext<Args>, 'canvasElement'>): Promise<ParentNode> {
  const { renderRoot } = await until('the tracker', () => canvasElement.querySelector('os-status-tracker'))
  await until('the request', () => renderRoot.querySelector('#tracker-heading'))
  return renderRoot
}

const seen: NonNullable<Story['play']> = async context => {
  await shown(context)
}

/** Opens everything that is folded. */
async function unfolded(context: PlayContext<Args>): Promise<void> {
  const root = await shown(context)
  for (const fold of root.querySelectorAll('details.fold')) fold.setAttribute('open', '')
}

/** Writes an answer and sends it. */
async function answered(context: PlayContext<Args>): Promise<ParentNode> {
  const root = await shown(context)
  const field = await until('the field', () => root.querySelector<HTMLTextAreaElement>('#reply'))
  field.value = 'The disk is full, too.'
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
  root.querySelector<HTMLElement>('#reply-send')?.click()
  return root
}

/** The same, and what became of it. */
async function answeredInVain(context: PlayContext<Args>): Promise<void> {
  const root = await answered(context)
  await until('what became of it', () => root.querySelector('.reply .notice'))
}

/** Keeps what is said, but not these parts of it, the first time. */
function keepsAllBut(...unstored: readonly FieldKey[]): InterventionAdapter {
  const whole = toldTicket({ happenings: working, minutesAgo: 48 })
  let said = 0
  return {
    ...whole,
    reply: (id, message, write) =>
      said++ > 0 ? whole.reply(id, message, write) : Promise.resolve({ unstored }),
  }
}

const refusing = (code: 'conflict' | 'unauthenticated'): Partial<Told> => ({
  change: { reply: () => Promise.reject(new AdapterFault(code)) },
})

/** What stands in a text where the system has no other place for it. */
const armored = `-----BEGIN AGE ENCRYPTED FILE-----\n${'YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBhYmNkZWZnaGlqa2xtbm9w\n'.repeat(4)}-----END AGE ENCRYPTED FILE-----`

/** The engineers set a status, and nothing else. */
export const PhasesAlone: Story = {
  args: of([...filed.slice(0, 3), [6, 'engineer', stage('working')]]),
  play: seen,
}
/** Between the filing and the end the system tells nothing apart. */
export const FewPhases: Story = {
  args: of(filed, { minutesAgo: 2, capabilities: { phases: ['received', 'done'] } }),
  play: seen,
}
export const NoFiles: Story = {
  args: of(working, { capabilities: { files: null } }),
  play: seen,
}
export const NoSealing: Story = {
  args: of(working, { capabilities: { sealed: null } }),
  play: seen,
}
export const SealedInTheMessage: Story = {
  args: of(
    [...working, [15, 'customer', message(`The password was changed.\n\n${armored}\n\nIt works from here.`)]],
    { capabilities: { sealed: { in: 'message', erasable: false } } },
  ),
  play: seen,
}
export const LoginStays: Story = {
  args: of(working, { capabilities: { sealed: { in: 'field', erasable: false } } }),
  play: unfolded,
}
export const LoginStaysAtTheEnd: Story = {
  args: of([...done, [50, 'system', { kind: 'access', event: 'kept' }]], {
    minutesAgo: 60,
    capabilities: { sealed: { in: 'field', erasable: false } },
  }),
  play: seen,
}
/** The same twice would be said twice: it doesn't go by itself, and the customer is told to look. */
export const NothingTwice: Story = {
  args: of(working, {
    capabilities: { retries: { submit: 'unsafe', reply: 'unsafe' } },
    change: { reply: () => Promise.reject(new AdapterFault('unavailable', { uncertain: true })) },
  }),
  play: answeredInVain,
}
/** It tells of nothing by itself: it is asked, and how fresh it is stands there. */
export const AskedNowAndThen: Story = {
  args: {
    make: () => {
      const adapter = toldTicket({ happenings: working, minutesAgo: 48 })
      delete adapter.watch
      return adapter
    },
  },
  play: seen,
}
/** The engineer writes every other second, also while the customer does: the answer goes as it is, below that. */
export const NoLocking: Story = {
  args: of(asked, {
    capabilities: { locking: false },
    goesOn: { every: 2_000, fact: index => message(`One moment, please (${String(index + 1)}).`) },
  }),
  play: async context => {
    const root = await shown(context)
    await until('what came meanwhile', () => root.querySelector('.entries')?.textContent.includes('(1)'))
    await answered(context)
    await until('the answer', () => root.querySelector('.entries')?.textContent.includes('too.'))
  },
}
export const AnswerNotKept: Story = { args: { make: () => keepsAllBut('reply') }, play: answeredInVain }
export const LoginNotKept: Story = { args: { make: () => keepsAllBut('access') }, play: answeredInVain }
export const TicketMoved: Story = { args: of(working, refusing('conflict')), play: answeredInVain }
export const SignedOut: Story = { args: of(working, refusing('unauthenticated')), play: answeredInVain }
