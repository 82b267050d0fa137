import { KeptList } from './kept-list.js'
import { replyUnderWay, type ReplyUnderWay, type WrittenReply } from './reply-schema.js'
import { keyFor, type KeptScope, type Shelf } from './shelf.js'
import { WrittenShelf, type WrittenSaved } from './written-shelf.js'

export type { ReplyUnderWay, WrittenReply, WrittenSaved, WrittenShelf }

/** What is kept of one ticket. */
export interface KeptReply {
  readonly written: WrittenReply | undefined
  readonly underWay: ReplyUnderWay | undefined
}

const going = { read: replyUnderWay, longest: 24 * 60 * 60 * 1_000, most: 5 }

/**
 * The replies that this device keeps for one account, one a ticket: those being written, and those on their way, for 24
 * hours; and the reasons for reopening that are being written. No method rejects.
 */
export class ReplyShelf {
  readonly written: WrittenShelf
  readonly reasons: WrittenShelf
  readonly #underWay: KeptList<ReplyUnderWay>
  readonly #now: () => number

  /** @param now - This device's clock, epoch milliseconds. */
  constructor(shelf: Shelf, scope: KeptScope, now: () => number) {
    this.written = new WrittenShelf(shelf, keyFor('reply', 1, scope), now)
    this.reasons = new WrittenShelf(shelf, keyFor('reopening', 1, scope), now)
    this.#underWay = new KeptList(shelf, keyFor('reply-outbox', 1, scope), now, going)
    this.#now = now
  }

  /** What there is of this ticket. */
  async read(ticket: string): Promise<KeptReply> {
    const [written, underWay] = await Promise.all([this.written.read(ticket), this.#underWay.look()])
    return {
      written,
      underWay: underWay.find(one => one.ticket === ticket),
    }
  }

  /** Keeps one that is about to go: of a ticket, the newest. */
  async send(reply: Omit<ReplyUnderWay, 'at'>): Promise<void> {
    const kept = replyUnderWay({ v: 1, at: this.#now(), ...reply })
    if (!kept) return
    await this.#underWay.change(before => [...before.filter(one => one.ticket !== reply.ticket), kept])
  }

  /** It is on the ticket: nothing is left to send, and nothing to write on. */
  async arrived({ ticket, key, text }: Pick<ReplyUnderWay, 'ticket' | 'key' | 'text'>): Promise<void> {
    await Promise.all([this.forget(key), this.written.arrived(ticket, text)])
  }

  /** It is certain that it didn't arrive, or it is no longer wanted. */
  async forget(key: string): Promise<void> {
    await this.#underWay.change(before => before.filter(one => one.key !== key))
  }

  /** Forgets everything of this account: at its log-out. */
  async clear(): Promise<void> {
    await Promise.all([this.written.clear(), this.reasons.clear(), this.#underWay.clear()])
  }
}
