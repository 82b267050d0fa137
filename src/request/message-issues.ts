import type { Context, Message } from '../adapter/adapter.js'
import type { ServicePolicy } from '../policy/policy.js'
import { sameIds } from '../same-ids.js'
import { filingIssues, isTimely, type AccessToCheck, type FilingToCheck } from './filing-issues.js'
import type { FieldKey } from './field.js'

/** What an authorization is asked by, whatever else the request was. */
const ofConsent: readonly FieldKey[] = [
  'consoleConsent',
  'duties',
  'methods',
  'timeWindow',
  'reboot',
  'signer',
  'ownerDeclared',
  'authorization',
]

/**
 * What a message holds that the tracker would never have made of this request, context and policy; empty where it is in
 * order.
 *
 * For a ticket system to refuse by, as `invalid` with these fields, beside what `factsOf` refuses: login details that are
 * sealed to other keys than the provider's, an authorization to reopen that isn't given as the form has it given, or is
 * about other work, and one whose time isn't now. A narrowing is held to the one in force by `factsOf` alone.
 *
 * @param filing - The request, without its files; of sealed login details only that there were some is looked at.
 * @param now - The server's clock, epoch milliseconds.
 */
export async function messageIssues(
  { intent, sealed, authorization }: Message,
  filing: FilingToCheck,
  context: Context,
  policy: ServicePolicy | undefined,
  now: number,
): Promise<readonly FieldKey[]> {
  const fresh = intent === 'reopen' ? authorization : undefined
  const late = authorization && !isTimely(authorization.record, now)
  const { quote: _, ...asked } = filing
  const { record, digest } = filing.authorization
  const issues = await filingIssues(
    {
      ...asked,
      access: accessWith({ sealed, authorization: fresh }, filing.access),
      authorization: fresh ?? { record: { ...record, serverTime: now }, digest },
    },
    context,
    policy,
    now,
  )
  const isOther =
    fresh && !(sameIds(fresh.record.tasks, asked.tasks) && sameIds(fresh.record.extras, asked.extras))
  const found = issues.filter(
    field =>
      (sealed !== undefined && field === 'access') || (fresh !== undefined && ofConsent.includes(field)),
  )
  return [...new Set([...found, ...(late || isOther ? (['authorization'] as const) : [])])]
}

function accessWith(
  { sealed, authorization }: { readonly [K in 'sealed' | 'authorization']: Message[K] | undefined },
  before: AccessToCheck,
): AccessToCheck {
  if (sealed) return { kind: 'account', sealed }
  return authorization?.record.withoutCredentials ? { kind: 'none' } : before
}
