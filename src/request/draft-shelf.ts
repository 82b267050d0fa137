import * as z from 'zod/mini'
import { mostFiles, writeKey } from '../adapter/wire.js'
import { parse } from '../parse.js'
import { not, ok, type Result } from '../result.js'
import { instant } from '../text-schema.js'
import { givenAnew, type Draft } from './draft.js'
import { draftSchema } from './draft-schema.js'
import { newRequestKey } from './key.js'
import { keyFor, type KeptScope, type Shelf } from './shelf.js'

/** The part of a draft that is kept: no secret is in a draft, and its consents are taken out. */
export interface DraftToKeep {
  /** The request's idempotency key: all tabs with this draft send the same request. */
  readonly id: string
  readonly draft: Draft
  /** The names of the files that were chosen; they are to be chosen again. */
  readonly files: readonly string[]
}

/** A draft as it was kept. */
export interface KeptDraft extends DraftToKeep {
  /** Another with every save. */
  readonly rev: string
  /** When, by this device's clock; epoch milliseconds. */
  readonly at: number
}

/** What came of a save: `changed` where another tab has saved, discarded or sent since, and the customer is to be asked. */
export type DraftSaved =
  { readonly is: 'saved'; readonly rev: string | undefined } | { readonly is: 'changed' | 'unkept' }

/** What is under the key: a draft or none, and which drafts may not come back. */
interface Place {
  readonly v: 1
  readonly at: number
  readonly gone: readonly string[]
  readonly kept: KeptDraft | null
}

/** The version of what is kept: a page with another one doesn't see it. */
const version = 1
const longest = 7 * 24 * 60 * 60 * 1_000
const mostGone = 20

const fileName = z.string().check(z.maxLength(1_000))

const keptDraft: z.ZodMiniType<KeptDraft> = z.object({
  id: writeKey,
  rev: writeKey,
  at: instant,
  draft: draftSchema,
  files: z.array(fileName).check(z.maxLength(mostFiles)),
})

const place: z.ZodMiniType<Place> = z.object({
  v: z.literal(version),
  at: instant,
  gone: z.array(writeKey).check(z.maxLength(mostGone)),
  kept: z.nullable(keptDraft),
})

/**
 * The draft without what has to be said anew each time: agreement, duties, console consent, ownership; and without login
 * details: passwords are typed into the field for the user name too.
 */
export function keepable(draft: Draft): Draft {
  return { ...draft, ...givenAnew }
}

/**
 * The draft that this device keeps for one account, for seven days after the last change.
 *
 * One at a time: each save names the one that it follows, and one that follows another is told so, not carried out. A
 * draft that was discarded does not come back, however late a save of it comes. No method rejects.
 */
export class DraftShelf {
  readonly #shelf: Shelf
  readonly #where: string
  readonly #now: () => number

  /** @param now - This device's clock, epoch milliseconds. */
  constructor(shelf: Shelf, scope: KeptScope, now: () => number) {
    this.#shelf = shelf
    this.#where = keyFor('draft', version, scope)
    this.#now = now
  }

  /** The draft, where there is one that can still be read. */
  async read(): Promise<KeptDraft | undefined> {
    const found = await this.#change(before => [before, before.kept])
    return found.ok ? (found.value ?? undefined) : undefined
  }

  /**
   * Keeps a draft without its consents and login details; one that says no more than it began with takes no place.
   *
   * @param after - The `rev` of the draft as it was read or last saved here; `undefined` where there was none.
   * @param beginning - The draft with which the form began, see `emptyDraft`.
   */
  async save(
    { id, draft, files }: DraftToKeep,
    after: string | undefined,
    beginning: Draft,
  ): Promise<DraftSaved> {
    const at = this.#now()
    const rev = newRequestKey()
    const kept = parse(keptDraft, { id, rev, at, draft: keepable(draft), files })
    if (!kept.ok) return { is: 'unkept' }
    const isBlank = files.length === 0 && isSame(draft, beginning)
    const saved = await this.#change<DraftSaved>(before => {
      if (before.kept?.rev !== after || before.gone.includes(id)) return [before, { is: 'changed' }]
      const { gone } = before
      return isBlank
        ? [
            { v: version, at, gone, kept: null },
            { is: 'saved', rev: undefined },
          ]
        : [
            { v: version, at, gone, kept: kept.value },
            { is: 'saved', rev },
          ]
    })
    return saved.ok ? saved.value : { is: 'unkept' }
  }

  /** What was kept is no longer of the request that it began as, which has gone without it: a request of its own, if it still is there. */
  async setAside({ rev }: KeptDraft): Promise<void> {
    const id = newRequestKey()
    await this.#change(before => [
      before.kept?.rev === rev ? { ...before, kept: { ...before.kept, id } } : before,
      undefined,
    ])
  }

  /**
   * Removes the draft for good: its customer doesn't want it, has sent it, or logs out.
   *
   * @param mine.rev - Only if it still is this one; `changed` where it isn't.
   * @param mine.id - The draft at hand, whose first save may be still to come: it doesn't come back either.
   */
  async discard(
    mine: { readonly rev?: string | undefined; readonly id?: string | undefined } = {},
  ): Promise<'discarded' | 'changed' | 'unkept'> {
    const at = this.#now()
    const discarded = await this.#change<'discarded' | 'changed'>(before => {
      const { kept } = before
      if (kept && mine.rev !== undefined && kept.rev !== mine.rev) return [before, 'changed']
      const ids = new Set([...before.gone, mine.id, kept?.id].filter(id => id !== undefined))
      return [{ v: version, at, gone: [...ids].slice(-mostGone), kept: null }, 'discarded']
    })
    return discarded.ok ? discarded.value : 'unkept'
  }

  /** Puts another in the place of what is there, and tells of it; the very same leaves it as it is. */
  async #change<T>(next: (before: Place) => readonly [Place, T]): Promise<Result<T, 'failed'>> {
    const told: T[] = []
    const isDone = await this.#shelf.change(this.#where, held => {
      const found = placeIn(held, this.#now())
      const before = found ?? { v: version, at: this.#now(), gone: [], kept: null }
      const [after, tell] = next(before)
      told.push(tell)
      if (after === before) return found && held
      return after.kept || after.gone.length > 0 ? after : undefined
    })
    const [tell] = told
    return isDone && tell !== undefined ? ok(tell) : not('failed')
  }
}

/** What can't be read, or is too old, is as if it weren't there. A clock that went wrong makes nothing younger. */
function placeIn(held: unknown, now: number): Place | undefined {
  const found = parse(place, held)
  if (!found.ok || Math.abs(now - found.value.at) > longest) return undefined
  const { kept } = found.value
  return { ...found.value, kept: kept && { ...kept, draft: keepable(kept.draft) } }
}

/** In the schema's order, and without what isn't kept. */
function isSame(one: Draft, other: Draft): boolean {
  const [written, begun] = [one, other].map(draft => parse(draftSchema, keepable(draft)))
  return written?.ok === true && begun?.ok === true && JSON.stringify(written) === JSON.stringify(begun)
}
