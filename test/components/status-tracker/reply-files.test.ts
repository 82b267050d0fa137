import { expect } from 'chai'
import { done, working } from '../../../demo/stories/happenings.js'
import { until } from '../../../demo/stories/story.js'
import { toldTicket, type Told } from '../../../demo/stories/ticket.js'
import { AdapterFault, type InterventionAdapter, type Write } from '../../../src/index.js'
import { expectAccessible } from '../../support/axe.js'
import { allByRole, byRole, told as describedAs } from '../../support/by-role.js'
import { carrying, log, picture } from '../../support/some-files.js'
import { spoken, TrackerDriver } from '../../support/tracker-driver.js'

const told: Told = { happenings: working, minutesAgo: 30 }

const later = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

/** The rows of the list of chosen files, as they are read. */
const rows = (tracker: TrackerDriver): string[] =>
  [...tracker.element.shadowRoot!.querySelectorAll('.attached > li')].map(row =>
    row.textContent.replace(/\s+/g, ' ').trim(),
  )

function drop(at: Element, files: readonly File[]): DragEvent {
  const event = new DragEvent('drop', {
    ...{ bubbles: true, composed: true, cancelable: true },
    dataTransfer: carrying(files),
  })
  at.dispatchEvent(event)
  return event
}

/** The system fails as often as it is told to. */
function failing(fault: AdapterFault, times = 1) {
  const adapter = toldTicket(told)
  const writes: Write[] = []
  const failing: InterventionAdapter = {
    ...adapter,
    reply(id, message, write) {
      writes.push(write)
      return writes.length <= times ? Promise.reject(fault) : adapter.reply(id, message, write)
    },
  }
  return { adapter: failing, writes }
}

describe('a customer who answers with a screenshot', () => {
  it('reads the limits before choosing, and finds it in the conversation, by name and size', async () => {
    const tracker = await TrackerDriver.of({
      ...told,
      capabilities: { files: { maxBytes: 6_000_000, maxCount: 5 } },
    })
    await tracker.unfold(/^Attach files/)
    const input = await byRole('button', /^Files ?\(optional\) Choose files$/, tracker.element)
    expect((await describedAs(input)).description).to.match(
      /Up to 5 files of up to 6 MB each: images.*A screenshot can show a password/,
    )
    await tracker.attach(picture('shot.jpg', 184_000), log('messages'))
    expect(rows(tracker)).to.deep.equal([
      'shot.png PNG image · 184 kB Remove',
      'messages.txt text file · 28 bytes Remove',
    ])
    await expectAccessible(tracker.element)
    await tracker.type(/Write to the engineer/, 'This is what I see.')
    await tracker.press('button', 'Send')
    await until('the list is empty', () => rows(tracker).length === 0)
    expect(tracker.said[0]!.files?.map(({ name, type, size }) => [name, type, size])).to.deep.equal([
      ['shot.png', 'image/png', 184_000],
      ['messages.txt', 'text/plain', 28],
    ])
    await tracker.reads('Download shot.png')
    await byRole('button', 'Download shot.png', tracker.element)
    const last = [...tracker.element.shadowRoot!.querySelectorAll('.said-by')].at(-1)!
    expect(last.textContent.replace(/\s+/g, ' ')).to.match(/shot\.png 184 kB.*messages\.txt 28 bytes/)
    expect([...last.querySelectorAll('bdi')].map(one => one.textContent)).to.deep.equal([
      'shot.png',
      'messages.txt',
    ])
    await expectAccessible(tracker.element)
  })

  it('sends it without a word', async () => {
    const tracker = await TrackerDriver.of(told)
    await tracker.attach(picture())
    await tracker.press('button', 'Send')
    await until('it is sent', () => tracker.said.length === 1)
    await tracker.reads('Download shot.png')
    await byRole('button', 'Download shot.png', tracker.element)
    expect(tracker.text).not.to.include('Write something first')
  })

  it('drops it anywhere on the request, and pastes another into the answer', async () => {
    const tracker = await TrackerDriver.of(told)
    const event = drop(tracker.find('#tracker-heading')!, [log()])
    await tracker.reads('text file · 28 bytes')
    expect(event.defaultPrevented).to.equal(true)
    const paste = new ClipboardEvent('paste', {
      ...{ bubbles: true, composed: true, cancelable: true },
      clipboardData: carrying([picture('image.png')]),
    })
    tracker.find('#reply')!.dispatchEvent(paste)
    await tracker.reads('PNG image')
    expect(paste.defaultPrevented).to.equal(true)
  })

  it('is refused a drawing that can run programs, whatever it is called', async () => {
    const tracker = await TrackerDriver.of(told)
    await tracker.attach(log('chart.png', '<svg onload="alert(1)"/>'), log('page.txt', '<!doctype html><p>'))
    for (const row of rows(tracker)) expect(row).to.include('Web pages and SVG drawings can’t be attached')
    await tracker.type(/Write to the engineer/, 'See the chart.')
    await tracker.press('button', 'Send')
    await until('it is sent', () => tracker.said.length === 1)
    expect(tracker.said[0]!.files).to.equal(undefined)
    await until('nothing is said of them any more', () => rows(tracker).length === 0)
  })

  it('decides about a password in a file before it goes', async () => {
    const tracker = await TrackerDriver.of(told)
    await tracker.attach(log('notes.txt', 'Hello\r\nThe root password is Winter-2024! and it worked.\n'))
    await tracker.type(/Write to the engineer/, 'My notes.')
    await tracker.press('button', 'Send')
    await tracker.reads('Something in an attached file looks like a password or a key.')
    await until('the ear', () => spoken().startsWith('Something in an attached file'))
    expect(tracker.said).to.deep.equal([])
    await expectAccessible(tracker.element)
    await tracker.press('button', 'It isn’t a secret: notes.txt')
    expect(tracker.text).not.to.include('Something in an attached file')
    await tracker.press('button', 'Send')
    await until('it is sent', () => tracker.said.length === 1)
    expect(tracker.said[0]!.files?.map(({ name }) => name)).to.deep.equal(['notes.txt'])
  })

  it('keeps it with the text when nothing could be sent, and sends the same by another press', async () => {
    const { adapter, writes } = failing(new AdapterFault('unavailable'))
    const tracker = await TrackerDriver.on(adapter)
    await tracker.attach(picture())
    await tracker.type(/Write to the engineer/, 'Any news?')
    await tracker.press('button', 'Send')
    await tracker.reads('Not sent')
    expect(rows(tracker)).to.deep.equal(['shot.png PNG image · 2 kB Remove'])
    await tracker.press('button', 'Try again')
    await until('the list is empty', () => rows(tracker).length === 0)
    expect(new Set(writes.map(({ key }) => key)).size).to.equal(1)
    const [first, second] = tracker.said
    expect(first!.files![0]).to.equal(second!.files![0])
    expect([second!.text, tracker.find<HTMLTextAreaElement>('#reply')!.value]).to.deep.equal([
      'Any news?',
      '',
    ])
  })

  it('sends another answer under another key, once a file was taken away', async () => {
    const { adapter, writes } = failing(new AdapterFault('unavailable'))
    const tracker = await TrackerDriver.on(adapter)
    await tracker.attach(picture())
    await tracker.type(/Write to the engineer/, 'Any news?')
    await tracker.press('button', 'Send')
    await tracker.reads('Not sent')
    await tracker.press('button', 'Remove: shot.png')
    await tracker.press('button', 'Send')
    await until('it is sent', () => tracker.said.length === 2)
    expect(new Set(writes.map(({ key }) => key)).size).to.equal(2)
    expect(tracker.said[1]!.files).to.equal(undefined)
  })

  it('is told what is too much for the system, and not to try the same again', async () => {
    const { adapter } = failing(new AdapterFault('too-large', { fields: ['replyFiles'] }))
    const tracker = await TrackerDriver.on(adapter)
    await tracker.attach(picture())
    await tracker.press('button', 'Send')
    await tracker.reads('Files: this is more than the ticket system accepts.')
    expect((await allByRole('button', 'Try again', tracker.element)).length).to.equal(0)
  })

  it('is told in Polish too', async () => {
    const tracker = await TrackerDriver.of(told, 'pl')
    await tracker.unfold(/^Dołącz pliki/)
    await byRole('button', /^Pliki ?\(opcjonalnie\) Wybierz pliki$/, tracker.element)
    await tracker.attach(picture())
    expect(rows(tracker)).to.deep.equal(['shot.png obraz PNG · 2 kB Usuń'])
    await tracker.press('button', 'Wyślij')
    await byRole('button', 'Pobierz shot.png', tracker.element)
    await expectAccessible(tracker.element)
  })
})

describe('an answer with files that is being sent', () => {
  /** A system that has a part of it, until it is let go on. */
  function halfway(fraction: number | undefined) {
    const adapter = toldTicket(told)
    let letGo = (): void => undefined
    const go = new Promise<void>(resolve => (letGo = resolve))
    const slow: InterventionAdapter = {
      ...adapter,
      async reply(id, message, write) {
        if (fraction !== undefined) write.onProgress?.(fraction)
        await Promise.race([
          go,
          new Promise((_, reject) => {
            write.signal?.addEventListener('abort', () => {
              reject(write.signal?.reason as Error)
            })
          }),
        ])
        return adapter.reply(id, message, write)
      },
    }
    return { adapter: slow, letGo: () => letGo() }
  }

  async function sending(adapter: InterventionAdapter): Promise<TrackerDriver> {
    const tracker = await TrackerDriver.on(adapter)
    await tracker.attach(picture())
    await tracker.press('button', 'Send')
    await tracker.reads('Sending…')
    return tracker
  }

  it('shows how far it is, and can be taken back: nothing is sent, and all is still there', async () => {
    const { adapter, letGo } = halfway(0.429)
    const tracker = await sending(adapter)
    await tracker.reads('Sent: 42%')
    await byRole('progressbar', 'Sending…', tracker.element)
    await expectAccessible(tracker.element)
    await tracker.press('button', 'Stop sending')
    await tracker.reads('You stopped the sending.')
    await until('the ear', () => spoken() === 'You stopped the sending.')
    expect(tracker.element.shadowRoot!.activeElement?.className).to.equal('outcome')
    expect([rows(tracker).length, tracker.text.includes('Download shot.png')]).to.deep.equal([1, false])
    letGo()
    await tracker.press('button', 'Try again')
    await tracker.reads('Download shot.png')
    await byRole('button', 'Download shot.png', tracker.element)
  })

  it('can’t be taken back once the system may have everything', async () => {
    const { adapter, letGo } = halfway(1)
    const tracker = await sending(adapter)
    await tracker.reads('Sent: 100%')
    expect((await allByRole('button', 'Stop sending', tracker.element)).length).to.equal(0)
    letGo()
    await tracker.reads('Download shot.png')
    await byRole('button', 'Download shot.png', tracker.element)
  })

  it('takes as long as it takes where nobody tells how much', async () => {
    const { adapter, letGo } = halfway(undefined)
    const tracker = await sending(adapter)
    await tracker.reads('Leave this page open.')
    expect(tracker.find('progress') === null).to.equal(true)
    letGo()
    await tracker.reads('Download shot.png')
    await byRole('button', 'Download shot.png', tracker.element)
  })
})

describe('a place where no files can go', () => {
  it('offers none, and a file that is dropped doesn’t replace the page', async () => {
    const tracker = await TrackerDriver.of({ ...told, capabilities: { files: null } })
    expect(tracker.find('[data-field=replyFiles]') === null).to.equal(true)
    expect(drop(tracker.find('#reply')!, [log()]).defaultPrevented).to.equal(true)
    expect(rows(tracker)).to.deep.equal([])
  })

  it('is a request that has ended', async () => {
    const tracker = await TrackerDriver.of({ happenings: done, minutesAgo: 60 })
    expect(tracker.find('[data-field=replyFiles]') === null).to.equal(true)
    await until('what was told before, over', () => !spoken().includes('Attached'))
    expect(drop(tracker.find('#tracker-heading')!, [log()]).defaultPrevented).to.equal(true)
    await later(200)
    expect(spoken()).not.to.include('Attached')
  })
})

describe('files of another request', () => {
  it('are forgotten with what was typed', async () => {
    const tracker = await TrackerDriver.of(told)
    await tracker.attach(picture())
    tracker.element.setAttribute('intervention', '48211')
    await until('they are gone', () => rows(tracker).length === 0)
  })
})
