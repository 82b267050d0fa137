import { AdapterFault } from '../../src/index.js'
import type { Context, FieldKey, Filing, Message, ServicePolicy } from '../../src/index.js'
import { factsOf, messageDigest, messageIssues } from '../../src/bridge.js'
import type { Standing } from '../../src/bridge.js'
import { checkConsent, checkedMessage } from '../../src/adapter/message-check.js'
import { parse } from '../../src/parse.js'
import { filingWithoutFiles } from '../../src/request/schema.js'
import { offeredQuotes } from '../../src/tracking/standing.js'
import { recordOrNone } from '../record.js'
import { mayDo } from './account-rules.js'
import { filesOf, refsOf } from './files.js'
import { put, standingIn } from './history.js'
import { hasLapsed } from './store-quotes.js'
import type { Store } from './store.js'
import type { StoredTicket } from './stored.js'

/** Who says something, in which state they saw the ticket, and what of this provider it is held to. */
export interface Replying {
  readonly company: string
  readonly context: Context
  readonly policy: ServicePolicy
  readonly key: string
  /** Refused as `conflict` at any other version. */
  readonly ifVersion: string | undefined
}

/**
 * Puts a customer's message on a ticket of theirs, once per account and key.
 *
 * @throws {AdapterFault} `conflict` for a key that named another reply, for a ticket that went on, and for a price that
 * no longer stands; `forbidden` for what isn't offered, or not to this person; `invalid` or `too-large`, with the fields.
 */
export async function reply(
  store: Store,
  ticket: StoredTicket,
  message: Message,
  { company, context, policy, key, ifVersion }: Replying,
): Promise<void> {
  const { account } = context
  const { intent = 'reply', quoteDigest } = message
  const digest = await messageDigest(String(ticket.number), message)
  const isKnown = () => wasSaid(store, company, key, digest)
  if (isKnown()) return
  const { files: sent = [], ...data } = message
  const said = checkedMessage(data)
  await checkConsent(said, account.id)
  const files = await filesOf(sent, 'replyFiles')
  const fields = await foreignIn(said, ticket, standingIn(store, ticket.number, policy), context, policy)
  const isLapsed = store.atOnce(() => {
    // From here on nothing waits: what another reply or a desk has done in between is seen.
    if (isKnown()) return false
    const now = store.ticket(ticket.number) ?? ticket
    if (ifVersion !== undefined && ifVersion !== String(now.version)) throw new AdapterFault('conflict')
    const standing = standingIn(store, now.number, policy)
    if (!mayDo(account, intent)) throw new AdapterFault('forbidden')
    if (intent === 'approve-quote' && expire(store, now, standing, quoteDigest, policy)) return true
    const facts = factsOf({ ...said, files: refsOf(files) }, standing, policy)
    if (!facts.ok) throw refusal(facts.error)
    if (fields.length > 0) throw new AdapterFault('invalid', { fields: [...new Set(fields)] })
    const sealed = said.sealed && JSON.stringify(said.sealed)
    if (facts.value.length > 0)
      put(store, now, { by: 'customer', facts: facts.value, files, sealed }, Date.now(), policy)
    store.keepReply({ account: company, key, ticket: now.number, digest })
    return false
  })
  if (isLapsed) throw new AdapterFault('conflict')
}

/** Nothing to put right: the ticket is in no state for it. */
function refusal(fields: readonly FieldKey[]): AdapterFault {
  return fields.length === 0 ? new AdapterFault('forbidden') : new AdapterFault('invalid', { fields })
}

function wasSaid(store: Store, account: string, key: string, digest: string): boolean {
  const known = store.reply(account, key)
  if (known && known.digest !== digest) throw new AdapterFault('conflict')
  return known !== undefined
}

/** A price that no longer stands is said to have lapsed, which the customer reads then instead of its approval. */
function expire(
  store: Store,
  ticket: StoredTicket,
  standing: Standing,
  digest: string | undefined,
  policy: ServicePolicy,
): boolean {
  const now = Date.now()
  const offered = offeredQuotes(standing).find(one => one.digest === digest)
  if (!offered || !hasLapsed(store, ticket.account, offered.digest, now)) return false
  const { quote } = offered
  put(
    store,
    ticket,
    { by: 'system', facts: [{ kind: 'quote', quote, digest: offered.digest, state: 'expired' }] },
    now,
    policy,
  )
  return true
}

/** What a message holds that isn't about this request, or not for this provider. */
async function foreignIn(
  message: Omit<Message, 'files'>,
  ticket: StoredTicket,
  standing: Standing,
  context: Context,
  policy: ServicePolicy,
): Promise<readonly FieldKey[]> {
  const { authorization, sealed } = message
  if (!authorization && !sealed) return []
  const isForeign = authorization !== undefined && authorization.record.requestKey !== ticket.key
  const filing = filingOf(ticket, standing, sealed)
  // Nothing that could be looked at in a request that somebody broke in the file.
  if (!filing) throw new AdapterFault('unavailable')
  return [
    ...(isForeign ? (['authorization'] as const) : []),
    ...(await messageIssues(message, filing, context, policy, context.now)),
  ]
}

/** The request again, as far as it is kept; its text and files are of no use here. */
function filingOf(
  { facts, sealed: lying, key }: StoredTicket,
  { authorization }: Standing,
  sealed: Message['sealed'],
): Filing | undefined {
  const kept = recordOrNone(JSON.parse(facts)) ?? {}
  const inForce: unknown = lying === undefined ? undefined : JSON.parse(lying)
  const parsed = parse(filingWithoutFiles, {
    ...kept,
    access: accessOf(kept['access'], sealed ?? inForce),
    authorization,
    text: key,
  })
  return parsed.ok ? parsed.value : undefined
}

function accessOf(kept: unknown, sealed: unknown): unknown {
  if (recordOrNone(kept)?.['kind'] !== 'account') return kept
  // Once they are erased, only that there were login details is known: as with a key, they are at hand elsewhere.
  return sealed === undefined ? { kind: 'ssh-key', username: '-' } : { kind: 'account', sealed }
}
