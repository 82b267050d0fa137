import type { Account } from '../../../src/adapter/adapter.js'
import { testAccount, testContext } from '../../../src/testing.js'
import { whmcsAdapter, type WhmcsOptions } from '../../../src/whmcs.js'
import { stranger } from '../../support/kit.js'
import { credentials, type StandIn } from './stand-in.js'

/** What the adapter signs with; WHMCS knows nothing of it. */
export const signingSecret = 'for tests alone: 51c93f7a'

/** The clients 1 and 2, by one adapter, as a server has it; each call is a server of its own. */
export function customersOf({ url }: StandIn, more: Partial<WhmcsOptions> = {}) {
  const adapterFor = whmcsAdapter({
    ...credentials,
    signingSecret,
    url,
    department: 1,
    timeZone: 'Europe/Warsaw',
    ...more,
  })
  const customer = (clientId: number, account: Account) =>
    adapterFor({ clientId, context: () => Promise.resolve({ ...testContext, account, now: Date.now() }) })
  return { adapter: customer(1, testAccount), stranger: customer(2, stranger) }
}
