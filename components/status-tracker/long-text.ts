const lines = 12
const perLine = 75
/** Less isn't worth a press. */
const least = 300

/** What of a text is shown at first, about twelve lines, and the rest; `null` where it is all shown. */
export function foldedText(text: string): { readonly opening: string; readonly rest: string } | null {
  const ofLines = text.split('\n', lines).join('\n').length
  const end = Math.min(ofLines, lines * perLine)
  if (text.length - end < least && text.slice(end).split('\n').length < lines) return null
  // Between two words, so that neither a word nor a link is cut; a text without a blank is cut where it must be.
  const blank = Math.max(text.lastIndexOf(' ', end), text.lastIndexOf('\n', end))
  const at = text[end] === '\n' || blank < end / 2 ? end : blank
  return { opening: text.slice(0, at), rest: text.slice(at).replace(/^[ \n]/u, '') }
}
