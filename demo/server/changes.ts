/** Hears of a ticket's new version. */
export type Heard = (version: number) => void

/** News of tickets, within this process: a second one on the same file would be told nothing. */
export interface Changes {
  tell(ticket: number, version: number): void
  /** Until the signal is aborted. */
  listen(ticket: number, heard: Heard, signal: AbortSignal): void
}

/** Nobody listens yet. */
export function openChanges(): Changes {
  const listeners = new Map<number, Set<Heard>>()
  return {
    tell(ticket, version) {
      for (const heard of listeners.get(ticket) ?? []) heard(version)
    },
    listen(ticket, heard, signal) {
      if (signal.aborted) return
      const here = listeners.get(ticket) ?? new Set()
      listeners.set(ticket, here.add(heard))
      signal.addEventListener(
        'abort',
        () => {
          here.delete(heard)
          if (here.size === 0 && listeners.get(ticket) === here) listeners.delete(ticket)
        },
        { once: true },
      )
    },
  }
}
