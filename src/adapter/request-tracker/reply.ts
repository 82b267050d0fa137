import type { FieldKey } from '../../request/field.js'
import type { Fact } from '../../tracking/intervention.js'
import type { Message } from '../adapter.js'
import { AdapterFault } from '../fault.js'
import type { Known } from '../known.js'
import { lostFiles, replyPart, withoutSealing } from '../ticket-facts.js'
import { holds, valuesIn } from '../ticket-fields.js'
import type { Saying } from '../ticket-system.js'
import * as answers from './answers.js'
import { answered } from './client.js'
import { cancelledStatus, resumedStatus } from './options.js'
import { mayMoveTo } from './ticket-read.js'
import { hasBytes, uploadOf } from './upload.js'
import type { Seen, View } from './view.js'

/** Says it on the ticket, and looks at what stands there afterwards: RT says "done" whatever it has done. */
export async function say(
  view: View,
  seen: Seen,
  saying: Saying,
  known: Known,
): Promise<readonly FieldKey[]> {
  const { message, facts } = saying
  const { files = [], intent = 'reply', sealed } = message
  if (intent === 'check-off') return checkOff(view, seen, facts, known)

  const withBytes = files.filter(hasBytes)
  const isSealedKept = !sealed || (await keepSealed(view, seen, sealed.armored))
  const kept = isSealedKept ? facts : withoutSealing(facts)
  const unstored: FieldKey[] = isSealedKept ? [] : ['access']
  if (kept.length === 0) return unstored
  const after = await send(
    view,
    seen,
    { ...saying, message: { ...message, files: withBytes }, facts: kept },
    known,
  )
  return withBytes.length < files.length
    ? ['replyFiles', ...unstored]
    : [...lostOf(after, saying.key), ...unstored]
}

async function send(view: View, { read: { ticket } }: Seen, saying: Saying, known: Known): Promise<Seen> {
  const { message, key, digest, facts } = saying
  const { text = '', files = [], intent = 'reply' } = message
  const status = statusAfter(message, facts)
  const data = {
    // RT takes "0" for no text at all.
    Content: text.trim() === '' ? `[${intent}]` : `${text}\n`,
    ContentType: 'text/plain',
    ...(status !== undefined && mayMoveTo(ticket, status) && { Status: status }),
  }
  const part = replyPart(ticket.id, saying)
  const body = await uploadOf(data, part, files, view.shared.options.signingSecret)
  const path = `ticket/${ticket.id}/correspond`
  await answered(view.client.ask(path, answers.sentences, { method: 'POST', body }))
  const after = await view.see(String(ticket.id), known)
  if (after.history.replies.get(key) !== digest) throw new AdapterFault('unavailable', { uncertain: true })
  return after
}

/** The status that the customer's own act moves the ticket to. */
function statusAfter({ intent }: Message, facts: readonly Fact[]): string | undefined {
  if (intent === 'cancel') return cancelledStatus
  return facts.some(({ kind }) => kind === 'stage') ? resumedStatus : undefined
}

/** In a field, since an answer to a ticket that has ended would open it again. Words beside it have no place there. */
async function checkOff(
  view: View,
  seen: Seen,
  facts: readonly Fact[],
  known: Known,
): Promise<readonly FieldKey[]> {
  const { service, options } = view.shared
  const { checkedOff } = options.fields
  const { ticket } = seen.read
  const items = facts.flatMap(fact => (fact.kind === 'check-off' ? [fact.item] : []))
  const words = facts.find(({ kind }) => kind === 'message')
  const unstored: readonly FieldKey[] = words ? ['reply'] : []
  if (checkedOff === undefined || items.length === 0) return unstored
  const values = [...new Set([...valuesIn(ticket.CustomFields, checkedOff), ...items])]
  const body = JSON.stringify({ CustomFields: { [checkedOff]: values } })
  await service.ask(`ticket/${ticket.id}`, answers.sentences, { method: 'PUT', body })
  const after = await view.see(String(ticket.id), known)
  if (!items.every(item => holds(after.read.ticket.CustomFields, checkedOff, item)))
    throw new AdapterFault('unavailable', {
      cause: new TypeError('Request Tracker keeps no item in the field'),
    })
  return unstored
}

/** By the service account: the customer's own would add a value beside the one before, and could not see either. */
async function keepSealed({ shared }: View, { read: { ticket } }: Seen, armored: string): Promise<boolean> {
  const { service, options } = shared
  const { sealed } = options.fields
  const path = `ticket/${ticket.id}`
  const body = JSON.stringify({ CustomFields: { [sealed]: armored } })
  await service.ask(path, answers.sentences, { method: 'PUT', body })
  return holds((await answered(service.ask(path, answers.ticket))).CustomFields, sealed, armored)
}

function lostOf({ history, read }: Seen, key: string): readonly FieldKey[] {
  for (const { part, files } of read.writings.values())
    if (part?.kind === 'reply' && part.key === key && history.replies.has(key))
      return lostFiles(part.files, files, 'replyFiles')
  return ['replyFiles']
}
