import type { Exhibit, Language, Theme } from './gallery.js'

/** A picture of a story, as high as the story is. */
export interface Shot extends Exhibit {
  readonly file: string
  readonly language: Language
  readonly theme: Theme
  /** Of the page; CSS pixels. */
  readonly width: number
  /** Of the picture. */
  readonly wide: number
  readonly high: number
}

/** A sheet with many pictures on it, as a page to be photographed. */
interface Sheet {
  readonly name: string
  readonly html: string
  readonly size: { readonly width: number; readonly height: number }
}

/** How a sheet is laid out, pixels: so large that words can still be read on it. */
const sheet = { width: 1_400, height: 1_400, gap: 12, caption: 20 }

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** All pictures on one page: a row for a story. */
export function pageOf(shots: readonly Shot[]): string {
  const rows = grouped(shots, ({ title, name }) => `${title}: ${name}`).map(
    ([heading, all]) =>
      `<section><h2>${escaped(heading)}</h2><div>${[...all]
        .sort((one, other) => one.width - other.width || one.language.localeCompare(other.language))
        .map(({ file, language, width, theme }) => {
          const look = `${language}, ${width} px, ${theme}`
          return `<a href="shots/${file}"><img loading="lazy" width="240" src="shots/${file}" alt="${look}"><br>${look}</a>`
        })
        .join('')}</div></section>`,
  )
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Stories · os-intervention</title>
<style>body{font:14px system-ui,sans-serif;background:#888;color:#000}div{display:flex;gap:12px;overflow:auto;align-items:start}
img{border:1px solid #000}a{color:inherit}</style><h1>${shots.length} pictures</h1>${rows.join('\n')}</html>`
}

/** The pictures in columns, those of one element, language, width and theme together; a long one goes on in the next. */
export function* drawSheets(shots: readonly Shot[], read: (file: string) => Buffer): Generator<Sheet> {
  const groups = grouped(
    shots,
    ({ title, language, width, theme }) => `${title}.${language}.${width}.${theme}`,
  )
  for (const [group, all] of groups) {
    const columnWidth = all[0]?.width === 320 ? 320 : 670
    const perSheet = Math.floor(sheet.width / (columnWidth + sheet.gap))
    for (const [index, columns] of sheetsOf(columnsOf(all, columnWidth), perSheet).entries()) {
      const inner = columns
        .map(
          pieces =>
            `<td>${pieces
              .map(({ shot, from, high }) => {
                const source = `data:image/png;base64,${read(shot.file).toString('base64')}`
                return `<p>${escaped(shot.name)}${from > 0 ? ' (goes on)' : ''}</p><div style="height:${high}px"><img style="margin-top:-${from}px" width="${columnWidth}" src="${source}"></div>`
              })
              .join('')}</td>`,
        )
        .join('')
      yield {
        name: `${group}.${index + 1}`,
        size: { width: sheet.width, height: sheet.height },
        html: `<!doctype html><style>body{margin:0;background:#999;font:13px/20px system-ui,sans-serif}p{margin:0;font-weight:700}
div{overflow:hidden;width:${columnWidth}px;margin-bottom:8px}td{vertical-align:top;padding:0 ${sheet.gap}px 0 0}</style><table cellspacing="0"><tr>${inner}</tr></table>`,
      }
    }
  }
}

/** The same as a Map's groupBy, which node 20 hasn't. */
function grouped(shots: readonly Shot[], by: (shot: Shot) => string): (readonly [string, readonly Shot[]])[] {
  return [...new Set(shots.map(by))].map(key => [key, shots.filter(shot => by(shot) === key)])
}

interface Piece {
  readonly shot: Shot
  readonly from: number
  readonly high: number
}

/** Fills one column after the other. */
function columnsOf(shots: readonly Shot[], columnWidth: number): readonly (readonly Piece[])[] {
  const columns: Piece[][] = [[]]
  let left = sheet.height
  for (const shot of shots) {
    const whole = Math.ceil((shot.high * columnWidth) / shot.wide)
    for (let from = 0; from < whole;) {
      const rest = whole - from
      // What fits is kept in one piece; what never would is cut.
      if (left < sheet.height && left < Math.min(rest, sheet.height - sheet.caption) + sheet.caption + 8) {
        columns.push([])
        left = sheet.height
      }
      const high = Math.min(rest, left - sheet.caption)
      columns.at(-1)?.push({ shot, from, high })
      left -= high + sheet.caption + 8
      from += high
    }
  }
  return columns
}

function sheetsOf<T>(columns: readonly T[], perSheet: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(columns.length / perSheet) }, (_, index) =>
    columns.slice(index * perSheet, (index + 1) * perSheet),
  )
}
