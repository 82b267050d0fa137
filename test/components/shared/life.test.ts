import { expect } from 'chai'
import { OsCredentialField, OsStatusTracker } from '../../../components/index.js'
import { until } from '../../../demo/stories/story.js'
import type { InterventionAdapter } from '../../../src/index.js'
import { memoryAdapter } from '../../../src/testing.js'
import { elements, find, isThere, moment, typeInto } from '../../support/all-elements.js'
import { counted } from '../../support/counted.js'
import { place } from '../../support/placed.js'

const { adapter: _adapter, ...watched } = elements['os-status-tracker'].settings()
const ticket = () => elements['os-status-tracker'].settings().adapter

function moveBefore(to: HTMLElement, element: HTMLElement): void {
  const move: unknown = Reflect.get(to, 'moveBefore')
  if (typeof move === 'function') Reflect.apply(move, to, [element, null])
  else to.append(element)
}

// A real back/forward cache is in test/e2e; here the browser's two events are played.
describe('R11: a page that was laid aside and comes back', () => {
  const aside = () => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
  const back = () => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))

  it('asks for the request at once, on one stream', async () => {
    const told = ticket()
    let [asked, streams] = [0, 0]
    const adapter: InterventionAdapter = {
      ...told,
      capabilities: { ...told.capabilities, pollEveryMs: 600_000 },
      get: (...of) => {
        asked += 1
        return told.get(...of)
      },
      watch(_id, _changed, { signal }) {
        streams += 1
        signal.addEventListener('abort', () => (streams -= 1))
      },
    }
    const element = place(new OsStatusTracker(), { adapter, ...watched })
    await isThere(element, '#tracker-heading')
    await until('the stream', () => streams === 1)
    aside()
    const before = asked
    const came = performance.now()
    back()
    await until('the question', () => asked > before)
    expect(performance.now() - came).to.be.below(2_000)
    await moment()
    expect(streams).to.equal(1)
  })

  it('has no password in it any more, in the field, in the form of new login details', async () => {
    const field = place(new OsCredentialField(), elements['os-credential-field'].settings())
    const tracker = place(new OsStatusTracker(), elements['os-status-tracker'].settings())
    await isThere(tracker, '#open-renewal')
    find<HTMLElement>(tracker, '#open-renewal')!.click()
    for (const element of [field, tracker]) {
      await isThere(element, '#password')
      typeInto(element, '#password', 'kanarek-7!')
    }
    aside()
    back()
    await moment()
    for (const element of [field, tracker]) expect(find(element, '#password')!.value).to.equal('')
  })

  it('sends nothing twice', async () => {
    const told = ticket()
    let sent = 0
    const adapter: InterventionAdapter = {
      ...told,
      reply: () => {
        sent += 1
        return new Promise(() => undefined)
      },
    }
    const element = place(new OsStatusTracker(), { adapter, ...watched })
    await isThere(element, '#reply')
    typeInto(element, '#reply', 'Any news?')
    find<HTMLElement>(element, '#reply-send')!.click()
    await until('it is out', () => sent === 1)
    aside()
    back()
    await moment()
    expect(sent).to.equal(1)
  })
})

describe('R12: an element that is moved a hundred times', () => {
  // What the form loads while it is filled in, and waits for with a timer, is there at once.
  before(() => import('../../../components/intervention-form/later.js'))

  for (const [tag, { make, settings, sign }] of Object.entries(elements))
    for (const [way, move] of [
      ['append', (to: HTMLElement, element: HTMLElement) => to.append(element)],
      ['moveBefore', moveBefore],
    ] as const)
      it(`<${tag}> by ${way} has as many listeners and timers as before`, async () => {
        const count = counted()
        try {
          const element = place<HTMLElement>(make(), settings())
          await isThere(element, sign)
          await moment()
          const before = count.now()
          const [one, other] = [
            place(document.createElement('div'), {}),
            place(document.createElement('div'), {}),
          ]
          for (let moves = 0; moves < 100; moves += 1) move(moves % 2 ? one : other, element)
          await moment()
          expect(find(element, sign), 'is still drawn').not.to.equal(null)
          expect(count.now()).to.deep.equal(before)
          element.remove()
          await moment()
          expect(count.now().listeners, 'after it has gone').to.equal(0)
        } finally {
          count.end()
        }
      })

  it('goes on sending, and keeps what is typed', async () => {
    const told = ticket()
    const calls: (AbortSignal | undefined)[] = []
    let arrive = (): void => undefined
    const adapter: InterventionAdapter = {
      ...told,
      async reply(id, message, write) {
        calls.push(write.signal)
        await new Promise<void>(resolve => {
          arrive = resolve
        })
        return told.reply(id, message, write)
      },
    }
    const element = place(new OsStatusTracker(), { adapter, ...watched })
    await isThere(element, '#reply')
    typeInto(element, '#reply', 'Any news?')
    find<HTMLElement>(element, '#reply-send')!.click()
    await until('it is out', () => calls.length === 1)
    const to = place(document.createElement('div'), {})
    for (let moves = 0; moves < 100; moves += 1) (moves % 2 ? document.body : to).append(element)
    await element.updateComplete
    expect(find<HTMLTextAreaElement>(element, '#reply')!.value).to.equal('Any news?')
    arrive()
    await until('it is sent', () => find<HTMLTextAreaElement>(element, '#reply')!.value === '')
    expect(calls.map(signal => signal?.aborted ?? false)).to.deep.equal([false])
  })
})

describe('R13: a field that is removed while it seals', () => {
  it('wipes the secret, and tells nobody', async () => {
    const memory = memoryAdapter()
    let let_go = (): void => undefined
    const held = new Promise<void>(resolve => {
      let_go = resolve
    })
    const adapter: InterventionAdapter = { ...memory, context: call => held.then(() => memory.context(call)) }
    const faults: unknown[] = []
    const hear = (event: Event) => faults.push(event)
    addEventListener('unhandledrejection', hear)
    const element = place(new OsCredentialField(), { adapter, server: '203.0.113.24' })
    await isThere(element, '#password')
    typeInto(element, '#username', 'root')
    typeInto(element, '#password', 'kanarek-7!')
    const told: string[] = []
    element.addEventListener('change', ({ type }) => told.push(type))
    const sealing = element.sealed().then(
      () => 'sealed',
      () => 'not sealed',
    )
    element.remove()
    await moment()
    expect(find(element, '#password')!.value).to.equal('')
    let_go()
    await sealing
    await moment()
    removeEventListener('unhandledrejection', hear)
    expect([told, faults]).to.deep.equal([[], []])
  })
})
