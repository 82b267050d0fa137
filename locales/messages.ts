import type { en } from './en.js'

type PluralCategory = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'

/** A `…_other` text may have the further forms that its language counts in. */
type PluralForms<T> = {
  readonly [
    K in keyof T as K extends `${infer Stem}_other`
      ? `${Stem}_${Exclude<PluralCategory, 'one' | 'other'>}`
      : never
  ]?: string
}

type Text<T> = { readonly [K in keyof T]: T[K] extends string ? string : Text<T[K]> } & PluralForms<T>

/** What every locale must hold: English is the shape, other languages may add plural forms. */
export type Messages = Text<typeof en>

type Stem<K extends string> = K extends `${infer S}_${PluralCategory}` ? S : K

type Keys<T, Room extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Room}${Stem<K>}` : Keys<T[K], `${Room}${K}.`>
}[keyof T & string]

/** The name of a sentence: dotted, without a plural's suffix. */
export type MessageKey = Keys<typeof en>

/** What stands in the places of a sentence. A number is a quantity and is written as its language writes it:
 * ticket numbers, ports and other names made of digits are given as strings. `count` picks the plural. */
export type Values = Readonly<Record<string, string | number>>

/** The languages that are complete. */
export type Language = 'en' | 'pl'

type Part<T> = { readonly [K in keyof T]?: T[K] extends string ? string : Part<T[K]> } & PluralForms<T>

/** The provider's own wording, merged over ours: `{ pl: { form: { send: 'Wyślij do nas' } } }`. */
export type MessagesOverride = Partial<Readonly<Record<Language, Part<typeof en>>>>
