import type { ReactiveController, ReactiveControllerHost } from 'lit'
import {
  AdapterFault,
  hasArrived,
  newRequestKey,
  type Action,
  type Entry,
  type FaultCode,
  type FieldKey,
  type InterventionAdapter,
  type Message,
} from '../../src/index.js'
import { Underway } from '../shared/underway.js'
import { refusesWords, sameMessage, type OnItsWay, type Pending, type Sendable } from './pending.js'
import type { ActState, Tried, Trouble, Wait } from './act-state.js'

/** What the same once more would fail by too. */
const hopeless: readonly FaultCode[] = ['conflict', 'invalid', 'forbidden', 'too-large']

/** How often, and for how long after a press, something is sent once more without another press; milliseconds. */
const mostTries = 3
const longestTrying = 60_000

/** What has no answer by then may have arrived, milliseconds; files take their time. */
const longestSilence = 30_000
const patienceWithFiles = 10

/** A system that asks for a longer wait than this is left alone: the customer is told, and presses again. */
const longestWait = 120_000

/** What passes by itself. */
const passing: readonly FaultCode[] = ['unavailable', 'rate-limited']

/** Where what the customer does goes, and who is told. */
export interface ActSurroundings {
  readonly adapter: () => InterventionAdapter | undefined
  readonly id: () => string
  /** What the ticket has, oldest first. */
  readonly entries: () => readonly Entry[]
  /** Keeps an answer on the device, so that it is the same one after a reload. */
  readonly keep: (reply: Sendable) => Promise<OnItsWay | undefined>
  readonly onDone: (action: Action, message: Message) => void
  readonly onFault: (code: FaultCode) => void
  /** It isn't simply done: told once a press, however often it is tried meanwhile. */
  readonly onTrouble: (state: Trouble) => void
}

/**
 * Does one thing at a time on a ticket: a press while another one is under way does nothing.
 *
 * What could not be told to have arrived is sent again with the same key, the very same message, where the system says that
 * this is safe: it is done once. From then on it is "not sent" no more: only the ticket, or a refusal of these very words,
 * tells. A system that asks for a wait gets it.
 */
export class Acts implements ReactiveController {
  state: ActState = { at: 'idle' }

  readonly #host: ReactiveControllerHost & Node
  readonly #surroundings: ActSurroundings
  #pending: Pending | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  /** When it was pressed last, epoch milliseconds of this machine, and how often it was sent since. */
  #pressed = { at: 0, tries: 0 }
  /** What was told of trouble since. */
  #told = ''
  #isEdited = false

  constructor(host: ReactiveControllerHost & Node, surroundings: ActSurroundings) {
    this.#host = host
    this.#surroundings = surroundings
    host.addController(this)
  }

  hostConnected(): void {
    // It was gone, and is back after all: what goes by itself is waited for anew.
    const { state } = this
    if ((state.at === 'failed' || state.at === 'unknown') && state.wait?.goesOn)
      this.#goOn(state.action, state.wait.until - Date.now())
  }

  hostDisconnected(): void {
    // One that is only moved is back by then. What goes for good tries no more: its words are kept on the device.
    setTimeout(() => {
      if (!this.#host.isConnected) clearTimeout(this.#timer)
    })
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
    if (!isSame) {
      const after = this.#surroundings.entries().at(-1)?.seq ?? 0
      this.#pending = {
        ...{ message: said, key: newRequestKey(), to, id, after },
        ...{ isLost: false, kept: undefined },
      }
    }
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
    const { state } = this
    if (this.#isEdited || !actions.some(action => this.repeats(action))) return
    this.#isEdited = true
    // Certainly not sent, and no longer wanted as it was: it doesn't go by itself either.
    if (state.at === 'failed' && state.wait) {
      clearTimeout(this.#timer)
      this.state = { ...state, wait: { ...state.wait, goesOn: false } }
    }
    this.#host.requestUpdate()
  }

  /** Sends the same once more, with the same key; answers whether the provider took it. */
  async again(): Promise<boolean> {
    if (this.state.at === 'idle' || this.state.at === 'unstored' || this.isBusy) return false
    return this.#press(this.state.action)
  }

  /** An answer that was on its way when the page was left: nobody knows what became of it, and it is found out. */
  recover(reply: Sendable, kept: OnItsWay): void {
    const to = this.#surroundings.adapter()
    if (!to || this.state.at !== 'idle') return
    this.#pending = { ...reply, to, isLost: true, kept }
    this.#pressed = { at: Date.now(), tries: 0 }
    this.#isEdited = false
    this.state = { at: 'unknown', action: 'reply', isSafe: this.#isSafe(to), wait: undefined }
    this.#host.requestUpdate()
    this.settle()
    this.#set(this.state)
  }

  /** The system answers again: what may have got lost is looked for, or sent once more where that is safe. */
  settle(): void {
    const { state } = this
    const pending = this.#pending
    if (state.at !== 'unknown' || !pending) return
    const { at, tries } = this.#pressed
    if (!state.isSafe) {
      const { text = '', files = [] } = pending.message
      const isSaid = state.action === 'reply' && pending.message.intent === 'reply'
      if (isSaid && hasArrived({ text, files, after: pending.after }, this.#surroundings.entries()))
        this.#finish(pending, 'reply', [])
      return
    }
    if (state.wait && Date.now() < state.wait.until) return
    if (tries < mostTries && Date.now() - at < longestTrying) void this.#send(state.action)
  }

  /** Forgets what failed. */
  clear(): void {
    clearTimeout(this.#timer)
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
    clearTimeout(this.#timer)
    this.#pressed.tries += 1
    const { message, key, to, id } = pending
    const underway = message.files ? new Underway(() => this.#host.requestUpdate()) : undefined
    this.#set({ at: 'sending', action, underway })
    if (action === 'reply') pending.kept ??= await this.#surroundings.keep(pending)
    // At the log-out nothing goes any more.
    if (pending !== this.#pending) return false
    const silence = setTimeout(
      () => this.#fail(pending, action, new AdapterFault('unavailable', { uncertain: true }), false),
      longestSilence * (message.files ? patienceWithFiles : 1),
    )
    try {
      const { unstored } = await to.reply(id, message, { key, ...underway?.handing })
      if (pending === this.#pending) this.#finish(pending, action, unstored)
      else pending.kept?.arrived()
      return true
    } catch (error) {
      this.#fail(pending, action, error, underway?.isCancelled === true)
      return false
    } finally {
      clearTimeout(silence)
    }
  }

  #finish(pending: Pending, action: Action, unstored: readonly FieldKey[]): void {
    this.#pending = undefined
    pending.kept?.arrived()
    const { message } = pending
    this.#set(unstored.length > 0 ? { at: 'unstored', action, fields: unstored, message } : { at: 'idle' })
    this.#surroundings.onDone(action, message)
  }

  #fail(pending: Pending, action: Action, error: unknown, isCancelled: boolean): void {
    const fault = error instanceof AdapterFault ? error : new AdapterFault('unavailable', { uncertain: true })
    const { code, fields } = fault
    pending.isLost ||= fault.uncertain && !isCancelled
    const isUnknown = pending.isLost && !refusesWords(fault)
    if (!isUnknown) {
      pending.kept?.failed()
      pending.kept = undefined
    }
    if (pending !== this.#pending) return
    if (isCancelled && !isUnknown) {
      this.#set({ at: 'cancelled', action })
      return
    }
    const isSafe = this.#isSafe(pending.to)
    const wait = this.#waitAfter(fault, action, isSafe)
    this.#set(
      isUnknown ? { at: 'unknown', action, isSafe, wait } : { at: 'failed', action, code, fields, wait },
    )
    if (!isCancelled) this.#surroundings.onFault(code)
  }

  /** As long as the system has asked; then once more, where that is safe and not for long. */
  #waitAfter({ code, retryAfterMs }: AdapterFault, action: Action, isSafe: boolean): Wait | undefined {
    if (retryAfterMs === undefined || retryAfterMs <= 0) return undefined
    const goesOn =
      isSafe && passing.includes(code) && retryAfterMs <= longestWait && this.#pressed.tries < mostTries
    // Nothing goes where the element is gone: it is waited for once that is back.
    if (goesOn && this.#host.isConnected) this.#goOn(action, retryAfterMs)
    return { until: Date.now() + retryAfterMs, goesOn }
  }

  #goOn(action: Action, afterMs: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#send(action), Math.max(0, Math.ceil(afterMs)))
  }

  #isSafe({ capabilities }: InterventionAdapter): boolean {
    return capabilities.retries.reply === 'safe'
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
