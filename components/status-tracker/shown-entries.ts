/** How many entries are on the page at first, and how many more by a press. */
const atOnce = 40

/** How many may come before the oldest of them are folded. */
const room = 60

/** The entries that are on the page. */
export interface Shown<Entry> {
  readonly entries: readonly Entry[]
  /** How many older ones aren't. */
  readonly hidden: number
  /** How often older ones were folded away. */
  readonly foldings: number
}

/**
 * Keeps the page short, whatever comes: what was asked for is there, and some that came since.
 *
 * Older ones are folded many at a time and not one for each that comes: nothing moves under the reader's eyes, and a list
 * drawn anew leaves no marks behind (`repeat` leaves one for each entry it removes: lit/lit#5298).
 */
export class ShownEntries {
  #asked = atOnce
  #first: number | undefined
  #foldings = 0

  /** What is on the page of these; nothing is folded while somebody is in it. */
  of<Entry>(all: readonly Entry[], isRead: boolean): Shown<Entry> {
    this.#first ??= newest(all, this.#asked)
    if (all.length - this.#first > this.#asked + room && !isRead) {
      this.#first = newest(all, this.#asked)
      this.#foldings += 1
    }
    return { entries: all.slice(this.#first), hidden: this.#first, foldings: this.#foldings }
  }

  /** Shows some of the older ones too. */
  unfold(): void {
    this.#asked += atOnce
    this.#first = Math.max(0, (this.#first ?? 0) - atOnce)
  }

  /** Another request begins with its newest entries. */
  reset(): void {
    this.#asked = atOnce
    this.#first = undefined
  }
}

/** Where the newest so many begin. */
function newest(all: readonly unknown[], many: number): number {
  return Math.max(0, all.length - many)
}
