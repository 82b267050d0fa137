import { introserv } from '../policy/introserv.js'

/** Stands for a text that asks for nothing of ours: thanks, prices, orders, the client area. */
export const NOTHING = 'nothing'

/** In the order of the letters that the weights use. */
export const labels: readonly string[] = [
  ...introserv.tasks.map(task => task.id),
  ...introserv.extras.map(extra => extra.id),
  NOTHING,
]

/** How large a weight is, by its digit, in logits. */
export const LEVELS: readonly number[] = [0, 0.3, 0.5, 0.75, 1, 1.35, 1.75, 2.25, 3, 4]

/** What every feature says for and against every label. */
export interface Model {
  /** Of features, by name. */
  readonly numbers: ReadonlyMap<string, number>
  /** By feature: label and weight. */
  readonly rows: readonly (readonly (readonly [label: number, weight: number])[])[]
  readonly bias: readonly number[]
  /** By label, none for nothing: how much each trait of what is heard weighs. */
  readonly verdicts: readonly (readonly number[])[]
}

/**
 * Makes shipped weights ready.
 *
 * Each entry is a feature and what it says: how many letters it shares with the entry before (in base 36), its other
 * letters, then for each label a capital (A on: speaks for the label, N on: against it) and the digit of its level.
 */
export function unpack(weights: string, bias: readonly number[], verdicts: Model['verdicts']): Model {
  const numbers = new Map<string, number>()
  const rows: (readonly (readonly [number, number])[])[] = []
  let name = ''
  for (const [, shared = '', rest = '', says = ''] of weights.matchAll(
    /([\da-z])([^A-Z\n]*)((?:[A-Z]\d)+)/g,
  )) {
    name = name.slice(0, Number.parseInt(shared, 36)) + rest
    numbers.set(name, rows.length)
    rows.push(
      [...says.matchAll(/([A-Z])(\d)/g)].map(([, letter = '', digit = '']) => {
        const at = letter.charCodeAt(0) - 65
        const weight = LEVELS[Number(digit)] ?? 0
        return [at % labels.length, at < labels.length ? weight : -weight]
      }),
    )
  }
  return { numbers, rows, bias, verdicts }
}
