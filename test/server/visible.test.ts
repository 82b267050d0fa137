import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exact, visible } from '../../demo/desk/visible.js'

/** How many marks the desk puts into a text. */
function marksIn({ values }: ReturnType<typeof visible>): number {
  const [pieces] = values
  assert.ok(Array.isArray(pieces))
  return pieces.filter(piece => typeof piece !== 'string').length
}

void test('the desk marks what an eye would miss', () => {
  assert.equal(marksIn(visible('safe \u202e name')), 1)
  assert.equal(marksIn(visible('root\u200d@host')), 1)
})

void test('the desk leaves a picture that is made of several whole, but not in login details', () => {
  assert.equal(marksIn(visible('Thanks 👩🏽‍💻 and 👨‍👩‍👧')), 0)
  assert.equal(marksIn(visible('👩\u200d')), 1)
  assert.equal(marksIn(exact('👩‍💻')), 1)
})

void test('the desk marks a run of them once, and only so many of a text', () => {
  assert.equal(marksIn(visible('x' + '\u202e\u200b'.repeat(10_000))), 1)
  const { values } = visible('a\u202e'.repeat(10_000))
  assert.equal(marksIn(visible('a\u202e'.repeat(10_000))), 300)
  // What isn't marked any more isn't obeyed either.
  assert.ok(!String(values.at(-1)).includes('\u202e'))
  assert.equal(marksIn(exact('a  b\n\n')), 3)
})
