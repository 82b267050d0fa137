import type { ReactiveController, ReactiveControllerHost } from 'lit'
import {
  Dispatch,
  faultCodeOf,
  type Attempt,
  type FlowAction,
  type InterventionAdapter,
} from '../../src/index.js'
import type { Keeping } from './keeping.js'
import { Underway } from '../shared/underway.js'

/** Who is told what becomes of a request. */
export type Answer = (attempt: Attempt, action: FlowAction) => void

/** The way of a request out of the page: to the system that it was sent to first, whatever the page has connected since. */
export class Sending implements ReactiveController {
  /** How far it is, where there are files to send. */
  underway: Underway | undefined
  /** When it is tried again by itself, epoch milliseconds of this machine. */
  retryAt: number | undefined

  readonly #host: ReactiveControllerHost & Node
  readonly #answer: Answer
  readonly #keeping: Keeping
  #sentTo: InterventionAdapter | undefined
  #dispatch: Dispatch | undefined
  /** What is out, and has no answer yet. */
  #out: Attempt | undefined
  /** Counts whom it was sent for. */
  #turn = 0

  constructor(host: ReactiveControllerHost & Node, keeping: Keeping, answer: Answer) {
    this.#host = host
    this.#keeping = keeping
    this.#answer = answer
    host.addController(this)
  }

  hostConnected(): void {
    addEventListener('online', this.#onOnline)
    // It was gone, and is back after all: what became of it meanwhile has been told to nobody.
    if (this.#out && this.#sentTo && this.#dispatch?.isLeft) void this.look(this.#out, this.#sentTo)
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#onOnline)
    // One that is only moved is back by then. What goes for good tries no more: whoever comes after finds it on the device.
    setTimeout(() => {
      if (!this.#host.isConnected) this.#dispatch?.leave()
    })
  }

  /** Can the system be asked what became of it? Otherwise only its list tells, to whoever looks. */
  get canLook(): boolean {
    return this.#sentTo?.find !== undefined || this.#sentTo?.capabilities.retries.submit === 'safe'
  }

  /** Hands it over for the first time; `isReached`: the system has answered just now. */
  async hand(attempt: Attempt, to: InterventionAdapter, isReached: boolean): Promise<void> {
    const underway = attempt.filing.files
      ? new Underway(() => {
          this.#host.requestUpdate()
        })
      : undefined
    this.underway = underway
    const reach = isReached ? undefined : () => to.context()
    const tell = this.#tell(attempt)
    const turn = this.#turn
    const work = async (): Promise<void> => {
      if (turn === this.#turn) await this.#to(to).run(attempt, tell, underway?.handing, reach)
    }
    const sent = (number: string): void => tell({ do: 'discover', number })
    await this.#keeping.onceAtATime(attempt, work, sent, to.capabilities.retries.submit === 'safe')
  }

  /** Hands the same bytes over once more, where they went before. */
  async again(attempt: Attempt, adapter: InterventionAdapter): Promise<void> {
    await this.hand(attempt, this.#sentTo ?? adapter, false)
  }

  /** Finds out what became of it: now, if that is about to be tried anyway. */
  async look(attempt: Attempt, adapter: InterventionAdapter): Promise<void> {
    if (this.#dispatch?.isWaiting && !this.#dispatch.isLeft) this.#dispatch.wake()
    else await this.#to(this.#sentTo ?? adapter).look(attempt, this.#tell(attempt))
  }

  /** Tries now in place of later: by a press. */
  now(): void {
    this.#dispatch?.wake()
  }

  /** Whose it was is here no more: nothing of it is tried again, told or noted; on their device it still stands. */
  abandon(): void {
    this.#turn += 1
    this.#dispatch?.leave()
    this.#out = undefined
    this.retryAt = undefined
    this.underway = undefined
  }

  /** Tries no more by itself. */
  stop(): void {
    this.#dispatch?.stop()
  }

  readonly #onOnline = (): void => {
    this.#dispatch?.online()
  }

  #to(adapter: InterventionAdapter): Dispatch {
    this.#sentTo = adapter
    return (this.#dispatch = new Dispatch(adapter, { isOnline: () => navigator.onLine }))
  }

  #tell(attempt: Attempt): (action: FlowAction) => void {
    this.#out = attempt
    return action => {
      if (isAnswer(action)) this.#out = undefined
      this.retryAt = action.do === 'wait' && action.ms !== null ? Date.now() + action.ms : undefined
      void this.#keeping.note(attempt, action)
      this.#answer(attempt, action)
    }
  }
}

/** Is there nothing more to wait for? */
function isAnswer(action: FlowAction): boolean {
  return (
    ['accept', 'reject', 'fail', 'discover'].includes(action.do) || (action.do === 'lose' && !action.goesOn)
  )
}

/** Who can't be reached now can be a moment later: what is known is enough to seal with. */
export async function nowOrNot<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked
  } catch (error) {
    if (faultCodeOf(error) === 'unavailable') return undefined
    throw error
  }
}
