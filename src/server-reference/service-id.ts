/** Dashes that text programs make of a hyphen. */
const dashes = /[\u2012-\u2015\u2212]/g

/**
 * Reads a service ID by the provider's pattern: `#` a digit, `#+` digits, `@` a letter, `@+` letters, the rest as it
 * stands.
 *
 * @returns the ID with the pattern's own letters as the pattern writes them, or `undefined` where it doesn't match.
 */
export function matchServiceId(text: string, pattern: string): string | undefined {
  let id = ''
  let rest = text.replace(dashes, '-')
  for (const token of pattern.match(/[#@]\+|./gsu) ?? []) {
    const found = matchToken(rest, token)
    if (found === undefined) return undefined
    id += /^[#@]/.test(token) ? found : token
    rest = rest.slice(found.length)
  }
  return rest === '' && id !== '' ? id : undefined
}

function matchToken(text: string, token: string): string | undefined {
  switch (token) {
    case '#+':
      return /^\d+/.exec(text)?.[0]
    case '#':
      return /^\d/.exec(text)?.[0]
    case '@':
      return /^[a-z]/i.exec(text)?.[0]
    case '@+':
      return /^[a-z]+/i.exec(text)?.[0]
    default: {
      const start = text.slice(0, token.length)
      return start.toLowerCase() === token.toLowerCase() ? start : undefined
    }
  }
}
