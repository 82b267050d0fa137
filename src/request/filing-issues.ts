import { accessMethods, type CredentialsGiven } from '../access.js'
import type { AuthorizationRecord } from '../authorization/authorization.js'
import type { Context, Service } from '../adapter/adapter.js'
import type { SealedCredentials } from '../credentials/credentials.js'
import { fingerprint } from '../credentials/fingerprint.js'
import { sshPublicKeys } from '../credentials/ssh-key.js'
import type { PolicyItem, ServicePolicy } from '../policy/policy.js'
import { taxPolicyOf } from '../quote/tax-policy.js'
import { mayMissCredentials } from '../scope/scope.js'
import { parseServerReference, type ServerReference } from '../server-reference.js'
import { filedQuoteIssues } from './filed-quote-issues.js'
import { fieldKeys, type FieldKey } from './field.js'
import type { FiledAccess, Filing } from './filing.js'
import { isForeignId, isNameOf } from './server-listing.js'

/** How far ahead of the server's clock a record's time may be: ten minutes, for clocks that go apart. */
const mostAhead = 600_000

/** How old a record may be: a day, in which the same bytes may be sent again. */
const oldest = 86_400_000

/** A request as far as it is looked at: of sealed login details only to whom they are sealed. */
export type FilingToCheck = Omit<Filing, 'access'> & { readonly access: AccessToCheck }

/** How the engineers get in, as far as that is looked at. */
export type AccessToCheck =
  | Exclude<FiledAccess, { readonly kind: 'account' }>
  | { readonly kind: 'account'; readonly sealed: Pick<SealedCredentials, 'recipients'> }

/** What would be wrong with a field, and whether it is. */
type Finding = readonly [FieldKey, boolean]

/**
 * What a request holds that the form would never have made of this context and this policy; empty where it is in order.
 *
 * For a ticket system to refuse by, as `invalid` with these fields: whoever is signed in can post anything, and the form
 * is not there to stop it. Without a policy only that is looked at which needs none. The schema, the digest and the
 * idempotency key are the bridge's business, and so is that the authorization is about this very request. A request that
 * is filed under its key already is answered, not checked again.
 *
 * @param now - The server's clock, epoch milliseconds.
 */
export async function filingIssues(
  filing: FilingToCheck,
  context: Context,
  policy: ServicePolicy | undefined,
  now: number,
): Promise<readonly FieldKey[]> {
  const findings = [
    ...inServer(filing, context),
    ...inWords(filing),
    ['access', !(await isOpenTo(filing, context))] as const,
    ...inConsent(filing),
    ...inRecord(filing, context, now),
    ...(await inQuote(filing, context, policy, now)),
    ...(policy ? [...inWork(filing, context, policy), ...inAuthorization(filing, context, policy)] : []),
  ]
  const wrong = new Set(findings.filter(([, is]) => is).map(([field]) => field))
  return fieldKeys.filter(field => wrong.has(field))
}

function inServer({ serviceId, server, serverType }: FilingToCheck, context: Context): readonly Finding[] {
  if (serviceId === undefined) return []
  const service = serviceOf(serviceId, context)
  return [
    ['server', !service || !isNameOf(server, service)],
    ['serverType', service !== undefined && !['unknown', serverType].includes(service.serverType)],
  ]
}

function inWords({ problem, action, access }: FilingToCheck): readonly Finding[] {
  return [
    ['problem', isBlank(problem)],
    ['action', isBlank(action)],
    ['username', access.kind === 'ssh-key' && isBlank(access.username)],
  ]
}

/** Can the engineers get in as the request says: are the keys that it names the provider's own? */
async function isOpenTo({ access, authorization }: FilingToCheck, context: Context): Promise<boolean> {
  switch (access.kind) {
    case 'none':
      return true
    case 'ssh-key':
      return sshPublicKeys(context.sshKeys ?? []).length > 0
    case 'account': {
      const { serverTime } = authorization.record
      const valid = context.recipients.filter(
        ({ notAfter }) => notAfter === undefined || notAfter > serverTime,
      )
      const own = await Promise.all(
        valid.map(async ({ id, label, recipient }) => ({
          id,
          label,
          fingerprint: await fingerprint(recipient),
        })),
      )
      const named = access.sealed.recipients
      return (
        isEachOnce(named.map(({ id }) => id)) &&
        named.every(one =>
          own.some(
            ({ id, label, fingerprint }) =>
              id === one.id && label === one.label && fingerprint === one.fingerprint,
          ),
        )
      )
    }
  }
}

/** A price that was approved: it adds up, is of these extras, and the provider still stands by it. */
async function inQuote(
  { quote, extras }: FilingToCheck,
  { prices, tax }: Context,
  policy: ServicePolicy | undefined,
  now: number,
): Promise<readonly Finding[]> {
  if (!quote) return []
  const { approvedAt = 0, validUntil = Infinity } = quote
  const isOver =
    quote.approvedAt !== undefined &&
    (approvedAt > validUntil || approvedAt - now > mostAhead || now - validUntil > oldest)
  const terms = { prices, tax: policy ? taxPolicyOf(policy, tax) : tax, now }
  const fields = await filedQuoteIssues(quote, extras, terms)
  return [...fields, ...(isOver ? (['quoteApproval'] as const) : [])].map(field => [field, true] as const)
}

/** Without login details everything that gets in without them is agreed to; with them nothing is said of it. */
function inConsent({ access, authorization: { record } }: FilingToCheck): readonly Finding[] {
  const { withoutCredentials: consent, reboot, mounting } = record
  const agreed =
    consent && [consent.console, consent.reboot, consent.mounting, reboot, mounting].every(Boolean)
  return [['consoleConsent', access.kind === 'none' ? !agreed : consent !== undefined]]
}

function inRecord(
  { authorization: { record } }: FilingToCheck,
  { account }: Context,
  now: number,
): readonly Finding[] {
  const { signer, statement, duties, methods } = record
  return [
    ['signer', isBlank(signer.name) || account.owner === false],
    ['ownerDeclared', (signer.owner === 'known') !== (account.owner === true)],
    ['duties', duties.some(({ text }) => isBlank(text))],
    ['methods', methods.length === 0],
    ['authorization', signer.account !== account.id || isBlank(statement.text)],
    ['authorization', !isTimely(record, now)],
  ]
}

/** Was it given about now, by the server's clock? `now`: epoch milliseconds. */
export function isTimely({ serverTime }: Pick<AuthorizationRecord, 'serverTime'>, now: number): boolean {
  return serverTime - now <= mostAhead && now - serverTime <= oldest
}

function inWork(filing: FilingToCheck, { services }: Context, policy: ServicePolicy): readonly Finding[] {
  const { server, serviceId, tasks, extras, access } = filing
  return [
    ['server', serviceId === undefined && !isCanonical(server, services, policy)],
    ['server', isForeignId(server, services, policy.provider.serviceIdPattern)],
    ['tasks', !isAmong(tasks, policy.tasks)],
    ['extras', !isAmong(extras, policy.extras)],
    ['access', access.kind === 'none' && !mayMissCredentials(tasks, policy)],
  ]
}

function inAuthorization(filing: FilingToCheck, context: Context, policy: ServicePolicy): readonly Finding[] {
  const { access, authorization } = filing
  const { record } = authorization
  const duties = record.duties.map(({ id }) => id)
  const boots = policy.methods.some(({ id, boots }) => boots !== undefined && record.methods.includes(id))
  return [
    ['duties', !isAmong(duties, policy.duties) || duties.length !== policy.duties.length],
    ['methods', !isAmong(record.methods, fittingMethods(filing, context, policy))],
    ['timeWindow', !policy.authorization.windows.includes(record.window)],
    ['reboot', boots && !record.reboot],
    ['authorization', record.provider !== policy.provider.name],
    ['authorization', record.statement.version !== policy.authorization.version],
    ['authorization', access.kind !== 'none' && record.mounting !== policy.authorization.mounting],
  ]
}

const given: Readonly<Record<FiledAccess['kind'], CredentialsGiven>> = {
  account: 'given',
  'ssh-key': 'ssh-key',
  none: 'missing',
}

function fittingMethods(
  { serviceId, serverType, access }: FilingToCheck,
  context: Context,
  policy: ServicePolicy,
): readonly PolicyItem[] {
  const ipKvm = serviceOf(serviceId, context)?.options?.ipKvm ?? 'unknown'
  return accessMethods(serverType, { ipKvm }, { credentials: given[access.kind] }, policy)
    .filter(({ offered }) => offered !== 'no')
    .map(({ method }) => method)
}

function serviceOf(id: string | undefined, { services }: Context): Service | undefined {
  return services.find(service => service.id === id)
}

/** Is this how the server would have been understood, had it been typed so? A secret in an address is not, nor a user. */
function isCanonical(
  { kind, value }: ServerReference,
  services: readonly Service[],
  { provider: { serviceIdPattern } }: ServicePolicy,
): boolean {
  const pattern = serviceIdPattern === undefined ? {} : { serviceIdPattern }
  const parsed = parseServerReference(value, { services, ...pattern })
  return parsed.ok && parsed.value.kind === kind && parsed.value.value === value
}

function isAmong(ids: readonly string[], known: readonly PolicyItem[]): boolean {
  return isEachOnce(ids) && ids.every(id => known.some(item => item.id === id))
}

function isEachOnce(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length
}

function isBlank(text: string): boolean {
  return text.trim() === ''
}
