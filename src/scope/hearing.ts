import type { Part } from './features.js'
import { partsOf } from './features.js'
import type { Model } from './model.js'
import { NOTHING, labels } from './model.js'

/** What a text says for each label, by the letter of its words. */
export interface Heard {
  readonly parts: readonly Part[]
  /** By part and label. */
  readonly scores: readonly Float32Array[]
  /** By label: of the part that speaks loudest; of the whole; of what is said but not meant. */
  readonly loudest: readonly number[]
  readonly whole: readonly number[]
  readonly denied: readonly number[]
}

const NONE = labels.indexOf(NOTHING)

/** How far a text must look like one that asks for nothing before that weighs. */
const DOUBT_FROM = -2
const DOUBT = 1

/** How much a text must deny a label before that weighs. */
const DENIAL_FROM = 2
const DENIAL = 1

/** Who denies anything must ask the more clearly: a wrong suggestion is worse there than none. */
const WARY = 0.7

const within = (least: number, value: number, most: number): number => Math.max(least, Math.min(most, value))

/** Listens to a text, part by part. */
export function hear(text: string, known: Model): Heard {
  const parts = partsOf(text, name => known.numbers.get(name))
  const scores = parts.map(part => sums(part.features, known, Float32Array.from(known.bias)))
  return {
    parts,
    scores,
    loudest: labels.map((_, label) =>
      scores.reduce((most, score) => Math.max(most, score[label] ?? 0), -Infinity),
    ),
    whole: [...(scores.at(-1) ?? [])],
    denied: [...sums(parts.at(-1)?.denied ?? [], known, new Float32Array(labels.length))],
  }
}

/** Adds up what features say for each label. */
function sums(features: Iterable<number>, { rows }: Model, scores: Float32Array): Float32Array {
  for (const feature of features) {
    for (const [label, weight] of rows[feature] ?? []) scores[label] = (scores[label] ?? 0) + weight
  }
  return scores
}

/** What the verdict on a label weighs: what speaks for it, for each other label, and for none. */
export function traits({ loudest, whole, denied }: Heard, label: number): number[] {
  const isOther = (_: unknown, at: number): boolean => at !== label && at !== NONE
  const others = loudest.filter(isOther)
  const none = whole[NONE] ?? 0
  return [
    within(-6, loudest[label] ?? 0, 8),
    within(-6, whole[label] ?? 0, 8),
    Math.max(0, none - DOUBT_FROM),
    within(-6, none, 6),
    within(0, denied[label] ?? 0, 5),
    within(0, Math.max(...denied.filter(isOther)), 5),
    within(-4, Math.max(...others), 6),
    ...others.map(score => within(-1, score, 3) + 1),
    1,
  ]
}

/** How sure it is that a label is asked for, in logits: a symptom that another label explains counts less. */
export function verdict(heard: Heard, label: number, weights: readonly number[]): number {
  const sum = traits(heard, label).reduce((all, trait, at) => all + trait * (weights[at] ?? 0), 0)
  const doubt = DOUBT * Math.max(0, (heard.whole[NONE] ?? 0) - DOUBT_FROM)
  const denial = (heard.denied[label] ?? 0) > DENIAL_FROM ? DENIAL : 0
  const wary = (heard.parts.at(-1)?.denied.size ?? 0) > 0 ? WARY : 0
  return sum - doubt - denial - wary
}
