import type { Context, Service } from '../adapter/adapter.js'
import type { ServerType, ServicePolicy } from '../policy/policy.js'
import { not, ok, type Result } from '../result.js'
import { parseServerReference, type NoticeCode, type ServerReference } from '../server-reference.js'
import type { Draft } from './draft.js'
import type { IssueCode } from './issue.js'
import { isForeignId } from './server-listing.js'

/** The server that a draft names, with all that is known of it. */
export interface ChosenServer {
  readonly reference: ServerReference
  readonly notices: readonly NoticeCode[]
  /** The customer's service, where it was picked from the list. */
  readonly service?: Service
  readonly serverType: ServerType
  readonly operatingSystem: string
  readonly ipKvm: boolean | 'unknown'
}

/** The service that was picked from the list. */
export function pickedService(draft: Draft, context: Context): Service | undefined {
  return draft.serverFrom === 'list'
    ? context.services.find(service => service.id === draft.serviceId)
    : undefined
}

/** Is the kind of server still to be asked for? Only where the client area doesn't know. */
export function asksServerType(draft: Draft, context: Context): boolean {
  return (pickedService(draft, context)?.serverType ?? 'unknown') === 'unknown'
}

/** Is the operating system still to be asked for? Only where the client area doesn't know. */
export function asksOperatingSystem(draft: Draft, context: Context): boolean {
  return !pickedService(draft, context)?.operatingSystem
}

/** The server that the draft names, or what is to be corrected. */
export function chosenServer(
  draft: Draft,
  context: Context,
  policy: ServicePolicy,
): Result<ChosenServer, IssueCode> {
  const service = pickedService(draft, context)
  const serverType = service && service.serverType !== 'unknown' ? service.serverType : draft.serverType
  const known = {
    serverType: serverType === '' ? 'unknown' : serverType,
    operatingSystem: service?.operatingSystem ?? draft.operatingSystem.trim(),
    ipKvm: service?.options?.ipKvm ?? 'unknown',
  } as const
  if (service) return ok({ reference: referenceOf(service), notices: [], service, ...known })
  if (draft.serverFrom !== 'typed') return not('server-missing')

  const { serviceIdPattern } = policy.provider
  const parsed = parseServerReference(draft.serverText, {
    services: context.services,
    ...(serviceIdPattern === undefined ? {} : { serviceIdPattern }),
  })
  if (parsed.ok) {
    const { kind, value, notices } = parsed.value
    if (isForeignId({ kind, value }, context.services, serviceIdPattern)) return not('server-unlisted')
    return ok({ reference: { kind, value }, notices, ...known })
  }
  switch (parsed.error) {
    case 'empty':
      return not('server-missing')
    case 'secret-inside':
      return not('server-secret')
    default:
      return not('server-malformed')
  }
}

/** How a service of the customer's is named to engineers: by its address where it has one, else by its id. */
function referenceOf(service: Service): ServerReference {
  for (const address of service.addresses) {
    const parsed = parseServerReference(address)
    if (parsed.ok && parsed.value.kind === 'ip') return { kind: 'ip', value: parsed.value.value }
  }
  return { kind: 'service-id', value: service.id }
}
