import { expect } from 'chai'
import { elements, isThere, moment } from '../../support/all-elements.js'
import { place } from '../../support/placed.js'

describe('R16: an element that comes to life late', () => {
  for (const [tag, { settings, sign }] of Object.entries(elements)) {
    it(`<${tag}> honours what was set before it was defined, and an adapter that comes after`, async () => {
      const Known = customElements.get(tag)!
      const late = `late-${tag}`
      const element = place(document.createElement(late), settings())
      customElements.define(late, class extends Known {})
      await isThere(element, sign)
      expect(Object.hasOwn(element, 'adapter'), 'no property of its own is left in the way').to.equal(false)

      const { adapter, ...rest } = settings()
      const early = place(document.createElement(tag), rest)
      await moment()
      Object.assign(early, { adapter })
      await isThere(early, sign)
    })

    it(`<${tag}> works out of a template, cloned, and from another document`, async () => {
      const template = document.createElement('template')
      template.innerHTML = `<${tag} locale="en"><p>By hand</p></${tag}>`
      const elsewhere = document.implementation.createHTMLDocument()
      elsewhere.body.innerHTML = template.innerHTML
      const cloned = place(document.createElement(tag), {}).cloneNode(true)
      const comes = [
        template.content.cloneNode(true).firstChild,
        document.importNode(elsewhere.body.firstChild!, true),
        document.adoptNode(elsewhere.body.firstChild!),
        cloned,
      ]
      for (const one of comes) {
        if (!(one instanceof HTMLElement)) throw new Error('no element')
        place(one, settings())
        await isThere(one, sign)
      }
    })
  }
})
