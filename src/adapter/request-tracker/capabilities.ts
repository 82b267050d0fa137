import type { Capabilities } from '../adapter.js'

/**
 * What Request Tracker can do, and what is done around it.
 *
 * `locking`: a reply to an older version is refused where that is seen beforehand, but RT takes no condition on one, so
 * what an engineer writes in the same moment goes unnoticed. `erasable`: an old value stays in the ticket's history.
 */
export function capabilitiesWith(pollEveryMs: number): Capabilities {
  return {
    phases: ['received', 'working', 'waiting', 'done', 'declined'],
    retries: { submit: 'safe', reply: 'safe' },
    locking: false,
    files: { maxBytes: 10_000_000, maxCount: 10 },
    sealed: { in: 'field', erasable: false },
    pollEveryMs,
  }
}
