import { expect } from 'chai'
import fc from 'fast-check'
import i18next from 'i18next'
import { languageFor, wordsFor, type MessagesOverride } from '../../locales/index.js'

describe('the language to speak', () => {
  const table: [string | null | undefined, string][] = [
    ['pl', 'pl'],
    ['pl-PL', 'pl'],
    ['PL', 'pl'],
    ['pl_PL', 'pl'],
    [' pl ', 'pl'],
    ['en', 'en'],
    ['en-US', 'en'],
    ['de', 'en'],
    ['plt', 'en'],
    ['', 'en'],
    [null, 'en'],
    [undefined, 'en'],
  ]
  for (const [requested, language] of table) {
    it(`${requested === undefined ? 'nothing' : JSON.stringify(requested)} is ${language}`, () => {
      expect(languageFor(requested)).to.equal(language)
    })
  }
})

describe('Polish counts', () => {
  const words = wordsFor('pl')
  const minutes: [number, string][] = [
    [0, 'w ciągu 0 minut'],
    [1, 'w ciągu 1 minuty'],
    [1.5, 'w ciągu 1,5 minuty'],
    [2, 'w ciągu 2 minut'],
    [5, 'w ciągu 5 minut'],
    [10, 'w ciągu 10 minut'],
    [12, 'w ciągu 12 minut'],
    [22, 'w ciągu 22 minut'],
  ]
  for (const [count, text] of minutes) {
    it(`${count.toString()}: ${text}`, () => {
      expect(words.within(count)).to.equal(text)
    })
  }
  it('a first response', () => {
    const sentence = words.say('times.firstResponse', { time: words.within(10) })
    expect(sentence).to.equal('Pierwsza odpowiedź: w ciągu 10 minut')
  })
  const hours: [number, string][] = [
    [1, '1 godzinę'],
    [1.5, '1,5 godziny'],
    [2, '2 godziny'],
    [5, '5 godzin'],
    [12, '12 godzin'],
    [22, '22 godziny'],
    [24, '24 godziny'],
  ]
  for (const [count, text] of hours) {
    it(`${count.toString()}: ${text}`, () => {
      expect(words.say('window.until-done', { count })).to.match(new RegExp(`najwyżej ${text}$`))
    })
  }
  const spans: [number, number, string][] = [
    [15, 60, '15–60 minut'],
    [60, 240, '1–4 godziny'],
    [60, 300, '1–5 godzin'],
    [30, 90, '30–90 minut'],
    [20, 32, '20–32 minuty'],
  ]
  for (const [fromMinutes, toMinutes, text] of spans) {
    it(`${fromMinutes.toString()} to ${toMinutes.toString()} minutes: ${text}`, () => {
      expect(words.span({ fromMinutes, toMinutes })).to.equal(text)
    })
  }
})

describe('how long at most', () => {
  const table: [number, string, string][] = [
    [60, 'within 60 minutes', 'w ciągu 60 minut'],
    [120, 'within 120 minutes', 'w ciągu 120 minut'],
    [121, 'within 121 minutes', 'w ciągu 121 minut'],
    [180, 'within 3 hours', 'w ciągu 3 godzin'],
    [210, 'within 210 minutes', 'w ciągu 210 minut'],
    [1_260, 'within 21 hours', 'w ciągu 21 godzin'],
    [1_440, 'within 24 hours', 'w ciągu 24 godzin'],
    [2_880, 'within 48 hours', 'w ciągu 48 godzin'],
    [4_320, 'within 3 days', 'w ciągu 3 dni'],
    [4_380, 'within 73 hours', 'w ciągu 73 godzin'],
    [7_200, 'within 5 days', 'w ciągu 5 dni'],
  ]
  for (const [minutes, english, polish] of table) {
    it(`${minutes.toString()} minutes: ${english}`, () => {
      expect(wordsFor('en').within(minutes)).to.equal(english)
      expect(wordsFor('pl').within(minutes)).to.equal(polish)
    })
  }
})

describe('an authorization that ends with the work', () => {
  it('says so, and counts no hours', () => {
    const said = (language: string) =>
      (['window.until-done', 'statement.until-done'] as const).map(key =>
        wordsFor(language).say(key, { count: 0 }),
      )
    expect(said('en')).to.deep.equal([
      'Until the work is done',
      'This authorization holds until the work is done.',
    ])
    expect(said('pl')).to.deep.equal(['Do zakończenia prac', 'Upoważnienie obowiązuje do zakończenia prac.'])
  })
})

describe('English counts', () => {
  const words = wordsFor('en')
  for (const [count, text] of [
    [0, '0 minutes'],
    [1, '1 minute'],
    [1.5, '1.5 minutes'],
    [10, '10 minutes'],
  ] as const) {
    it(text, () => {
      expect(words.within(count)).to.equal(`within ${text}`)
    })
  }
  it('15–60 minutes, 1–4 hours', () => {
    expect(words.span({ fromMinutes: 15, toMinutes: 60 })).to.equal('15–60 minutes')
    expect(words.span({ fromMinutes: 60, toMinutes: 240 })).to.equal('1–4 hours')
  })
})

describe('a value', () => {
  for (const language of ['en', 'pl']) {
    it(`stands in the sentence as it is, whatever it holds (${language})`, () => {
      const words = wordsFor(language)
      const before = words.say('sent.number', { number: '\u{e000}' }).split('\u{e000}')
      const piece = fc.constantFrom(
        '{{number}}',
        '{{path}}',
        '$t(form.send)',
        '$t(form.send, { "count": 1 })',
        '$&',
        '$1',
        '$$',
        '<b>',
        '&amp;',
        '{{',
        '}}',
        '__proto__',
      )
      const value = fc.array(fc.oneof(piece, fc.string()), { maxLength: 6 }).map(parts => parts.join(''))
      fc.assert(
        fc.property(value, number => {
          expect(words.say('sent.number', { number })).to.equal(before.join(number))
        }),
      )
    })
  }

  it('is never an option of the translation', () => {
    const words = wordsFor('en')
    const values = { number: '7', lng: 'pl', defaultValue: 'x', context: 'male', ns: 'y', keyPrefix: 'z' }
    expect(words.say('sent.number', values)).to.equal('Ticket 7')
  })

  it('that is a name made of digits keeps them as they are', () => {
    expect(wordsFor('pl').say('sent.number', { number: '48210' })).to.equal('Zgłoszenie nr 48210')
  })
})

describe('a look-up', () => {
  for (const key of ['toString', 'constructor', '__proto__', 'form.constructor', 'form', '', 'form.send.x']) {
    it(`finds nothing under "${key}"`, () => {
      expect(wordsFor('pl').has(key)).to.equal(false)
    })
  }

  it('finds a sentence, and one that counts', () => {
    expect(wordsFor('pl').has('form.send')).to.equal(true)
    expect(wordsFor('pl').has('window.until-done')).to.equal(true)
  })
})

describe("the provider's own label", () => {
  const pl = wordsFor('pl')
  it('wins over ours', () => {
    expect(pl.wording({ en: 'Rescue', pl: 'Ratunek' }, 'method.rescue.title')).to.equal('Ratunek')
  })
  it('is English where it has no word in this language', () => {
    expect(pl.wording({ de: 'Rettung', en: 'Rescue' }, 'method.rescue.title')).to.equal('Rescue')
  })
  it('is what there is where it has no English either', () => {
    expect(pl.wording({ de: 'Rettung' }, 'method.rescue.title')).to.equal('Rettung')
  })
  it('takes values as a sentence does, and only once', () => {
    const label = { pl: '{{provider}} pomaga: {{ provider }}' }
    expect(pl.wording(label, 'limit.hardware', { provider: '{{provider}}' })).to.equal(
      '{{provider}} pomaga: {{provider}}',
    )
  })
  it('shows a gap, and no braces, at a place that nobody fills', () => {
    const label = { pl: 'Do {{toString}}, {{no such place}} i {{ }}.' }
    expect(pl.wording(label, 'limit.hardware', { provider: 'x' })).to.equal('Do …, … i ….')
  })
  it('tells its own language', () => {
    expect(pl.languageOf({ en: 'Rescue', pl: 'Ratunek' })).to.equal('pl')
    expect(pl.languageOf({ de: 'Rettung', en: 'Rescue' })).to.equal('en')
    expect(pl.languageOf({ de: 'Rettung' })).to.equal('de')
    expect(pl.languageOf({})).to.equal('pl')
    expect(pl.languageOf(undefined)).to.equal('pl')
  })
  it('gives way to our sentence where there is none', () => {
    expect(pl.wording(undefined, 'method.rescue.title')).to.equal('Tryb ratunkowy (rescue)')
    expect(pl.wording({}, 'method.rescue.title')).to.equal('Tryb ratunkowy (rescue)')
  })

  const unknown: [string, string][] = [
    ['task.move-house.title', 'move-house'],
    ['task.constructor.title', 'constructor'],
    ['duty.be-nice', 'be-nice'],
    ['aftercare.toDo.rest', 'rest'],
    ['stage.v1.2', 'v1.2'],
  ]
  for (const [key, id] of unknown) {
    it(`is the id where nobody has a word: ${id}`, () => {
      expect(pl.wording(undefined, key)).to.equal(id)
    })
  }
})

describe("the provider's own wording", () => {
  it('is merged over ours, for that page alone', () => {
    const own = wordsFor('pl', { pl: { form: { send: 'Wyślij do nas' } } })
    expect(own.say('form.send')).to.equal('Wyślij do nas')
    expect(own.say('form.back')).to.equal('Wstecz')
    expect(wordsFor('pl').say('form.send')).to.equal('Wyślij zgłoszenie')
  })

  it('in another language changes nothing in this one', () => {
    expect(wordsFor('pl', { en: { form: { send: 'Go' } } }).say('form.send')).to.equal('Wyślij zgłoszenie')
  })

  it('may have its own plural forms', () => {
    const own = wordsFor('pl', { pl: { window: { 'until-done_few': 'Parę: {{count}}' } } })
    expect(own.say('window.until-done', { count: 2 })).to.equal('Parę: 2')
  })

  const cyclic: Record<string, unknown> = { form: { send: 'Wyślij do nas' } }
  cyclic['again'] = cyclic
  const odd: [string, unknown, string][] = [
    ['nothing', null, 'Wyślij zgłoszenie'],
    ['a text', 'hello', 'Wyślij zgłoszenie'],
    ['a list', [1, 2], 'Wyślij zgłoszenie'],
    ['a number for a sentence', { pl: { form: { send: 5 } } }, 'Wyślij zgłoszenie'],
    ['a function for a room', { pl: { form: () => 'x' } }, 'Wyślij zgłoszenie'],
    ['a parsed __proto__', JSON.parse('{"pl":{"__proto__":{"x":"y"}}}'), 'Wyślij zgłoszenie'],
    ['what turns back into itself', { pl: cyclic }, 'Wyślij do nas'],
  ]
  for (const [what, given, sentence] of odd) {
    it(`does no harm when it is ${what}`, () => {
      expect(wordsFor('pl', given as MessagesOverride).say('form.send')).to.equal(sentence)
      expect('x' in {}).to.equal(false)
    })
  }

  it('is text and no program', () => {
    const own = wordsFor('pl', { pl: { form: { send: 'Cena: $t(form.back)' } } })
    expect(own.say('form.send')).to.equal('Cena: $t(form.back)')
  })

  it('is read once for the same object', () => {
    const given = { en: { form: { send: 'Go' } } }
    expect(wordsFor('en', given)).to.equal(wordsFor('en', given))
    expect(wordsFor('en')).to.equal(wordsFor('en'))
  })
})

describe('the same words in another language', () => {
  const own = { pl: { form: { send: 'Wyślij do nas' } } }
  it('keep the wording of the provider', () => {
    expect(wordsFor('en', own).in('pl-PL').say('form.send')).to.equal('Wyślij do nas')
  })
  it('are these, where we don’t speak it', () => {
    const words = wordsFor('pl', own)
    for (const language of ['de', 'plt', '', 'enm']) expect(words.in(language)).to.equal(words)
  })
})

it("the page's own i18next is left alone", () => {
  wordsFor('pl').say('form.send')
  expect(i18next.isInitialized).to.not.equal(true)
})

describe('a moment', () => {
  const time = Date.UTC(2026, 10, 22, 13, 32)
  const here = new Date(time)
  const hhmm = [here.getHours(), here.getMinutes()].map(n => n.toString().padStart(2, '0')).join(':')
  for (const [language, month] of [
    ['en', 'November'],
    ['pl', 'listopada'],
  ] as const) {
    it(`has its day, its hour and its zone (${language})`, () => {
      const text = wordsFor(language).moment(time)
      expect(text).to.contain(`${here.getDate().toString()} ${month} 2026`)
      expect(text).to.match(new RegExp(`${hhmm}\\u00a0[A-Z]{2,}`))
    })
    it(`has its day on a clock too, once that isn’t today (${language})`, () => {
      const words = wordsFor(language)
      const next = new Date(here.getFullYear(), here.getMonth(), here.getDate() + 1).getTime()
      for (const now of [next, next + 86_400_000, time - 86_400_000, time + 365 * 86_400_000])
        expect(words.clock(time, now)).to.equal(words.moment(time))
      for (const now of [time, time - 60_000, next - 1])
        expect(words.clock(time, now)).to.equal(words.clock(time))
    })
    it(`is short on a clock, with its zone (${language})`, () => {
      expect(wordsFor(language).clock(time)).to.match(new RegExp(`^${hhmm}\\u00a0[A-Z]{2,}[^ ]*$`))
    })
  }
})

describe('things and sizes', () => {
  it('are listed as the language lists them', () => {
    expect(wordsFor('en').list(['a', 'b', 'c'])).to.equal('a, b and c')
    expect(wordsFor('pl').list(['a', 'b', 'c'])).to.equal('a, b i c')
    expect(wordsFor('pl').list([])).to.equal('')
  })
  const sizes: [number, string][] = [
    [0, '0 bajtów'],
    [999, '999 bajtów'],
    [1500, '1,5 kB'],
    [999_960, '1 MB'],
    [2_500_000, '2,5 MB'],
  ]
  for (const [bytes, text] of sizes) {
    it(`${bytes.toString()} bytes: ${text}`, () => {
      expect(wordsFor('pl').bytes(bytes).replaceAll('\u00a0', ' ')).to.equal(text)
    })
  }
})
