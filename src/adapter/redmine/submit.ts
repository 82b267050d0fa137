import type { FieldKey } from '../../request/field.js'
import type { Filing } from '../../request/filing.js'
import type { Call } from '../adapter.js'
import { AdapterFault } from '../fault.js'
import type { Known } from '../known.js'
import { lostFiles } from '../ticket-facts.js'
import { copyValues, holds, lostCopies, valuesIn } from '../ticket-fields.js'
import { keptFiling } from '../ticket-part.js'
import type { Keyed } from '../ticket-system.js'
import { accountKey, subjectOf, worded } from '../ticket-view.js'
import * as answers from './answers.js'
import { ownStatuses } from './options.js'
import type { Shared } from './shared.js'
import { isRefusal, uploadFiles, uploadPart } from './upload.js'
import type { Seen, View } from './view.js'

/** Makes an issue, and calls it off where another process was faster by a moment: the one that is filed then. */
export async function create(view: View, sent: Filing, { key, digest }: Keyed, known: Known): Promise<Seen> {
  const { client, shared } = view
  const { project, tracker, fields, signingSecret, ticketText } = shared.options
  const filing = worded(sent, ticketText, known)
  const { uploads, sent: files } = await uploadFiles(client, filing.files ?? [])
  const owner = String(view.user)
  const part = { kind: 'request', owner, key, digest, files, filing: keptFiling(filing) } as const
  const own = { id: fields.requestKey, value: await accountKey(key, known) }
  const bare = {
    project_id: project,
    tracker_id: tracker,
    subject: subjectOf(filing, 200),
    description: filing.text,
    custom_fields: [own],
    uploads: [await uploadPart(client, part, signingSecret), ...uploads],
  }
  const copies = copyValues(filing, fields).map(([id, value]) => ({ id, value }))
  let id: number
  try {
    id = await make({ ...bare, custom_fields: [own, ...copies] })
  } catch (error) {
    if (!isRefusal(error)) throw error
    // One of the copies is against a rule of its field. A request isn't lost for that.
    id = await make(bare).catch(asTrouble)
    for (const copy of copies) await setField(shared, id, copy.id, copy.value)
  }
  const kept = await foundUnder(view, key, known)
  if (!kept) {
    const cause = new TypeError('Redmine keeps no request key: may a customer set the field, and see it?')
    throw new AdapterFault('unavailable', { cause, uncertain: true })
  }
  if (kept.read.issue.id !== id) await callOff(shared, id, kept)
  // Into the one that stays alone: no issue forgets it again.
  await complete(view, kept, filing)
  return kept

  async function make(issue: object): Promise<number> {
    const order = { method: 'POST', body: { issue } } as const
    return (await client.ask('issues.json', answers.created, order)).issue.id
  }
}

/** Puts the sealed text where it is missing: the server that made the issue may have ended before. */
export async function complete(
  { shared }: View,
  { read: { issue }, history: { standing } }: Seen,
  { access }: Filing,
): Promise<void> {
  const { sealed } = shared.options.fields
  // What was withdrawn, and taken out by somebody since, stays out.
  if (access.kind !== 'account' || standing.access.current?.event !== 'sealed') return
  if (hasValue(await fieldsSeenByService(shared, issue.id), sealed)) return
  await setField(shared, issue.id, sealed, access.sealed.armored)
}

/** The oldest one, should there be two: nobody else's moment is before it. */
export async function foundUnder(view: View, key: string, known: Known, call?: Call): Promise<Seen | null> {
  const { project, fields } = view.shared.options
  const query = {
    project_id: project,
    author_id: 'me',
    status_id: '*',
    [`cf_${fields.requestKey}`]: await accountKey(key, known),
    sort: 'id',
  }
  const { issues } = await view.client.ask('issues.json', answers.issuePage, { query }, call)
  const [first] = issues
  return first ? view.see(String(first.id), known, call) : null
}

/** What Redmine has accepted and not kept. Whether the sealed text is there only the service account can see. */
export async function lostOfRequest(
  { shared }: View,
  { read: { issue, writings }, history: { request } }: Seen,
  sent?: Filing,
): Promise<readonly FieldKey[]> {
  const { fields } = shared.options
  const { filing, files } = request
  const lost = new Set<FieldKey>([
    ...lostCopies(filing, issue.custom_fields, fields),
    ...lostFiles(files, writings[0]?.files ?? [], 'attachments'),
  ])
  if (filing.access.kind === 'account') {
    const there = await fieldsSeenByService(shared, issue.id)
    const isKept =
      sent?.access.kind === 'account'
        ? holds(there, fields.sealed, sent.access.sealed.armored)
        : hasValue(there, fields.sealed)
    if (!isKept) lost.add('access')
  }
  return [...lost]
}

/** By the service account: the customer's own sees neither what is sealed nor, later, may change anything. */
export async function keepSealed(shared: Shared, id: number, armored: string): Promise<boolean> {
  const { sealed } = shared.options.fields
  await setField(shared, id, sealed, armored)
  return holds(await fieldsSeenByService(shared, id), sealed, armored)
}

/** What is against a rule of the field stays out: whoever reads it back sees that. */
async function setField({ service }: Shared, id: number, field: number, value: string): Promise<void> {
  const body = { issue: { custom_fields: [{ id: field, value }] } }
  try {
    await service.ask(`issues/${id}.json`, answers.done, { method: 'PUT', body })
  } catch (error) {
    if (!isRefusal(error)) throw error
  }
}

async function fieldsSeenByService({ service }: Shared, id: number) {
  return (await service.ask(`issues/${id}.json`, answers.issue)).issue.custom_fields
}

function hasValue(fields: Parameters<typeof valuesIn>[0], field: number): boolean {
  return valuesIn(fields, field).some(value => value !== '')
}

/** Redmine has no value that only one issue may have. */
async function callOff({ service, options }: Shared, id: number, { read: { issue } }: Seen): Promise<void> {
  const { statuses = ownStatuses, fields } = options
  const change = {
    status_id: statuses.cancelled,
    notes: `Filed twice at once: see #${issue.id}.`,
    private_notes: true,
    custom_fields: [{ id: fields.requestKey, value: '' }],
  }
  await service.ask(`issues/${id}.json`, answers.done, { method: 'PUT', body: { issue: change } })
}

/** The provider's trouble: without a copy of anything there is nothing that the customer could mend. */
export function asTrouble(error: unknown): never {
  throw isRefusal(error) ? new AdapterFault('unavailable', { cause: error }) : error
}
