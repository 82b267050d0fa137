import { expect } from 'chai'
import { fill, filling } from '../../../demo/stories/fill.js'
import meta, * as stories from '../../../demo/stories/intervention-form.stories.js'
import { until } from '../../../demo/stories/story.js'
import { memoryAdapter, testCapabilities, type MemoryAdapter } from '../../../src/testing.js'
import { expectAccessible } from '../../support/axe.js'
import { allByRole, byRole, told } from '../../support/by-role.js'
import { FormDriver } from '../../support/form-driver.js'
import { mount } from '../../support/mount.js'
import { SlowTimers } from '../../support/slow-timers.js'
import { carrying, log, picture } from '../../support/some-files.js'
import { quiet } from '../../support/spoken.js'

const later = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

/** The problem step, filled in but for the files. */
async function inProblem(adapter: MemoryAdapter = memoryAdapter(), locale = 'en'): Promise<FormDriver> {
  const form = new FormDriver(await mount(meta, { ...stories.Problem, args: { adapter, locale } }))
  const { type } = await filling(document)
  await type('problem', 'Nothing answers.')
  await type('action', 'Make it answer.')
  return form
}

const limited = (maxBytes: number, maxCount: number) =>
  memoryAdapter({ capabilities: { files: { maxBytes, maxCount } } })

const attach = async (...files: readonly File[]) => (await filling(document)).attach(...files)

/** The rows of the list, as they are read. */
const rows = (form: FormDriver): string[] =>
  [...form.form.shadowRoot!.querySelectorAll('.attached > li')].map(row =>
    row.textContent.replace(/\s+/g, ' ').trim(),
  )

const names = (form: FormDriver): string[] =>
  [...form.form.shadowRoot!.querySelectorAll('.attached bdi')].map(one => one.textContent)

/** What is told of files while something happens: the words that were typed are spoken of too. */
async function heard(what: () => Promise<void>): Promise<string[]> {
  const sentences: string[] = []
  const observer = new MutationObserver(() => {
    const sentence = document.querySelector('[role=status]')?.textContent
    if (sentence && /^(?:Attached|Removed|Dołączono|Nie dołączono)/.test(sentence)) sentences.push(sentence)
  })
  // What was told before has its time first.
  await quiet()
  observer.observe(document.body, { childList: true, characterData: true, subtree: true })
  await what()
  await quiet()
  observer.disconnect()
  return sentences
}

function drop(at: Element, files: readonly File[]): DragEvent {
  const options = { bubbles: true, composed: true, cancelable: true, dataTransfer: carrying(files) }
  at.dispatchEvent(new DragEvent('dragover', options))
  const event = new DragEvent('drop', options)
  at.dispatchEvent(event)
  return event
}

function paste(at: Element, files: readonly File[], text?: string): ClipboardEvent {
  const event = new ClipboardEvent('paste', {
    ...{ bubbles: true, composed: true, cancelable: true },
    clipboardData: carrying(files, text),
  })
  at.dispatchEvent(event)
  return event
}

/** From the problem step to the check page. */
async function toCheck(form: FormDriver): Promise<void> {
  const filler = await filling(document)
  await filler.on()
  await fill.access(filler)
  await fill.authorization(filler)
  await form.says('provided (not shown)')
}

describe('a customer who has a screenshot and a log', () => {
  it('attaches them, sees them on the check page, and sends them under what they are', async () => {
    const adapter = memoryAdapter()
    const form = await inProblem(adapter)
    await form.unfold(/^Attach files/)
    const input = await byRole('button', /^Files ?\(optional\) Choose files$/, form.form)
    expect((await told(input)).description).to.match(/Up to 10 files of up to 10 MB each: images.*password/)
    await attach(picture('shot.jpg', 184_000), log('messages'))
    expect(rows(form)).to.deep.equal([
      'shot.png PNG image · 184 kB Remove',
      'messages.txt text file · 28 bytes Remove',
    ])
    await expectAccessible(form.form)
    await toCheck(form)
    const answers = [...form.form.shadowRoot!.querySelectorAll('dl > div')].map(one => one.textContent)
    expect(answers.find(answer => answer.includes('Files'))?.replace(/\s+/g, ' ')).to.match(
      /shot\.png · 184 kB ?messages\.txt · 28 bytes/,
    )
    await expectAccessible(form.form)
    await form.press('button', 'Send the request')
    await form.reaches('Ticket')
    const { files = [], text } = adapter.staff.tickets[0]!.filing
    expect(files.map(({ name, type, size }) => [name, type, size])).to.deep.equal([
      ['shot.png', 'image/png', 184_000],
      ['messages.txt', 'text/plain', 28],
    ])
    expect(text).to.include('- shot.png (image/png, 184000 B)')
    expect(await files[1]!.text()).to.equal('sshd: no hostkeys available\n')
    // The next request begins without them.
    await form.press('button', /^File another|^Send another|another/)
    await fill.server(await filling(document))
    expect(rows(form)).to.deep.equal([])
  })

  for (const [locale, fold, words] of [
    ['en', /^Attach files/, 'A screenshot can show a password: check before you attach it.'],
    ['pl', /^Dołącz pliki/, /zrzucie ekranu.*hasło/i],
  ] as const)
    it(`S21: is told before choosing that a screenshot can show a password: ${locale}`, async () => {
      const form = await inProblem(memoryAdapter(), locale)
      await form.unfold(fold)
      await form.says(words)
    })

  it('is told everything in Polish too', async () => {
    const form = await inProblem(limited(6_000_000, 5), 'pl')
    await form.unfold(/^Dołącz pliki/)
    await byRole('button', /^Pliki ?\(opcjonalnie\) Wybierz pliki$/, form.form)
    await form.says('Do 5 plików, każdy do 6 MB')
    const sentences = await heard(() => attach(picture(), log('strona.html', '<html>'), log('pusty.log', '')))
    expect(rows(form)[0]).to.equal('shot.png obraz PNG · 2 kB Usuń')
    await form.says('Stron internetowych i rysunków SVG nie można dołączyć')
    await form.says('Ten plik jest pusty.')
    expect(sentences).to.have.length(1)
    expect(sentences[0]).to.match(/^Dołączono: shot\.png\. Nie dołączono: strona\.html\..*pusty\.log/)
    await byRole('button', 'Usuń: pusty.log', form.form)
    await expectAccessible(form.form)
  })

  it('drops them anywhere in the step, and pastes a picture into the text beside', async () => {
    const form = await inProblem()
    const event = drop(form.control('#action')!, [log()])
    expect(event.defaultPrevented).to.equal(true)
    expect(form.control('#attachments')!.checkVisibility()).to.equal(true)
    await form.says('app.log')
    const pasted = paste(form.control('#errors')!, [picture('image.png')])
    expect(pasted.defaultPrevented).to.equal(true)
    paste(form.control('#attachments')!, [picture('image.png')])
    await form.says('image (2).png')
    expect(names(form)).to.deep.equal(['app.log', 'image.png', 'image (2).png'])
  })

  it('pastes into a step whose place for files is folded, and sees what became of it', async () => {
    const form = await inProblem()
    paste(form.control('#errors')!, [picture()])
    await form.says('PNG image')
    await byRole('button', 'Remove: shot.png', form.form)
    await form.unfold(/^Attach files/)
    await byRole('DisclosureTriangle', /^Attach files *shot\.png$/, form.form)
  })

  it('pastes what is copied from a table as the text that it is', async () => {
    const form = await inProblem()
    const event = paste(form.control('#errors')!, [picture()], 'Event 7\tDisk')
    await later(50)
    expect([event.defaultPrevented, rows(form)]).to.deep.equal([false, []])
  })

  it('marks the place while a file hovers, and no longer', async () => {
    const form = await inProblem()
    const errors = form.control('#errors')!
    const over = { bubbles: true, composed: true, cancelable: true, dataTransfer: carrying([log()]) }
    errors.dispatchEvent(new DragEvent('dragover', over))
    expect(form.has('.drop[data-over]')).to.equal(true)
    errors.dispatchEvent(new DragEvent('dragleave', { ...over, relatedTarget: form.control('#action') }))
    expect(form.has('.drop[data-over]')).to.equal(true)
    errors.dispatchEvent(new DragEvent('dragleave', { ...over, relatedTarget: null }))
    expect(form.has('.drop[data-over]')).to.equal(false)
  })

  it('removes one by its name, and the focus stays near', async () => {
    const form = await inProblem()
    await attach(log('a.log'), log('b.log'))
    await later(150)
    const sentences = await heard(() => form.press('button', 'Remove: a.log'))
    expect(sentences).to.deep.equal(['Removed: a.log.'])
    expect(form.focused()?.getAttribute('aria-label')).to.equal('Remove: b.log')
    await form.press('button', 'Remove: b.log')
    expect(form.focused()?.id).to.equal('attachments')
    expect(form.has('.attached')).to.equal(false)
  })

  it('chooses a mended file again under its name', async () => {
    const form = await inProblem()
    await attach(log('a.log', ''))
    await form.says('This file is empty.')
    await attach(log('a.log', 'now with words'))
    expect(rows(form)).to.deep.equal(['a.log text file · 14 bytes Remove'])
  })
})

describe('the limits of the ticket system', () => {
  it('S16: refuse the file that is too much, and say what to do', async () => {
    const form = await inProblem(limited(3_000, 2))
    await form.says('Up to 2 files of up to 3 kB each')
    await attach(picture('large.png', 3_001), log('a.log'), log('b.log'), log('c.log'))
    expect(rows(form)[0]).to.match(/^large\.png This file is larger than 3 kB\. Pack it into a ZIP/)
    expect(rows(form)[3]).to.match(/^c\.log No more files fit\. Remove one/)
    await toCheck(form)
    expect(form.form.shadowRoot!.textContent).to.not.include('large.png')
  })

  it('of one file ask for one', async () => {
    const form = await inProblem(limited(3_000, 1))
    await form.says('One file of up to 3 kB')
    expect(form.control<HTMLInputElement>('#attachments')!.multiple).to.equal(false)
  })

  it('that are none offer nothing, and a file that is dropped doesn’t replace the page', async () => {
    const form = await inProblem(memoryAdapter({ capabilities: { ...testCapabilities, files: null } }))
    expect(form.has('[data-field=attachments]')).to.equal(false)
    const event = drop(form.control('#errors')!, [log()])
    await later(50)
    expect([event.defaultPrevented, form.has('.attached')]).to.deep.equal([true, false])
  })

  it('lead back to the files where the system finds them too large after all', async () => {
    const adapter = memoryAdapter()
    const form = await inProblem(adapter)
    await attach(log())
    await toCheck(form)
    Object.assign(adapter.capabilities, { files: { maxBytes: 3, maxCount: 2 } })
    await form.press('button', 'Send the request')
    await form.says('Files: this is more than the ticket system accepts.')
    await form.reaches('What is wrong')
    expect(adapter.staff.tickets).to.have.length(0)
    Object.assign(adapter.capabilities, { files: testCapabilities.files })
  })
})

describe('a secret in a file', () => {
  const leaking = log('notes.txt', 'Hello\r\nThe root password is Winter-2024! and it worked.\n')

  it('is asked about before the form goes on, however quick the customer is', async () => {
    const form = await inProblem()
    const filler = await filling(document)
    const input = form.control<HTMLInputElement>('#attachments')!
    input.files = carrying([leaking]).files
    input.dispatchEvent(new Event('change', { bubbles: true }))
    await filler.on()
    await form.says('Something in an attached file looks like a password or a key.')
    await form.says('Something in line 2 of this file looks like a password or a key.')
    expect(form.form.shadowRoot!.textContent).to.not.include('Winter-2024!')
    await form.press('link', /^Something in an attached file/)
    expect(form.focused()?.id).to.equal('attachments')
    await expectAccessible(form.form)
    await form.press('button', 'It isn’t a secret: notes.txt')
    expect(form.focused()?.getAttribute('aria-label')).to.equal('Remove: notes.txt')
    await form.press('button', 'Continue')
    await form.reaches('Access')
  })

  it('goes with the file', async () => {
    const form = await inProblem()
    await attach(leaking)
    await form.press('button', 'Continue')
    await form.says('Something in an attached file')
    await form.press('button', 'Remove: notes.txt')
    await form.press('button', 'Continue')
    await form.reaches('Access')
  })

  it('is looked for in its name, too', async () => {
    const form = await inProblem()
    await attach(log('password Winter-2024!.txt', 'nothing'))
    await form.says('Something in the name of this file looks like a password or a key.')
  })

  it('that is the very one of the access step is never sent', async () => {
    const adapter = memoryAdapter()
    const form = await inProblem(adapter)
    await attach(log('mail.txt', 'see you: a password for the story, bye'))
    const filler = await filling(document)
    await filler.on()
    await fill.access(filler)
    await form.says('Your login details are in “Files” too')
    await form.press('link', /^Your login details are in “Files” too/)
    await form.says('Your login details from the step “Access to the server” are in this file.')
    await form.press('button', 'Remove: mail.txt')
    await form.press('button', 'Continue')
    await form.reaches('Access')
    await form.press('button', 'Continue')
    await form.reaches('Your authorization')
  })
})

/** A system that has a part of the request, until it is let go on. */
function halfway(fraction: number | undefined) {
  const adapter = memoryAdapter()
  const { submit } = adapter
  let letGo = (): void => undefined
  let further: (told: number) => void = () => undefined
  const go = new Promise<void>(resolve => (letGo = resolve))
  Object.assign(adapter, {
    submit: async (...[filing, write]: Parameters<typeof submit>) => {
      if (fraction !== undefined) write.onProgress?.(fraction)
      further = told => write.onProgress?.(told)
      await go
      write.signal?.throwIfAborted()
      write.onProgress?.(1)
      return submit(filing, write)
    },
  })
  return {
    adapter,
    letGo,
    further: (told: number) => {
      further(told)
    },
  }
}

const bar = (form: FormDriver) => form.control<HTMLProgressElement>('progress')

async function sending(adapter: MemoryAdapter): Promise<FormDriver> {
  const form = await inProblem(adapter)
  await attach(log())
  await toCheck(form)
  await (await filling(document)).on()
  await form.says('Sending the request…')
  return form
}

describe('files that are being sent', () => {
  it('show how far they are, and can be taken back: nothing is sent, and all is still there', async () => {
    const { adapter, letGo } = halfway(0.429)
    const form = await sending(adapter)
    const failed: unknown[] = []
    form.form.addEventListener('os-request-failed', event => failed.push(event))
    await form.says('Sent: 42%')
    expect(bar(form)!.value).to.equal(0.429)
    await byRole('progressbar', 'Sending the request…', form.form)
    await expectAccessible(form.form)
    await form.press('button', 'Stop sending')
    await form.says('You stopped the sending.')
    expect(form.focused()?.id).to.equal('outcome')
    expect([adapter.staff.tickets.length, failed.length]).to.deep.equal([0, 0])
    letGo()
    await form.press('button', 'Try again')
    await form.reaches('Ticket')
    expect(adapter.staff.tickets.map(({ filing }) => filing.files?.[0]?.name)).to.deep.equal(['app.log'])
  })

  it('can’t be taken back once the system may have everything', async () => {
    const { adapter, letGo } = halfway(1)
    const form = await sending(adapter)
    await form.says('Sent: 100%')
    expect((await allByRole('button', 'Stop sending', form.form)).length).to.equal(0)
    letGo()
    await form.reaches('Ticket')
  })

  it('take as long as they take where nobody tells how much', async () => {
    const { adapter, letGo } = halfway(undefined)
    const form = await sending(adapter)
    await form.says('Leave this page open.')
    expect(bar(form)).to.equal(null)
    expect((await allByRole('button', 'Stop sending', form.form)).length).to.equal(0)
    letGo()
    await form.reaches('Ticket')
  })
})

describe('files that take longer than half a minute', () => {
  let timers: SlowTimers
  beforeEach(() => {
    timers = new SlowTimers()
  })
  afterEach(() => {
    timers.restore()
  })

  it('are still being sent as long as they get further, with their bar and the way back', async () => {
    const { adapter, letGo, further } = halfway(0.2)
    const form = await sending(adapter)
    for (const fraction of [0.4, 0.6, 0.8]) {
      timers.end(10_000)
      await form.says('Still trying to send the request…')
      expect(bar(form)).to.not.equal(null)
      await byRole('button', 'Stop sending', form.form)
      await expectAccessible(form.form)
      further(fraction)
      await form.says(`Sent: ${String(fraction * 100)}%`)
      await form.says('Sending the request…')
    }
    expect(timers.waits.filter(ms => ms === 30_000)).to.have.length(1)
    timers.end(30_000)
    await form.says('We don’t know yet whether the request arrived')
    letGo()
    await form.reaches('Ticket')
    expect(adapter.staff.tickets).to.have.length(1)
  })

  it('are not given up after thirty seconds where nobody tells how far they are', async () => {
    const { adapter, letGo } = halfway(undefined)
    const form = await sending(adapter)
    timers.end(30_000)
    await form.says('Still trying to send the request…')
    await form.says('Leave this page open.')
    expect(form.form.shadowRoot!.textContent).not.to.include('We don’t know yet')
    expect(timers.waits).to.include(300_000)
    letGo()
    await form.reaches('Ticket')
  })
})

describe('files of a customer who has gone', () => {
  it('are forgotten with all that was typed', async () => {
    const form = await inProblem()
    await attach(log())
    const slow = new File(['x'], 'slow.log')
    Object.defineProperty(slow, 'arrayBuffer', { value: () => later(200).then(() => new ArrayBuffer(1)) })
    drop(form.control('#errors')!, [slow])
    if ('clear' in form.form && typeof form.form.clear === 'function') form.form.clear()
    await until('the first step', () => form.has('#server'))
    await later(300)
    await fill.server(await filling(document))
    expect(rows(form)).to.deep.equal([])
  })
})
