import type { Page } from '../adapter/adapter.js'
import type { Intervention } from './intervention.js'

/** The customer's requests, as far as the list has been read. */
export interface Listing {
  /** Each once, newest first. */
  readonly items: readonly Intervention[]
  /** Where the next page begins; `null`: this is all. */
  readonly cursor: string | null
  /** How many there are in all; `null` where the system doesn't tell. */
  readonly total: number | null
}

/** What a request needs from its customer: an answer, or a word on a price. */
export type CustomerTurn = 'answer' | 'approval'

/** A list of which nothing has been read. */
export const unreadListing: Listing = Object.freeze({ items: Object.freeze([]), cursor: null, total: null })

/**
 * The list with one more page: each request once, in its newest state, whatever order the pages came in. A page that
 * leads to itself is the last one.
 */
export function withPage(listing: Listing, { items, cursor, total }: Page<Intervention>): Listing {
  return {
    items: merged(listing.items, items),
    cursor: cursor === undefined || cursor === listing.cursor ? null : cursor,
    total: total ?? listing.total,
  }
}

/** The list as it was read anew: what isn't in it any more is gone, and no state is older than the one that was shown. */
export function rereadListing(shown: Listing, fresh: Listing): Listing {
  const before = new Map(shown.items.map(item => [item.id, item]))
  return { ...fresh, items: fresh.items.map(item => newer(before.get(item.id), item)) }
}

/** What the customer is waited for with; `null`: with nothing. */
export function customerTurn({
  phase,
  actions,
}: Pick<Intervention, 'phase' | 'actions'>): CustomerTurn | null {
  if (phase === 'waiting') return 'answer'
  return actions.includes('approve-quote') ? 'approval' : null
}

/** The shortest time between two readings of a list that nobody asked for, milliseconds. */
const shortestWait = 15_000

/** The longest time that a timer can wait; milliseconds. */
const longestWait = 2_147_483_647

/**
 * How long to wait before a list is read again by itself, in milliseconds: ten times as long as a single request is
 * polled, at least 15 s; twice as long after each failure in a row, up to sixteen times, and never less than the
 * system asked for.
 */
export function listingWait(
  { pollEveryMs }: { readonly pollEveryMs: number },
  failures: number,
  retryAfterMs = 0,
): number {
  const usual = Math.max(shortestWait, pollEveryMs * 10)
  return Math.min(longestWait, Math.max(usual * 2 ** Math.min(failures, 4), retryAfterMs))
}

function merged(known: readonly Intervention[], came: readonly Intervention[]): readonly Intervention[] {
  const all = new Map(known.map(item => [item.id, item]))
  for (const item of came) all.set(item.id, newer(all.get(item.id), item))
  return [...all.values()].sort((one, other) => other.openedAt - one.openedAt)
}

/** Versions can't be compared for order: what the server told later, by its own clock, is the newer state. */
function newer(known: Intervention | undefined, came: Intervention): Intervention {
  if (!known || came.now > known.now) return came
  return came.now === known.now && came.changedAt >= known.changedAt ? came : known
}
