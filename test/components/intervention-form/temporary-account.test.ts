import { expect } from 'chai'
import { fill, filling } from '../../../demo/stories/fill.js'
import meta, * as stories from '../../../demo/stories/intervention-form.stories.js'
import { settled, until } from '../../../demo/stories/story.js'
import { memoryAdapter } from '../../../src/testing.js'
import { expectAccessible } from '../../support/axe.js'
import { allByRole, byRole } from '../../support/by-role.js'
import { FormDriver } from '../../support/form-driver.js'
import { press, type } from '../../support/keys.js'
import { mount } from '../../support/mount.js'

/** What the page put on the clipboard; `refuse` makes the browser say no. */
const clipboard = { held: [] as string[], refuse: false }
const own = { write: navigator.clipboard.write, writeText: navigator.clipboard.writeText }

function take(text: string): void {
  if (clipboard.refuse) throw new DOMException('no', 'NotAllowedError')
  clipboard.held.push(text)
}

beforeEach(() => {
  Object.assign(clipboard, { held: [], refuse: false })
  Object.assign(navigator.clipboard, {
    writeText: async (text: string) => {
      await Promise.resolve()
      take(text)
    },
    write: async ([item]: ClipboardItem[]) => {
      take(await (await item!.getType('text/plain')).text())
    },
  })
})

after(() => Object.assign(navigator.clipboard, own))

const title = { en: /^Make an account for this/, pl: /^Utwórz konto na potrzeby interwencji/ }

async function unfolded(args: object = {}, locale: 'en' | 'pl' = 'en'): Promise<FormDriver> {
  const { play } = stories.Access
  const form = new FormDriver(await mount(meta, { args: { locale, ...args }, ...(play && { play }) }))
  await form.press('radio', { en: /administrator account/, pl: /konto administratora/ }[locale])
  await form.unfold(title[locale])
  return form
}

async function generated(args: object = {}): Promise<FormDriver> {
  const form = await unfolded(args)
  await form.press('button', 'Generate user name and password')
  await form.says('Filled in below')
  return form
}

const password = (form: FormDriver): HTMLInputElement => form.control<HTMLInputElement>('#password')!
const username = (form: FormDriver): string => form.control<HTMLInputElement>('#username')!.value
const commands = (form: FormDriver): string =>
  [...form.form.shadowRoot!.querySelectorAll('.commands code')].map(code => code.textContent).join('\n')

async function choose(form: FormDriver, system: string): Promise<void> {
  const select = await byRole('combobox', 'System on the server', form.form)
  select.focus()
  await type(system)
  await press('Enter')
  await settled(document)
}

async function copied(form: FormDriver, button = 'Copy the commands'): Promise<string> {
  const before = clipboard.held.length
  await form.press('button', button)
  await until('the clipboard', () => clipboard.held.length > before)
  return clipboard.held.at(-1)!
}

/** Everywhere in the page and in what the element keeps, but the value of the field itself. */
function places(element: HTMLElement): string {
  const texts = [document.documentElement.outerHTML, element.shadowRoot!.innerHTML]
  for (const one of element.shadowRoot!.querySelectorAll('input, textarea, select, option')) {
    if (one.id !== 'password' && 'value' in one) texts.push(String(one.value))
    for (const { value } of one.attributes) texts.push(value)
  }
  const seen = new Set<unknown>()
  const look = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value)
    if (typeof value !== 'object' || value === null || seen.has(value)) return
    seen.add(value)
    if (value instanceof Node && value !== element) return
    for (const key of Reflect.ownKeys(value)) look(Reflect.getOwnPropertyDescriptor(value, key)?.value)
  }
  look(element)
  texts.push(JSON.stringify({ ...localStorage, ...sessionStorage }), location.href, document.cookie)
  return texts.join('\n')
}

describe('an account made for this', () => {
  it('is folded until it is asked for', async () => {
    const form = new FormDriver(await mount(meta, stories.Access))
    await form.press('radio', /administrator account/)
    expect(await allByRole('button', 'Generate user name and password', form.form)).to.have.length(0)
    await form.unfold(title.en)
    expect(await allByRole('button', 'Generate user name and password', form.form)).to.have.length(1)
    expect(commands(form)).to.equal('')
    await expectAccessible(form.form)
  })

  it('fills in a name and a password with one press, which are enough to go on', async () => {
    const form = await generated()
    expect(username(form)).to.match(/^support\d{4}$/)
    expect(password(form).value).to.match(/^[A-Za-z2-9]{20}$/)
    expect(password(form).type).to.equal('password')
    expect(form.focused()?.textContent.trim()).to.equal('Generate a new password')
    await until('the announcement', () =>
      document.querySelector('[role=status]')?.textContent.includes(username(form)),
    )
    await expectAccessible(form.form)
    await form.press('button', 'Continue')
    await form.reaches('Your authorization')
  })

  it('answers what was missing, as if it had been typed', async () => {
    const form = await unfolded()
    await form.press('button', 'Continue')
    await form.says('Correct these fields')
    await form.press('button', 'Generate user name and password')
    expect(form.control('[data-field=password] .error')).to.equal(null)
    expect(form.control('[data-field=username] .error')).to.equal(null)
  })

  it('keeps the password nowhere but in its field, whatever is pressed', async () => {
    const form = await generated()
    await copied(form)
    await choose(form, 'Windows')
    await copied(form)
    await form.unfold(/^Afterwards/)
    await copied(form, 'Copy the commands that remove it')
    const secret = password(form).value
    expect(secret).to.have.length(20)
    expect(places(form.form)).to.not.include(secret)
    expect(places(form.form)).to.include(username(form))
  })

  it('shows the commands of the server’s system, and what each line does', async () => {
    const form = await generated()
    const lines = [...form.form.shadowRoot!.querySelectorAll('.commands')][0]!.querySelectorAll('li')
    expect(lines.length).to.equal(3)
    for (const line of lines) {
      expect(line.querySelector('code')?.textContent).to.not.equal('')
      expect(line.querySelector('.hint')?.textContent).to.match(/^(?:installs|makes|sets)/)
    }
    expect(commands(form)).to.match(new RegExp(`useradd .* -G sudo ${username(form)}`))
    expect(commands(form)).to.include(`echo '${username(form)}:…' | chpasswd -e`)
  })

  it('copies commands for Linux that hold no password, and says so', async () => {
    const form = await generated()
    const text = await copied(form)
    expect(text).to.not.include(password(form).value)
    expect(text).to.not.include('…')
    expect(text).to.match(new RegExp(`echo '${username(form)}:\\$5\\$[^']{60,}' \\| chpasswd -e\\n$`))
    await form.says('The clipboard holds no password')
  })

  it('copies commands for Windows with the password in them, and says so', async () => {
    const form = await generated()
    await choose(form, 'Windows')
    const text = await copied(form)
    expect(text).to.include(`ConvertTo-SecureString '${password(form).value}' -AsPlainText`)
    expect(text).to.include(`New-LocalUser -Name ${username(form)} `)
    await form.says('The clipboard holds the password now')
    await expectAccessible(form.form)
  })

  it('asks for the system where nobody knows it', async () => {
    const form = await generated({
      make: () =>
        memoryAdapter({
          context: {
            services: [{ id: 'S-1', name: 'one', addresses: ['203.0.113.7'], serverType: 'vps' }],
          },
        }),
    })
    expect(commands(form)).to.equal('')
    await choose(form, 'Free')
    expect(commands(form)).to.include(`pw useradd ${username(form)}`)
  })

  it('copies nothing once the field holds another password', async () => {
    const form = await generated()
    password(form).focus()
    await type('x')
    await form.press('button', 'Copy the commands')
    await form.says('doesn’t hold a generated password')
    expect(clipboard.held).to.deep.equal([])
    await form.press('button', 'Generate a new password')
    expect(await copied(form)).to.include(username(form))
  })

  it('copies nothing once the field is emptied', async () => {
    const form = await generated()
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
    expect(password(form).value).to.equal('')
    await form.press('button', 'Copy the commands')
    await form.says('doesn’t hold a generated password')
    expect(clipboard.held).to.deep.equal([])
  })

  it('keeps the name for a new password: the commands, run again, give it to the account', async () => {
    const form = await generated()
    const [name, secret] = [username(form), password(form).value]
    await form.press('button', 'Generate a new password')
    await form.says('Run the commands again')
    expect(username(form)).to.equal(name)
    expect(password(form).value).to.not.equal(secret)
  })

  it('takes its commands back once another name is typed', async () => {
    const form = await generated()
    await form.type(/^User name/, 'x')
    expect(commands(form)).to.equal('')
    expect(form.form.shadowRoot!.textContent).to.not.include('Filled in below')
  })

  it('takes the password back that belongs to another name than the one typed', async () => {
    const form = await generated()
    await form.type(/^User name/, 'x')
    expect(password(form).value).to.equal('')
  })

  it('leaves a password that was typed where another name is typed', async () => {
    const form = await generated()
    password(form).value = 'typed by hand'
    await form.type(/^User name/, 'x')
    expect(password(form).value).to.equal('typed by hand')
  })

  it('says how to go on where the browser doesn’t let the page copy', async () => {
    const form = await generated()
    clipboard.refuse = true
    await form.press('button', 'Copy the commands')
    await form.says('doesn’t let this page copy')
    await form.says(`passwd ${username(form)}`)
    expect(form.form.shadowRoot!.textContent).to.not.include(password(form).value)
  })

  it('ends by itself after the time that the engineers may use', async () => {
    const form = await generated()
    const day = () => Date.parse(/-e (\d{4}-\d\d-\d\d)/.exec(commands(form))?.[1] ?? '') / 86_400_000
    const untilDone = day()
    await form.press('button', 'Continue')
    await form.reaches('Your authorization')
    await form.unfold(/^What the engineers may use/)
    await form.press('radio', /^24 hours/)
    await form.press('button', 'Back')
    await form.reaches('Access')
    expect(untilDone - day()).to.equal(13)
    expect(day() * 86_400_000 - Date.now()).to.be.within(2 * 86_400_000, 3 * 86_400_000)
  })

  it('leaves what is selected by hand to be the commands alone', async () => {
    const form = await generated()
    getSelection()!.selectAllChildren(form.control('.commands')!)
    const selected = getSelection()!.toString()
    expect(selected).to.include('useradd')
    expect(selected).to.not.include('makes')
  })

  it('is removed by commands that stand on the sent page too, and are copied', async () => {
    const adapter = memoryAdapter()
    const form = await generated({ adapter })
    const name = username(form)
    const secret = password(form).value
    const filler = await filling(document)
    await filler.on()
    await fill.authorization(filler)
    await filler.on()
    await form.reaches('Ticket')
    await form.says(`If you have made the account ${name}`)
    expect(await copied(form, 'Copy the commands that remove it')).to.equal(
      `pkill -KILL -u ${name}; sleep 1\nuserdel -r ${name}\n`,
    )
    expect(JSON.stringify(adapter.staff.tickets)).to.not.include(secret)
    expect(places(form.form)).to.not.include(secret)
    await expectAccessible(form.form)
  })

  it('is not spoken of on the sent page where none was asked for', async () => {
    const form = new FormDriver(await mount(meta, { ...stories.Sent, args: { locale: 'en' } }))
    await form.reaches('Ticket')
    expect(form.has('.commands')).to.equal(false)
  })

  it('speaks Polish', async () => {
    const form = await unfolded({}, 'pl')
    await form.press('button', 'Wygeneruj nazwę użytkownika i hasło')
    await form.says(`nazwa użytkownika ${username(form)} i hasło`)
    await form.press('button', 'Kopiuj polecenia')
    await form.says('W schowku nie ma hasła, jest tylko jego skrót (hash).')
    await form.unfold(/^Po interwencji/)
    await form.says('po zakończeniu prac usuń je')
    await expectAccessible(form.form)
  })
})

describe('the command for the support team’s SSH key', () => {
  it('is copied, and says so where it was pressed', async () => {
    const form = new FormDriver(await mount(meta, stories.AccessBySshKey))
    expect(await copied(form, 'Copy the command')).to.match(/authorized_keys$/)
    await form.says('Command copied')
  })

  it('can be copied by hand where the browser doesn’t let the page copy', async () => {
    const form = new FormDriver(await mount(meta, stories.AccessBySshKey))
    clipboard.refuse = true
    await form.press('button', 'Copy the command')
    await form.says('Select the commands and copy them yourself')
  })
})
