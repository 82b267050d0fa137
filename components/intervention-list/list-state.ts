import type { FaultCode, Listing } from '../../src/index.js'

/** What is being read while the list stands: nothing that the customer asked for, its next page, or another choice. */
export type ListWish = 'none' | 'more' | 'choice'

/** What couldn't be read, while what was read before stays. */
export interface ListTrouble {
  readonly with: 'refresh' | 'more' | 'choice'
  readonly code: FaultCode
}

/** How it stands with the list. */
export type ListState =
  | { readonly at: 'loading' }
  | { readonly at: 'failed'; readonly code: FaultCode }
  | {
      readonly at: 'listed'
      readonly listing: Listing
      /** When it was read as a whole, epoch milliseconds of the server's clock. */
      readonly readAt: number
      /** The server's clock now, as far as is known. */
      readonly now: number
      readonly wish: ListWish
      readonly trouble: ListTrouble | undefined
    }
