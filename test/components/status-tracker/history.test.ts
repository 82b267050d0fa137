import { expect } from 'chai'
import { done, message, raised, working } from '../../../demo/stories/happenings.js'
import { expectAccessible } from '../../support/axe.js'
import { TrackerDriver } from '../../support/tracker-driver.js'

describe('the history of a request tells', () => {
  it('which service was offered and approved, and for how much', async () => {
    const tracker = await TrackerDriver.of({ happenings: raised, minutesAgo: 30 }, 'en')
    await tracker.reads(/Price offered: [^:]*malware[^:]*\(gross €183\.27\)/i)
    await tracker.press('button', 'Approve this price')
    await tracker.reads(/You approved the price: [^:]*malware[^:]*\(gross €183\.27\)/i)
    await expectAccessible(tracker.element)
  })

  for (const [locale, words] of [
    ['en', 'Nothing has been written yet.'],
    ['pl', 'Nikt jeszcze nic nie napisał.'],
  ] as const)
    it(`that there is none yet: ${locale}`, async () => {
      const tracker = await TrackerDriver.of({ happenings: [], minutesAgo: 0 }, locale)
      await tracker.reads(words)
      await expectAccessible(tracker.element)
    })

  it('of a price that doesn’t add up the service only', async () => {
    const [last, ...before] = [...raised].reverse()
    const [minutes, by, fact] = last!
    if (fact.kind !== 'quote' || fact.quote.kind !== 'total') throw new Error('no price')
    const broken = { ...fact, quote: { ...fact.quote, gross: { amount: '1.00', currency: 'EUR' } } }
    const happenings = [...before.reverse(), [minutes, by, broken] as const]
    const tracker = await TrackerDriver.of({ happenings, minutesAgo: 30 })
    await tracker.reads('contradict each other')
    expect(tracker.text).to.match(/Price offered: [^:]*malware/i)
    expect(tracker.text).not.to.include('€1.00')
  })

  it('that an authorization was narrowed, and not that one was given', async () => {
    const tracker = await TrackerDriver.of({ happenings: working, minutesAgo: 30 }, 'pl')
    await tracker.press('button', 'Ogranicz upoważnienie')
    await tracker.press('checkbox', /^SSH/)
    await tracker.press('button', 'Zezwalam tylko na to, co zaznaczone')
    await tracker.reads('Upoważnienie ograniczone przez Ciebie')
    expect(tracker.text.match(/Upoważnienie udzielone przez Ciebie/g)).to.have.length(1)
  })

  it('a very long message by its beginning, and the whole at a press', async () => {
    const text = 'A line of the log that an engineer has sent whole. '.repeat(400) + 'The end.'
    const told = [...working, [20, 'engineer', message(text)]] as const
    const tracker = await TrackerDriver.of({ happenings: told, minutesAgo: 30 }, 'pl')
    const said = tracker.find('.said-by.engineer:last-of-type')!
    expect(said.innerText).not.to.include('The end.')
    expect(said.getBoundingClientRect().height).to.be.below(600)
    await expectAccessible(tracker.element)
    await tracker.unfold('Pokaż całość')
    expect(said.innerText.replace(/\s+/g, ' ')).to.include('The end.')
    await tracker.unfold('Zwiń')
    expect(said.innerText).not.to.include('The end.')
  })

  it('beside the full text that less is allowed by now than it says', async () => {
    const tracker = await TrackerDriver.of({ happenings: working, minutesAgo: 30 })
    await tracker.reads('Mounting file systems allowed')
    expect(tracker.text).not.to.include('It was narrowed later')
    expect(tracker.text).to.include('Digest of the authorization: ')
    await tracker.press('button', 'Allow less')
    await tracker.press('checkbox', /^SSH/)
    await tracker.press('button', 'Allow only what is ticked')
    await tracker.reads(/It was narrowed later.*I, Anna Wiśniewska, authorize/)
    await expectAccessible(tracker.element)
  })

  it('what is allowed as one sentence', async () => {
    const tracker = await TrackerDriver.of({ happenings: working, minutesAgo: 30 }, 'pl')
    await tracker.reads('SSH lub RDP, tryb ratunkowy (rescue), konsola VNC i dostęp fizyczny')
  })

  it('that it was given again, and that login details are new ones', async () => {
    const again = working.filter(([, , { kind }]) => kind === 'authorization')
    const tracker = await TrackerDriver.of({
      happenings: [
        ...done,
        ...again,
        [45, 'customer', { kind: 'stage', stage: 'reopened' }],
        [46, 'customer', { kind: 'access', event: 'sealed' }],
      ],
      minutesAgo: 60,
    })
    await tracker.reads('You gave the authorization again')
    expect(tracker.text).not.to.include('It was narrowed later')
    expect(tracker.text.match(/New login details sealed/g)).to.have.length(1)
  })
})
