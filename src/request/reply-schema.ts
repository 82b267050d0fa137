import * as z from 'zod/mini'
import { mostFiles, writeKey } from '../adapter/wire.js'
import { parse } from '../parse.js'
import { count, id, instant, text } from '../text-schema.js'
import { longestText } from './check.js'
import { longestTyped } from './draft-schema.js'

/** A reply that is being written on a ticket. */
export interface WrittenReply {
  readonly ticket: string
  /** When it was last changed, by this device's clock; epoch milliseconds. */
  readonly at: number
  readonly text: string
  /** The names of the files that were chosen; they are to be chosen again. */
  readonly files: readonly string[]
}

/** A reply that was on its way when it was last heard of: nobody knows here whether it arrived. */
export interface ReplyUnderWay {
  readonly ticket: string
  /** Since when, by this device's clock; epoch milliseconds. */
  readonly at: number
  /** Its idempotency key: sent again, it is the same reply. */
  readonly key: string
  readonly text: string
  readonly files: readonly File[]
  /** The last entry that the ticket had then, by its `seq`. */
  readonly after: number
}

const shared = { v: z.literal(1), ticket: id, at: instant }
const fileName = z.string().check(z.maxLength(1_000))

const written: z.ZodMiniType<WrittenReply> = z.object({
  ...shared,
  text: z.string().check(z.maxLength(longestTyped)),
  files: z.array(fileName).check(z.maxLength(mostFiles)),
})

/** Words and files, and no place for anything else that can be said on a ticket: sealed text, a consent, an approval. */
const underWay: z.ZodMiniType<ReplyUnderWay> = z.object({
  ...shared,
  key: writeKey,
  text: text(longestText),
  files: z.array(z.file()).check(z.maxLength(mostFiles)),
  after: count,
})

/** A checked copy of a reply that is being written. */
export function writtenReply(value: unknown): WrittenReply | undefined {
  const found = parse(written, value)
  return found.ok ? found.value : undefined
}

/** A checked copy of a reply on its way. */
export function replyUnderWay(value: unknown): ReplyUnderWay | undefined {
  const found = parse(underWay, value)
  return found.ok ? found.value : undefined
}
