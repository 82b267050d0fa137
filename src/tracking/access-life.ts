import type { AccessState } from './intervention.js'
import type { AccessLife } from './standing.js'

/** Nothing was ever sealed. */
export const noAccess: AccessLife = {
  events: [],
  current: null,
  withdrawn: false,
  openedAfterWithdrawal: false,
}

/** Adds what happened to the sealed login details. Sealing anew ends a withdrawal, and the alarm with it. */
export function accessAfter(life: AccessLife, event: AccessState): AccessLife {
  const isAnew = event.event === 'sealed'
  return {
    events: [...life.events, event],
    current: event,
    withdrawn: event.event === 'withdrawn' || (life.withdrawn && !isAnew),
    openedAfterWithdrawal:
      !isAnew && (life.openedAfterWithdrawal || (life.withdrawn && event.event === 'opened')),
  }
}
