import { bridge } from '../../src/adapter/bridge.js'
import { sarna } from '../another/policy.js'
import type { Customer } from './customers.js'
import { storeAdapter, type ProviderKeys } from './store-adapter.js'
import type { Store } from './store.js'

/** What another provider has of its own. */
export interface AnotherProvider {
  readonly store: Store
  readonly keys: ProviderKeys
}

const customer: Customer = {
  person: 'ola',
  account: { id: 'K-118', name: 'Ola Bąk', country: 'PL', kind: 'business', owner: true },
  company: 'bak',
  services: [
    {
      id: 'SRV-4410-KX',
      name: 'lis',
      addresses: ['203.0.113.201'],
      serverType: 'dedicated',
      operatingSystem: 'Rocky Linux 9',
    },
    { id: 'SRV-0072-AA', name: 'borsuk', addresses: ['198.51.100.33'], serverType: 'vps' },
  ],
}

/** Sarna's backend: another policy, other keys, other data, and the very same code. */
export function anotherApi(
  { store, keys }: AnotherProvider,
  origins: readonly string[],
): (request: Request) => Promise<Response> {
  return bridge(() => storeAdapter(store, customer, keys, sarna), {
    // One customer, always signed in: this page is about the provider, not about accounts.
    session: () => ({ account: customer.account.id }),
    origins,
    basePath: '/another/api',
  })
}
