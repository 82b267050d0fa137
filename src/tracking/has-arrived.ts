import type { Entry } from './intervention.js'

/** What was sent, and the last entry that the ticket had then, by its `seq`. */
interface SentReply {
  readonly text: string
  readonly files: readonly File[]
  readonly after: number
}

/** Is this reply on the ticket: among what the customer has said since, are there its very words and as many files? */
export function hasArrived({ text, files, after }: SentReply, entries: readonly Entry[]): boolean {
  return entries.some(
    ({ by, seq, fact }) =>
      by === 'customer' &&
      seq > after &&
      fact.kind === 'message' &&
      fact.text.trim() === text.trim() &&
      fact.files.length === files.length,
  )
}
