import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { everything, isFoundOut, promises, type FoundOut } from '../support/kit.js'
import { acting, keeping } from './mutants/acting.js'
import { attaching } from './mutants/attaching.js'
import { filing } from './mutants/filing.js'
import { quoting } from './mutants/quoting.js'
import { replying } from './mutants/replying.js'
import { watching } from './mutants/watching.js'

const every = [...filing, ...quoting, ...replying, ...attaching, ...acting, ...watching]
let planted = 0
let foundOut = 0

function areFoundOut(mutants: readonly FoundOut[], options = everything): void {
  for (const mutant of mutants)
    it(mutant[0], async () => {
      planted += 1
      await isFoundOut(mutant, options)
      foundOut += 1
    })
}

describe('The kit finds out an adapter that', () => {
  areFoundOut(every)
})

describe('The kit finds out an adapter that can’t erase, and', () => {
  areFoundOut(keeping, { ...everything, capabilities: { sealed: { in: 'field', erasable: false } } })
})

describe('The kit', () => {
  it('has no promise that nobody was seen to break', () => {
    const broken = new Set(every.map(([, , promise]) => promise))
    assert.deepEqual(
      promises().filter(promise => !broken.has(promise)),
      [],
    )
  })
})

after(() => console.log(`\nplanted faults: ${foundOut} of ${planted} found out`))
