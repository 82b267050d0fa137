import type { InterventionAdapter } from '../adapter/adapter.js'
import { ownClock, pause, type Clock } from '../adapter/clock.js'
import { backoff } from '../backoff.js'
import { askedWait, type Attempt, type FlowAction, type NotSentReason } from './flow.js'
import { passesByItself, reached } from './reach.js'
import { lookUp, lostBy, send, type Handing } from './send.js'
import { Silence } from './silence.js'

/** How often something is tried again by itself, and for how long after a press; milliseconds. */
const mostRetries = 3
const longestTrying = 60_000

/** A server that asks for a longer wait than this gets none: the customer is told, and presses again. */
const longestWait = 120_000

/** For so long nobody else has signed in since the system was asked; milliseconds, less than the shortest wait before a retry. */
const freshFor = 500

/** What a dispatch needs of the page. */
export interface DispatchOptions {
  readonly clock?: Clock
  /** What the browser says of the network; it may be wrong when it says yes. */
  readonly isOnline?: () => boolean
}

/** Told each step of a submission. */
export type Tell = (action: FlowAction) => void

/**
 * Hands one request over, and tries again by itself where that is safe: the same key and the same bytes each time.
 *
 * After what passes by itself it waits by `backoff`, or as long as the server has asked; three times within a minute at
 * most. Where it may have arrived it asks what became of it, and from then on only a ticket, or the system's refusal of
 * these very words, is an answer: "not sent" is never said of what may be there.
 */
export class Dispatch {
  readonly #adapter: InterventionAdapter
  readonly #clock: Clock
  readonly #isOnline: () => boolean
  #waiting: AbortController | undefined
  #isAskedToWait = false
  #isUrged = false
  #isStopped = false
  #isLeft = false

  constructor(
    adapter: InterventionAdapter,
    { clock = ownClock, isOnline = () => true }: DispatchOptions = {},
  ) {
    this.#adapter = adapter
    this.#clock = clock
    this.#isOnline = isOnline
  }

  /**
   * Hands it over. Never rejects; resolves when it is through, or needs the customer.
   *
   * `reach`: asked before each try. As long as it has no answer nothing is sent, and that is certain. `isReached`: it was
   * asked just now, and needs no asking for what goes at once.
   */
  async run(
    attempt: Attempt,
    tell: Tell,
    handing: Handing = {},
    reach?: () => Promise<unknown>,
    isReached = false,
  ): Promise<void> {
    const reachedAt = isReached ? this.#clock.now() : -Infinity
    const ask = async (): Promise<FlowAction | undefined> => {
      const isFresh = this.#clock.now() - reachedAt < freshFor
      const reason = !isFresh && reach ? await this.#reach(reach, tell, handing) : undefined
      return reason && { do: 'fail', reason }
    }
    const hand = (silence: Silence) => send(attempt, this.#adapter, silence.heardIn(handing))
    await this.#try(attempt, tell, false, hand, ask)
  }

  /** Finds out what became of what may have arrived. Never rejects. */
  async look(attempt: Attempt, tell: Tell): Promise<void> {
    await this.#try(attempt, tell, true, () => lookUp(attempt, this.#adapter))
  }

  /** Is it between two tries? */
  get isWaiting(): boolean {
    return this.#waiting !== undefined
  }

  /** Does nobody wait for it any more? */
  get isLeft(): boolean {
    return this.#isLeft
  }

  /** Somebody presses: what waits waits no longer, though the browser should say that there is no network: it may be wrong. */
  wake(): void {
    this.#isUrged = true
    this.#rouse()
  }

  /** The network is back: what waits waits no longer, unless it is the server that has asked for the wait. */
  online(): void {
    if (!this.#isAskedToWait) this.#rouse()
  }

  /** Tries no more by itself: the customer thinks again. What is out already stays so. */
  stop(): void {
    this.#isStopped = true
    this.#rouse()
  }

  /** Nobody waits for it any more: nothing is tried again; what is out stays out, and what comes of it is told. */
  leave(): void {
    this.#isLeft = true
    this.#rouse()
  }

  async #try(
    attempt: Attempt,
    tell: Tell,
    isLost: boolean,
    hand: (silence: Silence) => Promise<FlowAction>,
    ask?: () => Promise<FlowAction | undefined>,
  ): Promise<void> {
    const began = this.#clock.now()
    for (let retries = 0; ; retries += 1) {
      await this.#untilOnline(tell, isLost)
      if (this.#isOver(tell, isLost)) return
      tell(isLost ? { do: 'look' } : { do: 'send', attempt })
      const unreached = isLost ? undefined : await ask?.()
      if (!unreached && this.#isOver(tell, isLost)) return
      const call = isLost ? () => lookUp(attempt, this.#adapter) : hand
      const watched = unreached
        ? { action: unreached, isLost }
        : await this.#watch(attempt, call, tell, isLost)
      isLost = watched.isLost
      const { action } = watched
      const wait = this.#waitAfter(action, retries, began)
      if (wait === undefined) {
        tell(action)
        return
      }
      tell(action.do === 'lose' ? { ...action, goesOn: true } : { do: 'wait', ms: wait })
      this.#isAskedToWait = askedWait(action) !== undefined
      await this.#pause(wait)
      this.#isAskedToWait = false
    }
  }

  /** Is nothing to be sent any more? Where nothing was, that is told. */
  #isOver(tell: Tell, isLost: boolean): boolean {
    const isOver = this.#isLeft || (this.#isStopped && !isLost)
    if (isOver && !isLost) tell({ do: 'fail', reason: { kind: this.#isStopped ? 'cancelled' : 'left' } })
    return isOver
  }

  /** Why the system isn't there to be sent to, where it isn't. */
  #reach(ask: () => Promise<unknown>, tell: Tell, handing: Handing): Promise<NotSentReason | undefined> {
    return reached(ask, {
      clock: this.#clock,
      handing,
      onSlow() {
        tell({ do: 'linger' })
      },
      // Who was waited for that long is asked again by a press.
      onSilent: () => {
        this.#isStopped = true
      },
    })
  }

  /** What a call came to; in the meantime it tells how long it takes. */
  async #watch(
    attempt: Attempt,
    call: (silence: Silence) => Promise<FlowAction>,
    tell: Tell,
    wasLost: boolean,
  ): Promise<{ readonly action: FlowAction; readonly isLost: boolean }> {
    let isLost = wasLost
    const silence = new Silence({
      clock: this.#clock,
      hasFiles: attempt.filing.files !== undefined,
      onSlow() {
        tell({ do: 'linger' })
      },
      onLost() {
        isLost = true
        tell({ do: 'lose' })
      },
      onHeard() {
        tell({ do: 'send', attempt })
      },
    })
    const action = await call(silence)
    silence.end()
    if (isLost && action.do === 'fail') return { action: lostBy(action.reason), isLost }
    return { action, isLost: isLost || action.do === 'lose' }
  }

  /** How long to wait before the next try, milliseconds; `undefined`: there is none. */
  #waitAfter(action: FlowAction, retries: number, began: number): number | undefined {
    const fault = action.do === 'fail' && action.reason.kind === 'fault' ? action.reason : undefined
    const trouble = action.do === 'lose' ? action : fault
    if (!trouble || this.#isStopped || this.#isLeft || retries >= mostRetries) return undefined
    const { code, retryAfterMs } = trouble
    if (code !== undefined && !passesByItself(code)) return undefined
    const isSafe = this.#adapter.capabilities.retries.submit === 'safe'
    if (!isSafe && (fault || !this.#adapter.find)) return undefined
    if (retryAfterMs !== undefined) return retryAfterMs <= longestWait ? Math.max(retryAfterMs, 0) : undefined
    const jitter = backoff(retries + 1, this.#clock.random())
    return this.#clock.now() + jitter - began <= longestTrying ? jitter : undefined
  }

  async #untilOnline(tell: Tell, isLost: boolean): Promise<void> {
    let isTold = false
    while (!this.#isOnline() && !this.#isStopped && !this.#isLeft && !this.#isUrged) {
      // Who looks may look by hand meanwhile.
      if (!isTold) tell(isLost ? { do: 'lose', code: 'unavailable' } : { do: 'wait', ms: null })
      isTold = true
      await this.#pause(longestTrying)
    }
    this.#isUrged = false
  }

  #rouse(): void {
    this.#waiting?.abort()
  }

  async #pause(ms: number): Promise<void> {
    const waiting = new AbortController()
    this.#waiting = waiting
    await pause(ms, waiting.signal, this.#clock)
    this.#waiting = undefined
  }
}
