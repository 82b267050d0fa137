import type { FieldKey } from '../../request/field.js'
import type { Filed } from '../adapter.js'
import { once, type Once } from '../once.js'
import { rtClient, type RtClient } from './client.js'
import type { RequestTrackerOptions } from './options.js'
import type { RtHistory } from './ticket-read.js'

/** What all customers of one Request Tracker share in this process. */
export interface Shared {
  readonly options: RequestTrackerOptions
  /** The service account's own way. */
  readonly service: RtClient
  readonly submits: Once<Filed>
  readonly replies: Once<{ readonly unstored: readonly FieldKey[] }>
  /** What a customer's view of a ticket was when it was last read. */
  readonly views: Remembered<RtHistory>
  /** What the key of a reply stood for, whatever the ticket. */
  readonly digests: Remembered<string>
  /** Runs one write on a ticket after another. */
  inTurn<T>(ticket: string, run: () => Promise<T>): Promise<T>
  /** Told of versions that a write of ours has made. */
  readonly news: EventTarget
  readonly now: () => number
}

/** A map that forgets what was not asked for longest. */
export interface Remembered<T> {
  get(key: string): T | undefined
  set(key: string, value: T): void
}

/** Nothing yet. */
export function sharedBy(options: RequestTrackerOptions): Shared {
  const turns = new Map<string, Promise<unknown>>()
  return {
    options,
    service: rtClient(options, options.serviceToken),
    submits: once(),
    replies: once(),
    views: remembered(1_000),
    digests: remembered(10_000),
    async inTurn(ticket, run) {
      const before = turns.get(ticket)
      const turn = (async () => {
        await before?.catch(() => undefined)
        return run()
      })()
      turns.set(ticket, turn)
      try {
        return await turn
      } finally {
        if (turns.get(ticket) === turn) turns.delete(ticket)
      }
    },
    news: new EventTarget(),
    now: options.now ?? Date.now,
  }
}

function remembered<T>(most: number): Remembered<T> {
  const kept = new Map<string, T>()
  return {
    get(key) {
      const value = kept.get(key)
      if (value === undefined) return undefined
      kept.delete(key)
      kept.set(key, value)
      return value
    },
    set(key, value) {
      kept.delete(key)
      kept.set(key, value)
      for (const oldest of kept.keys()) {
        if (kept.size <= most) return
        kept.delete(oldest)
      }
    },
  }
}
