/** What a press can put right; each is a warning too. */
export type Mendable = 'edge-blanks' | 'invisible-characters' | 'unusual-blanks' | 'typographic-marks'

/** What draws an emoji together is invisible, and belongs there. */
const emoji = /\p{Extended_Pictographic}[\ufe0f\u200d\u{1f3fb}-\u{1f3ff}\u{e0020}-\u{e007f}]{0,9}/u

/** Unicode's own list, and control characters but for those that set lines. */
const invisible = new RegExp(
  `(${emoji.source})|(?![\\t\\n\\r])[\\p{Default_Ignorable_Code_Point}\\p{Cc}]`,
  'gu',
)

const marks = [
  [/[“”„‟«»″]/g, '"'],
  [/[‘’‚‛‹›′]/g, "'"],
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/…/g, '...'],
] as const

const mends: Readonly<Record<Mendable, (text: string) => string>> = {
  'edge-blanks': text => text.trim(),
  'invisible-characters': text => text.replace(invisible, (_, kept: string | undefined) => kept ?? ''),
  'unusual-blanks': text => text.replace(/(?![\n\r ])\s/g, ' '),
  'typographic-marks': text => marks.reduce((now, [mark, plain]) => now.replace(mark, plain), text),
}

/**
 * A text as it is once this is put right: blanks at the ends and invisible characters taken away, unusual blanks made
 * ordinary ones, typographic quotes and dashes straight. Line breaks inside stay.
 */
export function mend(text: string, what: Mendable): string {
  return mends[what](text)
}

/** Can a press put it right? */
export function isMendable(code: string): code is Mendable {
  return Object.hasOwn(mends, code)
}
