const from = 'ąćęłńóśźżĄĆĘŁŃÓŚŹŻ„“”«»‘’‚´→\u00a0'
const to = `acelnoszzACELNOSZZ"""""'''': `

/** A text with Polish letters, typographic quotes and hard blanks made plain, unit by unit, so that places stay. */
export function read(text: string): string {
  return text.replace(/[^\0-~]/g, letter => to[from.indexOf(letter)] ?? letter)
}
