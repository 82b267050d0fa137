import type { Filing } from '../request/filing.js'
import type { Account, Capabilities } from './adapter.js'
import { AdapterFault } from './fault.js'
import { checkAuthorization, checkedFiling } from './filing-check.js'
import { keptFile, refuseFiles } from './kept-file.js'

/**
 * A request as a ticket can hold it, checked as far as that takes neither prices nor a policy.
 *
 * @throws {AdapterFault} `invalid` or `too-large`, with the fields; `forbidden` for whoever may not authorize.
 */
export async function soundFiling(
  { files = [], ...data }: Filing,
  key: string,
  { id, owner }: Account,
  { files: limits }: Capabilities,
): Promise<Filing> {
  const filing: Filing = {
    ...checkedFiling(data),
    ...(files.length > 0 && { files: files.map(file => keptFile(file, 'attachments')) }),
  }
  refuseFiles(files, limits, 'attachments')
  await checkAuthorization(filing, key, id)
  if (owner === false) throw new AdapterFault('forbidden')
  return filing
}
