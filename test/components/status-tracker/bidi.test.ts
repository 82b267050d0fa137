import { expect } from 'chai'
import { filed, message, stage } from '../../../demo/stories/happenings.js'
import { toldTicket } from '../../../demo/stories/ticket.js'
import type { Intervention } from '../../../src/index.js'
import { TrackerDriver } from '../../support/tracker-driver.js'

/** Turns what follows in the same paragraph round, unseen. */
const TURN = '\u202e'

const hostile = toldTicket({
  happenings: [
    ...filed,
    [4, 'engineer', stage('verification', `checked${TURN}`)],
    [5, 'engineer', { kind: 'access', event: 'opened', role: `night shift${TURN}` }],
    [6, 'engineer', message(`See this:${TURN} https://nordhost.example/docs`)],
  ],
  minutesAgo: 30,
})

/** Does the one stand wholly before the other, on the same line or above it? */
function isBefore(one: Element, other: Element): boolean {
  const [first, second] = [one.getBoundingClientRect(), other.getBoundingClientRect()]
  return first.right <= second.left + 1 || first.bottom <= second.top + 1
}

/** Is what stands in it shown from left to right? */
function isForward(element: Element): boolean {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let text = walker.nextNode()
  while (text?.nodeValue?.trim() === '') text = walker.nextNode()
  if (!text) throw new Error('no text')
  const lefts = [0, 1].map(at => {
    const range = document.createRange()
    range.setStart(text, at)
    range.setEnd(text, at + 1)
    return range.getBoundingClientRect().left
  })
  return lefts[0]! < lefts[1]!
}

describe('a text that turns what follows round', () => {
  it('turns nothing beside it: the server, the times, a link', async () => {
    const tracker = await TrackerDriver.on({
      ...hostile,
      async get(...call): Promise<Intervention | null> {
        const told = await hostile.get(...call)
        return told && { ...told, number: `48${TURN}210` }
      },
    })
    await tracker.reads('night shift')
    const [number, server] = tracker.find('#tracker-heading small')!.querySelectorAll('bdi')
    expect(isBefore(number!, server!)).to.equal(true)
    const lines = [...tracker.element.shadowRoot!.querySelectorAll('.event, .life > li')]
    const times = lines.map(line => line.querySelector('time')!)
    for (const [index, line] of lines.entries()) {
      expect(isBefore(line.firstElementChild!, times[index]!), line.textContent).to.equal(true)
      expect(isForward(times[index]!), line.textContent).to.equal(true)
    }
    expect(isForward(tracker.find('.said-by a')!)).to.equal(true)
  })

  it('S10: holds a link that hands this page over to nobody', async () => {
    const tracker = await TrackerDriver.on(hostile)
    await tracker.reads('nordhost.example')
    const [href, rel] = ['href', 'rel'].map(name => tracker.find('.said-by a')!.getAttribute(name))
    expect(href).to.equal('https://nordhost.example/docs')
    expect(rel!.split(' ')).to.include.members(['noopener', 'noreferrer'])
  })
})
