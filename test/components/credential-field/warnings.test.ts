import { expect } from 'chai'
import meta, * as stories from '../../../demo/stories/credential-field.stories.js'
import formMeta, * as formStories from '../../../demo/stories/intervention-form.stories.js'
import { settled, until } from '../../../demo/stories/story.js'
import type { Context } from '../../../src/index.js'
import { memoryAdapter } from '../../../src/testing.js'
import { expectAccessible } from '../../support/axe.js'
import { allByRole, told } from '../../support/by-role.js'
import { FormDriver } from '../../support/form-driver.js'
import { press, type } from '../../support/keys.js'
import { mount } from '../../support/mount.js'

const heard: string[] = []
const ears = new MutationObserver(() => {
  const words = document.querySelector('body > [role=status]')?.textContent
  if (words) heard.push(words)
})
const says = (words: string) => until(words, () => heard.includes(words))

beforeEach(() => {
  heard.length = 0
  ears.observe(document.body, { childList: true, subtree: true })
})
afterEach(() => ears.disconnect())

/** The field in a page, and the form where it asks for login details: both warn alike. */
const places: [string, (locale?: string) => Promise<FormDriver>][] = [
  ['the field', async (locale = 'en') => new FormDriver(await mount(meta, { args: { locale } }))],
  [
    'the form',
    async (locale = 'en') => {
      const form = new FormDriver(await mount(formMeta, { ...formStories.Access, args: { locale } }))
      await form.press('radio', locale === 'en' ? /administrator account/ : /konta administratora/)
      return form
    },
  ],
]
const [[, inField], [, inForm]] = places as [(typeof places)[0], (typeof places)[0]]

const input = (driver: FormDriver, id = 'password') => driver.control<HTMLInputElement>(`#${id}`)!
const titles = (driver: FormDriver, id = 'password') =>
  Array.from(driver.form.shadowRoot!.querySelectorAll(`#${id}-warnings .strong`), one => one.textContent)

/** Tab until the focus has left the field and its buttons. */
async function leave(): Promise<void> {
  await press('Tab', 'Tab')
  await settled(document)
}

/** What a browser does that fills in a field: no key, an event that doesn't say how, and maybe no focus. */
function fillIn(
  driver: FormDriver,
  text: string,
  event = new Event('input', { bubbles: true, composed: true }),
) {
  const field = input(driver)
  field.value = text
  field.dispatchEvent(event)
}

const key = `-----BEGIN PRIVATE KEY-----\n${'MC4CAQAwBQYDK2Vw'.repeat(4)}\nMC4CAQ==\n-----END PRIVATE KEY-----\n`
const keyInOneLine = key.replaceAll('\n', '')

describe('a warning about login details', () => {
  const shown: [keyof typeof stories, string, string, string, string?, string?][] = [
    ['BlanksAtTheEnds', 'password', 'There is a space at the beginning', 'jest spacja', 'Remove the', 'Usuń'],
    ['PasswordIsTheUserName', 'password', 'same as the user name', 'takie samo jak nazwa użytkownika'],
    ['PrivateKeyAsPassword', 'password', 'like a private key', 'klucz prywatny', 'Move it to', 'Przenieś do'],
    ['KeyOfPuttyAsPassword', 'password', 'like a private key', 'klucz prywatny', 'Clear this', 'Wyczyść'],
    ['PublicKeyAsPrivateKey', 'privateKey', 'a public key, not a private', 'klucz publiczny, a nie'],
    ['HashAsPassword', 'password', 'like a hash', 'na skrót hasła'],
    ['InvisibleCharacters', 'password', 'invisible characters', 'niewidoczne znaki', 'Remove the', 'Usuń'],
    ['UnusualBlank', 'password', 'unusual space', 'nietypowa spacja', 'Change it', 'Zamień na'],
    ['TypographicMarks', 'password', 'curly quotes', 'cudzysłowy drukarskie', 'Change them', 'Zamień na'],
    ['LookAlikeLetters', 'password', 'only look like Latin', 'tylko przypominają łacińskie'],
    ['HardToType', 'password', 'hard to type on a console', 'trudno wpisać w konsoli'],
    ['FilledByTheBrowser', 'password', 'browser filled in', 'wypełniła przeglądarka', 'Clear', 'Wyczyść'],
    ['UserNameIsTheEMail', 'username', 'of your client area account', 'konta w strefie klienta'],
    ['UserNameWithInvisibleCharacters', 'username', 'invisible', 'niewidoczne', 'Remove the', 'Usuń'],
  ]
  for (const [name, id, english, polish, ...actions] of shown) {
    it(`says it in both languages, as a part of the field’s description: ${name}`, async () => {
      for (const [locale, title, action] of [
        ['en', english, actions[0]],
        ['pl', polish, actions[1]],
      ] as const) {
        const story = stories[name] as (typeof stories)['Empty']
        const driver = new FormDriver(await mount(meta, { ...story, args: { locale } }))
        expect(titles(driver, id)).to.have.length(1)
        expect(titles(driver, id)[0]).to.include(title)
        const { description, invalid } = await told(input(driver, id))
        expect(description).to.include(title)
        expect(invalid).to.not.equal('true')
        const buttons = await allByRole('button', undefined, driver.control(`#${id}-warnings`)!)
        expect(buttons.map(one => one.told.name.startsWith(action ?? '')).join()).to.equal(
          action ? 'true' : '',
        )
        await says(titles(driver, id).join(' '))
        await expectAccessible(driver.form)
        driver.form.remove()
      }
    })
  }

  it('is never one of more than two: the next comes when one has gone', async () => {
    const driver = new FormDriver(await mount(meta, { ...stories.SeveralWarnings, args: { locale: 'en' } }))
    const first = ['There is a space at the beginning or the end.', 'There are invisible characters here.']
    expect(titles(driver)).to.deep.equal(first)
    await says(first.join(' '))
    await driver.press('button', 'Remove the space')
    expect(titles(driver)).to.deep.equal([first[1], 'There are curly quotes or long dashes here.'])
    await says('There are curly quotes or long dashes here.')
    await expectAccessible(driver.form)
  })

  for (const [place, at] of places) {
    it(`takes no focus, and is told once, in ${place}`, async () => {
      const driver = await at()
      await driver.type(/^Password/, 'zażółć')
      await leave()
      const elsewhere = driver.focused()
      expect(elsewhere?.id).to.not.equal('password')
      await says('Some characters are hard to type on a console.')
      input(driver).focus()
      await press('End')
      await leave()
      expect(driver.focused() === elsewhere).to.equal(true)
      // What is said later comes later: nothing is on its way any more.
      await driver.press('button', 'Show password')
      await says('The password is visible')
      expect(heard.filter(words => words.startsWith('Some characters'))).to.have.length(1)
    })

    for (const [typed, button, mended] of [
      [' s3cret ', 'Remove the space', 's3cret'],
      ['s3\u200bcret', 'Remove the invisible characters', 's3cret'],
      ['s3\u00a0cret', 'Change it to an ordinary space', 's3 cret'],
      ['“s3–cret”', 'Change them to plain ones', '"s3-cret"'],
    ] as const) {
      it(`can be mended by a press: ${button}, in ${place}`, async () => {
        const driver = await at()
        await driver.type(/^Password/, typed)
        await leave()
        await driver.press('button', button)
        expect(input(driver).value).to.equal(mended)
        expect(titles(driver)).to.deep.equal([])
        expect(driver.focused()?.id).to.equal('password')
      })
    }

    it(`moves a private key to its own field, with its lines, and leaves no trace of it, in ${place}`, async () => {
      const driver = await at()
      await driver.type(/^Password/, keyInOneLine)
      await leave()
      await driver.press('button', 'Move it to “Private key”')
      await settled(document)
      expect(input(driver).value).to.equal('')
      expect(input(driver, 'privateKey').value).to.equal(key)
      expect(driver.focused()?.id).to.equal('privateKey')
      expect([...titles(driver), ...titles(driver, 'privateKey')]).to.deep.equal([])
      await says('The key is now in the field “Private key”.')
      const { outerHTML } = document.documentElement
      expect(outerHTML + driver.form.shadowRoot!.innerHTML).to.not.include('MC4CAQ')
      await expectAccessible(driver.form)
    })

    it(`overwrites no other key, in ${place}`, async () => {
      const driver = await at()
      await driver.press('radio', 'With a private key')
      await driver.type(/^Private key/, 'another')
      await driver.press('radio', 'With a password')
      await driver.type(/^Password/, keyInOneLine)
      await leave()
      await driver.press('button', 'Clear this and go to “Private key”')
      await settled(document)
      expect([input(driver).value, input(driver, 'privateKey').value]).to.deep.equal(['', 'another'])
      expect(driver.focused()?.id).to.equal('privateKey')
    })

    it(`is about a user name that is the account’s e-mail address, until it is another, in ${place}`, async () => {
      const driver = await at()
      await driver.type(/^User name/, 'Anna@sklep.example')
      expect(titles(driver, 'username')).to.deep.equal([])
      await press('Tab')
      await until('the warning', () => titles(driver, 'username').length > 0)
      expect((await told(input(driver, 'username'))).description).to.include('client area account')
      await press('Shift+Tab', 'End', 'Backspace')
      await settled(document)
      expect(titles(driver, 'username')).to.deep.equal([])
    })

    it(`mends a user name, in ${place}`, async () => {
      const driver = await at()
      await driver.type(/^User name/, 'ro\u200bot')
      await press('Tab')
      await settled(document)
      await driver.press('button', 'Remove the invisible characters')
      expect(input(driver, 'username').value).to.equal('root')
      expect(titles(driver, 'username')).to.deep.equal([])
      expect(driver.focused()?.id).to.equal('username')
      await driver.type(/^Password/, 'root')
      await leave()
      expect(titles(driver)).to.deep.equal(['The password is the same as the user name.'])
    })
  }

  it('about the e-mail address comes when the client area has told it, but not into what is being typed', async () => {
    const adapter = memoryAdapter()
    let answer: (context: Context) => void = () => undefined
    const context = () => new Promise<Context>(resolve => (answer = resolve))
    const driver = new FormDriver(
      await mount(meta, { args: { locale: 'en', make: () => ({ ...adapter, context }) } }),
    )
    await driver.type(/^User name/, 'anna@sklep.example')
    await press('Tab')
    expect(titles(driver, 'username')).to.deep.equal([])
    answer(await adapter.context())
    await until('the warning', () => titles(driver, 'username').length > 0)
  })

  it('about a user name goes when the form puts another one there', async () => {
    const driver = await inForm()
    await driver.type(/^User name/, 'anna@sklep.example')
    await press('Tab')
    await settled(document)
    expect(titles(driver, 'username')).to.have.length(1)
    await driver.unfold(/Make an account for this/)
    await driver.press('button', 'Generate user name and password')
    expect(titles(driver, 'username')).to.deep.equal([])
  })
})

describe('what the browser filled in', () => {
  const warning = 'Your browser filled in this field.'

  for (const [place, at] of places) {
    it(`is told at once, wherever the focus is, and goes when it is typed over, in ${place}`, async () => {
      const driver = await at()
      input(driver, 'username').focus()
      fillIn(driver, 'the client area’s')
      await settled(document)
      expect(titles(driver)[0]).to.equal(warning)
      expect(driver.focused()?.id).to.equal('username')
      input(driver).focus()
      await press('Control+a')
      await type('s3cret')
      await settled(document)
      expect(titles(driver)).to.deep.equal([])
      await leave()
      expect(titles(driver)).to.deep.equal([])
    })

    it(`can be cleared by a press, in ${place}`, async () => {
      const driver = await at()
      fillIn(driver, 'the client area’s')
      await settled(document)
      await driver.press('button', 'Clear the field')
      expect([input(driver).value, driver.focused()?.id]).to.deep.equal(['', 'password'])
      expect(titles(driver)).to.deep.equal([])
      await expectAccessible(driver.form)
    })
  }

  for (const [what, event] of [
    ['that says nothing', () => new Event('input', { bubbles: true, composed: true })],
    [
      'of a replaced text',
      () => new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertReplacementText' }),
    ],
  ] as const) {
    it(`is known by an event ${what}, in a field that has the focus, too`, async () => {
      const driver = await inField()
      input(driver).focus()
      await press('ArrowDown')
      fillIn(driver, 's3cret', event())
      await settled(document)
      expect(titles(driver)).to.deep.equal([warning])
    })
  }

  it('isn’t what is typed, pasted, cut, undone or mended by a press', async () => {
    const driver = await inField()
    await driver.type(/^User name/, ' s3cret')
    await press('Control+a', 'Control+x')
    input(driver).focus()
    await press('Control+v', 'Control+z', 'Control+v')
    await settled(document)
    expect(titles(driver)).to.deep.equal(['There is a space at the beginning or the end.'])
    await leave()
    expect(titles(driver)).to.deep.equal(['There is a space at the beginning or the end.'])
    await driver.press('button', 'Remove the space')
    await leave()
    expect([input(driver).value, ...titles(driver)]).to.deep.equal(['s3cret'])
  })

  it('isn’t what comes of a key, whatever its event says; once the field is left, that key proves nothing', async () => {
    const driver = await inField()
    input(driver).focus()
    const typeByScript = (event: Event) => event.preventDefault()
    document.addEventListener('keydown', typeByScript, { capture: true })
    await press('s', 's')
    document.removeEventListener('keydown', typeByScript, { capture: true })
    fillIn(driver, 's')
    await settled(document)
    expect(titles(driver)).to.deep.equal([])

    document.addEventListener('keydown', typeByScript, { capture: true })
    await press('s')
    document.removeEventListener('keydown', typeByScript, { capture: true })
    await leave()
    fillIn(driver, 'ss')
    await settled(document)
    expect(titles(driver)).to.deep.equal([warning])
  })

  it('isn’t what the form put there itself', async () => {
    const driver = await inForm()
    fillIn(driver, 'the client area’s')
    await driver.unfold(/Make an account for this/)
    await driver.press('button', 'Generate user name and password')
    expect(input(driver).value).to.have.length(20)
    expect(titles(driver)).to.deep.equal([])
    input(driver).focus()
    await leave()
    expect(titles(driver)).to.deep.equal([])
  })
})

describe('Caps Lock', () => {
  it('is told in both languages', async () => {
    for (const [locale, words] of [
      ['en', 'Caps Lock is on.'],
      ['pl', 'Klawisz Caps Lock jest włączony.'],
    ] as const) {
      const driver = new FormDriver(await mount(meta, { ...stories.CapsLock, args: { locale } }))
      expect(driver.control('.caps-lock')?.textContent.trim()).to.equal(words)
      await says(words)
      await expectAccessible(driver.form)
      driver.form.remove()
    }
  })
})
