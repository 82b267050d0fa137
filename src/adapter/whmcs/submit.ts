import type { FieldKey } from '../../request/field.js'
import type { Filing } from '../../request/filing.js'
import { sha256 } from '../../sha256.js'
import type { Call } from '../adapter.js'
import { AdapterFault } from '../fault.js'
import type { Known } from '../known.js'
import { sentFilesOf } from '../ticket-facts.js'
import { withoutBlanks } from '../ticket-fields.js'
import { keptFiling } from '../ticket-part.js'
import type { Keyed } from '../ticket-system.js'
import { subjectOf, worded } from '../ticket-view.js'
import * as answers from './answers.js'
import { attachmentsOf } from './upload.js'
import type { Seen, View } from './view.js'

/** What stands in the first lines of a sealed text. */
const armorBegin = '-----BEGIN AGE ENCRYPTED FILE-----'

/** A text for people, and the sealed text below it, as engineers copy it to open it. */
export function withSealed(text: string, armored: string | undefined): string {
  return armored === undefined ? text : `${text}\n\n${armored}`
}

/** Does a text hold this sealed text, whatever has become of its blanks and line ends? */
export function holdsSealed(text: string, armored = armorBegin): boolean {
  return withoutBlanks(text).includes(withoutBlanks(armored))
}

/** Makes a ticket. */
export async function create(view: View, sent: Filing, { key, digest }: Keyed, known: Known): Promise<Seen> {
  const { client, options } = view.shared
  const filing = worded(sent, options.ticketText, known)
  const { files = [], access } = filing
  const part = {
    kind: 'request',
    owner: String(view.clientId),
    key,
    digest,
    files: sentFilesOf(files),
    filing: keptFiling(filing),
  } as const
  const { id } = await client.ask('OpenTicket', answers.opened, {
    deptid: String(options.department),
    clientid: String(view.clientId),
    subject: `${subjectOf(filing, 150)} ${await markOf(view, key)}`,
    message: withSealed(filing.text, access.kind === 'account' ? access.sealed.armored : undefined),
    // WHMCS's own number of a service, where the client area knows it by that.
    ...(/^[1-9]\d{0,14}$/.test(filing.serviceId ?? '') && { serviceid: filing.serviceId ?? '' }),
    attachments: await attachmentsOf(part, files, options.signingSecret),
  })
  return readBack(view, id, known)
}

async function readBack(view: View, id: number, known: Known): Promise<Seen> {
  try {
    return await view.see(String(id), known)
  } catch (thrown) {
    // It is there, and can't be read as a request: made without its part, where files of its kind aren't taken.
    throw new AdapterFault('unavailable', { cause: thrown, uncertain: true })
  }
}

/** What WHMCS has accepted and not kept: it says so of nothing. */
export function lostOfRequest({ read, history: { request } }: Seen, sent?: Filing): readonly FieldKey[] {
  const [first] = read.writings
  const { access } = request.filing
  const armored = sent?.access.kind === 'account' ? sent.access.sealed.armored : undefined
  const isKept = access.kind !== 'account' || holdsSealed(first?.text ?? '', armored)
  return [
    ...(first?.files.length === request.files.length ? [] : (['attachments'] as const)),
    ...(isKept ? [] : (['access'] as const)),
  ]
}

/** The oldest one, should there be two. */
export async function foundUnder(view: View, key: string, known: Known, call?: Call): Promise<Seen | null> {
  const mark = await markOf(view, key)
  const all = await view.tickets(call)
  for (const item of all.filter(({ subject }) => subject.includes(mark)).reverse()) {
    const seen = await view.seeListed(item, known, call)
    if (seen?.history.request.key === key) return seen
  }
  return null
}

/** A request's key in its subject, to be found by. */
async function markOf({ clientId }: View, key: string): Promise<string> {
  return `[${(await sha256(JSON.stringify([clientId, key]))).slice(0, 12)}]`
}
