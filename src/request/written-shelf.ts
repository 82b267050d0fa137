import { KeptList } from './kept-list.js'
import { writtenReply, type WrittenReply } from './reply-schema.js'
import type { Shelf } from './shelf.js'

/** What came of a save: `changed` where another tab has saved, discarded or sent since, and the customer is to be asked. */
export type WrittenSaved =
  | { readonly is: 'saved'; readonly written: WrittenReply | undefined }
  | { readonly is: 'changed'; readonly other: WrittenReply | undefined }
  | { readonly is: 'unkept' }

const rules = { read: writtenReply, longest: 7 * 24 * 60 * 60 * 1_000, most: 20 }

/**
 * What is being written on the tickets of one account, one text a ticket, for seven days after the last change.
 *
 * Each save names what it follows, and one that follows another is told so, not carried out. No method rejects.
 */
export class WrittenShelf {
  readonly #written: KeptList<WrittenReply>
  readonly #now: () => number

  /** @param now - This device's clock, epoch milliseconds. */
  constructor(shelf: Shelf, where: string, now: () => number) {
    this.#written = new KeptList(shelf, where, now, rules)
    this.#now = now
  }

  /** What is written on this ticket. */
  async read(ticket: string): Promise<WrittenReply | undefined> {
    return (await this.#written.look()).find(one => one.ticket === ticket)
  }

  /**
   * Keeps what is being written; no words and no files take no place.
   *
   * @param after - What was there when it was read or last saved here; `undefined` where there was nothing.
   */
  async write(
    ticket: string,
    { text, files }: Pick<WrittenReply, 'text' | 'files'>,
    after?: WrittenReply,
  ): Promise<WrittenSaved> {
    const isBlank = text.trim() === '' && files.length === 0
    const kept = isBlank ? undefined : writtenReply({ v: 1, ticket, at: this.#now(), text, files })
    if (!kept && !isBlank) return { is: 'unkept' }
    const told: WrittenSaved[] = []
    const items = await this.#written.change(before => {
      const there = before.find(one => one.ticket === ticket)
      const follows = JSON.stringify(there) === JSON.stringify(after)
      if (!follows && (there ?? kept)) {
        told.push({ is: 'changed', other: there })
        return before
      }
      told.push({ is: 'saved', written: kept })
      return [...before.filter(one => one !== there), ...(kept ? [kept] : [])]
    })
    const [saved = { is: 'unkept' }] = told
    return saved.is === 'saved' && kept && !items.includes(kept) ? { is: 'unkept' } : saved
  }

  /** It is on the ticket: there is nothing to write on. */
  async arrived(ticket: string, text: string): Promise<void> {
    await this.#written.change(before => before.filter(one => one.ticket !== ticket || one.text !== text))
  }

  /** Forgets everything of this account: at its log-out. */
  async clear(): Promise<void> {
    await this.#written.clear()
  }
}
