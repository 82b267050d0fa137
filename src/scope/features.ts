import type { Word } from './concepts.js'
import { read } from './concepts.js'
import { inEnglish } from './language.js'
import { settle } from './meant.js'

/** A word of the text with the numbers of the features that it brings. */
export interface Spoken {
  readonly start: number
  readonly end: number
  readonly features: readonly number[]
}

/** What may speak of a problem by itself: a sentence, two of them, the whole text. */
export interface Part {
  readonly spoken: readonly Spoken[]
  /** Of all its words, each once. */
  readonly features: ReadonlySet<number>
  /** What the text, here or elsewhere, says and doesn't mean. */
  readonly denied: ReadonlySet<number>
}

/** The number of a feature, if anybody knows it. */
export type NumberOf = (name: string) => number | undefined

/** Who writes so few words means each of them. */
const BRIEF = 12

/** Between two wishes in a sentence; only Polish has words of one letter that do so. */
const joins = /^(?:and|then|plus|oraz|potem)$/
const joinsInPolish = /^[ia]$/

/** Of more than these, nobody tells in prose: each is heard by itself and with all the others. */
const SENTENCES_AT_MOST = 400

/** Stems by which a word is known. */
const STEMS = [4, 6]
const WHOLE_AT_MOST = 5

/** Of each word of a pair. */
const PAIR_STEM = 5

/** How many words may stand between two things that are spoken of together. */
const TOGETHER = 5

/**
 * A text as the parts that may each speak of a problem: every sentence, every two that follow each other, and all of it,
 * which comes last.
 *
 * Features are named `@concept`, `~concept` of what is said but not meant, `stem`, `word.`, `first_second` for two words
 * that follow each other, `&concept_concept` for two things spoken of together, and `#` for a brief text.
 */
export function partsOf(text: string, numberOf: NumberOf): Part[] {
  const words = read(text)
  settle(words)
  const isEnglish = inEnglish(words)
  const brief = words.length <= BRIEF ? numberOf('#') : undefined
  const denied = new Set<number>()
  const sentences: Spoken[][] = []
  const phrases: Spoken[][] = []
  const known = new Map<string, readonly number[]>()
  for (const [at, word] of words.entries()) {
    const before = words[at - 1]
    if (before?.sentence !== word.sentence) sentences.push([])
    const goesOn = joins.test(word.text) || (!isEnglish && joinsInPolish.test(word.text))
    if (before?.clause !== word.clause || goesOn) phrases.push([])
    const features = [...featuresOf(word, before, known, numberOf), ...togetherIn(words, at, numberOf)]
    if (word.off) for (const feature of saidBy(word, known, numberOf)) denied.add(feature)
    if (features.length === 0) continue
    const spoken = { start: word.start, end: word.end, features }
    sentences.at(-1)?.push(spoken)
    phrases.at(-1)?.push(spoken)
  }
  const said = sentences.filter(sentence => sentence.length > 0)
  const pairs = said.slice(1).map((sentence, at) => [...(said[at] ?? []), ...sentence])
  const alone = said.length > 1 ? said : []
  const short = phrases.filter(phrase => phrase.length > 0)
  return [
    ...(short.length > said.length ? short : []),
    ...alone,
    ...(said.length > 2 && said.length <= SENTENCES_AT_MOST ? pairs : []),
    said.flat(),
  ].map(spoken => ({
    spoken,
    features: featuresIn(spoken, brief),
    denied,
  }))
}

function featuresIn(spoken: readonly Spoken[], brief: number | undefined): ReadonlySet<number> {
  const features = new Set<number>(brief === undefined ? [] : [brief])
  for (const word of spoken) for (const feature of word.features) features.add(feature)
  return features
}

function featuresOf(
  word: Word,
  before: Word | undefined,
  known: Map<string, readonly number[]>,
  numberOf: NumberOf,
): readonly number[] {
  if (word.off) return listed(word.concept && numberOf(`~${word.concept}`))
  const found = saidBy(word, known, numberOf)
  if (before?.sentence !== word.sentence || before.off) return found
  return [
    ...found,
    ...listed(numberOf(`${before.text.slice(0, PAIR_STEM)}_${word.text.slice(0, PAIR_STEM)}`)),
  ]
}

/** What a word speaks of, with what was spoken of last. */
function togetherIn(words: readonly Word[], at: number, numberOf: NumberOf): readonly number[] {
  const { concept, off = true, sentence } = words[at] ?? {}
  if (concept === undefined || off) return []
  const last = words
    .slice(Math.max(0, at - TOGETHER - 1), at)
    .findLast(
      word =>
        word.sentence === sentence && word.concept !== undefined && word.concept !== concept && !word.off,
    )
  return listed(last?.concept && numberOf(`&${last.concept}_${concept}`))
}

/** What a word says by itself. */
function saidBy(word: Word, known: Map<string, readonly number[]>, numberOf: NumberOf): readonly number[] {
  let stems = known.get(word.text)
  if (stems === undefined) known.set(word.text, (stems = stemsOf(word.text, numberOf)))
  return word.concept === undefined ? stems : [...listed(numberOf(`@${word.concept}`)), ...stems]
}

function listed(number: number | undefined | ''): readonly number[] {
  return typeof number === 'number' ? [number] : []
}

function stemsOf(text: string, numberOf: NumberOf): readonly number[] {
  const names = STEMS.filter(length => length <= text.length).map(length => text.slice(0, length))
  if (text.length <= WHOLE_AT_MOST) names.push(`${text}.`)
  return names.flatMap(name => numberOf(name) ?? [])
}
