import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { restAdapter } from '../../src/adapter/rest.js'
import { memoryAdapter, testAccount, testAdapter } from '../../src/testing.js'
import { bridgeRoutes } from '../hostile/routes.js'
import { everything, staffOf, stranger } from '../support/kit.js'
import { asSent, bridgeFor, PORTAL } from '../support/wired.js'
import { describedRoutes, DescriptionCheck } from './described.js'

/** How the bridge's own code names a route: `GET 3 interventions entries`. */
function nameInCode(method: string, path: string): string {
  const segments = path.split('/').slice(1)
  const named = segments.filter(segment => !segment.startsWith('{'))
  return [method, segments.length, ...named].join(' ')
}

describe('the description of the protocol', async () => {
  const routes = await describedRoutes()

  it('has every route that the bridge has, and no other', () => {
    const described = routes.map(({ method, path }) => nameInCode(method, path))
    assert.deepEqual(described.toSorted(), [...bridgeRoutes()].toSorted())
  })

  // What the kit asks of an adapter, and what it is told, is what the description is held to.
  const check = new DescriptionCheck(routes, '/api')
  const make = () => {
    const memory = memoryAdapter(everything)
    const described = (adapter: typeof memory, account: string) => {
      const answer = bridgeFor(adapter, account)
      return restAdapter({
        endpoint: '/api',
        base: `${PORTAL}/new`,
        fetch: request => check.pass(asSent(request), answer),
      })
    }
    return {
      adapter: described(memory, testAccount.id),
      stranger: described(memory.as(stranger), stranger.id),
      staff: staffOf(memory),
      tellsWithin: 100,
    }
  }
  testAdapter(make, { describe, it })

  it('was seen to hold for each operation', () => {
    const successes = routes.flatMap(({ operation: { operationId, responses } }) =>
      Object.keys(responses).flatMap(status => (status === 'default' ? [] : `${operationId} ${status}`)),
    )
    assert.ok(successes.length > routes.length)
    assert.deepEqual(
      successes.filter(what => !check.seen.has(what)),
      [],
    )
  })
})
