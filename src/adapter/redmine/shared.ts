import { remembered, type Remembered } from '../remembered.js'
import type { ReplyPart, RequestPart } from '../ticket-part.js'
import { ticketWrites, type TicketWrites } from '../ticket-writes.js'
import { redmineClient, type RmClient } from './client.js'
import type { RedmineOptions } from './options.js'
import type { RmHistory } from './issue-read.js'

/** What all customers of one Redmine share in this process. */
export interface Shared {
  readonly options: RedmineOptions
  /** The service account's own way. */
  readonly service: RmClient
  readonly writes: TicketWrites
  /** What a customer's view of an issue was when it was last read, and when by Redmine's clock, by user and issue. */
  readonly views: Remembered<RmHistory>
  /** What stands in a file for machines, by its number: nobody can change it. */
  readonly parts: Remembered<{ readonly part: RequestPart | ReplyPart | undefined }>
  readonly now: () => number
}

/** Nothing yet. */
export function sharedBy(options: RedmineOptions): Shared {
  return {
    options,
    service: redmineClient(options, options.serviceKey),
    writes: ticketWrites(),
    views: remembered(1_000),
    parts: remembered(10_000),
    now: options.now ?? Date.now,
  }
}
