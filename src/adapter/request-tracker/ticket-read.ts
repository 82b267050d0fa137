import type { FileRef, Writing } from '../../tracking/intervention.js'
import type { Call } from '../adapter.js'
import { AdapterFault } from '../fault.js'
import * as answers from './answers.js'
import type { RtPart, RtTicket, RtTransaction } from './answers.js'
import { bytesIn } from '../base64.js'
import { answered, type RtClient } from './client.js'
import { partName, readPart, type ReplyPart, type RequestPart } from '../ticket-part.js'
import { shownFileName, shownText } from '../ticket-view.js'

/** What was written in one transaction: by people, and for machines. */
export interface RtWriting extends Writing {
  readonly part?: RequestPart | ReplyPart
}

/** A ticket as its customer sees it in RT. What was internal is not among it: RT shows them none. */
export interface RtHistory {
  readonly ticket: RtTicket
  /** The number of the last transaction. */
  readonly version: string
  /** RT's clock when it answered. */
  readonly readAt: number
  /** The oldest first. */
  readonly transactions: readonly RtTransaction[]
  /** By the number of their transaction. */
  readonly writings: ReadonlyMap<number, RtWriting>
}

/** Who reads, and by what they know what was written here. */
export interface RtReader {
  readonly client: RtClient
  /** The customer's user in RT. */
  readonly user: string
  readonly signingSecret: string
}

/** Does RT let its user move the ticket there? */
export function mayMoveTo({ _hyperlinks }: RtTicket, status: string): boolean {
  return _hyperlinks.some(({ ref, to }) => ref === 'lifecycle' && to === status)
}

/** More transactions than a ticket has. */
const mostPages = 200

/** RT answers so many questions of one call at once and stays quick for others. */
const atOnce = 3

/**
 * The ticket with all that happened; of one that is known only what is new is asked for. `null`: unchanged.
 *
 * @throws {AdapterFault} `not-found` for what isn't this user's.
 */
export async function readTicket(
  reader: RtReader,
  id: string,
  before: RtHistory | undefined,
  call?: Call,
): Promise<RtHistory | null> {
  const { client, user } = reader
  if (!/^\d{1,15}$/.test(id)) throw new AdapterFault('not-found')
  const [answer, early] = await Promise.all([
    client.ask(`ticket/${id}`, answers.ticket, { unless: before?.version }, call),
    before ? [] : transactionsAfter(client, Number(id), 0, 1, call),
  ])
  if (!answer) return null
  const { value: ticket, version, at } = answer
  if (!ticket.Requestor.some(({ id }) => id === user)) throw new AdapterFault('not-found')

  const known = before?.ticket.id === ticket.id ? before.transactions : []
  const sooner = known.length === 0 && ticket.id === Number(id) ? early : known
  const last = sooner.at(-1)?.id ?? 0
  const transactions = [
    ...sooner,
    ...(await transactionsAfter(client, ticket.id, last, Number(version), call)),
  ]
  const writings = new Map(before?.writings)
  const unread = transactions.filter(
    ({ id, Type }) => (Type === 'Create' || Type === 'Correspond') && !writings.has(id),
  )
  for (let first = 0; first < unread.length; first += atOnce)
    await Promise.all(
      unread.slice(first, first + atOnce).map(async transaction => {
        writings.set(transaction.id, await writingIn(reader, transaction, ticket.id, call))
      }),
    )
  return { ticket, version, readAt: at, transactions, writings }
}

/** RT leaves out what its user may not see, and so neither a short page nor a total tells the end: the version does. */
async function transactionsAfter(
  client: RtClient,
  ticket: number,
  after: number,
  until: number,
  call: Call | undefined,
): Promise<readonly RtTransaction[]> {
  const found: RtTransaction[] = []
  for (let last = after, pages = 0; last < until && pages < mostPages; pages += 1) {
    const query = {
      query: `ObjectType = 'RT::Ticket' AND ObjectId = ${ticket} AND id > ${last}`,
      fields: 'Type,Creator,Created,Field,OldValue,NewValue',
      orderby: 'id',
      per_page: '100',
    }
    const { items } = await answered(client.ask('transactions', answers.transactionPage, { query }, call))
    found.push(...items)
    const next = items.at(-1)?.id
    if (next === undefined) break
    last = next
  }
  return found
}

async function writingIn(
  { client, user, signingSecret }: RtReader,
  { id, Type, Creator }: RtTransaction,
  ticket: number,
  call: Call | undefined,
): Promise<RtWriting> {
  const query = { fields: 'TransactionId,Filename,ContentType,ContentLength', per_page: '100' }
  const path = `transaction/${id}/attachments`
  const { items } = await answered(client.ask(path, answers.partPage, { query }, call))
  const parts = items.filter(({ ContentType }) => !ContentType?.startsWith('multipart/'))
  const text = textOf(parts, 'text/plain') ?? textOf(parts, 'text/html')
  const files = parts.filter(part => part !== text && !isText(part))
  const [first, ...others] = files
  if (Creator.id === user && first?.Filename === partName) {
    const part = await readPart(await contentOf(client, first.id, call), signingSecret)
    const isHere = part?.kind === 'reply' ? part.ticket === ticket : Type === 'Create'
    if (part && isHere) return { text: '', format: 'text', files: sentFiles(others, part), part }
  }
  return { ...(await wordsOf(client, text, call)), files: files.map(refOf) }
}

async function wordsOf(
  client: RtClient,
  part: RtPart | undefined,
  call: Call | undefined,
): Promise<Omit<Writing, 'files'>> {
  if (!part) return { text: '', format: 'text' }
  const content = await contentOf(client, part.id, call)
  return {
    text: shownText(content),
    format: part.ContentType === 'text/html' ? 'html' : 'text',
  }
}

async function contentOf(client: RtClient, part: number, call: Call | undefined): Promise<string> {
  const { Content } = await answered(client.ask(`attachment/${part}`, answers.partWithContent, {}, call))
  return new TextDecoder().decode(bytesIn(Content ?? ''))
}

function textOf(parts: readonly RtPart[], type: string): RtPart | undefined {
  return parts.find(part => part.ContentType === type && isText(part))
}

/** Of a mail's text, its two forms have no names. */
function isText({ Filename, ContentType }: RtPart): boolean {
  return (Filename ?? '') === '' && (ContentType === 'text/plain' || ContentType === 'text/html')
}

function refOf({ id, Filename, ContentType, ContentLength }: RtPart): FileRef {
  return {
    id: String(id),
    name: shownFileName(Filename ?? '', id),
    type: (ContentType ?? '').slice(0, 200),
    bytes: ContentLength ?? 0,
  }
}

/** The files as they were sent, as far as they are there: RT has them under a harmless type. */
function sentFiles(parts: readonly RtPart[], { files }: ReplyPart | RequestPart): readonly FileRef[] {
  const withBytes = files.filter(({ bytes }) => bytes > 0)
  return parts.map((part, index) => {
    const sent = withBytes[index]
    const ref = refOf(part)
    return sent ? { ...ref, name: sent.name, type: sent.type } : ref
  })
}
