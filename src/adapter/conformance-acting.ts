import { signAuthorization } from '../authorization/digest.js'
import type { Authorization, AuthorizationRecord } from '../authorization/authorization.js'
import { newRequestKey } from '../request/key.js'
import type { Action } from '../tracking/intervention.js'
import type { InterventionAdapter } from './adapter.js'
import { holds, isRefused, tellsTheSame } from './conformance-assert.js'
import { isRecord, isThe } from './conformance-reading.js'
import type { Check, ConformanceSubject } from './conformance-subject.js'
import { beginTalk, leavesNothing, type Talk } from './conformance-talk.js'

/** The digest of no quote. */
const nobodysDigest = '0'.repeat(64)

const everyAction: readonly Action[] = [
  'reply',
  'reopen',
  'cancel',
  'renew-credentials',
  'withdraw-access',
  'narrow-authorization',
  'approve-quote',
  'decline-quote',
  'check-off',
]

/** A fresh ticket that offers this; nothing where none does. */
async function ticketWith(action: Action, adapter: InterventionAdapter): Promise<Talk | undefined> {
  const talk = await beginTalk(adapter)
  return talk && (await talk.now()).actions.includes(action) ? talk : undefined
}

async function doesWhatIsOffered({ adapter }: ConformanceSubject): Promise<void> {
  const talk = await beginTalk(adapter)
  if (!talk) return
  const { actions } = await talk.now()
  for (const intent of everyAction.filter(action => !actions.includes(action)))
    await leavesNothing(`${intent}, not offered`, talk, () =>
      isRefused(talk.say({ intent, text: 'Proszę.' }), ['forbidden'], `${intent}, which isn’t offered`),
    )
}

async function withdrawsAccess({ adapter }: ConformanceSubject): Promise<void> {
  const talk = await ticketWith('withdraw-access', adapter)
  if (!talk) return
  await talk.say({ intent: 'withdraw-access' })
  const events = (await talk.entries()).flatMap(({ by, fact }) =>
    fact.kind === 'access' ? [`${by} ${fact.event}`] : [],
  )
  holds(events.includes('customer withdrawn'), 'entries: nothing tells that the customer withdrew access')
  const { access, actions } = await talk.now()
  const after = access?.event ?? 'withdrawn'
  holds(
    ['withdrawn', 'destroyed', 'kept'].includes(after),
    `get: access is "${after}" after it was withdrawn`,
  )
  holds(!actions.includes('withdraw-access'), 'get: offers to withdraw access that was withdrawn')
  holds(
    after !== 'destroyed' || adapter.capabilities.sealed?.erasable === true,
    'get: says that login details are destroyed which can’t be erased by its capabilities',
  )
}

async function cancels({ adapter }: ConformanceSubject): Promise<void> {
  const talk = await ticketWith('cancel', adapter)
  if (!talk) return
  await talk.say({ intent: 'cancel' })
  const now = await talk.now()
  holds(now.phase === 'declined' || now.phase === 'done', `get: still "${now.phase}" after it was called off`)
  const { items } = await adapter.list({ open: true })
  holds(!items.some(isThe(now)), 'list({ open: true }): has a request that was called off')
  if (now.actions.includes('cancel')) return
  await leavesNothing('a second cancelling', talk, () =>
    isRefused(talk.say({ intent: 'cancel' }), ['forbidden'], 'cancel, once it was called off'),
  )
}

async function narrowsOnly({ adapter }: ConformanceSubject): Promise<void> {
  const talk = await ticketWith('narrow-authorization', adapter)
  if (!talk) return
  const { record, digest } = talk.filing.authorization
  if (record.window === '24h') return
  const { now } = await adapter.context()
  const narrower: AuthorizationRecord = { ...record, window: '24h', serverTime: now, clientTime: now }
  const refused: readonly (readonly [string, Authorization])[] = [
    ['an authorization under another’s digest', { record: narrower, digest }],
    [
      'an authorization for another request',
      await signAuthorization({ ...narrower, requestKey: newRequestKey() }),
    ],
    [
      'another account’s',
      await signAuthorization({ ...narrower, signer: { ...record.signer, account: '?' } }),
    ],
  ]
  for (const [what, authorization] of refused) await isNoNarrowing(what, authorization, talk)
  const narrowed = await signAuthorization(narrower)
  await talk.say({ intent: 'narrow-authorization', authorization: narrowed })
  const facts = (await talk.entries()).map(({ fact }) => fact)
  holds(facts.some(isRecord(narrowed)), 'entries: the narrower authorization is missing or changed')
  await isNoNarrowing(
    'a wider authorization',
    await signAuthorization({ ...narrower, window: record.window }),
    talk,
  )
}

function isNoNarrowing(what: string, authorization: Authorization, talk: Talk): Promise<void> {
  const narrowing = { intent: 'narrow-authorization', authorization } as const
  return leavesNothing(what, talk, () => isRefused(talk.say(narrowing), ['invalid'], what))
}

async function approvesWhatWasOffered({ adapter, staff }: ConformanceSubject): Promise<void> {
  const talk = staff?.offer && (await beginTalk(adapter))
  if (!talk) return
  await staff.offer?.(talk.id)
  const { actions } = await talk.now()
  holds(actions.includes('approve-quote'), 'get: a price was offered, and there is no approving it')
  const digests = async (state: string) =>
    (await talk.entries()).flatMap(({ fact }) =>
      fact.kind === 'quote' && fact.state === state ? [fact.digest] : [],
    )
  const [quoteDigest] = await digests('offered')
  holds(quoteDigest !== undefined, 'entries: the price that was offered is missing')
  const approve = (digest: string) => talk.say({ intent: 'approve-quote', quoteDigest: digest })
  await leavesNothing('the approval of another price', talk, () =>
    isRefused(approve(nobodysDigest), ['invalid', 'conflict'], 'the approval of a price that nobody offered'),
  )
  await approve(quoteDigest)
  tellsTheSame(await digests('approved'), [quoteDigest], 'the digests of approved prices')
  await leavesNothing('a second approval', talk, () =>
    isRefused(approve(quoteDigest), ['forbidden', 'invalid', 'conflict'], 'a second approval of a price'),
  )
}

/** What the contract promises of a reply that does something. */
export const acting: readonly Check[] = [
  ['does nothing that a ticket doesn’t offer', doesWhatIsOffered],
  ['withdraws access, and says destroyed of nothing that is kept', withdrawsAccess],
  ['calls a request off', cancels],
  ['narrows an authorization, and never widens it', narrowsOnly],
  ['takes an approval of the price that was offered, and of no other', approvesWhatWasOffered],
]
