import type { Writing } from './intervention.js'

const tagStart = /<(!--|\/?([a-z][a-z\d]{0,20}))/iy

/** What ends a line in HTML, as far as text is concerned. */
const lineEnd = /^(?:br|hr|\/(?:p|div|li|tr|h[1-6]|pre|blockquote|ul|ol|table))$/i

/** What is no text at all. */
const silent = /^(?:script|style|template|head|title)$/i

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

/**
 * A ticket's text for people to read, whatever it was written in: of HTML its words remain, and nothing of it is ever
 * markup again. Text and Markdown stay as they are. Takes time in proportion to the length.
 */
export function plainText(text: string, format: Writing['format']): string {
  if (format !== 'html') return text
  return unescaped(withoutTags(text))
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function withoutTags(html: string): string {
  const lower = html.toLowerCase()
  /** Ends that are nowhere further on are sought once. */
  const missing = new Set<string>()
  const endOf = (end: string, from: number): number => {
    const found = missing.has(end) ? -1 : lower.indexOf(end, from)
    if (found < 0) missing.add(end)
    return found < 0 ? -1 : found + end.length
  }
  const kept: string[] = []
  let at = 0
  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', at)) {
    kept.push(html.slice(at, open))
    tagStart.lastIndex = open
    const [, start = '', name = ''] = tagStart.exec(html) ?? []
    const isSilent = silent.test(start)
    const closing = isSilent ? endOf(`</${name.toLowerCase()}`, open) : open
    const end = start === '!--' ? endOf('-->', open) : start === '' ? -1 : endOf('>', Math.max(open, closing))
    if (lineEnd.test(start)) kept.push('\n')
    // What is no tag is text: a sign that somebody typed.
    if (end < 0) kept.push('<')
    at = end < 0 ? open + 1 : end
  }
  kept.push(html.slice(at))
  return kept.join('')
}

function unescaped(text: string): string {
  return text.replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,6});/gi, (whole, inner: string) => {
    if (!inner.startsWith('#')) return named[inner.toLowerCase()] ?? whole
    const code = /^#x/i.test(inner) ? Number.parseInt(inner.slice(2), 16) : Number(inner.slice(1))
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    return isCharacter ? String.fromCodePoint(code) : whole
  })
}
