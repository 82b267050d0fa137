import { introserv } from '../policy/introserv.js'
import type { ServicePolicy } from '../policy/policy.js'
import type { Part } from './features.js'
import { partsOf } from './features.js'
import type { Model } from './model.js'
import { NOTHING, labels, unpack } from './model.js'
import { bias, weights } from './weights.js'

/** A task or an extra that a text asks for, with the words that speak for it. */
export interface Suggestion {
  /** Of the policy's tasks or extras. */
  readonly id: string
  /** UTF-16 offsets into the text, the end exclusive: the words that speak loudest. */
  readonly span: { readonly start: number; readonly end: number }
}

/** When to speak, in logits: chosen on texts of writers whom the weights didn't know. */
export interface Care {
  /** From here on the weights are sure. */
  readonly sureFrom: number
  /** How far a text must look like one that asks for nothing before that weighs, and how much it does. */
  readonly doubtFrom: number
  readonly doubt: number
  /** On top for a label of which the text also speaks without meaning it. */
  readonly denial: number
  /** How much it must do so. */
  readonly denialFrom: number
}

/** As suggestions are made. */
export const care: Care = { sureFrom: 0.3, doubtFrom: -2, doubt: 2, denial: 1, denialFrom: 2 }

/** Words no further apart than this many characters are shown as one. */
const CLOSE = 16

let model: Model | undefined

/**
 * Finds the tasks and extras that a description of a problem asks for, in Polish and English, in the policy's order.
 *
 * Hints for a person, never orders: what is negated, done already or another machine's is left out, and so is what the
 * policy doesn't sell. Knows the ids of the preset only; reads the first 12,000 characters. Nothing leaves the device.
 */
export function suggestTasks(text: string, policy: ServicePolicy = introserv): readonly Suggestion[] {
  return suggestBy((model ??= unpack(weights, bias)), text, policy)
}

/** The same by any weights, so that they can be measured before they are shipped. */
export function suggestBy(
  known: Model,
  text: string,
  policy: ServicePolicy,
  { sureFrom, doubtFrom, doubt, denial, denialFrom } = care,
): readonly Suggestion[] {
  const sold = new Set([...policy.tasks, ...policy.extras].map(({ id }) => id))
  const parts = partsOf(text, name => known.numbers.get(name))
  const scores = parts.map(part => sums(part.features, known, Float32Array.from(known.bias)))
  const nothing = scores.at(-1)?.[labels.indexOf(NOTHING)] ?? 0
  const doubts = sureFrom + doubt * Math.max(0, nothing - doubtFrom)
  const denied = sums(parts.at(-1)?.denied ?? [], known)
  const found = new Map<string, Suggestion>()
  for (const [label, id] of labels.entries()) {
    if (id === NOTHING || !sold.has(id)) continue
    const least = doubts + ((denied[label] ?? 0) > denialFrom ? denial : 0)
    const values = scores.map(score => score[label] ?? 0)
    const most = values.reduce((a, b) => Math.max(a, b), least)
    const loudest = most > least ? parts[values.indexOf(most)] : undefined
    const span = loudest && spanIn(loudest, label, known)
    if (span !== undefined) found.set(id, { id, span })
  }
  return [...sold].flatMap(id => found.get(id) ?? [])
}

/** What features say for each label. */
function sums(
  features: Iterable<number>,
  { rows }: Model,
  scores = new Float32Array(labels.length),
): Float32Array {
  for (const feature of features) {
    for (const [label, weight] of rows[feature] ?? []) scores[label] = (scores[label] ?? 0) + weight
  }
  return scores
}

/** The word that says most for the label, with those close by that say so too. */
function spanIn(part: Part, label: number, { rows }: Model): Suggestion['span'] | undefined {
  const weights = part.spoken.map(({ features }) =>
    features.reduce((sum, feature) => sum + (rows[feature]?.find(([of]) => of === label)?.[1] ?? 0), 0),
  )
  const at = weights.indexOf(weights.reduce((a, b) => Math.max(a, b), 0))
  const loudest = part.spoken[at]
  if (loudest === undefined) return undefined
  let { start, end } = loudest
  const speaks = (word: number): boolean => (weights[word] ?? 0) > 0
  for (const [word, { start: from, end: to }] of part.spoken.entries()) {
    if (word > at && speaks(word) && from - end <= CLOSE) end = to
  }
  for (let word = at - 1; word >= 0; word--) {
    const before = part.spoken[word]
    if (before !== undefined && speaks(word) && start - before.end <= CLOSE) start = before.start
  }
  return { start, end }
}
