import { expect } from 'chai'
import { OsInterventionForm } from '../../../components/intervention-form/intervention-form.js'
import { fill, filling } from '../../../demo/stories/fill.js'
import meta, * as stories from '../../../demo/stories/intervention-form.stories.js'
import { shelfOf, withDraft } from '../../../demo/stories/kept-draft.js'
import { settled, until } from '../../../demo/stories/story.js'
import type { KeptDraft } from '../../../src/index.js'
import { memoryAdapter, type MemoryAdapter } from '../../../src/testing.js'
import { expectAccessible } from '../../support/axe.js'
import { blocked } from '../../support/broken-storage.js'
import { FormDriver } from '../../support/form-driver.js'
import { mount } from '../../support/mount.js'
import { log } from '../../support/some-files.js'
import { spoken } from '../../support/spoken.js'

let accounts = 0

/** A system with a customer of its own, so that no other test's draft is found; and what is kept for them. */
function customer(): {
  readonly adapter: MemoryAdapter
  readonly kept: () => Promise<KeptDraft | undefined>
} {
  accounts += 1
  const id = `draft-${String(accounts)}-${String(Date.now())}`
  const adapter = memoryAdapter({ context: { account: { id, name: 'Anna Wiśniewska', owner: true } } })
  return { adapter, kept: async () => (await shelfOf(id)).read() }
}

/** The page as it is loaded, with this system behind it. */
async function loaded(adapter: MemoryAdapter, args: Partial<typeof meta.args> = {}): Promise<FormDriver> {
  const form = new FormDriver(await mount(meta, { args: { adapter, locale: 'en', drafts: '', ...args } }))
  await form.reaches('Which server')
  return form
}

/** Away from the page: the element goes, and with it all that it knew. */
function leave(form: FormDriver): void {
  form.form.remove()
}

async function onto(form: FormDriver, step: 'problem' | 'access' | 'check'): Promise<void> {
  const filled = await filling(form.form.parentElement!)
  for (const before of ['server', 'problem', 'access', 'authorization'] as const) {
    if (before === step) break
    await fill[before](filled)
  }
}

/** Waits until what is kept is as it should be. */
async function untilKept(
  kept: () => Promise<KeptDraft | undefined>,
  isSo: (draft: KeptDraft | undefined) => boolean,
): Promise<KeptDraft | undefined> {
  let found: KeptDraft | undefined
  for (let tries = 0; tries < 100; tries += 1) {
    found = await kept()
    if (isSo(found)) return found
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error(
    `not what should be kept: ${JSON.stringify(found?.draft.problem)} ${String(found?.draft.access)}`,
  )
}

const problem = (form: FormDriver): string => form.control<HTMLTextAreaElement>('#problem')!.value
const typedInto = (form: FormDriver, text: string) => form.type('What is the problem?', text)

/** Long enough for a save that is still to come. */
const late = () => new Promise(resolve => setTimeout(resolve, 1_200))

describe('a draft that was left', () => {
  it('R9: is found again with a note, and its login details and confirmations are to be given again', async () => {
    const { adapter, kept } = customer()
    const form = await loaded(adapter)
    await onto(form, 'check')
    await form.reaches('Check before you send')
    leave(form)
    const draft = await untilKept(kept, found => found?.draft.access === 'account')
    expect(draft?.draft).to.include({ agreed: null, ownerDeclared: false, consoleConsent: false })
    expect(draft?.draft.duties).to.deep.equal([])
    expect(JSON.stringify(draft)).not.to.match(/a password for the story|rescue-admin/)

    const again = await loaded(adapter)
    await again.says('Your draft is back')
    await until('the sentence', () => spoken().includes('Your draft is back'))
    await expectAccessible(again.form)
    await again.press('button', 'Continue')
    await again.reaches('What is wrong')
    expect(problem(again)).to.include('Since the firewall change at noon')
    await again.press('button', 'Continue')
    expect(again.control<HTMLInputElement>('#username')!.value).to.equal('')
    expect(again.control<HTMLInputElement>('#password')!.value).to.equal('')
    await again.press('button', 'Continue')
    await again.says('Correct these fields')
  })

  it('asks for its files by name', async () => {
    const { adapter } = customer()
    const form = await loaded(withDraft(adapter, {}, ['auth-failure.log']))
    await form.says('Choose the files again: auth-failure.log')
    await form.press('radio', /^db1/)
    await form.press('button', 'Continue')
    await form.says('Only the name of this file was kept')
  })

  it('R9: leaves the form when it is discarded, says so once, and never comes back', async () => {
    const { adapter, kept } = customer()
    const form = await loaded(withDraft(adapter))
    await form.says('Your draft is back')
    const other = await loaded(adapter)
    await other.says('Your draft is back')
    await form.press('button', 'Discard the draft')
    expect(form.focused()?.id).to.equal('step-heading')
    expect(form.form.shadowRoot!.textContent).not.to.include('Your draft is back')
    await until('the sentence', () => spoken() === 'The draft has been discarded. The form is empty.')
    await untilKept(kept, found => found === undefined)
    // The other form still shows it, and saves late.
    await other.press('radio', /another server/i)
    await other.says('The draft has been discarded or sent in another tab or form')
    await expectAccessible(other.form)
    expect(await kept()).to.equal(undefined)
    leave(form)
    leave(other)
    const again = await loaded(adapter)
    await late()
    expect(again.form.shadowRoot!.textContent).not.to.include('Your draft is back')
  })
})

/** A form that is about to be sent, and another one with the same draft, in the midst of it. */
async function alike() {
  const { adapter, kept } = customer()
  const one = await loaded(adapter, { outbox: '' })
  await onto(one, 'check')
  await untilKept(kept, found => found?.draft.access === 'account')
  const two = await loaded(adapter, { outbox: '' })
  await two.says('Your draft is back')
  await two.press('button', 'Continue')
  await two.reaches('What is wrong')
  return { one, two, kept }
}

describe('two forms on one page', () => {
  it('R10: ask before one puts its draft over that of the other', async () => {
    const { adapter, kept } = customer()
    const one = await loaded(adapter)
    const two = await loaded(adapter)
    await onto(one, 'problem')
    await typedInto(one, 'One')
    await untilKept(kept, found => found?.draft.problem === 'One')
    await onto(two, 'problem')
    await two.says('The draft has been changed in another tab or form')
    await typedInto(two, 'Two')
    await expectAccessible(two.form)
    await late()
    expect((await kept())?.draft.problem).to.equal('One')

    await two.press('button', 'Keep what is here')
    await untilKept(kept, found => found?.draft.problem === 'Two')
    expect(two.focused()?.id).to.equal('step-heading')
    await typedInto(one, ' more')
    await one.says('The draft has been changed in another tab or form')
    await one.press('button', 'Take the other version')
    expect(problem(one)).to.equal('Two')
    expect((await kept())?.draft.problem).to.equal('Two')
  })

  it('R9: lose nothing that was typed in one after the other was sent', async () => {
    const { one, two, kept } = await alike()
    await typedInto(two, 'Not in the ticket. ')
    await one.press('button', 'Send the request')
    await one.reaches('Ticket')
    await two.says('This request has already been sent: ticket 10001')
    expect(problem(two)).to.include('Not in the ticket.')
    await expectAccessible(two.form)
    await untilKept(kept, found => found === undefined)
    await two.press('button', 'Keep what is here')
    await untilKept(kept, found => found?.draft.problem.includes('Not in the ticket.') === true)
    expect(problem(two)).to.include('Not in the ticket.')
  })

  it('R9: lose no file that was chosen in one after the other was sent', async () => {
    const { one, two } = await alike()
    await (await filling(two.form.parentElement!)).attach(log('messages.txt'))
    await one.press('button', 'Send the request')
    await one.reaches('Ticket')
    await two.says('This request has already been sent: ticket 10001')
    await two.press('button', 'Keep what is here')
    expect(two.form.shadowRoot!.textContent).to.include('messages.txt')
  })
})

describe('a draft that was discarded in another tab, and is kept all the same', () => {
  it('asks for the login details anew: what was sealed is sealed for the former request', async () => {
    const { adapter, kept } = customer()
    adapter.fault('submit', { code: 'forbidden' })
    const form = await loaded(adapter, { outbox: 'off' })
    await onto(form, 'check')
    await form.reaches('Check before you send')
    await form.press('button', 'Send the request')
    await form.says('The request was not sent')
    await form.press('button', 'Go back and edit')
    await form.reaches('Which server')
    await untilKept(kept, found => found?.draft.access === 'account')
    const other = await loaded(adapter, { outbox: 'off' })
    await other.says('Your draft is back')
    await other.press('button', 'Discard the draft')
    if (form.form instanceof OsInterventionForm) form.form.focusField('problem')
    await form.reaches('What is wrong')
    await typedInto(form, ' It got worse.')
    await form.says('The draft has been discarded or sent in another tab or form')
    await form.press('button', 'Keep what is here')
    await form.press('button', 'Continue')
    await form.reaches('Access to the server')
    await form.says('Correct these fields')
    await expectAccessible(form.form)
  })
})

describe('what is kept of a draft', () => {
  it('R9: holds no secret from its texts: neither what looks like one nor what repeats the password', async () => {
    const { adapter, kept } = customer()
    const form = await loaded(adapter)
    await onto(form, 'problem')
    await typedInto(form, 'It is down, and the root password is Winter-2024! too')
    await untilKept(kept, found => found?.draft.problem.endsWith('too') === true)
    expect((await kept())?.draft.problem).to.equal('It is down, and the root password is ••• too')
    expect(problem(form)).to.include('Winter-2024!')

    const another = customer()
    const other = await loaded(another.adapter)
    await onto(other, 'access')
    await untilKept(another.kept, found => found?.draft.problem.includes('firewall change') === true)
    const filled = await filling(other.form.parentElement!)
    await filled.press('access')
    await filled.type('password', 'firewall change')
    await untilKept(another.kept, found => found?.draft.problem.includes('the ••• at noon') === true)
    await other.press('button', 'Back')
    expect(problem(other)).to.include('firewall change')
  })

  it('R9: holds none either once the password is wiped, whatever is typed beside it after that', async () => {
    const { adapter, kept } = customer()
    const form = await loaded(adapter)
    await onto(form, 'access')
    const filled = await filling(form.form.parentElement!)
    await filled.press('access')
    await filled.type('password', 'firewall change')
    await untilKept(kept, found => found?.draft.problem.includes('the ••• at noon') === true)
    dispatchEvent(new PageTransitionEvent('pagehide'))
    expect(form.control<HTMLInputElement>('#password')!.value).to.equal('')
    await form.press('button', 'Back')
    await filled.type('problem', `Help. ${problem(form)}`)
    const draft = await untilKept(kept, found => found?.draft.problem.startsWith('Help.') === true)
    expect(draft?.draft.problem).to.include('the ••• at noon')
    expect(problem(form)).to.include('firewall change')
  })

  it('R9: is kept at once when the page is hidden for good, before the secret is wiped', async () => {
    const { adapter, kept } = customer()
    const form = await loaded(adapter)
    await onto(form, 'access')
    const filled = await filling(form.form.parentElement!)
    await filled.press('access')
    await filled.type('password', 'kanarek73')
    await filled.type('username', 'kanarek73')
    dispatchEvent(new PageTransitionEvent('pagehide'))
    const found = await untilKept(kept, draft => draft?.draft.access === 'account')
    await late()
    expect(JSON.stringify(found) + JSON.stringify(await kept())).not.to.include('kanarek73')
  })

  it('is not wiped by errors that are shown', async () => {
    const { adapter, kept } = customer()
    const form = await loaded(adapter)
    await onto(form, 'problem')
    await typedInto(form, 'Only half of it')
    await form.press('button', 'Continue')
    await form.says('Correct these fields')
    expect(problem(form)).to.equal('Only half of it')
    await untilKept(kept, found => found?.draft.problem === 'Only half of it')
  })

  it('goes with the ticket, and with the page’s log-out', async () => {
    for (const end of ['sent', 'clear'] as const) {
      const { adapter, kept } = customer()
      const form = await loaded(adapter)
      await onto(form, 'check')
      await untilKept(kept, found => found?.draft.access === 'account')
      if (end === 'sent') {
        await form.press('button', 'Send the request')
        await form.reaches('Ticket')
      } else if (form.form instanceof OsInterventionForm) form.form.clear()
      await untilKept(kept, found => found === undefined)
      await late()
      expect(await kept(), end).to.equal(undefined)
    }
  })
})

describe('a page without drafts', () => {
  it('shows none of another account', async () => {
    const { adapter, kept } = customer()
    await loaded(withDraft(adapter))
    const stranger = customer()
    const form = await loaded(stranger.adapter)
    await late()
    expect(form.form.shadowRoot!.textContent).not.to.include('Your draft is back')
    expect(await stranger.kept()).to.equal(undefined)
    expect((await kept())?.draft.access).to.equal('account')
  })

  it('keeps nothing and finds nothing where they are switched off', async () => {
    const { adapter, kept } = customer()
    const form = await loaded(adapter, { drafts: 'off' })
    await onto(form, 'problem')
    await typedInto(form, 'Not to be kept')
    await late()
    expect(await kept()).to.equal(undefined)

    const found = await loaded(withDraft(customer().adapter), { drafts: 'off' })
    await late()
    expect(found.form.shadowRoot!.textContent).not.to.include('Your draft is back')
  })

  it('R9: goes on where storage is blocked', async () => {
    const unblock = blocked()
    const faults: unknown[] = []
    const hear = (event: Event) => faults.push(event)
    addEventListener('error', hear)
    addEventListener('unhandledrejection', hear)
    try {
      const form = await loaded(customer().adapter)
      await onto(form, 'problem')
      await typedInto(form, 'It goes on')
      await late()
      expect(problem(form)).to.equal('It goes on')
      await settled(document)
    } finally {
      unblock()
      removeEventListener('error', hear)
      removeEventListener('unhandledrejection', hear)
    }
    expect(faults).to.deep.equal([])
  })
})

describe('the story of a draft', () => {
  for (const [locale, title] of [
    ['en', 'Your draft is back'],
    ['pl', 'Przywróciliśmy wersję roboczą'],
  ] as const)
    it(`reads well: ${locale}`, async () => {
      const { DraftRestored } = stories
      const form = new FormDriver(
        await mount(meta, { ...DraftRestored, args: { ...DraftRestored.args, locale } }),
      )
      await form.says(title)
      await expectAccessible(form.form)
    })
})
