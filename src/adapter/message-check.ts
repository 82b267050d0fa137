import { verifyAuthorization } from '../authorization/digest.js'
import { parse } from '../parse.js'
import type { FieldKey } from '../request/field.js'
import type { Message } from './adapter.js'
import { AdapterFault } from './fault.js'
import { fieldsOf } from './issue-fields.js'
import { messageWithoutFiles } from './wire.js'

/** Where a wrong key of a message is asked for in the tracker. */
const fieldOf: Readonly<Partial<Record<string, FieldKey>>> = {
  text: 'reply',
  sealed: 'access',
  quoteDigest: 'quoteApproval',
}

/**
 * A message's data, without its files.
 *
 * @throws {AdapterFault} `invalid`, with the fields for what breaks the schema.
 */
export function checkedMessage(data: unknown): Omit<Message, 'files'> {
  const parsed = parse(messageWithoutFiles, data)
  if (parsed.ok) return parsed.value
  throw new AdapterFault('invalid', { fields: fieldsOf(parsed.error, fieldOf) })
}

/**
 * Is the authorization of a message, where there is one, whole, and this account's? Whether it is about this ticket, the
 * backend knows.
 *
 * @throws {AdapterFault} `invalid` [authorization] where it isn't.
 */
export async function checkConsent({ authorization }: Message, account: string): Promise<void> {
  if (!authorization) return
  const isTheirs = authorization.record.signer.account === account
  if (!isTheirs || !(await verifyAuthorization(authorization)))
    throw new AdapterFault('invalid', { fields: ['authorization'] })
}
