/** What kind of thing was wrong; `unreadable` where looking at the value threw. */
export type ParseIssueCode =
  | 'wrong-type'
  | 'too-big'
  | 'too-small'
  | 'wrong-format'
  | 'wrong-step'
  | 'unknown-key'
  | 'no-such-kind'
  | 'wrong-key'
  | 'wrong-element'
  | 'wrong-value'
  | 'refused'
  | 'unreadable'

/** Where something was wrong, and of what kind. Never what stood there: it may have been a secret. */
export interface ParseIssue {
  /** From the outside in; empty for the whole. */
  readonly path: readonly (string | number)[]
  readonly code: ParseIssueCode
}
