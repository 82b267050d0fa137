/** Shorter secrets prove nothing where they stand in a text; UTF-16 code units. */
const shortest = 4

/** Where one of these secrets stands in a text, word for word; `undefined` where none does. Blanks at their ends don't count. */
export function repeatedIn(
  text: string,
  secrets: readonly string[],
): { readonly start: number; readonly end: number } | undefined {
  for (const secret of secrets.map(one => one.trim())) {
    const start = secret.length < shortest ? -1 : text.indexOf(secret)
    if (start >= 0) return { start, end: start + secret.length }
  }
  return undefined
}
