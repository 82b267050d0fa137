import { setViewport } from '@web/test-runner-commands'
import { expect } from 'chai'
import { formStories } from '../../support/form-stories.js'
import { mount } from '../../support/mount.js'

describe('on a phone of 320 pixels', () => {
  before(() => setViewport({ width: 320, height: 640 }))
  after(() => setViewport({ width: 800, height: 600 }))

  for (const locale of ['en', 'pl']) {
    for (const [name, meta, story] of formStories) {
      it(`nothing is wider than the page: ${name}, ${locale}`, async () => {
        const element = await mount(meta, { ...story, args: { ...story.args, locale } })
        const root = document.scrollingElement!
        expect(root.scrollWidth).to.be.at.most(root.clientWidth)
        const wide = [...element.shadowRoot!.querySelectorAll('*')].filter(
          one => one.getBoundingClientRect().right > root.clientWidth + 1,
        )
        expect(wide.map(one => `${one.localName}#${one.id}`)).to.deep.equal([])
      })
    }
  }
})
