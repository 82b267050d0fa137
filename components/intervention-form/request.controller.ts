import type { ReactiveControllerHost } from 'lit'
import {
  faultReason,
  mayBeOthers,
  newRequestKey,
  next,
  steps,
  type Attempt,
  type Context,
  type Draft,
  type Facts,
  type FlowAction,
  type FlowState,
  type ServicePolicy,
  type StepId,
} from '../../src/index.js'
import type { RequestSurroundings } from './composition.js'
import { restsUntil, type FocusTarget } from './consequences.js'
import { DraftKeeping } from './draft-keeping.js'
import { DraftStore, type Keepers } from './draft-store.js'
import { Keeping, type KeptSettings } from './keeping.js'
import { allOf, KeptPress } from './kept-press.js'
import { letGo } from './let-go.js'
import { recovered } from './recovered.js'
import { resumeOnReturn } from './resume.js'
import { nowOrNot, Sending } from './sending.controller.js'
import { TakeAlong } from './take-along.js'

/** Who shows how it stands. */
export interface Shown {
  readonly changed: (before: FlowState, now: FlowState) => void
  readonly focus: (target: FocusTarget) => void
}

/** Takes a request from an empty draft to the ticket: holds the state, runs the one write, and shows nothing itself. */
export class RequestController {
  state: FlowState = { at: 'draft', step: 'server', issues: [] }
  /** Until when the system is let alone, where that is long; epoch milliseconds of this machine. */
  retryAt: number | undefined
  /** The way out of the page. */
  readonly sending: Sending
  /** What this device keeps of the draft, and the request's key. */
  readonly drafts: DraftKeeping
  /** What was typed and chosen. */
  readonly store: DraftStore
  /** What the customer takes along where the form can't hand it over. */
  readonly takeAlong: TakeAlong

  readonly #host: ReactiveControllerHost & Node
  readonly #keepers: Keepers
  readonly #keeping: Keeping
  readonly #press: KeptPress
  readonly #surroundings: () => RequestSurroundings | undefined
  readonly #shown: Shown
  /** Has the check page been reached? From then on a correction leads straight back to it. */
  #reviewed = false

  constructor(
    host: ReactiveControllerHost & Node & KeptSettings,
    keepers: Keepers,
    surroundings: () => RequestSurroundings | undefined,
    shown: Shown,
  ) {
    this.#host = host
    this.#keepers = keepers
    this.#surroundings = surroundings
    this.#shown = shown
    this.#keeping = new Keeping(host, ({ key, ...sent }) => {
      if (key === this.drafts.key) this.#discover({ do: 'discover', ...sent })
    })
    this.sending = new Sending(host, this.#keeping, (attempt, action) => this.#answer(attempt, action))
    this.store = new DraftStore(keepers, surroundings)
    const ways = { restart: () => this.again(), focusNote: () => shown.focus('draft-note') }
    this.drafts = new DraftKeeping(host, { keepers, store: this.store, keeping: this.#keeping, ...ways })
    this.takeAlong = new TakeAlong(host, { store: this.store, surroundings, draft: this.drafts })
    this.#press = new KeptPress(host, {
      beginning: () => this.store.beginning,
      settle: () => allOf(this.store.settle(), keepers.later.settle()),
    })
    resumeOnReturn(host, this, surroundings)
  }

  /** The draft, once the client area has told what to begin with. */
  get draft(): Draft | undefined {
    return this.store.draft
  }

  /** What the draft is checked against. */
  get facts(): Facts | undefined {
    return this.store.facts
  }

  /** When the login details were sealed, where they are; epoch milliseconds. */
  get sealedAt(): number | undefined {
    return this.facts?.secret === 'sealed' ? this.store.sealed?.at : undefined
  }

  /** Is a press kept until the words and the files can be read? */
  get isWaiting(): boolean {
    return this.#press.isWaiting
  }

  /** Takes in what the client area tells; another account's customer begins anew. */
  know(context: Context, policy: ServicePolicy): void {
    if (this.store.know(context, policy)) this.#restart()
    void this.#recover({ provider: policy.provider.name, account: context.account.id })
  }

  /** Forgets everything, on this device too: for the page's log-out. */
  clear(): void {
    void this.#keeping.clear(this.drafts.key)
    this.store.clear()
    this.#restart()
  }

  /** What was on its way when the page was left is found, and looked into. */
  async #recover(...of: Parameters<Keeping['open']>): Promise<void> {
    const found = await this.#keeping.open(...of)
    const adapter = this.#surroundings()?.adapter
    if (!found || !adapter || this.state.at !== 'draft') return
    const isTheirs = (): boolean => this.facts?.context.account.id === of[0].account
    const action = await recovered(found, this.drafts, isTheirs)
    if (action) this.#do(action)
    if (action?.do === 'recover' && action.is === 'sending')
      await this.sending.recover(action.attempt, adapter)
  }

  /** Begins another request, for the same customer. */
  again(): void {
    const { facts } = this
    this.store.clear()
    this.#restart()
    // What was written meanwhile may wait on the device.
    this.#keeping.close()
    if (facts) this.know(facts.context, facts.policy)
  }

  /** On to the next step, or stays and tells what is to be corrected; once the words can be read. */
  continue(): void {
    this.#press.run(() => this.#continue())
  }

  #continue(): void {
    const { state } = this
    if (state.at !== 'draft') return
    if (state.issues.some(({ code }) => code === 'quote-lapsed')) this.#surroundings()?.price.acknowledge()
    if (!this.facts) return
    const issues = this.store.issuesIn(state.step)
    const following = steps[steps.indexOf(state.step) + 1]
    if (issues.length > 0) this.#do({ do: 'go', step: state.step, issues })
    // A server that no engineer can connect to is no mistake; but nobody goes past it unseen.
    else if (state.step === 'server' && this.#keepers.judgement.tellsOfServer()) return
    else if (this.#reviewed && this.#toFirstIssue('go')) return
    else if (following) this.go(this.#reviewed ? 'check' : following)
  }

  /** Shows a step; on request with what is to be corrected there. */
  go(step: StepId, withIssues = false): void {
    this.#do({ do: 'go', step, issues: withIssues ? this.store.issuesIn(step) : [] })
  }

  /** Seals, signs and sends; from a failed try that left nothing behind, the same bytes again. */
  submit(): void {
    this.#press.run(() => void this.#submit())
  }

  async #submit(): Promise<void> {
    const { state } = this
    const surroundings = this.#surroundings()
    if (!surroundings || (state.at === 'draft' && this.drafts.insist())) return
    if (state.at === 'not-sent' && state.attempt) {
      this.#do({ do: 'send', attempt: state.attempt })
      await this.sending.again(state.attempt, surroundings.adapter)
    } else if ((state.at === 'draft' || state.at === 'not-sent') && !this.#toFirstIssue('go')) {
      this.#do({ do: 'seal' })
      const sealed = await this.#seal(surroundings)
      if (!sealed || this.state.at !== 'sealing') return
      this.#do({ do: 'send', attempt: sealed.attempt })
      await this.sending.hand(sealed.attempt, surroundings.adapter, sealed.isReached)
    }
  }

  /** Finds out what became of a request whose outcome is not known. */
  async look(): Promise<void> {
    const { state } = this
    const adapter = this.#surroundings()?.adapter
    if (state.at === 'unknown' && !state.checking && adapter)
      await this.sending.look(state.attempt, adapter, state.differs)
  }

  /** The customer has looked through the tickets, and tells whether it is there. */
  settle(isThere: boolean): void {
    const { state } = this
    if (state.at === 'unknown' && !state.checking) this.sending.settle(state.attempt, isThere)
    this.#do({ do: isThere ? 'discover' : 'miss' })
  }

  /** An answer moves only what it is about; that an earlier try has arrived after all ends the request, too. */
  #answer(attempt: Attempt, action: FlowAction): void {
    const isOwn = 'attempt' in this.state && this.state.attempt === attempt
    if (!isOwn) {
      if (action.do === 'accept' && attempt.key === this.drafts.key)
        this.#discover({ do: 'discover', number: action.filed.intervention.number })
    } else if (action.do === 'discover') this.#discover(action)
    else this.#do(action)
  }

  /** It was sent from another place; where these may be other words, the customer is asked what is to become of them. */
  #discover(action: Extract<FlowAction, { do: 'discover' }>): void {
    // The question stands already.
    if (this.state.at === 'draft' && this.drafts.note?.is === 'changed') return
    const isOther = mayBeOthers(this.state, action.signed, this.drafts.isChanged)
    this.sending.leave()
    this.#do(isOther ? { ...action, isOther } : action)
    if (isOther) this.drafts.outlive(action.number)
  }

  async #seal(
    surroundings: RequestSurroundings,
  ): Promise<{ readonly attempt: Attempt; readonly isReached: boolean } | undefined> {
    const { beginning } = this.store
    const isCurrent = (): boolean => beginning === this.store.beginning
    try {
      // Keys may have changed and the session may have ended since the form was opened: better known before sealing.
      const context = await nowOrNot(surroundings.adapter.context())
      if (context && isCurrent()) this.know(context, surroundings.policyOf(context))
      // What the client area tells now may be another price.
      surroundings.price.ask()
      if (!isCurrent() || this.#toFirstIssue('reject')) return undefined
      this.drafts.key ??= newRequestKey()
      const composed = await this.store.compose(surroundings, this.drafts.key)
      if (!isCurrent() || !composed) return undefined
      if (composed.ok) return { attempt: composed.value, isReached: context !== undefined }
      this.#do({ do: 'fail', reason: { kind: 'refusal', refusal: composed.error } })
    } catch (error) {
      // Nothing has left the page yet: the client area, or the code that seals, couldn't be reached.
      if (isCurrent()) this.#do({ do: 'fail', reason: faultReason(error) })
    }
    return undefined
  }

  /** Shows the first step that has something to correct, where there is one. */
  #toFirstIssue(how: 'go' | 'reject'): boolean {
    const step = this.store.firstWrong
    if (step) this.#do({ do: how, step, issues: this.store.issuesIn(step) })
    return step !== undefined
  }

  #restart(): void {
    this.sending.abandon()
    this.drafts.reset()
    this.#reviewed = false
    this.#move({ at: 'draft', step: 'server', issues: [] })
  }

  #do(action: FlowAction): void {
    const state = next(this.state, action)
    if (state === this.state) return
    this.retryAt = restsUntil(action, Date.now())
    this.#move(state)
  }

  #move(state: FlowState): void {
    const before = this.state
    if (state === before) return
    this.state = state
    this.#keepers.judgement.guard.leave()
    void this.takeAlong.follow(state)
    if (state.at === 'draft' && state.step === 'check') this.#reviewed = true
    const holders = { store: this.store, keeping: this.#keeping, drafts: this.drafts }
    letGo(before, state, { ...holders, ...this.#keepers })
    this.#host.requestUpdate()
    this.#shown.changed(before, state)
  }
}
