import type { FieldKey } from '../../request/field.js'
import type { Fact } from '../../tracking/intervention.js'
import type { Message } from '../adapter.js'
import { AdapterFault } from '../fault.js'
import type { Known } from '../known.js'
import { lostFiles, replyPart, withoutSealing } from '../ticket-facts.js'
import type { Keyed, Saying } from '../ticket-system.js'
import * as answers from './answers.js'
import { ownStatuses, type RedmineStatuses } from './options.js'
import { asTrouble, keepSealed } from './submit.js'
import { uploadFiles, uploadPart } from './upload.js'
import type { Seen, View } from './view.js'

/** Says it on the issue, and looks at what stands there afterwards: Redmine says "done" whatever it leaves out. */
export async function say(
  view: View,
  { read: { issue } }: Seen,
  saying: Saying,
  known: Known,
): Promise<readonly FieldKey[]> {
  const { client, shared } = view
  const { statuses = ownStatuses, signingSecret } = shared.options
  const { message, facts, key, digest } = saying
  const { text = '', files = [], intent = 'reply', sealed } = message
  const isSealedKept = !sealed || (await keepSealed(shared, issue.id, sealed.armored))
  const unstored: readonly FieldKey[] = isSealedKept ? [] : ['access']
  const kept = isSealedKept ? facts : withoutSealing(facts)
  if (kept.length === 0) return unstored

  const { uploads, sent } = await uploadFiles(client, files)
  const part = { ...replyPart(issue.id, { ...saying, facts: kept }), files: sent }
  const status = statusAfter(message, kept, statuses)
  const change = {
    notes: text.trim() === '' ? `[${intent}]` : text,
    ...(status !== undefined && { status_id: status }),
    uploads: [await uploadPart(client, part, signingSecret), ...uploads],
  }
  const order = { method: 'PUT', body: { issue: change } } as const
  await client.ask(`issues/${issue.id}.json`, answers.done, order).catch(asTrouble)
  const after = await view.see(String(issue.id), known)
  if (after.history.replies.get(key) !== digest) throw new AdapterFault('unavailable', { uncertain: true })
  return [...lostOfReply(after, saying), ...unstored]
}

/** What Redmine has accepted of a reply and not kept. */
export function lostOfReply({ read: { writings } }: Seen, { key }: Keyed): readonly FieldKey[] {
  const said = writings.find(({ part }) => part?.kind === 'reply' && part.key === key)
  return lostFiles(said?.part?.files ?? [], said?.files ?? [], 'replyFiles')
}

/** The status that the customer's own act moves the issue to. */
function statusAfter(
  { intent }: Message,
  facts: readonly Fact[],
  { resumed, cancelled }: RedmineStatuses,
): number | undefined {
  if (intent === 'cancel') return cancelled
  return facts.some(({ kind }) => kind === 'stage') ? resumed : undefined
}
