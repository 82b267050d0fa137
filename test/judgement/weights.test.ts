import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { digest } from '../support/suggest/pack.js'

test('the weights that are shipped were made from the texts and settings that are there', () => {
  const shipped = readFileSync(new URL('../../src/scope/weights.ts', import.meta.url), 'utf8')
  assert.ok(shipped.includes(digest()), 'run node --import tsx test/support/suggest/train.ts')
})
