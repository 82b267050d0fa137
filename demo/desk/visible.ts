import { html } from 'lit'
import type { TemplateResult } from 'lit'

// Controls but tab and line feed, format characters (bidi overrides, zero-width ones), separators, and blanks that look
// like a blank and are none.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/u
// What makes one picture of several is no text: a joiner between two of them isn't marked.
const IN_PICTURE =
  /(?<=\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)\u200d(?=\p{Extended_Pictographic})/u
const UNSEEN_RUN = new RegExp(`((?:(?![\\n\\t])(?!${IN_PICTURE.source})${UNSEEN.source})+)`, 'u')
const BLANK_RUN = new RegExp(`(\\n|(?:(?!\\n)(?:${UNSEEN.source}| ))+)`, 'u')

/** More marks than this in one text tell nobody anything, and keep the page busy. */
const MOST_MARKS = 300
/** So many different ones of a run are named. */
const MOST_NAMED = 4
/** Stands for each that isn't marked any more. */
const STAND_IN = '▯'

/** A text as it arrived, with everything that a terminal would obey and an eye would miss shown by its code point. */
export function visible(original: string): TemplateResult {
  return marked(original, UNSEEN_RUN, code)
}

/** The same for login details, where every blank counts: each is marked, line ends and tabs too. */
export function exact(original: string): TemplateResult {
  return marked(original, BLANK_RUN, character => {
    if (character === ' ') return '·'
    return character === '\n' ? '↵' : code(character)
  })
}

/**
 * What is shown is a mark beside the original characters, which stay in their own isolated element: a selection copies
 * what was sent, the mark not; and an override ends where its element ends. A run of them has one mark. Of a text with
 * far too many the rest is shown with stand-ins, which are all that a selection copies there.
 */
function marked(original: string, pattern: RegExp, markFor: (character: string) => string): TemplateResult {
  const pieces = original.split(pattern)
  // One of text and one of what isn't seen, by turns.
  const whole = pieces.slice(0, 2 * MOST_MARKS + 1).map((piece, index) => {
    if (index % 2 === 0) return piece
    return html`<span class="mark">${markOf(piece, markFor)}</span><bdi class="unseen">${piece}</bdi>`
  })
  const rest = pieces.slice(2 * MOST_MARKS + 1)
  if (rest.length === 0) return html`<bdi>${whole}</bdi>`
  const shown = rest.map((piece, index) => (index % 2 === 0 ? STAND_IN : piece)).join('')
  return html`<bdi>${whole}</bdi
    ><span class="mark">more characters that can’t be seen: from here on ${STAND_IN} stands for each run</span
    ><bdi>${shown}</bdi>`
}

function markOf(run: string, markFor: (character: string) => string): string {
  const same: { mark: string; count: number }[] = []
  const characters = Array.from(run)
  for (const character of characters) {
    const mark = markFor(character)
    const last = same.at(-1)
    if (last?.mark === mark) last.count += 1
    else same.push({ mark, count: 1 })
  }
  const named = same.slice(0, MOST_NAMED).map(({ mark, count }) => {
    if (mark === '·' && count <= 40) return mark.repeat(count)
    return count === 1 ? mark : `${mark} × ${String(count)}`
  })
  return same.length <= MOST_NAMED
    ? named.join('')
    : `${named.join('')} … ${String(characters.length)} characters that can’t be seen`
}

function code(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
