import { digestOf } from '../../authorization/digest.js'
import type { FileRef } from '../../tracking/intervention.js'
import type { Call } from '../adapter.js'
import { AdapterFault } from '../fault.js'
import { partName, readPart, type ReplyPart, type RequestPart } from '../ticket-part.js'
import { shownFileName, shownText } from '../ticket-view.js'
import * as answers from './answers.js'
import type { RmAttachment, RmIssue, RmJournal } from './answers.js'
import type { RmClient } from './client.js'
import type { Shared } from './shared.js'

/** Something that was written on an issue or done to it. */
export interface RmWriting {
  /** The journal's number; 0 is the issue's own text. */
  readonly journal: number
  readonly by: 'customer' | 'engineer'
  readonly at: number
  readonly text: string
  readonly files: readonly FileRef[]
  readonly part?: RequestPart | ReplyPart
  /** What was changed, by the field's number; the status under `status`. */
  readonly changes: readonly (readonly [field: string, value: string])[]
}

/** An issue as its customer may see it. */
export interface RmHistory {
  readonly issue: RmIssue
  readonly version: string
  /** Redmine's clock when it answered. */
  readonly readAt: number
  /** The oldest first. */
  readonly writings: readonly RmWriting[]
}

/** Who reads. */
export interface RmReader {
  readonly shared: Shared
  readonly client: RmClient
  /** The customer's user in Redmine. */
  readonly user: number
}

/**
 * The issue with all that happened.
 *
 * @throws {AdapterFault} `not-found` for what isn't this user's.
 */
export async function readIssue(reader: RmReader, id: string, call?: Call): Promise<RmHistory> {
  if (!/^\d{1,15}$/.test(id)) throw new AdapterFault('not-found')
  const query = { include: 'journals,attachments,allowed_statuses' }
  const path = `issues/${id}.json`
  const { value, at: readAt } = await reader.client.askAt(path, answers.issue, { query }, call)
  const { issue } = value
  if (issue.author?.id !== reader.user || String(issue.id) !== id) throw new AdapterFault('not-found')
  const journals = [...issue.journals].sort((one, other) => one.id - other.id)
  const attached = new Set(journals.flatMap(attachedIn))
  const own = issue.attachments.filter(({ id, author }) => !attached.has(id) && author?.id === reader.user)
  const writings: RmWriting[] = [
    {
      journal: 0,
      by: 'customer',
      at: issue.created_on,
      text: shownText(withPlainEnds(issue.description ?? '')),
      changes: [],
      ...(await filesAmong(reader, issue, own, true, call)),
    },
  ]
  for (const journal of journals) {
    const writing = await writingOf(reader, issue, journal, call)
    if (writing) writings.push(writing)
  }
  const version = (await digestOf([issue.status.id, writings])).slice(0, 32)
  return { issue, version, readAt, writings }
}

/** Nothing for what says nothing to the customer. */
async function writingOf(
  reader: RmReader,
  issue: RmIssue,
  journal: RmJournal,
  call: Call | undefined,
): Promise<RmWriting | undefined> {
  const { id, user, notes, private_notes: isPrivate, created_on: at, details } = journal
  if (isPrivate) return undefined
  const isCustomers = user?.id === reader.user
  const text = shownText(withPlainEnds(notes ?? ''))
  const changes = details.flatMap(({ property, name, new_value: value }) => {
    const field =
      property === 'cf' ? name : property === 'attr' && name === 'status_id' ? 'status' : undefined
    return field !== undefined && typeof value === 'string' ? [[field, value] as const] : []
  })
  // Redmine parts a private note from its files, and makes of these an entry of their own that everybody sees.
  const mayBeOfNote = !isCustomers && text.trim() === ''
  const numbers = attachedIn(journal)
  const attached = mayBeOfNote ? [] : issue.attachments.filter(one => numbers.includes(one.id))
  const beside = await filesAmong(reader, issue, attached, isCustomers, call)
  if (text.trim() === '' && beside.files.length === 0 && !beside.part && changes.length === 0)
    return undefined
  return { journal: id, by: isCustomers ? 'customer' : 'engineer', at, text, changes, ...beside }
}

function attachedIn({ details }: RmJournal): readonly number[] {
  return details.flatMap(({ property, name }) => (property === 'attachment' ? [Number(name)] : []))
}

/** The files of a text, and the part for machines that is among them. */
async function filesAmong(
  reader: RmReader,
  issue: RmIssue,
  attached: readonly RmAttachment[],
  isCustomers: boolean,
  call: Call | undefined,
): Promise<Pick<RmWriting, 'files' | 'part'>> {
  const named = isCustomers ? attached.filter(({ filename }) => filename === partName) : []
  for (const one of named) {
    const part = await partIn(reader, one.id, call)
    if (!part || (part.kind === 'reply' && part.ticket !== issue.id)) continue
    const files = part.files.flatMap(({ id, ...sent }) =>
      id !== undefined && attached.some(one => one.id === id) ? [{ id: fileId(issue, id), ...sent }] : [],
    )
    return { files, part }
  }
  return { files: attached.map(one => refOf(issue, one)) }
}

async function partIn(
  { client, shared: { parts, options } }: RmReader,
  attachment: number,
  call: Call | undefined,
): Promise<RequestPart | ReplyPart | undefined> {
  const known = parts.get(String(attachment))
  if (known) return known.part
  const text = new TextDecoder().decode(await client.bytes(`attachments/download/${attachment}`, call))
  const part = await readPart(text, options.signingSecret)
  parts.set(String(attachment), { part })
  return part
}

function refOf(issue: RmIssue, { id, filename, filesize, content_type: type }: RmAttachment): FileRef {
  return {
    id: fileId(issue, id),
    name: shownFileName(filename, id),
    type: (type ?? '').slice(0, 200),
    bytes: filesize,
  }
}

function fileId({ id }: RmIssue, attachment: number): string {
  return `${id}-${attachment}`
}

/** Redmine keeps lines with the ends of whoever wrote them, and changes some. */
function withPlainEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}
