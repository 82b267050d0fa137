import type { Word } from './concepts.js'
import { read } from './concepts.js'
import { settle } from './meant.js'

/** What a part of the text speaks of: concepts, each with the words that bring it. */
export type Part = ReadonlyMap<string, readonly Word[]>

/** Who writes so few words means each of them. */
const BRIEF = 12

/**
 * A text as the parts that may each speak of a problem: every sentence, every two that follow each other, and all of it,
 * which comes last. A brief text says so in each part.
 */
export function partsOf(text: string): Part[] {
  const words = read(text)
  settle(words)
  const sentences: Word[][] = []
  let last = -1
  for (const word of words) {
    if (word.concept === undefined || word.off) continue
    if (word.sentence !== last) sentences.push([])
    last = word.sentence
    sentences.at(-1)?.push(word)
  }
  const pairs = sentences.slice(1).map((sentence, at) => [...(sentences[at] ?? []), ...sentence])
  const all = sentences.length > 2 ? [sentences.flat()] : []
  const parts = new Map<string, Part>()
  for (const spoken of [...sentences, ...pairs, ...all]) {
    const found = part(spoken, words.length <= BRIEF)
    const same = [...found.keys()].join()
    // The last stands for its likes, so that the whole stays last.
    parts.delete(same)
    parts.set(same, found)
  }
  return [...parts.values()]
}

function part(words: readonly Word[], brief: boolean): Part {
  const found = new Map<string, Word[]>(brief ? [['brief', []]] : [])
  for (const word of words) {
    const { concept = '' } = word
    const same = found.get(concept)
    if (same === undefined) found.set(concept, [word])
    else same.push(word)
  }
  return found
}
