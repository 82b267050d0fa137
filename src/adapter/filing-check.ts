import { verifyAuthorization } from '../authorization/digest.js'
import { parse } from '../parse.js'
import type { FieldKey } from '../request/field.js'
import type { Filing } from '../request/filing.js'
import { filingWithoutFiles } from '../request/schema.js'
import { isFieldKey } from './answer.js'
import { AdapterFault } from './fault.js'

/** Where a wrong key of a request is asked for in the form; the others have the field of their own name. */
const fieldOf: Readonly<Partial<Record<string, FieldKey>>> = {
  serviceId: 'server',
  sealed: 'access',
  quote: 'quoteApproval',
  reason: 'noAccessReason',
}

/** Where a wrong key of the record is asked for in the form; of the others, only the whole can be given again. */
const fieldOfRecord: Readonly<Partial<Record<string, FieldKey>>> = {
  'signer.name': 'signer',
  'signer.owner': 'ownerDeclared',
  methods: 'methods',
  duties: 'duties',
  window: 'timeWindow',
  reboot: 'reboot',
  withoutCredentials: 'consoleConsent',
}

/**
 * A request's data, without its files.
 *
 * @throws {AdapterFault} `invalid`, with the fields for what breaks the schema.
 */
export function checkedFiling(data: unknown): Omit<Filing, 'files'> {
  const parsed = parse(filingWithoutFiles, data)
  if (parsed.ok) return parsed.value
  const fields = new Set(parsed.error.flatMap(({ path }) => fieldAt(path)))
  throw new AdapterFault('invalid', { fields: [...fields] })
}

/**
 * Does the authorization belong to this very request, and to this account?
 *
 * @throws {AdapterFault} `invalid` [authorization] where it doesn't, or where its digest doesn't fit.
 */
export async function checkAuthorization(filing: Filing, key: string, account: string): Promise<void> {
  const { record } = filing.authorization
  const belongs =
    record.requestKey === key &&
    record.signer.account === account &&
    record.server.kind === filing.server.kind &&
    record.server.value === filing.server.value &&
    sameIds(record.tasks, filing.tasks) &&
    sameIds(record.extras, filing.extras) &&
    (await verifyAuthorization(filing.authorization))
  if (!belongs) throw new AdapterFault('invalid', { fields: ['authorization'] })
}

/** The innermost key that names a field: `access.port` is the port's, `authorization.record.window` the time window's. */
function fieldAt(path: readonly (string | number)[]): readonly FieldKey[] {
  if (path[0] === 'authorization') return [fieldInRecord(path.slice(2).map(String))]
  for (const key of path.toReversed()) {
    const field = isFieldKey(key) ? key : fieldOf[key]
    if (field) return [field]
  }
  return []
}

function fieldInRecord([key = '', inner = '']: readonly string[]): FieldKey {
  return fieldOfRecord[`${key}.${inner}`] ?? fieldOfRecord[key] ?? 'authorization'
}

function sameIds(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index])
}
