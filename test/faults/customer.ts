import type { InterventionAdapter } from '../../src/adapter/adapter.js'
import { restAdapter } from '../../src/index.js'
import { Dispatch } from '../../src/request/dispatch.js'
import { next, type Attempt, type FlowAction, type FlowState } from '../../src/request/flow.js'
import { PORTAL } from '../support/wired.js'
import type { FaultyNetwork } from './network.js'
import type { Act, Schedule } from './schedule.js'
import type { VirtualTime } from './virtual-time.js'

/** Something broken on purpose, to see that it is noticed. */
export interface Plant {
  readonly fetch?: (fetch: (request: Request) => Promise<Response>) => (request: Request) => Promise<Response>
  readonly adapter?: (adapter: InterventionAdapter) => InterventionAdapter
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

/** One page of the customer's, from its loading until it is left or loaded anew. */
export class Tab {
  state: FlowState
  readonly #day: Day
  readonly #kept: Kept
  readonly #left = new AbortController()
  readonly #dispatch: Dispatch
  readonly #isKnown: Promise<unknown>

  constructor(day: Day, kept: Kept) {
    this.#day = day
    this.#kept = kept
    this.state = stateOf(kept)
    const fetch = day.network.fetchOf(this.#left.signal)
    const adapter = restAdapter({
      endpoint: '/api',
      base: `${PORTAL}/new`,
      fetch: day.plant.fetch?.(fetch) ?? fetch,
      renew: () => Promise.resolve(day.schedule.canRenew),
    })
    this.#dispatch = new Dispatch(day.plant.adapter?.(adapter) ?? adapter, { clock: day.time })
    this.#isKnown = adapter.context()
  }

  /** Presses what there is to press: Send, Try again, or Check again. Resolves when there is nothing to wait for. */
  async press(): Promise<void> {
    await this.#isKnown
    const { state } = this
    if (state.at === 'draft' || state.at === 'not-sent') {
      const { attempt } = this.#kept
      this.#do({ do: 'seal' })
      this.#do({ do: 'send', attempt })
      await this.#dispatch.run(attempt, action => this.#do(action))
    } else if (state.at === 'unknown' && !state.checking)
      await this.#dispatch.look(state.attempt, action => this.#do(action))
  }

  /** The page is left: it sends nothing any more, and nothing of it is heard of. */
  leave(): void {
    this.#left.abort()
    this.#dispatch.stop()
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
