import { describe, it } from 'node:test'
import { testAccount, testAdapter } from '../../src/testing.js'
import { stranger } from '../support/kit.js'
import { bridgeFor, restOn } from '../support/wired.js'
import { customersOf } from './whmcs/customers.js'
import { whmcsStandIn } from './whmcs/stand-in.js'

describe('a stand-in for WHMCS is', () => {
  const make = async () => {
    const standIn = await whmcsStandIn()
    return { ...customersOf(standIn), close: () => standIn.close() }
  }
  testAdapter(make, { describe, it })
})

describe('a stand-in for WHMCS behind the bridge is', () => {
  const make = async () => {
    const standIn = await whmcsStandIn()
    const own = customersOf(standIn)
    return {
      adapter: restOn(bridgeFor(own.adapter, testAccount.id)),
      stranger: restOn(bridgeFor(own.stranger, stranger.id)),
      tellsWithin: 'never' as const,
      close: () => standIn.close(),
    }
  }
  testAdapter(make, { describe, it })
})
