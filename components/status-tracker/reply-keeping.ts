import type { LitElement, ReactiveController } from 'lit'
import {
  secretMark,
  type Context,
  type Entry,
  type KeptReply,
  type KeptScope,
  type ReplyShelf,
  type ServicePolicy,
  type WrittenReply,
} from '../../src/index.js'
import { announce } from '../shared/announcer.js'
import type { Words } from '../../locales/index.js'
import type { Acts } from './acts.controller.js'
import type { OnItsWay, Sendable } from './pending.js'
import type { FocusLead } from './focus-lead.js'
import type { Renewal } from './renewal.js'
import type { Reply } from './reply.js'

/** A pause in what is typed after which it is kept, and by when it is kept however fast somebody types; milliseconds. */
const pause = 500
const longestWait = 1_000

/** What the page lets this device keep: what isn't `off`. */
export interface KeptSettings {
  readonly drafts: string
  readonly outbox: string
}

/** What an answer that is kept needs to know of its element. */
export interface ReplyKeepingSurroundings {
  readonly words: () => Words
  readonly acts: Acts
  readonly reply: Reply
  readonly renewal: Renewal
  readonly focus: FocusLead
  /** Whose request it is; nothing while that isn't known. */
  readonly scope: () => KeptScope | undefined
  readonly id: () => string
  readonly entries: () => readonly Entry[]
}

/** That what stands in the field was kept here, since when, and what of it was not. */
export interface ReplyNote extends Pick<WrittenReply, 'at' | 'files'> {
  readonly isMasked: boolean
}

/** Where the answer on one ticket is kept. */
interface Place extends KeptScope {
  readonly ticket: string
  readonly shelf: Promise<ReplyShelf | undefined>
}

/** Keeps an answer on the device while the customer writes it, without any secret, and as it is sent until that is known to have arrived. */
export class ReplyKeeping implements ReactiveController {
  note: ReplyNote | undefined

  readonly #host: LitElement & KeptSettings
  readonly #surroundings: ReplyKeepingSurroundings
  #place: Place | undefined
  /** What was seen last of words and names, and what of it still has to be kept. */
  #seen = blank
  #waiting: Pick<WrittenReply, 'text' | 'files'> | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #since: number | undefined
  #queue: Promise<unknown> = Promise.resolve()

  constructor(host: LitElement & KeptSettings, surroundings: ReplyKeepingSurroundings) {
    this.#host = host
    this.#surroundings = surroundings
    host.addController(this)
  }

  hostConnected(): void {
    // What is typed into the fields of the secret is looked for in the words that are kept.
    this.#host.addEventListener('input', this.touch, { capture: true })
    document.addEventListener('visibilitychange', this.#onVisibility)
    addEventListener('pagehide', this.#saveNow)
  }

  hostUpdated(): void {
    if (this.#host.renderRoot.querySelector('#reply')) this.#open()
    this.touch()
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('input', this.touch, { capture: true })
    document.removeEventListener('visibilitychange', this.#onVisibility)
    removeEventListener('pagehide', this.#saveNow)
    this.#saveNow()
  }

  /** Something was typed or chosen: it is kept after the next pause. */
  readonly touch = (): void => {
    const words = this.#words()
    const seen = JSON.stringify(words)
    if (seen === this.#seen || !this.#place) return
    this.#seen = seen
    this.#waiting = words
    const now = Date.now()
    this.#since ??= now
    clearTimeout(this.#timer)
    this.#timer = setTimeout(this.#saveNow, Math.max(0, Math.min(pause, this.#since + longestWait - now)))
  }

  /** Keeps an answer as it goes; nothing where the page or the device doesn't. */
  async send({ id, key, message, after }: Sendable): Promise<OnItsWay | undefined> {
    const shelf = this.#host.outbox === 'off' ? undefined : await this.#place?.shelf
    if (!shelf) return undefined
    const { text = '', files = [] } = message
    const going = this.#queue.then(() => shelf.send({ ticket: id, key, text, files, after }))
    this.#queue = going
    await going
    return this.#way(shelf, { ticket: id, key, text })
  }

  /** It is on the ticket: what is said of it goes, where nothing else has been begun. */
  sent(): void {
    if (this.#surroundings.reply.isBlank) this.note = undefined
  }

  /** The customer doesn't want what was kept. */
  discard(): void {
    const { acts, reply, words, focus, id } = this.#surroundings
    const ticket = id()
    this.#rest()
    reply.clear()
    if (acts.of('reply') && !acts.isBusy) acts.clear()
    this.#seen = JSON.stringify(this.#words())
    this.note = undefined
    this.#do(async shelf => {
      const { underWay } = await shelf.read(ticket)
      await shelf.write(ticket, { text: '', files: [] })
      if (underWay && !acts.isBusy) await shelf.forget(underWay.key)
    })
    announce(words().say('tracker.reply.back.discarded'))
    focus.to('#reply')
    this.#host.requestUpdate()
  }

  /** Another request: what was written on this one stays on the device. */
  close(): void {
    this.#saveNow()
    this.#rest()
    this.#place = undefined
    this.#seen = blank
    this.note = undefined
  }

  /** Forgets what is kept on every request of this account: at its log-out. */
  clear(): void {
    this.#rest()
    const scope = this.#surroundings.scope()
    const shelf = this.#place?.shelf ?? (scope && this.#load(scope))
    this.#queue = this.#queue.then(async () => (await shelf)?.clear())
    this.#place = undefined
  }

  #open(): void {
    const scope = this.#surroundings.scope()
    const ticket = this.#surroundings.id()
    const known = this.#place
    if (!scope) return
    if (known?.ticket === ticket && known.account === scope.account && known.provider === scope.provider)
      return
    const place = { ...scope, ticket, shelf: this.#load(scope) }
    this.#place = place
    void this.#restore(place)
  }

  async #load(scope: KeptScope): Promise<ReplyShelf | undefined> {
    if (this.#host.drafts === 'off' && this.#host.outbox === 'off') return undefined
    try {
      const { deviceShelf, ReplyShelf, sweep } = await import('../../src/request/kept.js')
      const shelf = deviceShelf()
      void sweep(shelf, Date.now())
      return new ReplyShelf(shelf, scope, () => Date.now())
    } catch {
      // What can't be loaded keeps nothing.
      return undefined
    }
  }

  /** Puts back what an earlier visit has left, unless the customer has begun already. */
  async #restore(place: Place): Promise<void> {
    const shelf = await place.shelf
    const kept = await shelf?.read(place.ticket)
    if (!shelf || !kept || place !== this.#place) return
    const underWay = this.#host.outbox === 'off' ? undefined : kept.underWay
    if (this.#surroundings.reply.isBlank) await this.#put(kept)
    if (place !== this.#place) return
    this.#seen = JSON.stringify(this.#words())
    this.#host.requestUpdate()
    if (!underWay) return
    const { acts, reply } = this.#surroundings
    const { key, text, files, after, ticket: id } = underWay
    const message = { text, ...(files.length > 0 && { files }), intent: 'reply' } as const
    acts.recover({ id, key, message, after }, this.#way(shelf, underWay))
    if (reply.guard.text !== text) acts.edited('reply')
  }

  /** What was written last; where that is what has gone, with its files. */
  async #put({ written, underWay }: KeptReply): Promise<void> {
    const { reply } = this.#surroundings
    const sent = this.#host.outbox === 'off' ? undefined : underWay
    const begun = this.#host.drafts === 'off' ? undefined : written
    if (begun && (!sent || (begun.at > sent.at && begun.text !== sent.text))) {
      const { at, text, files } = begun
      await reply.recall(text, [])
      this.note = { at, files, isMasked: text.includes(secretMark) }
    } else if (sent) {
      await reply.recall(sent.text, sent.files)
      this.note = { at: sent.at, files: [], isMasked: false }
    }
  }

  #way(
    shelf: ReplyShelf,
    reply: { readonly ticket: string; readonly key: string; readonly text: string },
  ): OnItsWay {
    const then = (work: () => Promise<void>) => () => {
      this.#queue = this.#queue.then(work)
    }
    return { arrived: then(() => shelf.arrived(reply)), failed: then(() => shelf.forget(reply.key)) }
  }

  /** Without what stands in the fields of the secret, or stood there before they were emptied. */
  #words(): Pick<WrittenReply, 'text' | 'files'> {
    const { reply, renewal } = this.#surroundings
    return {
      text: renewal.withoutRepeated(reply.name, reply.guard.text),
      files: reply.attachments.names.map(name => renewal.withoutRepeated(`file ${name}`, name)),
    }
  }

  #rest(): void {
    clearTimeout(this.#timer)
    this.#since = undefined
    this.#waiting = undefined
  }

  readonly #onVisibility = (): void => {
    if (document.hidden) this.#saveNow()
  }

  readonly #saveNow = (): void => {
    const words = this.#waiting
    const ticket = this.#place?.ticket
    this.#rest()
    if (!words || ticket === undefined || this.#host.drafts === 'off') return
    const masking = this.#surroundings.reply.guard.masked(words.text, ...words.files)
    this.#do(async shelf => {
      const [text, ...files] = (await masking) ?? []
      if (text !== undefined) await shelf.write(ticket, { text, files })
    })
  }

  /** One after the other, on the shelf of now. */
  #do(work: (shelf: ReplyShelf) => Promise<void>): void {
    const shelf = this.#place?.shelf
    this.#queue = this.#queue.then(async () => {
      const to = await shelf
      if (to) await work(to)
    })
  }
}

/** For whom this device keeps something: nobody else ever sees it. */
export function keptScope({ account }: Context, { provider }: ServicePolicy): KeptScope {
  return { provider: provider.name, account: account.id }
}

const blank = JSON.stringify({ text: '', files: [] })
