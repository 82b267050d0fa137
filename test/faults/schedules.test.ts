import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { amount, firstSeed, mostUnseen } from './amount.js'
import { openBackend, type Backend } from './backend.js'
import { judge, type Told } from './judge.js'
import { plants } from './plants.js'
import { faultKinds, scheduleOf, type FaultKind } from './schedule.js'

/** What became of many days. */
interface Tally {
  readonly told: Record<Told, number>
  readonly happened: Map<FaultKind, number>
  /** Each with its seed. */
  readonly untrue: string[]
}

describe('whatever the network does', () => {
  let backend: Backend

  before(() => {
    backend = openBackend()
  })
  after(() => backend.close())

  /** So many days, one after the other. */
  async function tallyOf(count: number): Promise<Tally> {
    const tally: Tally = { told: { sent: 0, 'not sent': 0, unknown: 0 }, happened: new Map(), untrue: [] }
    for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
      const { told, happened, untrue } = await judge(scheduleOf(seed), backend)
      tally.told[told] += 1
      for (const [kind, times] of happened) tally.happened.set(kind, (tally.happened.get(kind) ?? 0) + times)
      if (untrue.length > 0) tally.untrue.push(`seed ${String(seed)}: ${untrue.join('; ')}`)
    }
    return tally
  }

  it('R1, R2, R3: there is one ticket when "sent" was said, none when "not sent", and the same number after "not known"', async () => {
    const { told, happened, untrue } = await tallyOf(amount.schedules)
    const faults = faultKinds.map(kind => `${kind} ${String(happened.get(kind) ?? 0)}`)
    console.log(
      `${String(amount.schedules)} schedules from seed ${String(firstSeed)}: sent ${String(told.sent)}, ` +
        `not sent ${String(told['not sent'])}, not known ${String(told.unknown)}; untrue ${String(untrue.length)}\n` +
        `faults: ${faults.join(', ')}`,
    )
    assert.deepEqual(untrue.slice(0, 20), [])
    for (const kind of faultKinds) assert.ok((happened.get(kind) ?? 0) > 0, `${kind} never happened`)
    for (const count of Object.values(told)) assert.ok(count > 0)
  })

  for (const [mistake, plant] of Object.entries(plants))
    it(`a client that ${mistake} is caught`, async () => {
      for (let seed = firstSeed; seed < firstSeed + mostUnseen; seed += 1) {
        const [untrue] = (await judge(scheduleOf(seed), backend, plant)).untrue
        if (untrue === undefined) continue
        console.log(`${mistake}: caught by seed ${String(seed)}: ${untrue}`)
        return
      }
      assert.fail('nobody noticed')
    })
})
