import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Attempt, FlowAction } from '../../src/request/flow.js'
import { lookUp, send } from '../../src/request/send.js'
import { filingFor, newKey, sealedFor, signIn } from '../server/customer.js'
import { dataFolder, startDemo, type Demo } from '../server/demo-process.js'
import { amount } from './amount.js'
import { halvesIn, ticketsIn } from './ticket-file.js'

/** So many requests are under way when the backend is killed at the answer to one of them. */
const atOnce = 5

describe('a backend that is killed at the moment of its answer', () => {
  const data = dataFolder()
  const path = join(data.path, 'nordhost.db')
  let demo: Demo

  before(async () => {
    demo = await startDemo(data.path)
  })
  after(async () => {
    await demo.stop()
    data.remove()
  })

  /** A few whole requests, one of them with sealed login details, one with a file. */
  async function attempts(): Promise<readonly Attempt[]> {
    const { adapter } = await signIn(demo.url, 'anna')
    return Promise.all(
      Array.from({ length: atOnce }, async (_, index) => {
        const key = newKey()
        const sealed = index === 0 && (await sealedFor(adapter, key, 'Zażółć'))
        const files = index === 1 && [new File(['PK\x03\x04', new Uint8Array(200_000)], 'zrzut.zip')]
        const more = {
          ...(sealed && { access: { kind: 'account', sealed } as const }),
          ...(files && { files }),
        }
        return { key, filing: await filingFor('anna', key, more) }
      }),
    )
  }

  it(`R2, R6: keeps whatever it has acknowledged, ${String(amount.kills)} times, and what is not known is found or filed once`, async () => {
    let acknowledged = 0
    let lost = 0
    let found = 0
    for (let kill = 0; kill < amount.kills; kill += 1) {
      const tried = await attempts()
      let answers = 0
      const { adapter } = await signIn(demo.url, 'anna', async request => {
        const answer = await fetch(request)
        // The first answer, the second, … and all the others are wherever they are.
        if (request.method !== 'POST' || ++answers !== 1 + (kill % atOnce)) return answer
        void demo.stop('SIGKILL')
        // Every other time nobody gets to read it.
        if (kill % 2 === 1) throw new TypeError('fetch failed')
        return answer
      })
      await adapter.context()
      const told = await Promise.all(
        tried.map(async attempt => [attempt, await send(attempt, adapter)] as const),
      )
      assert.equal(await demo.stop('SIGKILL'), null)

      assert.deepEqual(halvesIn(path), [])
      demo = await startDemo(data.path)
      const again = (await signIn(demo.url, 'anna')).adapter
      await again.context()
      for (const [attempt, action] of told) {
        const before = numbersOf(attempt)
        if (action.do === 'accept') {
          acknowledged += 1
          assert.deepEqual(before, [numberIn(action)], 'an acknowledged ticket is not there')
          continue
        }
        assert.equal(action.do, 'lose', 'it was said not to be sent')
        lost += 1
        found += before.length
        const now = numberIn(await lookUp(attempt, again))
        assert.deepEqual(numbersOf(attempt), [now])
        if (before[0] !== undefined) assert.equal(now, before[0])
      }
    }
    console.log(
      `${String(amount.kills)} kills, ${String(atOnce)} requests under way at each: ${String(acknowledged)} acknowledged, all there; ` +
        `${String(lost)} not known: ${String(found)} were there, ${String(lost - found)} filed by the look-up`,
    )
    assert.ok(acknowledged > 0)
    assert.ok(found > 0)
    assert.ok(lost > found)
  })

  function numbersOf({ key }: Attempt): readonly string[] {
    return ticketsIn(path)
      .filter(ticket => ticket.key === key)
      .map(({ number }) => number)
  }
})

function numberIn(action: FlowAction): string {
  return action.do === 'accept' ? action.filed.intervention.number : assert.fail(`not sent: ${action.do}`)
}
