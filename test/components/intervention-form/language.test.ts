import { expect } from 'chai'
import type { OsInterventionForm } from '../../../components/index.js'
import '../../../components/intervention-form/define.js'
import { languages, loadLanguage } from '../../../locales/index.js'
import { fill, filling, type Filling } from '../../../demo/stories/fill.js'
import { settled, until } from '../../../demo/stories/story.js'
import { introserv, type InterventionAdapter } from '../../../src/index.js'
import { memoryAdapter, type MemoryAdapter } from '../../../src/testing.js'
import { expectAccessible } from '../../support/axe.js'
import { FormDriver } from '../../support/form-driver.js'
import { press, type } from '../../support/keys.js'

let place: HTMLElement

/** An adapter that counts what it is asked. */
function counting(adapter: MemoryAdapter): { adapter: InterventionAdapter; calls: string[] } {
  const calls: string[] = []
  const counted = new Proxy(adapter, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key)
      if (typeof value !== 'function') return value
      return (...values: unknown[]): unknown => {
        calls.push(String(key))
        return Reflect.apply(value, target, values)
      }
    },
  })
  return { adapter: counted, calls }
}

interface Shown {
  readonly form: FormDriver
  readonly element: OsInterventionForm
  readonly filler: Filling
  readonly memory: MemoryAdapter
  /** What the adapter was asked so far. */
  readonly calls: readonly string[]
}

/** A form on a page in Polish. */
async function shown(settings: Partial<OsInterventionForm> = {}): Promise<Shown> {
  const memory = memoryAdapter()
  const { adapter, calls } = counting(memory)
  const element = document.createElement('os-intervention-form')
  Object.assign(element, { policy: introserv, adapter, ...settings })
  place.append(element)
  const form = new FormDriver(element)
  await form.reaches('Który serwer')
  return { form, element, filler: await filling(place), memory, calls }
}

type Step = 'problem' | 'access' | 'authorization' | 'check'

async function to(step: Step, { form, filler }: Shown): Promise<void> {
  await fill.server(filler)
  for (const each of ['problem', 'access', 'authorization'] as const) {
    if (step === each) break
    await fill[each](filler)
  }
  await until(step, () => (form.control('#step-heading')?.textContent ?? '').length > 0)
}

/** Another language for the page, one frame, and nothing asked of anybody. */
async function speak(language: 'en' | 'pl', { element, calls }: Shown): Promise<void> {
  const before = { calls: calls.length, loaded: performance.getEntriesByType('resource').length }
  document.documentElement.lang = language
  await new Promise(requestAnimationFrame)
  expect(element.shadowRoot!.querySelector('[lang]')!.getAttribute('lang')).to.equal(language)
  expect(calls.length).to.equal(before.calls)
  expect(performance.getEntriesByType('resource').length).to.equal(before.loaded)
}

const text = ({ element }: Shown): string => element.shadowRoot!.textContent.replace(/\s+/g, ' ')

// Whoever changes the language has done so before: what a first change loads is told in shared/languages.test.ts.
before(() => Promise.all(languages.map(loadLanguage)))
beforeEach(() => {
  document.documentElement.lang = 'pl'
  place = document.createElement('main')
  document.body.append(place)
})
afterEach(() => {
  place.remove()
  document.documentElement.lang = 'en'
})

describe('another language while somebody types', () => {
  it('R15: changes the words within a frame, and neither text, caret, selection nor focus', async () => {
    const shownForm = await shown()
    await to('problem', shownForm)
    const { form } = shownForm
    await form.type('Na czym polega problem?', 'nic nie dziala')
    const field = form.control<HTMLTextAreaElement>('#problem')!
    await press('ArrowLeft', 'ArrowLeft', 'Backspace')
    await speak('en', shownForm)
    expect(text(shownForm)).to.include('What is the problem?').and.not.include('Na czym polega')
    expect(form.focused()?.id).to.equal('problem')
    await type('ł')
    expect(field.value).to.equal('nic nie dziłla')
    field.setSelectionRange(4, 7, 'backward')
    await speak('pl', shownForm)
    const { selectionStart, selectionEnd, selectionDirection } = field
    expect([selectionStart, selectionEnd, selectionDirection]).to.deep.equal([4, 7, 'backward'])
    await type('już')
    expect(field.value).to.include('nic już dzi')
    await expectAccessible(shownForm.element)
  })

  it('R15: leaves the place that is looked at where it is', async () => {
    const shownForm = await shown()
    await to('problem', shownForm)
    const { form } = shownForm
    place.style.cssText = 'height: 20rem; overflow: auto'
    const field = form.control('#action')!
    field.focus()
    field.scrollIntoView({ block: 'start' })
    await new Promise(requestAnimationFrame)
    const before = { top: field.getBoundingClientRect().top, scrolled: place.scrollTop }
    expect(before.scrolled).to.be.greaterThan(100)
    for (const language of ['en', 'pl'] as const) {
      await speak(language, shownForm)
      await new Promise(requestAnimationFrame)
      // Longer words above may push: the browser keeps the place by scrolling along.
      expect(Math.abs(field.getBoundingClientRect().top - before.top)).to.be.lessThan(2)
    }
  })

  it('leaves the password in its field, shown if it was, and what was unfolded open', async () => {
    const shownForm = await shown()
    await to('access', shownForm)
    const { form, filler } = shownForm
    await filler.press('access')
    await form.type(/^Hasło/, 'ślimak-73')
    await form.press('button', 'Pokaż hasło')
    const folded = form.control<HTMLDetailsElement>('details')
    if (folded) folded.open = true
    await speak('en', shownForm)
    const field = form.control<HTMLInputElement>('#password')!
    expect([field.value, field.type]).to.deep.equal(['ślimak-73', 'text'])
    expect(form.control<HTMLDetailsElement>('details')?.open ?? true).to.equal(true)
    await form.press('button', 'Hide password')
    await speak('pl', shownForm)
    expect([field.value, field.type]).to.deep.equal(['ślimak-73', 'password'])
  })

  it('leaves each fold as it was', async () => {
    const shownForm = await shown()
    await to('authorization', shownForm)
    const folds = [...shownForm.element.shadowRoot!.querySelectorAll('details')]
    expect(folds.length).to.be.greaterThan(0)
    for (const [index, details] of folds.entries()) details.open = index % 2 === 0
    const before = folds.map(({ open }) => open)
    await speak('en', shownForm)
    await speak('pl', shownForm)
    expect(folds.map(({ open }) => open)).to.deep.equal(before)
  })
})

describe('another language with something to correct', () => {
  it('R15: says the same errors in it, and leaves the focus on them', async () => {
    const shownForm = await shown()
    await to('problem', shownForm)
    const { form, filler, element } = shownForm
    await filler.on()
    await form.says('Popraw te pola')
    expect(form.focused()?.id).to.equal('error-summary')
    const count = element.shadowRoot!.querySelectorAll('[aria-invalid=true]').length
    await speak('en', shownForm)
    expect(text(shownForm)).to.include('Correct these fields').and.include('Describe the problem')
    expect(text(shownForm)).to.not.include('Popraw')
    expect(element.shadowRoot!.querySelectorAll('[aria-invalid=true]').length).to.equal(count)
    expect(form.focused()?.id).to.equal('error-summary')
    await form.press('link', /^Describe the problem/)
    expect(form.focused()?.id).to.equal('problem')
    await expectAccessible(element)
  })
})

describe('another language under an authorization', () => {
  const sheet = ({ form }: Shown) => {
    const shownSheet = form.control('.sheet [lang]')!
    return [shownSheet.lang, shownSheet.textContent.includes('wyraźnie upoważniam')] as const
  }

  it('speaks it until it is ticked, and leaves it as it was ticked from then on', async () => {
    const shownForm = await shown()
    await to('authorization', shownForm)
    expect(sheet(shownForm)).to.deep.equal(['pl', true])
    await speak('en', shownForm)
    expect(sheet(shownForm)).to.deep.equal(['en', false])
    await speak('pl', shownForm)
    await fill.authorization(shownForm.filler)
    await shownForm.form.reaches('Sprawdź')
    await speak('en', shownForm)
    await shownForm.form.reaches('Check before you send')
    expect(sheet(shownForm)).to.deep.equal(['pl', true])
    expect(text(shownForm)).to.include('Since the firewall change at noon')
    await shownForm.filler.on()
    await shownForm.form.says('Request sent')
    const [ticket] = shownForm.memory.staff.tickets
    expect(ticket!.filing.authorization.record.statement.language).to.equal('pl')
    expect(ticket!.filing.authorization.record.statement.text).to.include('wyraźnie upoważniam')
  })
})

describe('another language once it is on its way', () => {
  it('R15: changes what is said of it, and sends nothing twice', async () => {
    const shownForm = await shown()
    await to('check', shownForm)
    const { form, filler, memory, calls } = shownForm
    let arrive = (): void => undefined
    memory.fault('submit', {
      delay: new Promise<void>(resolve => {
        arrive = resolve
      }),
    })
    await filler.on()
    await form.says('Wysyłanie zgłoszenia')
    // The device keeps it first: what goes out after that goes out once.
    await until('it is out', () => calls.includes('submit'))
    await speak('en', shownForm)
    expect(text(shownForm)).to.include('Sending the request…')
    arrive()
    await form.says('Request sent')
    const number = /\d+$/.exec(form.control('#step-heading')!.textContent.trim())?.[0]
    const heard = document.querySelector('body > [role=status]')!
    await until('the announcement', () => heard.textContent.includes('Request sent'))
    await speak('pl', shownForm)
    expect(text(shownForm)).to.include(`Zgłoszenie nr ${number}`)
    expect(text(shownForm)).to.not.include('Request sent')
    expect(form.focused()?.id).to.equal('step-heading')
    // What was said once is not said again in the other language.
    expect(heard.textContent).to.include('Request sent')
    expect(calls.filter(call => call === 'submit')).to.have.lengthOf(1)
    expect(memory.staff.tickets).to.have.lengthOf(1)
    await expectAccessible(shownForm.element)
  })
})

describe('the provider’s own wording', () => {
  const messages = {
    pl: { step: { problem: 'Co boli serwer' } },
    en: { step: { problem: 'What ails the server' } },
  }

  it('is spoken in both languages, and may change while the form is used', async () => {
    const shownForm = await shown({ messages })
    await to('problem', shownForm)
    const { form, element } = shownForm
    expect(await form.heading()).to.include('Co boli serwer')
    await speak('en', shownForm)
    expect(await form.heading()).to.include('What ails the server')
    await form.type('What is the problem?', 'everything')
    element.messages = { en: { step: { problem: 'Tell us' } } }
    await settled(place)
    expect(await form.heading()).to.include('Tell us')
    expect(form.control<HTMLTextAreaElement>('#problem')!.value).to.equal('everything')
    expect(form.focused()?.id).to.equal('problem')
    element.messages = undefined
    await settled(place)
    expect(await form.heading()).to.include('What is wrong')
  })
})

describe('the language of the place', () => {
  it('is followed inside somebody else’s shadow root, too', async () => {
    const root = place.attachShadow({ mode: 'open' })
    const inner = document.createElement('section')
    inner.lang = 'pl'
    root.append(inner)
    const element = document.createElement('os-intervention-form')
    Object.assign(element, { policy: introserv, adapter: memoryAdapter() })
    inner.append(element)
    const form = new FormDriver(element)
    await form.reaches('Który serwer')
    inner.lang = 'en'
    await form.reaches('Which server')
  })
})
