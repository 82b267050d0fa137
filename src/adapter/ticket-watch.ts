import type { Version } from '../tracking/intervention.js'
import type { Call } from './adapter.js'
import { ownClock, pause } from './clock.js'
import { AdapterFault } from './fault.js'

/** Failures stretch the pace up to so many times. */
const mostPatience = 16

/** How a ticket is watched. */
export interface Watching {
  /** The ticket's version; `null` where it is still this one. */
  readonly versionOf: (known: Version | undefined, call: Call) => Promise<Version | null>
  /** Told of tickets that a write of ours has changed, by their ids. */
  readonly news: EventTarget
  /** In milliseconds. */
  readonly pace: number
}

/** Asks for a ticket's version at a pace, and at once after a write of ours, until the signal aborts. */
export async function watchTicket(
  { versionOf, news, pace }: Watching,
  id: string,
  changed: (version: Version) => void,
  signal: AbortSignal,
): Promise<void> {
  let told: Version | undefined
  let patience = 1
  const isOver = () => signal.aborted

  while (!isOver()) {
    const hurry = new AbortController()
    const wake = () => hurry.abort()
    news.addEventListener(id, wake)
    try {
      const version = await versionOf(told, { signal })
      patience = 1
      if (version !== null && version !== told && !isOver()) {
        told = version
        changed(version)
      }
      await pause(pace, AbortSignal.any([signal, hurry.signal]), ownClock)
    } catch (error) {
      // What is wrong with it, the next `get` says.
      if (error instanceof AdapterFault && error.code === 'not-found') return
      patience = Math.min(patience * 2, mostPatience)
      await pause(pace * patience, signal, ownClock)
    } finally {
      news.removeEventListener(id, wake)
    }
  }
}
