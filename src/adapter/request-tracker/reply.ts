import type { FieldKey } from '../../request/field.js'
import type { Fact } from '../../tracking/intervention.js'
import { factsOf } from '../../tracking/message.js'
import type { Capabilities, Message, Write } from '../adapter.js'
import { AdapterFault } from '../fault.js'
import { messageDigest } from '../message-digest.js'
import { foreignFields, soundMessage } from '../sound-message.js'
import * as answers from './answers.js'
import { answered } from './client.js'
import { holds, valuesIn } from './copies.js'
import { cancelledStatus, resumedStatus } from './options.js'
import type { ReplyPart } from '../ticket-part.js'
import { hasBytes, sentFilesOf, uploadOf } from './upload.js'
import type { Known } from '../known.js'
import type { Seen, View } from './view.js'

/** What was not kept of a message. */
interface Replied {
  readonly unstored: readonly FieldKey[]
}

/** A message that was checked, and the key it goes by. */
interface Sending {
  readonly id: string
  readonly message: Message
  readonly key: string
  readonly digest: string
}

/**
 * Says something on a ticket, once per account and key: the key stands on the ticket, whatever this process remembers.
 * That the same key was another ticket's is known as long as it does.
 */
export async function reply(
  view: View,
  id: string,
  sent: Message,
  { key, ifVersion, signal }: Write,
  capabilities: Capabilities,
): Promise<Replied> {
  const { shared } = view
  const known = await view.known(signal && { signal })
  const { account } = known.context
  const message = await soundMessage(sent, account, capabilities)
  const digest = await messageDigest(id, message)
  const own = JSON.stringify([account.id, key])
  const earlier = shared.digests.get(own)
  if (earlier !== undefined && earlier !== digest) throw new AdapterFault('conflict')
  signal?.throwIfAborted()
  // Not aborted once it has begun: a second try finds its answer.
  const replied = await shared.replies.run(own, digest, false, () =>
    shared.inTurn(id, async () => {
      const seen = await view.see(id, known)
      const said = seen.history.replies.get(key)
      if (said !== undefined && said !== digest) throw new AdapterFault('conflict')
      if (said !== undefined) return { unstored: [] }
      if (ifVersion !== undefined && ifVersion !== seen.read.version) throw new AdapterFault('conflict')
      return say(view, seen, { id, message, key, digest }, known, capabilities)
    }),
  )
  shared.digests.set(own, digest)
  return replied
}

async function say(
  view: View,
  seen: Seen,
  sending: Sending,
  known: Known,
  capabilities: Capabilities,
): Promise<Replied> {
  const { message } = sending
  const { files = [], intent = 'reply', ...data } = message
  const { intervention, history } = seen
  if (!intervention.actions.includes(intent)) throw new AdapterFault('forbidden')
  const fields = await foreignFields(message, history.request, known.context, capabilities)
  if (fields.length > 0) throw new AdapterFault('invalid', { fields })
  const withBytes = files.filter(hasBytes)
  const refs = files.map(({ name, type, size }) => ({ id: 'new', name, type, bytes: size }))
  const facts = factsOf({ ...data, intent, files: refs }, history.standing, known.policy)
  if (!facts.ok) throw new AdapterFault('invalid', { fields: facts.error })
  if (intent === 'check-off') return checkOff(view, seen, facts.value, known)

  const unstored: FieldKey[] = withBytes.length < files.length ? ['replyFiles'] : []
  const isSealedKept = !data.sealed || (await keepSealed(view, seen, data.sealed.armored))
  if (!isSealedKept) unstored.push('access')
  const kept = facts.value.filter(fact => isSealedKept || !isSealing(fact))
  if (kept.length === 0 || (!isSealedKept && kept.every(isStage))) return { unstored }
  const after = await send(view, seen, { ...sending, message: { ...message, files: withBytes } }, kept, known)
  if (!unstored.includes('replyFiles') && !hasAllFiles(after, sending.key, withBytes.length))
    unstored.push('replyFiles')
  return { unstored }
}

/** Sends it, and looks at what stands there afterwards: RT says "done" whatever it has done. */
async function send(
  view: View,
  { read: { ticket } }: Seen,
  { message, key, digest }: Sending,
  facts: readonly Fact[],
  known: Known,
): Promise<Seen> {
  const { text = '', files = [], intent = 'reply' } = message
  const status = statusAfter(message, facts)
  const mayMove = ticket._hyperlinks.some(({ ref, to }) => ref === 'lifecycle' && to === status)
  const part: ReplyPart = {
    kind: 'reply',
    ticket: ticket.id,
    key,
    digest,
    files: sentFilesOf(files),
    facts: facts.map(fact => (fact.kind === 'message' ? { ...fact, files: [] } : fact)),
  }
  const data = {
    // RT takes "0" for no text at all.
    Content: text.trim() === '' ? `[${intent}]` : `${text}\n`,
    ContentType: 'text/plain',
    ...(status !== undefined && mayMove && { Status: status }),
  }
  const body = await uploadOf(data, part, files, view.shared.options.signingSecret)
  const path = `ticket/${ticket.id}/correspond`
  await answered(view.client.ask(path, answers.sentences, { method: 'POST', body }))
  const after = await view.see(String(ticket.id), known)
  if (after.history.replies.get(key) !== digest) throw new AdapterFault('unavailable', { uncertain: true })
  tellOf(view, after)
  return after
}

/** The status that the customer's own act moves the ticket to. */
function statusAfter({ intent }: Message, facts: readonly Fact[]): string | undefined {
  if (intent === 'cancel') return cancelledStatus
  return facts.some(({ kind }) => kind === 'stage') ? resumedStatus : undefined
}

/** In a field, since an answer to a ticket that has ended would open it again. Words beside it have no place there. */
async function checkOff(view: View, seen: Seen, facts: readonly Fact[], known: Known): Promise<Replied> {
  const { service, options } = view.shared
  const { checkedOff } = options.fields
  const { ticket } = seen.read
  const items = facts.flatMap(fact => (fact.kind === 'check-off' ? [fact.item] : []))
  const words = facts.find(({ kind }) => kind === 'message')
  const unstored: readonly FieldKey[] = words ? ['reply'] : []
  if (checkedOff === undefined || items.length === 0) return { unstored }
  const values = [...new Set([...valuesIn(ticket, checkedOff), ...items])]
  const body = JSON.stringify({ CustomFields: { [checkedOff]: values } })
  await service.ask(`ticket/${ticket.id}`, answers.sentences, { method: 'PUT', body })
  const after = await view.see(String(ticket.id), known)
  if (!items.every(item => holds(after.read.ticket, checkedOff, item)))
    throw new AdapterFault('unavailable', {
      cause: new TypeError('Request Tracker keeps no item in the field'),
    })
  tellOf(view, after)
  return { unstored }
}

/** By the service account: the customer's own would add a value beside the one before, and could not see either. */
async function keepSealed({ shared }: View, { read: { ticket } }: Seen, armored: string): Promise<boolean> {
  const { service, options } = shared
  const { sealed } = options.fields
  const path = `ticket/${ticket.id}`
  const body = JSON.stringify({ CustomFields: { [sealed]: armored } })
  await service.ask(path, answers.sentences, { method: 'PUT', body })
  return holds(await answered(service.ask(path, answers.ticket)), sealed, armored)
}

function isSealing(fact: Fact): boolean {
  return fact.kind === 'access' && fact.event === 'sealed'
}

/** Alone, it would hand the work back for login details that didn't come. */
function isStage({ kind }: Fact): boolean {
  return kind === 'stage'
}

function hasAllFiles({ history, read }: Seen, key: string, count: number): boolean {
  for (const { part, files } of read.writings.values())
    if (part?.kind === 'reply' && part.key === key && history.replies.has(key))
      return files.length === count && part.files.every(({ bytes }, index) => bytes === files[index]?.bytes)
  return false
}

function tellOf({ shared: { news } }: View, { read }: Seen): void {
  news.dispatchEvent(new Event(String(read.ticket.id)))
}
