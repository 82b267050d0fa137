import type { MessagesOverride } from '../../locales/index.js'
import { en } from '../../locales/en.js'

const accents: Readonly<Record<string, string>> = Object.fromEntries(
  [...'aáeéiíoóuúyýcćnńsśzźrŕlĺdďgğhĥjĵkķtťwŵ'.matchAll(/(.)(.)/gu)].map(([, plain, accented]) => [
    plain!,
    accented!,
  ]),
)

/**
 * A language that nobody speaks, made from English: `⟦Śéééńď ťťĥé ŕŕéqqúéśť⟧`. What is on a page and not in brackets is
 * from no locale; every word is 40 % longer, as words of other languages are.
 */
export const pseudo: MessagesOverride = { en: inPseudo(en) }

function inPseudo<T extends object>(texts: T): T {
  return Object.assign(
    {},
    texts,
    Object.fromEntries(
      Object.entries(texts).map(([name, value]: [string, unknown]) => [
        name,
        typeof value === 'string' ? `⟦${disguised(value)}⟧` : inPseudo(Object(value)),
      ]),
    ),
  )
}

/** Longer and accented, with the places for values as they are. */
function disguised(text: string): string {
  return text.replace(/\{\{\w+\}\}|\p{L}+/gu, word => (word.startsWith('{{') ? word : accented(longer(word))))
}

function longer(word: string): string {
  return [...word]
    .map((letter, index) => (index % 5 === 1 || index % 5 === 3 ? letter + letter : letter))
    .join('')
}

function accented(word: string): string {
  return [...word]
    .map(letter => {
      const other = accents[letter.toLowerCase()] ?? letter
      return letter === letter.toLowerCase() ? other : other.toUpperCase()
    })
    .join('')
}

/** What holds the words of others: of the customer, the engineer, the machine. */
const othersWords = 'style, script, textarea, bdi, code, time, [dir=auto]'

/** Every text below a root that a person may read or hear, as far as it is neither in brackets nor somebody else's. */
export function outsideOfBrackets(root: ParentNode): readonly string[] {
  const found: string[] = []
  let depth = 0
  const read = (text: string): void => {
    let outside = ''
    for (const sign of text) {
      if (sign === '⟦') depth += 1
      else if (sign === '⟧') depth -= 1
      else if (depth === 0) outside += sign
    }
    if (/\p{L}/u.test(outside)) found.push(outside.trim().replace(/\s+/gu, ' '))
  }
  const walk = (node: Node): void => {
    if (node instanceof Text) read(node.data)
    if (node instanceof Element) {
      if (node.matches(othersWords)) return
      // Countries are named by the machine, as times and amounts are.
      if (node instanceof HTMLOptionElement && /^[A-Z]{2}$/.test(node.value)) return
      for (const name of ['aria-label', 'aria-description', 'title', 'placeholder', 'alt'])
        read(node.getAttribute(name) ?? '')
    }
    for (const child of node.childNodes) walk(child)
  }
  walk(root)
  if (depth !== 0) found.push('a sentence without its end')
  return found
}
