import { expect } from 'chai'
import meta, * as stories from '../../../demo/stories/intervention-form.stories.js'
import { expectAccessible } from '../../support/axe.js'
import { emulate } from '../../support/emulate.js'
import { mount } from '../../support/mount.js'

const shown = {
  'the first step': stories.Server,
  'a step with errors': stories.ProblemWrong,
  'the check page': stories.Check,
  'a step with files': stories.ProblemWithFiles,
  'a request that was sent': stories.Sent,
}

describe('a form for a person with preferences', () => {
  afterEach(() => emulate({}))

  before(() => {
    // The page that embeds the form says that it has both; without that the form stays light, as the page does.
    document.documentElement.style.colorScheme = 'light dark'
  })
  after(() => document.documentElement.style.removeProperty('color-scheme'))

  for (const [what, story] of Object.entries(shown)) {
    it(`is legible in the dark: ${what}`, async () => {
      await emulate({ colorScheme: 'dark' })
      const form = await mount(meta, story)
      expect(getComputedStyle(form).colorScheme).to.equal('light dark')
      await expectAccessible(form)
    })

    it(`keeps borders and focus in forced colours: ${what}`, async () => {
      await emulate({ forcedColors: 'active' })
      const form = await mount(meta, story)
      const controls = [...form.shadowRoot!.querySelectorAll('input[type=text], textarea, button.primary')]
      for (const control of controls) expect(getComputedStyle(control).borderStyle).to.equal('solid')
      await expectAccessible(form)
    })
  }

  it('moves nothing for a person who asked for less motion', async () => {
    await emulate({ reducedMotion: 'reduce' })
    const form = await mount(meta, stories.ProblemWrong)
    const moving = form
      .shadowRoot!.getAnimations()
      .filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 1)
    expect(moving).to.have.lengthOf(0)
  })
})
