import { lexicon } from './lexicon.js'

/** A word of the text with what it speaks of. */
export interface Word {
  readonly start: number
  end: number
  /** Folded. */
  readonly text: string
  concept: string | undefined
  readonly sentence: number
  readonly clause: number
  /** Taken together with the word before. */
  readonly joined: boolean
  /** Said, but not asked for: negated, done, another machine's. */
  off: boolean
  /** Tells of work that has put something right. */
  cured: boolean
}

/** Beyond this nobody describes a problem, and a pasted log says the same again. */
const READ_AT_MOST = 12_000

/** More words than these many characters of prose have: of nonsense and logs, only the beginning is read. */
const WORDS_AT_MOST = 2_500

/** Words that may be looked up with a typo: bounds the work on random text. */
const TYPOS_AT_MOST = 400

/** Of a word; its stem may be a letter shorter. */
const SHORTEST_WITH_TYPO = 6
const STEM_AT_MOST = 16

const words = new RegExp("[a-z0-9\\u0300-\\u036f]+(?:['\\u2019][a-z]{1,2}(?![a-z]))?|[?]", 'g')

/** What stands before a word in a path or an address: "good" in "/root/apache-good" praises nothing. */
const inName = /[/\\~@_][\w.-]*$/
const NAME_AT_MOST = 40

/** Lower case without diacritics, unit by unit, so that offsets stay those of the text. */
function fold(text: string): string {
  return text
    .replace(/[^\0-\x7f]/g, unit => unfolded.get(unit) ?? unit.normalize('NFD').charAt(0))
    .replace(/[A-Z]/g, letter => letter.toLowerCase())
}

const unfolded = new Map([
  ['ł', 'l'],
  ['Ł', 'l'],
])

interface Index {
  readonly stems: ReadonlyMap<string, string>
  readonly byFirst: ReadonlyMap<string, readonly string[]>
}

let index: Index | undefined

function built(): Index {
  const stems = new Map<string, string>()
  const byFirst = new Map<string, string[]>()
  for (const [concept, list] of Object.entries(lexicon)) {
    for (const entry of list.split(' ')) {
      const [first = '', ...rest] = entry.split('_')
      const stem = rest.length === 0 ? first : `${first.slice(0, 5)}_${rest[0] ?? ''}`
      if (!stems.has(stem)) stems.set(stem, concept)
      if (rest.length > 0 || stem.endsWith('.') || stem.length < SHORTEST_WITH_TYPO - 1) continue
      const initial = stem.charAt(0)
      const bucket = byFirst.get(initial)
      if (bucket === undefined) byFirst.set(initial, [stem])
      else bucket.push(stem)
    }
  }
  return { stems, byFirst }
}

function longestStem(text: string, stems: ReadonlyMap<string, string>): string | undefined {
  const whole = stems.get(`${text}.`)
  if (whole !== undefined) return whole
  for (let length = Math.min(text.length, STEM_AT_MOST); length > 1; length--) {
    const concept = stems.get(text.slice(0, length))
    if (concept !== undefined) return concept
  }
  return undefined
}

/** Does the word begin with the stem but for one letter too many, too few, wrong, or two swapped? */
function nearly(word: string, stem: string): boolean {
  let at = 2
  if (!word.startsWith(stem.slice(0, 2))) return false
  while (at < stem.length && word[at] === stem[at]) at++
  const rest = stem.slice(at)
  if (rest.length < 2) return false
  return (
    word.startsWith(rest.slice(1), at + 1) ||
    word.startsWith(rest, at + 1) ||
    word.startsWith(rest.slice(1), at) ||
    (word[at] === rest[1] && word[at + 1] === rest[0] && word.startsWith(rest.slice(2), at + 2))
  )
}

/** The text as words with their concepts, sentences and clauses. */
export function read(text: string): Word[] {
  const { stems, byFirst } = (index ??= built())
  const folded = fold(text.slice(0, READ_AT_MOST))
  const known = new Map<string, string | undefined>()
  let typos = 0
  const conceptOf = (word: string): string | undefined => {
    if (known.has(word)) return known.get(word)
    let concept = longestStem(word, stems)
    if (concept === undefined && word.length >= SHORTEST_WITH_TYPO && typos < TYPOS_AT_MOST) {
      typos++
      const stem = byFirst.get(word.charAt(0))?.find(candidate => nearly(word, candidate))
      if (stem !== undefined) concept = stems.get(stem)
    }
    known.set(word, concept)
    return concept
  }

  const found: Word[] = []
  let sentence = 0
  let clause = 0
  let end = 0
  for (const match of folded.matchAll(words)) {
    if (found.length >= WORDS_AT_MOST) break
    const gap = folded.slice(end, Math.min(match.index, end + 40))
    const word = match[0].replace(/['\u2019\u0300-\u036f]/g, '')
    const said = conceptOf(word)
    const before = folded.slice(Math.max(0, match.index - NAME_AT_MOST), match.index)
    const concept = said === 'fine' && inName.test(before) ? undefined : said
    const asked = found.at(-1)?.text === '?' && word !== '?' && /^\W*\s/.test(gap)
    if (concept === 'plus' || asked || /[!;\n]|[.]["\u2019\u201d)]*\s/.test(gap)) {
      sentence++
      clause++
    } else if (/[,():\u2013\u2014]| - /.test(gap) || concept === 'but') clause++
    const start = match.index
    end = start + match[0].length
    const previous = found.at(-1)
    const joined =
      previous?.sentence === sentence && !previous.joined
        ? longestPair(`${previous.text.slice(0, 5)}_${word}`, stems)
        : undefined
    if (previous !== undefined && joined !== undefined) {
      previous.concept = joined
      previous.end = end
    }
    const isJoined = joined !== undefined
    found.push({
      start,
      end,
      text: word,
      concept: isJoined ? undefined : concept,
      sentence,
      clause,
      joined: isJoined,
      off: false,
      cured: false,
    })
  }
  return found
}

/** Two words in one look-up. */
function longestPair(text: string, stems: ReadonlyMap<string, string>): string | undefined {
  const shortest = text.indexOf('_') + 2
  for (let length = Math.min(text.length, STEM_AT_MOST); length >= shortest; length--) {
    const concept = stems.get(text.slice(0, length))
    if (concept !== undefined) return concept
  }
  return stems.get(`${text}.`)
}
