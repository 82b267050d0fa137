import { expect } from 'chai'
import { words as portal } from '../../demo/portal/words.js'
import { words as verify } from '../../demo/verify/words.js'
import { en } from '../../locales/en.js'
import { pl } from '../../locales/pl.js'

const languages = ['en', 'pl'] as const
type Language = (typeof languages)[number]

/** One line of the glossary: what is said and what isn't. */
interface Term {
  readonly idea: string
  readonly said: Readonly<Record<Language, readonly string[]>>
  readonly unsaid: Readonly<Record<Language, readonly string[]>>
}

const sentences = {
  en: flat({ ...en, portal: portal.en, verify: verify.en }),
  pl: flat({ ...pl, portal: portal.pl, verify: verify.pl }),
}
let glossary: readonly Term[] = []

function flat(from: object, room = ''): readonly (readonly [key: string, text: string])[] {
  return Object.entries(from).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'string' ? [[room + name, value] as const] : [...flat(Object(value), `${room}${name}.`)],
  )
}

/** The table of `locales/README.md`: the one place where terms are chosen. */
function glossaryOf(readme: string): readonly Term[] {
  return readme
    .split('\n')
    .filter(line => line.startsWith('| ') && line.includes('`'))
    .map(line => {
      const [idea = '', english = '', not = '', polish = '', nie = ''] = line
        .slice(1, -1)
        .split('|')
        .map(cell => cell.trim())
      const chosen = (cell: string) => cell.split(' · ')
      const quoted = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, term]) => term!)
      return {
        idea,
        said: { en: chosen(english), pl: chosen(polish) },
        unsaid: { en: quoted(not), pl: quoted(nie) },
      }
    })
}

/** Finds a term as words of their own; `…` stands for any ending. */
function finderOf(term: string): RegExp {
  const literal = term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('…', '\\p{L}*')
  return new RegExp(`(?<![\\p{L}\\d])${literal}(?![\\p{L}\\d])`, 'iu')
}

/** Every sentence that says what isn't said, with the term. */
function offences(language: Language, all: readonly (readonly [string, string])[]): readonly string[] {
  return glossary
    .flatMap(({ unsaid }) => unsaid[language])
    .flatMap(term =>
      all
        .filter(([, text]) => finderOf(term).test(text.replace(/\{\{\w+\}\}/g, '…')))
        .map(([key, text]) => `${term}: ${key}: ${text}`),
    )
}

describe('the glossary', () => {
  before(async () => {
    glossary = glossaryOf(await (await fetch('/locales/README.md')).text())
  })

  it('has a term for each idea in both languages, and for each something that isn’t said', () => {
    expect(glossary.length).to.be.greaterThan(20)
    for (const { idea, said, unsaid } of glossary)
      for (const language of languages) {
        expect(said[language].join(''), `${idea}, ${language}`).to.not.equal('')
        expect(unsaid[language], `${idea}, ${language}`).to.not.deep.equal([])
      }
  })

  for (const language of languages) {
    it(`is spoken: no sentence uses another term (${language})`, () => {
      expect(offences(language, sentences[language])).to.deep.equal([])
    })

    it(`holds no term that nobody says (${language})`, () => {
      const all = sentences[language].map(([, text]) => text).join('\n')
      // Polish words end as their sentence wants it.
      const inflected = (term: string) => term.replace(/(\p{L}{4,})\p{L}(?!\p{L})/gu, '$1…')
      const unheard = glossary
        .flatMap(({ said }) => said[language])
        .filter(term => !finderOf(inflected(term)).test(all))
      expect(unheard).to.deep.equal([])
    })
  }

  it('notices each term in a sentence, with any ending where it may have one', () => {
    for (const language of languages)
      for (const term of glossary.flatMap(({ unsaid }) => unsaid[language])) {
        const planted = `So, ${term.replaceAll('…', 'ami')}.`
        expect(offences(language, [['planted', planted]]), term).to.include(`${term}: planted: ${planted}`)
      }
  })
})
