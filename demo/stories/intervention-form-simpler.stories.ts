import type { FieldKey, InterventionAdapter } from '../../src/index.js'
import { memoryAdapter } from '../../src/testing.js'
import { fill, filling } from './fill.js'
import form from './intervention-form.stories.js'
import { until, type Meta, type PlayContext, type StoryObj } from './story.js'

// What a ticket system can't do, and what the customer sees in its place.

type Args = typeof form.args
type Story = StoryObj<Args>

const meta: Meta<Args> = { ...form, title: 'Intervention form/Simpler systems' }
export default meta

/** Files a request, and keeps all of it but this. */
function keepsAllBut(...unstored: readonly FieldKey[]): InterventionAdapter {
  const whole = memoryAdapter()
  return {
    ...whole,
    submit: async (filing, write) => ({ ...(await whole.submit(filing, write)), unstored }),
  }
}

async function sent({ canvasElement }: PlayContext<Args>): Promise<ParentNode> {
  const filled = await filling(canvasElement)
  for (const step of ['server', 'problem', 'access', 'authorization'] as const) await fill[step](filled)
  await filled.on()
  const { renderRoot } = await until('the form', () => canvasElement.querySelector('os-intervention-form'))
  await until('the end', () => renderRoot.querySelector('#ticket-number'))
  return renderRoot
}

const filed: NonNullable<Story['play']> = async context => {
  await sent(context)
}

export const NoFiles: Story = {
  args: { make: () => memoryAdapter({ capabilities: { files: null } }) },
  play: async ({ canvasElement }) => {
    await fill.server(await filling(canvasElement))
    const { renderRoot } = await until('the form', () => canvasElement.querySelector('os-intervention-form'))
    await until('the problem', () => renderRoot.querySelector('#problem'))
  },
}
export const AnswersNotKept: Story = {
  args: { make: () => keepsAllBut('errors', 'operatingSystem') },
  play: filed,
}
export const AnswersSentAsMessage: Story = {
  args: { make: () => keepsAllBut('errors', 'operatingSystem') },
  play: async context => {
    const root = await sent(context)
    root.querySelector<HTMLElement>('#send-missing')?.click()
    await until('that it is sent', () => !root.querySelector('#send-missing'))
  },
}
export const LoginNotKept: Story = {
  args: { make: () => keepsAllBut('access') },
  play: filed,
}
