// npm run contact-sheet [-- --only 'Status tracker' --language pl --width 320 --theme dark]: a picture of every story in
// every language, width and theme: each by itself, many on a sheet, and all on one page. Built stories only.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from '../support/run.js'
import { languages, openGallery, themes, wear, widen, widths, type Gallery } from './gallery.js'
import { drawSheets, pageOf, type Shot } from './sheet.js'

const { values: asked } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    language: { type: 'string' },
    width: { type: 'string' },
    theme: { type: 'string' },
  },
})

const folder = join(ROOT, 'contact-sheet')

const fileName = (...parts: readonly (string | number)[]) =>
  `${parts.join('.').replaceAll(/[^\w.-]+/g, '-')}.png`

/** Every picture that was asked for. */
async function shoot(gallery: Gallery): Promise<readonly Shot[]> {
  const shots: Shot[] = []
  const exhibits = gallery.exhibits.filter(({ id }) => id.includes(asked.only))
  for (const language of languages.filter(one => one === (asked.language ?? one)))
    await gallery.each(exhibits, { language }, async ({ id, title, name }, page) => {
      for (const width of widths.filter(one => String(one) === (asked.width ?? String(one)))) {
        await widen(page, width)
        for (const theme of themes.filter(one => one === (asked.theme ?? one))) {
          await wear(page, theme)
          const file = fileName(id, language, width, theme)
          const png = await page.screenshot({ fullPage: true, path: join(folder, 'shots', file) })
          // Where a PNG says how large it is.
          const size = { wide: png.readUInt32BE(16), high: png.readUInt32BE(20) }
          shots.push({ file, id, title, name, language, width, theme, ...size })
        }
      }
    })
  return shots
}

rmSync(folder, { recursive: true, force: true })
mkdirSync(join(folder, 'shots'), { recursive: true })
mkdirSync(join(folder, 'sheets'))
const gallery = await openGallery()
const shots = await shoot(gallery)
writeFileSync(join(folder, 'index.html'), pageOf(shots))
const page = await gallery.blank()
let count = 0
for (const { name, html, size } of drawSheets(shots, file => readFileSync(join(folder, 'shots', file)))) {
  await page.setViewportSize(size)
  await page.setContent(html)
  await page.screenshot({ path: join(folder, 'sheets', fileName(name)) })
  count += 1
}
await gallery.close()
for (const complaint of gallery.complaints) console.error(complaint)
console.log(`${shots.length} pictures, ${count} sheets: ${join(folder, 'index.html')}`)
