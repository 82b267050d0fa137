import { en } from '../../locales/en.js'

/** A provider's own wording for every sentence there is, and what each was given. */
export interface Reworded {
  readonly messages: { readonly en: object }
  readonly given: Readonly<Record<string, string>>
}

/** Longer sentences than this are no sentences. */
const LONGEST = 300

/** Another text for every sentence: for the first `textOf(0)`, for the second `textOf(1)`. */
export function messagesWith(textOf: (index: number) => string): Reworded {
  const given: Record<string, string> = {}
  const reword = (room: object, path: string): object =>
    Object.fromEntries(
      Object.entries(room).map(([name, value]: [string, unknown]) => {
        const key = path + name
        if (typeof value === 'object' && value !== null) return [name, reword(value, `${key}.`)]
        const index = Object.keys(given).length
        const text = `${textOf(index)
          .slice(0, LONGEST)
          .replace(/\p{Cs}/gu, '')}§${String(index)}§`
        given[key] = text
        return [name, text]
      }),
    )
  return { messages: { en: reword(en, '') }, given }
}
