import type { FieldKey } from '../../request/field.js'
import { filingIssues } from '../../request/filing-issues.js'
import type { Filing } from '../../request/filing.js'
import { sha256 } from '../../sha256.js'
import type { Call, Capabilities, Filed } from '../adapter.js'
import { AdapterFault } from '../fault.js'
import { filingDigest } from '../filing-digest.js'
import { soundFiling } from '../sound-filing.js'
import { keptFiling, type RequestPart } from '../ticket-part.js'
import * as answers from './answers.js'
import { attachmentsOf, sentFilesOf } from './upload.js'
import type { Known } from '../known.js'
import type { Seen, View } from './view.js'

/** What stands in the first lines of a sealed text. */
const armorBegin = '-----BEGIN AGE ENCRYPTED FILE-----'

/** Files a request, once per client and key: looked up before, and prevented in this process. */
export async function submit(
  view: View,
  sent: Filing,
  key: string,
  capabilities: Capabilities,
  call: Call,
): Promise<Filed> {
  const known = await view.known(call)
  const { context } = known
  const filing = await soundFiling(sent, key, context.account, capabilities)
  const digest = await filingDigest(filing)
  call.signal?.throwIfAborted()
  // Not aborted once it has begun: a second try finds its answer.
  return view.shared.submits.run(JSON.stringify([view.clientId, key]), digest, false, async () => {
    const before = await foundUnder(view, key, known)
    if (before && before.history.request.digest !== digest) throw new AdapterFault('conflict')
    if (before) return answerOf(before)
    const fields = new Set<FieldKey>([
      ...(await filingIssues(filing, context, context.policy, context.now)),
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
  return found ? answerOf(found) : null
}

/** A text for people, and the sealed text below it, as engineers copy it to open it. */
export function withSealed(text: string, armored: string | undefined): string {
  return armored === undefined ? text : `${text}\n\n${armored}`
}

/** Does a text hold this sealed text, whatever has become of its blanks and line ends? */
export function holdsSealed(text: string, armored = armorBegin): boolean {
  return withoutBlanks(text).includes(withoutBlanks(armored))
}

async function create(
  view: View,
  filing: Filing,
  { key, digest }: Pick<RequestPart, 'key' | 'digest'>,
  known: Known,
): Promise<Filed> {
  const { client, options } = view.shared
  const { files = [], access } = filing
  const text = options.ticketText?.(filing) ?? filing.text
  const part: RequestPart = {
    kind: 'request',
    key,
    digest,
    files: sentFilesOf(files),
    filing: { ...keptFiling(filing), text },
  }
  const armored = access.kind === 'account' ? access.sealed.armored : undefined
  const { id } = await client.ask('OpenTicket', answers.opened, {
    deptid: String(options.department),
    clientid: String(view.clientId),
    subject: `${subjectOf(filing)} ${await markOf(view, key)}`,
    message: withSealed(text, armored),
    // WHMCS's own number of a service, where the client area knows it by that.
    ...(/^[1-9]\d{0,14}$/.test(filing.serviceId ?? '') && { serviceid: filing.serviceId ?? '' }),
    attachments: await attachmentsOf(part, files, options.signingSecret),
  })
  const made = await readBack(view, id, known)
  const [first] = made.read.writings
  const isKept = armored === undefined || holdsSealed(first?.text ?? '', armored)
  const { unstored } = answerOf(made)
  return {
    intervention: made.intervention,
    unstored: isKept || unstored.includes('access') ? unstored : [...unstored, 'access'],
  }
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
function answerOf({ intervention, read, history: { request } }: Seen): Filed {
  const [first] = read.writings
  const { access } = request.filing
  const unstored: readonly FieldKey[] = [
    ...(first?.files.length === request.files.length ? [] : (['attachments'] as const)),
    ...(access.kind !== 'account' || holdsSealed(first?.text ?? '') ? [] : (['access'] as const)),
  ]
  return { intervention, unstored }
}

/** The oldest one, should there be two. */
async function foundUnder(view: View, key: string, known: Known, call?: Call): Promise<Seen | null> {
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

function subjectOf({ server, tasks }: Filing): string {
  return `${server.value}: ${tasks.join(', ')}`.replace(/\p{Cc}/gu, ' ').slice(0, 150)
}

function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, '')
}
