import meta, * as stories from '../../demo/stories/intervention-form.stories.js'
import { memoryAdapter, type MemoryAdapter } from '../../src/testing.js'
import { FormDriver } from './form-driver.js'
import { mount } from './mount.js'

/** A form on its check page; the account has a name of its own, so that no other test's things are found. */
export async function checked(adapter: MemoryAdapter, outbox = '', drafts = 'off'): Promise<FormDriver> {
  const form = new FormDriver(
    await mount(meta, { ...stories.Check, args: { adapter, locale: 'en', outbox, drafts } }),
  )
  await form.reaches('Check before you send')
  return form
}

/** The page as it is loaded again, with the same system behind it. */
export const loadedAgain = async (adapter: MemoryAdapter, drafts = 'off') =>
  new FormDriver(await mount(meta, { args: { adapter, locale: 'en', outbox: '', drafts } }))

let accounts = 0
/** A ticket system with a customer whom no other test has. */
export function system(): MemoryAdapter {
  accounts += 1
  const account = {
    id: `outbox-${String(accounts)}-${String(Date.now())}`,
    name: 'Anna Wiśniewska',
    owner: true,
  }
  return memoryAdapter({ context: { account } })
}

/** Away from the page in the midst of it, as by a reload: the element goes, and with it all that it knew. */
export function leave(form: FormDriver): void {
  form.form.remove()
}
