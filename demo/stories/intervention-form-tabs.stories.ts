import { introserv } from '../../src/index.js'
import { memoryAdapter } from '../../src/testing.js'
import { fill, filling } from './fill.js'
import form from './intervention-form.stories.js'
import { shelfOf, withDraft } from './kept-draft.js'
import { until, type Meta, type StoryObj } from './story.js'

type Story = StoryObj<typeof form.args>

/** Each story has a customer of its own: what one leaves on the device is nobody else's. */
const account = (id: string) => ({ id: `tabs-${id}`, name: 'Anna Wiśniewska', owner: true })
const system = (id: string) => memoryAdapter({ context: { account: account(id) } })

const meta: Meta<typeof form.args> = {
  ...form,
  title: 'Intervention form/Another tab',
  args: { ...form.args, drafts: '', outbox: '' },
}
export default meta

/** The draft that the form has found, and what another tab can do with it. */
async function found(below: HTMLElement, id: string) {
  const { renderRoot } = await until('the form', () => below.querySelector('os-intervention-form'))
  await until('the draft', () => renderRoot.querySelector('.notice.info'))
  const shelf = await shelfOf(account(id).id)
  const draft = await shelf.read()
  if (!draft) throw new Error('no draft is kept')
  const kept = await import('../../src/request/kept.js')
  const scope = { provider: introserv.provider.name, account: account(id).id }
  const outbox = new kept.Outbox(kept.deviceShelf(), scope, Date.now)
  return { renderRoot, shelf, draft, outbox }
}

const ticket = { number: '48210', id: '48210' }

export const DraftChanged: Story = {
  args: { make: () => withDraft(system('changed')) },
  play: async ({ canvasElement }) => {
    const { shelf, draft, renderRoot } = await found(canvasElement, 'changed')
    await shelf.save(
      { ...draft, draft: { ...draft.draft, problem: 'It answers again, but slowly.' } },
      draft.rev,
      draft.draft,
    )
    await fill.server(await filling(canvasElement))
    await until('the question', () => renderRoot.querySelector('#draft-note'))
  },
}

export const SentThere: Story = {
  args: { make: () => withDraft(system('sent')) },
  play: async ({ canvasElement }) => {
    const { draft, outbox, renderRoot } = await found(canvasElement, 'sent')
    outbox.tellOthers(draft.id, ticket)
    await until('the end', () => renderRoot.querySelector('#step-heading + .notice'))
  },
}

export const SentThereWithOtherWords: Story = {
  args: { make: () => withDraft(system('other')) },
  play: async ({ canvasElement }) => {
    const { draft, outbox, renderRoot } = await found(canvasElement, 'other')
    const filled = await filling(canvasElement)
    await fill.server(filled)
    await filled.type('problem', 'Now the disk is full as well.')
    outbox.tellOthers(draft.id, ticket)
    await until('the question', () => renderRoot.querySelector('#draft-note'))
  },
}

export const SendingThere: Story = {
  args: { make: () => withDraft(system('sending')) },
  play: async ({ canvasElement }) => {
    const { draft, renderRoot } = await found(canvasElement, 'sending')
    const filled = await filling(canvasElement)
    for (const step of ['server', 'problem', 'access', 'authorization'] as const) await fill[step](filled)
    // What the other tab holds as long as it sends: here without end.
    void navigator.locks.request(`os-intervention/${draft.id}`, () => new Promise(() => undefined))
    await filled.on()
    await until('the other tab', () => renderRoot.querySelector('#outcome .notice.info'))
  },
}
