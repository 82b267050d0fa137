import { testAdapter } from '../../../src/adapter/conformance.js'
import type { ConformanceSubject } from '../../../src/adapter/conformance-subject.js'
import { AdapterFault } from '../../../src/adapter/fault.js'
import { memoryAdapter } from '../../../src/adapter/memory.js'
import { testAccount } from '../../../src/adapter/memory-context.js'
import { everything, staffOf, stranger } from '../../support/kit.js'
import { bridgeFor, restOn } from '../../support/wired.js'

function memorySubject(): ConformanceSubject {
  const memory = memoryAdapter(everything)
  return { adapter: memory, stranger: memory.as(stranger), staff: staffOf(memory) }
}

describe('the memory adapter is', () => {
  testAdapter(memorySubject, { describe, it })
})

describe('REST and the bridge on the memory adapter are', () => {
  const make = () => {
    const memory = memoryAdapter(everything)
    return {
      adapter: restOn(bridgeFor(memory, testAccount.id)),
      stranger: restOn(bridgeFor(memory.as(stranger), stranger.id)),
      staff: staffOf(memory),
    }
  }
  testAdapter(make, { describe, it })
})

describe('REST and the bridge on a system that takes no replies and has no news are', () => {
  const make = () => {
    const { watch: _, ...memory } = memoryAdapter(everything)
    const reply = () => Promise.reject(new AdapterFault('unsupported'))
    return { adapter: restOn(bridgeFor({ ...memory, reply }, testAccount.id)), tellsWithin: 'never' as const }
  }
  testAdapter(make, { describe, it })
})

describe('REST and the bridge on a system that can do little are', () => {
  const make = () => {
    const little = { retries: { submit: 'unsafe', reply: 'unsafe' }, files: null, sealed: null } as const
    const { find: _, ...memory } = memoryAdapter({ capabilities: little })
    return { adapter: restOn(bridgeFor(memory, testAccount.id)) }
  }
  testAdapter(make, { describe, it })
})
