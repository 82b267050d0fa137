import { describe, it } from 'node:test'
import { testAccount, testAdapter } from '../../src/testing.js'
import { stranger } from '../support/kit.js'
import { bridgeFor, restOn } from '../support/wired.js'
import { customersOf, engineerOf, requestTracker } from './request-tracker/system.js'

const tracker = await requestTracker()

if (!tracker) {
  const missing = 'no Request Tracker answers: test/adapters/request-tracker/rt.sh up'
  if (process.env['OS_RT']) throw new Error(missing)
  it('Request Tracker is an intervention adapter', { skip: missing }, () => undefined)
} else {
  const customers = customersOf(tracker)
  const staff = engineerOf(tracker)
  // Polled each second, by a server that answers in its own time.
  const tellsWithin = 30_000

  describe('Request Tracker is', () => {
    testAdapter(() => ({ ...customers, staff, tellsWithin }), { describe, it })
  })

  describe('Request Tracker behind the bridge is', () => {
    const behind = (own: typeof customers.adapter, account: string) => restOn(bridgeFor(own, account))
    const make = () => ({
      adapter: behind(customers.adapter, testAccount.id),
      stranger: behind(customers.stranger, stranger.id),
      staff,
      tellsWithin,
    })
    testAdapter(make, { describe, it })
  })
}
