import { parse } from '../parse.js'
import { quoteDigest } from '../quote/quote-digest.js'
import { quote } from '../quote/schema.js'
import type { FieldKey } from '../request/field.js'
import type { Fact, FileRef } from '../tracking/intervention.js'
import { fact } from '../tracking/schema.js'
import { jsonOrNothing, type ReplyPart, type SentFile } from './ticket-part.js'
import type { Saying } from './ticket-system.js'

/** Custom fields that engineers write, and the customer is told of. */
export interface EngineerFields {
  /** An id of the policy's stages. */
  readonly stage?: number
  /** An id of the policy's methods. */
  readonly method?: number
  /** `standard` or `complex`. */
  readonly effort?: number
  /** `opened` or `refused`. */
  readonly loginDetails?: number
  /** Until when they promise to be heard of: a date with its time, in ISO 8601; UTC where it names no zone. */
  readonly nextUpdate?: number
  /** A `Quote` as JSON, from a tool of theirs. */
  readonly offer?: number
  /** What was done. */
  readonly summary?: number
}

/** What it means that this was written into a field; nothing for what no field of ours can mean. */
export async function factInField(field: string, value: string): Promise<Fact | undefined> {
  if (value === '') return undefined
  const meant = parse(fact, await meaningOf(field, value))
  return meant.ok ? meant.value : undefined
}

async function meaningOf(field: string, value: string): Promise<unknown> {
  switch (field) {
    case 'stage':
      return { kind: 'stage', stage: value }
    case 'method':
      return { kind: 'method', method: value }
    case 'effort':
      return { kind: 'effort', effort: value }
    case 'loginDetails':
      return value === 'opened' || value === 'refused' ? { kind: 'access', event: value } : undefined
    case 'nextUpdate':
      return { kind: 'promise', until: momentOf(value) }
    case 'offer': {
      const offered = parse(quote, jsonOrNothing(value))
      if (!offered.ok) return undefined
      const digest = await quoteDigest(offered.value)
      return { kind: 'quote', quote: offered.value, digest, state: 'offered' }
    }
    case 'summary':
      return { kind: 'summary', text: value, format: 'text', files: [] }
    case 'checkedOff':
      return { kind: 'check-off', item: value }
    default:
      return undefined
  }
}

function momentOf(value: string): number | undefined {
  const [, day, time, zone = 'Z'] =
    /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d)?)(Z|[+-]\d\d:\d\d)?$/.exec(value) ?? []
  return day === undefined ? undefined : Date.parse(`${day}T${time}${zone}`)
}

/** The part for machines of what is said on a ticket. */
export function replyPart(
  ticket: number,
  { key, digest, message: { files = [] }, facts }: Saying,
): ReplyPart {
  return {
    kind: 'reply',
    ticket,
    key,
    digest,
    files: sentFilesOf(files),
    facts: facts.map(one => (one.kind === 'message' ? { ...one, files: [] } : one)),
  }
}

/** Files as they are told in the part for machines. */
export function sentFilesOf(files: readonly File[]): readonly SentFile[] {
  return files.map(({ name, type, size }) => ({ name, type, bytes: size }))
}

/** What is left to say where the sealed text isn't kept: to hand the work back for it alone would be untrue. */
export function withoutSealing(facts: readonly Fact[]): readonly Fact[] {
  const left = facts.filter(one => !(one.kind === 'access' && one.event === 'sealed'))
  return left.every(({ kind }) => kind === 'stage') ? [] : left
}

/** The files' own field, where not all of them are there as they were sent. */
export function lostFiles<K extends FieldKey>(
  sent: readonly { readonly bytes: number }[],
  kept: readonly FileRef[],
  field: K,
): readonly K[] {
  const isWhole =
    sent.length === kept.length && sent.every(({ bytes }, index) => bytes === kept[index]?.bytes)
  return isWhole ? [] : [field]
}
