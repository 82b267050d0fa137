import { remembered, type Remembered } from '../remembered.js'
import { ticketWrites, type TicketWrites } from '../ticket-writes.js'
import { rtClient, type RtClient } from './client.js'
import type { RequestTrackerOptions } from './options.js'
import type { RtHistory } from './ticket-read.js'

/** What all customers of one Request Tracker share in this process. */
export interface Shared {
  readonly options: RequestTrackerOptions
  /** The service account's own way. */
  readonly service: RtClient
  readonly writes: TicketWrites
  /** What a customer's view of a ticket was when it was last read. */
  readonly views: Remembered<RtHistory>
  readonly now: () => number
}

/** Nothing yet. */
export function sharedBy(options: RequestTrackerOptions): Shared {
  return {
    options,
    service: rtClient(options, options.serviceToken),
    writes: ticketWrites(),
    views: remembered(1_000),
    now: options.now ?? Date.now,
  }
}
