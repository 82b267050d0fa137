import type { Phase } from '../../policy/policy.js'
import type { Capabilities } from '../adapter.js'
import { ownStatuses, type RedmineOptions } from './options.js'

const everyPhase: readonly Phase[] = ['received', 'working', 'waiting', 'done', 'declined']

/**
 * What Redmine can do, and what is done around it.
 *
 * `locking`: an older version is refused where that is seen beforehand; Redmine takes a `lock_version`, but tells nobody
 * which one it is at. `erasable`: an old value stays in the history.
 */
export function capabilitiesOf({ statuses = ownStatuses, files, pollEveryMs }: RedmineOptions): Capabilities {
  const told = new Set<Phase>(Object.values(statuses.phases))
  return {
    phases: everyPhase.filter(phase => told.has(phase)),
    retries: { submit: 'safe', reply: 'safe' },
    locking: false,
    files: files === undefined ? { maxBytes: 5_000_000, maxCount: 10 } : files,
    sealed: { in: 'field', erasable: false },
    pollEveryMs: Math.max(pollEveryMs ?? 15_000, 1_000),
  }
}
