/** What a secret is, as far as its form tells. */
export type SecretKind = 'password' | 'key' | 'token' | 'url-credentials'

/** A place in a text that is a secret: the bare value, or a key's block with its header and footer. */
export interface SecretSpan {
  /** The first UTF-16 unit of the value. */
  readonly start: number
  /** The unit after the last one. */
  readonly end: number
  readonly kind: SecretKind
}

/** A place that a rule has judged; `harmless` ones keep later rules off. */
export interface Judged {
  readonly start: number
  readonly end: number
  readonly kind: SecretKind | 'harmless'
}

/** Where the groups of a pattern (flag `d`) stand, as one kind; of several groups the one that took part. */
export function places(pattern: RegExp, kind: Judged['kind'], text: string): readonly Judged[] {
  return Array.from(text.matchAll(pattern), found => {
    const group = found.indices?.slice(1).find(Boolean)
    const [start, end] = group ?? [found.index, found.index + found[0].length]
    return { start, end, kind }
  })
}
