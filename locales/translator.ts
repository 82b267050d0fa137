import { createInstance } from 'i18next'
import type { i18n } from 'i18next'
import type { MinuteRange, Wording } from '../src/index.js'
import { amountsIn, type AmountWords } from './amounts.js'
import type { Language, MessageKey, Messages, MessagesOverride, Values } from './messages.js'

/** Everything that is said in one language. */
export interface Words extends AmountWords {
  readonly language: Language
  /** The sentence with its values in place. Values are never read as text with places of its own. */
  say(key: MessageKey, values?: Values): string
  /** Is there a sentence of this name? */
  has(key: string): boolean
  /**
   * The provider's own label in this language, else in English, else in its first; without a label the sentence
   * `key`; without that the id that the key was made of (`task.<id>.title`).
   *
   * A place in the label that there is no value for becomes `…`: nobody has to read braces, and nothing is left out
   * without a trace.
   */
  wording(label: Wording | undefined, key: string, values?: Values): string
  /** The language that `wording` speaks for this label, BCP 47: the provider may not have it in ours. */
  languageOf(label: Wording | undefined): string
  /** These words in another language, the provider's wording included; these, where we don't speak it or it isn't loaded. */
  in(language: string): Words
  /** Date and time with its zone. `time` in epoch milliseconds. */
  moment(time: number): string
  /**
   * Hours and minutes with their zone, and the date too where it isn't today's. Both times in epoch milliseconds;
   * without `now` the day isn't looked at.
   */
  clock(time: number, now?: number): string
  /** How long at most: "within 10 minutes", from two hours on in hours, from two days on in days, where they are whole. */
  within(minutes: number): string
  /** Several things in one sentence: "a, b and c". */
  list(items: readonly string[]): string
  /** A range of time: "15–60 minutes", in hours where both ends are whole hours. */
  span(range: MinuteRange): string
  /** How long something took, in whole minutes: "1 hour 25 minutes". */
  duration(minutes: number): string
  /** A size: "1.5 MB". */
  bytes(size: number): string
}

/** Region and clock for each language: a 24-hour clock in both. */
const regions = { en: 'en-GB', pl: 'pl-PL' } as const satisfies Record<Language, string>

/** The language to speak for the one that a page asks for: `pl-PL` is Polish, what we don't speak is English. */
export function languageFor(requested: string | null | undefined): Language {
  return requested?.trim().split(/[-_]/u)[0]?.toLowerCase() === 'pl' ? 'pl' : 'en'
}

function isObject<T>(value: T): value is T & object {
  return typeof value === 'object' && value !== null
}

/** What a language is spoken from. */
interface Speech {
  readonly language: Language
  /** Without any, every sentence is `…`. */
  readonly messages: Messages | undefined
  readonly overrides: MessagesOverride | undefined
  /** The same in another language; `undefined` where that isn't loaded. */
  readonly wordsIn: (language: Language) => Words | undefined
}

const made = new WeakMap<object, WeakMap<object, Words>>()
const silence = {}

/**
 * The words of a language, with the provider's own wording merged over them. The same words for the same
 * overrides object: change a text by giving a new object.
 */
export function wordsOf(speech: Speech): Words {
  const { messages, overrides } = speech
  const from = messages ?? silence
  const known = made.get(from) ?? new WeakMap<object, Words>()
  made.set(from, known)
  // A page without types may give anything: what isn't an object changes nothing.
  const own = isObject(overrides) ? overrides : undefined
  const words = known.get(own ?? from) ?? makeWords({ ...speech, overrides: own })
  known.set(own ?? from, words)
  return words
}

function makeWords({ language, messages, overrides, wordsIn }: Speech): Words {
  // Every language is complete: in English there may be only what the provider has added to it.
  const english = texts(language === 'en' ? messages : undefined, overrides?.en)
  const spoken = language === 'en' ? english : texts(messages, overrides?.[language])
  const translator = translatorOf(language, { en: english, [language]: spoken }, !messages)
  const region = regions[language]
  const number = new Intl.NumberFormat(region)
  const day = new Intl.DateTimeFormat(region, { year: 'numeric', month: 'long', day: 'numeric' })
  const clock = new Intl.DateTimeFormat(region, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  })
  const list = new Intl.ListFormat(region, { type: 'conjunction' })
  const size = (unit: string, unitDisplay: 'short' | 'long' = 'short') =>
    new Intl.NumberFormat(region, { style: 'unit', unit, unitDisplay, maximumFractionDigits: 1 })
  const sizes = { byte: size('byte', 'long'), kilobyte: size('kilobyte'), megabyte: size('megabyte') }

  const length = (unit: string) => new Intl.NumberFormat(region, { style: 'unit', unit, unitDisplay: 'long' })
  const lengths = { hour: length('hour'), minute: length('minute') }

  const has = (key: string) => [spoken, english].some(all => key in all || `${key}_other` in all)
  const written = (values: Values) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'number' ? number.format(value) : value,
      ]),
    )
  // The values go in as `replace`, so that none of them is taken for one of i18next's own options.
  const text = (key: string, values: Values = {}) => {
    const count = values['count']
    return translator.t(key, {
      replace: written(values),
      nest: false,
      ...(typeof count === 'number' && { count }),
    })
  }
  const filled = (template: string, values: Values) => {
    const strings = written(values)
    return template.replace(/\{\{([^{}]*)\}\}/gu, (_, place: string) => {
      const name = place.trim()
      return Object.hasOwn(strings, name) ? (strings[name] ?? '…') : '…'
    })
  }

  const moment = (time: number) =>
    zoneTied(text('times.moment', { day: day.format(time), time: clock.format(time) }))

  const words: Words = {
    ...amountsIn(region),
    language,
    say: text,
    has,
    wording(label, key, values = {}) {
      const own = label && ownLanguage(label, language)
      const given = own === undefined ? undefined : label?.[own]
      if (given !== undefined) return filled(given, values)
      return has(key) ? text(key, values) : idOf(key)
    },
    languageOf: label => (label && ownLanguage(label, language)) ?? language,
    in: other => (isSpoken(other) ? wordsIn(languageFor(other)) : undefined) ?? words,
    moment,
    clock: (time, now = time) => (isSameDay(time, now) ? zoneTied(clock.format(time)) : moment(time)),
    within(minutes) {
      const [unit, of] = unitOf(minutes)
      return text(`times.within${unit}`, { count: minutes / of })
    },
    list: items => list.format(items),
    span({ fromMinutes, toMinutes }) {
      const inHours = fromMinutes % 60 === 0 && toMinutes % 60 === 0
      const [unit, of] = inHours ? (['hours', 60] as const) : (['minutes', 1] as const)
      return text(`times.${unit}`, { from: fromMinutes / of, count: toMinutes / of })
    },
    duration(minutes) {
      const hours = Math.floor(minutes / 60)
      const rest = minutes % 60
      return [
        hours > 0 ? lengths.hour.format(hours) : '',
        rest > 0 || hours === 0 ? lengths.minute.format(rest) : '',
      ]
        .filter(Boolean)
        .join(' ')
    },
    bytes: bytes =>
      bytes < 1000
        ? sizes.byte.format(bytes)
        : bytes < 999_950
          ? sizes.kilobyte.format(bytes / 1000)
          : sizes.megabyte.format(bytes / 1_000_000),
  }
  return words
}

function translatorOf(
  language: Language,
  all: Readonly<Record<string, Record<string, string>>>,
  isSilent: boolean,
): i18n {
  const translator = createInstance({
    lng: language,
    fallbackLng: 'en',
    initAsync: false,
    // The texts are held flat, by their whole names: a look-up walks no objects, so it finds no prototypes.
    keySeparator: false,
    nsSeparator: false,
    resources: Object.fromEntries(Object.entries(all).map(([name, flat]) => [name, { translation: flat }])),
    interpolation: { escapeValue: false },
    ...(isSilent && { parseMissingKeyHandler: () => '…' }),
  })
  void translator.init()
  return translator
}

/** Every text under its dotted name. Of an override only plain strings are taken: pages without types give anything. */
function texts(messages: Messages | undefined, override: unknown): Record<string, string> {
  const flat: Record<string, string> = {}
  Object.setPrototypeOf(flat, null)
  lay(messages, '', flat, deepest)
  lay(override, '', flat, deepest)
  return flat
}

/** No room lies deeper; an override may turn back into itself. */
const deepest = 4

function lay(from: unknown, room: string, flat: Record<string, string>, depth: number): void {
  if (!isObject(from) || depth === 0) return
  for (const [name, value] of Object.entries(from)) {
    const key = room + name
    if (typeof value === 'string') flat[key] = value
    else lay(value, `${key}.`, flat, depth - 1)
  }
}

function ownLanguage(label: Wording, language: Language): string | undefined {
  return [language, 'en'].find(name => Object.hasOwn(label, name)) ?? Object.keys(label)[0]
}

function isSpoken(language: string): boolean {
  return /^(?:en|pl)(?:[-_]|$)/iu.test(language)
}

/** The time zone stays with its time: alone on the next line it says nothing. */
function zoneTied(time: string): string {
  return time.replace(/ (?=\S+$)/u, '\u00a0')
}

/** By this machine's calendar, as its clock is shown too. */
function isSameDay(one: number, other: number): boolean {
  return new Date(one).toDateString() === new Date(other).toDateString()
}

/** Never rounded: a promise stays as long as it is. */
function unitOf(minutes: number): readonly ['Minutes' | 'Hours' | 'Days', number] {
  if (minutes <= 120 || minutes % 60 !== 0) return ['Minutes', 1]
  return minutes <= 2_880 || minutes % 1_440 !== 0 ? ['Hours', 60] : ['Days', 1_440]
}

/** `task.<id>.title`, `duty.<id>`, `aftercare.fact.<id>`: the id. */
function idOf(key: string): string {
  return key.replace(/^(?:aftercare\.(?:fact|toDo)|[^.]+)\./u, '').replace(/\.(?:title|hint|text)$/u, '')
}
