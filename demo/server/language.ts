/** The languages that Nordhost speaks with its customers. */
export type Language = 'en' | 'pl'

/** What the address names, what the customer chose, or what the browser prefers. */
export function languageOf(request: Request): Language {
  const named = new URL(request.url).searchParams.get('lang')
  if (named === 'en' || named === 'pl') return named
  const chosen = /(?:^|; )nordhost_lang=(en|pl)(?:;|$)/.exec(request.headers.get('cookie') ?? '')?.[1]
  if (chosen === 'en' || chosen === 'pl') return chosen
  const wanted = (request.headers.get('accept-language') ?? '').toLowerCase().split(',')
  const first = wanted.map(tag => tag.trim().slice(0, 2)).find(tag => tag === 'en' || tag === 'pl')
  return first === 'pl' ? 'pl' : 'en'
}

/** The page, said to be in this language from its first byte: no script has to mend it. */
export function inLanguage(page: string, language: Language): string {
  return page.replace('<html lang="en"', `<html lang="${language}"`)
}
