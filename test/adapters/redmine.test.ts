import { describe, it } from 'node:test'
import { testAccount, testAdapter } from '../../src/testing.js'
import { stranger } from '../support/kit.js'
import { bridgeFor, restOn } from '../support/wired.js'
import { customersOf, engineerOf, redmine } from './redmine/system.js'

const system = await redmine()

if (!system) {
  const missing = 'no Redmine answers: test/adapters/redmine/redmine.sh up'
  if (process.env['OS_REDMINE']) throw new Error(missing)
  it('Redmine is an intervention adapter', { skip: missing }, () => undefined)
} else {
  const customers = customersOf(system)
  const staff = engineerOf(system)
  // Polled each second, by a server that answers one question after another in its own time.
  const tellsWithin = 30_000

  describe('Redmine is', () => {
    testAdapter(() => ({ ...customers, staff, tellsWithin }), { describe, it })
  })

  describe('Redmine behind the bridge is', () => {
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
