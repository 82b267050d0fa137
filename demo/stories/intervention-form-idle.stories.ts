import { fill, filling, type Filling } from './fill.js'
import form from './intervention-form.stories.js'
import { aMinuteBefore } from './idle.js'
import type { Meta, StoryObj } from './story.js'

type Story = StoryObj<typeof form.args>

const meta: Meta<typeof form.args> = { ...form, title: 'Intervention form/Nobody there' }
export default meta

async function atAccess(below: HTMLElement): Promise<Filling> {
  const filler = await filling(below)
  await fill.server(filler)
  await fill.problem(filler)
  return filler
}

export const Access: Story = {
  play: async ({ canvasElement }) => {
    const { press, type } = await atAccess(canvasElement)
    await press('access')
    await type('username', 'rescue-admin')
    await type('password', 'a password for the story')
    await aMinuteBefore(canvasElement)
  },
}
export const Authorization: Story = {
  play: async ({ canvasElement }) => {
    await fill.access(await atAccess(canvasElement))
    await aMinuteBefore(canvasElement)
  },
}
