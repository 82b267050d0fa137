import { expect } from 'chai'
import { checkReceiptFile, verifyReceipt, type Receipt } from '../../../src/index.js'
import { memoryAdapter } from '../../../src/testing.js'
import meta, { Sent } from '../../../demo/stories/intervention-form.stories.js'
import { until } from '../../../demo/stories/story.js'
import { expectAccessible } from '../../support/axe.js'
import { allByRole } from '../../support/by-role.js'
import { FormDriver } from '../../support/form-driver.js'
import { mount } from '../../support/mount.js'
import { instead, printedBy, takenFiles, type Taken } from '../../support/taken-files.js'

/** What the story types for a password. */
const SECRET = 'a password for the story'

let taken: readonly Taken[] = []

beforeEach(() => {
  taken = takenFiles()
})
afterEach(() => {
  document.documentElement.lang = 'en'
})

async function sentIn(locale: string, adapter = memoryAdapter()): Promise<FormDriver> {
  const form = new FormDriver(await mount(meta, { ...Sent, args: { locale, adapter } }))
  await form.reaches(locale === 'pl' ? 'Zgłoszenie nr 10001' : 'Ticket 10001')
  return form
}

/** Presses this button by the keyboard, and answers the file that came of it. */
async function download(form: FormDriver, button: string): Promise<{ name: string; text: string }> {
  const before = taken.length
  await form.press('button', button)
  const { name, blob } = await until('a file', () => taken[before])
  return { name, text: await blob.text() }
}

const said = (words: string) =>
  until(words, () => document.querySelector('div[role=status]')?.textContent === words)

const printed = (form: FormDriver, button: string) => printedBy(() => form.press('button', button))

const texts = {
  en: {
    print: 'Print',
    html: 'Download as HTML',
    json: 'Download as JSON',
    file: 'introserv-10001-receipt',
    done: 'Receipt downloaded: introserv-10001-receipt.json',
    title: 'Receipt of the request and authorization',
    task: 'Recovery of the firewall or network configuration',
    copy: 'Copy the ticket number',
    copied: 'Ticket number copied',
  },
  pl: {
    print: 'Drukuj',
    html: 'Pobierz jako HTML',
    json: 'Pobierz jako JSON',
    file: 'introserv-10001-potwierdzenie',
    done: 'Pobrano potwierdzenie: introserv-10001-potwierdzenie.json',
    title: 'Potwierdzenie zgłoszenia i upoważnienia',
    task: 'Przywrócenie konfiguracji zapory sieciowej lub sieci',
    copy: 'Kopiuj numer zgłoszenia',
    copied: 'Skopiowano numer zgłoszenia',
  },
} as const

for (const locale of ['en', 'pl'] as const) {
  const say = texts[locale]

  describe(`the receipt (${locale})`, () => {
    it('is downloaded as JSON that is intact, names the task as it was shown, and says so', async () => {
      const form = await sentIn(locale)
      const { name, text } = await download(form, say.json)
      expect(name).to.equal(`${say.file}.json`)
      const receipt: Receipt = JSON.parse(text)
      expect(await verifyReceipt(receipt)).to.equal('intact')
      expect(receipt.ticket.number).to.equal('10001')
      expect(receipt.labels).to.deep.equal({ language: locale, tasks: [say.task], extras: [] })
      expect(text.includes(SECRET)).to.equal(false)
      await said(say.done)
      await form.says(say.done)
    })

    it('is downloaded as a page that is intact, reads alone, and lets nothing run', async () => {
      const form = await sentIn(locale)
      const { name, text } = await download(form, say.html)
      expect(name).to.equal(`${say.file}.html`)
      expect((await checkReceiptFile(text)).kind).to.equal('intact')
      expect(text.startsWith(`<!doctype html>\n<html lang="${locale}">`)).to.equal(true)
      expect(text.includes(`content="default-src 'none';`)).to.equal(true)
      for (const words of [say.title, say.task, 'Anna Wiśniewska', '192.0.2.41', '12377983855ef53e']) {
        expect(text.includes(words), words).to.equal(true)
      }
      expect(text.includes(SECRET)).to.equal(false)
    })

    it('is printed alone, in a document named as its file, and leaves nothing behind', async () => {
      const form = await sentIn(locale)
      const frame = await printed(form, say.print)
      const page = frame.contentDocument!
      expect(page.title).to.equal(say.file)
      expect(page.documentElement.lang).to.equal(locale)
      expect(page.body.children.length).to.equal(1)
      expect(page.querySelector('h1')!.textContent.startsWith(say.title)).to.equal(true)
      expect(page.body.textContent.includes(SECRET)).to.equal(false)
      expect(frame.contentWindow!.getComputedStyle(page.body).maxWidth).not.to.equal('none')
      frame.contentWindow!.dispatchEvent(new Event('afterprint'))
      await until('the frame to go', () => !frame.isConnected)
    })

    it('stands on a page that axe finds nothing wrong with', async () => {
      const form = await sentIn(locale)
      await download(form, say.json)
      await form.says(say.done)
      await expectAccessible(form.form)
      const names = (await allByRole('button', undefined, form.form)).map(({ told }) => told.name)
      expect(names).to.include.members([say.copy, say.print, say.html, say.json])
    })

    it('stands under a number that can be copied', async () => {
      let copied = ''
      instead(navigator.clipboard, 'writeText', text => {
        copied = text
        return Promise.resolve()
      })
      const form = await sentIn(locale)
      await form.press('button', say.copy)
      await said(say.copied)
      await form.says(say.copied)
      expect(copied).to.equal('10001')
    })
  })
}

describe('the receipt', () => {
  it('is in the page’s language, and the statement in the one that it was agreed to in', async () => {
    const form = await sentIn('en')
    form.form.setAttribute('locale', 'pl')
    await form.reaches('Zgłoszenie nr 10001')
    const { text } = await download(form, texts.pl.html)
    expect(text.includes(texts.pl.title)).to.equal(true)
    expect(text.includes('lang="en">Authorization of work in the operating system</h2>')).to.equal(true)
    expect(/<blockquote[^>]*lang="en"[^>]*>I, Anna Wiśniewska/u.test(text)).to.equal(true)
  })

  it('is not promised where the ticket may hold other words', async () => {
    const adapter = memoryAdapter()
    adapter.fault('submit', { code: 'conflict', times: 1 })
    const form = new FormDriver(await mount(meta, { ...Sent, args: { locale: 'en', adapter } }))
    await form.reaches('Ticket 10001')
    await form.says('There is no receipt here')
    expect(await allByRole('button', 'Print', form.form)).to.have.length(0)
  })

  it('says so where it can’t be made, and can be asked for again', async () => {
    const form = await sentIn('en')
    const back = instead(URL, 'createObjectURL', () => {
      throw new TypeError('no')
    })
    await form.press('button', texts.en.json)
    await form.says('The receipt couldn’t be made')
    back()
    expect((await download(form, texts.en.json)).name).to.equal(`${texts.en.file}.json`)
  })

  it('leaves no word of an earlier one on the next', async () => {
    const form = await sentIn('en')
    await download(form, texts.en.json)
    await form.says(texts.en.done)
    await form.press('button', 'Start another request')
    await form.reaches('Which server')
    await Sent.play!({ canvasElement: form.form.parentElement!, args: meta.args })
    await form.reaches('Ticket 10002')
    expect(form.has('.said')).to.equal(false)
  })
})

describe('the ticket’s number', () => {
  it('is selected where the browser keeps its clipboard to itself', async () => {
    instead(navigator.clipboard, 'writeText', () => Promise.reject(new Error('no')))
    const form = await sentIn('en')
    await form.press('button', texts.en.copy)
    await until('the selection', () => getSelection()?.rangeCount === 1 && !getSelection()?.isCollapsed)
  })
})
