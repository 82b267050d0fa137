import type { FileKind } from './file-kind.js'

/** As long as most file systems take them; UTF-16 code units. */
const longestFileName = 255

/** What a name may not hold on any screen or disk; a path is cut off before. */
const odd = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu

/** The endings of each kind; a name that has none of them gets the first. Of text, only those that nothing runs. */
const endings: Readonly<Record<FileKind, readonly string[]>> = {
  png: ['png'],
  jpeg: ['jpg', 'jpeg'],
  gif: ['gif'],
  webp: ['webp'],
  pdf: ['pdf'],
  text: ['txt', 'log', 'conf', 'cfg', 'ini', 'json', 'csv', 'yaml', 'yml', 'md'],
  gzip: ['gz', 'tgz'],
  zip: ['zip'],
}

/**
 * A file's own name, as every screen and disk can hold it: without its path, `_` for control and bidi characters, and
 * without its beginning where it is longer than 255; the end is kept, where the kind of file is told.
 */
export function cleanFileName(name: string): string {
  const own = name.split(/[/\\]/).at(-1) ?? ''
  return own.trim().slice(-longestFileName).replace(odd, '_')
}

/** A clean name with an ending that tells the truth: that of another kind is replaced, any other stays and isn't the last. */
export function fittingName(name: string, kind: FileKind): string {
  const clean = cleanFileName(name).replace(/[. ]+$/, '')
  const [stem, ending] = split(clean)
  if (endings[kind].includes(ending.toLowerCase())) return clean
  const isOfAnother = Object.values(endings).some(all => all.includes(ending.toLowerCase()))
  return cleanFileName(`${(isOfAnother ? stem : clean) || 'file'}.${endings[kind][0] ?? ''}`)
}

/** The name with a number where another file has it already, in whatever case: `image (2).png`. */
export function distinctName(name: string, taken: readonly string[]): string {
  const others = new Set(taken.map(other => other.toLowerCase()))
  const [stem, ending] = split(name)
  let distinct = name
  for (let number = 2; others.has(distinct.toLowerCase()); number += 1) {
    distinct = cleanFileName(`${stem} (${number.toString()})${ending === '' ? '' : `.${ending}`}`)
  }
  return distinct
}

/** A dot at the beginning begins no ending. */
function split(name: string): readonly [stem: string, ending: string] {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? [name.slice(0, dot), name.slice(dot + 1)] : [name, '']
}
