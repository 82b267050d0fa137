import type { Language } from './words.js'

/** The language that the server said the page is in. */
export function language(): Language {
  return document.documentElement.lang === 'pl' ? 'pl' : 'en'
}

/** Switches the page and every later one; the form in it follows, and nothing that was typed is touched. */
export function speak(chosen: Language): void {
  document.cookie = `nordhost_lang=${chosen}; Path=/; SameSite=Lax; Max-Age=31536000`
  document.documentElement.lang = chosen
}
