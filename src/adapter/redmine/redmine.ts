import type { Intervention } from '../../tracking/intervention.js'
import type { Call, InterventionAdapter, Page } from '../adapter.js'
import { AdapterFault } from '../fault.js'
import type { Known } from '../known.js'
import { ticketAdapter, type TicketAdapter } from '../ticket-adapter.js'
import type { TicketSystem } from '../ticket-system.js'
import { isOpen, seenAmong } from '../ticket-view.js'
import * as answers from './answers.js'
import { capabilitiesOf } from './capabilities.js'
import type { RedmineCustomer, RedmineOptions } from './options.js'
import { lostOfReply, say } from './reply.js'
import { sharedBy } from './shared.js'
import { complete, create, foundUnder, lostOfRequest } from './submit.js'
import { viewOf, type Seen, type View } from './view.js'

/** Redmine answers so many questions of one page at once and stays quick for others. */
const atOnce = 3

/** The most issues that Redmine tells at once. */
const longestList = 100

/** What this adapter has of the methods that an adapter may have. */
export interface RedmineAdapter extends TicketAdapter {
  watch: NonNullable<InterventionAdapter['watch']>
}

/**
 * Redmine 5 as a backend: for servers, by its REST API and the customer's own key. One for a whole Redmine; what it returns
 * makes an adapter for each customer, to stand behind `bridge`.
 *
 * The customer is the author of all that they file. Facts stand in the issue twice: in words and fields for people, and as
 * JSON in a file beside what was written. Redmine answers "done" whatever it leaves out; so each write is read back, and
 * what is missing is told as `unstored`. No private note reaches an entry, nor a file that may be one's. It has neither
 * prices nor VAT IDs: there is no `quote` and no `checkVatId`, and a request that names a quote by its id is refused.
 */
export function redmineAdapter(options: RedmineOptions): (customer: RedmineCustomer) => RedmineAdapter {
  const shared = sharedBy(options)
  const capabilities = capabilitiesOf(options)

  return customer => {
    const view = viewOf(shared, customer)
    const system: TicketSystem<Seen> = {
      capabilities,
      context: customer.context,
      see: async (id, known, call) => view.see(id, known, call),
      foundUnder: async (key, known, call) => foundUnder(view, key, known, call),
      list: async (query, known, call) => list(view, query, known, call),
      create: async (filing, keyed, known) => create(view, filing, keyed, known),
      complete: async (seen, sent) => complete(view, seen, sent),
      lostOfRequest: async (seen, sent) => lostOfRequest(view, seen, sent),
      say: async (seen, saying, known) => say(view, seen, saying, known),
      lostOfReply,
      open: async ({ id }, known, call) => open(view, id, known, call),
    }
    return {
      ...ticketAdapter(system, shared.writes),
      watch(id, changed, { signal }) {
        const versionOf = async (_: string | undefined, call: Call) => (await view.read(id, call)).version
        const asking = { versionOf, pace: capabilities.pollEveryMs }
        shared.writes.watch.watch(String(customer.user), id, asking, changed, signal)
      },
    }
  }
}

async function list(
  view: View,
  { open = false, cursor, limit = 20 }: Parameters<InterventionAdapter['list']>[0],
  known: Known,
  call?: Call,
): Promise<Page<Intervention>> {
  const { project, fields } = view.shared.options
  if (cursor !== undefined && !/^\d{1,15}$/.test(cursor)) throw new AdapterFault('not-found')
  const most = Math.min(limit, longestList)
  const query = {
    project_id: project,
    author_id: 'me',
    status_id: open ? 'open' : '*',
    [`cf_${fields.requestKey}`]: '*',
    ...(cursor !== undefined && { issue_id: `<=${Number(cursor) - 1}` }),
    sort: 'id:desc',
    limit: String(most),
  }
  const { issues } = await view.client.ask('issues.json', answers.issuePage, { query }, call)
  const found = await seenAmong(issues, atOnce, async item => view.seeListed(item, known, call))
  const last = issues.at(-1)
  return {
    items: open ? found.filter(isOpen) : found,
    ...(last && issues.length === most && { cursor: String(last.id) }),
  }
}

/** A file of the customer's own history, and no other: Redmine itself hands out those of private notes. */
async function open(view: View, id: string, known: () => Promise<Known>, call?: Call): Promise<Blob> {
  const [, issue = '', attachment = ''] = /^(\d{1,15})-(\d{1,15})$/.exec(id) ?? []
  const { read } = await view.see(issue, await known(), call)
  const file = read.writings.flatMap(({ files }) => files).find(one => one.id === id)
  if (!file) throw new AdapterFault('not-found')
  const bytes = await view.client.bytes(`attachments/download/${attachment}`, call)
  return new Blob([bytes], { type: file.type })
}
