// The second step: from what is heard for every label to a verdict on each, learnt on texts that the first step hadn't seen.
import type { Heard } from '../../../src/scope/hearing.js'
import { hear, traits } from '../../../src/scope/hearing.js'
import { NOTHING, labels, unpack } from '../../../src/scope/model.js'
import type { Sample } from './learn.js'
import { learn, settings } from './learn.js'
import type { Item } from './material.js'
import { foldOf, writerOf } from './material.js'
import { packed } from './pack.js'
import { seeded } from './random.js'

/** Holds weights small. */
const RIDGE = 20
const ROUNDS = 25
/** Negations and texts that ask for nothing must come out right; several wishes are rarer here than in life. */
const SHARES: Readonly<Record<string, number>> = { nothing: 10, negation: 10, several: 4, joined: 1 }

/** A text as a model heard it that hadn't learnt from it. */
export interface Overheard {
  readonly item: Item
  readonly heard: Heard
  /** With whom it was left out. */
  readonly group: string
}

/** The three who wrote all labels are left out one by one, of the others a fifth at a time. */
export function groupOf(item: Item): string {
  const writer = writerOf(item)
  return ['work', 'fen', 'fpl'].includes(writer) ? writer : `fold ${foldOf(item)}`
}

/** Every text as heard by a model that learnt from all groups but its own. */
export function overhear(
  made: readonly Sample[],
  samples: readonly Sample[],
  names: readonly string[],
  how = settings,
  groupBy = groupOf,
): Overheard[] {
  return [...new Set(samples.map(({ item }) => groupBy(item)))].flatMap(group => {
    const others = samples.filter(({ item }) => groupBy(item) !== group)
    const fitted = learn([...made, ...others], names.length, how)
    const model = unpack(packed(fitted, names), [...fitted.bias], [])
    const own = samples.filter(({ item }) => groupBy(item) === group).map(({ item }) => item)
    return [...own, ...joined(own)].map(item => ({ item, group, heard: hear(item.text, model) }))
  })
}

/** Two or three short wishes in one sentence, as people list them. */
function joined(items: readonly Item[]): Item[] {
  const short = items.filter(
    ({ text, expect }) => expect.length === 1 && text.length < 90 && !text.includes('\n'),
  )
  const random = seeded(5)
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  return short.flatMap(one => {
    const wishes = [one, any(short), ...(random() < 0.4 ? [any(short)] : [])]
    const expect = [...new Set(wishes.flatMap(wish => wish.expect))]
    if (wishes.some(wish => wish.language !== one.language) || expect.length < wishes.length) return []
    const joints =
      one.language === 'pl' ? [', ', ' i ', ' oraz ', '. ', '; a '] : [', ', ' and ', ' + ', '. ', '; also ']
    const text = wishes
      .map(wish => wish.text.replace(/[.!?]+$/, ''))
      .reduce((all, next) => all + any(joints) + next)
    return [
      { id: wishes.map(({ id }) => id).join('+'), language: one.language, text, expect, kind: 'joined' },
    ]
  })
}

/** For each label the weights of its traits, by ridge-regularized logistic regression. */
export function learnVerdicts(texts: readonly Overheard[]): number[][] {
  return labels
    .filter(label => label !== NOTHING)
    .map((id, label) => {
      const counted = texts.filter(({ item }) => !item.open?.includes(id))
      return regress(
        counted.map(({ heard }) => traits(heard, label)),
        counted.map(({ item }) => Number(item.expect.includes(id))),
        counted.map(({ item }) => SHARES[item.kind] ?? 1),
      ).map(weight => Number(weight.toFixed(2)))
    })
}

/** By Newton's method, on traits brought to the same scale; the last is always 1. */
function regress(rows: readonly number[][], truth: readonly number[], shares: readonly number[]): number[] {
  const width = rows[0]!.length
  const last = width - 1
  const means = Array.from({ length: width }, (_, at) =>
    at === last ? 0 : meanOf(rows.map(row => row[at]!)),
  )
  const scales = means.map((mean, at) =>
    at === last ? 1 : Math.sqrt(meanOf(rows.map(row => (row[at]! - mean) ** 2))) + 1e-6,
  )
  const scaled = rows.map(row => row.map((value, at) => (value - means[at]!) / scales[at]!))
  let weights = means.map(() => 0)
  for (let round = 0; round < ROUNDS; round++) {
    const slope = weights.map(weight => RIDGE * weight)
    const bend = weights.map((_, at) => weights.map((_, other) => (at === other ? RIDGE : 0)))
    for (const [at, row] of scaled.entries()) {
      const chance = 1 / (1 + Math.exp(-row.reduce((sum, value, of) => sum + value * weights[of]!, 0)))
      const error = shares[at]! * (chance - truth[at]!)
      const curve = shares[at]! * chance * (1 - chance)
      for (let one = 0; one < width; one++) {
        slope[one]! += error * row[one]!
        for (let other = 0; other < width; other++) bend[one]![other]! += curve * row[one]! * row[other]!
      }
    }
    const step = solve(bend, slope)
    weights = weights.map((weight, at) => weight - step[at]!)
  }
  const raw = weights.map((weight, at) => weight / scales[at]!)
  raw[last]! -= raw.reduce((sum, weight, at) => sum + (at === last ? 0 : weight * means[at]!), 0)
  return raw
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Gauss's elimination, the largest pivot first. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at]!])
  for (let column = 0; column < rows.length; column++) {
    let pivot = column
    for (let at = column + 1; at < rows.length; at++) {
      if (Math.abs(rows[at]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = at
    }
    ;[rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!]
    for (let at = 0; at < rows.length; at++) {
      if (at === column) continue
      const share = rows[at]![column]! / rows[column]![column]!
      rows[at] = rows[at]!.map((value, of) => value - share * rows[column]![of]!)
    }
  }
  return rows.map((row, at) => row.at(-1)! / row[at]!)
}
