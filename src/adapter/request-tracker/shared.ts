import type { FieldKey } from '../../request/field.js'
import type { Filed } from '../adapter.js'
import { once, type Once } from '../once.js'
import { remembered, type Remembered } from '../remembered.js'
import { turns, type InTurn } from '../turns.js'
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
  readonly inTurn: InTurn
  /** Told of versions that a write of ours has made. */
  readonly news: EventTarget
  readonly now: () => number
}

/** Nothing yet. */
export function sharedBy(options: RequestTrackerOptions): Shared {
  return {
    options,
    service: rtClient(options, options.serviceToken),
    submits: once(),
    replies: once(),
    views: remembered(1_000),
    digests: remembered(10_000),
    inTurn: turns(),
    news: new EventTarget(),
    now: options.now ?? Date.now,
  }
}
