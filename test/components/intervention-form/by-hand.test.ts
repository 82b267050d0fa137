import { expect } from 'chai'
import meta, * as stories from '../../../demo/stories/intervention-form.stories.js'
import { until } from '../../../demo/stories/story.js'
import { AdapterFault, signAuthorization } from '../../../src/index.js'
import { memoryAdapter, type MemoryAdapter } from '../../../src/testing.js'
import { expectAccessible } from '../../support/axe.js'
import { byRole } from '../../support/by-role.js'
import { FormDriver } from '../../support/form-driver.js'
import { mount } from '../../support/mount.js'
import { spoken } from '../../support/spoken.js'
import { instead, takenFiles } from '../../support/taken-files.js'

/** A form on its check page, before a system that does so with whatever is sent. */
async function checked(adapter: MemoryAdapter, locale = 'en'): Promise<FormDriver> {
  const form = new FormDriver(await mount(meta, { ...stories.Check, args: { adapter, locale } }))
  await form.reaches(locale === 'en' ? 'Check before you send' : 'Sprawdź')
  return form
}

const away = (code: 'unsupported' | 'forbidden' | 'not-found' = 'not-found'): MemoryAdapter => {
  const adapter = memoryAdapter()
  adapter.fault('submit', { code, times: 9 })
  return adapter
}

async function copied(form: FormDriver, name = 'Copy the request'): Promise<string> {
  await until('the text', () => form.has('#by-hand-text'))
  const texts: string[] = []
  const back = instead(navigator.clipboard, 'writeText', text => {
    texts.push(text)
    return Promise.resolve()
  })
  await form.press('button', name)
  back()
  expect(texts).to.have.length(1)
  return texts[0]!
}

describe('a request for a system that can’t be reached', () => {
  it('is taken along as a text with the authorization and its digest, and the way by hand is told', async () => {
    const adapter = away()
    let signed: Promise<string> | undefined
    let key = ''
    const { submit } = adapter
    Object.assign(adapter, {
      submit: (...[filing, write]: Parameters<typeof submit>) => {
        key = write.key
        signed = signAuthorization(filing.authorization.record).then(({ digest }) => digest)
        return submit(filing, write)
      },
    })
    const form = await checked(adapter)
    await form.press('button', 'Send the request')
    await until('the text', () => form.has('#by-hand-text'))
    await byRole('heading', 'Add a ticket yourself', form.form)
    await form.says('Client area › Tickets › Add ticket › Technical problems')
    await form.says('Live chat is for a first consultation only')
    const text = await copied(form)
    await form.says('Request copied')
    await until('the sentence', () => spoken() === 'Request copied')
    expect(text).to.include('Since the firewall change at noon')
    expect(text).to.include(`Request key: ${key}`)
    expect(text).to.include(await signed!)
    expect(text).to.include('explicitly authorize')
    expect(text).to.include('login details: not in this text; the customer gives them only in a protected')
    await form.says(`it is in the text too: ${key}`)
    await expectAccessible(form.form)
  })

  it('leaves the login details out of the text: in plain, masked, and sealed', async () => {
    const form = await checked(away())
    await form.press('button', 'Send the request')
    const text = await copied(form)
    for (const secret of ['a password for the story', 'rescue-admin', '•', 'AGE ENCRYPTED', 'age -d'])
      expect(text).not.to.include(secret)
    await form.says('Your login details are not in this text')
  })

  it('is handed over as a file of the same text', async () => {
    const form = await checked(away())
    await form.press('button', 'Send the request')
    const text = await copied(form)
    const files = takenFiles()
    await form.press('button', 'Download as a text file')
    expect(files.map(({ name }) => name)[0]).to.match(/^intervention-request-[\da-f]{32}\.txt$/)
    expect(await files[0]!.blob.text()).to.equal(`${text}\n`)
    await form.says(`Downloaded: ${files[0]!.name}`)
  })

  it('is shown and selected where the browser doesn’t let the page copy', async () => {
    const form = await checked(away())
    await form.press('button', 'Send the request')
    const text = await copied(form)
    instead(navigator.clipboard, 'writeText', () => Promise.reject(new Error('no')))
    await form.press('button', 'Copy the request')
    await form.says('The text below is selected')
    const shown = form.focused() as HTMLTextAreaElement
    expect(shown.value.slice(shown.selectionStart, shown.selectionEnd)).to.equal(text)
    expect(shown.checkVisibility()).to.equal(true)
    await expectAccessible(form.form)
  })

  it('is signed for that where nothing was yet: the code that seals, or its keys, can’t be had', async () => {
    const adapter = memoryAdapter()
    const { context } = memoryAdapter({ context: { recipients: [] } })
    Object.assign(adapter, { context })
    const form = await checked(adapter)
    await form.press('button', 'Send the request')
    await form.says('The request was not sent')
    await byRole('heading', 'Add a ticket yourself', form.form)
    const text = await copied(form)
    expect(text).to.match(/Digest of the record \(SHA-256\): [\da-f]{64}/)
    const [, key] = /Request key: (\S+)/.exec(text)!
    await form.says(`it is in the text too: ${key!}`)
    expect(text).not.to.include('a password for the story')
    expect(adapter.staff.tickets).to.have.length(0)
  })

  it('is offered only there: not to whom the system has refused', async () => {
    const form = await checked(away('forbidden'))
    await form.press('button', 'Send the request')
    await form.says('The request was not sent')
    expect(form.form.shadowRoot!.textContent).not.to.include('Add a ticket yourself')
  })

  it('goes by the same key when it is tried again after all', async () => {
    const adapter = memoryAdapter()
    adapter.fault('submit', { code: 'not-found' })
    const form = await checked(adapter)
    await form.press('button', 'Send the request')
    const [, key] = /Request key: (\S+)/.exec(await copied(form))!
    await form.press('button', 'Try again')
    await form.reaches('Ticket')
    expect(adapter.staff.tickets[0]?.filing.authorization.record.requestKey).to.equal(key)
    expect(form.has('#by-hand-text')).to.equal(false)
  })
})

describe('a request of which nobody can tell whether it arrived', () => {
  it('R21: can be filed by hand too, under the key by which the two are known for one', async () => {
    const adapter = memoryAdapter()
    const keys: string[] = []
    Object.assign(adapter, {
      submit: (_: unknown, { key }: { readonly key: string }) => {
        keys.push(key)
        return Promise.reject(new AdapterFault('unavailable', { uncertain: true }))
      },
    })
    adapter.fault('find', { code: 'forbidden', times: 9 })
    const form = await checked(adapter)
    await form.press('button', 'Send the request')
    await form.says('Check again')
    await form.says('by its key the support team sees that both are one request')
    const text = await copied(form)
    expect(text).to.include(`Request key: ${keys[0]!}`)
    expect(text).to.include('If a request with the same key arrives too, both are one.')
    await form.says(`give them this: ${keys[0]!}`)
    await expectAccessible(form.form)
  })
})

describe('the story of a request to be filed by hand', () => {
  it('reads well in Polish', async () => {
    const { OutOfReach } = stories
    const form = new FormDriver(
      await mount(meta, { ...OutOfReach, args: { ...OutOfReach.args, locale: 'pl' } }),
    )
    await byRole('heading', 'Dodaj zgłoszenie bez formularza', form.form)
    await form.says('Strefa klienta › Zgłoszenia › Dodaj zgłoszenie › Problemy techniczne')
    await copied(form, 'Skopiuj treść zgłoszenia')
    await form.says('Skopiowano treść zgłoszenia')
    await form.unfold(/^Pokaż treść/)
    await byRole('textbox', 'Treść zgłoszenia', form.form)
    await expectAccessible(form.form)
  })
})
