import type { FieldKey } from '../../request/field.js'
import { isEnded } from '../../tracking/standing.js'
import type { Fact } from '../../tracking/intervention.js'
import { factsOf } from '../../tracking/message.js'
import type { Capabilities, Message, Write } from '../adapter.js'
import { AdapterFault } from '../fault.js'
import { messageDigest } from '../message-digest.js'
import { foreignFields, soundMessage } from '../sound-message.js'
import type { ReplyPart } from '../ticket-part.js'
import * as answers from './answers.js'
import { closedStatus } from './options.js'
import { holdsSealed, withSealed } from './submit.js'
import { attachmentsOf, sentFilesOf } from './upload.js'
import type { Known } from '../known.js'
import type { Seen, View } from './view.js'

/** What was not kept of a message. */
interface Replied {
  readonly unstored: readonly FieldKey[]
}

/** A message that was checked, and the key it goes by. */
interface Sending {
  readonly message: Message
  readonly key: string
  readonly digest: string
}

/**
 * Says something on a ticket, once per client and key: the key stands on the ticket, whatever this process remembers.
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
  const message = await soundMessage(sent, known.context.account, capabilities)
  const digest = await messageDigest(id, message)
  const own = JSON.stringify([view.clientId, key])
  const earlier = shared.digests.get(own)
  if (earlier !== undefined && earlier !== digest) throw new AdapterFault('conflict')
  signal?.throwIfAborted()
  // Not aborted once it has begun: a second try finds its answer.
  const replied = await shared.replies.run(own, digest, false, () =>
    shared.inTurn(id, async () => {
      const seen = await view.see(id, known)
      const said = seen.history.replies.get(key)
      if (said !== undefined && said !== digest) throw new AdapterFault('conflict')
      if (said !== undefined) return { unstored: lostIn(seen, { message, key, digest }) }
      if (ifVersion !== undefined && ifVersion !== seen.read.version) throw new AdapterFault('conflict')
      return say(view, seen, { message, key, digest }, known, capabilities)
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
  const { files = [], intent = 'reply', ...data } = sending.message
  const { intervention, history, read } = seen
  if (!intervention.actions.includes(intent)) throw new AdapterFault('forbidden')
  const fields = await foreignFields(sending.message, history.request, known.context, capabilities)
  if (fields.length > 0) throw new AdapterFault('invalid', { fields })
  const refs = files.map(({ name, type, size }) => ({ id: 'new', name, type, bytes: size }))
  const facts = factsOf({ ...data, intent, files: refs }, history.standing, known.policy)
  if (!facts.ok) throw new AdapterFault('invalid', { fields: facts.error })
  await send(view, seen, sending, facts.value)
  const after = await view.see(String(read.id), known)
  if (after.history.replies.get(sending.key) !== sending.digest)
    throw new AdapterFault('unavailable', {
      cause: new TypeError('WHMCS shows no part with the reply: are text files allowed?'),
      uncertain: true,
    })
  return { unstored: lostIn(after, sending) }
}

async function send(
  { shared: { client, options }, clientId }: View,
  { read, history: { standing, unanswered } }: Seen,
  { message: { text = '', files = [], intent = 'reply', sealed }, key, digest }: Sending,
  facts: readonly Fact[],
): Promise<void> {
  const part: ReplyPart = {
    kind: 'reply',
    ticket: read.id,
    key,
    digest,
    files: sentFilesOf(files),
    facts: facts.map(fact => (fact.kind === 'message' ? { ...fact, files: [] } : fact)),
    ...(unanswered.length > 0 && { answers: unanswered }),
  }
  // An answer opens what was closed, where nothing is said of its status.
  const staysClosed = isEnded(standing.phase) && intent !== 'reopen'
  const status = intent === 'cancel' ? closedStatus : staysClosed ? read.status : undefined
  await client.ask('AddTicketReply', answers.done, {
    ticketid: String(read.id),
    clientid: String(clientId),
    message: withSealed(text.trim() === '' ? `[${intent}]` : text, sealed?.armored),
    ...(status !== undefined && { status }),
    attachments: await attachmentsOf(part, files, options.signingSecret),
  })
}

/** What WHMCS has accepted and not kept. */
function lostIn(
  { read: { writings } }: Seen,
  { message: { files = [], sealed }, key }: Sending,
): readonly FieldKey[] {
  const kept = writings.find(({ part }) => part?.kind === 'reply' && part.key === key)
  return [
    ...(kept?.files.length === files.length ? [] : (['replyFiles'] as const)),
    ...(!sealed || holdsSealed(kept?.text ?? '', sealed.armored) ? [] : (['access'] as const)),
  ]
}
