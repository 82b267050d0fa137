import type { ReactiveControllerHost } from 'lit'
import {
  AdapterFault,
  newRequestKey,
  type Action,
  type FaultCode,
  type FieldKey,
  type InterventionAdapter,
  type Message,
} from '../../src/index.js'
import { Underway } from '../shared/underway.js'

/** How it stands with what the customer does: `unknown` where nobody can tell whether it arrived. */
export type ActState =
  | { readonly at: 'idle' }
  | {
      readonly at: 'sending'
      readonly action: Action
      /** How far it is, where files take their time. */
      readonly underway: Underway | undefined
    }
  /** Taken back by the customer, before the system had all of it. */
  | { readonly at: 'cancelled'; readonly action: Action }
  | {
      readonly at: 'failed'
      readonly action: Action
      readonly code: FaultCode
      readonly fields: readonly FieldKey[]
    }
  /** Where `isSafe`, the same may be sent once more: it is done only once. */
  | { readonly at: 'unknown'; readonly action: Action; readonly isSafe: boolean }
  /** Taken, and some of it was not kept. */
  | { readonly at: 'unstored'; readonly action: Action; readonly fields: readonly FieldKey[] }

/** What the same once more would fail by too. */
const hopeless: readonly FaultCode[] = ['conflict', 'invalid', 'forbidden', 'too-large']

/** How often, and for how long after a press, something is sent once more without another press; milliseconds. */
const mostTries = 3
const longestTrying = 60_000

/** Where what the customer does goes, and who is told. */
export interface ActSurroundings {
  readonly adapter: () => InterventionAdapter | undefined
  readonly id: () => string
  readonly onDone: (action: Action, message: Message) => void
  readonly onFault: (code: FaultCode) => void
  /** It isn't simply done: told once a press, however often it is tried meanwhile. */
  readonly onTrouble: (state: Trouble) => void
}

/** How it stands with something that was tried. */
export type Tried = Exclude<ActState, { at: 'idle' }>

/** What is not simply done. */
export type Trouble = Exclude<Tried, { at: 'sending' }>

/**
 * Does one thing at a time on a ticket: a press while another one is under way does nothing.
 *
 * What could not be told to have arrived is sent again with the same key, the very same message, where the system says that
 * this is safe: it is done once.
 */
export class Acts {
  state: ActState = { at: 'idle' }

  readonly #host: ReactiveControllerHost
  readonly #surroundings: ActSurroundings
  #pending:
    | {
        readonly message: Message
        readonly key: string
        readonly to: InterventionAdapter
        readonly id: string
      }
    | undefined
  /** When it was pressed last, epoch milliseconds of this machine, and how often it was sent since. */
  #pressed = { at: 0, tries: 0 }
  /** What was told of trouble since. */
  #told = ''
  #isEdited = false

  constructor(host: ReactiveControllerHost, surroundings: ActSurroundings) {
    this.#host = host
    this.#surroundings = surroundings
  }

  /** Is something under way? */
  get isBusy(): boolean {
    return this.state.at === 'sending'
  }

  /** How it stands with this action; nothing while it was not tried. */
  of(action: Action): Tried | undefined {
    return this.state.at !== 'idle' && this.state.action === action ? this.state : undefined
  }

  /**
   * Says it on the ticket; answers whether the provider took it. The same once more, after a failure, is no second message:
   * it goes under the same key.
   */
  async do(action: Action, message: Message): Promise<boolean> {
    const to = this.#surroundings.adapter()
    if (!to || this.isBusy) return false
    const said = { ...message, intent: action }
    const id = this.#surroundings.id()
    const isSame = this.#pending?.id === id && sameMessage(this.#pending.message, said)
    if (!isSame) this.#pending = { message: said, key: newRequestKey(), to, id }
    return this.#press(action)
  }

  /** Would another press send the same once more, to good purpose? */
  repeats(action: Action): boolean {
    const state = this.of(action)
    if (!state || this.#isEdited) return false
    if (state.at === 'failed') return !hopeless.includes(state.code)
    return state.at === 'cancelled' || (state.at === 'unknown' && state.isSafe)
  }

  /** What one of these would send is another now than what was tried. */
  edited(...actions: readonly Action[]): void {
    if (this.#isEdited || !actions.some(action => this.repeats(action))) return
    this.#isEdited = true
    this.#host.requestUpdate()
  }

  /** Sends the same once more, with the same key; answers whether the provider took it. */
  async again(): Promise<boolean> {
    if (this.state.at === 'idle' || this.state.at === 'unstored' || this.isBusy) return false
    return this.#press(this.state.action)
  }

  /** The system answers again: what may have got lost just now is sent once more, where that is safe. */
  settle(): void {
    const { state } = this
    const { at, tries } = this.#pressed
    if (state.at !== 'unknown' || !state.isSafe) return
    if (tries < mostTries && Date.now() - at < longestTrying) void this.#send(state.action)
  }

  /** Forgets what failed. */
  clear(): void {
    this.#pending = undefined
    this.#set({ at: 'idle' })
  }

  #press(action: Action): Promise<boolean> {
    this.#pressed = { at: Date.now(), tries: 0 }
    this.#told = ''
    this.#isEdited = false
    return this.#send(action)
  }

  async #send(action: Action): Promise<boolean> {
    const pending = this.#pending
    if (!pending) return false
    this.#pressed.tries += 1
    const { message, key, to, id } = pending
    const underway = message.files ? new Underway(() => this.#host.requestUpdate()) : undefined
    this.#set({ at: 'sending', action, underway })
    try {
      const { unstored } = await to.reply(id, message, { key, ...underway?.handing })
      if (pending !== this.#pending) return true
      this.#pending = undefined
      this.#set(unstored.length > 0 ? { at: 'unstored', action, fields: unstored } : { at: 'idle' })
      this.#surroundings.onDone(action, message)
      return true
    } catch (error) {
      if (pending !== this.#pending) return false
      if (underway?.isCancelled) {
        this.#set({ at: 'cancelled', action })
        return false
      }
      const fault =
        error instanceof AdapterFault ? error : new AdapterFault('unavailable', { uncertain: true })
      const { code, fields } = fault
      const isSafe = to.capabilities.retries.reply === 'safe'
      this.#set(fault.uncertain ? { at: 'unknown', action, isSafe } : { at: 'failed', action, code, fields })
      this.#surroundings.onFault(code)
      return false
    }
  }

  #set(state: ActState): void {
    this.state = state
    this.#host.requestUpdate()
    if (state.at === 'idle' || state.at === 'sending') return
    const told = `${state.at} ${state.at === 'failed' ? state.code : ''}`
    if (told === this.#told) return
    this.#told = told
    this.#surroundings.onTrouble(state)
  }
}

/** Files are the same where they are the very same: nobody compares their bytes. */
function sameMessage({ files = [], ...one }: Message, { files: others = [], ...other }: Message): boolean {
  return (
    JSON.stringify(one) === JSON.stringify(other) &&
    files.length === others.length &&
    files.every((file, index) => file === others[index])
  )
}
