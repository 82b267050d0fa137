import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { openGallery, widen, widths, type Gallery } from './gallery.js'

/** What sticks out of a page that reads from right to left: to the left it could never be scrolled to. */
async function stickingOut(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    const out: string[] = scrollWidth > clientWidth ? [`the page is ${String(scrollWidth)} px wide`] : []
    const roots: ParentNode[] = [document]
    for (const root of roots)
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) roots.push(element.shadowRoot)
        const { left, right, width, height } = element.getBoundingClientRect()
        // What is only for the ear is cut to a pixel.
        if (width > 1 && height > 1 && (left < -1 || right > clientWidth + 1))
          out.push(`${element.localName}#${element.id} from ${left.toFixed()} to ${right.toFixed()}`)
      }
    return out
  })
}

describe('every story, read from right to left', () => {
  let gallery: Gallery

  before(async () => {
    gallery = await openGallery()
  })
  after(() => gallery.close())

  it('has room, on a phone and on a desk', async () => {
    const out: string[] = []
    await gallery.each(gallery.exhibits, { language: 'pl', dir: 'rtl' }, async ({ id }, page) => {
      for (const width of widths) {
        await widen(page, width)
        out.push(...(await stickingOut(page)).map(what => `${id}, ${String(width)} px: ${what}`))
      }
    })
    assert.deepEqual(out, [])
  })
})
