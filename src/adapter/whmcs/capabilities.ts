import type { Phase } from '../../policy/policy.js'
import type { Capabilities } from '../adapter.js'
import { phasesOf, type WhmcsOptions } from './options.js'

const everyPhase: readonly Phase[] = ['received', 'working', 'waiting', 'done', 'declined']

/**
 * What WHMCS can do, and what is done around it.
 *
 * `retries`: the key is looked up in the customer's tickets; two servers that are sent one key in the same moment make two
 * tickets all the same, unless their bridges share their `keys`. `locking`: an older version is refused where that is seen
 * beforehand, but WHMCS takes no condition.
 * `phases`: what the customer has called off is `declined`, whatever the engineers can say. `sealed`: in the text.
 */
export function capabilitiesOf(options: WhmcsOptions): Capabilities {
  const told = new Set<Phase>([...Object.values(phasesOf(options)), 'declined'])
  return {
    phases: everyPhase.filter(phase => told.has(phase)),
    retries: { submit: 'safe', reply: 'safe' },
    locking: false,
    files: options.files === undefined ? { maxBytes: 2_000_000, maxCount: 5 } : options.files,
    sealed: { in: 'message', erasable: false },
    pollEveryMs: Math.max(options.pollEveryMs ?? 15_000, 1_000),
  }
}
