import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { ROOT } from '../support/run.js'
import { openGallery, wear, widen, type Gallery, type Language, type Theme } from './gallery.js'

/** Kept in git, made by `OS_LOOKS=keep npm run test:looks` and looked at by a person before they are committed. */
const kept = join(import.meta.dirname, 'looks')
/** Where a picture goes that is not as the kept one. */
const differing = join(ROOT, 'contact-sheet', 'differing')

/** One story of every element that shows the most of it. */
const stories = [
  'Credential field/SeveralWarnings',
  'Extras quote/Binding',
  'Intervention form/ProblemWrong',
  'Intervention form/Sent',
  'Intervention list/EveryPhase',
  'Status tracker/WaitingForYou',
]

/** Each theme in the language and on the page where more of it is at stake. */
const looks: readonly (readonly [Theme, Language, number])[] = [
  ['light', 'en', 1280],
  ['dark', 'pl', 320],
  ['forced-colors', 'en', 320],
]

/** A channel may be off by so much of 255, as the edge of a letter is; more makes a pixel another one. */
const channelTolerance = 32
/** So many pixels may be others: less than a letter. */
const pixelTolerance = 60

/** How wide this machine's own letters are: with other fonts every picture is another. */
async function lettersOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d')
    if (!context) throw new Error('no canvas')
    return ['16px system-ui, sans-serif', '600 24px system-ui, sans-serif', '14px monospace']
      .map(font => {
        context.font = font
        return context.measureText('Zażółć gęślą jaźń, 0123456789').width.toFixed(2)
      })
      .join(' ')
  })
}

/** How many pixels of two pictures differ; all where they are not of one size. */
async function difference(page: Page, one: Buffer, other: Buffer): Promise<number> {
  return page.evaluate(
    async ([tolerance, ...pictures]) => {
      const [first, second] = await Promise.all(
        pictures.map(async base64 => {
          const image = new Image()
          image.src = `data:image/png;base64,${base64}`
          await image.decode()
          const canvas = new OffscreenCanvas(image.width, image.height)
          const context = canvas.getContext('2d')
          context?.drawImage(image, 0, 0)
          return context?.getImageData(0, 0, image.width, image.height)
        }),
      )
      if (!first || !second) throw new Error('no pictures')
      if (first.width !== second.width || first.height !== second.height) return first.width * first.height
      let others = 0
      for (let at = 0; at < first.data.length; at += 4)
        if ([0, 1, 2].some(i => Math.abs(first.data[at + i]! - second.data[at + i]!) > tolerance)) others += 1
      return others
    },
    [channelTolerance, one.toString('base64'), other.toString('base64')] as const,
  )
}

describe('the looks that were agreed on', () => {
  let gallery: Gallery
  let blank: Page

  before(async () => {
    gallery = await openGallery()
    blank = await gallery.blank()
  })
  after(() => gallery.close())

  it('are still those', async context => {
    const keeping = process.env['OS_LOOKS'] === 'keep'
    const letters = await lettersOf(blank)
    const lettersFile = join(kept, 'letters.txt')
    if (keeping) {
      mkdirSync(kept, { recursive: true })
      writeFileSync(lettersFile, `${letters}\n`)
    }
    assert.ok(existsSync(lettersFile), 'nothing is kept: OS_LOOKS=keep npm run test:looks')
    if (readFileSync(lettersFile, 'utf8').trim() !== letters) {
      context.skip('SKIPPED: this machine has other fonts than the one that the pictures were kept on')
      return
    }
    const other: string[] = []
    let most = 0
    for (const [theme, language, width] of looks)
      await gallery.each(
        gallery.exhibits.filter(({ id }) => stories.includes(id)),
        { language },
        async ({ id }, page) => {
          await widen(page, width)
          await wear(page, theme)
          const file = `${id.replaceAll(/\W+/g, '-')}.${theme}.png`
          const now = await page.screenshot({ fullPage: true })
          if (keeping) writeFileSync(join(kept, file), now)
          const differs = await difference(blank, readFileSync(join(kept, file)), now)
          most = Math.max(most, differs)
          if (differs <= pixelTolerance) return
          mkdirSync(differing, { recursive: true })
          writeFileSync(join(differing, file), now)
          other.push(`${file}: ${String(differs)} other pixels, see ${differing}`)
        },
      )
    context.diagnostic(
      `${String(stories.length * looks.length)} pictures; the most that one differs: ${String(most)} pixels`,
    )
    assert.deepEqual(other, [])
  })
})
