import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findSecrets } from '../../src/index.js'
import { hostile } from '../support/hostile-secrets.js'

/** Milliseconds of the best of five: what the machine does beside it isn't measured. */
function fastest(text: string): number {
  const times = [1, 2, 3, 4, 5].map(() => {
    const start = performance.now()
    findSecrets(text)
    return performance.now() - start
  })
  return Math.min(...times)
}

for (const length of [10_000, 60_000])
  for (const piece of hostile)
    test(`${length} characters of ${JSON.stringify(piece)} are read at once`, () => {
      assert.ok(fastest(piece.repeat(length / piece.length)) < 50)
    })
