import type { PolicyTimes } from '../policy/policy.js'
import type { Intervention } from './intervention.js'

/** When the first response is due, a target: as the backend promised, else as the policy has it. Epoch milliseconds. */
export function firstResponseBy({ promise, openedAt }: Intervention, times: PolicyTimes): number {
  return promise?.firstResponseBy ?? openedAt + times.firstResponse.withinMinutes * 60_000
}
