import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { figures, line, ratio, type LabelledText } from './secrets.js'

// Counts only: the items of the unseen half are shown to nobody, whatever the outcome.
for (const half of ['work', 'unseen'])
  test(`S20: finds the secrets of the ${half} half, and few where there are none`, () => {
    const file = new URL(`../data/secrets.${half}.json`, import.meta.url)
    const items: readonly LabelledText[] = JSON.parse(readFileSync(file, 'utf8'))
    const found = figures(items)
    console.log(line(half, found))
    assert.ok(ratio(found.recall) >= 0.9, 'recall')
    assert.ok(ratio(found.pl) >= 0.85 && ratio(found.en) >= 0.85, 'recall of each language')
    assert.ok(ratio(found.falseAlarms) <= 0.05, 'false alarms')
    assert.equal(found.sure.right, found.sure.all, 'forms that must be found every time')
  })
