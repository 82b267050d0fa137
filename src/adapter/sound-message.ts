import type { FieldKey } from '../request/field.js'
import type { FilingToCheck } from '../request/filing-issues.js'
import { messageIssues } from '../request/message-issues.js'
import type { Account, Capabilities, Context, Message } from './adapter.js'
import { keptFile, refuseFiles } from './kept-file.js'
import { checkConsent, checkedMessage } from './message-check.js'

/**
 * A message as a ticket can hold it, checked as far as that takes no ticket.
 *
 * @throws {AdapterFault} `invalid` or `too-large`, with the fields.
 */
export async function soundMessage(
  { files = [], ...data }: Message,
  { id }: Account,
  { files: limits }: Capabilities,
): Promise<Message> {
  const message: Message = checkedMessage(data)
  refuseFiles(files, limits, 'replyFiles')
  await checkConsent(message, id)
  return files.length > 0 ? { ...message, files: files.map(file => keptFile(file, 'replyFiles')) } : message
}

/** What of a message is not about this request, not for this provider, or can't be kept here: each field once. */
export async function foreignFields(
  message: Message,
  { key, filing }: { readonly key: string; readonly filing: FilingToCheck },
  context: Context,
  { sealed: keepsSealed }: Capabilities,
): Promise<readonly FieldKey[]> {
  const { sealed, authorization } = message
  const fields: readonly FieldKey[] = [
    ...(authorization && authorization.record.requestKey !== key ? (['authorization'] as const) : []),
    ...(sealed && !keepsSealed ? (['access'] as const) : []),
    ...(await messageIssues(message, filing, context, context.policy, context.now)),
  ]
  return [...new Set(fields)]
}
