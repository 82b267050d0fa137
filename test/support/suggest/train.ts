// node --import tsx test/support/suggest/train.ts: fits the weights of suggestTasks and writes src/scope/weights.ts. Takes a
// minute or two.
import { writeFileSync } from 'node:fs'
import { Names, learn, sampleOf, settings } from './learn.js'
import { isClosed, madeUp, written } from './material.js'
import { moduleOf } from './pack.js'
import { learnVerdicts, overhear } from './verdicts.js'

const names = new Names()
const made = madeUp().map(item => sampleOf(item, names))
const samples = written()
  .filter(item => !isClosed(item))
  .map(item => sampleOf(item, names))
const fitted = learn([...made, ...samples], names.list.length, settings)
const verdicts = learnVerdicts(overhear(made, samples, names.list))
writeFileSync(
  new URL('../../../src/scope/weights.ts', import.meta.url),
  moduleOf(fitted, verdicts, names.list),
)
