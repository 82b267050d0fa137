import { withPage, type InterventionAdapter, type Listing } from '../../src/index.js'

/** How far to read, and from where. */
export interface ListReading {
  /** What has been read of it. */
  readonly from: Listing
  /** Only what isn't over yet? */
  readonly open: boolean
  /** How many there should be at the end, where there are as many. */
  readonly wanted: number
  /** How many to ask for at once. */
  readonly pageSize: number
}

/** The most that one page may hold, by the protocol. */
const longestPage = 500

/** A system that gives short pages is asked again, and one that gives empty ones without end is not. */
const mostPages = 20

/** Reads page by page until there are as many as wanted, or no more. Rejects with the adapter's fault. */
export async function readListing(
  adapter: InterventionAdapter,
  { from, open, wanted, pageSize }: ListReading,
  signal: AbortSignal,
): Promise<Listing> {
  let listing = from
  for (let pages = 0; pages < mostPages; pages += 1) {
    const limit = Math.min(longestPage, Math.max(pageSize, wanted - listing.items.length))
    const page = await adapter.list(
      { ...(open && { open }), ...(listing.cursor !== null && { cursor: listing.cursor }), limit },
      { signal },
    )
    listing = withPage(listing, page)
    if (listing.cursor === null || listing.items.length >= wanted) break
  }
  return listing
}
