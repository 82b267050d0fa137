import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openStage } from '../e2e/stage.js'
import type { Stage } from '../e2e/stage.js'
import { openStory, play, watched } from '../e2e/story.js'

/** How soon one side sees what the other did, milliseconds. */
const SOON = 2_000

describe('a request in two browsers', () => {
  let stage: Stage

  before(async () => {
    stage = await openStage()
  })
  after(() => stage.close())

  for (const hasStream of [true, false])
    it(`is told on both sides within two seconds, ${hasStream ? 'by a stream' : 'by asking'}`, async context => {
      const story = await openStory(stage, hasStream)
      const { scene, seen } = watched(story)
      await play(story, scene)
      context.diagnostic(`slowest: ${String(Math.max(...seen.map(({ after }) => after)))} ms`)
      assert.deepEqual(
        seen.filter(({ after }) => after > SOON),
        [],
      )
    })
})
