import type { Words } from '../../locales/index.js'
import type { FieldKey } from '../../src/index.js'

/** What fields are called in a sentence, one after the other: what asks for them may be a question. */
export function fieldNames(words: Words, keys: readonly FieldKey[]): string {
  return words.list(keys.map(key => fieldName(words, key)))
}

/** What one of them is called. */
export function fieldName(words: Words, key: FieldKey): string {
  return words.wording(undefined, words.has(`ticket.${key}`) ? `ticket.${key}` : `field.${key}.label`)
}
