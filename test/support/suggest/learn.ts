// Sparse logistic regression for many labels at once: AdaGrad with a lasso, the part of a text that speaks loudest standing
// for it. Seeded: the same material gives the same weights.
import { partsOf } from '../../../src/scope/features.js'
import { LEVELS, NOTHING, labels } from '../../../src/scope/model.js'
import type { Item } from './material.js'
import { seeded } from './random.js'

const WIDTH = labels.length
const NONE = labels.indexOf(NOTHING)
const EPOCHS = 15
/** Weights are the mean of those after each epoch from here. */
const MEAN_FROM = 5
const RATE = 0.15
const BIAS_RATE = 0.045
const LEAST_TEXTS = 2
/** Each time a text is read, this share of its features goes unheard, so that no label hangs on few of them. */
const UNHEARD = 0.2
/** Negations and texts that ask for nothing must come out right. */
const STRICT = 2

/** Settings of which the size depends. */
export interface Settings {
  /** The lasso that chooses features. */
  readonly choosing: number
  /** The lasso on what was chosen. */
  readonly settling: number
  /** How many weights are shipped. */
  readonly keep: number
}

export const settings: Settings = { choosing: 8e-5, settling: 1e-5, keep: 5700 }

/** A text in numbers. */
export interface Sample {
  readonly item: Item
  readonly parts: readonly Int32Array[]
  readonly truth: Uint8Array
  readonly counts: Uint8Array
  readonly share: number
}

/** Weights by feature and label, in rows. */
export interface Fitted {
  readonly weights: Float32Array
  readonly bias: Float32Array
}

/** Gives features their numbers. */
export class Names {
  readonly list: string[] = []
  readonly #numbers = new Map<string, number>()

  numberOf(name: string): number {
    let number = this.#numbers.get(name)
    if (number === undefined) {
      number = this.list.push(name) - 1
      this.#numbers.set(name, number)
    }
    return number
  }
}

export function sampleOf(item: Item, names: Names): Sample {
  const strict = item.kind === 'nothing' || item.kind === 'negation' ? STRICT : 1
  return {
    item,
    parts: partsOf(item.text, name => names.numberOf(name)).map(({ features }) => Int32Array.from(features)),
    truth: Uint8Array.from(labels, label =>
      Number(label === NOTHING ? item.expect.length === 0 : item.expect.includes(label)),
    ),
    counts: Uint8Array.from(labels, label => Number(!item.open?.includes(label))),
    share: strict * (item.share ?? 1),
  }
}

/** In how many texts each feature is; made-up ones count their share. */
function spread(samples: readonly Sample[], features: number, shared: boolean): Float64Array {
  const counts = new Float64Array(features)
  for (const { parts, item } of samples) {
    const share = shared ? (item.share ?? 1) : 1
    for (const feature of new Set(parts.flatMap(part => [...part]))) counts[feature]! += share
  }
  return counts
}

/** Fits weights to the texts; only those in `chosen` may be other than 0, if given. */
export function fit(
  samples: readonly Sample[],
  features: number,
  lasso: number,
  chosen?: Uint8Array,
): Fitted {
  const weights = new Float32Array(features * WIDTH)
  const slopes = new Float32Array(features * WIDTH).fill(1e-3)
  const touched = new Int32Array(features)
  const bias = new Float32Array(WIDTH).fill(-2)
  const biasSlopes = new Float32Array(WIDTH).fill(1e-2)
  const mean = { weights: new Float32Array(features * WIDTH), bias: new Float32Array(WIDTH) }
  const useful = spread(samples, features, false).map((count, feature) =>
    Number(
      count >= LEAST_TEXTS &&
        (chosen?.subarray(feature * WIDTH, (feature + 1) * WIDTH).some(Boolean) ?? true),
    ),
  )
  const random = seeded(1)
  const order = samples.map((_, at) => at)
  let time = 0
  /** The lasso pulls when a feature is looked at, for all the time since. */
  const settle = (feature: number): void => {
    const since = time - touched[feature]!
    if (since === 0) return
    touched[feature] = time
    for (let at = feature * WIDTH; at < (feature + 1) * WIDTH; at++) {
      const weight = weights[at]!
      if (weight === 0) continue
      const pull = (RATE / Math.sqrt(slopes[at]!)) * lasso * since
      weights[at] = Math.sign(weight) * Math.max(0, Math.abs(weight) - pull)
    }
  }
  const score = new Float32Array(WIDTH)
  const most = new Float32Array(WIDTH)
  const loudest = new Int32Array(WIDTH)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1))
      ;[order[at], order[other]] = [order[other]!, order[at]!]
    }
    for (const which of order) {
      const { parts: whole, truth, counts, share } = samples[which]!
      const unheard = new Set([...whole.at(-1)!].filter(() => random() < UNHEARD))
      const parts = whole.map(part => part.filter(feature => !unheard.has(feature)))
      time++
      most.fill(-1e9)
      for (const [at, part] of parts.entries()) {
        score.set(bias)
        for (const feature of part) {
          if (!useful[feature]) continue
          settle(feature)
          for (let label = 0; label < WIDTH; label++) score[label]! += weights[feature * WIDTH + label]!
        }
        for (let label = 0; label < WIDTH; label++) {
          const whole = at === parts.length - 1
          if (!whole && (label === NONE || (epoch === 0 && truth[label]))) continue
          if (score[label]! <= most[label]!) continue
          most[label] = score[label]!
          loudest[label] = at
        }
      }
      for (let label = 0; label < WIDTH; label++) {
        if (!counts[label]) continue
        const error = (1 / (1 + Math.exp(-most[label]!)) - truth[label]!) * share
        if (Math.abs(error) < 1e-3) continue
        biasSlopes[label]! += error * error
        bias[label]! -= (BIAS_RATE / Math.sqrt(biasSlopes[label]!)) * error
        for (const feature of parts[loudest[label]!]!) {
          const at = feature * WIDTH + label
          if (!useful[feature] || (chosen && !chosen[at])) continue
          slopes[at]! += error * error
          weights[at]! -= (RATE / Math.sqrt(slopes[at]!)) * error
        }
      }
    }
    if (epoch < MEAN_FROM) continue
    for (let feature = 0; feature < features; feature++) settle(feature)
    const share = 1 / (EPOCHS - MEAN_FROM)
    for (let at = 0; at < weights.length; at++) mean.weights[at]! += weights[at]! * share
    for (let at = 0; at < WIDTH; at++) mean.bias[at]! += bias[at]! * share
  }
  return mean
}

const LEAST_WEIGHT = 0.15

/** The weights that say most, as whole levels: what is shipped. */
export function shrink({ weights, bias }: Fitted, samples: readonly Sample[], keep: number): Fitted {
  const counts = spread(samples, weights.length / WIDTH, true)
  const worth = (at: number): number => Math.abs(weights[at]!) * counts[Math.floor(at / WIDTH)]! ** 0.3
  const ranked = [...weights.keys()].filter(at => Math.abs(weights[at]!) > LEAST_WEIGHT)
  ranked.sort((a, b) => worth(b) - worth(a) || a - b)
  const kept = new Float32Array(weights.length)
  for (const at of ranked.slice(0, keep)) kept[at] = Math.sign(weights[at]!) * LEVELS[levelOf(weights[at]!)]!
  return { weights: kept, bias }
}

/** The level nearest to a weight, never 0. */
export function levelOf(weight: number): number {
  const far = LEVELS.map(level => Math.abs(level - Math.abs(weight)))
  return far.indexOf(Math.min(...far.slice(1)), 1)
}

/** All of it: choose features, fit again with these alone, round. */
export function learn(samples: readonly Sample[], features: number, how: Settings): Fitted {
  const first = shrink(fit(samples, features, how.choosing), samples, how.keep)
  const again = fit(
    samples,
    features,
    how.settling,
    Uint8Array.from(first.weights, weight => Number(weight !== 0)),
  )
  return shrink(again, samples, how.keep)
}
