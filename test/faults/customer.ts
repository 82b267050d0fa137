import type { InterventionAdapter } from '../../src/adapter/adapter.js'
import { restAdapter } from '../../src/index.js'
import { next, type Attempt, type FlowAction, type FlowState } from '../../src/request/flow.js'
import { lookUp, send } from '../../src/request/send.js'
import { PORTAL } from '../support/wired.js'
import type { FaultyNetwork } from './network.js'
import type { Act, Schedule } from './schedule.js'
import type { VirtualTime } from './virtual-time.js'

/** Something broken on purpose, to see that it is noticed. */
export interface Plant {
  readonly fetch?: (fetch: (request: Request) => Promise<Response>) => (request: Request) => Promise<Response>
  /** What is handed over again in place of the attempt that is kept. */
  readonly again?: (attempt: Attempt) => Promise<Attempt>
  readonly look?: (attempt: Attempt, adapter: InterventionAdapter) => Promise<FlowAction>
}

/** What outlives a page in its tab: the attempt, and what the customer was last told of it there. */
interface Kept {
  readonly attempt: Attempt
  told: FlowState['at']
}

/** What the parts of a day share. */
export interface Day {
  readonly schedule: Schedule
  readonly network: FaultyNetwork
  readonly time: VirtualTime
  /** The same in all tabs. */
  readonly attempt: Attempt
  readonly plant: Plant
  /** Told of whatever a customer is told, at the moment when it is. */
  readonly heard: (state: FlowState) => void
}

/** How a page hands over, and looks again: what is driven here, in one place. */
const courier = {
  hand: send,
  async look(attempt: Attempt, adapter: InterventionAdapter): Promise<FlowAction> {
    const action = await lookUp(attempt, adapter)
    // That a further try is refused says nothing of the first one, which `lookUp` doesn't know: this one stays unknown.
    return action.do === 'fail' ? { do: 'lose' } : action
  },
}

/** One page of the customer's, from its loading until it is left or loaded anew. */
export class Tab {
  state: FlowState
  readonly #day: Day
  readonly #kept: Kept
  readonly #left = new AbortController()
  readonly #adapter: InterventionAdapter
  readonly #isKnown: Promise<unknown>

  constructor(day: Day, kept: Kept) {
    this.#day = day
    this.#kept = kept
    this.state = stateOf(kept)
    const fetch = day.network.fetchOf(this.#left.signal)
    this.#adapter = restAdapter({
      endpoint: '/api',
      base: `${PORTAL}/new`,
      fetch: day.plant.fetch?.(fetch) ?? fetch,
      renew: () => Promise.resolve(day.schedule.canRenew),
    })
    this.#isKnown = this.#adapter.context()
  }

  /** Presses what there is to press: Send, Try again, or Check again. Resolves when there is an answer. */
  async press(): Promise<void> {
    await this.#isKnown
    const { at } = this.state
    if (at === 'unknown') await this.#look(this.state.attempt)
    else if (at === 'draft' || at === 'not-sent') await this.#send()
  }

  /** The page is left: nothing of it is heard of any more. */
  leave(): void {
    this.#left.abort()
  }

  async #send(): Promise<void> {
    const { attempt: kept } = this.#kept
    const { again } = this.#day.plant
    const isFurther = this.state.at === 'not-sent'
    if (!isFurther) this.#do({ do: 'seal' })
    const attempt = isFurther && again ? await again(kept) : kept
    const before = this.state
    this.#do({ do: 'send', attempt })
    if (this.state !== before) this.#do(await courier.hand(attempt, this.#adapter))
  }

  async #look(attempt: Attempt): Promise<void> {
    if (this.state.at === 'unknown' && this.state.checking) return
    this.#do({ do: 'look' })
    const { again, look = courier.look } = this.#day.plant
    this.#do(await look((await again?.(attempt)) ?? attempt, this.#adapter))
  }

  #do(action: FlowAction): void {
    const state = next(this.state, action)
    if (this.#left.signal.aborted || state === this.state) return
    this.state = state
    this.#kept.told = state.at
    if (state.at !== 'sealing' && state.at !== 'sending') this.#day.heard(state)
  }
}

/** One customer's day in one tab; resolves with the page as it was left lying. */
export async function customer(day: Day, acts: readonly Act[]): Promise<Tab> {
  const kept: Kept = { attempt: day.attempt, told: 'draft' }
  let tab = new Tab(day, kept)
  const reload = () => {
    tab.leave()
    tab = new Tab(day, kept)
  }
  for (const [index, { wait, reload: isReloaded, impatient }] of acts.entries()) {
    if (index > 0) await day.time.pause(wait)
    if (isReloaded) reload()
    if (kept.told === 'accepted') break
    const presses = [tab.press(), ...(day.schedule.isDouble ? [tab.press()] : [])]
    const answered = Promise.all(presses)
    if (impatient === undefined) await answered
    else {
      await Promise.race([answered, day.time.pause(impatient)])
      reload()
    }
  }
  return tab
}

/** What a page that is loaded anew begins with: what was under way is not known, until it is looked up. */
function stateOf({ attempt, told }: Kept): FlowState {
  switch (told) {
    case 'draft':
      return { at: 'draft', step: 'check', issues: [] }
    case 'not-sent':
      return { at: 'not-sent', reason: { kind: 'fault', code: 'unavailable' }, attempt }
    default:
      return { at: 'unknown', attempt, checking: false, differs: false }
  }
}
