import { expect } from 'chai'
import meta, * as stories from '../../../demo/stories/intervention-list.stories.js'
import { expectAccessible } from '../../support/axe.js'
import { emulate } from '../../support/emulate.js'
import { mount } from '../../support/mount.js'

const shown = {
  'requests in every phase': stories.EveryPhase,
  'no request': stories.Empty,
  'a list that could not be read': stories.Failed,
  'a list that is being read': stories.Loading,
  'long names': stories.LongNames,
}

describe('a list for a person with preferences', () => {
  before(() => {
    document.documentElement.style.colorScheme = 'light dark'
  })
  afterEach(async () => {
    document.body.style.removeProperty('inline-size')
    await emulate({})
  })
  after(() => document.documentElement.style.removeProperty('color-scheme'))

  for (const [what, story] of Object.entries(shown))
    for (const locale of ['en', 'pl']) {
      const told = { ...story, args: { ...story.args, locale } }

      it(`is legible in the dark, on a phone: ${what} in ${locale}`, async () => {
        await emulate({ colorScheme: 'dark' })
        document.body.style.inlineSize = '320px'
        const list = await mount(meta, told)
        expect(list.scrollWidth).to.be.at.most(list.clientWidth)
        await expectAccessible(list)
      })

      it(`keeps borders and signs in forced colours: ${what} in ${locale}`, async () => {
        await emulate({ forcedColors: 'active' })
        const list = await mount(meta, told)
        for (const one of list.shadowRoot!.querySelectorAll('button'))
          expect(getComputedStyle(one).borderStyle).to.equal('solid')
        await expectAccessible(list)
      })
    }

  it('shows each state by a sign and words, whose sign is hidden from screen readers', async () => {
    const list = await mount(meta, stories.EveryPhase)
    const states = [...list.shadowRoot!.querySelectorAll('.state, .mark')]
    expect(states).to.have.lengthOf(8)
    for (const state of states) {
      expect(state.querySelector('svg')!.getAttribute('aria-hidden')).to.equal('true')
      expect(state.textContent.trim()).to.not.equal('')
    }
  })

  it('is cut nowhere where a person spaces texts out', async () => {
    const list = await mount(meta, stories.LongNames)
    document.body.style.inlineSize = '320px'
    const spaced = new CSSStyleSheet()
    spaced.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    )
    list.shadowRoot!.adoptedStyleSheets.push(spaced)
    for (const one of list.shadowRoot!.querySelectorAll('.request, label, h2, h3'))
      expect(one.scrollWidth, one.className).to.be.at.most(one.clientWidth)
  })
})
