import { html } from 'lit'
import { AdapterFault, type Context, type Intervention, type InterventionAdapter } from '../../src/index.js'
import { memoryAdapter } from '../../src/testing.js'
import '../../components/intervention-list/define.js'
import { nordhost } from '../policy.js'
import { settled, until, type Meta, type PlayContext, type StoryObj } from './story.js'

/** What the stories of the list differ in. */
export interface ListArgs {
  readonly make: () => InterventionAdapter
  readonly locale: string
}

type Story = StoryObj<ListArgs>

const minute = 60_000
const hour = 60 * minute

/** A request as a ticket system tells it; by itself one that an engineer works on since an hour. */
export function request(number: number, changes: Partial<Intervention> = {}): Intervention {
  const now = Date.now()
  return {
    id: `R-${number}`,
    number: String(number),
    version: '1',
    phase: 'working',
    stage: 'in-progress',
    server: { kind: 'ip', value: '203.0.113.20' },
    openedAt: now - hour - (99_999 - number) * minute,
    changedAt: now - hour,
    now,
    actions: ['reply'],
    ...changes,
  }
}

/** A ticket system with these requests, newest first; asked anew at each page. */
export function systemWith(
  requests: () => readonly Intervention[],
  methods: Partial<InterventionAdapter> = {},
): InterventionAdapter {
  const base = memoryAdapter()
  return {
    ...base,
    async context(call): Promise<Context> {
      return { ...(await base.context(call)), policy: nordhost }
    },
    list({ open = false, cursor, limit = 50 }) {
      const all = requests().filter(({ phase }) => !open || (phase !== 'done' && phase !== 'declined'))
      const start = cursor === undefined ? 0 : all.findIndex(({ id }) => id === cursor) + 1
      const items = all.slice(start, start + limit)
      const last = items.at(-1)
      return Promise.resolve({
        items,
        total: all.length,
        ...(last && start + limit < all.length && { cursor: last.id }),
      })
    },
    ...methods,
  }
}

/** One request in each phase, with what is told of each. */
export function everyPhase(): readonly Intervention[] {
  const now = Date.now()
  return [
    request(48_215, {
      phase: 'received',
      stage: 'verification',
      server: { kind: 'hostname', value: 'db1.sklep.example' },
      changedAt: now - 2 * minute,
      promise: { firstResponseBy: now + 8 * minute },
      access: { event: 'sealed', at: now - 3 * minute },
    }),
    request(48_214, {
      server: { kind: 'ip', value: '2001:db8:41::1' },
      access: { event: 'opened', at: now - 40 * minute, role: 'on-call engineer' },
    }),
    request(48_213, {
      phase: 'waiting',
      stage: 'waiting-for-customer',
      server: { kind: 'service-name', value: 'web-gdansk-1' },
      changedAt: now - 20 * minute,
    }),
    request(48_190, {
      actions: ['reply', 'approve-quote', 'decline-quote'],
      server: { kind: 'service-id', value: 'VPS-1093' },
    }),
    request(48_102, {
      phase: 'done',
      stage: 'done',
      changedAt: now - 72 * hour,
      access: { event: 'destroyed', at: now - 72 * hour },
    }),
    request(47_855, { phase: 'declined', stage: 'cancelled', changedAt: now - 900 * hour }),
  ]
}

/** As many as make two pages. */
export function many(count = 25): readonly Intervention[] {
  return Array.from({ length: count }, (_, index) =>
    request(48_300 - index, {
      server: { kind: 'ip', value: `203.0.113.${200 - index}` },
      ...(index > 2 && { phase: 'done', stage: 'done' }),
    }),
  )
}

const meta: Meta<ListArgs> = {
  title: 'Intervention list',
  component: 'os-intervention-list',
  args: { make: () => systemWith(everyPhase), locale: '' },
  render: ({ make, locale }) =>
    html`<os-intervention-list .adapter=${make()} locale=${locale}>
      <p>You find your requests in the client area, under Tickets.</p>
    </os-intervention-list>`,
}
export default meta

const listOf = ({ canvasElement }: Pick<PlayContext<ListArgs>, 'canvasElement'>) =>
  until('the list', () => canvasElement.querySelector('os-intervention-list'))

/** Waits for what is shown at the end of a reading. */
async function read(context: Pick<PlayContext<ListArgs>, 'canvasElement'>): Promise<void> {
  const list = await listOf(context)
  await until('the end of reading', () =>
    list.renderRoot.querySelector('.request, .notice, slot[name=empty]'),
  )
  await settled(context.canvasElement)
}

/** Presses the control with this id, once the list is there. */
function pressed(id: string): NonNullable<Story['play']> {
  return async context => {
    await read(context)
    const list = await listOf(context)
    list.renderRoot.querySelector<HTMLElement>(`#${id}`)?.click()
    await settled(context.canvasElement)
  }
}

const down = () => Promise.reject(new AdapterFault('unavailable'))

/** Answers once, and then no more. */
function once(): InterventionAdapter {
  const whole = systemWith(() => many())
  let asked = 0
  return { ...whole, list: (query, call) => (asked++ === 0 ? whole.list(query, call) : down()) }
}

export const EveryPhase: Story = { play: read }
export const NothingToDo: Story = {
  args: { make: () => systemWith(() => everyPhase().filter(({ phase }) => phase === 'done')) },
  play: read,
}
export const NeedsAnAnswer: Story = {
  args: { make: () => systemWith(() => everyPhase().slice(2, 3)) },
  play: read,
}
export const NeedsADecisionOnAPrice: Story = {
  args: { make: () => systemWith(() => everyPhase().slice(3)) },
  play: read,
}
export const Many: Story = { args: { make: () => systemWith(() => many()) }, play: read }
export const ManyWithMoreShown: Story = {
  args: { make: () => systemWith(() => many()) },
  play: async context => {
    await pressed('more')(context)
    const list = await listOf(context)
    await until('the rest', () => !list.renderRoot.querySelector('#more'))
  },
}
export const MoreNotLoaded: Story = {
  args: { make: once },
  play: async context => {
    await pressed('more')(context)
    const list = await listOf(context)
    await until('the trouble', () => list.renderRoot.querySelector('.notice'))
  },
}
export const OnlyOpen: Story = {
  args: { make: () => systemWith(everyPhase) },
  play: async context => {
    await pressed('only-open')(context)
    const list = await listOf(context)
    await until('fewer', () => list.renderRoot.querySelectorAll('.request').length === 4)
  },
}
export const NoneOpen: Story = {
  args: { make: () => systemWith(() => everyPhase().slice(4)) },
  play: async context => {
    await pressed('only-open')(context)
    const list = await listOf(context)
    await until('none', () => !list.renderRoot.querySelector('.request'))
  },
}
export const NotRefreshed: Story = {
  args: { make: once },
  play: async context => {
    await read(context)
    await (await listOf(context)).refresh()
    await settled(context.canvasElement)
  },
}
export const Empty: Story = { args: { make: () => systemWith(() => []) }, play: read }
export const EmptyWithAWayOfThePage: Story = {
  render: ({ locale }) =>
    html`<os-intervention-list .adapter=${systemWith(() => [])} locale=${locale}>
      <p slot="empty"><a href="#new">Request an intervention</a></p>
    </os-intervention-list>`,
  play: read,
}
export const Loading: Story = {
  args: { make: () => systemWith(() => [], { list: () => new Promise(() => undefined) }) },
}
export const Failed: Story = { args: { make: () => systemWith(() => [], { list: down }) }, play: read }
export const SignedOut: Story = {
  args: {
    make: () => systemWith(() => [], { list: () => Promise.reject(new AdapterFault('unauthenticated')) }),
  },
  play: read,
}
export const LongNames: Story = {
  args: {
    make: () =>
      systemWith(() => [
        request(48_215, {
          phase: 'waiting',
          stage: 'waiting-for-customer',
          number: 'INC-2026-00000048215-NORDHOST-GDANSK',
          server: { kind: 'hostname', value: `${'bardzo-dluga-nazwa-'.repeat(6)}serwera.sklep.example` },
        }),
        request(48_214, { number: '\u202eabc\u202c', stage: 'own-stage-of-the-provider' }),
      ]),
  },
  play: read,
}
export const NotConnected: Story = {
  render: () =>
    html`<os-intervention-list
      ><p>You find your requests in the client area, under Tickets.</p></os-intervention-list
    >`,
}
