import { html } from 'lit'
import type { TemplateResult } from 'lit'

// Controls but tab and line feed, format characters (bidi overrides, zero-width ones), separators, and blanks that look
// like a blank and are none.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/u
// What makes one picture of several is no text: a joiner between two of them isn't marked.
const IN_PICTURE =
  /(?<=\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)\u200d(?=\p{Extended_Pictographic})/u
const UNSEEN_RUN = new RegExp(`((?!${IN_PICTURE.source})${UNSEEN.source})`, 'u')

/** A text as it arrived, with everything that a terminal would obey and an eye would miss shown by its code point. */
export function visible(original: string): TemplateResult {
  return marked(original, UNSEEN_RUN, character =>
    character === '\n' || character === '\t' ? undefined : code(character),
  )
}

/** The same for login details, where every blank counts: each is marked, line ends and tabs too. */
export function exact(original: string): TemplateResult {
  const everyBlank = new RegExp(`(${UNSEEN.source}| )`, 'u')
  return marked(original, everyBlank, character => {
    if (character === ' ') return '·'
    return character === '\n' ? '↵' : code(character)
  })
}

/**
 * What is shown is a mark beside the original character, which stays in its own isolated element: a selection copies
 * what was sent, the mark not; and an override ends where its element ends.
 */
function marked(
  original: string,
  pattern: RegExp,
  markFor: (character: string) => string | undefined,
): TemplateResult {
  const pieces = original.split(pattern).map((piece, index) => {
    const mark = index % 2 === 1 ? markFor(piece) : undefined
    if (mark === undefined) return piece
    return html`<span class="mark">${mark}</span><bdi class="unseen">${piece}</bdi>`
  })
  return html`<bdi>${pieces}</bdi>`
}

function code(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
