// node --import tsx test/support/suggest/train.ts: fits the weights of suggestTasks and writes src/scope/weights.ts.
import { writeFileSync } from 'node:fs'
import { Names, learn, sampleOf, settings } from './learn.js'
import { isClosed, madeUp, written } from './material.js'
import { moduleOf } from './pack.js'

const names = new Names()
const samples = [...madeUp(), ...written().filter(item => !isClosed(item))].map(item => sampleOf(item, names))
const fitted = learn(samples, names.list.length, settings)
writeFileSync(new URL('../../../src/scope/weights.ts', import.meta.url), moduleOf(fitted, names.list))
