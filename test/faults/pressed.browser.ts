import { expect } from 'chai'
import meta, * as stories from '../../demo/stories/intervention-form.stories.js'
import { until } from '../../demo/stories/story.js'
import { memoryAdapter } from '../../src/testing.js'
import { FormDriver } from '../support/form-driver.js'
import { mount } from '../support/mount.js'
import { presses } from '../support/presses.js'

/** Of each way to press; a test each, as many as a page gets through in its time. */
const runs = 250
const atOnce = 10

describe('a thousand requests, each sent by more than one press', () => {
  for (const [what, pressing] of Object.entries(presses))
    for (let run = 0; run < runs; run += atOnce)
      it(`R1: make one call and one ticket each: ${what}, from the ${String(run + 1)}th`, async () => {
        for (let each = 0; each < atOnce; each += 1) {
          const adapter = memoryAdapter()
          const { submit } = adapter
          const keys: string[] = []
          Object.assign(adapter, {
            submit: (...args: Parameters<typeof submit>) => {
              keys.push(args[1].key)
              return submit(...args)
            },
          })
          const args = { adapter, locale: 'en' }
          const form = new FormDriver(await mount(meta, { ...stories.Check, args }))
          await form.reaches('Check before you send')
          form.control('button.primary')!.scrollIntoView({ block: 'center' })
          await pressing(form)
          await until('the ticket', () => form.has('#ticket-number'))
          expect([keys.length, adapter.staff.tickets.length]).to.deep.equal([1, 1])
          form.form.parentElement?.remove()
        }
      })
})
