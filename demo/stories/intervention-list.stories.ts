import { html } from 'lit'
import { AdapterFault, type InterventionAdapter } from '../../src/index.js'
import '../../components/intervention-list/define.js'
import { everyPhase, many, request, systemWith } from './requests.js'
import { settled, until, type Meta, type PlayContext, type StoryObj } from './story.js'

/** What the stories of the list differ in. */
export interface ListArgs {
  readonly make: () => InterventionAdapter
  readonly locale: string
}

type Story = StoryObj<ListArgs>

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
/** The system doesn't count: more is there, nobody says how much. */
export const WithoutACount: Story = {
  args: {
    make: () => {
      const whole = systemWith(() => many())
      return {
        ...whole,
        list: async (query, call) => {
          const { items, cursor } = await whole.list(query, call)
          return { items, ...(cursor !== undefined && { cursor }) }
        },
      }
    },
  },
  play: read,
}
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
