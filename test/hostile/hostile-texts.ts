import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openHall } from './hall.js'
import type { Hall } from './hall.js'
import { isFull } from './how-much.js'
import { attributeRun, payloadRun } from './payload-run.js'
import type { Findings } from './payload-run.js'
import { payloads } from './payloads.js'

function nothing({ looked, fields, ...found }: Findings): void {
  assert.ok(looked > 0 && fields > 0)
  assert.deepEqual(found, {
    ...{ executions: 0, elements: [], requests: [], differences: [], links: [], complaints: [] },
  })
}

/**
 * Shows every hostile text in every field and attribute of the elements, on a page under the strict policy or none.
 *
 * In each round every field has another text; in as many as there are texts, every field has had every one. In a single
 * one, the one given, every text has stood somewhere.
 */
export function hostileTexts(policy: string, isStrict: boolean, first: number): void {
  const rounds = isFull ? payloads.map((_, round) => round) : [first]
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
