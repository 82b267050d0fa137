import type { ServicePolicy } from '../policy/policy.js'
import { cleanFileName } from '../request/file-name.js'
import type { Filing } from '../request/filing.js'
import { sha256 } from '../sha256.js'
import { actionsOf } from '../tracking/actions.js'
import type { Action, Intervention } from '../tracking/intervention.js'
import { longestEntry } from '../tracking/schema.js'
import type { Account, Context } from './adapter.js'
import { AdapterFault } from './fault.js'
import type { Known } from './known.js'
import type { SeenTicket, TicketHistory } from './ticket-system.js'

/** Only the owner of an account authorizes. */
const ownersOnly: readonly Action[] = ['reopen', 'narrow-authorization']

/** Systems' times are in whole seconds: what was read in the second of a change may lack the next one, in milliseconds. */
export const settledMs = 2_000

/** What this person may do by the state that the ticket is in. */
export function offeredTo(
  account: Account,
  { standing }: TicketHistory,
  policy: ServicePolicy,
): readonly Action[] {
  return actionsOf(standing, policy).filter(action => account.owner !== false || !ownersOnly.includes(action))
}

/** The ticket as it stands by its history. */
export function interventionOf(
  system: Pick<Intervention, 'id' | 'number' | 'version' | 'openedAt' | 'changedAt' | 'now' | 'actions'>,
  { request, standing }: TicketHistory,
  { times }: ServicePolicy,
): Intervention {
  const { phase, stage, access, nextUpdate } = standing
  return {
    ...system,
    phase,
    ...(stage !== null && { stage }),
    server: request.filing.server,
    ...(access.current && { access: access.current }),
    promise: {
      firstResponseBy: system.openedAt + times.firstResponse.withinMinutes * 60_000,
      ...(nextUpdate.kind === 'promised' && { nextUpdateBy: nextUpdate.by }),
    },
  }
}

/** What is seen, or nothing for what isn't theirs, wasn't filed here, or was taken from its customer in between. */
export async function seenOrNothing<S extends SeenTicket>(see: () => Promise<S>): Promise<S | undefined> {
  try {
    return await see()
  } catch (error) {
    if (error instanceof AdapterFault && error.code === 'not-found') return undefined
    throw error
  }
}

/** Sees all of a page's tickets, so many at once; what isn't found is passed over. */
export async function seenAmong<T>(
  items: readonly T[],
  atOnce: number,
  see: (item: T) => Promise<SeenTicket>,
): Promise<readonly Intervention[]> {
  const found: Intervention[] = []
  for (let at = 0; at < items.length; at += atOnce) {
    const seen = await Promise.all(
      items.slice(at, at + atOnce).map(item => seenOrNothing(async () => see(item))),
    )
    found.push(...seen.flatMap(one => (one ? [one.intervention] : [])))
  }
  return found
}

/** Does it still have to be worked on? */
export function isOpen({ phase }: Intervention): boolean {
  return phase !== 'done' && phase !== 'declined'
}

/** A ticket's subject, of so many letters at most. */
export function subjectOf({ server, tasks }: Filing, most: number): string {
  return `${server.value}: ${tasks.join(', ')}`.replace(/\p{Cc}/gu, ' ').slice(0, most)
}

/** The text for people, which the request's part holds as well. */
export function worded(
  filing: Filing,
  ticketText: ((filing: Filing, context: Context) => string) | undefined,
  { context }: Known,
): Filing {
  return { ...filing, text: ticketText?.(filing, context) ?? filing.text }
}

/** A request's key as the ticket holds it: one customer's is no other's. */
export async function accountKey(key: string, { context }: Known): Promise<string> {
  return `${key}.${(await sha256(context.account.id)).slice(0, 16)}`
}

/** A text of somebody's, as far as a page shows it. */
export function shownText(text: string): string {
  return text.slice(0, longestEntry).replace(/\p{Cs}/gu, '\ufffd')
}

/** The name of a file that came from anywhere. */
export function shownFileName(name: string, id: string | number): string {
  const clean = cleanFileName(name).replace(/\p{Cs}/gu, '_')
  return /^\.{0,2}$/.test(clean) ? `file-${id}` : clean
}
