import type { Language, Messages, MessagesOverride } from './messages.js'
import { wordsOf, type Words } from './translator.js'

const loaded = new Map<Language, Messages>()

const sources = {
  en: async () => (await import('./en.js')).en,
  pl: async () => (await import('./pl.js')).pl,
} as const satisfies Record<Language, () => Promise<Messages>>

/** The languages that are complete, the one first that is spoken where nobody asks for another. */
export const languages = ['en', 'pl'] as const satisfies readonly Language[]

/**
 * Loads a language, where it isn't loaded yet: nobody loads what is spoken to others.
 *
 * @throws TypeError where it can't be loaded; the next call tries again.
 */
export async function loadLanguage(language: Language): Promise<void> {
  if (!loaded.has(language)) learn(language, await sources[language]())
}

/** Takes in a language that is there already. */
export function learn(language: Language, messages: Messages): void {
  loaded.set(language, messages)
}

/** The words of a language, with the provider's own wording merged over them; `undefined` where it isn't loaded. */
export function loadedWords(language: Language, overrides?: MessagesOverride): Words | undefined {
  return loaded.has(language) ? words(language, overrides) : undefined
}

/** What stands for words where no language is loaded: `…` for every sentence. */
export function silentWords(language: Language): Words {
  return words(language, undefined)
}

function words(language: Language, overrides: MessagesOverride | undefined): Words {
  const messages = loaded.get(language)
  return wordsOf({ language, messages, overrides, wordsIn: other => loadedWords(other, overrides) })
}
