import { setViewport } from '@web/test-runner-commands'
import { expect } from 'chai'
import simplerMeta, * as simpler from '../../../demo/stories/status-tracker-simpler.stories.js'
import meta, * as stories from '../../../demo/stories/status-tracker.stories.js'
import { expectAccessible } from '../../support/axe.js'
import { mount } from '../../support/mount.js'

const shown = [
  { meta, stories: Object.entries(stories) },
  { meta: simplerMeta, stories: Object.entries(simpler) },
].flatMap(({ meta: common, stories: all }) =>
  all.flatMap(([name, story]) =>
    name === 'default' ? [] : [[`${common.title}, ${name}`, common, story] as const],
  ),
)

describe('a request as it is watched', () => {
  before(() => setViewport({ width: 320, height: 640 }))
  after(() => setViewport({ width: 800, height: 600 }))
  afterEach(() => {
    document.documentElement.style.removeProperty('font-size')
  })

  for (const locale of ['en', 'pl'] as const) {
    for (const [name, common, story] of shown) {
      it(`can be read by everybody, on a phone too: ${name}, ${locale}`, async () => {
        const element = await mount(common, { ...story, args: { ...story.args, locale } })
        const root = document.scrollingElement!
        expect(root.scrollWidth).to.be.at.most(root.clientWidth)
        // A key that a locale doesn't know would stand here as it is.
        expect(element.shadowRoot!.textContent).not.to.match(/tracker\.|\{\{|undefined/)
        // The page's own heading stands above: no step of the outline is left out.
        const levels = [...element.shadowRoot!.querySelectorAll('h2, h3, h4')].map(({ tagName }) =>
          Number(tagName[1]),
        )
        for (const [index, level] of levels.entries())
          expect(level).to.be.at.most((levels[index - 1] ?? 1) + 1)
        await expectAccessible(element)
      })
    }
  }

  // What is as wide as its words is too wide for a phone with large letters, and Polish has long words.
  for (const letters of [130, 200]) {
    for (const [name, common, story] of shown) {
      it(`has room on a phone with letters of ${letters} %: ${name}`, async () => {
        document.documentElement.style.fontSize = `${letters}%`
        await mount(common, { ...story, args: { ...story.args, locale: 'pl' } })
        const root = document.scrollingElement!
        expect(root.scrollWidth).to.be.at.most(root.clientWidth)
      })
    }
  }
})
