import type { Entry } from '../tracking/intervention.js'
import type { Page } from './adapter.js'
import { AdapterFault } from './fault.js'

/** What comes after the item with this id; the cursor is the last one's, where more follow. */
export function pageAfter<T extends { readonly id: string }>(
  all: readonly T[],
  after: string | undefined,
  limit: number,
): Page<T> {
  const start = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1
  if (after !== undefined && start === 0) throw new AdapterFault('not-found')
  const items = all.slice(start, start + limit)
  const last = items.at(-1)
  return {
    items,
    total: all.length,
    ...(last && start + limit < all.length && { cursor: last.id }),
  }
}

/** A ticket's history. */
interface History {
  readonly entries: readonly Entry[]
  /** Entries that were revised, with the highest `seq` that there was then; none where unset. */
  readonly revised?: ReadonlyMap<string, number>
}

/**
 * What comes after an entry, and in front of it what was revised since that entry was there: so a page's last entry is
 * always the one to go on after.
 */
export function entriesAfter({ entries, revised }: History, after: string | undefined): Page<Entry> {
  const page = pageAfter(entries, after, 100)
  const from = entries.findIndex(({ id }) => id === after) + 1
  const again = entries.slice(0, from).filter(({ id }) => (revised?.get(id) ?? 0) >= from)
  return { ...page, items: [...again, ...page.items] }
}
