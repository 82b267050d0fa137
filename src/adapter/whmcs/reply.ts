import type { FieldKey } from '../../request/field.js'
import { isEnded } from '../../tracking/standing.js'
import { AdapterFault } from '../fault.js'
import type { Known } from '../known.js'
import { replyPart } from '../ticket-facts.js'
import type { Saying, Sending } from '../ticket-system.js'
import * as answers from './answers.js'
import { closedStatus } from './options.js'
import { holdsSealed, withSealed } from './submit.js'
import { attachmentsOf } from './upload.js'
import type { Seen, View } from './view.js'

/** Says it on the ticket, and looks at what stands there afterwards. */
export async function say(
  view: View,
  seen: Seen,
  saying: Saying,
  known: Known,
): Promise<readonly FieldKey[]> {
  await send(view, seen, saying)
  const after = await view.see(String(seen.read.id), known)
  if (after.history.replies.get(saying.key) !== saying.digest)
    throw new AdapterFault('unavailable', {
      cause: new TypeError('WHMCS shows no part with the reply: are text files allowed?'),
      uncertain: true,
    })
  return lostOfReply(after, saying)
}

async function send(
  { shared: { client, options }, clientId }: View,
  { read, history: { standing, unanswered } }: Seen,
  saying: Saying,
): Promise<void> {
  const { text = '', files = [], intent = 'reply', sealed } = saying.message
  const part = {
    ...replyPart(read.id, saying),
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
export function lostOfReply(
  { read: { writings } }: Seen,
  { message: { files = [], sealed }, key }: Sending,
): readonly FieldKey[] {
  const kept = writings.find(({ part }) => part?.kind === 'reply' && part.key === key)
  return [
    ...(kept?.files.length === files.length ? [] : (['replyFiles'] as const)),
    ...(!sealed || holdsSealed(kept?.text ?? '', sealed.armored) ? [] : (['access'] as const)),
  ]
}
