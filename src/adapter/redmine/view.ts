import type { Action, Intervention } from '../../tracking/intervention.js'
import type { Call } from '../adapter.js'
import { AdapterFault } from '../fault.js'
import type { Known } from '../known.js'
import type { TicketHistory } from '../ticket-system.js'
import { interventionOf, offeredTo, settledMs } from '../ticket-view.js'
import { redmineClient, type RmClient } from './client.js'
import { historyOf } from './history.js'
import { readIssue, type RmHistory } from './issue-read.js'
import { ownStatuses, type RedmineCustomer } from './options.js'
import type { Shared } from './shared.js'

/** An issue as its customer may see it. */
export interface Seen {
  readonly read: RmHistory
  readonly history: TicketHistory
  readonly intervention: Intervention
}

/** An issue in a list. */
export interface ListedIssue {
  readonly id: number
  readonly updated_on: number
}

/** One customer's view of the Redmine. */
export interface View {
  readonly shared: Shared
  readonly client: RmClient
  /** The customer's number in Redmine. */
  readonly user: number
  /** @throws {AdapterFault} `not-found` for what isn't theirs. */
  read(id: string, call?: Call): Promise<RmHistory>
  /** @throws {AdapterFault} `not-found` for what isn't theirs, or wasn't filed here. */
  see(id: string, known: Known, call?: Call): Promise<Seen>
  /** The same of what is remembered, where the list tells that nothing has changed. */
  seeListed(item: ListedIssue, known: Known, call?: Call): Promise<Seen>
}

/** The view of this customer. */
export function viewOf(shared: Shared, { user, key }: RedmineCustomer): View {
  const { options, views, now } = shared
  const { statuses = ownStatuses } = options
  const client = redmineClient(options, key)

  async function seen(read: RmHistory, { context, policy }: Known): Promise<Seen> {
    const history = await historyOf(read, policy, options)
    if (history?.request.owner !== String(user)) throw new AdapterFault('not-found')
    const { issue, version, writings } = read
    const id = String(issue.id)
    const openedAt = issue.created_on
    const told = {
      id,
      number: id,
      version,
      openedAt,
      changedAt: writings.at(-1)?.at ?? openedAt,
      now: now(),
      actions: offeredTo(context.account, history, policy).filter(action => mayDo(action, read)),
    }
    return { read, history, intervention: interventionOf(told, history, policy) }
  }

  function mayDo(action: Action, { issue }: RmHistory): boolean {
    const status =
      action === 'reopen' ? statuses.resumed : action === 'cancel' ? statuses.cancelled : undefined
    return status === undefined || issue.allowed_statuses.some(({ id }) => id === status)
  }

  async function read(id: string, call?: Call): Promise<RmHistory> {
    const told = await readIssue({ shared, client, user }, id, call)
    views.set(JSON.stringify([user, id]), told)
    return told
  }

  const see = async (id: string, known: Known, call?: Call) => seen(await read(id, call), known)

  return {
    shared,
    client,
    user,
    read,
    see,
    async seeListed({ id, updated_on }, known, call) {
      const before = views.get(JSON.stringify([user, String(id)]))
      const isSettled = before?.issue.updated_on === updated_on && before.readAt - updated_on >= settledMs
      return isSettled ? seen(before, known) : see(String(id), known, call)
    },
  }
}
