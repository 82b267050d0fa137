/**
 * What nobody sees and a paste brings along: zero-width signs, marks that turn the direction, fillers, selectors. Two
 * that join letters (U+200C, U+200D) mean something before a letter of Arabic or of India, and stay there.
 */
const invisible = /(?![\u200c\u200d][\u0600-\u0dff])[\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb]/gu

/**
 * The signs of ASCII in other widths and weights, as keyboards for Chinese and Japanese and playful texts have them:
 * full-width, small and mathematical forms, hyphens, the full stops that the DNS takes for a dot (UTS 46).
 */
const otherwiseDrawn =
  /[\u2010\u2011\u2024\u3000\u3002\ufe13\ufe50\ufe52\ufe54\ufe55\ufe63\uff01-\uff5e\uff61\u{1d400}-\u{1d7ff}\u{1fbf0}-\u{1fbf9}]/gu

const drawnPlainly: ReadonlyMap<string, string> = new Map([
  ['\u2010', '-'],
  ['\u2011', '-'],
  ['\u3002', '.'],
  ['\uff61', '.'],
])

/** A typed text without what nobody sees, blanks as one space, the signs of ASCII in their plain form. */
export function cleaned(text: string): string {
  return text
    .replace(invisible, '')
    .replace(otherwiseDrawn, sign => drawnPlainly.get(sign) ?? sign.normalize('NFKC'))
    .trim()
    .replace(/\s+/g, ' ')
    .normalize()
}
