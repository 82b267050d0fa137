import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'node:test'
import { ROOT } from '../support/run.js'
import { memoryTests } from './heap.js'
import { isFull } from './how-much.js'

/** What has to be shown of secrets and hostile input: rows S1 to S21 of the acceptance. */
const rows = Array.from({ length: 21 }, (_, index) => `S${String(index + 1)}`)

it('every row has a test that names it', () => {
  const titles = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.test.ts'))
    .flatMap(name => {
      const source = readFileSync(join(ROOT, 'test', name), 'utf8')
      return [...source.matchAll(/\b(?:it|test)\(\s*['"`]((?:S\d+(?:, )?)+):/g)].map(
        ([, found = '']) => found,
      )
    })
  const named = new Set(titles.flatMap(title => title.split(', ')))
  assert.deepEqual(
    rows.filter(row => !named.has(row)),
    [],
  )
})

if (isFull) memoryTests()
