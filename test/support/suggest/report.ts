// node --import tsx test/support/suggest/report.ts [writers|folds|closed|work]: how right suggestions are on texts that the
// weights haven't seen, and by size: `keep=6000` ships so many weights.
import { gzipSync } from 'node:zlib'
import { introserv } from '../../../src/policy/introserv.js'
import type { Model } from '../../../src/scope/model.js'
import { unpack } from '../../../src/scope/model.js'
import type { Care } from '../../../src/scope/suggest.js'
import { care, suggestBy } from '../../../src/scope/suggest.js'
import type { Problem } from '../../judgement/problems.js'
import { figuresOf, lineOf } from '../../judgement/problems.js'
import type { Item } from './material.js'
import { foldOf, isClosed, madeUp, writerOf, written } from './material.js'
import { Names, learn, sampleOf, settings } from './learn.js'
import { packed } from './pack.js'

const [how = 'writers', ...changes] = process.argv.slice(2)
const given = Object.fromEntries(
  changes.map(change => change.split('=')).map(([name, value]) => [name!, Number(value!.split(',')[0])]),
)
/** The values to try of a setting: those given, or the one in force. */
const sweep = (name: keyof Care): number[] =>
  changes
    .find(change => change.startsWith(`${name}=`))
    ?.slice(name.length + 1)
    .split(',')
    .map(Number) ?? [care[name]]
const names = new Names()
const all = written()
const made = madeUp().map(item => sampleOf(item, names))
const samples = all.map(item => sampleOf(item, names))

const old = (item: Item): boolean => ['work', 'fen', 'fpl'].includes(writerOf(item))
const groupOf: Record<string, (item: Item) => string> = {
  writers: writerOf,
  folds: item => (old(item) ? writerOf(item) : `fold ${foldOf(item)}`),
  old: item => (old(item) ? writerOf(item) : ''),
  closed: item => (isClosed(item) ? 'closed' : ''),
}
const group = groupOf[how]!
interface Judged {
  readonly problem: Problem
  readonly suggested: readonly { readonly id: string }[]
}
const show = (name: string, those: readonly Judged[]): void => {
  const suggested = new Map(those.map(one => [one.problem.text, one.suggested]))
  console.log(
    lineOf(
      name,
      figuresOf(
        those.map(({ problem }) => problem),
        text => suggested.get(text)!,
      ),
    ),
  )
}

/** A text that came out wrong. Never of the unseen half: it isn't among these. */
function tell({ id, text, expect, open, kind }: Problem, suggested: readonly string[]): void {
  const wrong = suggested.filter(label => !expect.includes(label) && !open.includes(label))
  const missed = expect.filter(label => !suggested.includes(label) && !open.includes(label))
  if (wrong.length + missed.length === 0) return
  console.log(
    `${id} (${kind}) wrong: ${wrong.join() || '-'}, missed: ${missed.join() || '-'} | ${text.replaceAll('\n', ' ⏎ ')}`,
  )
}

const tested: { readonly model: Model; readonly items: readonly Item[]; readonly name: string }[] = []
for (const name of [...new Set(all.map(group))].filter(name => name !== '')) {
  const others = samples.filter(({ item }) => group(item) !== name && !isClosed(item))
  const fitted = learn([...made, ...others], names.list.length, { ...settings, ...given })
  const weights = packed(fitted, names.list)
  if (tested.length === 0)
    console.log(`${gzipSync(weights, { level: 9 }).length} bytes of weights, compressed`)
  const items = all.filter(item => group(item) === name && (how === 'closed' || !isClosed(item)))
  tested.push({ name, items, model: unpack(weights, [...fitted.bias]) })
}
const cares: Care[] = []
for (const sureFrom of sweep('sureFrom')) {
  for (const doubtFrom of sweep('doubtFrom')) {
    for (const doubt of sweep('doubt')) {
      for (const denial of sweep('denial')) {
        for (const denialFrom of sweep('denialFrom'))
          cares.push({ sureFrom, doubtFrom, doubt, denial, denialFrom })
      }
    }
  }
}
for (const those of cares) {
  console.log(`\n${JSON.stringify(those)}`)
  const judged = tested.flatMap(({ name, items, model }) => {
    const found = items.map(item => ({
      problem: item as Problem,
      suggested: suggestBy(model, item.text, introserv, those),
    }))
    if (cares.length === 1 && !name.startsWith('fold')) show(name, found)
    return found
  })
  if (given['print'] !== undefined)
    for (const { problem, suggested } of judged)
      tell(
        problem,
        suggested.map(({ id }) => id),
      )
  show(
    'five later writers',
    judged.filter(({ problem }) => !old(problem)),
  )
  show(
    'three earlier writers',
    judged.filter(({ problem }) => old(problem)),
  )
}
