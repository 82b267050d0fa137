import { fill, filling } from '../../demo/stories/fill.js'
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

/** A request that wasn't sent, in the tab that it was written in and in another one that has found it. */
export async function inTwoTabs(adapter: MemoryAdapter): Promise<readonly [FormDriver, FormDriver]> {
  adapter.fault('submit', { code: 'forbidden' })
  const one = await checked(adapter)
  await one.press('button', 'Send the request')
  await one.says('The request was not sent')
  const other = await loadedAgain(adapter)
  await other.says('The request was not sent')
  return [one, other]
}

/** Goes back from the check page, writes other words and comes there again. */
export async function rewrite(form: FormDriver, words: string): Promise<void> {
  await form.press('button', 'Go back and edit')
  const filled = await filling(form.form.parentElement!)
  await filled.on()
  await filled.type('problem', words)
  await filled.on()
  for (const step of ['access', 'authorization'] as const) await fill[step](filled)
}
