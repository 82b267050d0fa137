import { filling } from '../../demo/stories/fill.js'
import meta from '../../demo/stories/intervention-form.stories.js'
import { memoryAdapter, type MemoryAdapter } from '../../src/testing.js'
import { FormDriver } from './form-driver.js'
import { mount } from './mount.js'

/** A password, and a problem that tells it. */
export const secret = 'Winter-2024!'
export const leaking = `I can’t get in. The root password is ${secret} and it worked before.`

/** The problem step of a server that the client area knows nothing of. */
export async function inProblem(
  adapter: MemoryAdapter = memoryAdapter(),
  locale = 'en',
): Promise<FormDriver> {
  const form = new FormDriver(await mount(meta, { args: { adapter, locale } }))
  const filler = await filling(document)
  await filler.press('server-other')
  await filler.type('server-text', '185.203.116.4')
  await filler.on()
  return form
}

/** A text of the form, by the id of its control. */
export const field = (form: FormDriver, id: string): HTMLTextAreaElement =>
  form.control<HTMLTextAreaElement>(`#${id}`)!
