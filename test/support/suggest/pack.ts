import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { labels } from '../../../src/scope/model.js'
import type { Fitted } from './learn.js'
import { levelOf } from './learn.js'

const LINE = 240

/** The weights as src/scope/model.ts reads them. */
export function packed({ weights }: Fitted, names: readonly string[]): string {
  const width = labels.length
  const entries = names.flatMap((name, feature) => {
    const row = [...weights.subarray(feature * width, (feature + 1) * width)]
    const says = row.map((weight, label) =>
      weight === 0 ? '' : `${String.fromCharCode((weight > 0 ? 65 : 65 + width) + label)}${levelOf(weight)}`,
    )
    return row.some(weight => weight !== 0) ? [{ name, says: says.join('') }] : []
  })
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  let before = ''
  let line = ''
  const lines: string[] = []
  for (const { name, says } of entries) {
    let shared = 0
    while (shared < Math.min(35, before.length) && before[shared] === name[shared]) shared++
    const entry = shared.toString(36) + name.slice(shared) + says
    if (line.length + entry.length > LINE) {
      lines.push(line)
      line = ''
    }
    line += entry
    before = name
  }
  return [...lines, line].join('\n')
}

/** All that decides about the weights. */
const SOURCES = [
  'src/scope/concepts.ts',
  'src/scope/denial.ts',
  'src/scope/features.ts',
  'src/scope/hearing.ts',
  'src/scope/language.ts',
  'src/scope/lexicon.ts',
  'src/scope/meant.ts',
  'src/scope/model.ts',
  'test/data/problems.work.json',
  'test/data/problems.further.json',
  'test/data/problems.fresh.json',
  'test/data/problems.own.json',
  ...['frames', 'learn', 'material', 'pack', 'phrases', 'random', 'sayings', 'seeds', 'verdicts'].map(
    name => `test/support/suggest/${name}.ts`,
  ),
]

/** Of the sources, line ends aside. */
export function digest(): string {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    const text = readFileSync(new URL(`../../../${source}`, import.meta.url), 'utf8')
    hash.update(`${source}\n${text.replaceAll('\r\n', '\n')}\n`)
  }
  return hash.digest('hex')
}

/** The module that ships them. */
export function moduleOf(
  fitted: Fitted,
  verdicts: readonly (readonly number[])[],
  names: readonly string[],
): string {
  const bias = [...fitted.bias].map(value => Number(value.toFixed(2))).join(', ')
  return `// Made by test/support/suggest/train.ts from sources with the digest
// ${digest()}

/** How near each label is before anything is said, in logits. */
export const bias: readonly number[] = [${bias}]

/** By label, what each trait of a text weighs in the verdict, as src/scope/hearing.ts lists them. */
export const verdicts: readonly (readonly number[])[] = [
${verdicts.map(row => `  [${row.join(', ')}],`).join('\n')}
]

/** What features say for and against labels, as src/scope/model.ts reads it. */
export const weights = \`
${packed(fitted, names)}
\`
`
}
