import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { inPage, openHall } from './hall.js'
import type { Hall } from './hall.js'
import { isFull } from './how-much.js'
import { attributeRun, payloadRun } from './payload-run.js'
import type { Findings } from './payload-run.js'
import { payloads } from './payloads.js'

/**
 * In each round every field has another payload; in as many as there are payloads, every field has had every one. In a
 * single one every payload has stood somewhere.
 */
const roundsFrom = (first: number) => (isFull ? payloads.map((_, round) => round) : [first])

function nothing({ looked, fields, ...found }: Findings): void {
  assert.ok(looked > 0 && fields > 0)
  assert.deepEqual(found, {
    ...{ executions: 0, elements: [], requests: [], differences: [], links: [], complaints: [] },
  })
}

for (const [policy, isStrict, rounds] of [
  ['under the strict policy', true, roundsFrom(0)],
  ['on a page without any', false, roundsFrom(payloads.length / 2)],
] as const) {
  describe(`a text that is meant to do harm, ${policy},`, () => {
    let hall: Hall

    before(async () => {
      hall = await openHall(isStrict)
    })
    after(() => hall.close())

    it('S9: is shown letter by letter in every field of every element, and is nothing but text', async () => {
      const found = await payloadRun(hall, rounds)
      console.log(
        `${policy}: ${String(payloads.length)} payloads, ${String(rounds.length)} rounds, ${String(found.fields)} fields shown, ` +
          `${String(found.looked)} texts looked for: ${String(found.executions)} executions, ${String(found.elements.length)} elements, ` +
          `${String(found.requests.length)} requests, ${String(found.differences.length)} differences`,
      )
      nothing(found)
      assert.ok(found.fields > 60, `only ${String(found.fields)} fields`)
    })

    it('S9: does nothing as an attribute of any of them', async () => {
      nothing(await attributeRun(hall, rounds))
    })
  })
}

describe('a page that is careless on purpose', () => {
  it('S9: runs at least 95 % of what can run', async () => {
    const careless = await openHall(false, true)
    const able = payloads.filter(({ sink }, index) => sink !== undefined && (isFull || index % 8 === 0))
    const ran = await inPage<readonly number[]>(careless.page, 'carelessly', able)
    await careless.close()
    console.log(`careless page: ${String(ran.length)} of ${String(able.length)} ran`)
    assert.ok(ran.length >= 0.95 * able.length)
    assert.ok(payloads.length >= 200)
    assert.equal(new Set(payloads.map(({ text }) => text)).size, payloads.length)
  })
})
