import { maskSecret } from '../../src/index.js'
import type { SecretFields } from './secret-fields.controller.js'

/** A part of a text, in UTF-16 code units. */
export interface Place {
  readonly start: number
  readonly end: number
}

/** Looks for the secret in a text. */
export type Finder = (text: string) => Place | undefined

/** Remembers where the secret stands in texts, for when it is wiped and can't be looked for any more: never what it is. */
export class SecretPlaces {
  readonly #known = new Map<string, { readonly text: string; readonly places: readonly Place[] }>()

  /** Where it stands in the text of this name; without `find`, where it must stand after what was typed since. */
  of(name: string, text: string, find: Finder | undefined): readonly Place[] {
    const before = this.#known.get(name)
    const places = find ? allIn(text, find) : before ? moved(before.places, before.text, text) : []
    this.#known.set(name, { text, places })
    return places
  }

  /** The text of this name with a mark in place of the secret. */
  masked(name: string, text: string, find: Finder | undefined): string {
    // From the last one to the first: those before it stay where they are.
    return this.of(name, text, find).reduceRight(maskSecret, text)
  }
}

/** Looks for what stands in the fields of the secret now; nothing once they are empty. */
export function finderIn(secrets: Pick<SecretFields, 'stateOf' | 'spanIn'>): Finder | undefined {
  const kinds = ['password', 'private-key'] as const
  const isGone = kinds.every(kind => ['missing', 'wiped'].includes(secrets.stateOf(kind)))
  return isGone ? undefined : text => secrets.spanIn(text, 'password') ?? secrets.spanIn(text, 'private-key')
}

function allIn(text: string, find: Finder): readonly Place[] {
  const places: Place[] = []
  let rest = text
  for (let place = find(rest); place && place.end > place.start; place = find(rest)) {
    const { start, end } = place
    places.push({ start, end })
    rest = rest.slice(0, start) + '\0'.repeat(end - start) + rest.slice(end)
  }
  return places.toSorted((one, other) => one.start - other.start)
}

/**
 * The places after one change of the text. What is changed in the midst of a secret leaves the rest of it one; what is
 * replaced as a whole is none any more.
 */
export function moved(places: readonly Place[], before: string, after: string): readonly Place[] {
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
    if (place.start >= end) return [{ start: place.start + longer, end: place.end + longer }]
    if (start <= place.start && end >= place.end) return []
    return [{ start: Math.min(place.start, start), end: Math.max(place.end, end) + longer }]
  })
}
