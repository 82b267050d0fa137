import { expect } from 'chai'
import { OsCredentialField } from '../../../components/index.js'
import '../../../components/credential-field/define.js'
import { settled, until } from '../../../demo/stories/story.js'
import { openSealed, type Context, type InterventionAdapter } from '../../../src/index.js'
import { memoryAdapter, type MemoryAdapter } from '../../../src/testing.js'
import { awkwardPasswords } from '../../support/awkward-passwords.js'
import { expectAccessible } from '../../support/axe.js'
import { allByRole, byRole, told } from '../../support/by-role.js'
import { press, type } from '../../support/keys.js'
import { keys, makeKey } from '../../support/sealing.js'

const canary = 'kaNarek-73-ślimak'
let form: HTMLFormElement

beforeEach(() => {
  form = document.createElement('form')
  form.addEventListener('submit', event => event.preventDefault())
  document.body.append(form)
})
afterEach(() => {
  form.remove()
  document.documentElement.lang = 'en'
})

const team = async (): Promise<MemoryAdapter> =>
  memoryAdapter({ context: { recipients: (await keys).map(({ recipient }) => recipient) } })

/** An adapter whose client area answers when it is told to. */
function waiting(adapter: InterventionAdapter) {
  let release: () => void = () => undefined
  const gate = new Promise<void>(resolve => (release = resolve))
  const context = async (): Promise<Context> => {
    await gate
    return adapter.context()
  }
  return { release: () => release(), adapter: { ...adapter, context } }
}

async function shown(settings: Partial<OsCredentialField> = {}): Promise<OsCredentialField> {
  const field = document.createElement('os-credential-field')
  field.innerHTML = '<p>By hand</p>'
  Object.assign(field, {
    adapter: await team(),
    name: 'login',
    required: true,
    server: '203.0.113.20',
    ...settings,
  })
  form.append(field)
  await field.updateComplete
  return field
}

function own(node: Node): OsCredentialField {
  if (node instanceof OsCredentialField) return node
  throw new Error('no field')
}

const control = <E extends HTMLElement = HTMLInputElement>(field: OsCredentialField, id: string): E =>
  field.shadowRoot!.querySelector<E>(`#${id}`)!

/** Puts a text into a field as a paste does, which keeps what no keyboard types. */
function put(field: OsCredentialField, id: string, text: string): void {
  const input = control(field, id)
  input.value = text
  input.dispatchEvent(
    new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertFromPaste' }),
  )
}

async function typeInto(field: OsCredentialField, username: string, password: string): Promise<void> {
  control(field, 'username').focus()
  await type(username)
  control(field, 'password').focus()
  await type(password)
}

const sent = (): FormDataEntryValue | null => new FormData(form).get('login')
const value = (field: OsCredentialField) => until('a sealed text', () => field.value || null)

async function inside(armored: string, key = 0) {
  const opened = await openSealed(armored, (await keys)[key]!.identity)
  if (!opened.ok) throw new Error(opened.error)
  return opened.value
}

describe('what a form sends of login details', () => {
  it('is nothing until they are sealed, then the sealed text, for this server', async () => {
    const field = await shown()
    expect(sent()).to.equal(null)
    await typeInto(field, 'root', canary)
    expect(sent()).to.equal(null)
    expect(field.checkValidity()).to.equal(false)
    const armored = await value(field)
    expect(sent()).to.equal(armored)
    expect(field.checkValidity()).to.equal(true)
    const { credentials, binding } = await inside(armored)
    expect(credentials).to.deep.equal({ username: 'root', password: canary, secondFactor: false })
    expect(binding.server).to.equal('203.0.113.20')
    expect(binding.account).to.equal((await (await team()).context()).account.id)
    expect(binding.requestKey).to.match(/^[0-9a-f]{32}$/)
    expect(Math.abs(binding.time - Date.now())).to.be.below(60_000)
  })

  it('is a private key with its passphrase where that is chosen', async () => {
    const field = await shown()
    put(field, 'username', 'root')
    ;(await byRole('radio', 'With a private key', field)).click()
    await settled(document)
    put(field, 'privateKey', 'line 1\nline 2\n')
    put(field, 'passphrase', ' open sesame')
    ;(await byRole('checkbox', /second factor/, field)).click()
    const { credentials } = await inside(await field.sealed())
    expect(credentials).to.deep.equal({
      username: 'root',
      privateKey: 'line 1\nline 2\n',
      passphrase: ' open sesame',
      secondFactor: true,
    })
  })

  it('opens to the very characters that were put in', async () => {
    const field = await shown()
    put(field, 'username', 'root')
    let tried = 0
    for (const password of awkwardPasswords) {
      control(field, 'password').value = password
      // A line can't hold a line break: what the browser lets stand there is what has to arrive.
      const { value: standing } = control(field, 'password')
      if (standing === '') continue
      put(field, 'password', password)
      const { credentials } = await inside(await field.sealed())
      expect('password' in credentials && credentials.password).to.equal(standing)
      if (standing === password) tried += 1
    }
    expect(tried).to.be.at.least(20)
  })

  it('is refused with a message where half a character would be lost', async () => {
    const field = await shown()
    put(field, 'username', 'root')
    put(field, 'password', 'a\ud83d')
    expect(field.validationMessage).to.include('damaged character')
    expect(await code(field.sealed())).to.equal('password-broken')
    expect(sent()).to.equal(null)
  })

  it('never is the seal of what stood there before', async () => {
    const slow = waiting(await team())
    const field = await shown({ adapter: slow.adapter })
    put(field, 'username', 'root')
    put(field, 'password', 'first')
    const first = field.sealed()
    put(field, 'password', 'second')
    slow.release()
    expect((await inside(await first)).credentials).to.include({ password: 'second' })
    const armored = await value(field)
    expect((await inside(armored)).credentials).to.include({ password: 'second' })
    put(field, 'password', 'third')
    expect([field.value, sent()]).to.deep.equal(['', null])
    expect((await inside(await field.sealed())).credentials).to.include({ password: 'third' })
    expect(sent()).to.equal(field.value)
  })

  it('never is the seal of what is typed over while it is being sealed', async () => {
    const field = await shown()
    put(field, 'username', 'root')
    put(field, 'password', 'first')
    const { getRandomValues } = crypto
    // The sealing asks for random numbers once it has taken the password.
    let asked = 0
    crypto.getRandomValues = array => {
      asked += 1
      if (asked === 2) put(field, 'password', 'second')
      return getRandomValues.call(crypto, array) as typeof array
    }
    try {
      const armored = await field.sealed()
      expect(asked).to.be.above(2)
      expect((await inside(armored)).credentials).to.include({ password: 'second' })
      expect(sent()).to.equal(armored)
    } finally {
      crypto.getRandomValues = getRandomValues
    }
  })

  it('is sealed anew for another server, other keys, and keys that the page insists on', async () => {
    const field = await shown()
    put(field, 'username', 'root')
    put(field, 'password', canary)
    await field.sealed()
    field.server = 'db1'
    await field.updateComplete
    expect(sent()).to.equal(null)
    expect((await inside(await field.sealed())).binding.server).to.equal('db1')

    const [, other] = await keys
    field.adapter = memoryAdapter({ context: { recipients: [other!.recipient] } })
    await field.updateComplete
    expect(sent()).to.equal(null)
    expect((await inside(await field.sealed(), 1)).keyIds).to.deep.equal(['escrow'])

    field.pinnedRecipients = (await makeKey('pinned')).recipient.recipient
    await field.updateComplete
    expect(await code(field.sealed())).to.equal('unpinned-recipient')
    expect(sent()).to.equal(null)
  })

  it('is nothing where there is no key, and the field says why', async () => {
    const field = await shown({ adapter: memoryAdapter({ context: { recipients: [] } }) })
    await typeInto(field, 'root', canary)
    await press('Tab')
    await until('the reason', () =>
      field.shadowRoot!.textContent.includes('The support team’s key is missing'),
    )
    expect(field.validationMessage).to.include('The support team’s key is missing')
    expect(sent()).to.equal(null)
    await expectAccessible(field)
  })

  it('comes after a failure when the customer tries again', async () => {
    const adapter = await team()
    adapter.fault('context', { code: 'unavailable', times: 1 })
    const field = await shown({ adapter })
    put(field, 'username', 'root')
    put(field, 'password', canary)
    expect(await code(field.sealed())).to.equal('unavailable')
    ;(await byRole('button', 'Try again', field)).click()
    await value(field)
  })

  it('is not asked for where nothing is required and nothing is typed', async () => {
    const field = await shown({ required: false })
    expect([field.checkValidity(), sent()]).to.deep.equal([true, null])
    put(field, 'username', 'root')
    expect(field.validationMessage).to.equal('Type the password of the account.')
  })
})

async function code(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise
    return 'nothing thrown'
  } catch (error) {
    return error instanceof Error && 'code' in error && error.name === 'CredentialFault'
      ? error.code
      : String(error)
  }
}

describe('what a page is told of login details', () => {
  it('is a change without data, once the customer has left the field', async () => {
    const field = await shown()
    const heard: string[] = []
    form.addEventListener('change', event => {
      heard.push(`${event.constructor.name} ${String(event.target === field)} ${String('detail' in event)}`)
    })
    await typeInto(field, 'root', canary)
    await value(field)
    expect(heard).to.deep.equal([])
    document.querySelector<HTMLElement>('body')!.tabIndex = -1
    document.body.focus()
    control(field, 'password').blur()
    await until('the change', () => heard.length > 0)
    expect(heard).to.deep.equal(['Event true false'])
  })

  it('S4: is none of the keys that type, and Tab, Escape and Enter', async () => {
    const field = await shown()
    const heard = new Set<string>()
    const listen = (event: Event): void => {
      heard.add(event instanceof KeyboardEvent ? event.key : event.type)
    }
    const names = ['keydown', 'keyup', 'keypress', 'beforeinput', 'input', 'copy', 'cut', 'paste', 'drop']
    for (const name of names) document.addEventListener(name, listen)
    control(field, 'password').focus()
    await type('ab ż')
    await press('Control+a', 'Control+c', 'Control+v', 'Escape', 'Enter', 'Tab')
    for (const name of names) document.removeEventListener(name, listen)
    expect(heard).to.deep.equal(new Set(['Control', 'Escape', 'Enter', 'Tab']))
  })

  it('is that the session has ended', async () => {
    const adapter = await team()
    adapter.fault('context', { code: 'unauthenticated', times: 10 })
    const field = await shown({ adapter })
    let asked = 0
    document.addEventListener('os-auth-required', () => (asked += 1), { once: true })
    put(field, 'username', 'root')
    put(field, 'password', canary)
    expect(await code(field.sealed())).to.equal('unauthenticated')
    expect(asked).to.equal(1)
  })

  it('is what is missing, by a code, where it asks for the text too early', async () => {
    const field = await shown()
    expect(await code(field.sealed())).to.equal('username-missing')
    put(field, 'username', 'root')
    expect(await code(field.sealed())).to.equal('password-missing')
  })

  it('is that all was cleared while it waited', async () => {
    const slow = waiting(await team())
    const field = await shown({ adapter: slow.adapter })
    put(field, 'username', 'root')
    put(field, 'password', canary)
    const promise = field.sealed()
    field.clear()
    slow.release()
    expect(await code(promise)).to.match(/^AbortError/)
    expect([field.value, control(field, 'password').value]).to.deep.equal(['', ''])
  })
})

describe('a password typed into the field', () => {
  it('S6: is brought back by no undo and no redo, once it was cleared or the form reset', async () => {
    const endings: readonly [string, (field: OsCredentialField) => void][] = [
      ['cleared', field => field.clear()],
      ['reset', () => form.reset()],
    ]
    for (const [what, end] of endings) {
      const field = await shown()
      control(field, 'password').focus()
      await type(canary)
      expect(control(field, 'password').value, what).to.equal(canary)
      end(field)
      await field.updateComplete
      const password = control(field, 'password')
      expect(field.shadowRoot!.activeElement, 'the focus stays').to.equal(password)
      for (const key of ['Control+z', 'Control+z', 'Control+Shift+z', 'Control+Shift+z', 'Control+y']) {
        await press(key)
        expect(password.value, `${what}, ${key}`).to.equal('')
      }
      field.remove()
    }
  })

  it('S3: stands nowhere in the page, in the element, its events or what the form sends; a planted one is found', async () => {
    const field = await shown()
    const details: unknown[] = []
    for (const name of ['change', 'input', 'invalid', 'os-auth-required'])
      document.addEventListener(name, event => details.push(event), { capture: false })
    const places = (): string[] => [
      document.documentElement.outerHTML,
      field.shadowRoot!.innerHTML,
      field.shadowRoot!.textContent,
      JSON.stringify([...new FormData(form)]),
      JSON.stringify({ ...localStorage, ...sessionStorage }),
      location.href + document.cookie,
      field.validationMessage,
      ...textsIn(details),
      ...textsIn(field),
    ]
    const leaks = (): number => places().filter(place => place.includes(canary)).length
    await typeInto(field, 'root', canary)
    expect(leaks()).to.equal(0)
    ;(await byRole('button', 'Show password', field)).click()
    await settled(document)
    expect(leaks()).to.equal(0)
    await value(field)
    field.reportValidity()
    expect(leaks()).to.equal(0)
    form.requestSubmit()
    await settled(document)
    expect(leaks()).to.equal(0)
    Object.assign(field, { planted: { deep: [canary] } })
    expect(leaks()).to.equal(1)
  })

  for (const [what, act] of [
    ['the form is sent', () => form.requestSubmit()],
    ['the page is left', () => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))],
    ['the field is taken away', (field: OsCredentialField) => field.remove()],
  ] as const) {
    it(`is gone when ${what}; the sealed text stays`, async () => {
      const field = await shown()
      await typeInto(field, 'root', canary)
      const armored = await value(field)
      const input = control(field, 'password')
      act(field)
      await Promise.resolve()
      expect([input.value, field.value]).to.deep.equal(['', armored])
    })
  }

  it('stays while a form that doesn’t look at validity is sent too early', async () => {
    const slow = waiting(await team())
    const field = await shown({ adapter: slow.adapter })
    form.noValidate = true
    await typeInto(field, 'root', canary)
    form.requestSubmit()
    expect([control(field, 'password').value, sent()]).to.deep.equal([canary, null])
    slow.release()
    await value(field)
  })

  it('goes with its seal when the form is reset', async () => {
    const field = await shown()
    await typeInto(field, 'root', canary)
    await value(field)
    form.reset()
    await settled(document)
    expect([control(field, 'username').value, control(field, 'password').value, sent()]).to.deep.equal([
      '',
      '',
      null,
    ])
    expect(field.shadowRoot!.querySelector('[data-wrong]') === null).to.equal(true)
  })

  it('is asked for again, and why, where it went before it was sealed', async () => {
    const field = await shown({ adapter: waiting(await team()).adapter })
    await typeInto(field, 'root', canary)
    dispatchEvent(new PageTransitionEvent('pagehide'))
    await settled(document)
    expect(field.validationMessage).to.include('were removed from this page')
    expect((await told(control(field, 'password'))).description).to.include('were removed from this page')
  })

  it('stays as it is when the field is moved', async () => {
    const field = await shown()
    await typeInto(field, 'root', canary)
    const armored = await value(field)
    const section = document.createElement('section')
    form.append(section)
    section.append(field)
    await Promise.resolve()
    expect([control(field, 'password').value, sent()]).to.deep.equal([canary, armored])
  })

  it('can be typed anew once it was sent', async () => {
    const field = await shown()
    await typeInto(field, 'root', canary)
    await value(field)
    form.requestSubmit()
    await settled(document)
    await expectAccessible(field)
    ;(await byRole('button', 'Type new login details', field)).click()
    await settled(document)
    expect(sent()).to.equal(null)
    expect(control(field, 'username').value).to.equal('root')
    put(field, 'password', 'another')
    expect((await inside(await field.sealed())).credentials).to.include({ password: 'another' })
  })

  it('is nobody else’s: another account finds an empty field', async () => {
    const adapter = await team()
    const field = await shown({ adapter })
    put(field, 'username', 'root')
    put(field, 'password', canary)
    await field.sealed()
    field.adapter = adapter.as({ id: 'other', name: 'Jan Nowak', owner: true })
    await field.updateComplete
    expect(await code(field.sealed())).to.match(/^AbortError/)
    expect([control(field, 'password').value, field.value]).to.deep.equal(['', ''])
  })
})

describe('a form with the field in it', () => {
  it('isn’t sent while something is missing: the browser goes to the control that is', async () => {
    const field = await shown()
    let times = 0
    form.addEventListener('submit', () => (times += 1))
    form.requestSubmit()
    await settled(document)
    expect(times).to.equal(0)
    expect(field.shadowRoot!.activeElement?.id).to.equal('username')
    expect((await told(control(field, 'username'))).description).to.include(
      'Give the user name of the account.',
    )
    expect(control(field, 'username').getAttribute('aria-invalid')).to.equal('true')
    await expectAccessible(field)
  })

  it('can switch it off, by itself or with a fieldset around it', async () => {
    const field = await shown()
    field.disabled = true
    await settled(document)
    expect(control(field, 'password').matches(':disabled')).to.equal(true)
    field.disabled = false
    const fieldset = document.createElement('fieldset')
    form.append(fieldset)
    fieldset.append(field)
    fieldset.disabled = true
    await settled(document)
    expect(control(field, 'username').matches(':disabled')).to.equal(true)
    expect(form.checkValidity()).to.equal(true)
    fieldset.disabled = false
    await settled(document)
    expect(control(field, 'username').matches(':disabled')).to.equal(false)
  })

  it('speaks the page’s language, in the browser’s own message too', async () => {
    document.documentElement.lang = 'pl'
    const field = await shown()
    expect(field.validationMessage).to.equal('Podaj nazwę użytkownika tego konta.')
    expect((await allByRole('group', undefined, field))[0]?.told.name).to.equal('Dane logowania do serwera')
    await expectAccessible(field)
    document.documentElement.lang = 'en'
    await until('English', () => field.validationMessage === 'Give the user name of the account.')
  })
})

describe('the field in a page', () => {
  it('takes settings that came before it was defined, and those of a copy', async () => {
    form.innerHTML = '<os-credential-field name="login" server="a" required></os-credential-field>'
    const late = form.querySelector('os-credential-field')!
    Object.assign(late, { adapter: await team() })
    await late.updateComplete
    expect(control(late, 'username')).to.be.instanceOf(HTMLInputElement)
    const copy = own(late.cloneNode(true))
    form.append(copy)
    copy.adapter = await team()
    await copy.updateComplete
    put(copy, 'username', 'root')
    put(copy, 'password', canary)
    const armored = await copy.sealed()
    expect(new FormData(form).getAll('login')).to.deep.equal([armored])
    expect((await inside(armored)).binding.server).to.equal('a')
  })

  it('honours properties that were set before its class was there', async () => {
    class Later extends OsCredentialField {}
    const early = document.createElement('os-credential-later')
    Object.assign(early, { adapter: await team(), name: 'login', server: 'early', locale: 'pl' })
    form.append(early)
    customElements.define('os-credential-later', Later)
    const field = own(early)
    await field.updateComplete
    expect(field.shadowRoot!.textContent).to.include('Dane logowania do serwera')
    put(field, 'username', 'root')
    put(field, 'password', canary)
    expect((await inside(await field.sealed())).binding.server).to.equal('early')
    expect(sent()).to.equal(field.value)
  })

  it('leaves the fallback in sight where nothing is connected', async () => {
    const field = await shown({ adapter: undefined })
    expect(field.querySelector('p')!.getBoundingClientRect().height).to.be.above(0)
    expect(field.checkValidity()).to.equal(false)
  })

  it('is two fields where it stands twice: showing one shows nothing of the other', async () => {
    const [one, two] = [await shown(), await shown({ name: 'second' })]
    ;(await byRole('button', 'Show password', one)).click()
    await settled(document)
    expect([control(one, 'password').type, control(two, 'password').type]).to.deep.equal(['text', 'password'])
  })
})

/** Every text that is kept in an object's own fields, and in what they hold. */
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
