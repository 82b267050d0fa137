import { mark } from './mask-secret.js'

interface Span {
  readonly start: number
  readonly end: number
}

/**
 * The text with a neutral mark in every place of a secret: where it was found, and wherever else the same words stand on
 * their own. Unchanged where it isn't there any more. Offsets are UTF-16 code units.
 */
export function maskEverywhere(text: string, secret: string, found: readonly Span[]): string {
  if (secret === '') return text
  const starts = new Set(
    found.filter(span => text.slice(span.start, span.end) === secret).map(({ start }) => start),
  )
  for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) {
    if (standsAlone(text, at, at + secret.length)) starts.add(at)
  }
  let masked = ''
  let after = 0
  for (const start of [...starts].toSorted((a, b) => a - b)) {
    if (start < after) continue
    masked += text.slice(after, start) + mark
    after = start + secret.length
  }
  return masked + text.slice(after)
}

/** Not a part of a longer word or number: `1234` in `12345` is something else. */
function standsAlone(text: string, start: number, end: number): boolean {
  const joins = (one: string, other: string): boolean =>
    /[\p{L}\p{N}]/u.test(one) && /[\p{L}\p{N}]/u.test(other)
  return (
    !joins(text.slice(start - 1, start), text.slice(start, start + 1)) &&
    !joins(text.slice(end - 1, end), text.slice(end, end + 1))
  )
}
