/** Cyrillic, Greek and others that are drawn as a Latin letter is; capitals first. */
const drawnAlike = /[АВСЕНІЈКМОРЅТУХаеорсухѕіјһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρɑɡօ]/u

/** Does it only look like an ASCII character? Full-width and mathematical letters are known by what Unicode folds them to. */
function isLookAlike(character: string): boolean {
  return drawnAlike.test(character) || (character > '\u00ff' && /^[!-~]$/.test(character.normalize('NFKC')))
}

/**
 * A text without the letters that only look like Latin ones; the text itself where none of them passes for one, as in
 * words that are wholly Cyrillic.
 */
export function withoutLookAlikes(text: string): string {
  const rest = Array.from(text).filter(character => !isLookAlike(character))
  const passes = rest.some(character => /[a-z]/i.test(character)) || !rest.some(one => /\p{L}/u.test(one))
  return passes ? rest.join('') : text
}
