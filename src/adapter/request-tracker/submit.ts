import type { FieldKey } from '../../request/field.js'
import { filingIssues } from '../../request/filing-issues.js'
import type { Filing } from '../../request/filing.js'
import { sha256 } from '../../sha256.js'
import type { Call, Capabilities, Filed } from '../adapter.js'
import { AdapterFault } from '../fault.js'
import { filingDigest } from '../filing-digest.js'
import { soundFiling } from '../sound-filing.js'
import * as answers from './answers.js'
import { answered } from './client.js'
import { fieldValues, holds, lostCopies, valuesIn } from './copies.js'
import { cancelledStatus } from './options.js'
import { keptFiling, type RequestPart } from '../ticket-part.js'
import { hasBytes, sentFilesOf, uploadOf } from './upload.js'
import type { Known } from '../known.js'
import type { Seen, View } from './view.js'

/**
 * Files a request, once per account and key: looked up before, prevented in this process, and called off where another
 * process was faster by a moment.
 */
export async function submit(
  view: View,
  sent: Filing,
  key: string,
  capabilities: Capabilities,
  call: Call,
): Promise<Filed> {
  const known = await view.known(call)
  const { account } = known.context
  const filing = await soundFiling(sent, key, account, capabilities)
  const digest = await filingDigest(filing)
  call.signal?.throwIfAborted()
  // Not aborted once it has begun: a second try finds its answer.
  return view.shared.submits.run(JSON.stringify([account.id, key]), digest, false, async () => {
    const before = await foundUnder(view, key, known)
    if (before) return answerFor(view, before, digest)
    const fields = new Set<FieldKey>([
      ...(await filingIssues(filing, known.context, known.context.policy, known.context.now)),
      // Nobody keeps prices here.
      ...(filing.quote?.id === undefined ? [] : (['quoteApproval'] as const)),
    ])
    if (fields.size > 0) throw new AdapterFault('invalid', { fields: [...fields] })
    return create(view, filing, { key, digest }, known)
  })
}

/** What is filed under a key, or nothing. */
export async function find(view: View, key: string, call?: Call): Promise<Filed | null> {
  const found = await foundUnder(view, key, await view.known(call), call)
  return found && { intervention: found.intervention, unstored: await lostIn(view, found) }
}

async function create(
  view: View,
  filing: Filing,
  { key, digest }: Pick<RequestPart, 'key' | 'digest'>,
  known: Known,
): Promise<Filed> {
  const { options } = view.shared
  const { fields } = options
  const files = (filing.files ?? []).filter(hasBytes)
  const text = options.ticketText?.(filing) ?? filing.text
  const part: RequestPart = {
    kind: 'request',
    key,
    digest,
    files: sentFilesOf(filing.files ?? []),
    filing: { ...keptFiling(filing), text },
  }
  const own = await keyValue(key, known)
  const ticket = {
    Queue: options.queue,
    Subject: subjectOf(filing),
    Requestor: view.user,
    Content: text,
    ContentType: 'text/plain',
    CustomFields: {
      ...fieldValues(filing, fields),
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
  if (kept.read.ticket.id !== id) {
    await callOff(view, id, kept)
    return answerFor(view, kept, digest)
  }
  return { intervention: kept.intervention, unstored: await lostIn(view, kept, filing) }
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
  const isKept = valuesIn(loser, requestKey).length > 0
  const change = { Status: cancelledStatus, ...(isKept && { CustomFields: { [requestKey]: [] } }) }
  await service.ask(path, answers.sentences, { method: 'PUT', body: JSON.stringify(change) })
}

async function answerFor(view: View, found: Seen, digest: string): Promise<Filed> {
  if (found.history.request.digest !== digest) throw new AdapterFault('conflict')
  return { intervention: found.intervention, unstored: await lostIn(view, found) }
}

async function foundUnder(view: View, key: string, known: Known, call?: Call): Promise<Seen | null> {
  const { fields, queue } = view.shared.options
  const query = {
    query: `Queue = '${quoted(queue)}' AND Requestor.id = '__CurrentUser__' AND CF.{${fields.requestKey}} = '${await keyValue(key, known)}'`,
    fields: 'LastUpdated',
    orderby: 'id',
  }
  const { items } = await answered(view.client.ask('tickets', answers.ticketPage, { query }, call))
  const [first] = items
  return first ? view.see(String(first.id), known, call) : null
}

/** What RT has accepted and not kept. Whether the sealed text is there only the service account can see. */
async function lostIn(
  { shared }: View,
  { read: { ticket }, history: { request, entries } }: Seen,
  sent?: Filing,
): Promise<readonly FieldKey[]> {
  const { fields } = shared.options
  const { filing, files: named } = request
  const [first] = entries
  const kept = first?.fact.kind === 'message' ? first.fact.files : []
  const isWhole =
    named.length === kept.length && named.every(({ bytes }, index) => bytes === kept[index]?.bytes)
  const lost = new Set<FieldKey>([
    ...lostCopies(filing, ticket, fields),
    ...(isWhole ? [] : (['attachments'] as const)),
  ])
  if (filing.access.kind === 'account' && !(await isSealedKept())) lost.add('access')
  return [...lost]

  async function isSealedKept(): Promise<boolean> {
    const whole = await answered(shared.service.ask(`ticket/${ticket.id}`, answers.ticket))
    return sent?.access.kind === 'account'
      ? holds(whole, fields.sealed, sent.access.sealed.armored)
      : valuesIn(whole, fields.sealed).some(value => value !== '')
  }
}

/** One customer's key is no other's. */
async function keyValue(key: string, { context }: Known): Promise<string> {
  return `${key}.${(await sha256(context.account.id)).slice(0, 16)}`
}

/** A text in RT's query language. */
export function quoted(text: string): string {
  return text.replace(/[\\']/g, letter => `\\${letter}`)
}

function subjectOf({ server, tasks }: Filing): string {
  return `${server.value}: ${tasks.join(', ')}`.replace(/\p{Cc}/gu, ' ').slice(0, 180)
}
