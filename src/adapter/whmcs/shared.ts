import { remembered, type Remembered } from '../remembered.js'
import { ticketWrites, type TicketWrites } from '../ticket-writes.js'
import { whmcsClient, type WhmcsClient } from './client.js'
import type { WhmcsOptions } from './options.js'
import type { Beside, WhmcsHistory } from './ticket-read.js'

/** What all customers of one WHMCS share in this process. */
export interface Shared {
  readonly options: WhmcsOptions
  readonly client: WhmcsClient
  readonly writes: TicketWrites
  /** What stands beside the texts, by ticket and reply. */
  readonly beside: Remembered<Beside>
  /** What a ticket was when it was last read, and when; by client and ticket. */
  readonly tickets: Remembered<{
    readonly read: WhmcsHistory
    readonly lastReply: string
    readonly at: number
  }>
  readonly now: () => number
}

/** Nothing yet. */
export function sharedBy(options: WhmcsOptions): Shared {
  return {
    options,
    client: whmcsClient(options),
    writes: ticketWrites(),
    beside: remembered(10_000),
    tickets: remembered(1_000),
    now: options.now ?? Date.now,
  }
}
