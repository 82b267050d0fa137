import { KeptList } from './kept-list.js'
import { replyUnderWay, writtenReply, type ReplyUnderWay, type WrittenReply } from './reply-schema.js'
import { keyFor, type KeptScope, type Shelf } from './shelf.js'

export type { ReplyUnderWay, WrittenReply }

/** What is kept of one ticket. */
export interface KeptReply {
  readonly written: WrittenReply | undefined
  readonly underWay: ReplyUnderWay | undefined
}

const writing = { read: writtenReply, longest: 7 * 24 * 60 * 60 * 1_000, most: 20 }
const going = { read: replyUnderWay, longest: 24 * 60 * 60 * 1_000, most: 5 }

/**
 * The replies that this device keeps for one account, one a ticket: those being written, for seven days after the last
 * change, and those on their way, for 24 hours. No method rejects.
 */
export class ReplyShelf {
  readonly #written: KeptList<WrittenReply>
  readonly #underWay: KeptList<ReplyUnderWay>
  readonly #now: () => number

  /** @param now - This device's clock, epoch milliseconds. */
  constructor(shelf: Shelf, scope: KeptScope, now: () => number) {
    this.#written = new KeptList(shelf, keyFor('reply', 1, scope), now, writing)
    this.#underWay = new KeptList(shelf, keyFor('reply-outbox', 1, scope), now, going)
    this.#now = now
  }

  /** What there is of this ticket. */
  async read(ticket: string): Promise<KeptReply> {
    const [written, underWay] = await Promise.all([this.#written.look(), this.#underWay.look()])
    return {
      written: written.find(one => one.ticket === ticket),
      underWay: underWay.find(one => one.ticket === ticket),
    }
  }

  /** Keeps what is being written, in the place of what was; no words and no files take none. */
  async write(ticket: string, { text, files }: Pick<WrittenReply, 'text' | 'files'>): Promise<void> {
    const isBlank = text.trim() === '' && files.length === 0
    const kept = isBlank ? undefined : writtenReply({ v: 1, ticket, at: this.#now(), text, files })
    await this.#written.change(before => [
      ...before.filter(one => one.ticket !== ticket),
      ...(kept ? [kept] : []),
    ])
  }

  /** Keeps one that is about to go: of a ticket, the newest. */
  async send(reply: Omit<ReplyUnderWay, 'at'>): Promise<void> {
    const kept = replyUnderWay({ v: 1, at: this.#now(), ...reply })
    if (!kept) return
    await this.#underWay.change(before => [...before.filter(one => one.ticket !== reply.ticket), kept])
  }

  /** It is on the ticket: nothing is left to send, and nothing to write on. */
  async arrived({ ticket, key, text }: Pick<ReplyUnderWay, 'ticket' | 'key' | 'text'>): Promise<void> {
    await Promise.all([
      this.forget(key),
      this.#written.change(before => before.filter(one => one.ticket !== ticket || one.text !== text)),
    ])
  }

  /** It is certain that it didn't arrive, or it is no longer wanted. */
  async forget(key: string): Promise<void> {
    await this.#underWay.change(before => before.filter(one => one.key !== key))
  }

  /** Forgets everything of this account: at its log-out. */
  async clear(): Promise<void> {
    await Promise.all([this.#written.clear(), this.#underWay.clear()])
  }
}
