import type { Version } from '../tracking/intervention.js'
import type { Call } from './adapter.js'
import { ownClock, pause } from './clock.js'
import { AdapterFault } from './fault.js'

/** Failures stretch the pace up to so many times. */
const mostPatience = 16

/** How a ticket is asked for. */
export interface Asking {
  /** The ticket's version; `null` where it is still this one. */
  readonly versionOf: (known: Version | undefined, call: Call) => Promise<Version | null>
  /** In milliseconds. */
  readonly pace: number
}

type Listener = (version: Version) => void

/** A ticket that somebody watches. */
interface Watched {
  readonly id: string
  readonly listeners: Set<Listener>
  readonly over: AbortController
  /** Ends the present pause. */
  hurry: () => void
  latest: Version | undefined
}

/** Watches tickets by asking: each at one pace, however many there are who want to know of it. */
export interface TicketWatch {
  /** Tells the listener of versions until the signal aborts. One `who` on one ticket is asked for once. */
  watch(who: string, id: string, asking: Asking, listener: Listener, signal: AbortSignal): void
  /** A write of ours has changed this ticket: it is asked for at once. */
  hurry(id: string): void
}

/** Nobody watches yet. */
export function ticketWatch(): TicketWatch {
  const all = new Map<string, Watched>()

  function begin(name: string, id: string, asking: Asking): Watched {
    const watched: Watched = {
      id,
      listeners: new Set(),
      over: new AbortController(),
      hurry: () => undefined,
      latest: undefined,
    }
    all.set(name, watched)
    void ask(watched, asking).finally(() => {
      if (all.get(name) === watched) all.delete(name)
    })
    return watched
  }

  return {
    watch(who, id, asking, listener, signal) {
      if (signal.aborted) return
      const name = JSON.stringify([who, id])
      const watched = all.get(name) ?? begin(name, id, asking)
      // One function may watch twice; and one that fails is no failure of the others'.
      const own: Listener = version => {
        try {
          listener(version)
        } catch {
          // It has nobody to tell.
        }
      }
      watched.listeners.add(own)
      const leave = () => {
        watched.listeners.delete(own)
        if (watched.listeners.size > 0) return
        if (all.get(name) === watched) all.delete(name)
        watched.over.abort()
      }
      signal.addEventListener('abort', leave, { once: true })
      if (watched.latest !== undefined) own(watched.latest)
    },
    hurry(id) {
      for (const watched of all.values()) if (watched.id === id) watched.hurry()
    },
  }
}

async function ask(watched: Watched, { versionOf, pace }: Asking): Promise<void> {
  const { signal } = watched.over
  let patience = 1
  while (!signal.aborted) {
    const hurry = new AbortController()
    watched.hurry = () => hurry.abort()
    try {
      const version = await versionOf(watched.latest, { signal })
      patience = 1
      if (version !== null && version !== watched.latest) {
        watched.latest = version
        for (const tell of watched.listeners) tell(version)
      }
      await pause(pace, AbortSignal.any([signal, hurry.signal]), ownClock)
    } catch (error) {
      // What is wrong with it, the next `get` says.
      if (error instanceof AdapterFault && error.code === 'not-found') return
      patience = Math.min(patience * 2, mostPatience)
      await pause(pace * patience, signal, ownClock)
    }
  }
}
