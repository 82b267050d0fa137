import type { LitElement } from 'lit'
import type { Words } from '../../locales/index.js'
import { secretMark, type WrittenReply, type WrittenShelf } from '../../src/index.js'
import { announce } from '../shared/announcer.js'
import { SavePace } from '../shared/save-pace.js'
import type { FocusLead } from './focus-lead.js'
import type { Renewal } from './renewal.js'
import type { TextGuard } from './text-guard.js'

/** A text that is kept while it is written. */
export interface KeptText {
  readonly guard: TextGuard
  /** Which text it is, among those in which new login details are looked for. */
  readonly name: string
  /** The names of the files that go with it. */
  readonly files: readonly string[]
  /** Empties it, and what goes with it. */
  readonly clear: () => void
}

/** What a text that is kept needs to know of its element. */
export interface WrittenSurroundings {
  readonly words: () => Words
  readonly renewal: Renewal
  readonly focus: FocusLead
  readonly text: () => KeptText
}

/** What the customer is to know of what is kept. */
export type WrittenNote =
  /** It was kept here, since when, and what of it was not. */
  | ({ readonly is: 'restored'; readonly isMasked: boolean } & Pick<WrittenReply, 'at' | 'files'>)
  /** Another tab has written something else, or, where there is nothing, has discarded or sent it: the customer chooses. */
  | { readonly is: 'changed'; readonly other: WrittenReply | undefined }

/** Where it is kept, and what was last read or kept there. */
interface Place {
  readonly ticket: string
  readonly shelf: Promise<WrittenShelf | undefined>
  last: WrittenReply | undefined
}

type Kept = Pick<WrittenReply, 'text' | 'files'>

/** Keeps a text on the device while the customer writes it, without any secret; never over what another tab has written. */
export class WrittenKeeping {
  note: WrittenNote | undefined

  readonly #host: LitElement & { readonly drafts: string }
  readonly #surroundings: WrittenSurroundings
  readonly #pace: SavePace
  #place: Place | undefined
  /** What was seen last of words and names, and what of it still has to be kept. */
  #seen = blank
  #waiting: Kept | undefined
  #queue: Promise<unknown> = Promise.resolve()

  constructor(host: LitElement & { readonly drafts: string }, surroundings: WrittenSurroundings) {
    this.#host = host
    this.#surroundings = surroundings
    this.#pace = new SavePace(host, { look: () => this.touch(), save: () => this.#saveNow() })
  }

  /** Is nothing written? */
  get isBlank(): boolean {
    return JSON.stringify(this.#words()) === blank
  }

  /** Something was typed or chosen: it is kept after the next pause. */
  touch(): void {
    const words = this.#words()
    const seen = JSON.stringify(words)
    if (seen === this.#seen || !this.#place) return
    this.#seen = seen
    this.#waiting = words
    this.#pace.later()
  }

  /** From now on it is kept there. */
  open(ticket: string, shelf: Promise<WrittenShelf | undefined>): void {
    this.#place = { ticket, shelf, last: undefined }
  }

  /** Puts back what an earlier visit has left, unless the customer has begun already: then nothing is put over that. */
  restore(written: WrittenReply | undefined): void {
    if (written && this.isBlank && this.#host.drafts !== 'off') this.#put(written)
  }

  /** What stands in the field was sent at `at`; this was kept while it was written. */
  follow(written: WrittenReply | undefined, at: number): void {
    if (this.#place) this.#place.last = written
    this.#settle()
    this.#tell({ is: 'restored', at, files: [], isMasked: false })
  }

  /** It was sent: what is said of it goes, where nothing else has been begun. */
  sent(): void {
    if (this.isBlank) this.#tell(undefined)
  }

  /** It is on a ticket, this one or another by now: it is no longer kept there. */
  arrived(ticket: string, text: string, shelf: WrittenShelf): void {
    const place = this.#place
    this.#queue = this.#queue.then(async () => {
      await shelf.arrived(ticket, text)
      if (place?.ticket === ticket && place.last?.text === text) place.last = undefined
    })
  }

  /** The end of what is being kept now. */
  get saved(): Promise<unknown> {
    return this.#queue
  }

  /** The customer doesn't want what was kept. */
  discard(): void {
    const { words, focus, text } = this.#surroundings
    this.#rest()
    text().clear()
    this.#settle()
    this.#tell(undefined)
    this.#save({ text: '', files: [] })
    announce(words().say('tracker.reply.back.discarded'))
    focus.to(`#${text().guard.key}`)
  }

  /** The customer keeps what is here: it takes the place of the other one. */
  keepThis(): void {
    if (this.note?.is !== 'changed') return
    if (this.#place) this.#place.last = this.note.other
    this.#tell(undefined)
    this.#waiting = this.#words()
    this.#saveNow()
    this.#surroundings.focus.to(`#${this.#surroundings.text().guard.key}`)
  }

  /** The customer takes what the other tab has kept; where it has left none, an empty field. */
  takeOther(): void {
    if (this.note?.is !== 'changed') return
    const { other } = this.note
    const { text, focus } = this.#surroundings
    this.#rest()
    text().clear()
    this.#tell(undefined)
    if (other) this.#put(other)
    else if (this.#place) this.#place.last = undefined
    this.#settle()
    focus.to(`#${text().guard.key}`)
  }

  /** Another request, or nobody: what was written on this one stays on the device. */
  close(): void {
    this.#saveNow()
    this.forget()
  }

  /** Keeps nothing more of it. */
  forget(): void {
    this.#rest()
    this.#place = undefined
    this.#seen = blank
    this.note = undefined
  }

  #put(written: WrittenReply): void {
    const { at, text, files } = written
    if (this.#place) this.#place.last = written
    this.#surroundings.text().guard.type(text)
    this.#rest()
    this.#settle()
    this.#tell({ is: 'restored', at, files, isMasked: text.includes(secretMark) })
  }

  /** What stands in the field needs no keeping. */
  #settle(): void {
    this.#seen = JSON.stringify(this.#words())
  }

  #tell(note: WrittenNote | undefined): void {
    this.note = note
    this.#host.requestUpdate()
  }

  /** Without what stands in the fields of the secret, or stood there before they were emptied. */
  #words(): Kept {
    const { guard, name, files } = this.#surroundings.text()
    const { renewal } = this.#surroundings
    return {
      text: renewal.withoutRepeated(name, guard.text),
      files: files.map(file => renewal.withoutRepeated(`file ${file}`, file)),
    }
  }

  #rest(): void {
    this.#pace.rest()
    this.#waiting = undefined
  }

  #saveNow(): void {
    const words = this.#waiting
    if (!words || this.note?.is === 'changed') return
    this.#rest()
    if (this.#host.drafts !== 'off') this.#save(words)
  }

  /** One after the other, each after what the one before has left. */
  #save(words: Kept): void {
    const place = this.#place
    const masking = this.#surroundings.text().guard.masked(words.text, ...words.files)
    this.#queue = this.#queue.then(async () => {
      const [text, ...files] = (await masking) ?? []
      const shelf = await place?.shelf
      if (!place || !shelf || text === undefined) return
      const saved = await shelf.write(place.ticket, { text, files }, place.last)
      if (saved.is === 'saved') place.last = saved.written
      if (saved.is !== 'changed' || place !== this.#place || !this.#host.isConnected) return
      const { other } = saved
      this.#tell({ is: 'changed', other })
      const back = 'tracker.reply.back'
      announce(this.#surroundings.words().say(other ? `${back}.changed` : `${back}.gone`))
    })
  }
}

const blank = JSON.stringify({ text: '', files: [] })
