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

const sealBegin = '-----BEGIN AGE ENCRYPTED FILE-----'
const sealEnd = '-----END AGE ENCRYPTED FILE-----'

/** A text around the sealed login details in it, where the system keeps them so; `null` where there are none. */
export function aroundSealed(
  text: string,
): { readonly before: string; readonly sealed: string; readonly after: string } | null {
  const start = text.indexOf(sealBegin)
  const end = start < 0 ? -1 : text.indexOf(sealEnd, start)
  if (end < 0) return null
  const over = end + sealEnd.length
  return {
    before: text.slice(0, start).trim(),
    sealed: text.slice(start, over),
    after: text.slice(over).trim(),
  }
}
