import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { answersWith } from './answers.js'
import type { Filled } from './answers.js'
import { inPage, openHall } from './hall.js'
import type { Hall } from './hall.js'
import { isFull } from './how-much.js'

interface Found {
  readonly wrong: readonly string[]
  readonly tried: number
  readonly places?: number
  readonly values?: number
  readonly behaviours?: number
  /** Longer than 200 ms each time that it was tried. */
  readonly slow?: readonly string[]
}

/** In each round every place of every answer has another hostile value. */
const rounds = Array.from({ length: 8 }, (_, round) => round * 8)

describe('a backend that answers with anything', () => {
  let hall: Hall
  let sound: Pick<Filled, 'answers' | 'ended'>

  before(async () => {
    hall = await openHall(false)
    const { answers, ended } = await answersWith(() => 'plain words')
    sound = { answers, ended }
  })
  after(() => hall.close())

  function fine({ wrong }: Found): void {
    assert.deepEqual(wrong, [])
    assert.deepEqual(hall.complaints, [])
    assert.deepEqual(hall.asked, [])
  }

  it('S12: makes nothing run, shows no object and leaves no element blank, whatever its adapter is', async () => {
    fine(await inPage<Found>(hall.page, 'withAdapters', sound))
  })

  if (!isFull) return

  it('S12: … nor however its methods behave', async () => {
    const found = await inPage<Found>(hall.page, 'withBehaviours', sound)
    console.log(`${String(found.behaviours)} behaviours, ${String(found.tried)} tried`)
    assert.ok((found.behaviours ?? 0) >= 20)
    fine(found)
  })

  it('S11, S12: … nor whatever stands in the place of its data', async () => {
    const before = await hall.heap()
    const found = await inPage<Found>(hall.page, 'withValues', { ...sound, rounds })
    const grown = ((await hall.heap()) - before) / 1e6
    console.log(
      `${String(found.values)} hostile values, ${String(found.places)} places, ${String(found.tried)} tried, ` +
        `${String(found.slow?.length)} slow, heap ${grown.toFixed(1)} MB more`,
    )
    assert.ok((found.values ?? 0) >= 50)
    fine(found)
    assert.deepEqual(found.slow, [])
    assert.ok(grown < 50, `${String(grown)} MB more`)
  })
})
