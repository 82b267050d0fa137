import { expect } from 'chai'
import { everyPhase, many, request, systemWith } from '../../../demo/stories/requests.js'
import { settled, until } from '../../../demo/stories/story.js'
import { AdapterFault, type Intervention } from '../../../src/index.js'
import { expectAccessible } from '../../support/axe.js'
import { allByRole, byRole } from '../../support/by-role.js'
import { press } from '../../support/keys.js'
import { ListDriver } from '../../support/list-driver.js'
import { spoken } from '../../support/spoken.js'

describe('the list of interventions', () => {
  it('puts what waits for the customer first, counts it in words, and says what is wanted', async () => {
    const list = await ListDriver.read({ adapter: systemWith(everyPhase) })
    await byRole('heading', 'Your interventions', list.element)
    await byRole('heading', '2 requests are waiting for you', list.element)
    await byRole('heading', 'Other requests', list.element)
    expect(list.numbers).to.deep.equal(['48213', '48190', '48215', '48214', '48102', '47855'])
    expect(list.rows[0]).to.include('web-gdansk-1').and.include('You need to answer')
    expect(list.rows[1]).to.include('VPS-1093').and.include('A price needs your decision')
    expect(list.rows.slice(2).join()).to.not.match(/You need|your decision/)
    await expectAccessible(list.element)
  })

  it('says that nothing needs to be done, once everything was read', async () => {
    const calm = everyPhase().filter(({ phase }) => phase === 'done')
    const list = await ListDriver.read({ adapter: systemWith(() => calm) })
    expect(list.text).to.include('You don’t need to do anything')
    const long = await ListDriver.read({ adapter: systemWith(() => many()) })
    expect(long.text).to.not.include('You don’t need to do anything')
  })

  it('tells of each its state in words, its last change and the life of its login details', async () => {
    const list = await ListDriver.read({ adapter: systemWith(everyPhase) })
    const [, , first, second, third, fourth] = list.rows
    expect(first).to.match(/Verifying account.*Last change: \d\d:\d\d.*First response by \d\d:\d\d.*sealed/)
    expect(second).to.match(/Work in progress.*Login details: opened \d\d:\d\d.* · on-call engineer/)
    expect(third).to.match(/Done.*Last change: \d.* 20\d\d.*destroyed/)
    expect(fourth).to.match(/Cancelled/)
    const times = list.element.shadowRoot!.querySelectorAll('time')
    expect(times[2]!.dateTime).to.match(/^20\d\d-\d\d-\d\dT.*Z$/)
  })

  it('tells a stage that has no words by its phase', async () => {
    const own = request(1, { stage: 'toString', phase: 'received' })
    const list = await ListDriver.read({ adapter: systemWith(() => [own]) })
    expect(list.rows[0]).to.include('Received').and.not.include('toString')
  })

  it('speaks the provider’s own words for its own stages', async () => {
    const own = request(1, { stage: 'noted', phase: 'received' })
    const messages = JSON.parse('{"pl":{"stage":{"noted":"Zapisane"}}}')
    const list = await ListDriver.read({ adapter: systemWith(() => [own]), locale: 'pl', messages })
    expect(list.rows[0]).to.include('Zapisane')
  })

  it('hands the picked request to the page by its id, by key and by press', async () => {
    const list = await ListDriver.read({ adapter: systemWith(everyPhase) })
    list.row(0).focus()
    await press('Enter', 'Tab', 'Space')
    list.row(5).click()
    expect(list.told).to.deep.equal(['R-48213', 'R-48190', 'R-47855'])
  })

  it('is walked through by Tab in the order that is read', async () => {
    const list = await ListDriver.read({ adapter: systemWith(everyPhase) })
    const box = await byRole('checkbox', 'Only open requests', list.element)
    box.focus()
    const way: string[] = []
    while (way.length < list.rows.length) {
      await press('Tab')
      way.push(list.focused!)
    }
    expect(way).to.deep.equal(list.rows)
  })

  it('reads each request to a screen reader as one button with all of it', async () => {
    const list = await ListDriver.read({ adapter: systemWith(() => everyPhase().slice(2, 3)) })
    const [button] = await allByRole('button', undefined, list.element)
    expect(button!.told.name).to.match(
      /^Ticket 48213 web-gdansk-1 You need to answer Waiting for your answer Last change: /,
    )
  })

  it('says in Polish how many wait, in every plural form', async () => {
    const waiting = (count: number) =>
      Array.from({ length: count }, (_, index) => request(100 + index, { phase: 'waiting' }))
    for (const [count, words] of [
      [1, '1 zgłoszenie czeka na Ciebie'],
      [2, '2 zgłoszenia czekają na Ciebie'],
      [5, '5 zgłoszeń czeka na Ciebie'],
      [12, '12 zgłoszeń czeka na Ciebie'],
      [22, '22 zgłoszenia czekają na Ciebie'],
    ] as const) {
      const adapter = systemWith(() => waiting(count))
      const list = await ListDriver.read({ adapter, locale: 'pl', pageSize: 50 })
      await byRole('heading', words, list.element)
      list.element.remove()
    }
  })

  it('follows the page’s language without reading anything again', async () => {
    let asked = 0
    const whole = systemWith(everyPhase)
    const adapter = {
      ...whole,
      list: (...of: Parameters<typeof whole.list>) => ((asked += 1), whole.list(...of)),
    }
    const list = await ListDriver.read({ adapter })
    list.element.locale = 'pl'
    await list.reads('2 zgłoszenia czekają na Ciebie')
    expect(asked).to.equal(1)
    await expectAccessible(list.element)
  })

  it('keeps the server’s words as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>'
    const adapter = systemWith(() => [
      request(1, {
        number: hostile,
        server: { kind: 'hostname', value: hostile },
        stage: 'x',
        access: { event: 'opened', at: 1, role: hostile },
      }),
    ])
    const list = await ListDriver.read({ adapter })
    expect(list.element.shadowRoot!.querySelector('img')).to.equal(null)
    expect(list.rows[0]!.split(hostile)).to.have.length(4)
  })

  it('is cut nowhere in a narrow place, by no long name', async () => {
    const long = request(1, { number: 'N'.repeat(200), server: { kind: 'hostname', value: 'n'.repeat(253) } })
    const list = await ListDriver.read({ adapter: systemWith(() => [long, ...everyPhase()]) })
    document.body.style.inlineSize = '280px'
    const { scrollWidth, clientWidth } = list.element
    document.body.style.inlineSize = ''
    expect(scrollWidth).to.be.at.most(clientWidth)
  })
})

describe('more of the list', () => {
  it('comes by a press, has the focus on its first, and is said', async () => {
    const list = await ListDriver.read({ adapter: systemWith(() => many()) })
    expect(list.rows).to.have.length(20)
    expect(list.text).to.include('Shown: 20 of 25')
    ;(await list.button('Show more')).focus()
    await press('Enter')
    await until('the rest', () => list.rows.length === 25)
    await settled(document.body)
    expect(list.focused).to.equal(list.rows[20])
    await until('the sentence', () => spoken() === '5 more requests.')
    expect((await allByRole('button', /more/, list.element)).length).to.equal(0)
    await expectAccessible(list.element)
  })

  it('says too that some of it waits, and leaves the focus where the way goes on', async () => {
    const all = [...many(), request(1, { phase: 'waiting', openedAt: 1 })]
    const list = await ListDriver.read({ adapter: systemWith(() => all) })
    ;(await list.button('Show more')).focus()
    await press('Enter')
    await until('the sentence', () => spoken() === '6 more requests. 1 request is waiting for you.')
    expect(list.numbers[0]).to.equal('1')
    expect(list.focused).to.equal(list.rows[21])
  })

  it('calls nobody back who has gone elsewhere meanwhile', async () => {
    const whole = systemWith(() => many())
    let go: (() => void) | undefined
    const adapter = {
      ...whole,
      list: async (...[query, call]: Parameters<typeof whole.list>) => {
        if (query.cursor !== undefined) await new Promise<void>(resolve => (go = resolve))
        return whole.list(query, call)
      },
    }
    const list = await ListDriver.read({ adapter })
    ;(await list.button('Show more')).click()
    await list.reads('Loading more…')
    list.row(3).focus()
    go!()
    await until('the rest', () => list.rows.length === 25)
    expect(list.focused).to.equal(list.rows[3])
  })

  it('that can’t be loaded leaves what is there, and can be asked for again', async () => {
    let isDown = true
    const whole = systemWith(() => many())
    const adapter = {
      ...whole,
      list: (...[query, call]: Parameters<typeof whole.list>) =>
        query.cursor !== undefined && isDown
          ? Promise.reject(new AdapterFault('unavailable'))
          : whole.list(query, call),
    }
    const list = await ListDriver.read({ adapter })
    ;(await list.button('Show more')).focus()
    await press('Enter')
    await list.reads('The next requests couldn’t be loaded. Those you see stay here.')
    expect(list.rows).to.have.length(20)
    expect(list.focused).to.equal('more')
    await expectAccessible(list.element)
    isDown = false
    await press('Enter')
    await until('the rest', () => list.rows.length === 25)
  })

  it('ends for a system that gives short and empty pages, and for one that leads in a circle', async () => {
    const pages: readonly (readonly Intervention[])[] = [[request(9)], [], [request(8)], []]
    const short = systemWith(() => [], {
      list: async ({ cursor = '0' }) => {
        const at = Number(cursor)
        return { items: pages[at] ?? [], ...(at < 3 && { cursor: String(at + 1) }) }
      },
    })
    const list = await ListDriver.read({ adapter: short })
    ;(await list.button('Show more')).click()
    await until('the second', () => list.rows.length === 2)
    let asked = 0
    const circle = systemWith(() => [], {
      list: async () => ((asked += 1), { items: [], cursor: String(asked % 2) }),
    })
    const none = await ListDriver.shown({ adapter: circle })
    await none.button('Show more')
    expect(asked).to.equal(20)
  })
})

describe('the choice of open requests', () => {
  it('asks the system for them, by key, and says how many there are', async () => {
    const list = await ListDriver.read({ adapter: systemWith(everyPhase) })
    ;(await byRole('checkbox', 'Only open requests', list.element)).focus()
    await press('Space')
    await until('fewer', () => list.rows.length === 4)
    await until('the sentence', () => spoken() === '4 requests.')
    expect(list.focused).to.equal('only-open')
    await press('Space')
    await until('all', () => list.rows.length === 6)
  })

  it('says that there are none, and leaves the way back', async () => {
    const list = await ListDriver.read({ adapter: systemWith(() => everyPhase().slice(4)) })
    ;(await byRole('checkbox', 'Only open requests', list.element)).click()
    await list.reads('No open requests')
    await expectAccessible(list.element)
    ;(await byRole('checkbox', 'Only open requests', list.element)).click()
    await until('all', () => list.rows.length === 2)
  })

  it('that can’t be read leaves the list and the box as they were', async () => {
    const whole = systemWith(everyPhase)
    const adapter = {
      ...whole,
      list: (...[query, call]: Parameters<typeof whole.list>) =>
        query.open ? Promise.reject(new AdapterFault('unavailable')) : whole.list(query, call),
    }
    const list = await ListDriver.read({ adapter })
    const box = await byRole('checkbox', 'Only open requests', list.element)
    box.click()
    await list.reads('The view couldn’t be changed')
    expect([(box as HTMLInputElement).checked, list.rows.length]).to.deep.equal([false, 6])
    await expectAccessible(list.element)
  })
})
