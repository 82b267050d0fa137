import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { newRequestKey, type DraftShelf, type PendingRequest } from '../../src/index.js'
import { announce } from '../shared/announcer.js'
import { changedTitle, type BackDraft, type ChangedDraft, type DraftNote } from './draft-note.js'
import type { DraftStore, Keepers } from './draft-store.js'
import type { Found, Keeping, KeptSettings } from './keeping.js'
import { withoutRepeated, withoutUndecided, type KeptWords } from './kept-words.js'
import { SavePace } from '../shared/save-pace.js'
import { SecretPlaces } from '../shared/secret-places.js'

/** What the draft is taken from, and goes back to. */
export interface DraftPlaces {
  readonly keepers: Keepers
  readonly store: DraftStore
  readonly keeping: Keeping
  /** Begins anew, with an empty form. */
  readonly restart: () => void
  /** Shows what the customer is asked. */
  readonly focusNote: () => void
}

/** Keeps the draft on the device while the customer writes, without any secret, and puts it back after a reload. */
export class DraftKeeping implements ReactiveController {
  note: DraftNote | undefined

  readonly #host: ReactiveControllerHost & Node & KeptSettings
  readonly #places: DraftPlaces
  #rev: string | undefined
  readonly #pace: SavePace
  /** As they were at the last change: once the secret is wiped, what repeats it can't be found any more. */
  #words: KeptWords | undefined
  #secretPlaces = new SecretPlaces()
  #isTouched = false
  /** Has an answer of the draft itself changed, or a file? What is typed into the fields of the secret changes none. */
  isChanged = false
  #isPuttingBack = false
  #isOver = false
  #files = ''
  /** Grows with every beginning: what is under way for an earlier one is not carried out. */
  #life = 0
  #queue: Promise<unknown> = Promise.resolve()

  constructor(host: ReactiveControllerHost & Node & KeptSettings, places: DraftPlaces) {
    this.#host = host
    this.#places = places
    places.store.onChange = isAnswer => {
      if (isAnswer) this.isChanged = true
      this.touch()
    }
    host.addController(this)
    this.#pace = new SavePace(host, { look: () => this.touch(), save: () => this.#saveNow() })
  }

  /** The request's idempotency key, once it has one: the draft is kept under it. */
  get key(): string | undefined {
    return this.#places.store.key
  }

  set key(key: string | undefined) {
    this.#places.store.key = key
  }

  /** Has the request become a ticket in another tab? */
  get isSentThere(): boolean {
    return this.note?.is === 'changed' && this.note.number !== undefined
  }

  hostUpdated(): void {
    const files = this.#names
    if (files === this.#files) return
    this.#files = files
    if (!this.#isPuttingBack) this.isChanged = true
    this.touch()
  }

  /** Something was typed or chosen: it is kept after the next pause. */
  touch(): void {
    const { store, keepers } = this.#places
    const { draft } = store
    if (this.#isOver || !draft) return
    this.#isTouched = true
    this.#words = withoutRepeated({ draft, files: keepers.attachments.names }, keepers, this.#secretPlaces)
    this.#pace.later()
  }

  /**
   * Puts back what an earlier visit has left, unless the customer has begun already: then nothing is put over that. A
   * request on its way whose draft isn't kept is read out of the request itself, and goes before a beginning.
   */
  async restore({ draft, pending }: Found): Promise<void> {
    if (pending && pending.attempt.key !== draft?.id) await this.#refill(pending)
    else if (draft && !this.#isTouched && !this.#isOver) {
      // The files of a request on its way are kept with it: they need not be chosen again.
      const files = pending?.attempt.filing.files ?? []
      this.#put({ ...draft, files: draft.files.filter(name => files.every(file => file.name !== name)) })
      void this.#putBack(files)
      announce(this.#places.keepers.secrets.words.say('draft.restored'))
    }
  }

  /** Another tab has sent the request, with other words perhaps: the customer is asked what is to become of these. */
  outlive(number: string | undefined): void {
    this.#ask({ is: 'changed', other: undefined, ...(number !== undefined && { number }) })
  }

  /**
   * Is there a question that is to be answered before anything is sent? It is asked once more. What another request has
   * put in the place of this draft holds up nothing: each goes for itself.
   */
  insist(): boolean {
    if (this.note?.is !== 'changed') return false
    const { other } = this.note
    if (other && other.id !== this.key) return false
    this.#places.focusNote()
    return true
  }

  /** The customer keeps what the form shows: it takes the place of the other one. */
  keepThis(): void {
    if (this.note?.is !== 'changed') return
    const { other } = this.note
    // A draft that was discarded or sent doesn't come back: this is another one.
    if (other?.id !== this.key) this.key = newRequestKey()
    this.#rev = other?.rev
    this.#tell(undefined)
    this.touch()
    this.#saveNow()
  }

  /** The customer takes what the other tab has kept; where it has left none, an empty form. */
  takeOther(): void {
    if (this.note?.is !== 'changed') return
    const { other } = this.note
    if (other) {
      this.#put(other)
      announce(this.#places.keepers.secrets.words.say('draft.restored'))
    } else this.#places.restart()
  }

  /** The customer doesn't want the draft: it is gone from the device, and the form is empty. */
  discard(): void {
    this.#remove()
    this.#places.restart()
    announce(this.#places.keepers.secrets.words.say('draft.discarded'))
  }

  /** The request has become a ticket: nothing is left to keep. */
  end(): void {
    this.#remove()
    this.reset()
    this.#isOver = true
  }

  /** Another beginning, with a key of its own. */
  reset(): void {
    this.#begin(undefined, undefined)
    this.#isTouched = false
    this.#isOver = false
    this.#files = this.#names
    this.#tell(undefined)
  }

  get #names(): string {
    return this.#places.keepers.attachments.names.join('\n')
  }

  #rest(): void {
    this.#pace.rest()
    this.#words = undefined
  }

  /** From here on it is this draft; what is under way for the former one is not carried out. */
  #begin(key: string | undefined, rev: string | undefined): void {
    this.#life += 1
    this.#isPuttingBack = false
    this.#rest()
    this.#secretPlaces = new SecretPlaces()
    this.key = key
    this.#rev = rev
    this.isChanged = false
  }

  #put(kept: BackDraft): void {
    this.#begin(kept.id, kept.rev)
    this.#places.store.restore(kept.draft, kept.files)
    this.#files = this.#names
    this.#tell({ is: 'restored', kept })
  }

  async #refill({ attempt: { key, filing }, at }: PendingRequest): Promise<void> {
    const { store } = this.#places
    const life = this.#life
    const { filedDraft } = await import('../../src/request/kept.js')
    if (life !== this.#life || !store.facts) return
    this.#put({ id: key, at, rev: undefined, draft: filedDraft(filing, store.facts), files: [] })
    void this.#putBack(filing.files ?? [])
  }

  #ask(note: ChangedDraft): void {
    this.#tell(note)
    announce(changedTitle(note, this.#places.keepers.secrets.words))
  }

  /** What comes back by itself is no change. */
  async #putBack(files: readonly File[]): Promise<void> {
    const life = this.#life
    this.#isPuttingBack = true
    await this.#places.keepers.attachments.putBack(files)
    await this.#host.updateComplete
    if (life === this.#life) this.#isPuttingBack = false
  }

  #tell(note: DraftNote | undefined): void {
    this.note = note
    this.#host.requestUpdate()
  }

  /** Saves follow each other, each after what the one before has left. */
  #saveNow(): void {
    const words = this.#words
    if (!words || this.note?.is === 'changed') return
    this.#rest()
    if (this.#host.drafts === 'off') return
    const { store, keepers, keeping } = this.#places
    const life = this.#life
    const shelf = keeping.drafts
    const finder = words.files.length > 0 ? keepers.judgement.finder() : undefined
    const reading = Promise.all([store.settle(), finder])
    this.#queue = this.#queue.then(async () => {
      await reading
      const to = await shelf
      if (to && life === this.#life) await this.#save(words, to)
    })
  }

  async #save(words: KeptWords, shelf: DraftShelf): Promise<void> {
    const life = this.#life
    const kept = withoutUndecided(words, this.#places.keepers)
    const { blank } = this.#places.store
    if (!kept || !blank || this.note?.is === 'changed') return
    const id = (this.key ??= newRequestKey())
    const saved = await shelf.save({ id, ...kept }, this.#rev, blank)
    if (life !== this.#life) return
    if (saved.is === 'saved') this.#rev = saved.rev
    if (saved.is !== 'changed') return
    const other = await shelf.read()
    if (life !== this.#life || !this.#host.isConnected) return
    this.#ask({ is: 'changed', other })
  }

  /** Another's draft stays: only this one is removed, and what is still to be saved of it doesn't come back. */
  #remove(): void {
    const { key } = this
    const shelf = this.#places.keeping.drafts
    if (key === undefined) return
    this.#queue = this.#queue.then(async () => {
      const to = await shelf
      const kept = await to?.read()
      if (!kept || kept.id === key) await to?.discard({ id: key })
    })
  }
}
