import { introserv } from '../policy/introserv.js'
import type { ServicePolicy } from '../policy/policy.js'
import type { Call, Context } from './adapter.js'

/** What the client area says, and the rules that follow of it. */
export interface Known {
  readonly context: Context
  readonly policy: ServicePolicy
}

/** Asks the client area; a provider without a policy of its own has the preset's. */
export async function knownBy(context: (call?: Call) => Promise<Context>, call?: Call): Promise<Known> {
  const told = await context(call)
  return { context: told, policy: told.policy ?? introserv }
}
