/** A row of a table or an object of an answer: every member is looked at before it is believed. */
export type Fields = Readonly<Record<string, unknown>>

/** Takes what came for a record, or throws. */
export function record(value: unknown): Fields {
  if (!isRecord(value)) throw new TypeError('no record')
  return value
}

/** The record that came, if one did. */
export function recordOrNone(value: unknown): Fields | undefined {
  return isRecord(value) ? value : undefined
}

/** A list of records. */
export function records(value: unknown): readonly Fields[] {
  if (!Array.isArray(value)) throw new TypeError('no list')
  return value.map(record)
}

/** A text. */
export function text(from: Fields, key: string): string {
  const value = from[key]
  if (typeof value !== 'string') throw new TypeError(`${key}: no text`)
  return value
}

/** A text that may be missing. */
export function textOrNone(from: Fields, key: string): string | undefined {
  return from[key] === null || from[key] === undefined ? undefined : text(from, key)
}

/** A whole number. */
export function whole(from: Fields, key: string): number {
  const value = from[key]
  if (typeof value !== 'number' || !Number.isSafeInteger(value))
    throw new TypeError(`${key}: no whole number`)
  return value
}

/** A whole number that may be missing. */
export function wholeOrNone(from: Fields, key: string): number | undefined {
  return from[key] === null || from[key] === undefined ? undefined : whole(from, key)
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
