import type { ReactiveControllerHost } from 'lit'
import { newRequestKey, type Facts, type FlowState, type TicketContents } from '../../src/index.js'
import { isOutOfReach } from '../shared/by-hand.js'
import type { RequestSurroundings } from './composition.js'
import type { DraftStore } from './draft-store.js'

/** A request that the customer can take along, and file by hand. */
export interface Taken {
  readonly key: string
  readonly text: string
  /** What the text tells: it may be another request than the one that the fields hold by now. */
  readonly request: TicketContents
}

/** What the text is made of. */
export interface TakeAlongPlaces {
  readonly store: DraftStore
  readonly surroundings: () => RequestSurroundings | undefined
  /** The request's key, which this makes where there is none yet. */
  readonly draft: { key: string | undefined }
}

/** Makes a text of the request where the form can't hand it over: all of it but the login details. */
export class TakeAlong {
  readonly #host: ReactiveControllerHost
  readonly #places: TakeAlongPlaces
  /** Of a request that didn't come so far as to be tried. */
  #untried: Omit<Taken, 'text'> | undefined

  constructor(host: ReactiveControllerHost, places: TakeAlongPlaces) {
    this.#host = host
    this.#places = places
  }

  /** What can be taken along as the request stands; `undefined` where there is no need to, or it isn't made yet. */
  of(state: FlowState, facts: Facts): Taken | undefined {
    if (!isStuck(state)) return undefined
    const { attempt } = state
    const taken = attempt ? { key: attempt.key, request: attempt.filing } : this.#untried
    const text = taken && this.#places.surroundings()?.byHandText(taken.request, facts)
    return taken && text !== undefined ? { ...taken, text } : undefined
  }

  /** Makes it, where nothing was signed yet: that takes a moment. */
  async follow(state: FlowState): Promise<void> {
    this.#untried = undefined
    const { store, surroundings, draft } = this.#places
    const from = surroundings()
    if (!isStuck(state) || state.attempt || !from) return
    const key = (draft.key ??= newRequestKey())
    // Where it can't be made, the way by hand is told without it.
    const request = await store.byHand(from, key).catch(() => undefined)
    if (!request || draft.key !== key) return
    this.#untried = { key, request }
    this.#host.requestUpdate()
  }
}

/** Is there no way to the provider's system, as far as anybody can tell? */
function isStuck(state: FlowState): state is Extract<FlowState, { at: 'not-sent' | 'unknown' }> {
  return state.at === 'not-sent' ? isOutOfReach(state.reason) : state.at === 'unknown' && !state.checking
}
