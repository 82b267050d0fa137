/** A part of a text: words, or a link with the address it leads to. Put together the texts are the whole, as it was. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }

/** Longer than any address that a person would press. */
const longestLink = 2_000

/** More would only be made by a machine, and drawn at the page's cost. */
const mostLinks = 500

/**
 * Begins where no word goes on, ends where no address does: white space, quotation marks, brackets of markup, and what
 * can't be seen or turns the direction of reading.
 */
const candidate = /(?<![\p{L}\p{N}_])https:\/\/[^\s\p{Cc}\p{Cf}\p{Cs}<>"`\\“”„«»‹›]+/giu

/** Ends a sentence, an emphasis or a quotation rather than an address. */
const closing = /[.,;:!?'’*_~…]/u

const brackets: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' }

/**
 * Takes the links out of a text that anybody may have written: `https:` only, shown as they were written.
 *
 * An address with a user name before the host is words: it could pass for another host. Linear in the text's length; at
 * most 500 links, each up to 2,000 UTF-16 code units.
 */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  let end = 0
  let links = 0
  for (const match of text.matchAll(candidate)) {
    if (links === mostLinks) break
    const shown = withoutClosing(match[0])
    const href = hrefOf(shown)
    if (href === null) continue
    if (match.index > end) pieces.push({ kind: 'text', text: text.slice(end, match.index) })
    pieces.push({ kind: 'link', text: shown, href })
    end = match.index + shown.length
    links += 1
  }
  if (end < text.length) pieces.push({ kind: 'text', text: text.slice(end) })
  return pieces
}

/** A host, and nobody before it. More slashes than two would be skipped by a browser, and the host be another. */
const plainHost = /^https:\/\/[^/?#@]+(?:[/?#]|$)/iu

function hrefOf(shown: string): string | null {
  const isPlain = shown.length <= longestLink && plainHost.test(shown) && URL.canParse(shown)
  return isPlain ? new URL(shown).href : null
}

/** Without the punctuation that follows; a bracket that was opened inside belongs to the address. */
function withoutClosing(typed: string): string {
  const open = new Map<string, number>()
  for (const character of typed) open.set(character, (open.get(character) ?? 0) + 1)
  let end = typed.length
  while (end > 0) {
    const last = typed.charAt(end - 1)
    const opening = brackets[last]
    if (opening === undefined ? !closing.test(last) : isOpened(open, opening, last)) break
    open.set(last, (open.get(last) ?? 0) - 1)
    end -= 1
  }
  return typed.slice(0, end)
}

function isOpened(counts: ReadonlyMap<string, number>, opening: string, last: string): boolean {
  return (counts.get(opening) ?? 0) >= (counts.get(last) ?? 0)
}
