import { setViewport } from '@web/test-runner-commands'
import { expect } from 'chai'
import meta, * as stories from '../../../demo/stories/intervention-list.stories.js'
import { mount } from '../../support/mount.js'

describe('the list of interventions on a phone', () => {
  before(() => setViewport({ width: 320, height: 640 }))
  after(() => setViewport({ width: 800, height: 600 }))
  afterEach(() => {
    document.documentElement.style.removeProperty('font-size')
  })

  // What is as wide as its words is too wide for large letters, and Polish has long words.
  for (const letters of [100, 130, 200]) {
    for (const [name, story] of Object.entries(stories)) {
      if (typeof story === 'function' || 'title' in story) continue
      it(`has room with letters of ${letters} %: ${name}`, async () => {
        document.documentElement.style.fontSize = `${letters}%`
        await mount(meta, { ...story, args: { ...story.args, locale: 'pl' } })
        const root = document.scrollingElement!
        expect(root.scrollWidth).to.be.at.most(root.clientWidth)
      })
    }
  }
})
