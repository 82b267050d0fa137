import { en } from './en.js'
import { learn } from './loaded.js'
import type { Language, Messages, MessagesOverride } from './messages.js'
import { pl } from './pl.js'
import { languageFor, wordsOf, type Words } from './translator.js'

const every = { en, pl } as const satisfies Record<Language, Messages>

/**
 * The words of a language, with the provider's own wording merged over them. The same words for the same
 * overrides object: change a text by giving a new object.
 *
 * For servers and pages that hold every language; the elements load the one that they speak.
 */
export function wordsFor(language: string, overrides?: MessagesOverride): Words {
  const spoken = languageFor(language)
  learn('en', en)
  learn('pl', pl)
  const wordsIn = (other: Language): Words => wordsFor(other, overrides)
  return wordsOf({ language: spoken, messages: every[spoken], overrides, wordsIn })
}
