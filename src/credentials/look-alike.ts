/** Cyrillic, Greek and others that are drawn as a Latin letter is; capitals first. */
const drawnAlike = /[АВСЕНІЈКМОРЅТУХаеорсухѕіјһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρɑɡօ]/u

/** Letters, digits and punctuation that may be others in disguise. */
const foreign = /(?![\0-\xff])[\p{L}\p{N}\p{P}]/gu

/** Does it only look like an ASCII character? Full-width and mathematical letters are known by what Unicode folds them to. */
function isLookAlike(character: string): boolean {
  return drawnAlike.test(character) || /^[!-~]$/.test(character.normalize('NFKC'))
}

/**
 * A text without the letters that only look like Latin ones; the text itself where none of them passes for one, as in
 * words that are wholly Cyrillic.
 */
export function withoutLookAlikes(text: string): string {
  const rest = text.replace(foreign, character => (isLookAlike(character) ? '' : character))
  return /[a-z]/i.test(rest) || !/\p{L}/u.test(rest) ? rest : text
}
