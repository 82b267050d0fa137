import { digestOf } from '../../authorization/digest.js'
import type { FileRef } from '../../tracking/intervention.js'
import type { Call } from '../adapter.js'
import { bytesIn } from '../base64.js'
import { AdapterFault } from '../fault.js'
import { readPart, type ReplyPart, type RequestPart } from '../ticket-part.js'
import { shownFileName, shownText } from '../ticket-view.js'
import * as answers from './answers.js'
import type { WhmcsReply, WhmcsTicket } from './answers.js'
import { unescaped } from './entities.js'
import { momentIn } from './local-time.js'
import type { Shared } from './shared.js'
import { partName, sentIndexOf } from './upload.js'

/** Something written on a ticket. */
export interface WhmcsWriting {
  readonly reply: number
  readonly by: 'customer' | 'engineer' | 'system'
  readonly at: number
  readonly text: string
  readonly files: readonly FileRef[]
  readonly part?: RequestPart | ReplyPart
}

/** A ticket as its customer may see it. */
export interface WhmcsHistory {
  readonly id: number
  readonly number: string
  readonly status: string
  readonly version: string
  /** The oldest first. */
  readonly writings: readonly WhmcsWriting[]
}

/** What stays as it is, of what stands beside a text. */
export type Beside = Pick<WhmcsWriting, 'files'> & Partial<Pick<WhmcsWriting, 'part'>>

/** So many files are asked for at once. */
const atOnce = 3

/**
 * The ticket with all that was written.
 *
 * @throws {AdapterFault} `not-found` for what isn't this client's: that is decided here and nowhere else.
 */
export async function readTicket(
  shared: Shared,
  clientId: number,
  id: string,
  call?: Call,
): Promise<WhmcsHistory> {
  if (!/^\d{1,15}$/.test(id)) throw new AdapterFault('not-found')
  const asked = { ticketid: id, repliessort: 'ASC' }
  const ticket = await shared.client.ask('GetTicket', answers.ticket, asked, call)
  if (ticket.userid !== clientId || String(ticket.ticketid) !== id) throw new AdapterFault('not-found')
  const replies = [...ticket.replies].sort((one, other) => one.replyid - other.replyid)
  const writings: WhmcsWriting[] = []
  for (let first = 0; first < replies.length; first += atOnce)
    writings.push(
      ...(await Promise.all(
        replies.slice(first, first + atOnce).map(async reply => writingOf(shared, ticket, reply, call)),
      )),
    )
  const version = (await digestOf([ticket.status, ticket.replies])).slice(0, 32)
  return { id: ticket.ticketid, number: ticket.tid, status: ticket.status, version, writings }
}

/** The bytes of a file of a text; what belongs to a note is never asked for. */
export async function bytesOf(
  { client }: Shared,
  ticket: number,
  reply: number,
  index: number,
  call?: Call,
): Promise<Uint8Array<ArrayBuffer>> {
  const whose =
    reply === 0 ? { type: 'ticket', relatedid: String(ticket) } : { type: 'reply', relatedid: String(reply) }
  const asked = { ...whose, index: String(index) }
  const { data } = await client.ask('GetTicketAttachment', answers.attachment, asked, call)
  return bytesIn(data)
}

async function writingOf(
  shared: Shared,
  ticket: WhmcsTicket,
  reply: WhmcsReply,
  call: Call | undefined,
): Promise<WhmcsWriting> {
  const { replyid, userid, admin, date, message } = reply
  const by = (admin ?? '') !== '' ? 'engineer' : userid === ticket.userid ? 'customer' : 'system'
  return {
    reply: replyid,
    by,
    at: momentIn(shared.options.timeZone, date),
    text: shownText(unescaped(message)),
    ...(await besideOf(shared, ticket.ticketid, reply, by === 'customer', call)),
  }
}

/** Asked for once: WHMCS changes no file of what was written. */
async function besideOf(
  shared: Shared,
  ticket: number,
  { replyid, attachment, attachments_removed: isGone }: WhmcsReply,
  isCustomers: boolean,
  call: Call | undefined,
): Promise<Beside> {
  const names = (attachment ?? '').split('|').filter(name => name !== '')
  if (names.length === 0) return { files: [] }
  const key = JSON.stringify([ticket, replyid, isCustomers, attachment])
  const known = shared.beside.get(key)
  if (known) return known
  if (isGone === true || isGone === 'true' || isGone === 1 || isGone === '1') return { files: [] }

  // In front of the name WHMCS puts a number of its own.
  const own = names.map(name => name.replace(/^\d+_/, ''))
  const read = (index: number) => bytesOf(shared, ticket, replyid, index, call)
  const { signingSecret } = shared.options
  const signed =
    isCustomers && own[0] === partName
      ? await readPart(new TextDecoder().decode(await read(0)), signingSecret)
      : undefined
  const isHere = signed?.kind === 'reply' ? signed.ticket === ticket : replyid === 0
  const part = isHere ? signed : undefined
  const files: FileRef[] = []
  for (const [index, name] of own.entries()) {
    if (part && index === 0) continue
    const sent = part?.files[sentIndexOf(name) ?? -1]
    const id = `${ticket}-${replyid}-${index}`
    files.push(
      sent
        ? { ...sent, id }
        : { id, name: shownFileName(unescaped(name), id), type: '', bytes: (await read(index)).length },
    )
  }
  const beside: Beside = { files, ...(part && { part }) }
  shared.beside.set(key, beside)
  return beside
}
