import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openStage } from './stage.js'
import type { Stage } from './stage.js'
import { openStory, play, watched } from './story.js'
import { violations } from './violations.js'

describe('a request from sent to done twice, in two browsers', () => {
  let stage: Stage

  before(async () => {
    stage = await openStage()
  })
  after(() => stage.close())

  // By asking, where there is no stream: test/speed/story.test.ts, which holds both to two seconds.
  it('is told on both sides without a reload', async context => {
    const story = await openStory(stage, true)
    const { scene, seen } = watched(story)
    await play(story, scene)
    for (const by of ['customer', 'engineer'] as const) {
      const waits = seen.filter(one => one.by === by).map(({ after }) => after)
      context.diagnostic(`${String(waits.length)} changes seen by the ${by}: ${waits.join(', ')} ms`)
    }
    const { customer, desk } = story
    assert.deepEqual(await violations(customer.page), [])
    for (const { reports, complaints } of [customer, desk]) assert.deepEqual([...reports, ...complaints], [])
    for (const { page } of [customer, desk]) await page.context().close()
  })
})
