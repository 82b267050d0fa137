import { expect } from 'chai'
import meta, * as stories from '../../../demo/stories/intervention-form.stories.js'
import { settled, until } from '../../../demo/stories/story.js'
import { expectAccessible } from '../../support/axe.js'
import { byRole, told } from '../../support/by-role.js'
import { FormDriver } from '../../support/form-driver.js'
import { press, type } from '../../support/keys.js'
import { mount } from '../../support/mount.js'

const spoken = () => document.querySelector('body > [role=status]')?.textContent ?? ''
const says = (words: string) => until(words, () => spoken() === words)

/** All that the live region says from now on, until it is asked for. */
function listening(): () => readonly string[] {
  const heard: string[] = []
  const watch = new MutationObserver(() => heard.push(spoken()))
  watch.observe(document.querySelector('body > [role=status]')!, { childList: true })
  return () => {
    watch.disconnect()
    return heard.filter(Boolean)
  }
}

async function inAccess(locale = 'en'): Promise<FormDriver> {
  const form = new FormDriver(await mount(meta, { ...stories.Access, args: { locale } }))
  form.control('#access')!.click()
  await settled(document)
  return form
}

const typeOf = (form: FormDriver, id = 'password') => form.control<HTMLInputElement>(`#${id}`)!.type

async function shown(): Promise<FormDriver> {
  const form = await inAccess()
  await form.press('button', 'Show password')
  expect(typeOf(form)).to.equal('text')
  return form
}

describe('a password that is shown', () => {
  it('is told once, and so is that it is hidden', async () => {
    const form = await inAccess()
    await form.press('button', 'Show password')
    await says('The password is visible')
    const heard = listening()
    await form.press('button', 'Hide password')
    await says('The password is hidden')
    expect(heard()).to.deep.equal(['The password is hidden'])
  })

  it('has a button whose name holds what is written on it', async () => {
    for (const [locale, name, written] of [
      ['en', 'Show password', 'Show'],
      ['pl', 'Pokaż hasło', 'Pokaż'],
    ] as const) {
      const form = await inAccess(locale)
      const button = await byRole('button', name, form.form)
      expect(button.textContent.trim()).to.equal(written)
      expect((await told(button))['pressed']).to.equal(undefined)
    }
  })

  it('stays so between field and button, and is hidden once the focus leaves both', async () => {
    const form = await shown()
    await press('Shift+Tab')
    expect(form.focused()?.id).to.equal('password')
    expect(typeOf(form)).to.equal('text')
    await press('Tab', 'Tab')
    await settled(document)
    expect(typeOf(form)).to.equal('password')
  })

  it('S6: is hidden after 30 seconds', async () => {
    const { setTimeout: real } = globalThis
    const planned: (() => void)[] = []
    globalThis.setTimeout = ((action: () => void, delay: number) => {
      if (delay !== 30_000) return real(action, delay)
      planned.push(action)
      return 0
    }) as typeof setTimeout
    try {
      const form = await shown()
      expect(planned).to.have.length(1)
      planned[0]!()
      await settled(document)
      expect(typeOf(form)).to.equal('password')
      await says('The password is hidden')
    } finally {
      globalThis.setTimeout = real
    }
  })

  it('is hidden when another window comes before the page', async () => {
    const form = await shown()
    Object.defineProperty(document, 'hidden', { configurable: true, value: true })
    try {
      document.dispatchEvent(new Event('visibilitychange'))
      await settled(document)
      expect(typeOf(form)).to.equal('password')
    } finally {
      Reflect.deleteProperty(document, 'hidden')
    }
  })

  for (const [what, username] of [
    ['the next step', 'root'],
    ['what is to be corrected', ''],
  ] as const) {
    it(`is hidden when Enter leads to ${what}`, async () => {
      const form = await inAccess()
      if (username !== '') await form.type(/^User name/, username)
      await form.press('button', 'Show password')
      await press('Shift+Tab')
      await type('s3cret')
      expect(typeOf(form)).to.equal('text')
      await press('Enter')
      await settled(document)
      expect(typeOf(form)).to.equal('password')
    })
  }

  it('shows no passphrase: each has its own button', async () => {
    const form = await inAccess()
    await form.press('radio', 'With a private key')
    await form.press('button', 'Show key passphrase')
    expect([typeOf(form), typeOf(form, 'passphrase')]).to.deep.equal(['password', 'text'])
    await says('The key passphrase is visible')
  })

  it('can be shown by a press, which leaves the caret where it is', async () => {
    const form = await inAccess()
    form.control('#password')!.focus()
    const button = await byRole('button', 'Show password', form.form)
    const down = new MouseEvent('mousedown', { bubbles: true, cancelable: true, composed: true })
    button.dispatchEvent(down)
    button.click()
    await settled(document)
    expect(down.defaultPrevented).to.equal(true)
    expect([typeOf(form), form.focused()?.id]).to.deep.equal(['text', 'password'])
  })
})

describe('Caps Lock', () => {
  const key = (type: string, modifierCapsLock: boolean) =>
    new KeyboardEvent(type, { key: 'A', bubbles: true, composed: true, modifierCapsLock })

  it('is told politely while a password is typed, once, and no more when it is off', async () => {
    const form = await inAccess()
    const field = form.control('#password')!
    field.focus()
    field.dispatchEvent(key('keydown', true))
    await settled(document)
    expect(form.control('.caps-lock')?.textContent.trim()).to.equal('Caps Lock is on.')
    await says('Caps Lock is on.')
    const heard = listening()
    field.dispatchEvent(key('keydown', true))
    field.dispatchEvent(key('keyup', false))
    await settled(document)
    expect(form.has('.caps-lock')).to.equal(false)
    await form.press('button', 'Show password')
    await says('The password is visible')
    expect(heard()).to.deep.equal(['The password is visible'])
  })

  it('is forgotten when the field is left', async () => {
    const form = await inAccess()
    const field = form.control('#password')!
    field.focus()
    field.dispatchEvent(key('keyup', true))
    await press('Tab', 'Tab')
    await settled(document)
    expect(form.has('.caps-lock')).to.equal(false)
  })
})

describe('a warning about login details', () => {
  it('comes when the field is left, is part of its description, and never stops anybody', async () => {
    const form = await inAccess()
    await form.type(/^User name/, 'root')
    await form.type(/^Password/, 's3cret ')
    expect(form.has('#password-warnings')).to.equal(false)
    await press('Tab', 'Tab')
    await settled(document)
    const field = form.control('#password')!
    expect((await told(field)).description).to.include('There is a space at the beginning or the end.')
    expect(field.getAttribute('aria-invalid')).to.equal('false')
    await says('There is a space at the beginning or the end.')
    await expectAccessible(form.form)
    await form.press('button', 'Continue')
    await form.reaches('Your authorization')
  })

  it('of blanks takes them away where it is told to, and leaves all else', async () => {
    const form = await inAccess()
    await form.type(/^Password/, ' a b  ')
    await press('Tab', 'Tab')
    await form.press('button', 'Remove the space')
    expect(form.control<HTMLInputElement>('#password')!.value).to.equal('a b')
    expect(form.has('#password-warnings')).to.equal(false)
    expect(form.focused()?.id).to.equal('password')
  })

  it('goes as soon as it no longer holds', async () => {
    const form = await inAccess()
    await form.type(/^Password/, 's3cret ')
    await press('Tab', 'Shift+Tab', 'Shift+Tab', 'Tab', 'End')
    expect(form.has('#password-warnings')).to.equal(true)
    await press('Backspace')
    await settled(document)
    expect(form.has('#password-warnings')).to.equal(false)
  })

  it('tells a password that is the user name, whichever was typed last', async () => {
    const form = await inAccess()
    await form.type(/^Password/, 'root')
    await form.type(/^User name/, 'root')
    await press('Tab')
    await form.says('The password is the same as the user name.')
  })

  it('leads a private key from the password’s field to its own', async () => {
    const form = await inAccess()
    await form.type(/^Password/, '-----BEGIN OPENSSH PRIVATE KEY-----b3BlbnNzaC1rZXk')
    await press('Tab', 'Tab')
    await form.press('button', 'Clear this and go to “Private key”')
    await settled(document)
    expect(form.control<HTMLInputElement>('#password')!.value).to.equal('')
    expect(form.focused()?.id).to.equal('privateKey')
  })

  it('says what to do about a public key in the private one’s place', async () => {
    const form = await inAccess()
    await form.press('radio', 'With a private key')
    await form.type(
      /^Private key/,
      'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIET3P8RWUHBXzUBSedmRpiQtXaHB anna@laptop',
    )
    await press('Tab')
    await form.says('usually the file of the same name without .pub')
    await expectAccessible(form.form)
  })
})
