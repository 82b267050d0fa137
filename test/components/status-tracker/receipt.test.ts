import { expect } from 'chai'
import { authorization, done, reopened, working } from '../../../demo/stories/happenings.js'
import { until } from '../../../demo/stories/story.js'
import type { Happening } from '../../../demo/stories/ticket.js'
import { checkReceiptFile, parseReceipt, verifyReceipt, type TicketReceipt } from '../../../src/index.js'
import { expectAccessible } from '../../support/axe.js'
import { printedBy, takenFiles, type Taken } from '../../support/taken-files.js'
import { spoken, TrackerDriver } from '../../support/tracker-driver.js'

let taken: readonly Taken[] = []

beforeEach(() => {
  taken = takenFiles()
})

async function unfolded(happenings: readonly Happening[], locale = 'en'): Promise<TrackerDriver> {
  const tracker = await TrackerDriver.of({ happenings, minutesAgo: 60 }, locale)
  await tracker.unfold(locale === 'pl' ? /^Potwierdzenie/ : /^Receipt of/)
  return tracker
}

/** Presses this button by the keyboard, and answers the file that came of it. */
async function downloaded(tracker: TrackerDriver, button: string): Promise<{ name: string; text: string }> {
  const before = taken.length
  await tracker.press('button', button)
  const { name, blob } = await until('a file', () => taken[before])
  return { name, text: await blob.text() }
}

function ticketReceiptIn(text: string): TicketReceipt {
  const parsed = parseReceipt(JSON.parse(text))
  if (!parsed.ok || parsed.value.kind !== 'os-intervention-ticket-receipt') throw new Error('another receipt')
  return parsed.value
}

describe('the receipt, once more from the ticket', () => {
  it('is downloaded as JSON that is intact, with the request and the authorization as the ticket holds them', async () => {
    const tracker = await unfolded(working)
    const { name, text } = await downloaded(tracker, 'Download as JSON')
    expect(name).to.equal('nordhost-48210-receipt.json')
    expect(await verifyReceipt(JSON.parse(text))).to.equal('intact')
    const receipt = ticketReceiptIn(text)
    expect(receipt.ticket).to.deep.equal({ id: '48210', number: '48210' })
    expect(receipt.authorization).to.deep.equal(authorization)
    expect(receipt.earlier).to.deep.equal([])
    expect(receipt.request).to.match(/^OS INTERVENTION REQUEST\n\nServer: 203\.0\.113\.24/)
    expect(receipt.labels.tasks).to.deep.equal(['Restoring the SSH or RDP service'])
    await tracker.reads('Receipt downloaded: nordhost-48210-receipt.json')
    await until('the ear', () => spoken().startsWith('Receipt downloaded'))
    await expectAccessible(tracker.element)
  })

  it('tells what was allowed before, once less is allowed', async () => {
    const tracker = await unfolded(working)
    await tracker.press('button', 'Allow less')
    await tracker.press('checkbox', /^SSH/)
    await tracker.press('button', 'Allow only what is ticked')
    await until('it is on the ticket', () => !tracker.find('#keep-ssh-rdp'))
    const { text } = await downloaded(tracker, 'Download as HTML')
    expect((await checkReceiptFile(text)).kind).to.equal('intact')
    const page = new DOMParser().parseFromString(text, 'text/html')
    const said = page.querySelector('main')!.textContent
    const [now, before] = said.slice(said.indexOf('What is allowed')).split('What was allowed before')
    expect(now).not.to.include('SSH or RDP')
    expect(now).to.include('Rescue mode')
    expect(before).to.include('SSH or RDP')
    expect(said).to.include(authorization.digest)
    const words = page.querySelector('blockquote')!
    expect(words.previousElementSibling!.textContent).to.match(/as it was given on .* It was narrowed later/)
    expect(said).to.include('names the keys that open the login details')
  })

  it('is there when the work is done, and when the request was opened again', async () => {
    for (const [happenings, earlier] of [
      [done, 0],
      [reopened, 1],
    ] as const) {
      const tracker = await unfolded(happenings)
      const { text } = await downloaded(tracker, 'Download as JSON')
      expect(ticketReceiptIn(text).earlier.length).to.equal(earlier)
      tracker.element.remove()
    }
  })

  it('is printed in Polish, alone, under the name of its file', async () => {
    const tracker = await unfolded(working, 'pl')
    const frame = await printedBy(() => tracker.press('button', 'Drukuj'))
    const page = frame.contentDocument!
    expect(page.title).to.equal('nordhost-48210-potwierdzenie')
    expect(page.querySelector('h1')!.textContent).to.match(/^Potwierdzenie zgłoszenia i upoważnienia/)
    expect(page.body.textContent).to.include('Na co zezwala upoważnienie')
    expect(page.body.textContent).not.to.match(/receipt\.|undefined|\{\{/)
    frame.contentWindow!.dispatchEvent(new Event('afterprint'))
    await until('the frame to go', () => !frame.isConnected)
  })

  it('is refused where an authorization on the ticket isn’t what it was', async () => {
    const changed = working.map(([minutes, by, fact]): Happening => [
      minutes,
      by,
      fact.kind === 'authorization'
        ? {
            kind: 'authorization',
            record: { ...authorization, record: { ...authorization.record, reboot: false } },
          }
        : fact,
    ])
    const tracker = await unfolded(changed)
    await tracker.press('button', 'Download as JSON')
    await tracker.reads('There is no receipt: an authorization in this ticket no longer matches its digest')
    expect(taken.length).to.equal(0)
    await expectAccessible(tracker.element)
  })
})
