import type { LitElement, ReactiveController } from 'lit'
import type {
  Context,
  Entry,
  KeptReply,
  KeptScope,
  ReplyShelf,
  ReplyUnderWay,
  ServicePolicy,
} from '../../src/index.js'
import type { Words } from '../../locales/index.js'
import { inTime, longestLoading } from '../shared/in-time.js'
import type { Acts } from './acts.controller.js'
import type { OnItsWay, Sendable } from './pending.js'
import type { FocusLead } from './focus-lead.js'
import type { Renewal } from './renewal.js'
import type { Reopening } from './reopening.js'
import type { Reply } from './reply.js'
import { WrittenKeeping } from './written-keeping.js'

/** What the page lets this device keep: what isn't `off`. */
export interface KeptSettings {
  readonly drafts: string
  readonly outbox: string
}

/** What the words that are kept need to know of its element. */
export interface ReplyKeepingSurroundings {
  readonly words: () => Words
  readonly acts: Acts
  readonly reply: Reply
  readonly reopening: Reopening
  readonly renewal: Renewal
  readonly focus: FocusLead
  /** Whose request it is; nothing while that isn't known. */
  readonly scope: () => KeptScope | undefined
  readonly id: () => string
  readonly entries: () => readonly Entry[]
}

/** Where the words on one ticket are kept. */
interface Place extends KeptScope {
  readonly ticket: string
  readonly shelf: Promise<ReplyShelf | undefined>
}

/**
 * What this device keeps of one ticket: the answer and the reason for reopening while they are written, and an answer as it
 * is sent, until that is known to have arrived.
 */
export class ReplyKeeping implements ReactiveController {
  readonly answer: WrittenKeeping
  readonly reason: WrittenKeeping

  readonly #host: LitElement & KeptSettings
  readonly #surroundings: ReplyKeepingSurroundings
  #place: Place | undefined
  /** Counts the log-outs: what was to be kept before one is kept no more. */
  #logOuts = 0
  #queue: Promise<unknown> = Promise.resolve()

  constructor(host: LitElement & KeptSettings, surroundings: ReplyKeepingSurroundings) {
    const { words, focus, renewal, reply, reopening } = surroundings
    this.#host = host
    this.#surroundings = surroundings
    this.answer = new WrittenKeeping(host, {
      ...{ words, focus, renewal },
      text: () => ({
        ...{ guard: reply.guard, name: reply.name, files: reply.attachments.names },
        clear: () => {
          reply.clear()
        },
      }),
    })
    this.reason = new WrittenKeeping(host, {
      ...{ words, focus, renewal },
      text: () => ({
        ...{ guard: reopening.reason, name: reopening.name, files: [] },
        clear: () => {
          reopening.reason.clear()
        },
      }),
    })
    host.addController(this)
  }

  hostUpdated(): void {
    if (this.#host.renderRoot.querySelector('#reply, #open-reopening, #reopenReason')) this.#open()
    this.touch()
  }

  /** Something was typed or chosen: it is kept after the next pause. */
  touch(): void {
    this.answer.touch()
    this.reason.touch()
  }

  /** Keeps an answer as it goes; nothing where the page or the device doesn't. */
  async send({ id, key, message, after }: Sendable): Promise<OnItsWay | undefined> {
    const logOuts = this.#logOuts
    const place = this.#host.outbox === 'off' ? undefined : this.#place
    const shelf = place && (await inTime(place.shelf, longestLoading))
    if (!shelf || logOuts !== this.#logOuts) return undefined
    const { text = '', files = [] } = message
    const going = this.#queue.then(() => shelf.send({ ticket: id, key, text, files, after }))
    this.#queue = going
    await going
    return this.#way(shelf, { ticket: id, key, text })
  }

  /** The customer doesn't want the answer that was kept, nor the one that was on its way. */
  discard(): void {
    const { acts, id } = this.#surroundings
    const ticket = id()
    if (acts.of('reply') && !acts.isBusy) acts.clear()
    this.answer.discard()
    const shelf = this.#place?.shelf
    this.#queue = this.#queue.then(async () => {
      const { underWay } = (await (await shelf)?.read(ticket)) ?? {}
      if (underWay && !acts.isBusy) await (await shelf)?.forget(underWay.key)
    })
  }

  /** Another request: what was written on this one stays on the device. */
  close(): void {
    this.answer.close()
    this.reason.close()
    this.#place = undefined
  }

  /** Forgets what is kept on every request of this account: at its log-out. */
  clear(): void {
    const scope = this.#surroundings.scope()
    const shelf = this.#place?.shelf ?? (scope && this.#load(scope))
    this.#logOuts += 1
    this.answer.forget()
    this.reason.forget()
    this.#queue = Promise.all([this.#queue, this.answer.saved, this.reason.saved]).then(async () =>
      (await shelf)?.clear(),
    )
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
    const { shelf } = place
    this.answer.open(
      ticket,
      shelf.then(of => of?.written),
    )
    this.reason.open(
      ticket,
      shelf.then(of => of?.reasons),
    )
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
    if (!shelf) return
    const [kept, reason] = await Promise.all([shelf.read(place.ticket), shelf.reasons.read(place.ticket)])
    if (place !== this.#place) return
    this.reason.restore(reason)
    const underWay = this.#host.outbox === 'off' ? undefined : kept.underWay
    await this.#put(kept, underWay)
    if (place !== this.#place) return
    this.#host.requestUpdate()
    if (!underWay) return
    const { acts, reply } = this.#surroundings
    const { key, text, files, after, ticket: id } = underWay
    const message = { text, ...(files.length > 0 && { files }), intent: 'reply' } as const
    acts.recover({ id, key, message, after }, this.#way(shelf, underWay))
    if (reply.guard.text !== text) acts.edited('reply')
  }

  /** What was written last; where that is what has gone, with its files. */
  async #put({ written }: KeptReply, sent: ReplyUnderWay | undefined): Promise<void> {
    const { reply } = this.#surroundings
    const begun = this.#host.drafts === 'off' ? undefined : written
    if (!sent || (begun && begun.at > sent.at && begun.text !== sent.text)) this.answer.restore(begun)
    else if (reply.isBlank) {
      await reply.recall(sent.text, sent.files)
      this.answer.follow(written, sent.at)
    }
  }

  #way(
    shelf: ReplyShelf,
    { ticket, key, text }: { readonly ticket: string; readonly key: string; readonly text: string },
  ): OnItsWay {
    const forget = (): void => {
      this.#queue = this.#queue.then(() => shelf.forget(key))
    }
    return {
      arrived: () => {
        forget()
        this.answer.arrived(ticket, text, shelf.written)
      },
      failed: forget,
    }
  }
}

/** For whom this device keeps something: nobody else ever sees it. */
export function keptScope({ account }: Context, { provider }: ServicePolicy): KeptScope {
  return { provider: provider.name, account: account.id }
}
