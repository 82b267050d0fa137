import type { Attempt } from './flow.js'
import { outboxEntry, type OutboxEntry } from './outbox-schema.js'
import { KeptList } from './kept-list.js'
import { OtherTabs, sentAs, type SentAs, type SentElsewhere } from './sent-elsewhere.js'
import { keyFor, type KeptScope, type Shelf } from './shelf.js'

/** A request that was on its way when it was last heard of. */
export interface PendingRequest {
  readonly attempt: Attempt
  /** `sending`: it may have arrived. */
  readonly is: 'sending' | 'not-sent'
  /** Since when, by this device's clock; epoch milliseconds. */
  readonly at: number
}

/** How another tab that does the same is waited for. */
interface Turn<T> {
  /** For how long, milliseconds; without end where unset. */
  readonly patience?: number
  /** Told when there is one to wait for. */
  readonly onWait?: () => void
  /** What is done when it was waited for in vain; where unset, the work, beside it. */
  readonly inVain?: () => Promise<T>
}

const most = 5
const longest = 24 * 60 * 60 * 1_000

/**
 * What is on its way from this device, for one account: the request as it is sent, its login details sealed.
 *
 * Holds five at most, for 24 hours; of a request that has arrived, its ticket only. A device that keeps nothing makes it
 * an empty one: no method rejects.
 */
export class Outbox {
  readonly #entries: KeptList<OutboxEntry>
  readonly #now: () => number
  readonly #others: OtherTabs
  #isCleared = false

  /** @param now - This device's clock, epoch milliseconds. */
  constructor(shelf: Shelf, scope: KeptScope, now: () => number) {
    const rules = { read: outboxEntry, longest, most }
    this.#entries = new KeptList(shelf, keyFor('outbox', 1, scope), now, rules)
    this.#now = now
    this.#others = new OtherTabs(scope)
  }

  /** Keeps a request, and answers whether it is kept: not where the same has arrived already, which is final. */
  async keep(attempt: Attempt, is: PendingRequest['is']): Promise<boolean> {
    const { key } = attempt
    const at = this.#now()
    const now = await this.#change(key, known =>
      known?.is === 'sent' ? known : { v: 1, key, at, is, attempt },
    )
    return now?.is === is
  }

  /**
   * A request may have arrived. What is kept of it stays, to the byte; where nothing is, this is kept. `isOthers`: it was
   * tried from here in another tab's or visit's name, so that it may have arrived whatever that one comes to.
   */
  async lose(attempt: Attempt, isOthers: boolean): Promise<void> {
    const { key } = attempt
    const now = this.#now()
    await this.#change(key, known => {
      if (known?.is === 'sent') return known
      const isLost = isOthers || (known?.is === 'sending' && known.lost === true)
      const { at, attempt: first } = known ?? { at: now, attempt }
      return { v: 1, key, at, is: 'sending', attempt: first, ...(isLost && { lost: true }) }
    })
  }

  /**
   * A request wasn't sent from here: it is kept to be sent again, or not, where the customer has taken it back. Comes to
   * what is known better: another tab has sent it, or has tried to, so that it may have arrived.
   */
  async fail(attempt: Attempt, isTakenBack: boolean): Promise<SentAs | 'lost' | undefined> {
    const { key } = attempt
    const at = this.#now()
    let better: SentAs | 'lost' | undefined
    await this.#change(key, known => {
      if (known?.is === 'sent') better = sentAs(known)
      else if (known?.is === 'sending' && known.lost) better = 'lost'
      if (better) return known
      return isTakenBack ? undefined : { v: 1, key, at, is: 'not-sent', attempt }
    })
    return better
  }

  /** A request has become a ticket: its words, files and sealed text leave the device. */
  async sent(key: string, ticket: SentAs, isTold = true): Promise<void> {
    const at = this.#now()
    await this.#change(key, known => {
      const before = known?.is === 'sent' ? known : undefined
      if (before && !isTold) return before
      // What was signed is told by whoever knows it, and stays.
      const all = { ...(before && sentAs(before)), ...sentAs(ticket) }
      return { v: 1, key, at, is: 'sent', ...all, ...(!isTold && { untold: true }) }
    })
  }

  /** The customer knows what became of a request: nothing is left to find out or to tell. */
  async settled(key: string): Promise<void> {
    const sent = await this.sentAs(key)
    await (sent ? this.sent(key, sent) : this.forget(key))
  }

  /** A request is no longer to be sent, or the customer has seen what became of it. */
  async forget(key: string): Promise<void> {
    await this.#entries.change(entries => entries.filter(entry => entry.key !== key))
  }

  /** What wasn't sent is no longer to be sent. What another tab has out meanwhile stays. */
  async forgetUnsent(key: string): Promise<void> {
    await this.#entries.change(entries => entries.filter(one => one.key !== key || one.is !== 'not-sent'))
  }

  /** The request whose end isn't known here; the newest, where there are more. */
  async pending(): Promise<PendingRequest | undefined> {
    const entry = (await this.#entries.look()).findLast(({ is }) => is !== 'sent')
    return entry && entry.is !== 'sent' ? { attempt: entry.attempt, is: entry.is, at: entry.at } : undefined
  }

  /** What is out under this key without an end, as far as is known here: it may have arrived. */
  async out(key: string): Promise<Attempt | undefined> {
    const entry = (await this.#entries.look()).find(one => one.key === key)
    return entry?.is === 'sending' ? entry.attempt : undefined
  }

  /** A request that has become a ticket of which the customer hasn't been told; the newest, where there are more. */
  async untold(): Promise<SentElsewhere | undefined> {
    const entry = (await this.#entries.look()).findLast(one => one.is === 'sent' && one.untold)
    return entry?.is === 'sent' ? { key: entry.key, ...sentAs(entry) } : undefined
  }

  /** The ticket that a request has become, from whichever tab it was sent. */
  async sentAs(key: string): Promise<SentAs | undefined> {
    const entry = (await this.#entries.look()).find(one => one.key === key)
    return entry?.is === 'sent' ? sentAs(entry) : undefined
  }

  /** Forgets everything of this account, and keeps no more of it: at its log-out. */
  async clear(): Promise<void> {
    this.#isCleared = true
    await this.#entries.clear()
  }

  /**
   * Does the work when no other tab does any for the same request, and comes to what it comes to.
   *
   * Look at `sentAs` in it: another tab may have been first. Where the browser has no locks it is simply done.
   */
  async onceAtATime<T>(key: string, work: () => Promise<T>, turn: Turn<T> = {}): Promise<T> {
    const { patience, onWait, inVain } = turn
    let working: Promise<T> | undefined
    const begin = () => (working ??= work())
    const impatience = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    try {
      const { locks } = navigator
      const name = `os-intervention/${key}`
      const done = await locks.request(name, { ifAvailable: true }, lock => (lock ? begin() : undefined))
      if (working) return await (done ?? working)
      onWait?.()
      if (patience !== undefined) timer = setTimeout(() => impatience.abort(), patience)
      return await locks.request(name, { signal: impatience.signal }, begin)
    } catch {
      // No locks here, or none for this page, or not in time; if it was the work that failed, it isn't done again.
      return await (impatience.signal.aborted && !working && inVain ? inVain() : begin())
    } finally {
      clearTimeout(timer)
    }
  }

  /** Tells the other tabs of this account that a request was sent. */
  tellOthers(key: string, ticket: SentAs): void {
    this.#others.tell({ key, ...ticket })
  }

  /** Hears of what other tabs have sent, until what comes back is called. */
  listen(onSent: (sent: SentElsewhere) => void): () => void {
    return this.#others.listen(onSent)
  }

  /**
   * Changes what is kept under a key, and answers what is kept then. By the schema, as it is read: what would not come back,
   * or is more than a request, doesn't get to the device, and what was there stays.
   *
   * @param next - What takes its place; the same again leaves it, `undefined` removes it.
   */
  async #change(
    key: string,
    next: (known: OutboxEntry | undefined) => OutboxEntry | undefined,
  ): Promise<OutboxEntry | undefined> {
    const entries = await this.#entries.change(before => {
      if (this.#isCleared) return before
      const known = before.find(one => one.key === key)
      const wanted = next(known)
      const kept = wanted === known ? known : outboxEntry(wanted)
      if (kept === known || (wanted && !kept)) return before
      const others = before.filter(one => one !== known)
      return kept ? [...others.slice(1 - most), kept] : others
    })
    return entries.find(one => one.key === key)
  }
}
