import type { ReactiveController, ReactiveControllerHost } from 'lit'
import {
  AdapterFault,
  customerTurn,
  faultCodeOf,
  listingWait,
  rereadListing,
  unreadListing,
  type Context,
  type FaultCode,
  type InterventionAdapter,
  type Listing,
} from '../../src/index.js'
import type { ListState, ListTrouble } from './list-state.js'
import { Return } from '../shared/return.js'
import { isAborted } from '../shared/is-aborted.js'
import { readListing, type ListReading } from './read-listing.js'

/** What became of a reading, for who tells it: how many came, how many there are, how many more wait for the customer. */
export interface ListNews {
  readonly of: 'more' | 'choice' | 'refresh'
  /** The ids of requests that weren't there before. */
  readonly came: readonly string[]
  readonly count: number
  /** How many wait for the customer, where some do that didn't before; else 0. */
  readonly turns: number
}

/** What the list is read with, and who is told of it. */
export interface ListSurroundings {
  /** How many requests a page holds. */
  readonly pageSize: () => number
  readonly onNews: (news: ListNews) => void
  readonly onTrouble: (trouble: ListTrouble) => void
  /** The client area's session has ended; told once, until something can be read again. */
  readonly onSessionEnd: () => void
}

/** `timer`: nobody asked for it. */
type Kind = 'start' | 'more' | 'choice' | 'refresh' | 'timer'

/** An answer is waited for no longer than this; milliseconds. */
const patience = 30_000

/**
 * The customer's requests, read page by page, and again and again while the page is looked at.
 *
 * What was read stays when a later reading fails. Another account at the other end leaves nothing of the former one's.
 */
export class ListController implements ReactiveController {
  state: ListState = { at: 'loading' }
  /** Is only shown what isn't over yet? */
  onlyOpen = false
  /** What the adapter told of the account last. */
  context: Context | undefined

  readonly #host: ReactiveControllerHost
  readonly #surroundings: ListSurroundings
  #adapter: InterventionAdapter | undefined
  #account: string | undefined
  #clockAhead = 0
  #running = new AbortController()
  /** What is being read just now. */
  #kind: Kind | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #failures = 0
  #retryAfterMs: number | undefined
  #sessionEnded = false
  #isConnected = false
  /** When the next reading is due, by this machine's clock. */
  #dueAt = 0

  constructor(host: ReactiveControllerHost, surroundings: ListSurroundings) {
    this.#host = host
    this.#surroundings = surroundings
    host.addController(this)
    // Who was signed out may have signed in elsewhere: they wait for no timer.
    new Return(host, () => {
      if (this.#sessionEnded && this.#kind === undefined) void this.#refresh('refresh')
    })
  }

  hostConnected(): void {
    this.#isConnected = true
    document.addEventListener('visibilitychange', this.#onVisibility)
    this.#onVisibility()
  }

  hostDisconnected(): void {
    this.#isConnected = false
    document.removeEventListener('visibilitychange', this.#onVisibility)
    clearTimeout(this.#timer)
  }

  /** Reads from this adapter; the same one again changes nothing. */
  use(adapter: InterventionAdapter | undefined): void {
    if (adapter === this.#adapter) return
    this.#adapter = adapter
    this.clear()
  }

  /** Forgets everything, and reads what whoever is signed in now may see. */
  clear(): void {
    this.#account = undefined
    this.#sessionEnded = false
    this.#restart()
  }

  /** Reads once more after a failure. */
  again(): void {
    this.#restart()
  }

  /** Reads the next page. */
  more(): void {
    if (this.state.at !== 'listed' || this.state.wish !== 'none' || this.state.listing.cursor === null) return
    this.state = { ...this.state, wish: 'more', trouble: undefined }
    void this.#read('more', {
      from: this.state.listing,
      open: this.onlyOpen,
      wanted: this.state.listing.items.length + 1,
    })
  }

  /** Shows all requests, or only those that aren't over. */
  choose(onlyOpen: boolean): void {
    if (this.state.at !== 'listed' || onlyOpen === this.onlyOpen) return
    this.onlyOpen = onlyOpen
    this.state = { ...this.state, wish: 'choice', trouble: undefined }
    void this.#read('choice', { from: unreadListing, open: onlyOpen, wanted: 1 })
  }

  /** Reads anew as much as is shown; settles when that is done, or has failed. */
  async refresh(): Promise<void> {
    await this.#refresh('refresh')
  }

  async #refresh(kind: 'refresh' | 'timer'): Promise<void> {
    // What the customer waits for goes first, and is as new.
    if (this.state.at !== 'listed') await this.#readFirst()
    else if (this.state.wish === 'none')
      await this.#read(kind, {
        from: unreadListing,
        open: this.onlyOpen,
        wanted: Math.max(1, this.state.listing.items.length),
      })
  }

  #restart(): void {
    this.onlyOpen = false
    this.context = undefined
    this.state = { at: 'loading' }
    void this.#readFirst()
  }

  #readFirst(): Promise<void> {
    return this.#read('start', { from: unreadListing, open: false, wanted: 1 })
  }

  async #read(kind: Kind, reading: Omit<ListReading, 'pageSize'>): Promise<void> {
    const adapter = this.#adapter
    this.#running.abort()
    clearTimeout(this.#timer)
    this.#host.requestUpdate()
    this.#kind = adapter && kind
    if (!adapter) return
    this.#running = new AbortController()
    const { signal } = this.#running
    const patient = AbortSignal.any([signal, AbortSignal.timeout(patience)])
    try {
      const [listing, context] = await Promise.all([
        readListing(adapter, { ...reading, pageSize: this.#surroundings.pageSize() }, patient),
        // Asked where the customer acts or comes back. What the timer reads replaces the list as a whole: two accounts are
        // never mixed by it.
        kind === 'timer' ? undefined : adapter.context({ signal: patient }),
      ])
      if (!isAborted(signal)) this.#take(kind, listing, context)
    } catch (error) {
      if (!isAborted(signal)) this.#fail(kind, error)
    }
    if (!isAborted(signal)) {
      this.#kind = undefined
      this.#schedule()
      this.#host.requestUpdate()
    }
  }

  #take(kind: Kind, listing: Listing, context: Context | undefined): void {
    this.#failures = 0
    this.#retryAfterMs = undefined
    this.#sessionEnded = false
    if (context) {
      const { account } = context
      const isOther = this.#account !== undefined && this.#account !== account.id
      this.#account = account.id
      this.#clockAhead = context.now - Date.now()
      // The next page of another customer's list is the next page of nothing that is shown.
      if (isOther && kind !== 'start') {
        this.clear()
        return
      }
      this.context = context
    }
    const before = this.state.at === 'listed' ? this.state : undefined
    const now = Date.now() + this.#clockAhead
    this.state = {
      at: 'listed',
      listing:
        before && (kind === 'refresh' || kind === 'timer') ? rereadListing(before.listing, listing) : listing,
      readAt: before && kind === 'more' ? before.readAt : now,
      now,
      wish: 'none',
      trouble: undefined,
    }
    if (before && kind !== 'start') this.#tell(kind, before.listing, this.state.listing)
  }

  #tell(kind: Exclude<Kind, 'start'>, before: Listing, after: Listing): void {
    const known = new Set(before.items.map(({ id }) => id))
    const waited = new Set(before.items.filter(customerTurn).map(({ id }) => id))
    const waiting = after.items.filter(customerTurn)
    this.#surroundings.onNews({
      of: kind === 'timer' ? 'refresh' : kind,
      came: after.items.map(({ id }) => id).filter(id => !known.has(id)),
      count: after.items.length,
      turns: waiting.some(({ id }) => !waited.has(id)) ? waiting.length : 0,
    })
  }

  #fail(kind: Kind, error: unknown): void {
    const code = faultCodeOf(error)
    this.#failures += 1
    this.#retryAfterMs = error instanceof AdapterFault ? error.retryAfterMs : undefined
    if (this.state.at !== 'listed') this.state = { at: 'failed', code }
    else {
      // What is shown is still the other choice.
      if (kind === 'choice') this.onlyOpen = !this.onlyOpen
      const trouble: ListTrouble = { with: kind === 'more' || kind === 'choice' ? kind : 'refresh', code }
      const isNew = this.state.trouble?.with !== trouble.with
      this.state = { ...this.state, wish: 'none', trouble }
      if (isNew) this.#surroundings.onTrouble(trouble)
    }
    this.#endSession(code)
  }

  #endSession(code: FaultCode): void {
    if (code !== 'unauthenticated' || this.#sessionEnded) return
    this.#sessionEnded = true
    this.#surroundings.onSessionEnd()
  }

  #schedule(): void {
    if (!this.#adapter) return
    const wait = listingWait(this.#adapter.capabilities, this.#failures, this.#retryAfterMs)
    this.#dueAt = Date.now() + wait
    this.#wake(wait)
  }

  #wake(wait: number): void {
    clearTimeout(this.#timer)
    if (document.hidden || !this.#isConnected) return
    this.#timer = setTimeout(() => {
      void this.#refresh('timer')
    }, wait)
  }

  /** Whoever comes back to the page finds it new, and may be another customer. */
  readonly #onVisibility = (): void => {
    clearTimeout(this.#timer)
    if (document.hidden || !this.#adapter || this.#kind !== undefined) return
    const rest = this.#dueAt - Date.now()
    if (rest > 0) this.#wake(rest)
    else void this.#refresh('refresh')
  }
}
