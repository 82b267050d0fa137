import { maskSecret } from '../../src/index.js'
import type { SecretFields } from './secret-fields.controller.js'

/** A part of a text, in UTF-16 code units. */
export interface Place {
  readonly start: number
  readonly end: number
}

/** Looks for the secret as it stands in its fields now. */
export interface Finder {
  readonly find: (text: string) => Place | undefined
  /** Grows each time that the fields are left or emptied: what stood there then was whole. */
  readonly visit: number
  /** Are these words how it begins? */
  readonly beginsWith: (words: string) => boolean
}

/** A place, and the visit to the fields in which the secret was found there. */
interface Found extends Place {
  readonly visit: number
}

/**
 * Remembers where the secret stands in texts, for when it is wiped, or typed anew, and can't be looked for any more: never
 * what it is. A place is known until its words change; only the beginning of a secret that is still being typed is none.
 */
export class SecretPlaces {
  readonly #known = new Map<string, { readonly text: string; readonly places: readonly Found[] }>()

  /** Where it stands in the text of this name, or must stand after what was typed since. */
  of(name: string, text: string, finder: Finder | undefined): readonly Place[] {
    const before = this.#known.get(name)
    const lasting = (before ? moved(before.places, before.text, text) : []).filter(
      ({ start, end, visit }) => visit !== finder?.visit || !finder.beginsWith(text.slice(start, end)),
    )
    const found = finder ? allIn(text, finder) : []
    const places = united([...lasting, ...found])
    this.#known.set(name, { text, places })
    return places
  }

  /** The text of this name with a mark in place of the secret. */
  masked(name: string, text: string, finder: Finder | undefined): string {
    // From the last one to the first: those before it stay where they are.
    return this.of(name, text, finder).reduceRight(maskSecret, text)
  }
}

/** Looks for what stands in the fields of the secret now; nothing once they are empty. */
export function finderIn(
  secrets: Pick<SecretFields, 'stateOf' | 'spanIn' | 'read' | 'filledIn'>,
): Finder | undefined {
  const kinds = ['password', 'private-key'] as const
  const isGone = kinds.every(kind => ['missing', 'wiped'].includes(secrets.stateOf(kind)))
  if (isGone) return undefined
  return {
    find: text => secrets.spanIn(text, 'password') ?? secrets.spanIn(text, 'private-key'),
    visit: secrets.filledIn.visit,
    beginsWith: words =>
      kinds.flatMap(kind => Object.values(secrets.read(kind))).some(value => value.trim().startsWith(words)),
  }
}

function allIn(text: string, { find, visit }: Finder): readonly Found[] {
  const places: Found[] = []
  let rest = text
  for (let place = find(rest); place && place.end > place.start; place = find(rest)) {
    const { start, end } = place
    places.push({ start, end, visit })
    rest = rest.slice(0, start) + '\0'.repeat(end - start) + rest.slice(end)
  }
  return places
}

/** In their order, those that overlap as one: of the earlier visit. */
function united(places: readonly Found[]): readonly Found[] {
  const ordered = places.toSorted((one, other) => one.start - other.start)
  return ordered.reduce<readonly Found[]>((apart, place) => {
    const last = apart.at(-1)
    if (!last || last.end <= place.start) return [...apart, place]
    const end = Math.max(last.end, place.end)
    return [...apart.slice(0, -1), { start: last.start, end, visit: Math.min(last.visit, place.visit) }]
  }, [])
}

/**
 * The places after one change of the text. What is changed in the midst of a secret leaves the rest of it one; what is
 * replaced as a whole is none any more.
 */
export function moved<P extends Place>(places: readonly P[], before: string, after: string): readonly P[] {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start += 1
  let tail = 0
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail += 1
  const end = before.length - tail
  const longer = after.length - before.length
  return places.flatMap(place => {
    if (place.end <= start) return [place]
    if (place.start >= end) return [{ ...place, start: place.start + longer, end: place.end + longer }]
    if (start <= place.start && end >= place.end) return []
    return [{ ...place, start: Math.min(place.start, start), end: Math.max(place.end, end) + longer }]
  })
}
