import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { scoreReferences, type LabelledReference } from './references.js'

const halves = ['work', 'unseen'] as const

function itemsOf(half: (typeof halves)[number]): readonly LabelledReference[] {
  return JSON.parse(readFileSync(new URL(`../data/references.${half}.json`, import.meta.url), 'utf8'))
}

describe('how a server is named', () => {
  for (const half of halves) {
    it(`is understood as labelled, in at least 98 of 100 of the ${half} half`, () => {
      const { right, total, malformedAsName, wrong } = scoreReferences(itemsOf(half))
      const share = ((100 * right) / total).toFixed(1)
      console.log(
        `references, ${half}: ${right} of ${total} right (${share} %), ${malformedAsName} malformed taken as a name`,
      )
      // The unseen half stays unseen: only its counts are told.
      if (half === 'work' && wrong.length > 0) console.log(`wrong: ${wrong.join(', ')}`)
      assert.ok(total >= 150, 'the half is there, whole')
      assert.ok(right / total >= 0.98, `${share} % right`)
      assert.equal(malformedAsName, 0)
    })
  }
})
