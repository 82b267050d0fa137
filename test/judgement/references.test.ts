import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { parseServerReference } from '../../src/index.js'
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

  it('takes less than 50 ms, however long and hostile the text is', () => {
    const pieces = [
      ...['1.', '1,', ' 1', '1:', ':', '::', 'a:', 'a.', 'l.1', 'xn--a.', '.', '. ', ' .', '-', '/', '//'],
      ...['@', 'a1@', '[', ']', '%', '%3a', '%25', '?a=', '&a=b', ';a=', '#', '=', '0x', '²1', '１', '𝟒'],
      ...[
        '\u200b',
        '\u200d',
        ' ',
        '\n',
        'root:',
        'root ',
        'hasło ',
        'hasło: ',
        'token ',
        'pass to ',
        'pw=',
        'eyJ',
      ],
      ...['admin / ', 'mysql ', 'curl -u ', 'net use ', 'https://', 'jdbc:', '(', '„', '🔥', '\ud800'],
    ]
    for (const piece of pieces) {
      // Up to 2,000 characters are looked at, what is longer is refused: both have to be quick.
      for (const length of [2_000, 10_000, 60_000]) {
        for (const start of ['', 'https://', 'root ', '192.0.2.7 ']) {
          const text = `${`${start}${piece.repeat(length)}`.slice(0, length - 1)}!`
          const times = [1, 2, 3].map(() => {
            const from = performance.now()
            parseServerReference(text, { serviceIdPattern: '#+@+'.repeat(30) })
            return performance.now() - from
          })
          assert.ok(Math.min(...times) < 50, JSON.stringify([start, piece, length]))
        }
      }
    }
  })
})
