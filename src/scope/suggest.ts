import { introserv } from '../policy/introserv.js'
import type { ServicePolicy } from '../policy/policy.js'
import type { Part } from './features.js'
import { partsOf } from './features.js'
import { weights } from './weights.js'

/** A task or an extra that a text asks for, with the words that speak for it. */
export interface Suggestion {
  /** Of the policy's tasks or extras. */
  readonly id: string
  /** UTF-16 offsets into the text, the end exclusive: the words that speak loudest. */
  readonly span: { readonly start: number; readonly end: number }
}

/** What speaks against every label: thanks, prices, orders, the client area. */
const NOTHING = 'nothing'

/** How far a text must look like one that asks for nothing before that weighs. */
const DOUBT_FROM = -1
const DOUBT = 1.5

/** Where precision and recall suited best on texts that the weights hadn't seen. */
const SURE_FROM = 0

/** Words no further apart than this many characters are shown as one. */
const CLOSE = 16

/** Weights are shipped as whole numbers. */
const UNIT = 3

/** In the order of the letters that the weights use. */
const labels: readonly string[] = [
  ...introserv.tasks.map(task => task.id),
  ...introserv.extras.map(extra => extra.id),
  NOTHING,
]

type Model = ReadonlyMap<string, Readonly<Record<string, number>>>

let model: Model | undefined

/**
 * Finds the tasks and extras that a description of a problem asks for, in Polish and English, in the policy's order.
 *
 * Hints for a person, never orders: what is negated, done already or another machine's is left out, and so is what the
 * policy doesn't sell. Knows the ids of the preset only; reads the first 12,000 characters. Nothing leaves the device.
 */
export function suggestTasks(text: string, policy: ServicePolicy = introserv): readonly Suggestion[] {
  const known = (model ??= unpacked())
  const parts = partsOf(text)
  const whole = parts.at(-1)
  if (whole === undefined) return []
  const doubt = DOUBT * Math.max(0, score(whole, NOTHING, known) - DOUBT_FROM)
  return [...policy.tasks, ...policy.extras].flatMap(({ id }) => {
    if (id === NOTHING || !labels.includes(id)) return []
    let best = SURE_FROM + doubt
    let loudest: Part | undefined
    for (const part of parts) {
      const value = score(part, id, known)
      if (value <= best) continue
      best = value
      loudest = part
    }
    const span = loudest && spanIn(loudest, id, known)
    return span === undefined ? [] : [{ id, span }]
  })
}

function score(part: Part, label: string, known: Model): number {
  let sum = known.get('bias')?.[label] ?? 0
  for (const feature of part.keys()) sum += known.get(feature)?.[label] ?? 0
  return sum
}

/** The word that says most for the label, with those close by that say so too. */
function spanIn(part: Part, label: string, known: Model): Suggestion['span'] | undefined {
  const weightOf = (concept: string): number => known.get(concept)?.[label] ?? 0
  const words = [...part].flatMap(([concept, some]) => (weightOf(concept) > 0 ? some : []))
  words.sort((a, b) => a.start - b.start)
  const most = Math.max(...words.map(({ concept = '' }) => weightOf(concept)))
  const at = words.findIndex(({ concept = '' }) => weightOf(concept) === most)
  const loudest = words[at]
  if (loudest === undefined) return undefined
  let { start, end } = loudest
  for (const word of words.slice(at + 1)) if (word.start - end <= CLOSE) end = word.end
  for (const word of words.slice(0, at).reverse()) if (start - word.end <= CLOSE) start = word.start
  return { start, end }
}

function unpacked(): Model {
  const known = new Map<string, Record<string, number>>()
  for (const line of weights.trim().split('\n')) {
    const [feature = '', values = ''] = line.trim().split(' ')
    const byLabel: Record<string, number> = {}
    for (const [, letter = '', value] of values.matchAll(/([a-m])(-?\d+)/g)) {
      const label = labels[letter.charCodeAt(0) - 97]
      if (label !== undefined) byLabel[label] = Number(value) / UNIT
    }
    known.set(feature, byLabel)
  }
  return known
}
