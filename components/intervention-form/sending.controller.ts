import type { ReactiveController, ReactiveControllerHost } from 'lit'
import {
  askSigner,
  Dispatch,
  faultCodeOf,
  type Attempt,
  type FlowAction,
  type InterventionAdapter,
} from '../../src/index.js'
import { isSame, type Keeping } from './keeping.js'
import { inTime, longestLoading } from '../shared/in-time.js'
import { Underway } from '../shared/underway.js'

/** How long the client area is asked what is new before the sealing; milliseconds. */
const longestAsking = 10_000

/** Who is told what becomes of a request. */
export type Answer = (attempt: Attempt, action: FlowAction) => void

/** The way of a request out of the page: to the system that it was sent to first, whatever the page has connected since. */
export class Sending implements ReactiveController {
  /** How far it is, where there are files to send. */
  underway: Underway | undefined

  readonly #host: ReactiveControllerHost & Node
  readonly #answer: Answer
  readonly #keeping: Keeping
  #sentTo: InterventionAdapter | undefined
  #dispatch: Dispatch | undefined
  /** What is out, and has no answer yet. */
  #out: Attempt | undefined
  /** What came of it when the element was gone. */
  #late: { readonly attempt: Attempt; readonly action: FlowAction } | undefined
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
    const late = this.#late
    this.#late = undefined
    if (late) void this.#tellLate(late.attempt, late.action)
    else if (this.#out && this.#sentTo && this.#dispatch?.isLeft) void this.look(this.#out, this.#sentTo)
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
    return this.#sentTo !== undefined && (this.#sentTo.find !== undefined || !isUnsafe(this.#sentTo))
  }

  /** Hands it over for the first time; `isReached`: the system has answered just now. */
  async hand(attempt: Attempt, to: InterventionAdapter, isReached: boolean): Promise<void> {
    const underway = attempt.filing.files
      ? new Underway(() => {
          this.#host.requestUpdate()
        })
      : undefined
    this.underway = underway
    const reach = () => askSigner(attempt, to)
    const dispatch = this.#to(to)
    const tell = this.#tell(attempt, to, dispatch)
    const turn = this.#turn
    // The next may begin once there is an answer, or nobody can tell: who never answers holds nobody up.
    const work = async (out?: Attempt): Promise<void> => {
      if (turn !== this.#turn) return
      await new Promise<void>(resolve => {
        const told = (action: FlowAction): void => {
          tell(action)
          if (isAnswer(action)) resolve()
        }
        // What goes out in another tab's name are its words.
        if (out) told({ do: 'lose', differs: !isSame(out, attempt), goesOn: true })
        const through = out
          ? dispatch.look(out, told)
          : dispatch.run(attempt, told, underway?.handing, reach, isReached)
        void through.then(resolve)
      })
      await this.#keeping.noted
    }
    await this.#keeping.onceAtATime(attempt, work, tell, !isUnsafe(to))
  }

  /** Hands the same bytes over once more, where they went before. */
  async again(attempt: Attempt, adapter: InterventionAdapter): Promise<void> {
    await this.hand(attempt, this.#sentTo ?? adapter, false)
  }

  /** Finds out what became of it: now, if that is about to be tried anyway. `differs`: other words may be there. */
  async look(attempt: Attempt, adapter: InterventionAdapter, differs = false): Promise<void> {
    if (this.#dispatch?.isWaiting && !this.#dispatch.isLeft) this.#dispatch.wake()
    else {
      const to = this.#sentTo ?? adapter
      const dispatch = this.#to(to)
      await dispatch.look(attempt, this.#tell(attempt, to, dispatch, differs))
    }
  }

  /** The same for what was found: the tab that it was sent from may be there still. */
  async recover(attempt: Attempt, adapter: InterventionAdapter): Promise<void> {
    // Where it is sent again without danger, looking for it may send it.
    const turn = this.#turn
    if (!isUnsafe(adapter)) await inTime(this.#keeping.lose(attempt), longestLoading)
    if (turn === this.#turn) await this.look(attempt, adapter)
  }

  /** Tries now in place of later: by a press. */
  now(): void {
    this.#dispatch?.wake()
  }

  /** The customer has looked through the tickets: what is still out isn't waited for. */
  settle(attempt: Attempt, isThere: boolean): void {
    this.#dispatch?.leave()
    if (!isThere) void this.#keeping.note(attempt, { do: 'fail', reason: { kind: 'missed' } })
  }

  /** Whose it was is here no more: nothing of it is tried again, told or noted; on their device it still stands. */
  abandon(): void {
    this.#turn += 1
    this.#dispatch?.leave()
    this.#sentTo = undefined
    this.#out = undefined
    this.#late = undefined
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

  /** It is there, from another place: nothing of it goes out any more. */
  leave(): void {
    this.#dispatch?.leave()
  }

  #tell(
    attempt: Attempt,
    to: InterventionAdapter,
    dispatch: Dispatch,
    differs = false,
  ): (action: FlowAction) => void {
    this.#out = attempt
    const turn = this.#turn
    let isKnown = !differs
    return action => {
      if (turn !== this.#turn || (dispatch.isLeft && !isLastWord(action, to))) return
      if (isAnswer(action)) this.#out = undefined
      if (action.do === 'lose' && action.differs) isKnown = false
      // It is there: nothing else of it goes out.
      if (action.do === 'accept') this.leave()
      void this.#pass(attempt, action, isKnown)
    }
  }

  /** Notes what has come of it, and tells that, or what is known better: another tab may have tried the same. */
  async #pass(attempt: Attempt, action: FlowAction, isKnown: boolean): Promise<void> {
    const turn = this.#turn
    const noted = this.#keeping.note(attempt, action, this.#host.isConnected, isKnown)
    const told = action.do === 'fail' ? ((await inTime(noted, longestLoading)) ?? action) : action
    if (turn !== this.#turn) return
    if (this.#host.isConnected) this.#answer(attempt, told)
    else if (isAnswer(told)) this.#late = { attempt, action: told }
  }

  /** It was noted when it came. */
  async #tellLate(attempt: Attempt, action: FlowAction): Promise<void> {
    const turn = this.#turn
    const known = (await inTime(this.#keeping.late(attempt, action), longestLoading)) ?? action
    if (turn !== this.#turn) return
    if (known.do === 'accept') void this.#keeping.settled(attempt.key)
    this.#answer(attempt, known)
  }
}

function isUnsafe({ capabilities }: InterventionAdapter): boolean {
  return capabilities.retries.submit === 'unsafe'
}

/**
 * Does it count when nobody has waited for it any more? That nothing was sent is true only where nobody else, who has
 * come after, may have sent the same meanwhile.
 */
function isLastWord(action: FlowAction, to: InterventionAdapter): boolean {
  return ['accept', 'reject', 'discover'].includes(action.do) || (action.do === 'fail' && isUnsafe(to))
}

/** Is there nothing more to wait for? */
function isAnswer(action: FlowAction): boolean {
  return (
    ['accept', 'reject', 'fail', 'discover'].includes(action.do) || (action.do === 'lose' && !action.goesOn)
  )
}

/** Who can't be reached now, or says nothing for long, can be reached a moment later: what is known is enough to seal with. */
export async function nowOrNot<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await inTime(asked, longestAsking)
  } catch (error) {
    if (faultCodeOf(error) === 'unavailable') return undefined
    throw error
  }
}
