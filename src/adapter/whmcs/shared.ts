import type { FieldKey } from '../../request/field.js'
import type { Filed } from '../adapter.js'
import { once, type Once } from '../once.js'
import { remembered, type Remembered } from '../remembered.js'
import { turns, type InTurn } from '../turns.js'
import { whmcsClient, type WhmcsClient } from './client.js'
import type { WhmcsOptions } from './options.js'
import type { Beside, WhmcsHistory } from './ticket-read.js'

/** What all customers of one WHMCS share in this process. */
export interface Shared {
  readonly options: WhmcsOptions
  readonly client: WhmcsClient
  readonly submits: Once<Filed>
  readonly replies: Once<{ readonly unstored: readonly FieldKey[] }>
  /** What stands beside the texts, by ticket and reply. */
  readonly beside: Remembered<Beside>
  /** What a ticket was when it was last read, and when; by client and ticket. */
  readonly tickets: Remembered<{
    readonly read: WhmcsHistory
    readonly lastReply: string
    readonly at: number
  }>
  /** What the key of a reply stood for, whatever the ticket. */
  readonly digests: Remembered<string>
  /** Runs one write on a ticket after another. */
  readonly inTurn: InTurn
  readonly now: () => number
}

/** Nothing yet. */
export function sharedBy(options: WhmcsOptions): Shared {
  return {
    options,
    client: whmcsClient(options),
    submits: once(),
    replies: once(),
    beside: remembered(10_000),
    tickets: remembered(1_000),
    digests: remembered(10_000),
    inTurn: turns(),
    now: options.now ?? Date.now,
  }
}
