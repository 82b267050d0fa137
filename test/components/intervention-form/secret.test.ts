import { expect } from 'chai'
import { fill, filling } from '../../../demo/stories/fill.js'
import meta, * as stories from '../../../demo/stories/intervention-form.stories.js'
import { introserv, openSealed, type Recipient } from '../../../src/index.js'
import { memoryAdapter, type MemoryAdapter, type MemoryOptions } from '../../../src/testing.js'
import { FormDriver } from '../../support/form-driver.js'
import { settled } from '../../../demo/stories/story.js'
import { press, type } from '../../support/keys.js'
import { mount } from '../../support/mount.js'

const canary = 'kaNarek-73-ślimak'

async function inAccess(): Promise<FormDriver> {
  const form = new FormDriver(await mount(meta, stories.Access))
  await form.press('radio', /administrator account/)
  return form
}

const field = (form: FormDriver): HTMLInputElement => form.control<HTMLInputElement>('#password')!

describe('the field of the password', () => {
  it('S19: is hidden at rest, is shown and hidden by a button that says whose', async () => {
    const form = await inAccess()
    expect(field(form).type).to.equal('password')
    await form.press('button', 'Show password')
    expect(field(form).type).to.equal('text')
    await form.press('button', 'Hide password')
    expect(field(form).type).to.equal('password')
  })

  it('S19: has no name, no limits, and nothing that corrects what is typed', async () => {
    const form = await inAccess()
    for (const attribute of ['name', 'value', 'maxlength', 'minlength', 'pattern']) {
      expect(field(form).hasAttribute(attribute), attribute).to.equal(false)
    }
    expect(field(form).spellcheck).to.equal(false)
    expect(field(form).autocapitalize).to.equal('none')
    expect(field(form).getAttribute('autocorrect')).to.equal('off')
  })

  it('S5: carries the marks by which recorders of sessions leave it out, hidden or shown', async () => {
    const form = await inAccess()
    for (const act of ['Show', 'Hide'] as const) {
      for (const mark of ['data-private', 'data-sentry-mask', 'data-hj-suppress'])
        expect(field(form).hasAttribute(mark), mark).to.equal(true)
      expect(field(form).getAttribute('data-dd-privacy')).to.equal('mask')
      for (const mark of ['rr-block', 'ph-no-capture', 'fs-exclude'])
        expect(field(form).classList.contains(mark), mark).to.equal(true)
      await form.press('button', `${act} password`)
    }
  })

  it('is left alone by password managers, unless the page lets them', async () => {
    const form = await inAccess()
    const ignored = ['data-1p-ignore', 'data-lpignore', 'data-bwignore', 'data-form-type']
    const left = (id: string) => {
      const control = form.control<HTMLInputElement>(`#${id}`)!
      return [control.autocomplete, ...ignored.map(name => control.hasAttribute(name))]
    }
    const all = ignored.map(() => true)
    const none = ignored.map(() => false)
    expect(left('username')).to.deep.equal(['off', ...all])
    expect(left('password')).to.deep.equal(['new-password', ...all])
    form.form.toggleAttribute('password-manager', true)
    await settled(document)
    expect(left('username')).to.deep.equal(['username', ...none])
    expect(left('password')).to.deep.equal(['current-password', ...none])
    expect(left('passphrase')).to.deep.equal(['new-password', ...all])
    expect(field(form).classList.contains('keeper-ignore')).to.equal(false)
    form.form.toggleAttribute('password-manager', false)
    await settled(document)
    expect(left('password')).to.deep.equal(['new-password', ...all])
  })

  it('S4: lets none of its events reach a listener of the page, and Tab, Enter and Escape do', async () => {
    const form = await inAccess()
    const heard: string[] = []
    const listen = (event: Event): void => {
      heard.push(event instanceof KeyboardEvent && event.type === 'keydown' ? event.key : event.type)
    }
    const names = ['keydown', 'keypress', 'beforeinput', 'input', 'change', 'copy', 'cut', 'paste']
    for (const name of names) document.addEventListener(name, listen)
    field(form).focus()
    await type('ab ż')
    await press('Control+a', 'Control+c', 'Control+x', 'Control+v', 'Escape', 'Tab')
    for (const name of names) document.removeEventListener(name, listen)
    expect(new Set(heard)).to.deep.equal(new Set(['Control', 'Escape', 'Tab']))
  })

  it('keeps what was typed while other steps are looked at', async () => {
    const form = await inAccess()
    await form.type(/^User name/, 'root')
    await form.type(/^Password/, canary)
    await form.press('button', 'Continue')
    await form.reaches('Your authorization')
    await form.press('button', 'Back')
    expect(field(form).value).to.equal(canary)
  })

  it('S6: is emptied when the element leaves the page, and says why', async () => {
    const form = await inAccess()
    await form.type(/^User name/, 'root')
    await form.type(/^Password/, canary)
    const element = form.form
    const place = element.parentElement!
    element.remove()
    await Promise.resolve()
    expect(field(form).value).to.equal('')
    place.append(element)
    await form.press('button', 'Continue')
    await form.says('were removed from this page')
  })

  it('S6: stays as it is when the element is only moved', async () => {
    const form = await inAccess()
    await form.type(/^Password/, canary)
    const further = document.createElement('section')
    form.form.parentElement!.append(further)
    further.append(form.form)
    await Promise.resolve()
    expect(field(form).value).to.equal(canary)
  })

  it('S6: is emptied and hidden when the page is left', async () => {
    const form = await inAccess()
    await form.type(/^Password/, canary)
    await form.press('button', 'Show password')
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
    expect(field(form).value).to.equal('')
    expect(field(form).type).to.equal('password')
  })

  it('is refused with a message where it holds half a character', async () => {
    const form = await inAccess()
    await form.type(/^User name/, 'root')
    field(form).value = 'a\ud83d'
    await form.press('button', 'Continue')
    await form.says('damaged character')
  })
})

async function sent(
  options: MemoryOptions,
  attributes: Readonly<Record<string, string>> = {},
): Promise<{ form: FormDriver; adapter: MemoryAdapter; element: HTMLElement }> {
  const adapter = memoryAdapter(options)
  const element = await mount(meta, { args: { adapter, locale: 'en' } })
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  const filler = await filling(document)
  await fill.server(filler)
  await fill.problem(filler)
  await filler.press('access')
  await filler.type('username', 'root')
  await filler.type('password', canary)
  await filler.on()
  await fill.authorization(filler)
  await filler.on()
  return { form: new FormDriver(element), adapter, element }
}

/** The same key with another last letter, whichever it had: the checksum no longer fits. */
const damaged = (recipient: string): string => recipient.replace(/.$/, last => (last === 'q' ? 'p' : 'q'))

describe('sealing', () => {
  let team: Recipient
  let identity: string

  before(async () => {
    const age = await import('age-encryption')
    identity = await age.generateIdentity()
    team = { id: 'team', label: 'Team', recipient: await age.identityToRecipient(identity) }
  })

  it('opens with the key of the team, to what was typed, for this request and this server', async () => {
    const { form, adapter } = await sent({ context: { recipients: [team] } })
    await form.reaches('Ticket')
    const { filing } = adapter.staff.tickets[0]!
    if (filing.access.kind !== 'account') throw new Error('no account')
    const opened = await openSealed(filing.access.sealed.armored, identity)
    if (!opened.ok) throw new Error(opened.error)
    expect(opened.value.credentials).to.include({ username: 'root', password: canary })
    expect(opened.value.binding).to.include({
      server: filing.server.value,
      requestKey: filing.authorization.record.requestKey,
      account: filing.authorization.record.signer.account,
    })
    expect(form.has('#password')).to.equal(false)
  })

  const refusals: [string, () => MemoryOptions, Record<string, string>, RegExp][] = [
    ['there is no key', () => ({ context: { recipients: [] } }), {}, /key is missing.*Client area › /s],
    [
      'a key is damaged',
      () => ({ context: { recipients: [team, { ...team, recipient: damaged(team.recipient) }] } }),
      {},
      /damaged/,
    ],
    ['a key has expired', () => ({ context: { recipients: [{ ...team, notAfter: 1000 }] } }), {}, /expired/],
    [
      'the page insists on another key',
      () => ({ context: { recipients: [team] } }),
      { 'pinned-recipients': 'age1other' },
      /doesn’t know/,
    ],
  ]
  for (const [what, options, attributes, words] of refusals) {
    it(`S8: sends nothing when ${what}, says so, and keeps what was typed`, async () => {
      const { form, adapter } = await sent(options(), attributes)
      await form.says('The request was not sent')
      expect(form.control('#outcome')?.textContent).to.match(words)
      expect(adapter.staff.tickets).to.have.length(0)
      expect(field(form).value).to.equal(canary)
    })
  }

  it('leaves the password nowhere: not in the page, its storage, its address or its events', async () => {
    const details: unknown[] = []
    const names = ['os-request-filed', 'os-step-changed', 'os-issues-shown', 'os-request-failed']
    const listen = (event: Event): void => {
      details.push('detail' in event ? event.detail : null)
    }
    for (const name of names) document.addEventListener(name, listen)
    const { form, adapter, element } = await sent({ context: { recipients: [team] } })
    await form.reaches('Ticket')
    for (const name of names) document.removeEventListener(name, listen)
    const places = [
      document.documentElement.outerHTML,
      element.shadowRoot!.innerHTML,
      JSON.stringify(details),
      JSON.stringify(adapter.staff.tickets),
      JSON.stringify({ ...localStorage, ...sessionStorage }),
      location.href + document.cookie,
      ...textsIn(element),
    ]
    for (const place of places) expect(place).to.not.include(canary)
  })
})

/** Every text that is kept in an element's own fields, and in what they hold. */
function textsIn(value: unknown, seen = new Set<unknown>()): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null || seen.has(value)) return []
  seen.add(value)
  if (value instanceof Node && !(value instanceof HTMLElement && value.localName.startsWith('os-'))) return []
  return Reflect.ownKeys(value).flatMap(key => {
    const { value: held } = Reflect.getOwnPropertyDescriptor(value, key) ?? {}
    return textsIn(held as unknown, seen)
  })
}

describe('another customer', () => {
  it('finds nothing of the former one’s', async () => {
    const adapter = memoryAdapter()
    const element = await mount(meta, { ...stories.Check, args: { adapter, locale: 'en' } })
    const form = new FormDriver(element)
    await form.reaches('Check before you send')
    const other = adapter.as({ id: 'other', name: 'Jan Nowak', owner: true })
    Object.assign(element, { adapter: other, policy: introserv })
    await form.reaches('Which server')
    expect(element.shadowRoot!.innerHTML).to.not.include('firewall change')
    expect(form.has('#password')).to.equal(false)
  })
})
