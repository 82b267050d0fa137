import type { FieldKey } from '../../request/field.js'
import type { Filing } from '../../request/filing.js'
import type { Call } from '../adapter.js'
import { AdapterFault } from '../fault.js'
import type { Known } from '../known.js'
import { lostFiles, sentFilesOf } from '../ticket-facts.js'
import { copyValues, holds, lostCopies, valuesIn } from '../ticket-fields.js'
import { keptFiling } from '../ticket-part.js'
import type { Keyed } from '../ticket-system.js'
import { accountKey, subjectOf, worded } from '../ticket-view.js'
import * as answers from './answers.js'
import { answered } from './client.js'
import { cancelledStatus } from './options.js'
import { hasBytes, uploadOf } from './upload.js'
import type { Seen, View } from './view.js'

/** Makes a ticket, and calls it off where another process was faster by a moment: the one that is filed then. */
export async function create(view: View, sent: Filing, { key, digest }: Keyed, known: Known): Promise<Seen> {
  const { options } = view.shared
  const { fields } = options
  const filing = worded(sent, options.ticketText, known)
  const files = (filing.files ?? []).filter(hasBytes)
  const part = {
    kind: 'request',
    owner: view.user,
    key,
    digest,
    files: sentFilesOf(filing.files ?? []),
    filing: keptFiling(filing),
  } as const
  const own = await accountKey(key, known)
  const ticket = {
    Queue: options.queue,
    Subject: subjectOf(filing, 180),
    Requestor: view.user,
    Content: filing.text,
    ContentType: 'text/plain',
    CustomFields: {
      ...Object.fromEntries(copyValues(filing, fields)),
      [fields.requestKey]: own,
      ...(filing.access.kind === 'account' && { [fields.sealed]: filing.access.sealed.armored }),
    },
  }
  const body = await uploadOf(ticket, part, files, options.signingSecret)
  const { id } = await answered(view.client.ask('ticket', answers.created, { method: 'POST', body }))
  const kept = await foundUnder(view, key, known)
  if (!kept) {
    const cause = new TypeError(
      'Request Tracker keeps no request key: may a customer set the field, and see it?',
    )
    throw new AdapterFault('unavailable', { cause, uncertain: true })
  }
  if (kept.read.ticket.id !== id) await callOff(view, id, kept)
  return kept
}

/** RT gives a unique value to one ticket, as far as it looks, and makes the others without it. */
async function callOff({ shared }: View, id: number, { read: { ticket } }: Seen): Promise<void> {
  const { service, options } = shared
  const comment = { Content: `Filed twice at once: see #${ticket.id}.`, ContentType: 'text/plain' }
  const path = `ticket/${id}`
  await service.ask(`${path}/comment`, answers.sentences, { method: 'POST', body: JSON.stringify(comment) })
  const { requestKey } = options.fields
  const loser = await answered(service.ask(path, answers.ticket))
  // A field that is emptied without need holds an empty value, and is then no longer without one.
  const isKept = valuesIn(loser.CustomFields, requestKey).length > 0
  const change = { Status: cancelledStatus, ...(isKept && { CustomFields: { [requestKey]: [] } }) }
  await service.ask(path, answers.sentences, { method: 'PUT', body: JSON.stringify(change) })
}

/** What is filed under a key, or nothing. */
export async function foundUnder(view: View, key: string, known: Known, call?: Call): Promise<Seen | null> {
  const { fields, queue } = view.shared.options
  const query = {
    query: `Queue = '${quoted(queue)}' AND Requestor.id = '__CurrentUser__' AND CF.{${fields.requestKey}} = '${await accountKey(key, known)}'`,
    fields: 'LastUpdated',
    orderby: 'id',
  }
  const { items } = await answered(view.client.ask('tickets', answers.ticketPage, { query }, call))
  const [first] = items
  return first ? view.see(String(first.id), known, call) : null
}

/** What RT has accepted and not kept. Whether the sealed text is there only the service account can see. */
export async function lostOfRequest(
  { shared }: View,
  { read: { ticket }, history: { request, entries } }: Seen,
  sent?: Filing,
): Promise<readonly FieldKey[]> {
  const { fields } = shared.options
  const { filing, files } = request
  const [first] = entries
  const kept = first?.fact.kind === 'message' ? first.fact.files : []
  const lost = new Set<FieldKey>([
    ...lostCopies(filing, ticket.CustomFields, fields),
    ...lostFiles(files, kept, 'attachments'),
  ])
  if (filing.access.kind === 'account' && !(await isSealedKept())) lost.add('access')
  return [...lost]

  async function isSealedKept(): Promise<boolean> {
    const { CustomFields } = await answered(shared.service.ask(`ticket/${ticket.id}`, answers.ticket))
    return sent?.access.kind === 'account'
      ? holds(CustomFields, fields.sealed, sent.access.sealed.armored)
      : valuesIn(CustomFields, fields.sealed).some(value => value !== '')
  }
}

/** A text in RT's query language. */
export function quoted(text: string): string {
  return text.replace(/[\\']/g, letter => `\\${letter}`)
}
