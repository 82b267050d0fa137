// node --import tsx test/support/suggest/train.ts: fits the weights of suggestTasks and writes src/scope/weights.ts.
// Sparse logistic regression over the features of src/scope/features.ts, one label at a time, by FISTA; no chance in it.
import { readFileSync, writeFileSync } from 'node:fs'
import { partsOf } from '../../../src/scope/features.js'
import { phrases } from './phrases.js'

export interface Item {
  readonly id: string
  readonly language: string
  readonly text: string
  readonly expect: readonly string[]
  readonly open?: readonly string[]
  readonly kind: string
  readonly also?: readonly string[]
  /** How much it counts beside a text of a person: 1. */
  readonly share?: number
}

export interface Fitted {
  readonly bias: number
  readonly weights: ReadonlyMap<string, number>
}

export const labels = [
  'password-reset',
  'network-recovery',
  'remote-access-restore',
  'bootloader-repair',
  'filesystem-repair',
  'service-restart',
  'os-diagnostics',
  'software-install',
  'application-troubleshooting',
  'data-recovery',
  'performance-tuning',
  'malware-removal',
  'nothing',
]

const SPARSE = 0.0004
const SMALL = 0.0002
const LEAST_TEXTS = 3
const ROUNDS = 4
const STEPS = 300
/** Negations and texts that ask for nothing must come out right. */
const STRICT = 2
const UNIT = 3
const LEAST_WEIGHT = 0.5

interface Sample {
  readonly features: readonly number[]
  readonly truth: number
  readonly share: number
}

/** Fits one model per label; the part of a text that speaks loudest stands for it. */
export function fit(items: readonly Item[]): Map<string, Fitted> {
  const parts = items.map(item => partsOf(item.text).map(part => [...part.keys()]))
  const counts = new Map<string, number>()
  for (const text of parts)
    for (const name of new Set(text.flat())) counts.set(name, (counts.get(name) ?? 0) + 1)
  const names = [...counts].filter(([, count]) => count >= LEAST_TEXTS).map(([name]) => name)
  const place = new Map(names.map((name, at) => [name, at]))
  const numbered = parts.map(text => text.map(part => part.flatMap(name => place.get(name) ?? [])))
  return new Map(labels.map(label => [label, fitOne(label, items, numbered, names)]))
}

function fitOne(
  label: string,
  items: readonly Item[],
  texts: readonly (readonly (readonly number[])[])[],
  names: readonly string[],
): Fitted {
  const nothing = label === 'nothing'
  let weights: Float64Array = new Float64Array(names.length)
  let bias = -2
  const chosen = texts.map(text => new Set(text.slice(-1)))
  for (let round = 0; round < ROUNDS; round++) {
    const samples: Sample[] = []
    for (const [at, item] of items.entries()) {
      const text = nothing ? texts[at]!.slice(-1) : texts[at]!
      if (item.open?.includes(label) || text.length === 0) continue
      const truth = (nothing ? item.expect.length === 0 : item.expect.includes(label)) ? 1 : 0
      if (round > 0) {
        const loudest = text.reduce((a, b) => (sum(b, weights) > sum(a, weights) ? b : a))
        if (truth) chosen[at] = new Set([loudest])
        else chosen[at]!.add(loudest)
      }
      const strict = item.kind === 'nothing' || item.kind === 'negation' ? STRICT : 1
      const share = (strict * (item.share ?? 1)) / chosen[at]!.size
      for (const features of chosen[at]!) samples.push({ features, truth, share })
    }
    ;({ weights, bias } = descend(samples, weights, bias, names))
  }
  return { bias, weights: new Map(names.map((name, at) => [name, weights[at]!])) }
}

function descend(
  samples: readonly Sample[],
  start: Float64Array,
  startBias: number,
  names: readonly string[],
) {
  const total = samples.reduce((all, { share }) => all + share, 0)
  const step = 1 / (3 + SMALL)
  let weights: Float64Array = start
  let bias = startBias
  let ahead: Float64Array = start.slice()
  let biasAhead = bias
  let pace = 1
  for (let count = 0; count < STEPS; count++) {
    const slope = new Float64Array(names.length)
    let biasSlope = 0
    for (const { features, truth, share } of samples) {
      const error = ((1 / (1 + Math.exp(-biasAhead - sum(features, ahead))) - truth) * share) / total
      biasSlope += error
      for (const feature of features) slope[feature]! += error
    }
    const next = new Float64Array(names.length)
    for (const at of names.keys()) {
      const moved = ahead[at]! - step * (slope[at]! + SMALL * ahead[at]!)
      const least = step * SPARSE
      next[at] = Math.sign(moved) * Math.max(0, Math.abs(moved) - least)
    }
    const nextBias = biasAhead - step * biasSlope
    const nextPace = (1 + Math.sqrt(1 + 4 * pace * pace)) / 2
    const lead = (pace - 1) / nextPace
    ahead = next.map((value, at) => value + lead * (value - weights[at]!))
    biasAhead = nextBias + lead * (nextBias - bias)
    weights = next
    bias = nextBias
    pace = nextPace
  }
  return { weights, bias }
}

function sum(features: readonly number[], weights: Float64Array): number {
  return features.reduce((all, feature) => all + weights[feature]!, 0)
}

/** The weights as src/scope/weights.ts carries them: a feature a line, a letter for each label. */
export function packed(model: ReadonlyMap<string, Fitted>): string {
  const lines = new Map<string, string>()
  const add = (name: string, at: number, value: number): void => {
    const whole = Math.round(value * UNIT)
    if (whole !== 0)
      lines.set(name, (lines.get(name) ?? `${name} `) + `${String.fromCharCode(97 + at)}${whole}`)
  }
  for (const [at, label] of labels.entries()) {
    const { bias, weights } = model.get(label)!
    add('bias', at, bias)
    for (const [name, weight] of weights) if (Math.abs(weight) >= LEAST_WEIGHT) add(name, at, weight)
  }
  return [...lines.values()].sort().join('\n')
}

/** All that there is to learn from: what people wrote, and made-up phrases, which count less. */
export function material(): Item[] {
  const read = (name: string): Item[] =>
    JSON.parse(readFileSync(new URL(`../../data/${name}.json`, import.meta.url), 'utf8'))
  return [...phrases(), ...read('problems.work'), ...read('problems.further')]
}

/** Written only when run by itself. */
if (process.argv[1]?.endsWith('train.ts')) {
  const text = `/**
 * How much a concept of the lexicon says for a label, in thirds of a logit: made by test/support/suggest/train.ts.
 *
 * A concept a line, a letter for each label that it says something for: the preset's tasks a–h, its extras i–l, in its
 * order; m is a text that asks for nothing of it.
 */
export const weights = \`
${packed(fit(material()))}
\`
`
  writeFileSync(new URL('../../../src/scope/weights.ts', import.meta.url), text)
}
