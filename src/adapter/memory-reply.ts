import type { ServicePolicy } from '../policy/policy.js'
import { followUps } from '../tracking/follow-ups.js'
import type { Action, Entry, Fact } from '../tracking/intervention.js'
import { factsOf } from '../tracking/message.js'
import type { Account, Capabilities, Context, Message } from './adapter.js'
import { AdapterFault } from './fault.js'
import { inNextVersion, withFact, withFiles, withSealed, type MemoryTicket } from './memory-ticket.js'
import { foreignFields } from './sound-message.js'

/** What changes to a ticket depend on. */
export interface MemoryRules {
  readonly capabilities: Capabilities
  readonly policy: ServicePolicy
}

/** Only the owner of an account authorizes. */
const ownersOnly: readonly Action[] = ['reopen', 'narrow-authorization']

/** What this person may do to a ticket, in this system. */
export function actionsFor(
  { intervention }: MemoryTicket,
  { owner }: Account,
  { sealed }: Capabilities,
): readonly Action[] {
  return intervention.actions.filter(
    action =>
      !(owner === false && ownersOnly.includes(action)) &&
      !(sealed === null && action === 'renew-credentials'),
  )
}

/**
 * What isn't offered, and what is not about this request, not for this provider, or can't be kept here.
 *
 * @throws {AdapterFault} `forbidden`; or `invalid`, with the fields.
 */
export async function refuseForeign(
  message: Message,
  ticket: MemoryTicket,
  context: Context,
  capabilities: Capabilities,
): Promise<void> {
  refuseUnoffered(message, ticket, context.account, capabilities)
  const fields = await foreignFields(message, ticket, context, capabilities)
  if (fields.length > 0) throw new AdapterFault('invalid', { fields })
}

/**
 * The ticket after a message of the customer's, which `soundMessage` has checked.
 *
 * @throws {AdapterFault} `forbidden` for what isn't offered; `invalid`, with the fields, for what the action needs.
 */
export function afterMessage(
  ticket: MemoryTicket,
  { files = [], ...message }: Message,
  { account, now }: Context,
  rules: MemoryRules,
): MemoryTicket {
  const { sealed } = message
  refuseUnoffered(message, ticket, account, rules.capabilities)
  const kept = withFiles(ticket, files)
  const facts = factsOf({ ...message, files: kept.refs }, ticket.standing, rules.policy)
  if (!facts.ok) throw new AdapterFault('invalid', { fields: facts.error })
  const holding = sealed ? withSealed(kept.ticket, sealed) : kept.ticket
  return afterFacts(holding, 'customer', facts.value, now, rules)
}

function refuseUnoffered(
  { intent = 'reply' }: Message,
  ticket: MemoryTicket,
  account: Account,
  capabilities: Capabilities,
): void {
  if (!actionsFor(ticket, account, capabilities).includes(intent)) throw new AdapterFault('forbidden')
}

/** The ticket after somebody's facts, each with what the system itself does about it. Unchanged where there are none. */
export function afterFacts(
  ticket: MemoryTicket,
  by: Entry['by'],
  facts: readonly Fact[],
  at: number,
  { capabilities, policy }: MemoryRules,
): MemoryTicket {
  const terms = { erasable: capabilities.sealed?.erasable ?? false, policy }
  const said = (before: MemoryTicket, fact: Fact): MemoryTicket => {
    const after = withFact(before, [by, fact], at, policy)
    return followUps(fact, after.standing, terms).reduce(
      (ticket, own) => withFact(ticket, ['system', own], at, policy),
      after,
    )
  }
  return facts.length > 0 ? inNextVersion(facts.reduce(said, ticket), at, policy) : ticket
}
