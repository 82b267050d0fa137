/** Sent as a form, so that everything is text. */
export type Ask = Readonly<Record<string, string>>

/** PHP's answers: an array that is empty is `[]`, whatever it would hold. */
export type Answer = Readonly<Record<string, unknown>>

interface Stored {
  readonly id: number
  readonly userid: number
  readonly admin: string
  readonly date: number
  message: string
  files: readonly { readonly name: string; readonly data: string }[]
  filesRemoved: boolean
}

/** A ticket as the stand-in keeps it; `replies` begins with the ticket's own message, whose number is 0. */
export interface StandInTicket {
  readonly id: number
  readonly tid: string
  deptid: number
  userid: number
  subject: string
  status: string
  lastreply: number
  readonly replies: Stored[]
  readonly notes: Stored[]
}

/** What differs from installation to installation. */
export interface StandInOptions {
  /** The endings of files that are kept; the others are left out in silence. */
  readonly fileTypes?: readonly string[]
  /** Where PHP believes to be. */
  readonly timeZone?: string
  /** A table in MySQL's old `utf8`, which has no letters of four bytes. */
  readonly isOldCharset?: boolean
  /** The addresses that the API is open to. */
  readonly addresses?: readonly string[]
}

/** The clients that there are, and the departments. */
const clients = [1, 2]
const departments = [1, 2]

/** developers.whmcs.com/api-reference/getsupportstatuses: those of a fresh installation. */
const statuses = ['Open', 'Answered', 'Customer-Reply', 'On Hold', 'In Progress', 'Closed']

/** A refusal; it comes as 200. */
export const error = (message: string): Answer => ({ result: 'error', message })

/**
 * WHMCS's calls about tickets, written from their pages at developers.whmcs.com/api-reference: each is named. Marked M is
 * what isn't documented, and was written from memory for the worse of two ways.
 */
export function whmcsTickets({
  fileTypes = ['.jpg', '.gif', '.jpeg', '.png', '.txt', '.log', '.pdf'],
  timeZone = 'Europe/Warsaw',
  isOldCharset = true,
}: StandInOptions): {
  readonly tickets: StandInTicket[]
  readonly actions: Readonly<Record<string, (ask: Ask) => Answer>>
} {
  const tickets: StandInTicket[] = []
  let [lastTicket, lastReply, lastNote] = [0, 0, 0]

  /** M: the input is escaped as it comes in, and is told as it is kept. */
  const kept = (message: string) => {
    const escaped = message
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
      .replace(/'/g, '&#039;')
    return isOldCharset ? escaped.replace(/[\u{10000}-\u{10ffff}]/gu, '?') : escaped
  }

  /** "Y-m-d H:i:s", without a zone: the API's documented form of all dates. */
  const dateOf = (at: number) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(at)

  /** .../openticket, "attachments": base64 of JSON, a list of names and base64. M: the rest of the name's letters. */
  function filesOf({ attachments }: Ask): Stored['files'] {
    if (!attachments) return []
    const sent = JSON.parse(Buffer.from(attachments, 'base64').toString()) as { name: string; data: string }[]
    return sent
      .filter(({ name }) => fileTypes.some(ending => name.toLowerCase().endsWith(ending)))
      .map(({ name, data }) => ({ name: `${100_000 + lastReply}_${name.replace(/[^\w.-]/g, '')}`, data }))
  }

  const store = (id: number, ask: Ask, admin: string): Stored => ({
    id,
    userid: Number(ask['clientid'] ?? 0),
    admin,
    date: Date.now(),
    message: kept(ask['message'] ?? ''),
    files: filesOf(ask),
    filesRemoved: false,
  })

  const ticketOf = ({ ticketid, ticketnum }: Ask) =>
    tickets.find(({ id, tid }) => String(id) === ticketid || (ticketnum !== undefined && tid === ticketnum))

  const told = ({ id, userid, admin, date, message, files, filesRemoved }: Stored): Answer => ({
    replyid: String(id),
    userid: String(userid),
    contactid: '0',
    name: admin === '' ? 'Anna Wi&#347;niewska' : '',
    email: '',
    date: dateOf(date),
    message,
    // .../getticketnotes: names behind numbers, with | between them.
    attachment: files.map(({ name }) => name).join('|'),
    attachments_removed: filesRemoved,
    admin,
    rating: '0',
  })

  const head = (ticket: StandInTicket): Answer => ({
    tid: ticket.tid,
    c: 'KPqH7yG3',
    deptid: String(ticket.deptid),
    userid: String(ticket.userid),
    date: dateOf(ticket.replies[0]?.date ?? 0),
    subject: ticket.subject,
    status: ticket.status,
    lastreply: dateOf(ticket.lastreply),
    flag: '0',
    service: '',
  })

  const actions: Readonly<Record<string, (ask: Ask) => Answer>> = {
    // .../openticket
    OpenTicket(ask) {
      if (!departments.includes(Number(ask['deptid']))) return error('Department ID not found')
      if (!clients.includes(Number(ask['clientid']))) return error('Client ID Not Found')
      if (!ask['subject']) return error('Subject is required')
      if (!ask['message']) return error('Message is required')
      const first = store(0, ask, '')
      const ticket: StandInTicket = {
        id: (lastTicket += 1),
        tid: String(516_757 + lastTicket * 13),
        deptid: Number(ask['deptid']),
        userid: first.userid,
        subject: kept(ask['subject']),
        status: 'Open',
        lastreply: first.date,
        replies: [first],
        notes: [],
      }
      tickets.push(ticket)
      return { result: 'success', id: String(ticket.id), tid: ticket.tid, c: 'KPqH7yG3' }
    },
    // .../addticketreply
    AddTicketReply(ask) {
      const ticket = ticketOf(ask)
      if (!ticket) return error('Ticket ID not found')
      const { clientid, adminusername = '', message, status } = ask
      if (!message) return error('Message is required')
      if (clientid && !clients.includes(Number(clientid))) return error('Client ID Not Found')
      if (!clientid && !adminusername) return error('Name and email address are required if not a client')
      const reply = store((lastReply += 1), ask, adminusername && 'Jan Kowalski')
      ticket.replies.push(reply)
      ticket.lastreply = reply.date
      // "The status to set … if the default status on admin/client response is not required."
      ticket.status = status ?? (adminusername ? 'Answered' : 'Customer-Reply')
      return { result: 'success' }
    },
    // .../addticketnote
    AddTicketNote(ask) {
      const ticket = ticketOf(ask)
      if (!ticket) return error('Ticket ID not found')
      ticket.notes.push(store((lastNote += 1), ask, 'Jan Kowalski'))
      return { result: 'success' }
    },
    // .../updateticket
    UpdateTicket(ask) {
      const ticket = ticketOf(ask)
      if (!ticket) return error('Ticket ID Not Found')
      const { status, subject, deptid, userid } = ask
      if (status !== undefined && !statuses.includes(status))
        return error(`Invalid Ticket Status. Valid statuses are: ${statuses.join(',')}`)
      if (status !== undefined) ticket.status = status
      if (subject !== undefined) ticket.subject = kept(subject)
      if (deptid !== undefined) ticket.deptid = Number(deptid)
      if (userid !== undefined) ticket.userid = Number(userid)
      return { result: 'success', ticketid: String(ticket.id) }
    },
    // .../getticket: its notes are the engineers' own, and stand there for whoever asks.
    GetTicket(ask) {
      const ticket = ticketOf(ask)
      if (!ticket) return error('Ticket ID Not Found')
      const replies = ticket.replies.map(told)
      const notes = ticket.notes.map(note => ({ noteid: String(note.id), ...told(note) }))
      return {
        result: 'success',
        ticketid: String(ticket.id),
        ...head(ticket),
        replies: { reply: ask['repliessort'] === 'DESC' ? replies.reverse() : replies },
        notes: notes.length > 0 ? { note: notes } : [],
      }
    },
    // .../gettickets; in which order isn't documented. M: by the last reply, and only in the admin's departments.
    GetTickets({ clientid, limitstart = '0', limitnum = '25', ignore_dept_assignments: all }) {
      const found = tickets
        .filter(({ userid, deptid }) => String(userid) === clientid && (all === 'true' || deptid === 1))
        .sort((one, other) => Math.floor(other.lastreply / 1000) - Math.floor(one.lastreply / 1000))
      const page = found.slice(Number(limitstart), Number(limitstart) + Number(limitnum))
      return {
        result: 'success',
        totalresults: String(found.length),
        startnumber: Number(limitstart),
        numreturned: page.length,
        tickets: page.length > 0 ? { ticket: page.map(one => ({ id: String(one.id), ...head(one) })) } : [],
      }
    },
    // .../getticketattachment
    GetTicketAttachment({ relatedid, type, index }) {
      const all = tickets.flatMap(({ id, replies, notes }) => [
        ...replies.map(reply => [reply.id === 0 ? `ticket ${id}` : `reply ${reply.id}`, reply] as const),
        ...notes.map(note => [`note ${note.id}`, note] as const),
      ])
      const [, related] = all.find(([name]) => name === `${type} ${relatedid}`) ?? []
      const file = related?.filesRemoved === false ? related.files[Number(index)] : undefined
      return file
        ? { result: 'success', filename: file.name, data: file.data }
        : error('Attachment Not Found')
    },
  }
  return { tickets, actions }
}
