import { introserv } from '../policy/introserv.js'
import type { ServicePolicy } from '../policy/policy.js'
import type { Part } from './features.js'
import { hear, verdict } from './hearing.js'
import type { Model } from './model.js'
import { labels, unpack } from './model.js'
import { bias, verdicts, weights } from './weights.js'

/** A task or an extra that a text asks for, with the words that speak for it. */
export interface Suggestion {
  /** Of the policy's tasks or extras. */
  readonly id: string
  /** UTF-16 offsets into the text, the end exclusive: the words that speak loudest. */
  readonly span: { readonly start: number; readonly end: number }
}

/** In logits: where precision suited best on texts of writers whom the weights didn't know. */
export const SURE_FROM = -0.3

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
  return suggestBy((model ??= unpack(weights, bias, verdicts)), text, policy)
}

/** The same by any weights, so that they can be measured before they are shipped. */
export function suggestBy(
  known: Model,
  text: string,
  policy: ServicePolicy,
  sureFrom = SURE_FROM,
): readonly Suggestion[] {
  const heard = hear(text, known)
  return [...policy.tasks, ...policy.extras].flatMap(({ id }) => {
    const label = labels.indexOf(id)
    const weighed = known.verdicts[label]
    if (weighed === undefined || verdict(heard, label, weighed) <= sureFrom) return []
    const loudest = heard.parts[heard.scores.findIndex(score => score[label] === heard.loudest[label])]
    const span = loudest && spanIn(loudest, label, known)
    return span === undefined ? [] : [{ id, span }]
  })
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
