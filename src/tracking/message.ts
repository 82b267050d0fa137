import type { Message } from '../adapter/adapter.js'
import type { ServicePolicy } from '../policy/policy.js'
import type { FieldKey } from '../request/field.js'
import { not, ok, type Result } from '../result.js'
import { actionsOf } from './actions.js'
import { lacksLogin } from './asked.js'
import type { Action, Fact, FileRef } from './intervention.js'
import { stalenessIn, wideningIn } from './narrowing.js'
import { cancelledStage, reopenedStage } from './stage.js'
import { offeredQuotes, type Standing } from './standing.js'

/** What a customer says on a ticket, its files kept already. Without an intent it is a reply. */
export type Said = Omit<Message, 'files'> & { readonly files: readonly FileRef[] }

type Facts = Result<readonly Fact[], readonly FieldKey[]>

/**
 * What a customer's message puts on the ticket, as facts in their order: the words and files first. For a backend to
 * store as the customer's entries, each followed by its `followUps`; the sealed text itself it keeps beside them.
 *
 * Not in order: the fields that are missing or wrong; none where the ticket is in no state for it, or it names a to-do or
 * carries something that the action has no use for. Whether an authorization's digest belongs to its record
 * (`verifyAuthorization`), and whether who is signed in is the account's owner, the backend has checked before.
 */
export function factsOf(said: Said, standing: Standing, policy: ServicePolicy): Facts {
  const intent = said.intent ?? 'reply'
  if (!actionsOf(standing, policy).includes(intent) || isOverladen(said, intent)) return not([])
  const own = ownFacts(intent, said, standing, policy)
  if (!own.ok) return own
  return ok([...words(said), ...own.value, ...resumed(intent, said, standing, policy)])
}

function ownFacts(intent: Action, said: Said, standing: Standing, policy: ServicePolicy): Facts {
  switch (intent) {
    case 'reply':
      return hasWords(said) ? ok([]) : not(['reply'])
    case 'reopen':
      return reopened(said, standing)
    case 'cancel':
      return ok([{ kind: 'stage', stage: cancelledStage }])
    case 'renew-credentials':
      return said.sealed ? ok([sealed]) : not(['access'])
    case 'withdraw-access':
      return ok([{ kind: 'access', event: 'withdrawn' }])
    case 'narrow-authorization':
      return narrowed(said, standing, policy)
    case 'approve-quote':
      return judged(said, standing, 'approved')
    case 'decline-quote':
      return judged(said, standing, 'declined')
    case 'check-off':
      return checkedOff(said, standing, policy)
  }
}

const sealed: Fact = { kind: 'access', event: 'sealed' }

function reopened({ text = '', authorization, sealed: renewed }: Said, standing: Standing): Facts {
  const fields: readonly FieldKey[] = [
    ...(text.trim() === '' ? (['reopenReason'] as const) : []),
    ...(authorization ? stalenessIn(authorization, standing.authorization) : (['authorization'] as const)),
  ]
  if (fields.length > 0 || !authorization) return not(fields)
  return ok([
    { kind: 'authorization', record: authorization },
    ...(renewed ? [sealed] : []),
    { kind: 'stage', stage: reopenedStage },
  ])
}

function narrowed({ authorization }: Said, standing: Standing, policy: ServicePolicy): Facts {
  if (!authorization || !standing.authorization) return not(['authorization'])
  const fields = wideningIn(authorization, standing.authorization, policy)
  return fields.length > 0 ? not(fields) : ok([{ kind: 'authorization', record: authorization }])
}

function judged({ quoteDigest }: Said, standing: Standing, state: 'approved' | 'declined'): Facts {
  const offered = offeredQuotes(standing).find(({ digest }) => digest === quoteDigest)
  if (!offered) return not(['quoteApproval'])
  return ok([{ kind: 'quote', quote: offered.quote, digest: offered.digest, state }])
}

/** What is checked off stays so: once more adds nothing. */
function checkedOff({ item }: Said, standing: Standing, { aftercare }: ServicePolicy): Facts {
  if (item === undefined || !aftercare.toDo.some(({ id }) => id === item)) return not([])
  return ok(standing.checkedOff.some(one => one.item === item) ? [] : [{ kind: 'check-off', item }])
}

function words({ text = '', files }: Said): readonly Fact[] {
  return text.trim() === '' && files.length === 0 ? [] : [{ kind: 'message', text, format: 'text', files }]
}

function hasWords(said: Said): boolean {
  return words(said).length > 0
}

/** Sealed text, a consent or an approval that nobody asked for is refused: to drop it in silence would lose it. */
function isOverladen({ sealed, authorization, quoteDigest, item }: Said, intent: Action): boolean {
  const uses = useful[intent] ?? []
  return Object.entries({ sealed, authorization, quoteDigest, item }).some(
    ([key, value]) => value !== undefined && !uses.includes(key),
  )
}

const useful: Readonly<Partial<Record<Action, readonly string[]>>> = {
  reopen: ['sealed', 'authorization'],
  'renew-credentials': ['sealed'],
  'narrow-authorization': ['authorization'],
  'approve-quote': ['quoteDigest'],
  'decline-quote': ['quoteDigest'],
  'check-off': ['item'],
}

/** A customer who was waited for and has answered hands the work back, to the stage in which it began to wait. */
function resumed(intent: Action, said: Said, standing: Standing, policy: ServicePolicy): readonly Fact[] {
  const { phase, waitedIn, path } = standing
  if (phase !== 'waiting' || intent === 'cancel' || !isAnswer(intent, said, standing, policy)) return []
  const here = path.find(({ state }) => state === 'here') ?? path[0]
  return [{ kind: 'stage', stage: waitedIn?.id ?? here?.stage ?? 'received' }]
}

/** Words answer whatever was asked; without them, what was asked has to be this and nothing beside it. */
function isAnswer(intent: Action, said: Said, standing: Standing, policy: ServicePolicy): boolean {
  if (hasWords(said)) return true
  const isRefused = lacksLogin(standing, policy)
  const offered = offeredQuotes(standing).length
  switch (intent) {
    case 'renew-credentials':
      return isRefused || (standing.question === null && offered === 0)
    case 'approve-quote':
    case 'decline-quote':
      return standing.question === null && offered === 1 && !isRefused
    default:
      return false
  }
}
