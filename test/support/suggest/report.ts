// node --import tsx test/support/suggest/report.ts [folds|writers|closed|held]: how right suggestions are on texts that the weights
// haven't learnt from. `keep=4000` ships so many weights, `sure=-1,0,1` tries thresholds, `print=1` tells what came out wrong.
import { gzipSync } from 'node:zlib'
import { introserv } from '../../../src/policy/introserv.js'
import { labels, unpack } from '../../../src/scope/model.js'
import { verdict } from '../../../src/scope/hearing.js'
import { SURE_FROM, suggestBy } from '../../../src/scope/suggest.js'
import type { Problem } from '../../judgement/problems.js'
import { figuresOf, lineOf } from '../../judgement/problems.js'
import type { Item } from './material.js'
import { isClosed, isHeld, madeUp, writerOf, written } from './material.js'
import { Names, learn, sampleOf, settings } from './learn.js'
import { packed } from './pack.js'
import { groupOf, learnVerdicts, overhear } from './verdicts.js'

interface Judged {
  readonly group: string
  readonly problem: Problem
  readonly suggested: readonly { readonly id: string }[]
}

const [how = 'folds', ...changes] = process.argv.slice(2)
const given = new Map(
  changes.map(change => change.split('=')).map(([name, values]) => [name!, values!.split(',').map(Number)]),
)
const settled = { ...settings, keep: given.get('keep')?.[0] ?? settings.keep }
const names = new Names()
const made = madeUp().map(item => sampleOf(item, names))
const all = written().map(item => sampleOf(item, names))
const open = all.filter(({ item }) => !isClosed(item))
const groupBy = how === 'writers' ? writerOf : groupOf

/** The second step for a group learns from the other groups, as the first does. */
function leftOut(): (sure: number) => Judged[] {
  const texts = overhear(made, open, names.list, settled, groupBy)
  const verdicts = new Map(
    [...new Set(texts.map(({ group }) => group))].map(group => [
      group,
      learnVerdicts(texts.filter(text => text.group !== group)),
    ]),
  )
  return sure =>
    texts
      .filter(({ item }) => item.kind !== 'joined')
      .map(({ item, heard, group }) => ({
        group,
        problem: problemOf(item),
        suggested: labels
          .filter((_, label) => {
            const weights = verdicts.get(group)![label]
            return weights !== undefined && verdict(heard, label, weights) > sure
          })
          .map(id => ({ id })),
      }))
}

/** Texts that were kept closed, judged by all the others. */
function keptFrom(isKept: (item: Item) => boolean): (sure: number) => Judged[] {
  const others = open.filter(({ item }) => !isKept(item))
  const fitted = learn([...made, ...others], names.list.length, settled)
  const weights = packed(fitted, names.list)
  console.log(`${gzipSync(weights, { level: 9 }).length} bytes of weights, compressed`)
  const model = unpack(weights, [...fitted.bias], learnVerdicts(overhear(made, others, names.list, settled)))
  return sure =>
    all
      .filter(({ item }) => isKept(item))
      .map(({ item }) => ({
        group: writerOf(item),
        problem: problemOf(item),
        suggested: suggestBy(model, item.text, introserv, sure),
      }))
}

function problemOf(item: Item): Problem {
  return { open: [], also: [], ...item } as Problem
}

function show(name: string, those: readonly Judged[]): void {
  if (those.length === 0) return
  const suggested = new Map(those.map(one => [one.problem, one.suggested]))
  console.log(
    lineOf(
      name,
      figuresOf([...suggested.keys()], problem => suggested.get(problem)!),
    ),
  )
}

/** A text that came out wrong. Never of the unseen half: it isn't among these. */
function tell({ problem: { id, text, expect, open, kind }, suggested }: Judged): void {
  const ids = suggested.map(one => one.id)
  const wrong = ids.filter(label => !expect.includes(label) && !open.includes(label))
  const missed = expect.filter(label => !ids.includes(label) && !open.includes(label))
  if (wrong.length + missed.length === 0) return
  console.log(
    `${id} (${kind}) wrong: ${wrong.join() || '-'}, missed: ${missed.join() || '-'} | ${text.replaceAll('\n', ' ⏎ ')}`,
  )
}

const judge = how === 'closed' ? keptFrom(isClosed) : how === 'held' ? keptFrom(isHeld) : leftOut()
for (const sure of given.get('sure') ?? [SURE_FROM]) {
  console.log(`\nsure from ${sure}`)
  const judged = judge(sure)
  if (given.has('print')) judged.forEach(tell)
  for (const group of new Set(judged.map(one => one.group))) {
    if (!group.startsWith('fold'))
      show(
        group,
        judged.filter(one => one.group === group),
      )
  }
  const earlier = ({ problem }: Judged): boolean => ['work', 'fen', 'fpl'].includes(writerOf(problem))
  show(
    'later writers',
    judged.filter(one => !earlier(one)),
  )
  show('three earlier writers', judged.filter(earlier))
  show(
    'several',
    judged.filter(({ problem }) => problem.kind === 'several'),
  )
}
