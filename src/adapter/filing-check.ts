import { verifyAuthorization } from '../authorization/digest.js'
import { parse } from '../parse.js'
import type { FieldKey } from '../request/field.js'
import type { Filing } from '../request/filing.js'
import { filingWithoutFiles } from '../request/schema.js'
import { sameIds } from '../same-ids.js'
import { AdapterFault } from './fault.js'
import { fieldsOf } from './issue-fields.js'

/** Where a wrong key of a request is asked for in the form; the others have the field of their own name. */
const fieldOf: Readonly<Partial<Record<string, FieldKey>>> = {
  serviceId: 'server',
  sealed: 'access',
  quote: 'quoteApproval',
  reason: 'noAccessReason',
}

/**
 * A request's data, without its files.
 *
 * @throws {AdapterFault} `invalid`, with the fields for what breaks the schema.
 */
export function checkedFiling(data: unknown): Omit<Filing, 'files'> {
  const parsed = parse(filingWithoutFiles, data)
  if (parsed.ok) return parsed.value
  throw new AdapterFault('invalid', { fields: fieldsOf(parsed.error, fieldOf) })
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
