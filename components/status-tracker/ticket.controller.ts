import type { ReactiveController, ReactiveControllerHost } from 'lit'
import {
  advance,
  reconciled,
  standingOf,
  TicketFeed,
  type Entry,
  type FaultCode,
  type Intervention,
  type InterventionAdapter,
  type ServicePolicy,
  type Standing,
} from '../../src/index.js'
import { nextDrawingAt } from './next-drawing.js'

/** One request as it is shown. */
export interface Ticket {
  readonly intervention: Intervention
  readonly standing: Standing
  readonly entries: readonly Entry[]
  /** When the server answered last, epoch milliseconds of this machine's clock. */
  readonly heardAt: number
  /** How far the server's clock is ahead of this machine's, milliseconds. */
  readonly clockAhead: number
}

/** What is new on a request since it was told last. */
export interface News {
  readonly ticket: Ticket
  /** Is it in another stage? */
  readonly isMoved: boolean
  /** What others than the customer have put on it. */
  readonly entries: readonly Entry[]
}

/** Which request, and whom the news are told. */
export interface TicketSurroundings {
  readonly policy: () => ServicePolicy | undefined
  readonly onNews: (news: News) => void
  readonly onFault: (code: FaultCode) => void
  /** The connection is lost by this fault, or is back; each told once. */
  readonly onConnection: (fault: FaultCode | undefined) => void
  /** The system has answered. */
  readonly onHeard: () => void
}

/** Keeps one request up to date while its element is on a page that somebody looks at. */
export class TicketController implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #surroundings: TicketSurroundings
  #feed: TicketFeed | undefined
  #of: readonly [InterventionAdapter, string] | undefined
  #isConnected = false
  #told: Ticket | undefined
  #lastFault: FaultCode | undefined
  #toldFault: FaultCode | undefined
  /** The standing by the entries alone, as far as they are counted: a new entry is added to it. */
  #counted:
    | { readonly entries: readonly Entry[]; readonly policy: ServicePolicy; readonly standing: Standing }
    | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(host: ReactiveControllerHost, surroundings: TicketSurroundings) {
    this.#host = host
    this.#surroundings = surroundings
    host.addController(this)
  }

  hostConnected(): void {
    this.#isConnected = true
    document.addEventListener('visibilitychange', this.#onVisibility)
    addEventListener('pageshow', this.#onShow)
    this.#onVisibility()
    this.#feed?.start()
  }

  hostUpdated(): void {
    this.#wait()
  }

  hostDisconnected(): void {
    this.#isConnected = false
    document.removeEventListener('visibilitychange', this.#onVisibility)
    removeEventListener('pageshow', this.#onShow)
    this.#feed?.stop()
    clearTimeout(this.#timer)
  }

  /** Follows a request; the same again changes nothing. */
  follow(adapter: InterventionAdapter | undefined, id: string): void {
    if (this.#of?.[0] === adapter && this.#of?.[1] === id) return
    this.forget()
    if (!adapter || id === '') return
    this.#of = [adapter, id]
    this.#feed = new TicketFeed(adapter, id, {
      onChange: () => {
        this.#onChange()
      },
    })
    this.#onVisibility()
    if (this.#isConnected) this.#feed.start()
  }

  /** Forgets the request. */
  forget(): void {
    this.#feed?.stop()
    this.#feed = undefined
    this.#of = undefined
    this.#told = undefined
    this.#lastFault = this.#toldFault = undefined
    this.#counted = undefined
  }

  /** Asks for what is new, now; a fault is told though it is the same as before. */
  async refresh(): Promise<void> {
    this.#toldFault = undefined
    await this.#feed?.refresh()
  }

  /** The request as it was heard last. */
  get ticket(): Ticket | undefined {
    const heard = this.#feed?.heard
    const policy = this.#surroundings.policy()
    if (!heard || !policy) return undefined
    const { intervention, timeline, at, clockAhead } = heard
    const { entries } = timeline
    const standing = reconciled(this.#standing(entries, policy), intervention, policy)
    return { intervention, standing, entries, heardAt: at, clockAhead }
  }

  /** Why the last try to hear of it failed; nothing while all is well. */
  get fault(): FaultCode | undefined {
    return this.#feed?.fault
  }

  readonly #onVisibility = (): void => {
    const isVisible = document.visibilityState === 'visible'
    this.#feed?.see(isVisible)
    if (isVisible) this.#host.requestUpdate()
    else clearTimeout(this.#timer)
  }

  /** A page that the browser had laid aside comes back with its connections cut, and no word of that. */
  readonly #onShow = ({ persisted }: PageTransitionEvent): void => {
    this.#onVisibility()
    if (!persisted || !this.#feed) return
    this.#feed.stop()
    this.#feed.start()
  }

  /** Words of time change by themselves: they are drawn anew when they do, while somebody can see it. */
  #wait(): void {
    clearTimeout(this.#timer)
    const { ticket } = this
    const policy = this.#surroundings.policy()
    if (!ticket || !policy || !this.#isConnected || document.visibilityState !== 'visible') return
    const now = Date.now() + ticket.clockAhead
    this.#timer = setTimeout(
      () => {
        this.#host.requestUpdate()
      },
      // The clock of a machine and its timers may be a little apart: never before it is time.
      Math.ceil(nextDrawingAt(ticket, policy, now) - now) + 1,
    )
  }

  #onChange(): void {
    const { fault, ticket } = this
    this.#host.requestUpdate()
    if (!fault) this.#surroundings.onHeard()
    else if (fault !== this.#toldFault) this.#surroundings.onFault(fault)
    if (fault !== this.#lastFault) this.#surroundings.onConnection(fault)
    this.#lastFault = this.#toldFault = fault
    if (!ticket) return
    const before = this.#told
    this.#told = ticket
    if (!before || before.intervention.version === ticket.intervention.version) return
    const known = new Map(before.entries.map(({ id, rev }) => [id, rev]))
    this.#surroundings.onNews({
      ticket,
      isMoved:
        before.standing.stage !== ticket.standing.stage || before.standing.phase !== ticket.standing.phase,
      entries: ticket.entries.filter(({ id, rev, by }) => by !== 'customer' && known.get(id) !== rev),
    })
  }

  /** Counted anew only where what was counted is not the beginning of what is there. */
  #standing(entries: readonly Entry[], policy: ServicePolicy): Standing {
    const counted = this.#counted
    if (counted?.entries === entries && counted.policy === policy) return counted.standing
    // An entry in the midst may have been revised: only the very same ones are counted already.
    const continues =
      counted?.policy === policy && counted.entries.every((entry, index) => entry === entries[index])
    const standing = continues
      ? entries
          .slice(counted.entries.length)
          .reduce((sofar, entry) => advance(sofar, entry, policy), counted.standing)
      : standingOf(entries, policy)
    this.#counted = { entries, policy, standing }
    return standing
  }
}
